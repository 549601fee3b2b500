"""The lists of a school with 500 policies stay small enough for a phone."""

import gzip
from pathlib import Path

import pytest
from builders import make_approved_text, make_record, make_sources

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.making.worker_pool import SharedWork
from policybook.site.policy_row import policy_row
from policybook.site.render.types import Page, Settings
from policybook.site.school_input import SchoolInput
from policybook.site.school_pages.home import home
from policybook.site.school_pages.review_register import review_register
from policybook.site.school_pages.verify import verify
from tests.site.pack.cases import TODAY

COUNT, MOST = 500, 60_000
KINDS = (
    "Attendance",
    "Behaviour",
    "Complaints",
    "Equality",
    "First Aid",
    "Lettings",
    "Pay",
    "Visits",
)
FILES: dict[str, str | bytes] = {
    f"{layout.POLICIES}{number}-rules/{year}-09.md": make_approved_text(
        title=f"{KINDS[number % len(KINDS)]} Policy of Academy {number}",
        owner=f"Head of Academy {number % 30}",
        approved_on=f"{year}-09-{1 + number % 28:02}",
        review_year=f"{year + 1 + number % 3}/{(year + 2 + number % 3) % 100}",
    )
    for number in range(COUNT)
    for year in (2024, 2025)
}


@pytest.fixture(scope="module")
def large() -> tuple[build.Site, SchoolInput]:
    sources = make_sources({**FILES, layout.RECORD: make_record(FILES)})
    settings, templates = Settings(pdf=False), read_templates(Path("nowhere"))
    work = SharedWork(sources=sources, templates=templates, today=TODAY, settings=settings)
    site = build.prepare(work)
    maker = site.maker(None)
    rows = [policy_row(site.published, maker.input(p)) for p in site.published.policies]
    return site, site.school_input(rows, (), "", build.NO_FILES)


@pytest.mark.slow
@pytest.mark.parametrize("output", [home, review_register, verify])
def test_pages_of_large_school(output: object, large: tuple[build.Site, SchoolInput]) -> None:
    site, inputs = large
    assert callable(output)
    pages = [part for part in output(inputs, site.renderer) if isinstance(part, Page)]
    assert len(inputs.policies) == COUNT
    assert len(pages[0].html) > 20_000
    assert [p.path for p in pages if len(gzip.compress(p.html.encode())) > MOST] == []
