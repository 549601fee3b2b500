"""The register on paper: every policy on one row, few sheets across, PDF/UA-1."""

import io
from datetime import date
from functools import cache
from pathlib import Path

import page
import pypdf
import pytest
from bs4 import BeautifulSoup
from builders import make_approved_text, make_record, make_sources, make_text

from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.build import Site
from policybook.site.lists.shown_findings import shown_findings
from policybook.site.making.outputs import SCHOOL_OUTPUTS
from policybook.site.policy_row import policy_row
from policybook.site.render.types import Asset, Page, Settings
from policybook.site.school_input import SchoolInput, school_input
from policybook.site.school_pages.register_pdf import register_pdf
from policybook.site.school_pages.review_register import review_register

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
YEARS = ("2023/24", "2026/27", "2027/28")


def make_files(count: int) -> dict[str, str | bytes]:
    """Return `count` policies; a third of them are overdue, and the first has a proposal."""
    files: dict[str, str | bytes] = {
        f"docs/policies/policy-{n}/2022-09.md": make_approved_text(
            title=f"Policy {n} about Supporting Pupils with Medical Conditions",
            owner="Designated Safeguarding Lead",
            approved_by="Finance, Premises and Staffing Committee",
            approved_on="2022-09-20",
            review_year=YEARS[n % 3],
        )
        for n in range(count)
    }
    files[layout.RECORD] = make_record(files)
    files["docs/policies/policy-0/2026-12.md"] = make_text(status="consultation", changes="New.")
    return files


@cache
def make_pdf(count: int) -> bytes:
    return typeset(make_school(make_files(count)))[1]


def make_school(files: dict[str, str | bytes]) -> tuple[Site, SchoolInput]:
    site = build.build(
        make_sources(files),
        read_templates(ROOT),
        TODAY,
        Settings(url="https://x.example/"),
    )
    rows = [policy_row(site.published, site.policy_input(p)) for p in site.published.policies]
    inputs = school_input(
        site.published,
        rows,
        TODAY,
        findings=site.findings,
        intro=site.renderer.fragment("policy/_comments.html"),
        listed=(),
        changes=site.changes(),
        typesetter=site.typesetter(),
    )
    return site, inputs


def typeset(school: tuple[Site, SchoolInput]) -> tuple[str, bytes]:
    """Return the register's page and its PDF."""
    site, inputs = school
    made = review_register(inputs, site.renderer)
    register = next(part for part in made if isinstance(part, Page))
    (asset,) = (part for part in register_pdf(inputs, site.renderer) if isinstance(part, Asset))
    assert asset.path == addresses.REGISTER_PDF
    return register.html, asset.data


def sheets(data: bytes) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(io.BytesIO(data)).pages)


def test_forty_policies_fit_on_six_sheets() -> None:
    read = sheets(make_pdf(40))
    assert len(read) <= 6
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in read)


def test_each_policy_is_on_one_row() -> None:
    words = " ".join(" ".join(s.extract_text() for s in sheets(make_pdf(40))).split())
    for number in range(1, 40):
        assert words.count(f"Policy {number} about") == 1
    for wanted in ("14 review overdue, 26 up to date", "A new version is proposed."):
        assert wanted in words


@pytest.mark.parametrize("count", [11, 40])
def test_no_row_is_parted(count: int) -> None:
    """A row of two lines would be parted in a sheet that has room for its first line alone."""
    for sheet in sheets(make_pdf(count)):
        words = " ".join(sheet.extract_text().split())
        assert words.count(" about Supporting") == words.count("Medical Conditions")
        assert words.count("Finance, Premises") == words.count("Staffing Committee")


def test_groups_are_the_school_groups() -> None:
    files = make_files(4)
    files = {path: data for path, data in files.items() if path != layout.RECORD}
    for number, group in enumerate(("Staff", "Premises", "Staff", "Premises")):
        path = f"docs/policies/policy-{number}/2022-09.md"
        files[path] = str(files[path]).replace("owner:", f"group: {group}\nowner:")
    files[layout.SCHOOL] = "name: Hill View\ngroups: [Staff, Premises]\n"
    words = " ".join(
        " ".join(s.extract_text() for s in sheets(typeset(make_school(files))[1])).split()
    )
    assert words.index("Staff (2)") < words.index("Premises (2)")
    assert "Review overdue since 1 September 2024." in words


@pytest.mark.accessibility("paper")
@pytest.mark.parametrize("count", [1, 40])
def test_register_is_pdf_ua_1(count: int, tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    path.write_bytes(make_pdf(count))
    result = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert result.is_compliant, result.failures


def test_register_pdf_is_an_output() -> None:
    assert register_pdf in SCHOOL_OUTPUTS


def test_page_and_paper_count_the_same() -> None:
    body = "## Phones\n\nThe Data Protection Act 1998 applies. Pupils [insert when] use phones.\n"
    text = make_approved_text(
        body, title="Phone Policy", approved_on="2022-09", review_year="2023/24"
    )
    files: dict[str, str | bytes] = {"docs/policies/phones/2022-09.md": text}
    site, inputs = make_school(files)
    codes = {finding.code for finding in inputs.findings if "phones/" in finding.path}
    assert {"law", "review-overdue"} < codes
    shown = [s.finding.code for s in shown_findings(inputs, drafts=False) if s.policy == "phones"]
    assert shown
    assert not {"law", "review-overdue"} & set(shown)
    html, data = typeset((site, inputs))
    cell = BeautifulSoup(html, "html.parser").select_one('td[data-label="Problems found"]')
    assert cell
    assert cell.get_text().split()[0] == str(len(shown))
    (sheet,) = sheets(data)
    row = " ".join(sheet.extract_text().partition("Problems")[2].split())
    assert f"Headteacher {len(shown)}" in row
