"""Find clauses that were divided or joined.

Such a clause has no partner, and its words are in the partner of a neighbour.
"""

from collections.abc import Mapping, MutableMapping, Sequence

from policybook.meaning.words.similarity import EMPTY, count_common
from policybook.redline.alignment_state import Alignment, Text

# Words. Shorter texts recur by chance.
_MIN_WORDS = 3
# Share of a clause's words that the other clause must have.
_MIN_SHARE = 0.7


def attach_leftovers(alignment: Alignment) -> None:
    """Attach each clause without a partner to the neighbouring pair that has its words."""
    _absorb(
        alignment.free_old(), alignment.old, alignment.new, alignment.to_new, alignment.with_old
    )
    _absorb(
        alignment.free_new(), alignment.new, alignment.old, alignment.to_old, alignment.with_new
    )


def _absorb(
    free: Sequence[int],
    texts: Sequence[Text],
    others: Sequence[Text],
    partner: Mapping[int, int],
    joined: MutableMapping[int, int],
) -> None:
    """Record in `joined` each free text whose words its neighbour's partner has."""
    for step in (1, -1):
        for place in free[::step]:
            beside = place - step
            home = partner.get(beside, joined.get(beside))
            if place in joined or home is None:
                continue
            group = [k for k in _neighbours(beside, step, partner, joined, home) if k != place]
            if _is_taken_in(
                texts[place], [texts[k] for k in sorted(group)], others[home], step > 0
            ):
                joined[place] = home


def _neighbours(
    beside: int, step: int, partner: Mapping[int, int], joined: Mapping[int, int], home: int
) -> Sequence[int]:
    """Return the places from `beside` on that belong to `home`."""
    neighbours = []
    while partner.get(beside, joined.get(beside)) == home:
        neighbours.append(beside)
        beside -= step
    return neighbours


def _is_taken_in(extra: Text, group: Sequence[Text], other: Text, after: bool) -> bool:
    """Return whether `other` has most words of `extra` that it does not share with `group`."""
    if len(extra.words) < _MIN_WORDS or any(
        text.sort != "clause" for text in (extra, other, *group)
    ):
        return False
    group_words = tuple(word for text in group for word in text.words)
    both = group_words + extra.words if after else extra.words + group_words
    gained = other.places.common_length(both) - other.places.common_length(group_words)
    # "Swimmers must shower and must not run": each of two rules has the subject. "Cars may park
    # here, but vans may not": each has the end.
    has_subject = group_words[:1] == extra.words[:1] and extra.words[0] not in EMPTY
    end = count_common(extra.words[::-1], group_words[::-1]) if 2 * gained > len(extra.words) else 0
    return gained + max(has_subject, min(end, 2)) >= _MIN_SHARE * len(extra.words)
