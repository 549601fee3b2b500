"""Pages on paper: no controls, and nothing that only a screen can unfold."""

import io
from collections.abc import Callable

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import DESKTOP, SAMPLE_REDLINE, open_page

#: Return what only a screen can use: buttons, and words that say only that something is folded.
CONTROLS = r"""() => [...document.querySelectorAll('button, select, summary')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 2)
  .filter(e => e.tagName !== 'SUMMARY' || /^and \d+ more$|same as a table/.test(e.innerText.trim()))
  .map(e => e.innerText)"""
MARKERS = """() => [...document.querySelectorAll('summary')]
  .filter(e => e.checkVisibility() && getComputedStyle(e).listStyleType !== 'none').length"""


def open_on_paper(browser: Browser, address: str) -> Page:
    page = open_page(browser, address, DESKTOP)
    if "?q=" in address:
        page.locator("#pb-found li").first.wait_for()
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    "address",
    ["search/?q=phone", "review/", SAMPLE_REDLINE, "policies/mobile-phones/", "review/duties/"],
)
def test_paper_has_no_controls(browser: Browser, sample_root: str, address: str) -> None:
    page = open_on_paper(browser, sample_root + address)
    assert page.evaluate(CONTROLS) == []
    assert page.evaluate(MARKERS) == 0


def test_printed_search_has_its_question(browser: Browser, sample_root: str) -> None:
    page = open_on_paper(browser, sample_root + "search/?q=phone")
    assert page.locator("#pb-ask").is_visible()
    assert not page.locator("#a-z").is_visible()


@pytest.mark.parametrize("address", ["worried/", "worried/bullied/", "worried/colleague/"])
def test_help_prints_on_one_sheet(browser: Browser, sample_root: str, address: str) -> None:
    page = open_on_paper(browser, sample_root + address)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) == 1


@pytest.mark.parametrize("kind", ["text in force", "proposal", "own numbers", "upcoming version"])
def test_facts_are_in_one_row(browser: Browser, locate: Callable[[str], str], kind: str) -> None:
    page = open_page(browser, locate(kind), {"width": 768, "height": 1024})
    facts = page.locator(".pb-status:visible .pb-facts > div:visible")
    tops = facts.evaluate_all("all => all.map(e => Math.round(e.getBoundingClientRect().top))")
    assert len(tops) == 3
    assert len(set(tops)) == 1


#: Return the labels of facts that touch what is beside them.
TOUCHING = """() => [...document.querySelectorAll('.pb-facts > div')]
  .filter(e => e.checkVisibility()).filter(row => {
  const words = document.createRange();
  words.selectNodeContents(row.querySelector('dt'));
  const left = row.querySelector('dd').getBoundingClientRect().left;
  return left - words.getBoundingClientRect().right < 4;
}).map(row => row.innerText)"""


@pytest.mark.parametrize("address", ["policies/behaviour/print/", "policies/complaints/print/"])
def test_labels_of_facts_stand_apart(browser: Browser, sample_root: str, address: str) -> None:
    page = open_on_paper(browser, sample_root + address)
    assert page.evaluate(TOUCHING) == []


def test_slip_begins_on_one_line(browser: Browser, sample_root: str) -> None:
    page = open_page(browser, sample_root + "policies/behaviour/pupils/slip/", DESKTOP)
    boxes = page.locator(".pb-group > h2").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.top])"
    )
    columns: dict[float, float] = {}
    for left, top in boxes:
        columns[left] = min(top, columns.get(left, top))
    assert len(columns) == 2
    assert len(set(columns.values())) == 1


def test_closed_parts_stay_off_paper(browser: Browser, sample_root: str) -> None:
    page = open_on_paper(browser, sample_root + "review/law/")
    part = page.locator(".pb-law-part").first
    assert part.locator("summary").first.is_visible()
    assert not part.locator("tbody tr").first.is_visible()
    part.evaluate("part => part.open = true")
    assert part.locator("tbody tr").first.is_visible()
