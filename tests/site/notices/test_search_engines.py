"""What search engines are told: only what is in force, and where it is."""

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import Sources, read_sources
from policybook.site import build
from policybook.site.render.types import Settings

SCHOOL = Path(__file__).parents[2] / "golden" / "school"
URL = "https://hill.sch.uk/policies/"
BEHAVIOUR, PHONES = "policies/behaviour/", "policies/mobile-phones/"
WITHDRAWN = """---
title: Uniform Policy
status: withdrawn
owner: Headteacher
approved_by: Governing Body
approved_on: 2023-09
withdrawn_on: 2024-09-01
reason: The school has no uniform.
review_year: 2024/25
applies_to: [staff]
---

## Purpose

Wear a uniform.
"""


def make_files(url: str = URL, school_files: dict[str, str] | None = None) -> dict[str, bytes]:
    sources = read_sources(SCHOOL)
    files = {**sources.files, "docs/policies/uniform/2023-09.md": WITHDRAWN.encode()}
    sources = Sources(files=files, pages=sources.pages, findings=())
    settings = Settings(pdf=False, url=url)
    site = build.build(sources, read_templates(SCHOOL), date(2026, 11, 22), settings)
    return {file.path: file.data for file in site.files("", school_files or {})}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return make_files()


def read_head(made: dict[str, bytes], page: str) -> tuple[str, bool, str]:
    """The title of a page, whether search engines leave it out, and its canonical address."""
    soup = BeautifulSoup(made[f"{page}index.html"], "html.parser")
    canonical = soup.find("link", rel="canonical")
    robots = soup.find("meta", attrs={"name": "robots"})
    assert soup.title is not None
    return soup.title.get_text(), robots is not None, str(canonical["href"]) if canonical else ""


PAGES = [
    # page, words of its title, left out by search engines, canonical
    (BEHAVIOUR, "Behaviour Policy – ", False, BEHAVIOUR),
    (f"{BEHAVIOUR}2024-09/", ", September 2024 – ", False, BEHAVIOUR),
    (f"{BEHAVIOUR}2023-09/", ", September 2023 (replaced) – ", True, BEHAVIOUR),
    (f"{BEHAVIOUR}2023-09/print/", "to print (replaced) – ", True, BEHAVIOUR),
    (f"{BEHAVIOUR}print/", "to print – ", True, BEHAVIOUR),
    (f"{BEHAVIOUR}parents/", "", False, f"{BEHAVIOUR}parents/"),
    (f"{BEHAVIOUR}2024-09/parents/", "", False, f"{BEHAVIOUR}parents/"),
    (f"{BEHAVIOUR}changes/2023-09..2024-09/", "", True, None),
    (f"{PHONES}2026-12/", ", December 2026 (proposed) – ", True, f"{PHONES}2026-12/"),
    ("policies/uniform/2023-09/", "(withdrawn) – ", True, "policies/uniform/2023-09/"),
    (PHONES, "Mobile Phones Policy – ", False, PHONES),
    ("", "", False, ""),
]


@pytest.mark.parametrize(("page", "words", "left_out", "canonical"), PAGES)
def test_pages_name_the_text_in_force(
    made: dict[str, bytes], page: str, words: str, left_out: bool, canonical: str | None
) -> None:
    title, is_left_out, address = read_head(made, page)
    assert words in title
    assert is_left_out == left_out
    assert canonical is None or address == URL + canonical


def test_canonical_needs_no_address() -> None:
    made = make_files(url="")
    assert read_head(made, f"{BEHAVIOUR}2023-09/")[2] == "../../../policies/behaviour/"
    assert read_head(made, BEHAVIOUR)[2] == ""


def test_sitemap_lists_what_is_in_force(made: dict[str, bytes]) -> None:
    places = ET.fromstring(made["sitemap.xml"]).iter(
        "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    )
    listed = [str(place.text) for place in places]
    assert len(listed) == len(set(listed)) > 8
    assert URL + BEHAVIOUR in listed and f"{URL}{BEHAVIOUR}parents/" in listed
    for address in listed:
        page = address.removeprefix(URL)
        title, is_left_out, canonical = read_head(made, page)
        assert not is_left_out and canonical == address, page
        assert "version" not in title, page


def test_robots_name_the_sitemap(made: dict[str, bytes]) -> None:
    rules = "User-agent: *\nDisallow:\n"
    assert made["robots.txt"].decode() == f"{rules}Sitemap: {URL}sitemap.xml\n"
    assert make_files(url="")["robots.txt"].decode() == rules


def test_own_robots_file_is_kept() -> None:
    assert "robots.txt" not in make_files(school_files={"robots.txt": "docs/robots.txt"})
