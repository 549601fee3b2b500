"""Page, print view, PDF and search text have exactly the characters of the source."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import PATH, load_project, make_approved_text, make_sources, make_text
from hypothesis import example, given
from hypothesis import strategies as st

from policybook import search
from policybook.project.templates import read_templates
from policybook.site import build
from policybook.site.build import Site
from policybook.site.elsewhere import elsewhere_in
from policybook.site.pdf.document import version_document
from policybook.site.proofs import text_balance
from policybook.site.proofs.text_balance import Unbalanced
from policybook.site.render.clause_html import text_html
from policybook.site.render.types import Settings
from tests.site.pdf.cases import cover_of

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
BODY = "## Rules\n\nWithin\n\n15. school days, **ask**:\n\n3) the *head*;\n4) `us`.\n"
LINES = st.lists(
    st.sampled_from(
        ["## Rules", "Be kind", "- a [b](c)", "1. one", "15. days", "> 95%", "| a | b |\n|--|--|\n| c | d |",
         "    code  here", "  - inner", "", "", "### Group", "##", "![a plan](p.png)", "**a** _b_ &amp; <x>",
         "#### Deep", "Ask.[^1]", "[^1]: First.", "[^unused]: Never used.", "##### Deeper", "> quoted",
         "ask[^source]", "[^source]: A note.", "[^2]: Another."]
    ),
    max_size=20,
).map("\n".join)  # fmt: skip


def make_site(body: str, **templates: str) -> Site:
    pages = read_templates(ROOT)
    changed = {f"policy/{name}.html": text for name, text in templates.items()}
    pages = replace(pages, pages={**pages.pages, **changed})
    files = {PATH: make_approved_text(body)}
    return build.build(make_sources(files), pages, TODAY, Settings(pdf=False))


SITE = make_site("## Rules\n\nBe kind.\n")


@pytest.mark.parametrize("numbering", [None, "headings"])
@given(LINES)
@example(BODY)
@example("## Rules\n\nAsk.[^source]\n\n[^source]: A name too long for the margin of a PDF.\n")
@example("## A\n\nText.\n\n### B\n\nText.\n\n#### C\n\nText.\n")
@example("## A\n\nAsk.\n\n[^unused]: Never used.\n")
def test_outputs_keep_every_character(numbering: str | None, body: str) -> None:
    facts = {"numbering": numbering} if numbering else {}
    library = load_project({PATH: make_text(body or "x", **facts)}).library
    version = library.policies[0].versions[0]
    text_balance.refuse_source(version)
    # This compares the HTML, and so the page and the print view.
    text_html(SITE.renderer, elsewhere_in(library), version)
    text_balance.refuse_pdf(version, version_document(version, cover_of())["body"], "")


OWN = st.lists(
    st.sampled_from(
        ["## 4. Rules", "## Appendix B: Form", "### 4.2 Sub", "## Foreword", "4.1 Be kind:", "- (a) x", "  - (i) y",
         "- 1. z", "1. one", "2. two", "4.2 Ask", "(b) w", "Then", "| 1.1 | b |\n|--|--|\n| (a) c | d |", "- x", ""]
    ),
    max_size=20,
).map("\n\n".join)  # fmt: skip


@given(OWN)
@example("## 4. Rules\n\n4.1 Ask:\n\n- (a) x\n- 10.1(b) y\n\n10.10.10(a) z")
def test_outputs_keep_own_numbers(body: str) -> None:
    library = load_project({PATH: make_text(body or "x", numbering="own")}).library
    version = library.policies[0].versions[0]
    text_balance.refuse_source(version)
    text_html(SITE.renderer, elsewhere_in(library), version)
    text_balance.refuse_pdf(version, version_document(version, cover_of())["body"], "")


def test_page_without_own_numbers_is_refused() -> None:
    library = load_project({PATH: make_text("## 4. Rules\n\n4.1 Ask.", numbering="own")}).library
    version = library.policies[0].versions[0]
    html = text_html(SITE.renderer, elsewhere_in(library), version)
    with pytest.raises(Unbalanced, match="HTML of the text"):
        text_balance.refuse_html(version, [html.replace(">4.1</a>", "></a>")])


def test_search_keeps_every_character() -> None:
    site = make_site(BODY)
    version = site.published.policies[0].versions[0]
    text_balance.refuse_search(version, search.documents_in_force(site.published, TODAY))
    with pytest.raises(Unbalanced, match=r"2025-09\.md:\d+: the search text of version 2025-09"):
        text_balance.refuse_search(version, ())


CLAUSES = (ROOT / "templates/policy/clauses.html").read_text(encoding="utf-8")
TEXT = (ROOT / "templates/policy/text.html").read_text(encoding="utf-8")
PRINT = (ROOT / "templates/policy/print.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("templates", "message"),
    [
        ({"clauses": CLAUSES.replace("{{ words(cell.inlines) }}", "")}, "policy/clauses.html"),
        ({"clauses": CLAUSES + "extra"}, "policy/clauses.html"),
        ({"text": TEXT.replace("{{ text }}", "")}, "policy/text.html"),
        ({"text": TEXT.replace("{{ text }}", "{{ text|lower }}")}, "policy/text.html"),
        ({"print": PRINT.replace("{{ text }}", "")}, "policy/print.html"),
    ],
)
def test_template_that_loses_words_is_refused(templates: dict[str, str], message: str) -> None:
    body = f"{BODY}\n| Who | What |\n|---|---|\n| Head | Asks |\n"
    with pytest.raises(Unbalanced, match=message):
        list(make_site(body, **templates).files())
