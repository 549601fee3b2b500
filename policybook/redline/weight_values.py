"""Make weights: of a word that one text has, or of one that replaces another."""

from policybook.redline.types import Direction, Matter, Weight


def one_sided(matter: Matter, word: str, is_new: bool) -> Weight:
    """Return the weight of a word that came or went."""
    if is_new:
        return Weight(matter=matter, direction=Direction.ADDED, new=word)
    return Weight(matter=matter, direction=Direction.REMOVED, old=word)


def replaced(matter: Matter, was: str, now: str, unit: str = "") -> Weight:
    """Return the weight of `was` in one text and `now` in the other; one may be empty."""
    if was and now:
        return Weight(matter=matter, direction=Direction.REPLACED, old=was, new=now, unit=unit)
    return one_sided(matter, was or now, is_new=bool(now))
