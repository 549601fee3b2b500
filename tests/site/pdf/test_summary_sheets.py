"""A summary that `check` calls too long does not fit on the two sides of one sheet."""

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest
from builders import PATH, load_library, make_approved_text, make_record, make_sources

from policybook.checks.rules.summaries import summaries_fit_one_sheet
from policybook.model import Reader
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.policy_pages.pdfs import pdfs
from policybook.site.render.types import Asset, Settings

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
HEADINGS = ("What we ask", "What we do", "If it goes wrong", "Who to tell")


def make_files(reader: Reader, statements: int, words: int, headings: int) -> dict[str, str]:
    line = "- " + " ".join(["We listen to you all day"] * words) + ". [1.1]\n"
    each = statements // headings
    body = "\n".join(f"## {name}\n\n{line * each}" for name in HEADINGS[:headings])
    files = {
        PATH: make_approved_text("## Rules\n\nBe kind.\n"),
        PATH.replace(".md", f".{reader}.md"): body,
    }
    return {**files, layout.RECORD: make_record(files)}


def count_sides(files: dict[str, str], reader: Reader) -> int:
    settings = Settings(url="https://x.example/")
    site = build.build(make_sources(files), read_templates(ROOT), TODAY, settings)
    inputs = site.policy_input(site.published.policies[0], site.typesetter())
    (paper,) = (
        part.data
        for part in pdfs(inputs, site.renderer)
        if isinstance(part, Asset) and part.path.endswith(f"{reader}.pdf")
    )
    return len(pypdf.PdfReader(io.BytesIO(paper)).pages)


@pytest.mark.parametrize("reader", [Reader.PARENTS, Reader.PUPILS])
@pytest.mark.parametrize(("words", "headings"), [(1, 1), (3, 1), (5, 2), (9, 4)])
def test_long_summary_takes_three_sides(reader: Reader, words: int, headings: int) -> None:
    counts = range(headings, 120, headings)
    long = (
        n
        for n in counts
        if [*summaries_fit_one_sheet(load_library(make_files(reader, n, words, headings)), TODAY)]
    )
    files = make_files(reader, next(long), words, headings)
    assert count_sides(files, reader) > 2


def test_half_a_side_is_no_finding() -> None:
    files = make_files(Reader.PARENTS, 15, 3, 1)
    assert not [*summaries_fit_one_sheet(load_library(files), TODAY)]
    assert count_sides(files, Reader.PARENTS) == 1
