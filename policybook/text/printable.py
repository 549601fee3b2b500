"""Say which characters the PDFs can print: those of their fonts.

`tools/font_coverage.py` lists them in `policybook/data/glyphs.txt`.
"""

from functools import cache

from policybook.text import data_files


def find_unsupported(text: str) -> set[str]:
    """Return the characters of `text` that no font of a PDF has.

    Control characters and private ones, such as those of old symbol fonts, are among
    them. Tabs and line ends are not.
    """
    return set(text) - list_printable() - set("\t\n\r")


@cache
def list_printable() -> frozenset[str]:
    """Return the characters that the fonts have."""
    lines = data_files.read_text("glyphs.txt").splitlines()
    ranges = [line.split("-") for line in lines if line and not line.startswith("#")]
    return frozenset(chr(n) for r in ranges for n in range(int(r[0], 16), int(r[-1], 16) + 1))
