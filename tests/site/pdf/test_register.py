"""The register on paper: every policy on one row, few sheets across, PDF/UA-1."""

import io
from datetime import date
from functools import cache
from pathlib import Path

import page
import pypdf
import pytest
from builders import make_approved_text, make_record, make_sources, make_text

from policybook.model import addresses
from policybook.project.templates import read_templates
from policybook.reading import layout
from policybook.site import build
from policybook.site.outputs import SCHOOL_OUTPUTS
from policybook.site.policy_row import policy_row
from policybook.site.render.types import Settings
from policybook.site.school_input import school_input
from policybook.site.school_pages.register_pdf import register_pdf

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
    site = build.build(
        make_sources(make_files(count)),
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
    (asset,) = register_pdf(inputs, site.renderer)
    assert asset.path == addresses.REGISTER_PDF
    return asset.data


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
    for wanted in ("Review overdue (14)", "Up to date (26)", "A new version is proposed."):
        assert wanted in words


@pytest.mark.accessibility("paper")
@pytest.mark.parametrize("count", [1, 40])
def test_register_is_pdf_ua_1(count: int, tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    path.write_bytes(make_pdf(count))
    result = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert result.is_compliant, result.failures


def test_register_pdf_is_an_output() -> None:
    assert register_pdf in SCHOOL_OUTPUTS
