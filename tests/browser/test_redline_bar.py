"""What a redline's bar says of the change that is being read, and minor changes on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import DESKTOP, PHONE, REDLINE, SAMPLE_REDLINE, choose, open_page


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(browser: Browser, root: str, request: pytest.FixtureRequest) -> Page:
    return open_page(browser, root + REDLINE, request.param)


def test_bar_names_change_and_section(page: Page) -> None:
    where = page.locator(".pb-bar-where")
    expect(where).to_be_hidden()
    page.evaluate("location.hash = 'change-20'")
    expect(where).to_have_text(re.compile(r"\d+ \w.* Change 20 of \d+"))
    section = page.locator(".pb-stage:has(#change-20) > h3").text_content()
    expect(page.locator(".pb-bar-section")).to_have_text(section or "")


def test_bar_steps_through_changes(page: Page) -> None:
    page.evaluate("location.hash = 'change-3'")
    count, steps = page.locator(".pb-bar-count"), page.locator(".pb-bar-steps")
    expect(count).to_have_text(re.compile("^Change 3 of"))
    steps.get_by_text("Next").click()
    expect(count).to_have_text(re.compile("^Change 4 of"))
    for number in (3, 2, 1):
        steps.get_by_text("Previous").click()
        expect(count).to_have_text(re.compile(f"^Change {number} of"))
    expect(steps.get_by_text("Previous")).to_be_hidden()


def test_bar_passes_over_hidden_changes(page: Page) -> None:
    small = [
        int(name.removeprefix("change-"))
        for name in page.locator(".pb-change--small").evaluate_all("all => all.map(e => e.id)")
    ]
    page.evaluate("name => { location.hash = name; }", f"change-{small[0] - 1}")
    after = next(number for number in range(small[0], 999) if number not in small)
    expect(page.locator(".pb-bar-steps [rel=next]")).to_have_attribute("href", f"#change-{after}")


@pytest.mark.parametrize("address", [REDLINE, SAMPLE_REDLINE], ids=["oakfield", "sample"])
def test_every_change_is_on_page(
    browser: Browser, root: str, sample_root: str, address: str
) -> None:
    page = open_page(browser, (root if address == REDLINE else sample_root) + address, DESKTOP)
    names = page.locator("[id^=change-]").evaluate_all("all => all.map(e => e.id)")
    assert names == [f"change-{number}" for number in range(1, len(names) + 1)]
    total = re.search(r"\d+", page.locator(".pb-lead").inner_text())
    assert total and len(names) == int(total[0])


def test_paper_has_minor_changes(page: Page) -> None:
    small = page.locator(".pb-change--small").first
    expect(small).to_be_hidden()
    page.emulate_media(media="print")
    expect(small).to_be_visible()
    expect(page.locator(".pb-minor").first).to_be_hidden()


def test_only_minor_changes_are_shown(browser: Browser, sample_root: str) -> None:
    address = sample_root + "policies/data-protection/changes/2025-11..2026-02/"
    page = open_page(browser, address, DESKTOP, script=False)
    every, small = page.locator(".pb-change"), page.locator(".pb-change--small")
    if every.count() == small.count():
        expect(small.first).to_be_visible()
    assert page.locator("#pb-small").count() == (0 < small.count() < every.count())


def test_contents_mark_what_a_link_led_to(browser: Browser, sample_root: str) -> None:
    page = open_page(browser, sample_root + "policies/mobile-phones/#s3", DESKTOP)
    expect(page.locator(".pb-contents [aria-current]")).to_have_attribute("href", "#s3")


def test_bar_reaches_last_section(page: Page) -> None:
    """The last sections are shorter than a screen, so none of them ever gets to its top."""
    page.mouse.wheel(0, 999_999)
    last = page.locator(".pb-stage:not(.pb-stage--same) > h3").last.text_content()
    expect(page.locator(".pb-bar-section")).to_have_text(last or "")
    step, seen = page.viewport_size["height"] // 8, set()  # type: ignore[index]
    for _ in range(16):
        page.mouse.wheel(0, -step)
        page.wait_for_timeout(60)
        seen.add(page.locator(".pb-bar-section").text_content())
    assert len(seen) > 2


def test_sides_fill_a_wide_screen(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, {"width": 1920, "height": 900}, script=False)
    change = page.locator(".pb-change").first
    before = change.bounding_box()
    choose(page, "#pb-beside")
    after = change.bounding_box()
    assert before and after
    assert after["x"] == before["x"]
    assert 1860 < after["x"] + after["width"] < 1900
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
