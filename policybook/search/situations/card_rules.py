"""Follow the clauses that cards are tied to, from the version that somebody compared them with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policybook.model import Library, Nation, timeline
from policybook.reading.files import layout
from policybook.redline.successors import words_in_context
from policybook.search.clause_numbers import (
    NamedClause,
    Numbers,
    current_numbers,
    version_of,
)
from policybook.search.situations.card_file import (
    CardFile,
    read_school_file,
    shipped_cards,
)
from policybook.search.situations.types import HelpCard


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRule:
    """A clause that a card is tied to.

    `words` are its words now, empty where it is gone. `has_changed` says that they are
    not those with which somebody compared the card.
    """

    card: HelpCard
    clause: NamedClause
    words: str
    has_changed: bool


def current_cards(library: Library, today: date) -> CardFile:
    """Return the cards of a school with the numbers that their clauses have on `today`.

    The cards that come with Policybook are for England. Elsewhere a school has its own.
    """
    is_abroad = library.school.nation not in (None, Nation.ENGLAND)
    card_file = read_school_file(library, () if is_abroad else shipped_cards())
    numbers = current_numbers(library, today, layout.HELP_CARDS)
    return replace(
        card_file,
        cards=tuple(
            replace(card, rules=tuple(_follow(numbers, card))) if card.rules else card
            for card in card_file.cards
        ),
    )


def _follow(numbers: Numbers, card: HelpCard) -> Iterator[tuple[str, str]]:
    """Yield the present clauses of a card. A clause that is gone is left out."""
    for policy, number in card.rules:
        for now in numbers.find_clause(policy, number).now:
            yield policy, now


def find_card_rules(library: Library, today: date, cards: CardFile) -> Iterator[CardRule]:
    """Yield each clause that a card names in the file, with what became of it."""
    numbers = current_numbers(library, today, layout.HELP_CARDS)
    for card in cards.cards:
        for policy, number in card.rules:
            yield _compare(numbers, card, numbers.find_clause(policy, number))


def _compare(numbers: Numbers, card: HelpCard, clause: NamedClause) -> CardRule:
    policy = numbers.policies.get(clause.policy)
    current = timeline.version_in_force(policy, numbers.today) if policy else None
    start = version_of(policy, clause.of) if policy else None
    now = dict(words_in_context(current)) if current else {}
    words = " ".join(now.get(number, "") for number in clause.now)
    before = dict(words_in_context(start)).get(clause.bare, "") if start else ""
    return CardRule(
        card=card,
        clause=clause,
        words=words,
        has_changed=before.casefold().split() != words.casefold().split(),
    )
