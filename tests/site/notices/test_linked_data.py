"""What a page tells machines: schema.org Legislation, and the tags for messengers."""

import json
from datetime import date
from functools import cache

import pytest
from bs4 import BeautifulSoup
from builders import make_approved_text, make_record, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings
from tests.site.pack.cases import ROOT

FOLDER = "docs/policies/behaviour"
FILES: dict[str, str | bytes] = {
    f"{FOLDER}/2023-09.md": make_approved_text(approved_on="2023-09-11"),
    f"{FOLDER}/2025-09.md": make_approved_text(
        title='"Safety & </script> policy"', approved_on="2025-09-15", changes="Much."
    ),
    f"{FOLDER}/2026-12.md": make_text(status="consultation", changes="More."),
}


@cache
def read_page(address: str, url: str = "https://x.example/") -> BeautifulSoup:
    approved = {path: text for path, text in FILES.items() if "2026" not in path}
    sources = make_sources({**FILES, layout.RECORD: make_record(approved)})
    site = build.build(
        sources, read_templates(ROOT), date(2026, 11, 22), Settings(url=url, pdf=False)
    )
    (data,) = (file.data for file in site.files() if file.path == f"{address}index.html")
    return BeautifulSoup(data, "html.parser")


def read_data(address: str, url: str = "https://x.example/") -> dict[str, object]:
    block = read_page(address, url).find("script", type="application/ld+json")
    assert block
    result = json.loads(block.get_text())
    assert isinstance(result, dict)
    return result


ROWS = [
    # page, status, days in force, approved on
    ("policies/behaviour/2023-09/", "Approved", "2023-09-11/2025-09-14", "2023-09-11"),
    ("policies/behaviour/2025-09/", "Approved", "2025-09-15/..", "2025-09-15"),
    ("policies/behaviour/", "Approved", "2025-09-15/..", "2025-09-15"),
    ("policies/behaviour/2026-12/", "Proposed", None, None),
]


@pytest.mark.parametrize(("page", "status", "days", "approved"), ROWS)
def test_version_is_legislation(page: str, status: str, days: object, approved: object) -> None:
    data = read_data(page)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Legislation")
    assert data["creativeWorkStatus"] == status
    assert data.get("temporalCoverage") == days
    assert data.get("legislationDate") == approved


def test_title_cannot_end_the_block() -> None:
    assert read_data("policies/behaviour/2025-09/")["name"] == "Safety & </script> policy"


def test_version_names_the_one_before() -> None:
    data = read_data("policies/behaviour/2025-09/")
    assert data["legislationChanges"] == "https://x.example/policies/behaviour/2023-09/"


def test_no_addresses_without_the_site() -> None:
    data = read_data("policies/behaviour/2025-09/", url="")
    assert not {"@id", "url", "legislationChanges"} & set(data)


def test_messengers_get_title_and_picture() -> None:
    page = read_page("policies/behaviour/2026-12/")
    tags = {str(tag["property"]): tag["content"] for tag in page.select("meta[property^=og]")}
    assert tags["og:title"] == "Behaviour policy, December 2026 (proposed)"
    assert tags["og:image"] == "https://x.example/assets/share.gif"
    assert tags["og:url"] == "https://x.example/policies/behaviour/2026-12/"
    assert tags["og:description"] == "Behaviour policy, December 2026. Not approved."


@pytest.mark.parametrize("address", ["", "review/", "verify/", "search/", "statutory/"])
def test_every_page_has_a_description(address: str) -> None:
    tag = read_page(address).find("meta", property="og:description")
    assert tag and len(str(tag["content"])) > 10


def test_page_names_its_feed() -> None:
    page = read_page("policies/behaviour/2025-09/")
    links = [str(tag["href"]) for tag in page.select("link[rel=alternate]")]
    assert links == ["../../../policies/behaviour/feed.xml", "../../../feed.xml"]
