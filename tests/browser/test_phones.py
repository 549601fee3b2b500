"""A phone: tables become cards, and the bar that stays in view is never cut."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import DESKTOP, PHONE, SMALL, open_page

CARD = r"""row => [...row.children].filter(e => e.checkVisibility()).map(e => {
  const box = e.getBoundingClientRect();
  const before = getComputedStyle(e, '::before').content.replace(/ \/ ""$/, '');
  const after = getComputedStyle(e, '::after').content;
  return {words: [before, e.innerText, after].filter(w => w && w !== 'none')
            .map(w => w.replace(/^"|"$/g, '')).join(' ').trim(),
          inside: box.left >= 0 && box.right <= innerWidth};
})"""

#: A policy, the words of a first cell of a table, and parts of its card.
CARDS = [
    ("complaints", "Stage 1", ["Stage:  Stage 1", "Who decides Class teacher"]),
    ("data-protection", "The next school", ["Lawful basis Legal duty"]),
    ("behaviour", "2", ["Step:  2", "Who does it Any adult"]),  # four columns
    ("mobile-phones", "Parents", ["Classroom With permission, at events"]),
    ("mobile-phones", "Staff", ["Classroom, Playground Out of sight, on silent"]),
    # A cell above reaches down to this row.
    ("mobile-phones", "Volunteers and visitors", ["Visits School mobile only"]),
]


def card(page: Page, first: str) -> list[dict[str, object]]:
    cell = page.locator(".pb-table--cards td.pb-first", has_text=first).first
    return list(cell.locator("xpath=..").evaluate(CARD))


@pytest.mark.parametrize("view", ["", "print/"])
@pytest.mark.parametrize(("policy", "first", "wanted"), CARDS)
def test_rows_are_cards_on_phones(
    browser: Browser, sample_root: str, policy: str, first: str, wanted: list[str], view: str
) -> None:
    page = open_page(browser, f"{sample_root}policies/{policy}/{view}", PHONE)
    parts = card(page, first)
    assert all(part["inside"] for part in parts)
    words = [" ".join(str(part["words"]).split()) for part in parts]
    for line in wanted:
        assert any(" ".join(line.split()) in part for part in words), words


def test_cards_are_tables_elsewhere(browser: Browser, sample_root: str) -> None:
    page = open_page(browser, sample_root + "policies/mobile-phones/", DESKTOP)
    table = page.locator(".pb-table--cards table").first
    assert table.evaluate("e => getComputedStyle(e).display") == "table"
    assert not table.locator(".pb-repeat").first.is_visible()


BARS = ["policies/behaviour/", "policies/mobile-phones/2026-03/", "policies/photographs/2021-09/"]


@pytest.mark.parametrize("size", [SMALL, PHONE, {"width": 768, "height": 1024}])
@pytest.mark.parametrize("letters", [1, 2])
@pytest.mark.parametrize("address", BARS)
def test_bar_shows_whole_standing(
    browser: Browser, sample_root: str, address: str, letters: int, size: dict[str, int]
) -> None:
    page = open_page(browser, sample_root + address, size)
    page.evaluate(f"document.documentElement.style.fontSize = '{letters * 100}%'")
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(50)
    bar, standing = page.locator(".pb-bar"), page.locator(".pb-bar-standing")
    fits = standing.evaluate(
        "e => e.scrollWidth <= e.clientWidth + 1 && e.getBoundingClientRect().right <= innerWidth"
    )
    assert fits
    assert bar.bounding_box()["height"] <= size["height"] / 4  # type: ignore[index]


def test_note_on_problems_needs_problems(browser: Browser, sample_root: str) -> None:
    """On a phone, a card leaves out its problems if there are none."""
    for size, is_shown in ((PHONE, False), (DESKTOP, True)):
        page = open_page(browser, f"{sample_root}review/", size)
        assert page.get_by_text("“Problems found” does not count").is_visible() is is_shown
