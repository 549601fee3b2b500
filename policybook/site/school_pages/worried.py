"""Make the pages for somebody who is worried: what to do now, and a card for each situation.

The browser reads the phrases of the cards, so that search shows a card above all results.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policybook.model import addresses
from policybook.reading import contacts_yml
from policybook.search import situations
from policybook.search.situations import AskedPerson, phrases
from policybook.site.help_views import CardView
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.text import json_file

TITLE = "Worried? What to do now"
_MOST_OTHERS = 6
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
    data = json_file.as_json(as_data(views.cards, views.groups, views.asked_people)).encode()
    yield Asset(path=addresses.WORRIED_DATA, data=data)


def _others(every: Sequence[CardView], view: CardView) -> list[CardView]:
    """Return the other cards for the same reader, the next one first, as many as fit beside."""
    cards = [other for other in every if other.card.reader == view.card.reader]
    place = cards.index(view)
    return (cards[place + 1 :] + cards[:place])[:_MOST_OTHERS]


def as_data(
    cards: Sequence[CardView], groups: Mapping[str, Sequence[str]], people: Sequence[AskedPerson]
) -> dict[str, Any]:
    """Return what the browser needs to find a card or a person: limits, words and phrases."""
    return {
        "schema_version": 1,
        "limits": {
            "words": phrases.MOST_WORDS,
            "between": phrases.MOST_BETWEEN,
            "little": phrases.MOST_LITTLE,
        },
        "little": sorted(phrases.LITTLE),
        "words": dict(groups),
        "cards": [_card_data(view) for view in cards],
        "asking": sorted(situations.ASKING),
        "people": [_person_data(person) for person in people],
    }


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
    return {
        "id": card.id,
        "for": card.reader,
        "title": card.title,
        "address": view.address,
        "steps": list(card.steps),
        "phrases": list(card.phrases),
        "whole": list(card.whole),
        "but_not": list(card.exceptions),
    }
