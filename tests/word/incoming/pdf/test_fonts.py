"""What the codes of fonts mean."""

import pytest

from policybook.word.incoming.pdf.fonts import name_character, read_font, read_unicode_map


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (b"beginbfchar <01> <0041> <02> <00660069> endbfchar", {1: "A", 2: "fi"}),
        (b"beginbfrange <0003> <0005> <0061> endbfrange", {3: "a", 4: "b", 5: "c"}),
        (b"beginbfrange <07> <08> [<2022> <D83D DE00>] endbfrange", {7: "•", 8: "😀"}),
        (b"beginbfchar <01 <0041> endbfchar beginbfrange <05> endbfrange", {}),
    ],
)
def test_unicode_maps(words: bytes, expected: dict[int, str]) -> None:
    assert read_unicode_map(words)[0] == expected


@pytest.mark.parametrize(
    ("name", "character"),
    [
        ("A", "A"),
        ("seven", "7"),
        ("eacute", "é"),
        ("quoteright", "’"),
        ("uni20AC", "€"),
        ("u1F600", "😀"),
        ("a.alt", "a"),
        ("g12", "\ufffd"),
    ],
)
def test_names_of_glyphs(name: str, character: str) -> None:
    assert name_character(name) == character


def test_differences_of_an_encoding() -> None:
    encoding = {"/BaseEncoding": "/MacRomanEncoding", "/Differences": [65, "/bullet", "/space"]}
    font = read_font({"/Subtype": "/TrueType", "/Encoding": encoding, "/BaseFont": "/Arial,Bold"})
    assert "".join(text for text, _ in font.read(b"ABC\x8e")) == "• Cé"
    assert (font.bold, font.italic) == (True, False)


def test_unknown_codes_are_counted() -> None:
    font = read_font({"/Subtype": "/Type0", "/BaseFont": "/X", "/DescendantFonts": []})
    assert [text for text, _ in font.read(b"\0\1\0\2")] == ["\ufffd", "\ufffd"]
