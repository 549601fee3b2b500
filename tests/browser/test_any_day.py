"""What a reader sees on a later day, on pages that nobody has made again."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessible import faults
from builders import TESTS
from many_standings import BUILT, change_days, holds, make_files
from playwright.sync_api import Browser, Page

from tests.browser.pages import DESKTOP, PHONE

ADDRESSES = (
    "",
    "review/",
    "search/",
    "policies/behaviour/",
    "policies/behaviour/2024-09/",
    "policies/behaviour/2026-11/",
    "policies/behaviour/parents/",
    "policies/behaviour/pupils/slip/",
    "policies/behaviour/print/",
    "policies/behaviour/changes/",
    "policies/charging/",
    "policies/kit/",
    "embed/kit/",
)
#: The days on which something changes, the days before, and one long after.
DAYS = sorted(
    {
        day - datetime.timedelta(days=before)
        for day in change_days(make_files(BUILT)["policies/kit/index.html"])
        for before in (0, 1)
    }
    | {datetime.date(2027, 1, 4), datetime.date(2032, 2, 29)}
)
STANDING = "policies/behaviour/"
OLD, NEW = "In force from 10 September 2024 to 3 January 2027.", "A newer text has been in force"


@pytest.fixture(scope="module")
def old_site(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("old")
    for path, data in make_files(BUILT).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return serve(folder)


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(timezone_id="Europe/London")
    yield context.new_page()
    context.close()


def noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def visible_parts(page: Page) -> list[tuple[str, bool]]:
    """Return the days of each part that may change, and whether it is shown."""
    script = "parts => parts.map(part => [part.dataset.days, !part.hidden])"
    parts = page.locator("[data-days]").evaluate_all(script)
    return [(str(days), bool(shown)) for days, shown in parts]


def test_days_cover_changes() -> None:
    assert len(DAYS) >= 8
    assert TESTS.name == "tests"


@pytest.mark.parametrize("address", ADDRESSES)
def test_script_agrees_with_python(reader: Page, old_site: str, address: str) -> None:
    """The tests of `site` stand on this: they compute in Python what the script shows."""
    for day in DAYS:
        reader.clock.set_fixed_time(noon(day))
        reader.goto(old_site + address)
        parts = visible_parts(reader)
        assert parts
        assert [shown for _, shown in parts] == [holds(days, day) for days, _ in parts], day


@pytest.mark.parametrize(
    ("zone", "now", "words"),
    [
        ("Europe/London", "2027-01-03T23:59:00Z", OLD),
        ("Europe/London", "2027-01-04T00:00:00Z", NEW),
        ("Pacific/Auckland", "2027-01-03T23:30:00Z", OLD),  # the 4th there
        ("Pacific/Honolulu", "2027-01-04T00:30:00Z", NEW),  # still the 3rd there
    ],
)
def test_day_is_that_of_london(
    browser: Browser, old_site: str, zone: str, now: str, words: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(now))
    page.goto(old_site + STANDING)
    shown = page.locator(".pb-notice, .pb-status").filter(visible=True).all_inner_texts()
    assert words in " ".join(shown).replace("\n", " ")
    context.close()


def test_summer_time_counts(reader: Page, old_site: str) -> None:
    """It is 2 June in London half an hour before it is in Greenwich's time."""
    reader.clock.set_fixed_time(datetime.datetime(2027, 6, 1, 23, 30, tzinfo=datetime.UTC))
    reader.goto(f"{old_site}policies/jewellery/")
    assert reader.get_by_text("Review due by 31 August 2027.").is_visible()


@pytest.mark.parametrize("fault", ["throw new RangeError()", "this.format = () => '?/?/?'"])
def test_browser_without_time_zones(browser: Browser, old_site: str, fault: str) -> None:
    context = browser.new_context(timezone_id="Pacific/Auckland")
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime(2027, 1, 3, 23, 30, tzinfo=datetime.UTC))
    # After the clock, which has an `Intl` of its own.
    page.add_init_script(f"Intl.DateTimeFormat = function () {{ {fault}; }};")
    page.goto(old_site + STANDING)
    assert NEW in page.locator(".pb-notice").filter(visible=True).inner_text()
    context.close()


def test_open_page_follows_the_day(reader: Page, old_site: str) -> None:
    reader.clock.set_fixed_time(noon(datetime.date(2027, 1, 3)))
    reader.goto(old_site + STANDING)
    assert reader.get_by_text(OLD).is_visible()
    reader.clock.set_fixed_time(noon(datetime.date(2027, 1, 4)))
    reader.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert NEW in reader.locator(".pb-notice").filter(visible=True).inner_text()
    assert not reader.get_by_text(OLD).is_visible()


def test_page_without_script_names_days(browser: Browser, old_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(old_site + STANDING)
    (panel,) = page.locator(".pb-status").filter(visible=True).all_inner_texts()
    assert OLD in panel
    assert "From 4 January 2027 a new text applies." in panel
    assert "These details are correct until 3 January 2027" in panel
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_later(reader: Page, old_site: str, address: str) -> None:
    reader.clock.set_fixed_time(noon(datetime.date(2027, 9, 15)))
    reader.goto(old_site + address)
    assert list(faults(reader, (PHONE, DESKTOP))) == []
    assert reader.evaluate("document.scrollingElement.scrollWidth") <= DESKTOP["width"]
