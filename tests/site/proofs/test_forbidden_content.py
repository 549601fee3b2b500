"""A finished page has nothing that its content security policy forbids."""

import pytest

from policybook.site.proofs.forbidden_content import ForbiddenContent, find_forbidden, refuse_page

SITE = "https://hill.example/policies/"


@pytest.mark.parametrize(
    "page",
    [
        '<script src="assets/search.js" defer></script>',
        '<script src="https://hill.example/policies/assets/search.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<link rel="stylesheet" href="../assets/policybook.css?v=1">',
        '<link rel="canonical" href="https://elsewhere.example/">',
        '<img alt="A plan" src="plan.png"><img src="data:image/png;base64,xx" alt="">',
        '<a href="https://elsewhere.example/">Elsewhere</a>',
        '<form action="search/"><input name="q"></form>',
        "<p>Write style=… and onclick=… and &lt;script&gt; as you like.</p>",
        '<p title="style=x onload=y">Words</p>',
        '<p data-style="x">Words, 3 < 4 and 5 > 4</p>',
        "",
    ],
)
def test_own_pages_are_allowed(page: str) -> None:
    assert list(find_forbidden(page, SITE)) == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<script>alert(1)</script>", "a script inside"),
        ('<script src="https://cdn.example/x.js"></script>', "cdn.example"),
        ('<SCRIPT SRC="//cdn.example/x.js"></SCRIPT>', "cdn.example"),
        ("<style>p{}</style>", "<style>"),
        ('<p style="color:red">x</p>', "style"),
        ("<p\nonclick = 'x()'>x</p>", "onclick"),
        ("<body onload=x()>", "onload"),
        ('<link rel="stylesheet" href="https://fonts.example/a.css">', "fonts.example"),
        ('<link rel="preload icon" href="http://hill.example:8/a.css">', "hill.example:8"),
        ('<img src="https://cdn.example/x.png" alt="">', "cdn.example"),
        ('<img src="data:text/html,x"><script src="data:text/javascript,x"></script>', "data:"),
        ('<iframe src="x.html"></iframe>', "<iframe>"),
        ('<object data="x"></object>', "<object>"),
        ('<base href="/">', "<base>"),
        ('<form action="https://elsewhere.example/"></form>', "elsewhere.example"),
        ('<a href=" javascript:alert(1)">x</a>', "runs a script"),
        ('<video src="film.mp4"></video>', "<video>"),
    ],
)
def test_forbidden_things_are_named(page: str, words: str) -> None:
    faults = list(find_forbidden(page, SITE))
    assert faults and words in " ".join(faults)


def test_refusal_names_the_template() -> None:
    with pytest.raises(ForbiddenContent, match=r"review/.*template policy/review\.html"):
        refuse_page("<style></style>", "review/", "policy/review.html", SITE)


def test_search_is_linear() -> None:
    for piece in ("<", "<a ", "<a '", '<a "', "<p on=", " style="):
        assert len(list(find_forbidden(piece * 50_000, SITE))) <= 1
