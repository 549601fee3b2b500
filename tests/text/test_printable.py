"""Test the list of printable characters against the fonts."""

from policybook.text.printable import find_unsupported, list_printable
from tests.site.pdf.cases import PDF
from tools.font_coverage import as_text, drawn, is_character, settable

FONTS = PDF / "fonts"


def list_points() -> list[int]:
    return sorted(map(ord, list_printable()))


def test_every_glyph_is_listed() -> None:
    """Check on each Python: its Unicode tables may be older or newer than the fonts."""
    assert len(list(FONTS.glob("*.ttf"))) == 7
    points = {point for point in drawn(str(FONTS)) if is_character(point)}
    assert len(points) > 5000
    assert points - set(list_points()) == set()


def test_typst_can_set_listed_characters() -> None:
    points = list_points()
    assert settable(points, str(FONTS)) == points


def test_list_is_what_the_tool_writes() -> None:
    text = as_text(list_points())
    assert text.splitlines()[2].startswith("0020-007E")
    assert text == (PDF.parents[1] / "policybook" / "data" / "glyphs.txt").read_text(
        encoding="ascii"
    )


def test_letters_of_school_languages_are_printable() -> None:
    text = (
        "Ŵŵ Ŷŷ Ẃ łódź żółć șț ğış đ ұ Україна ελληνικά اردو ٹڈڑےۓں پښتو سنڌي "
        "ئۇيغۇر עברית हिन्दी £€½≥→✓☐😀 ’“”–…\t\n"
    )
    assert find_unsupported(text) == set()


def test_other_characters_are_returned() -> None:
    assert find_unsupported("a中b\uf0b7c\x00d\x7f") == {"中", "\uf0b7", "\x00", "\x7f"}


def test_fonts_are_small_and_free() -> None:
    assert sum(f.stat().st_size for f in FONTS.iterdir()) <= 4_000_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
