"""Say which characters the PDFs can print: those of their fonts.

`tools/font_coverage.py` lists them in `policybook/data/glyphs.txt`.
"""

from bisect import bisect_right
from functools import cache
from importlib.resources import files


def find_unsupported(text: str) -> set[str]:
    """Return the characters of `text` that no font of a PDF has.

    Control characters and private ones, such as those of old symbol fonts, are among
    them.
    """
    starts, ends = _read_ranges()
    return {
        c for c in set(text) if not c.isascii() and not _is_in_ranges(ord(c), starts, ends)
    } | _find_controls(text)


def printable_ranges() -> list[tuple[int, int]]:
    """Return the first and last code point of each range of printable characters, in order."""
    starts, ends = _read_ranges()
    return list(zip(starts, ends, strict=True))


@cache
def _read_ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first code points of all ranges, and the last ones."""
    lines = files("policybook").joinpath("data/glyphs.txt").read_text(encoding="ascii").splitlines()
    pairs = [line.split("-") for line in lines if line and not line.startswith("#")]
    return tuple(int(p[0], 16) for p in pairs), tuple(int(p[-1], 16) for p in pairs)


def _is_in_ranges(point: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> bool:
    """Return whether a code point is in one of the sorted ranges."""
    index = bisect_right(starts, point) - 1
    return index >= 0 and point <= ends[index]


def _find_controls(text: str) -> set[str]:
    """Return the ASCII control characters of `text`, except tabs and line ends."""
    return {c for c in set(text) if (c < " " and c not in "\t\n\r") or c == "\x7f"}
