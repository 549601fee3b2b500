"""A long record is divided by policy; a short one is one table."""

import posixpath
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import make_approved_text, make_record, make_sources

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings
from policybook.site.school_pages import verify
from tests.site.pack.cases import TODAY

FILES: dict[str, str | bytes] = {
    f"{layout.POLICIES}{name}/{version}.md": make_approved_text(
        title=f"{name.title()} Policy", approved_on=f"{version}-15"
    )
    for name in ("behaviour", "trips")
    for version in ("2024-09", "2025-09")
}


def make_site(longest: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setattr(verify, "LONGEST_TABLE", longest)
    sources = make_sources({**FILES, layout.RECORD: make_record(FILES)})
    site = build.build(sources, read_templates(Path("nowhere")), TODAY, Settings(pdf=False))
    return {file.path.removesuffix("index.html"): file.data for file in site.files()}


def list_tables(site: dict[str, bytes]) -> dict[str, BeautifulSoup]:
    """Return the pages that have entries of the record, by address."""
    pages = {path: data for path, data in site.items() if path.startswith("verify/")}
    soups = {path: BeautifulSoup(data, "html.parser") for path, data in pages.items()}
    return {path: soup for path, soup in soups.items() if soup.select(".pb-register tbody tr")}


def list_rows(soup: BeautifulSoup) -> list[str]:
    return [row.get_text() for row in soup.select(".pb-register tbody tr")]


def test_short_record_is_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = list_tables(make_site(4, monkeypatch))
    assert list(tables) == ["verify/"]
    assert len(list_rows(tables["verify/"])) == 4


def test_long_record_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, site = list_tables(make_site(4, monkeypatch))["verify/"], make_site(3, monkeypatch)
    tables = list_tables(site)
    assert list(tables) == ["verify/record/behaviour/", "verify/record/trips/"]
    divided = [row for soup in tables.values() for row in list_rows(soup)]
    assert sorted(divided) == sorted(list_rows(whole))
    assert b"sha256sum policies/" in site["verify/"]


def test_every_page_is_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(3, monkeypatch)
    tables = list_tables(site)
    links = BeautifulSoup(site["verify/"], "html.parser").select(".pb-missing a")
    assert {posixpath.normpath(f"verify/{a['href']}") + "/" for a in links} == set(tables)
    for path, soup in tables.items():
        for link in soup.select(".pb-register a, .pb-head a"):
            target = posixpath.normpath(path + str(link["href"]))
            assert target in site or f"{target}/" in site
