"""Part clauses that were paired by their place, but share too few words to be one rule.

    The clerk sends the agenda a week before the meeting.   removed
    A vacant seat is filled at the next meeting.            added

Shown as one rule reworded, a reader would look for what both have in common. Texts that share a
phrase stay a pair, unless a long rule lost nearly all of its words. Texts that start with the
same words always do.
"""

from policybook.meaning.words.stems import telling_stems
from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.opening_words import own_text

#: Least share of the content words of one text that the other has, too.
_MIN_SHARE = 1 / 3
#: So many content words make a long rule, and this is the least share of them that must stay.
_LONG, _MIN_OF_LONG = 20, 0.2
#: Content words. Shorter texts are not parted: one other word is much of them.
_MIN_WORDS = 4
#: As many equal words at the start, or anywhere in a row, show that it is the same rule.
_SAME_START, _PHRASE = 3, 4


def part_unlike(alignment: Alignment) -> None:
    """Take the partner from each clause that shares too few words with it."""
    for i, j in sorted(alignment.to_new.items()):
        if _are_unlike(alignment.old[i], alignment.new[j]):
            del alignment.to_new[i], alignment.to_old[j]


def _are_unlike(old: Text, new: Text) -> bool:
    """Return whether two paired clauses are surely not one rule."""
    if old.sort != "clause" or old.key == new.key:
        return False
    a, b = (telling_stems(own_text(text.unit)) for text in (old, new))
    if a.total() < _MIN_WORDS or b.total() < 2 or _starts_alike(old, new):
        return False
    shared = (a & b).total()
    if a.total() >= _LONG and shared < _MIN_OF_LONG * a.total():
        return True
    return shared < _MIN_SHARE * min(a.total(), b.total()) and not (_phrases(old) & _phrases(new))


def _phrases(text: Text) -> set[tuple[str, ...]]:
    """Return all words that stand in a row, four by four."""
    return {text.words[start : start + _PHRASE] for start in range(len(text.words) - _PHRASE + 1)}


def _starts_alike(old: Text, new: Text) -> bool:
    """Return whether both texts start with the same words."""
    count = min(_SAME_START, len(old.words), len(new.words))
    return old.words[:count] == new.words[:count]
