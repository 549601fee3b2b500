"""Find items that became words of a sentence, and words of a sentence that became items.

    Bring:              Bring a coat, boots and a hat.
    - a coat       →
    - boots
    - a hat

All words of an item stand, in a row, in a rule of the other version that has them in no other
place. Words of one list went together: a short item goes where a longer one beside it went.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple, TypeVar

from policybook.meaning.words.similarity import tokenise
from policybook.redline.opening_words import joined_text
from policybook.redline.types import ClauseChange, Unit
from policybook.redline.unit_weights import Around

_Key = TypeVar("_Key", bound=Hashable)
#: So many words that say something, or so many in all. Fewer of them recur by chance.
_LEAST, _LEAST_IN_ALL = 3, 5


class _Home(NamedTuple):
    """The words of a rule in the version where an item may be, and in the item's, and its units.

    `lead` has the opening words of the rule in the item's version.
    """

    own: str
    other: str
    units: tuple[Unit, ...]
    lead: str


def find_taken_in(
    changes: Mapping[_Key, ClauseChange], keys: Set[_Key], around: Around
) -> Iterator[tuple[_Key, tuple[Unit, ...]]]:
    """Yield each of the `keys` of a whole rule that another rule took in, or gave away.

    With it come the units of the other rule that have its words.
    """
    for is_new in (False, True):
        homes = [
            _Home(_plain(own), _plain(other), own, around[is_new].lead(other))
            for change in changes.values()
            for own, other in [(change.old, change.new) if is_new else (change.new, change.old)]
            if own
        ]
        homes = [home for home in homes if home.own != home.other]
        lists: dict[object, list[tuple[_Key, str]]] = {}
        for key, change in changes.items():
            units = change.new if is_new else change.old
            if key in keys and units and not (change.old and change.new):
                lead = around[is_new].lead(units)
                lists.setdefault(lead or key, []).append((key, _plain(units)))
        for opening, items in lists.items():
            yield from _of_one_list(items, homes, opening if isinstance(opening, str) else "")


def _of_one_list(
    items: Sequence[tuple[_Key, str]], homes: Sequence[_Home], lead: str
) -> Iterator[tuple[_Key, tuple[Unit, ...]]]:
    """Yield the items of a list that went into a rule: the one that has most of them."""
    opened = [home for home in homes if lead and (home.lead == lead or _words(lead) in home.other)]
    sure = [home for home in homes if any(_is_long(item) and _has(home, item) for _, item in items)]
    best = max(
        [*opened, *sure],
        key=lambda home: sum(len(item) for _, item in items if _has(home, item)),
        default=None,
    )
    if best:
        yield from ((key, best.units) for key, item in items if _has(best, item))


def _has(home: _Home, item: str) -> bool:
    """Return whether a rule has the words of an item in one version only."""
    return item in home.own and item not in home.other


def _is_long(item: str) -> bool:
    words = tokenise(item)
    return len(words.content) >= _LEAST or len(words.words) >= _LEAST_IN_ALL


def _plain(units: Sequence[Unit]) -> str:
    """Return the words of units between spaces."""
    return _words(joined_text(units))


def _words(text: str) -> str:
    return f" {tokenise(text).key} "
