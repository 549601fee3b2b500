"""The page to show an inspector, and a policy that is kept in school."""

import csv
import io
import json
from pathlib import Path

import pytest
from builders import PATH, TODAY, make_approved_text, make_record, make_sources, make_text

from policybook.analysis import integrity
from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
SCHOOL = "name: Hill View School\nnation: England\nkind: maintained\nphase: primary\n"
SECRET = "## Rules\n\nThe aubergine is behind the boiler.\n"
CAPABILITY = PATH.replace("behaviour", "capability")


def make_site(files: dict[str, str], *, drafts: bool = False) -> dict[str, bytes]:
    """Every file of the site, by its path."""
    sources = {layout.SCHOOL: SCHOOL, **files}
    sources[layout.RECORD] = make_record(sources)
    settings = Settings(pdf=False, drafts=drafts)
    site = build.build(make_sources(sources), read_templates(ROOT), TODAY, settings)
    return {asset.path: asset.data for asset in site.files()}


def read_page(files: dict[str, str]) -> str:
    return make_site(files)[addresses.file_of(addresses.STATUTORY)].decode()


def test_page_names_what_is_here() -> None:
    text = make_approved_text(
        title="Behaviour", review_by="2027-08-31", reference="B 7", approval_level="committee"
    )
    page = read_page({PATH: text})
    assert "Next review by 31 August 2027." in page
    assert "Reference: B 7." in page and "Who must approve it: committee." in page
    assert "School attendance" in page and "Relationships, sex and health education" in page


def test_unchecked_rows_say_so() -> None:
    page = read_page({PATH: make_approved_text(title="Behaviour")})
    assert "recalled" not in page.casefold()
    assert "the Department’s own page has not been checked, as of 28 November 2026." in page
    assert "By 28 November 2026 nobody had checked at a source whether" in page


@pytest.mark.parametrize("nation", ["", "nation: Scotland\n"])
def test_page_without_a_list(nation: str) -> None:
    files = {PATH: make_approved_text(title="Behaviour")}
    page = read_page({**files, layout.SCHOOL: f"name: Hill View School\n{nation}"})
    assert "No list to compare with" in page and "Policies of this school" in page
    assert "School attendance" not in page


def test_data_has_the_same_rows() -> None:
    site = make_site({PATH: make_approved_text(title="Behaviour")})
    data = json.loads(site[addresses.STATUTORY_JSON])
    rows = list(csv.DictReader(io.StringIO(site[addresses.STATUTORY_CSV].decode("utf-8-sig"))))
    assert [row["id"] for row in data["policies"]] == [row["id"] for row in rows]
    behaviour = next(row for row in data["policies"] if row["id"] == "behaviour")
    assert (behaviour["state"], behaviour["policies"]) == ("present", ["behaviour"])


def kept_files(status: str = "approved") -> dict[str, str]:
    make = make_approved_text if status == "approved" else make_text
    kept = make(SECRET, title="Staff Capability", kept_internally="true")
    return {PATH: make_approved_text(), CAPABILITY: kept}


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize("status", ["approved", "consultation"])
def test_kept_text_is_nowhere(status: str, drafts: bool) -> None:
    site = make_site(kept_files(status), drafts=drafts)
    assert not [path for path, data in site.items() if b"aubergine" in data.lower()]
    assert not [path for path in site if path.startswith("policies/capability/")]


def test_kept_policy_is_named() -> None:
    page = read_page(kept_files())
    assert "Staff Capability" in page and "Kept in school; ask the office." in page
    assert 'href="../policies/capability' not in page


def test_older_kept_version_stays_hidden() -> None:
    newer = make_approved_text(
        "## Rules\n\nBe kind.\n", title="Staff Capability", approved_on="2026-09-14", changes="All."
    )
    site = make_site({**kept_files(), CAPABILITY.replace("2025", "2026"): newer})
    assert not [path for path, data in site.items() if b"aubergine" in data.lower()]
    assert "policies/capability/index.html" in site


def test_kept_text_is_no_difference() -> None:
    site = make_site(kept_files())

    def text_of(policy: str, version: str) -> bytes | None:
        return site.get(addresses.text(policy, version))

    record, kept = site[addresses.RECORD], site[addresses.KEPT]
    assert list(integrity.differences(record, None, text_of, kept)) == []
    # Without the list, the missing text is a difference: nobody can take a text away in silence.
    assert list(integrity.differences(record, None, text_of)) == [
        "the text of capability 2025-09 is missing"
    ]


def test_site_without_kept_has_no_list() -> None:
    assert addresses.KEPT not in make_site({PATH: make_approved_text()})


def test_withdrawn_policy_is_not_here() -> None:
    gone = make_approved_text(
        title="Uniform", status="withdrawn", withdrawn_on="2026-10-05", reason="Not worn."
    )
    site = make_site({PATH: make_approved_text(), PATH.replace("behaviour", "uniform"): gone})
    data = json.loads(site[addresses.STATUTORY_JSON])
    uniform = next(row for row in data["policies"] if row["id"] == "uniform")
    assert (uniform["state"], data["others"]) == ("missing", ["uniform"])
    page = site[addresses.file_of(addresses.STATUTORY)].decode()
    assert "<strong>1</strong> here" in page and "not in force yet" not in page.casefold()


def test_coming_policy_has_its_own_part() -> None:
    coming = make_approved_text(title="Uniform", effective_from="2027-01-04")
    page = read_page({PATH: make_approved_text(), PATH.replace("behaviour", "uniform"): coming})
    assert "<strong>1</strong> not in force yet" in page
    assert 'id="part-not-in-force-yet">Not in force yet</h2>' in page
