"""Which characters can be printed: those of the fonts, listed in `policybook/data/glyphs.txt` by `coverage`."""

from bisect import bisect_right
from functools import cache
from importlib.resources import files

_PRINTED = bytes([*range(0x20, 0x7F), *b"\t\n\r"])


def unsupported(text: str) -> set[str]:
    """Return the characters of `text` that no font of a PDF has: control and private ones (old symbol fonts) too."""
    if text.isascii():  # as bytes they are looked through at once
        return {chr(byte) for byte in text.encode().translate(None, _PRINTED)}
    starts, ends = _ranges()
    return {
        c for c in set(text) if not c.isascii() and not _is_within(ord(c), starts, ends)
    } | _controls(text)


def ranges() -> list[tuple[int, int]]:
    """Return the first and the last code point of each range of printable characters, in order."""
    starts, ends = _ranges()
    return list(zip(starts, ends, strict=True))


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    lines = files("policybook").joinpath("data/glyphs.txt").read_text(encoding="ascii").splitlines()
    pairs = [line.split("-") for line in lines if line and not line.startswith("#")]
    return tuple(int(p[0], 16) for p in pairs), tuple(int(p[-1], 16) for p in pairs)


def _is_within(point: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> bool:
    index = bisect_right(starts, point) - 1
    return index >= 0 and point <= ends[index]


def _controls(text: str) -> set[str]:
    return {c for c in set(text) if (c < " " and c not in "\t\n\r") or c == "\x7f"}
