"""Addresses and boxes that people type in plain words."""

from collections.abc import Iterator, Sequence

import pytest

from policybook.model import Inline, Mark
from policybook.reading.texts import markdown

#: A text, and the words and targets of its links.
ADDRESSES = [
    ("See www.gov.uk/bullying.", [("www.gov.uk/bullying", "https://www.gov.uk/bullying")]),
    ("(https://a.uk/b_(c)),", [("https://a.uk/b_(c)", "https://a.uk/b_(c)")]),
    ("Write to head@oak.sch.uk.", [("head@oak.sch.uk", "mailto:head@oak.sch.uk")]),
    ("a-b@oak.example, c@d.uk", [("a-b@oak.example", "mailto:a-b@oak.example"), ("c@d.uk", "mailto:c@d.uk")]),
    ("j.o'brien@oak.uk, ‘c@d.uk’", [("j.o'brien@oak.uk", "mailto:j.o'brien@oak.uk"), ("c@d.uk", "mailto:c@d.uk")]),
    ("o’brien@oak.uk’s clerk", [("o’brien@oak.uk", "mailto:o'brien@oak.uk")]),
    ("head&office@oak.uk, -x@y.uk, a@b@c.uk", []),  # nobody can tell where the address starts
    ("https://a.uk/x’s page, ‘https://a.uk/y’", [("https://a.uk/x", "https://a.uk/x"), ("https://a.uk/y", "https://a.uk/y")]),
    ("https://a.uk/x—or", []),
    ("**https://a.uk**", [("https://a.uk", "https://a.uk")]),
    ("[words](https://a.uk)", [("words", "https://a.uk")]),
    ("[https://a.uk](https://b.uk)", [("https://a.uk", "https://b.uk")]),  # no link inside a link
    ("<https://a.uk>", [("https://a.uk", "https://a.uk")]),
    ("`www.gov.uk`", []),  # code stays code
    ("Show respect.It matters. Go to oak.uk or @oak.", []),  # no address
    ("https:// and www. alone", []),
]  # fmt: skip

BOXES = [
    ("[ ] Consent", "☐ Consent"),
    ("[x] Done", "☑ Done"),
    ("risk [ ] low [ ] high", "risk ☐ low ☐ high"),
    ("Yes [ ]/No [ ]", "Yes ☐/No ☐"),
    ("see [x] there", "see [x] there"),  # may be a reference
    ("list[ ]", "list[ ]"),
    ("`[ ]`", "[ ]"),
]


def links(inlines: Sequence[Inline]) -> Iterator[tuple[str, str]]:
    for piece in inlines:
        if piece.mark is Mark.LINK:
            yield markdown.plain_text(piece.children), piece.target
        else:
            yield from links(piece.children)


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_addresses_become_links(text: str, expected: list[tuple[str, str]]) -> None:
    inlines = markdown.read_inline(text)
    assert list(links(inlines)) == expected
    signs = str.maketrans("", "", "*`<>[]()")
    plain = markdown.plain_text(inlines)
    if "](" not in text:
        assert plain.translate(signs) == text.translate(signs)


@pytest.mark.parametrize(("text", "shown"), BOXES)
def test_boxes_are_drawn(text: str, shown: str) -> None:
    assert markdown.plain_text(markdown.read_inline(text)) == shown


def test_cell_has_lines_with_bullets() -> None:
    (table,) = markdown.read("| Who | What |\n|---|---|\n| a-b | - one<br>- two<BR/>3 |\n").blocks
    cell = table.rows[1][1]
    assert [piece.text for piece in cell] == ["• one", "", "• two", "", "3"]
    assert [str(p.mark) for p in cell if not p.text] == ["break", "break"]
    assert markdown.plain_text(table.rows[1][0]) == "a-b"
