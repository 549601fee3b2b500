"""Give the letter or number before an item of a list. This module must not know clauses."""

from functools import lru_cache

#: The number of a clause, as a pattern: `4.2(a)`, `A.1`, `4.2.1`.
CLAUSE_NUMBER = r"(?:\d+|[A-Z])(?:\.\d+)+(?:\([a-z0-9]+\))*"

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


@lru_cache(maxsize=1 << 10)
def format_label(depth: int, index: int) -> str:
    """Return the label of the item at `index`, counted from 0.

    Items at depth 0 have (a), (b); at depth 1 (i), (ii); at depth 2 (1), (2); then
    again.
    """
    signs = (_letter(index), roman(index + 1), str(index + 1))
    return f"({signs[depth % 3]})"


def _letter(index: int) -> str:
    """Return letters for an index: 0 gives a, 25 gives z, 26 gives aa."""
    return (_letter(index // 26 - 1) if index > 25 else "") + chr(ord("a") + index % 26)


def roman(number: int) -> str:
    """Return a number from 1 as small Roman figures."""
    result = ""
    for value, letters in _ROMAN:
        result += letters * (number // value)
        number %= value
    return result
