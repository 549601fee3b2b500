"""The headings of a page, as the list beside it names them."""

import pytest

from policybook.site.page_outline import list_parts

PAGES = [
    ('<h2 id="a">One</h2><p>x</p><h2 id="b">Two</h2>', [("a", "One"), ("b", "Two")]),
    ('<h2 id="a">A <code>b</code>\n c</h2>', [("a", "A b c")]),
    ("<h2>No anchor</h2>", []),
    ('<h3 id="a">Lower</h3><h1 id="b">Higher</h1>', []),
    ('<h2 id="a">One<a class="headerlink" href="#a">#</a></h2>', [("a", "One")]),
    ('<h2 id="a">Q&amp;A', [("a", "Q&A")]),
    ("", []),
]


@pytest.mark.parametrize(("html", "expected"), PAGES)
def test_headings_with_anchors_are_listed(html: str, expected: list[tuple[str, str]]) -> None:
    assert [tuple(part) for part in list_parts(html)] == expected
