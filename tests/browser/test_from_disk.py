"""The site opened from the disk: its links lead on, and it says how to see the whole site."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

WORDS = "You opened this page from a folder."


@pytest.mark.parametrize("page", ["index.html", "search/index.html"])
def test_page_says_how_to_look(browser: Browser, live_site: Path, page: str) -> None:
    tab = browser.new_page()
    tab.goto((live_site / page).as_uri())
    note = tab.get_by_text(WORDS)
    expect(note).to_be_visible()
    expect(note).to_contain_text("policybook serve")
    tab.close()


def test_links_lead_to_pages(browser: Browser, live_site: Path) -> None:
    tab = browser.new_page()
    tab.goto((live_site / "index.html").as_uri())
    tab.locator("main a[href*='policies/social-media']").first.click()
    expect(tab.locator("h1")).to_have_text("Social Media Policy")
    tab.get_by_role("link", name="History").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/changes/index.html*")
    tab.close()


def test_served_page_has_no_note(browser: Browser, root: str) -> None:
    tab = browser.new_page()
    tab.goto(root)
    expect(tab.locator("h1")).to_be_visible()
    expect(tab.get_by_text(WORDS)).to_have_count(0)
    tab.close()
