"""Summaries on one leaf of A4, in type of 12 points or more."""

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest

from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.policy_pages.pdfs import pdfs
from policybook.site.render.types import Settings

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]


def list_sizes(reader: pypdf.PdfReader) -> set[float]:
    """Return the sizes of type on the first sheet, in points."""
    sizes: set[float] = set()

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(tm[3]) * abs(cm[3]), 1))

    reader.pages[0].extract_text(visitor_text=visit)
    return sizes


@pytest.fixture(scope="module")
def summaries() -> dict[str, pypdf.PdfReader]:
    site = build.build(
        read_sources(ROOT),
        read_templates(ROOT),
        date(2026, 11, 22),
        Settings(url="https://oakfield.example/"),
    )
    inputs = site.policy_input(site.published.policies[0], site.typesetter())
    made = (part for part in pdfs(inputs, site.renderer) if part.path.endswith("s.pdf"))
    return {part.path: pypdf.PdfReader(io.BytesIO(part.data)) for part in made}


def test_each_summary_is_one_leaf(summaries: dict[str, pypdf.PdfReader]) -> None:
    assert {path.rpartition("/")[2] for path in summaries} == {
        f"social-media-{version}-{reader}.pdf"
        for version in ("2023-11", "2026-12")
        for reader in ("parents", "pupils")
    }
    assert all(1 <= len(reader.pages) <= 2 for reader in summaries.values())


def test_type_is_never_below_twelve_points(summaries: dict[str, pypdf.PdfReader]) -> None:
    for path, reader in summaries.items():
        # The lines at the head and the foot of a side have 9 points.
        assert min(list_sizes(reader) - {9.0}) >= 12, path
