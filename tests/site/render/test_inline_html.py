"""Inline pieces to HTML: only our own tags, whatever the author wrote."""

import re

import html5lib
import pytest
from bs4 import BeautifulSoup
from builders import PATH, load_library, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.references import links
from policybook.reading.texts import clauses, markdown, text_outline
from policybook.site.render import inline_html
from policybook.site.render.inline_html import LinkTargets

ALLOWED = {
    "strong": set[str](),
    "em": set[str](),
    "code": set[str](),
    "br": set[str](),
    "span": {"class"},
    "a": {"href"},
    "img": {"src", "alt"},
}
LIBRARY = load_library(
    {PATH: make_text("## Rules\n\nBe kind.\n"), PATH.replace("2025-09.md", "h.png"): b"\x89PNG"}
)
VERSION = LIBRARY.policies[0].versions[0]


def address(target: str) -> str | None:
    where = links.resolve(LIBRARY, VERSION, target)
    return (
        where.url
        if isinstance(where, links.WebLink)
        else f"#{where.fragment}"
        if isinstance(where, links.SiteLink)
        else None
    )


def source(target: str) -> str | None:
    path = links.find_picture(LIBRARY, VERSION, target)
    return path if isinstance(path, str) else None


PLACES = LinkTargets(address, source)


def html(words: str, places: LinkTargets = PLACES) -> str:
    return str(inline_html.html(markdown.read_inline(words), places))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Be *kind* & **calm**", "Be <em>kind</em> &amp; <strong>calm</strong>"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("one\\\ntwo", "one<br>two"),
        ("[ ] yes", '<span role="img" aria-label="empty checkbox">☐</span> yes'),
        ("[x] no", '<span role="img" aria-label="ticked checkbox">☑</span> no'),
        ("a<br>b", "a<br>b"),
        ("[rule](#s1-1)", '<a href="#s1-1">rule</a>'),
        ('[x](https://x.example/?a="b)', '<a href="https://x.example/?a=%22b">x</a>'),
        ("[x](javascript:alert(1))", "x"),
        ("[x](#nothing)", "x"),
        (
            '![the "hall"](h.png)',
            '<img src="docs/policies/behaviour/h.png" alt="the &quot;hall&quot;">',
        ),
        ("![x](https://tracker.example/x.png)", "x"),
        (
            "[![hall](h.png)](#s1)",
            '<a href="#s1"><img src="docs/policies/behaviour/h.png" alt="hall"></a>',
        ),
        ("{{ config }}", "{{ config }}"),
    ],
)
def test_pieces(words: str, expected: str) -> None:
    assert html(words) == expected


def test_links_without_targets_are_words() -> None:
    assert html("[rule](#s1) ![hall](h.png)", LinkTargets()) == "rule hall"


def test_paragraphs_are_kept_apart() -> None:
    (section,) = text_outline.parse("- one\n\n  two\n").sections
    (clause,) = clauses.walk_section(section)
    assert inline_html.html(clause.inlines, LinkTargets()) == 'one<span class="pb-gap"> </span>two'


BITS = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "/>",
        '"',
        "'",
        "=",
        "&",
        "&lt;",
        "&#60;",
        "*",
        "**",
        "`",
        "\\",
        "[x](",
        "![x](",
        ")",
        "](",
        "javascript:",
        "https://x.example/",
        "h.png",
        "#s1",
        "onerror",
        "script",
        "img src=x ",
        "a href=",
        "<!--",
        "-->",
        "<![CDATA[",
        "\n",
        " ",
        "x",
        "style",
        "\x00",
        "\u2028",
        "{{",
        "%",
    ]
)
ANY = st.lists(BITS, max_size=25).map("".join) | st.text(st.characters())


@given(ANY)
def test_only_allowed_tags_and_attributes(words: str) -> None:
    output = html(words)
    soup = BeautifulSoup(f"<div>{output}</div>", "html5lib")
    assert soup.div is not None and soup.div.next_sibling is None
    for tag in soup.div.find_all(True):
        assert set(tag.attrs) <= ALLOWED[tag.name], output
        for name in ("href", "src"):
            assert re.match(
                r"(https?|mailto|tel):|#|docs/policies/behaviour/|$", str(tag.get(name, ""))
            )
    assert not soup.find_all(string=lambda s: type(s).__name__ in {"Comment", "CData", "Doctype"})


@given(st.lists(BITS, max_size=25).map("".join))
def test_html_keeps_the_words(words: str) -> None:
    pieces = markdown.read_inline(words)
    tree = html5lib.parseFragment(
        str(inline_html.html(pieces, LinkTargets())).replace("<br>", " "),
        namespaceHTMLElements=False,
    )
    assert "".join(tree.itertext()).split() == markdown.plain_text(pieces).split()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the office", "the office"),
        (
            "the office (office@school.test)",
            'the office (<a href="mailto:office@school.test">office@school.test</a>)',
        ),
        ("A & B, a.b@c.d.uk.", 'A &amp; B, <a href="mailto:a.b@c.d.uk">a.b@c.d.uk</a>.'),
        ("<b>@x", "&lt;b&gt;@x"),
    ],
)
def test_mail_addresses_become_links(words: str, shown: str) -> None:
    assert str(inline_html.link_mail(words)) == shown
