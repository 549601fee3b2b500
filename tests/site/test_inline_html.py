"""Inline pieces to HTML: only our own tags, whatever the author wrote."""

import re

import html5lib
import pytest
from bs4 import BeautifulSoup
from builders import PATH, loaded, text
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading import clauses, links, markdown, text_outline
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
LIBRARY = loaded(
    {PATH: text("## Rules\n\nBe kind.\n"), PATH.replace("2025-09.md", "h.png"): b"\x89PNG"}
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
    found = links.find_picture(LIBRARY, VERSION, target)
    return found if isinstance(found, str) else None


PLACES = LinkTargets(address, source)


def html(words: str, places: LinkTargets = PLACES) -> str:
    return str(inline_html.html(markdown.read_inline(words), places))


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Be *kind* & **calm**", "Be <em>kind</em> &amp; <strong>calm</strong>"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("one\\\ntwo", "one<br>two"),
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
def test_pieces(words: str, made: str) -> None:
    assert html(words) == made


def test_without_places_there_are_only_words() -> None:
    assert html("[rule](#s1) ![hall](h.png)", LinkTargets()) == "rule hall"


def test_paragraphs_of_one_clause_are_kept_apart() -> None:
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
def test_no_text_makes_another_tag_or_attribute(words: str) -> None:
    made = html(words)
    soup = BeautifulSoup(f"<div>{made}</div>", "html5lib")
    assert soup.div is not None and soup.div.next_sibling is None
    for tag in soup.div.find_all(True):
        assert set(tag.attrs) <= ALLOWED[tag.name], made
        for name in ("href", "src"):
            assert re.match(
                r"(https?|mailto|tel):|#|docs/policies/behaviour/|$", str(tag.get(name, ""))
            )
    assert not soup.find_all(string=lambda s: type(s).__name__ in {"Comment", "CData", "Doctype"})


@given(st.lists(BITS, max_size=25).map("".join))
def test_the_words_of_the_html_are_the_words_of_the_text(words: str) -> None:
    pieces = markdown.read_inline(words)
    tree = html5lib.parseFragment(
        str(inline_html.html(pieces, LinkTargets())).replace("<br>", " "),
        namespaceHTMLElements=False,
    )
    assert "".join(tree.itertext()).split() == markdown.plain_text(pieces).split()
