"""HTML of ordinary pages: what can only be read stays, everything else goes."""

import pytest

from policybook.site.render import sanitise

PAGES = [
    # What people read stays.
    ('<h2 id="aims">Aims</h2>', '<h2 id="aims">Aims</h2>'),
    ('<a href="https://x.example/">x</a>', '<a href="https://x.example/">x</a>'),
    ('<img src="hall.png" alt="hall">', '<img src="hall.png" alt="hall">'),
    # Nothing runs.
    ("a<script>alert(1)</script>", "a"),
    ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
    ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
    # Nothing is fetched from another site.
    ('<img src="https://x.example/a.png" alt="a">', '<img alt="a">'),
    ('<img src="//x.example/a.png" alt="a">', '<img alt="a">'),
    ('<iframe src="https://x.example/"></iframe>', ""),
    # Ids of the frame keep their meaning.
    ('<h2 id="content">C</h2>', '<h2 id="content-1">C</h2>'),
    ('<h2 id="pb-q">Q</h2>', '<h2 id="pb-q-1">Q</h2>'),
]


@pytest.mark.parametrize(("html", "expected"), PAGES)
def test_only_readable_html_stays(html: str, expected: str) -> None:
    assert sanitise.html(html) == expected


@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_alignment_becomes_a_class(side: str) -> None:
    table = f'<table><tbody><tr><td style="text-align: {side};">a</td></tr></tbody></table>'
    assert f'<td class="pb-{side}">a</td>' in sanitise.html(table)
