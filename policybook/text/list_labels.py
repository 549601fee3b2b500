"""A place in a list -> the letter or number that stands before it. Knows no clauses."""

from functools import lru_cache

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@lru_cache(maxsize=1 << 10)
def label_of(depth: int, index: int) -> str:
    """(a), (b) …; inside them (i), (ii) …; inside those (1), (2) …; and again."""
    signs = (_letter(index), _roman(index + 1), str(index + 1))
    return f"({signs[depth % 3]})"


def _letter(index: int) -> str:
    """0 -> a, 25 -> z, 26 -> aa."""
    return (_letter(index // 26 - 1) if index > 25 else "") + chr(ord("a") + index % 26)


def _roman(number: int) -> str:
    result = ""
    for value, letters in _ROMAN:
        result += letters * (number // value)
        number %= value
    return result
