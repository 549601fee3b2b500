"""The records of decisions in `docs/decisions/`: their form, and that no build publishes them."""

import re
from pathlib import Path

import pytest

from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources

ROOT = Path(__file__).parents[1]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
FORM = re.compile(
    r"# (\d{4})\. [^\n]+\n\nStatus: (accepted|rejected|replaced by (\d{4}))\n\n"
    r"## Context\n\n.+\n\n## Decision\n\n.+\n\n## Consequence\n\n.+\n",
    re.DOTALL,
)


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_decision_has_the_form(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    form = FORM.fullmatch(text)
    assert form is not None
    assert form[1] == file.name[:4]
    assert form[3] is None or [other for other in DECISIONS if other.name.startswith(form[3])]
    assert len(text.splitlines()) <= 25
    assert max(map(len, text.splitlines())) <= 100


def test_decisions_are_numbered_in_order() -> None:
    assert len(DECISIONS) > 15
    assert [int(file.name[:4]) for file in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_decisions_are_no_ordinary_pages() -> None:
    sources = read_sources(ROOT)
    assert [path for path in sources.files if "decisions/" in path] == []
    assert [path for path in sources.pages if "decisions/" in path] == []
    assert [finding for finding in sources.findings if "decisions/" in finding.path] == []


@pytest.mark.parametrize(
    "uri",
    [
        "decisions/index.md",
        "decisions/2026-11.md",  # a school's own: numbers of ours begin with 0
        "decisions/0001-a/index.md",
        "about/0001-a.md",
    ],
)
def test_other_pages_stay_published(uri: str) -> None:
    assert layout.is_published(uri)


@pytest.mark.mkdocs
def test_build_publishes_no_decision(live_site: Path) -> None:
    assert not (live_site / "decisions").exists()
    assert "decisions/" not in (live_site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.mkdocs
def test_mkdocs_publishes_no_decision() -> None:
    """MkDocs leaves them out by its own settings, whatever the plugin does."""
    from mkdocs.config import load_config
    from mkdocs.structure.files import get_files, set_exclusions

    config = load_config(str(ROOT / "mkdocs.yml"))
    files = get_files(config)
    set_exclusions(files, config)
    published = {file.src_uri for file in files if file.inclusion.is_included()}
    assert "help/office.md" in published
    assert not {uri for uri in published if uri.startswith("decisions/")}
