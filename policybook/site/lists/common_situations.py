"""Choose the situations that home and the pages for readers show to somebody who is worried."""

from collections.abc import Sequence

from policybook.analysis.statutory import find_rows_called
from policybook.site.help_views import CardView
from policybook.site.school_input import SchoolInput

_MOST = 5
_READERS = ("pupils", "parents", "staff")
_SAFEGUARDING = "safeguarding"


def common_situations(inputs: SchoolInput, reader: str = "") -> list[CardView]:
    """Return the first five cards for a reader, or for all readers in turn.

    There are none unless the school has a policy about safeguarding, or has tied a card to
    a rule: then it answers for what the cards say. The most serious come first, as in the
    file. Each card is about another kind of harm, as long as there are others.
    """
    cards = inputs.help.cards
    if not _has_safeguarding(inputs) and not any(view.rules for view in cards):
        return []
    readers = (reader,) if reader else _READERS
    return _take_in_turn([[view for view in cards if view.card.reader == one] for one in readers])


def _has_safeguarding(inputs: SchoolInput) -> bool:
    """Return whether a policy is about safeguarding, also where no list is compared."""
    if any(row.wanted.id == _SAFEGUARDING and row.policies for row in inputs.shelf.rows):
        return True
    current = (row for row in inputs.policies if row.current)
    return any(_SAFEGUARDING in find_rows_called(row.shown.title, row.name) for row in current)


def _take_in_turn(queues: Sequence[list[CardView]]) -> list[CardView]:
    """Return cards from each queue in turn, each time the first one about another kind of harm."""
    chosen: list[CardView] = []
    kinds: set[str] = set()
    while len(chosen) < _MOST and any(queues):
        for queue in filter(None, queues):
            view = next((v for v in queue if _name_kind(v) not in kinds), queue[0])
            queue.remove(view)
            kinds.add(_name_kind(view))
            chosen.append(view)
    return chosen[:_MOST]


def _name_kind(view: CardView) -> str:
    """Return what a card is about. One that does not say is a kind of its own."""
    return view.card.about or view.card.id
