"""Which version was in force on a day: the script's answer, in Chromium, and the page without it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from builders import make_approved_text, make_record, make_sources, make_text, write_files
from playwright.sync_api import Browser, Page

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings
from tests.browser.pages import DESKTOP, PHONE, POLICY, open_page

ROOT = Path(__file__).parents[2]
ADDRESS = "policies/behaviour/on/"
FIRST = "November 2023. Approved by Governing Body, November 2023."
LEAP = "February 2024. Approved by Governing Body, 5 February 2024."
LAST = "December 2026. Approved by Governing Body, 20 November 2026."
NONE = "No version was in force."
LATER = "The school may still decide otherwise."


@pytest.fixture(scope="module")
def small_root(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a small site: three versions, a withdrawal between them, a proposal."""
    folder = f"{layout.POLICIES}behaviour/"
    files: dict[str, str | bytes] = {
        f"{folder}2023-11.md": make_approved_text(approved_on="2023-11"),
        f"{folder}2024-02.md": make_approved_text(
            status="withdrawn",
            approved_on="2024-02-05",
            effective_from="2024-02-29",
            withdrawn_on="2025-03-01",
            reason="The law changed.",
            changes="Watches.",
        ),
        f"{folder}2026-12.md": make_approved_text(
            approved_on="2026-11-20", effective_from="2027-01-04", changes="Phones."
        ),
    }
    record = {layout.RECORD: make_record(files)}
    proposal = {f"{folder}2027-06.md": make_text(status="consultation", changes="Bags.")}
    site = build.build(
        make_sources({**files, **record, **proposal}),
        read_templates(ROOT),
        date(2026, 11, 22),
        Settings(url="https://x.example/", pdf=False),
    )
    output = tmp_path_factory.mktemp("on-a-day")
    write_files({asset.path: asset.data for asset in site.files()}, output)
    return serve(output)


def read_answer(page: Page) -> str:
    return " ".join(page.inner_text(".pb-answer").split())


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-10-31", "31 October 2023: This site has no version for these days."),
        ("2023-11-01", f"1 November 2023: {FIRST}"),
        ("2024-02-28", f"28 February 2024: {FIRST}"),
        ("2024-02-29", f"29 February 2024: {LEAP}"),
        ("2025-02-28", f"28 February 2025: {LEAP}"),
        ("2025-03-01", f"1 March 2025: {NONE}"),
        ("2027-01-03", f"3 January 2027: {NONE} {LATER}"),
        ("2027-01-04", f"4 January 2027: {LAST} {LATER}"),
        ("2150-12-31", f"31 December 2150: {LAST} {LATER}"),
        # no day that a calendar has
        ("2025-02-29", "That is not a date. Choose one above."),
        ("yesterday", "That is not a date. Choose one above."),
        ("", "That is not a date. Choose one above."),
    ],
)
def test_address_names_the_day(browser: Browser, small_root: str, day: str, expected: str) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2026-11-22T12:00:00Z")
    page.goto(f"{small_root}{ADDRESS}?day={day}")
    assert read_answer(page) == expected
    page.close()


def test_picked_day_has_its_answer(browser: Browser, small_root: str) -> None:
    page = open_page(browser, small_root + ADDRESS, PHONE)
    assert read_answer(page) == ""
    page.fill("#pb-day", "2024-02-29")
    assert read_answer(page) == f"29 February 2024: {LEAP}"
    assert page.url.endswith("/on/?day=2024-02-29")
    assert page.locator("tr.pb-picked").count() == 1
    page.fill("#pb-day", "2025-03-01")
    assert read_answer(page) == f"1 March 2025: {NONE}"
    assert page.locator("tr.pb-picked").count() == 1
    assert page.get_attribute(".pb-answer", "aria-live") == "polite"


def test_answer_leads_to_the_version(browser: Browser, small_root: str) -> None:
    page = open_page(browser, f"{small_root}{ADDRESS}?day=2024-02-29", PHONE)
    page.click(".pb-answer a")
    assert page.url.endswith("policies/behaviour/2024-02/")


@pytest.mark.parametrize(
    ("now", "is_later"),
    [
        # London is an hour ahead of UTC in summer, and not in winter.
        ("2026-06-30T22:59:00Z", True),
        ("2026-06-30T23:00:00Z", False),
    ],
)
def test_future_is_counted_in_london(
    browser: Browser, small_root: str, now: str, is_later: bool
) -> None:
    page = browser.new_context(timezone_id="America/New_York").new_page()
    page.clock.set_fixed_time(now)
    page.goto(f"{small_root}{ADDRESS}?day=2026-07-01")
    assert (LATER in read_answer(page)) is is_later
    page.context.close()


def test_table_needs_no_script(browser: Browser, small_root: str) -> None:
    page = open_page(browser, small_root + ADDRESS, DESKTOP, script=False)
    assert not page.is_visible(".pb-pick-a-day")
    rows = page.locator("tbody tr").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        f"From 4 January 2027 {LAST}",
        f"From 1 March 2025 to 3 January 2027 {NONE}",
        f"From 29 February 2024 to 28 February 2025 {LEAP}",
        f"From November 2023 to 28 February 2024 {FIRST}",
        "Before November 2023 This site has no version for these days.",
    ]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["360", "1280"])
def test_live_page_fits(browser: Browser, root: str, size: dict[str, int]) -> None:
    page = open_page(browser, f"{root}{POLICY}on/?day=2025-03-01", size)
    assert "1 March 2025: November 2023" in read_answer(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]
