"""What the first characters of a line suggest."""

import pytest

from policybook.text.line_shapes import (
    ShapeKind,
    describe_oddity,
    name_odd_characters,
    read_shape,
)


@pytest.mark.parametrize(
    ("line", "kind", "sign", "words"),
    [
        ("## Trips", ShapeKind.HEADING, "##", "Trips"),
        ("##Trips", ShapeKind.HEADING, "##", "Trips"),
        ("•\tcoat", ShapeKind.BULLET, "•", "coat"),
        ("o\tcoat", ShapeKind.BULLET, "o", "coat"),
        ("o clock", ShapeKind.BULLET, "o", "clock"),
        ("– coat", ShapeKind.DASH, "–", "coat"),
        ("- coat", ShapeKind.MARK, "-", "coat"),
        ("-coat", ShapeKind.TIGHT_MARK, "-", "coat"),
        ("15. days", ShapeKind.NUMBER, "15.", "days"),
        ("2.1 We go.", ShapeKind.CLAUSE_NUMBER, "2.1", "We go."),
        ("2.5 hours", ShapeKind.WORDS, "", "2.5 hours"),
        ("１．Sign.", ShapeKind.NUMBER, "1.", "Sign."),
        ("\u00a0\u200b", ShapeKind.EMPTY, "", ""),
    ],
)
def test_shapes(line: str, kind: ShapeKind, sign: str, words: str) -> None:
    shape = read_shape(line)
    assert (shape.kind, shape.sign, shape.words) == (kind, sign, words)


def test_odd_characters_are_named() -> None:
    assert name_odd_characters("##\u00a0Trips\u00a0to go") == "U+00A0"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("\uff03\uff03 Two", "its signs have full width (U+FF03)"),
        ("-\u2003item", "it has U+2003 where a space belongs"),
        ("#\u200b# Two", "it has an invisible character (U+200B)"),
        ("    - item", ""),
    ],
)
def test_oddity_is_described(line: str, words: str) -> None:
    assert describe_oddity(line) == words
