"""The page that says which version was in force on a day, as its table has it."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import PATH, make_approved_text, make_record, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
NEXT = PATH.replace("2025-09", "2026-12")
AFTER = PATH.replace("2025-09", "2027-01")
DECEMBER = {"approved_on": "2026-11-20", "effective_from": "2027-01-04", "changes": "Watches."}
WITHDRAWN = {"status": "withdrawn", "withdrawn_on": "2026-01-05", "reason": "The law changed."}


def make_page(
    files: dict[str, str | bytes], day: str = "2026-11-22", *, drafts: bool = False
) -> str:
    approved = {path: words for path, words in files.items() if "approved_by" in str(words)}
    site = build.build(
        make_sources({**files, layout.RECORD: make_record(approved)}),
        read_templates(ROOT),
        date.fromisoformat(day),
        Settings(url="https://x.example/", pdf=False, drafts=drafts),
    )
    pages = {asset.path: asset.data for asset in site.files()}
    return pages["policies/behaviour/on/index.html"].decode()


def read_rows(page: str) -> list[tuple[str, str]]:
    """Return the days and the answer of each row."""
    rows = BeautifulSoup(page, "html.parser").select("tr[data-first]")
    return [tuple(cell.get_text() for cell in row.select("th, td")) for row in rows]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {PATH: make_approved_text(approved_on="2025-09"), NEXT: make_approved_text(**DECEMBER)},
            [
                (
                    "From 4 January 2027",
                    "December 2026. Approved by Governing Body, 20 November 2026.",
                ),
                (
                    "From September 2025 to 3 January 2027",
                    "September 2025. Approved by Governing Body, September 2025.",
                ),
                ("Before September 2025", "This site has no version for these days."),
            ],
        ),
        # only the month of the second is known
        (
            {
                PATH: make_approved_text(),
                NEXT: make_approved_text(approved_on="2026-10", changes="x"),
            },
            [
                (
                    "From October 2026",
                    "December 2026. Approved by Governing Body, October 2026.",
                ),
                (
                    "From 15 September 2025 until October 2026",
                    "September 2025. Approved by Governing Body, 15 September 2025.",
                ),
                ("Before 15 September 2025", "This site has no version for these days."),
            ],
        ),
        (
            {PATH: make_approved_text(**WITHDRAWN)},
            [
                ("From 5 January 2026", "No version was in force."),
                (
                    "From 15 September 2025 to 4 January 2026",
                    "September 2025. Approved by Governing Body, 15 September 2025.",
                ),
                ("Before 15 September 2025", "This site has no version for these days."),
            ],
        ),
        (
            {NEXT: make_text(status="consultation")},
            [("On any day", "No version was in force. This site has no approved version.")],
        ),
    ],
)
def test_table_answers_every_day(
    files: dict[str, str | bytes], expected: list[tuple[str, str]]
) -> None:
    assert read_rows(make_page(files)) == expected


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_never_appear(drafts: bool) -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        NEXT: make_text(status="consultation", changes="x"),
        AFTER: make_text(status="draft", changes="x"),
    }
    page = make_page(files, drafts=drafts)
    main = page[page.index("<main") : page.index("</main")]
    assert "2025-09" in main and "2026-12" not in main and "2027-01" not in main


def test_rows_hold_days_as_data() -> None:
    page = make_page({PATH: make_approved_text(), NEXT: make_approved_text(**DECEMBER)})
    rows = BeautifulSoup(page, "html.parser").select("tr[data-first]")
    assert [(row["data-first"], row["data-last"]) for row in rows] == [
        ("2027-01-04", ""),
        ("2025-09-15", "2027-01-03"),
        ("", "2025-09-14"),
    ]


def test_table_is_the_same_every_day() -> None:
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(),
        NEXT: make_approved_text(**DECEMBER),
    }
    tables = {
        str(BeautifulSoup(make_page(files, day), "html.parser").select_one("main"))
        for day in ("2026-11-20", "2027-01-03", "2027-01-04", "2031-01-01")
    }
    assert len(tables) == 1


def test_pages_lead_to_it() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text()}
    site = build.build(
        make_sources({**files, layout.RECORD: make_record(files)}),
        read_templates(ROOT),
        date(2026, 11, 22),
        Settings(url="https://x.example/", pdf=False),
    )
    pages = {asset.path: asset.data for asset in site.files()}
    for path in ("policies/behaviour/index.html", "policies/behaviour/changes/index.html"):
        links = [
            str(a["href"]) for a in BeautifulSoup(pages[path], "html.parser").select("main a[href]")
        ]
        assert any(link.endswith("policies/behaviour/on/") for link in links), path
    assert "policies/behaviour/on/" not in pages["sitemap.xml"].decode()
