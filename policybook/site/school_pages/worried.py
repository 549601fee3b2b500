"""Make the pages for somebody who is worried: what to do now, and a card for each situation.

The browser reads the phrases of the cards, so that search shows a card above all results.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from policybook.model import addresses
from policybook.reading.school import contacts_yml
from policybook.search import situations
from policybook.search.situations import (
    AskedPerson,
    card_finder,
    phrases,
    word_forms,
)
from policybook.site import help_views
from policybook.site.help_views import CardView, HelpViews
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text import json_file

TITLE = "Worried? What to do now"
_MOST_OTHERS = 6
_ANYTHING = card_finder.ANYTHING
_READERS = (
    ("pupils", "For children and young people"),
    ("parents", "For parents and carers"),
    ("staff", "For staff, governors and volunteers"),
)


def worried(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page, a page for each card, and the phrases for search."""
    views = inputs.help
    groups = [
        (title, reader, [view for view in views.cards if view.card.reader == reader])
        for reader, title in _READERS
    ]
    yield renderer.page(
        addresses.WORRIED,
        "policy/worried.html",
        title=TITLE,
        description="What to do now if you are worried about a child, or about yourself.",
        people=views.people,
        helplines=views.helplines,
        groups=[group for group in groups if group[2]],
        outsiders=help_views.list_outside(views.cards),
        checked=views.checked,
    )
    for view in views.cards:
        yield renderer.page(
            view.address,
            "policy/worried-card.html",
            title=view.card.title,
            description="What to do now, step by step.",
            trail=((TITLE, addresses.WORRIED),),
            listed=False,
            view=view,
            others=_others(views.cards, view),
            checked=views.checked,
        )
    data = json_file.as_json(as_data(views)).encode()
    yield Asset(path=addresses.WORRIED_DATA, data=data)
    steps = {view.card.id: list(view.card.steps) for view in views.cards}
    calls = {view.card.id: [list(call) for call in view.calls] for view in views.cards}
    notes = {view.card.id: view.note for view in views.cards if view.note}
    opened = {"schema_version": 1, "steps": steps, "calls": calls, "notes": notes}
    yield Asset(path=addresses.WORRIED_STEPS, data=json_file.as_json(opened).encode())


def _others(every: Sequence[CardView], view: CardView) -> list[CardView]:
    """Return the cards that somebody may look for who opened this one, as many as fit beside.

    First come those that the card names; then those that name it or are about the same;
    last the ones about anything. All are for the same reader.
    """
    cards = [other for other in every if other.card.reader == view.card.reader and other != view]
    by_id = {other.card.id: other for other in cards}
    named = [by_id[name] for name in view.card.see if name in by_id]
    near = [o for o in cards if view.card.id in o.card.see or o.card.about == view.card.about]
    general = [other for other in cards if other.card.about == _ANYTHING]
    related = {other.card.id: other for other in (*named, *near, *general)}
    return list(related.values())[:_MOST_OTHERS]


def as_data(views: HelpViews) -> dict[str, Any]:
    """Return what the browser needs to find a card or a person, in the forms of `CardFinder`.

    The words of phrases are bases, one space between two; `+` joins the parts of a sign.
    Groups have codes, as hundreds of phrases name them, and `_` is a gap. Subjects name
    cards by their places in the list. Lists are sorted, so that the file is small: each space
    before a phrase stands for a word with which the phrase before it starts too. The longest
    parts, which share most of their words, are side by side at the end: it packs better.
    """
    finder = views.finder
    language = views.language
    groups = finder.reader.groups
    codes = {name: make_code(place) for place, name in enumerate(groups)}
    places = {view.card.id: place for place, view in enumerate(views.cards)}
    return {
        "schema_version": 1,
        "limits": {
            "words": word_forms.MOST_WORDS,
            "letters": word_forms.LEAST_LETTERS,
            "between": phrases.MOST_BETWEEN,
            "little": phrases.MOST_LITTLE,
        },
        "little": sorted(phrases.LITTLE),
        "spellings": {form: "|".join(others) for form, others in language.spellings.items()},
        "not_slips": list(language.not_slips),
        "writers": {name: _join(signs, codes) for name, signs in finder.people.items()},
        "not_writers": {name: _join(signs, codes) for name, signs in finder.not_people.items()},
        "ordinary": _join(finder.ordinary, codes),
        "net": [codes.get(name, "") for name in (card_finder.HARM, card_finder.PLAIN)],
        "about_others": sorted(card_finder.ABOUT_OTHERS),
        "cards": [_card_data(view) for view in views.cards],
        "subjects": {
            subject.id: {who: places[name] for who, name in subject.cards.items() if name in places}
            for subject in views.subjects
        },
        "asking": sorted(situations.ASKING),
        "people": [_person_data(person) for person in views.asked_people],
        "words": _join_words(groups, codes),
        "attempts": [_attempt_data(attempt, codes) for attempt in finder.attempts],
    }


def make_code(place: int) -> str:
    """Return a capital letter, and a number from the second alphabet on: words have none."""
    return chr(ord("A") + place % 26) + (str(place // 26) if place >= 26 else "")


def _join(several: Iterable[phrases.Phrase], codes: Mapping[str, str]) -> str:
    """Return phrases one after the other, `|` between two, and the code of each group."""
    return _shorten(_write(phrase, codes) for phrase in several)


def _write(phrase: phrases.Phrase, codes: Mapping[str, str]) -> str:
    text = " ".join(codes.get(part, part) for part in phrase)
    return text.replace(f"{phrases.GAP} ", "_")


def _shorten(texts: Iterable[str]) -> str:
    """Return texts in order, a space for each word at the start that the last one has too."""
    parts: list[str] = []
    before: list[str] = []
    for text in sorted(set(texts)):
        words = text.split()
        pairs = zip(words, before, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        parts.append(" " * same + " ".join(words[same:]))
        before = words
    return "|".join(parts)


def _join_words(
    groups: Mapping[str, Mapping[str, Sequence[phrases.Phrase]]], codes: Mapping[str, str]
) -> dict[str, str]:
    """Return the forms of each group. Those that start alike come together: it packs better."""
    joined = {
        codes[name]: _join((form for others in forms.values() for form in others), codes)
        for name, forms in groups.items()
    }
    return dict(sorted(joined.items(), key=lambda pair: pair[1]))


def _attempt_data(attempt: card_finder.Attempt, codes: Mapping[str, str]) -> dict[str, Any]:
    """Return what finds a card or a subject; what it has not is left out."""
    data = {
        "card": attempt.card.id if attempt.card else "",
        "subject": attempt.subject.id if attempt.subject else "",
        "is_urgent": attempt.is_urgent,
        "signs": _shorten(
            "+".join(_write(phrase, codes) for phrase in sign) for sign in attempt.signs
        ),
        "whole": _shorten(attempt.whole),
        "but_not": _shorten(attempt.plain_exceptions),
        "but_no_phrase": _join(attempt.exceptions, codes),
    }
    return {name: value for name, value in data.items() if value}


def _person_data(person: AskedPerson) -> dict[str, Any]:
    contact = person.contact
    return {
        "role": contact.role,
        "names": list(person.names),
        "name": contact.name,
        "phone": contact.phone,
        "dial": contacts_yml.format_tel(contact.phone) if contact.phone else "",
        "email": contact.email,
        "address": contact.address,
        "hours": contact.hours,
    }


def _card_data(view: CardView) -> dict[str, Any]:
    card = view.card
    data = {
        "id": card.id,
        "for": card.reader,
        "about": card.about,
        "title": card.title,
    }
    also = {"who": card.who, "beside": list(card.beside)}
    return data | {name: value for name, value in also.items() if value}
