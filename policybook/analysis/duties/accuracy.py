"""Hold how often the duties that the rules read were right, on policies not used to write them.

Measured on sentences and items of other schools' and nurseries' policies. People judged each
before the rules read it: whether it sets a duty, whose, and how strong.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """Of 100 listed duties, how many were `right`; of 100 duties, how many were `listed`."""

    day: date
    right: int
    listed: int


ACCURACY = Accuracy(day=date(2026, 11, 29), right=97, listed=91)
