"""Asks Typst which characters it can set with the bundled fonts, and writes `policybook/data/glyphs.txt`.

Run it after a change of the fonts or of Typst's version (Typst brings fonts of its own; we use DejaVu Sans Mono for
code and for symbols). It takes four seconds:

    uv run python tools/font_coverage.py templates/pdf/fonts
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

_ASK = b"""#set document(title: "x")
#set text(lang: "en")
#for c in sys.inputs.text.codepoints() { par(c) }
"""
_BATCH = 4000
_REFUSED = re.compile(r"(?:the text|codepoint) `(\"(?:[^\"\\]|\\.)*\")`")
_HEAD = """# Characters that can be printed: code points in hexadecimal, one range a line.
# Written by `python tools/font_coverage.py templates/pdf/fonts`; do not edit.
"""


def covered(fonts: str) -> list[int]:
    """Return every character that Typst sets with the fonts in the folder `fonts` and its own.

    A font may know newer characters than this Python's tables of Unicode.
    """
    assigned = {p for p in range(0x20, 0x110000) if unicodedata.category(chr(p)) != "Cn"}
    candidates = [p for p in sorted(assigned | drawn(fonts)) if is_character(p)]
    batches = (candidates[i : i + _BATCH] for i in range(0, len(candidates), _BATCH))
    return [point for batch in batches for point in settable(batch, fonts)]


def drawn(fonts: str) -> set[int]:
    """Return the code points for which a font in the folder `fonts` has a glyph."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    return {p for file in sorted(Path(fonts).glob("*.ttf")) for p in TTFont(file).getBestCmap()}


def is_character(point: int) -> bool:
    """Say whether text may hold `point`: no control, surrogate or private code point.

    No version of Unicode changes these three groups.
    """
    return unicodedata.category(chr(point)) not in {"Cc", "Cs", "Co"}


def settable(points: Sequence[int], fonts: str) -> list[int]:
    """Return those of `points` that Typst can set."""
    import typst

    bundled = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts]
    )
    compiler = typst.Compiler(_ASK, root=fonts, font_paths=bundled, ignore_system_fonts=True)
    left = list(points)
    while left:
        text = "".join(map(chr, left))
        try:
            compiler.compile(
                _ASK, format="pdf", pdf_standards=["ua-1"], sys_inputs={"text": text}, timestamp=0
            )
        except typst.TypstError as fault:
            refused = _refused(fault.diagnostic)
            if not refused:
                raise
            left = [p for p in left if p not in refused]
        else:
            break
    return left


def _refused(diagnostic: str) -> set[int]:
    return {ord(c) for found in _REFUSED.findall(diagnostic) for c in _unescaped(found[1:-1])}


def _unescaped(quoted: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), quoted)


def as_ranges(points: Iterable[int]) -> list[tuple[int, int]]:
    """`1 2 3 7` -> `1-3 7-7`."""
    result: list[tuple[int, int]] = []
    for point in sorted(points):
        if result and point == result[-1][1] + 1:
            result[-1] = (result[-1][0], point)
        else:
            result.append((point, point))
    return result


def as_text(points: Iterable[int]) -> str:
    """The file's text."""
    lines = (f"{a:04X}" if a == b else f"{a:04X}-{b:04X}" for a, b in as_ranges(points))
    return _HEAD + "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Write the list for the fonts in the folder that is named."""
    target = Path(__file__).parents[1] / "policybook" / "data" / "glyphs.txt"
    target.write_text(as_text(covered(arguments[0])), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
