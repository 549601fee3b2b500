"""What was divided or joined: a clause without a partner whose words are in the partner of the clause beside it."""

from collections.abc import Mapping, MutableMapping, Sequence

from policybook.redline.alignment_state import Alignment, Text

_FEW = 3  # words: fewer do not tell that a text is the same one
_TAKEN_IN = 0.8  # share of a clause's words that another one has to have taken in


def attach_leftovers(found: Alignment) -> None:
    """Let each clause without a partner join the pair beside it, if the other side of that pair has its words."""
    _absorb(found.free_old(), found.old, found.new, found.to_new, found.with_old)
    _absorb(found.free_new(), found.new, found.old, found.to_old, found.with_new)


def _absorb(
    free: Sequence[int],
    texts: Sequence[Text],
    others: Sequence[Text],
    partner: Mapping[int, int],
    joined: MutableMapping[int, int],
) -> None:
    for step in (1, -1):
        for at in free[::step]:
            beside = at - step
            home = partner.get(beside, joined.get(beside))
            if at in joined or home is None:
                continue
            group = [k for k in _group(beside, step, partner, joined, home) if k != at]
            if _is_taken_in(texts[at], [texts[k] for k in sorted(group)], others[home], step > 0):
                joined[at] = home


def _group(
    beside: int, step: int, partner: Mapping[int, int], joined: Mapping[int, int], home: int
) -> Sequence[int]:
    """The neighbours from `beside` on that belong to `home`."""
    found = []
    while partner.get(beside, joined.get(beside)) == home:
        found.append(beside)
        beside -= step
    return found


def _is_taken_in(extra: Text, group: Sequence[Text], other: Text, after: bool) -> bool:
    """Whether `other` has most of the words of `extra`, besides those that it shares with `group`."""
    if len(extra.words) < _FEW or any(text.sort != "clause" for text in (extra, other, *group)):
        return False
    there = tuple(word for text in group for word in text.words)
    both = there + extra.words if after else extra.words + there
    gained = other.places.common_length(both) - other.places.common_length(there)
    return gained >= _TAKEN_IN * len(extra.words)
