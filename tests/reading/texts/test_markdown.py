"""Markdown to blocks and inline pieces: marks, breaks, and nothing lost however deep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Inline, Mark
from policybook.reading.texts import markdown


def describe(inlines: tuple[Inline, ...]) -> str:
    """The pieces in one line: `strong(a em(b))`."""
    return " ".join(_describe(piece) for piece in inlines)


def _describe(piece: Inline) -> str:
    if piece.mark is Mark.TEXT:
        return repr(piece.text)
    inside = describe(piece.children) if piece.children else repr(piece.text) if piece.text else ""
    return f"{piece.mark}({inside}{' -> ' + piece.target if piece.target else ''})"


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("Be kind.", "'Be kind.'"),
        ("Be\nkind.", "'Be kind.'"),
        ("Be *kind*.", "'Be ' em('kind') '.'"),
        ("**Be *kind***", "strong('Be ' em('kind'))"),
        ("`<b>`", "code('<b>')"),
        ("Be  \nkind\\\nnow", "'Be' break() 'kind' break() 'now'"),
        ("[the *rules*](#rules)", "link('the ' em('rules') -> #rules)"),
        ("<https://www.gov.uk/>", "link('https://www.gov.uk/' -> https://www.gov.uk/)"),
        ("![the *hall* \\* plan](h.png)", "image('the hall * plan' -> h.png)"),
        ("[x](javascript:alert(1))", "link('x' -> javascript:alert(1))"),
        ("snake_case_word 2*3*4", "'snake_case_word 2' em('3') '4'"),
        ("<b>&lt;&copy;\\*", "'<b><©*'"),
        ("[x]: y", "'[x]: y'"),
        ("", ""),
    ],
)
def test_inline_pieces(source: str, pieces: str) -> None:
    assert describe(markdown.read_inline(source)) == pieces


def test_plain_words_of_pieces() -> None:
    assert (
        markdown.plain_text(markdown.read_inline("Be **kind**\\\n*and* ![calm](x.png)"))
        == "Be kind and calm"
    )


@given(st.integers(1, 80))
def test_words_in_deep_marks_stay(depth: int) -> None:
    source = (
        "".join("*a **b " for _ in range(depth)) + "end" + "".join("** c* " for _ in range(depth))
    )
    plain = markdown.plain_text(markdown.read_inline(source))
    assert (plain.count("a"), plain.count("b"), plain.count("c")) == (depth, depth, depth)


@given(st.text(st.characters()))
def test_nothing_makes_it_raise(source: str) -> None:
    markdown.read(source)
    markdown.plain_text(markdown.read_inline(source))
