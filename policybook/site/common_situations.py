"""Choose the situations that home and the pages for readers show to somebody who is worried."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from policybook.site.help_views import CardView
from policybook.site.school_input import SchoolInput

_MOST = 5
_READERS = ("pupils", "parents", "staff")
_SAFEGUARDING = "safeguarding"


def common_situations(inputs: SchoolInput, reader: str = "") -> list[CardView]:
    """Return the first five cards for a reader, or for all readers in turn.

    There are none unless the school has a policy about safeguarding, or has tied a card to
    a rule: then it answers for what the cards say. Cards with a rule come first.
    """
    cards = inputs.help.cards
    if not _has_safeguarding(inputs) and not any(view.rules for view in cards):
        return []
    readers = (reader,) if reader else _READERS
    turns = zip_longest(*(_order_cards(cards, one) for one in readers))
    return [view for view in chain.from_iterable(turns) if view][:_MOST]


def _has_safeguarding(inputs: SchoolInput) -> bool:
    return any(row.wanted.id == _SAFEGUARDING and row.policies for row in inputs.shelf.rows)


def _order_cards(cards: Sequence[CardView], reader: str) -> list[CardView]:
    """Return the cards for a reader in their order, those with a rule first."""
    return sorted((v for v in cards if v.card.reader == reader), key=lambda view: not view.rules)
