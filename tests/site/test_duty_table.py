"""Duties on a page, in a spreadsheet and as data."""

import csv
import io
import json
from datetime import date

import pytest
from builders import (
    PATH,
    TODAY,
    make_approved_text,
    make_sources,
    make_text,
)

from policybook.analysis.duties import duties
from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings
from tests.analysis.duties.listed_duties import OAKFIELD, ROOT


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    built = build.build(
        read_sources(ROOT),
        read_templates(ROOT),
        date(2026, 11, 22),
        Settings(url="https://o.example/", pdf=False),
    )
    return {
        a.path: a.data
        for a in built.files()
        if a.path.startswith(("policies/", "review/"))
        and ("duties" in a.path or a.path == "review/index.html")
    }


def test_page_spreadsheet_and_data_agree(outputs: dict[str, bytes]) -> None:
    version = OAKFIELD.policies[0].versions[0]
    listed = list(duties(version, OAKFIELD.school.name))
    folder = "policies/social-media/duties/"
    assert set(outputs) == {"review/index.html", *(f"{p}{e}" for p in (f"{folder}duties", "review/duties") for e in (".csv", ".json")),
                         f"{folder}index.html", "review/duties/index.html"}  # fmt: skip
    data = json.loads(outputs[f"{folder}duties.json"])
    assert (data["holds_from"], data["holds_until"]) == ("2023-11-01", None)
    assert [(d["clause"], d["who"], d["kind"], d["text"]) for d in data["duties"]] == [
        (d.number, d.who, str(d.kind), d.text) for d in listed
    ]
    rows = list(csv.DictReader(io.StringIO(outputs[f"{folder}duties.csv"].decode("utf-8-sig"))))
    assert [
        {k: v.lstrip("'") if v[:2] in ("'-", "'=") else v for k, v in row.items()} for row in rows
    ] == [
        {**d, "clause": f"rule {d['clause']}", "version": f"version {d['version']}"}
        for d in data["duties"]
    ]
    assert outputs["review/duties.json"] == outputs[f"{folder}duties.json"]  # one policy


def test_page_lists_every_duty(outputs: dict[str, bytes]) -> None:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(outputs["policies/social-media/duties/index.html"], "html.parser")
    listed = list(duties(OAKFIELD.policies[0].versions[0], OAKFIELD.school.name))
    items = page.select(".pb-duties li")
    assert len(items) == len(listed)
    assert {str(a["href"]).split("#")[1] for a in page.select(".pb-duties a.pb-cite")} == {
        duty.id for duty in listed
    }
    assert page.select("h2")[-2].get_text() == "No one named"


def test_page_shows_only_current_duties() -> None:
    later = make_approved_text(
        "## Rules\n\nStaff must ask.\n", approved_on="2026-09-14", changes="Ask."
    )
    files = {PATH: make_approved_text("## Rules\n\nStaff must guess.\n"), PATH.replace("2025-09", "2026-09"): later,
             PATH.replace("2025-09", "2027-09"): make_text("## Rules\n\nStaff must wait.\n", changes="Wait.")}  # fmt: skip
    built = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(pdf=False))
    data = next(a.data for a in built.files() if a.path == "review/duties.json")
    assert [duty["text"] for duty in json.loads(data)["duties"]] == ["Staff must ask."]
