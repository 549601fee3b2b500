"""The text of a version as HTML."""

from datetime import date
from pathlib import Path

from builders import make_approved_text, make_sources

from policybook.project.templates import read_templates
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
BODY = (
    "## A\n\nAsk under rule 2.1, as the Phones Policy says.\n\n"
    "## B\n\nSection 1 of the Equality Act 2010 applies. So does section 1.\n"
)
FILES = {
    "docs/policies/behaviour/2025-09.md": make_approved_text(BODY),
    "docs/policies/phones/2025-09.md": make_approved_text(title="Phones Policy"),
}


def test_references_are_links() -> None:
    made = build.build(
        make_sources(FILES), read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False)
    )
    pages = {a.path: a.data.decode() for a in made.files() if a.path.endswith(".html")}
    for address, way in (
        ("policies/behaviour/index.html", "../../policies/phones/"),
        ("policies/behaviour/2025-09/index.html", "../../../policies/phones/"),
    ):
        html = pages[address]
        assert 'Ask under <a href="#s2-1">rule 2.1</a>' in html
        assert f'<a href="{way}">Phones Policy</a>' in html
        assert "Section 1 of the Equality Act 2010 applies. So does section 1." in html


def test_typed_number_is_a_label_or_hangs() -> None:
    body = "## A\n\nThe chair:\n\n1. opens\n\nAll stay.\n\n1. Sit.\n2. Go.\n"
    files = {"docs/policies/behaviour/2025-09.md": make_approved_text(body)}
    made = build.build(
        make_sources(files), read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False)
    )
    pages = {a.path: a.data.decode() for a in made.files() if a.path.endswith(".html")}
    html = pages["policies/behaviour/index.html"]
    assert 'aria-label="1.1(1)">1.</a><div class="pb-words"><p>opens</p>' in html
    assert '>1.3</a><div class="pb-words"><p><span class="pb-ordinal">1.</span> Sit.</p>' in html
