"""The commands that show something in the terminal: what changed, and what search finds."""

import argparse
import json
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from policybook import search as searching
from policybook.cli.commands.options import (
    CommonOptions,
    Refused,
    find_policy,
    find_version,
    open_school_aloud,
    read_options,
    show_or_write,
    write_new_file,
)
from policybook.model import Contact, Library, Policy, Version, addresses, timeline, wording
from policybook.project.open import refuse_wrong_clock
from policybook.project.sites import open_site
from policybook.redline import as_text, make_redline
from policybook.search import AnswerConfidence, facts, situations
from policybook.site import word_files
from policybook.site.policy_pages import clause_lists
from policybook.site.policy_pages.redlines import redline_data, redline_page
from policybook.site.render.types import Settings, Templates

_SAFETY = (
    f"If you are worried about someone’s safety, see What to do now ({addresses.WORRIED}). "
    "In danger? Ring 999."
)
_SHORT_SAFETY = f"Worried about someone? What to do now ({addresses.WORRIED})."


def diff(options: argparse.Namespace) -> int:
    common = read_options(options)
    if options.format == "html":
        shown = _page(common, options.policy, options.old, options.new)
        return show_or_write(f"{shown}\n", options.output)
    library = open_school_aloud(common).library
    policy, old, new = _find_versions(library, options.policy, options.old, options.new)
    changes = make_redline(old, new)
    if options.format == "docx":
        name = f"{policy.name}-{old.name}-to-{new.name}.docx"
        data = word_files.redline_in_library(changes, library)
        return write_new_file(options.output or Path(name), data)
    if options.format == "json":
        return show_or_write(redline_data(changes).decode(), options.output)
    return show_or_write(f"{as_text.redline_text(changes)}\n", options.output)


def _find_versions(library: Library, name: str, *names: str) -> tuple[Policy, Version, Version]:
    """Return a policy and two of its versions, the older first. Drafts may be compared too."""
    policy = find_policy(library, name)
    versions = [find_version(policy, version) for version in names]
    for version in versions:
        if timeline.removal(library, version):
            raise Refused(
                f"The text of {policy.name} {version.name} was removed, so nothing can be compared."
            )
    old, new = sorted(versions, key=policy.versions.index)
    return policy, old, new


def _page(common: CommonOptions, name: str, *names: str) -> str:
    """Return the comparison as a page in one file."""
    settings = Settings(drafts=True, pdf=False)
    site = open_site(common.project, common.today, settings, _add_theme)
    if not common.today_given:
        refuse_wrong_clock(site.library.record, common.today)
    policy, old, new = _find_versions(site.library, name, *names)
    changes, inputs = make_redline(old, new), site.policy_input(policy)
    return redline_page(inputs, site.renderer, changes, layout="policy/alone.html").html


def _add_theme(templates: Templates) -> Templates:
    """Add Material's style sheet. Without Material, the page has our own sheet alone."""
    try:
        from policybook.plugin.theme import add_theme

        return add_theme(templates)
    except ModuleNotFoundError:
        return templates


def clauses(options: argparse.Namespace) -> int:
    library = open_school_aloud(read_options(options)).library
    policy = find_policy(library, options.policy)
    version = find_version(policy, options.version)
    if timeline.removal(library, version):
        raise Refused(f"The text of {policy.name} {version.name} was removed.")
    if options.format == "json":
        print(clause_lists.as_json(version), end="")
    else:
        for row in clause_lists.clause_rows(version):
            print(f"{row['number']}\t{row['text']}".strip())
    return 0


def search(options: argparse.Namespace) -> int:
    school = open_school_aloud(read_options(options))
    searcher = _make_searcher(school.library, school.today)
    finders = _FirstFinders.of(school.library, school.today)
    if options.batch:
        for query in options.batch.read_text(encoding="utf-8-sig").splitlines():
            rows = _list_rows(finders, query, searcher.rank(query, options.limit))
            print(json.dumps(rows, ensure_ascii=False))
        return 0
    if not options.query:
        raise Refused('Say what to look for, such as: policybook search "friend request"')
    query = " ".join(options.query)
    first = finders.find(query)
    hits = searcher.rank(query, options.limit)
    if options.format == "json":
        print(json.dumps(_list_rows(finders, query, hits), ensure_ascii=False, indent=1))
    else:
        _print_first(first, finders.list_beside(first))
        if isinstance(first, situations.HelpCard) and hits:
            print("Rules with such words, if you look for one:")
        _print_hits(query, hits, school.library.school.contact, first)
    return 0


#: What comes above all results: a card for a situation, else a person, else a fact.
_FirstAnswer = situations.HelpCard | Contact | facts.PolicyFact | facts.SchoolFact


class _FirstFinders(NamedTuple):
    """What finds the answer above all results."""

    cards: situations.CardFinder
    people: Sequence[situations.AskedPerson]
    facts: facts.FactFinder

    @classmethod
    def of(cls, library: Library, today: date) -> "_FirstFinders":
        card_file = situations.current_cards(library, today)
        return cls(
            situations.CardFinder(card_file),
            situations.list_asked_people(library.contacts),
            facts.FactFinder(
                (facts.sheet_on(library, p, today) for p in library.policies),
                facts.list_people(library),
            ),
        )

    def find(self, query: str) -> _FirstAnswer | None:
        """Return what comes above all results, or None."""
        card_or_person = self.cards.find(query) or situations.find_person(self.people, query)
        return card_or_person or self.facts.find(query)

    def list_beside(self, first: _FirstAnswer | None) -> tuple[situations.HelpCard, ...]:
        """Return the cards to show beside a card: nothing typed says which of them is meant."""
        return self.cards.list_beside(first) if isinstance(first, situations.HelpCard) else ()


def _make_searcher(library: Library, today: date) -> searching.Searcher:
    rows = (*searching.current_vocabulary(library, today)[0], *searching.shipped_rows())
    return searching.Searcher(searching.index(searching.documents_in_force(library, today), rows))


def _print_first(first: _FirstAnswer | None, beside: Sequence[situations.HelpCard]) -> None:
    if isinstance(first, situations.HelpCard):
        print(f"What to do now: {first.title}" + (f"\n  {first.who}:" if beside else ""))
        note = (f"Our rule and these steps: {first.note}",) if first.note and first.rules else ()
        _print_items(("In danger now? Ring 999.", *first.steps, *note))
        print(f"  See {addresses.help_card(first.id)}")
        for card in beside:
            print(f"  {card.who}: {card.title}\n  See {addresses.help_card(card.id)}")
        print()
    elif isinstance(first, facts.PolicyFact | facts.SchoolFact):
        print(first.heading)
        _print_items(first.lines)
        print(f"  See {first.address or 'the home page'}\n")
    elif first:
        print(f"Whom to ask: {first.role}")
        for line in (first.name, first.phone, first.hours, first.email, first.address):
            if line:
                print(f"  {line}")
        print()


def _print_items(lines: Sequence[str]) -> None:
    for line in lines:
        print(textwrap.fill(line, 100, initial_indent="  - ", subsequent_indent="    "))


def _list_rows(
    finders: _FirstFinders, query: str, hits: Sequence[searching.Hit]
) -> list[dict[str, Any]]:
    """Return what comes first, if anything does, the cards beside it, and below the results."""
    first = finders.find(query)
    cited = first.rules if isinstance(first, situations.HelpCard) else None
    above = (*([first] if first else []), *finders.list_beside(first))
    return [*map(_first_as_data, above), *(_as_data(hit, cited) for hit in hits)]


def _first_as_data(first: _FirstAnswer) -> dict[str, Any]:
    """Return a card, a person or a fact as data. None is a part of an answer."""
    if isinstance(first, situations.HelpCard):
        return _card_as_data(first)
    if isinstance(first, facts.PolicyFact | facts.SchoolFact):
        return _fact_as_data(first)
    fields = ("role", "name", "phone", "hours", "email", "address")
    return {"kind": "person", "partial": False, **{name: getattr(first, name) for name in fields}}


def _fact_as_data(fact: facts.PolicyFact | facts.SchoolFact) -> dict[str, Any]:
    fields = ("policy", "version", "heading", "lines", "address")
    named = {name: getattr(fact, name) for name in fields}
    return {"kind": "fact", "partial": False, "fact": str(fact.kind), **named}


def _card_as_data(card: situations.HelpCard) -> dict[str, Any]:
    return {
        "kind": "card",
        "partial": False,
        "card": card.id,
        "for": card.reader,
        "title": card.title,
        "who": card.who,
        "steps": list(card.steps),
        "address": addresses.help_card(card.id),
    }


def _print_hits(
    query: str, hits: Sequence[searching.Hit], contact: str, first: _FirstAnswer | None
) -> None:
    """Print the results. A card answers a query even if no rule does."""
    closest = "This rule is the closest." if len(hits) == 1 else "These rules are the closest."
    tells = not first and situations.tells_of_somebody(query)
    is_card = isinstance(first, situations.HelpCard)
    if not hits:
        print("Nothing found." if first else f"Nothing found.\n{_SAFETY}")
    elif is_card:
        pass  # a rule answers nobody who is in trouble
    elif first and hits[0].confidence is not AnswerConfidence.FULL:
        print(closest)
    elif hits[0].confidence is AnswerConfidence.NONE:
        print(f"No rule here answers this. Ask {contact}. {closest}\n{_SAFETY}")
    elif hits[0].confidence is AnswerConfidence.PARTIAL:
        print(f"No exact match. {closest}")
        if tells:
            print(_SAFETY)
    elif tells:
        print(_SHORT_SAFETY)
    is_answered = bool(hits) and hits[0].confidence is AnswerConfidence.FULL and not is_card
    for place, hit in enumerate(hits, 1):
        is_related = is_answered and hit.confidence is not AnswerConfidence.FULL
        _print_hit(place, hit, ", related" if is_related else "")


def _print_hit(place: int, hit: searching.Hit, note: str) -> None:
    """Print a result: where it is, a note, and its text."""
    document = hit.document
    if document.number:
        where = wording.clause_name(document.number)
    else:
        where = f"the summary for {document.reader}"
    print(f"{place:2}. {document.title}, {where} ({document.section}), score {hit.score}{note}")
    print(textwrap.fill(document.shown_text, 100, initial_indent="    ", subsequent_indent="    "))


def _as_data(hit: searching.Hit, cited: Sequence[tuple[str, str]] | None = None) -> dict[str, Any]:
    """Return a row. Below a card, only the rules that it cites can be full answers."""
    document = hit.document
    confidence = hit.confidence
    is_beside = cited is not None and (document.policy, document.number) not in cited
    if is_beside and confidence is AnswerConfidence.FULL:
        confidence = AnswerConfidence.PARTIAL
    return {
        "kind": "rule",
        "policy": document.policy,
        "version": document.version,
        "clause": document.anchor,
        "number": document.number,
        "section": document.section,
        "text": document.text,
        "score": hit.score,
        "confidence": str(confidence),
        "partial": confidence is not AnswerConfidence.FULL,
    }
