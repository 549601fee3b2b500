"""Compute the contrast of two colours, and change a colour until people can read it.

The formulas are those of WCAG 2.2, “relative luminance” and “contrast ratio”. A colour is
written as `#rrggbb`.
"""

import re
from collections.abc import Iterable

#: WCAG 2.2, success criterion 1.4.3: the least contrast of words with their ground.
LEAST = 4.5
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 100


def read_hex(words: str) -> str | None:
    """Return a colour as `#rrggbb` in small letters; None for anything else."""
    if not _HEX.fullmatch(words):
        return None
    digits = words[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours: 1 if they are alike, 21 for black on white."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with a share of `other`: 0 is all `colour`, 1 is all `other`."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darken(colour: str, grounds: Iterable[str], least: float = LEAST) -> str:
    """Return `colour`, with as little black as it needs to be read on all `grounds`."""
    return _approach(colour, "#000000", tuple(grounds), least)


def lighten(colour: str, grounds: Iterable[str], least: float = LEAST) -> str:
    """Return `colour`, with as little white as it needs to be read on all `grounds`."""
    return _approach(colour, "#ffffff", tuple(grounds), least)


def _approach(colour: str, end: str, grounds: tuple[str, ...], least: float) -> str:
    """Return the first colour on the way to `end` that can be read on all `grounds`."""
    for step in range(_STEPS + 1):
        candidate = mix(colour, end, step / _STEPS)
        if all(contrast(candidate, ground) >= least for ground in grounds):
            return candidate
    return end


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 for black to 1 for white."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """Return the linear value of one part of a colour in sRGB."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of a colour, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
