"""The list of printable characters against the fonts themselves."""

import unicodedata

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from policybook.text.printable import ranges, unsupported
from tests.site.pdf.cases import PDF
from tools.font_coverage import as_text, settable

FONTS = PDF / "fonts"


def listed() -> list[int]:
    return [point for first, last in ranges() for point in range(first, last + 1)]


def test_the_list_holds_every_character_of_the_bundled_fonts() -> None:
    fonts = sorted(FONTS.glob("*.ttf"))
    assert len(fonts) == 7
    assigned = {
        p
        for f in fonts
        for p in TTFont(f).getBestCmap()
        if unicodedata.category(chr(p)) not in {"Cc", "Co", "Cn"}
    }
    assert assigned - set(listed()) == set()


def test_typst_can_set_every_character_of_the_list() -> None:
    points = listed()
    assert settable(points, str(FONTS)) == points


def test_the_list_is_as_the_generator_writes_it() -> None:
    text = as_text(listed())
    assert text.splitlines()[2].startswith("0020-007E")
    assert text == (PDF.parents[1] / "policybook" / "data" / "glyphs.txt").read_text(
        encoding="ascii"
    )


def test_letters_of_the_languages_of_british_schools_are_printable() -> None:
    text = "Ŵŵ Ŷŷ Ẃ łódź żółć șț ğış đ ұ Україна ελληνικά اردو ٹڈڑےۓں پښتو سنڌي ئۇيغۇر עברית हिन्दी £€½≥→✓☐😀 ’“”–…\t\n"
    assert unsupported(text) == set()


def test_other_characters_are_told() -> None:
    assert unsupported("a中b\uf0b7c\x00d\x7f") == {"中", "\uf0b7", "\x00", "\x7f"}


def test_fonts_are_small_and_free() -> None:
    assert sum(f.stat().st_size for f in FONTS.iterdir()) <= 4_000_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
