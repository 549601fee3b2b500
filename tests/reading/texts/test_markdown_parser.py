"""Which texts are read with tables."""

import pytest

from policybook.reading.texts import markdown_parser
from policybook.reading.texts.markdown_parser import MOST_PASSAGES, make_parser


def test_too_many_strokes_are_one_paragraph() -> None:
    table = "|a|\n|-|\n"
    assert markdown_parser.may_have_tables(table)
    text = table + "| " * 4 * MOST_PASSAGES
    assert not markdown_parser.may_have_tables(text)
    parser = markdown_parser.block_parser(with_tables=False)
    assert next(token.type for token in parser.parse(text)) == "paragraph_open"


@pytest.mark.parametrize(
    ("lines", "links", "shown"),
    [
        ("[x]: http://x.example\n[a]: http://a.example", "a", "[x]: http://x.example"),
        ("[a]: http://a.example\n[x]: http://x.example\n[b]: #b", "ab", "[x]: http://x.example"),
        ("[a]: http://a.example\n[a]: #a\n[b]: #b", "ab", "a: #a"),
        ('[a]: #a "Title"\n[b]: #b', "b", '[a]: #a "Title"'),
        ("[a]: www.example\n[b]: #b", "b", "[a]: www.example"),
        ("[Note]: important\n[b]:#b", "b", "[Note]: important"),
        ("[x]: #x\n[x]: #y\n[a]: #a", "a", "[x]: #x"),
        # The next line is no address.
        ("[x]: #x\nand more", "", "[x]: #xand more"),
    ],
)
def test_unused_address_hides_no_other(lines: str, links: str, shown: str) -> None:
    tokens = make_parser().parse(f"See [a] and [b].\n\n{lines}\n")
    first, *others = (token.children or [] for token in tokens if token.type == "inline")
    names = [first[n + 1].content for n, t in enumerate(first) if t.type == "link_open"]
    assert "".join(names) == links
    assert "".join(token.content for token in others[0]) == shown
