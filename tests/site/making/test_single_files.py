"""A single file of a site is that of the whole site, before and after an edit."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import make_sources

from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.build import AddressTaken, Site
from policybook.site.making.made_policies import PolicyMaker
from policybook.site.making.single_files import FileFinder
from policybook.site.policy_input import PolicyInput
from policybook.site.policy_sources import PolicySources
from policybook.site.render.types import Settings
from policybook.store import Store

SCHOOL = Path(__file__).parents[2] / "golden" / "school"
FILES = dict(read_sources(SCHOOL).files)
TEMPLATES = read_templates(SCHOOL)
INTRO = "<p>Welcome.</p>"
SCHOOL_FILES = {"help/index.html": "docs/help/index.md"}
EDITED = "docs/policies/mobile-phones/2026-12.md"


def build_site(files: dict[str, bytes], store: Store | None = None) -> Site:
    settings = Settings(url="https://hill-view.example/", pdf=False, store=store)
    return build.build(make_sources(files), TEMPLATES, date(2026, 11, 22), settings)


def assert_same_files(finder: FileFinder, site: Site) -> None:
    for file in site.files(INTRO, SCHOOL_FILES):
        assert finder.find(file.path) == file.data, file.path
    assert finder.find("policies/mobile-phones/none.html") is None
    assert finder.find("none.html") is None


@pytest.mark.parametrize("is_kept", [False, True])
def test_every_file_is_found(tmp_path: Path, is_kept: bool) -> None:
    site = build_site(FILES, Store(tmp_path) if is_kept else None)
    if is_kept:
        list(site.files())
    assert_same_files(FileFinder(site, INTRO, SCHOOL_FILES), build_site(FILES))


def test_edit_makes_one_policy_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = FileFinder(build_site(FILES), INTRO, SCHOOL_FILES)
    assert_same_files(first, build_site(FILES))
    after = {**FILES, EDITED: FILES[EDITED] + b"\nKeep every gadget off.\n"}
    opened = []
    make = PolicyMaker._input

    def counted(maker: PolicyMaker, sources: PolicySources) -> PolicyInput:
        opened.append(sources.policy.name)
        return make(maker, sources)

    monkeypatch.setattr(PolicyMaker, "_input", counted)
    second = FileFinder(build_site(after), INTRO, SCHOOL_FILES, first)
    page = second.find("policies/mobile-phones/2026-12/index.html")
    assert page and b"every gadget" in page
    assert second.find("index.html")
    assert opened == ["mobile-phones"]
    monkeypatch.undo()
    assert_same_files(second, build_site(after))


def test_taken_address_is_named() -> None:
    taken = {"review/index.html": "docs/review.md"}
    with pytest.raises(AddressTaken, match=r"docs/review\.md"):
        FileFinder(build_site(FILES), INTRO, taken).find("review/index.html")


def test_fault_is_raised_each_time() -> None:
    site = build_site(FILES)
    pages = {**site.renderer.templates.pages, "policy/home.html": "{{ nothing }}"}
    settings = site.renderer.settings
    broken = build.build(make_sources(FILES), replace(TEMPLATES, pages=pages), site.today, settings)
    finder = FileFinder(broken)
    for _ in range(2):
        with pytest.raises(Exception, match="nothing"):
            finder.find("index.html")
    assert finder.find("policies/mobile-phones/2026-12/index.html")
