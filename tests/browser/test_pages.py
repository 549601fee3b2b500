"""What a person touches: every kind of page on a phone and on a desktop, in light and dark, by keyboard, without JavaScript, on paper."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page
from pypdf import PdfReader

POLICY = "policies/social-media/"
REDLINE = POLICY + "changes/2023-11..2026-12/"
KINDS = {
    "home": "",
    "text in force": POLICY,
    "version": POLICY + "2023-11/",
    "proposal": POLICY + "2026-12/",
    "parents": POLICY + "parents/",
    "pupils": POLICY + "pupils/",
    "print": POLICY + "print/",
    "pupils print": POLICY + "pupils/print/",
    "pupils slip": POLICY + "pupils/slip/",
    "parents print": POLICY + "parents/print/",
    "parents of a proposal": POLICY + "2026-12/parents/",
    "history": POLICY + "changes/",
    "redline": REDLINE,
    "register": "review/",
    "search": "search/?q=phone",
    "verify": "verify/",
    "accessibility": "accessibility/",
    "help": "help/office/",
    "not found": "404.html",
}
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def opened(browser: Browser, address: str, size: dict[str, int], scheme: str = "light", script: bool = True) -> Page:
    context = browser.new_context(
        viewport=size, color_scheme=scheme, java_script_enabled=script, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, root: str, kind: str, size: dict[str, int], scheme: str) -> None:
    page = opened(browser, root + KINDS[kind], size, scheme)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    page.context.close()
    wrong = [f"{v['id']}: {n['html'][:120]}" for v in found.response["violations"] for n in v["nodes"]]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched_from_elsewhere_and_nothing_is_blocked(browser: Browser, root: str, kind: str) -> None:
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.goto(root + KINDS[kind], wait_until="networkidle")
    assert [u for u in asked if not u.startswith((root, "data:"))] == []
    assert [s for s in said if "404" not in s] == []
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_small_phone(browser: Browser, root: str, kind: str) -> None:
    page = opened(browser, root + KINDS[kind], {"width": 320, "height": 640})
    width = page.evaluate("document.scrollingElement.scrollWidth")
    page.context.close()
    assert width <= 320


@pytest.mark.parametrize("words", ["In force since November 2023.", "Governing Body, November 2023", "Review overdue since 1 September 2025.",
                                   "Headteacher", "For parents", "For pupils", "Print"])  # fmt: skip
def test_the_first_screen_of_a_phone_answers_without_javascript(browser: Browser, root: str, words: str) -> None:
    page = opened(browser, root + POLICY, PHONE, script=False)
    boxes = [one.bounding_box() for one in page.get_by_text(re.compile(re.escape(words), re.IGNORECASE)).all()]
    page.context.close()
    seen = [b for b in boxes if b and b["height"] > 0]
    assert seen, f"{words!r} is not on the page"
    assert min(b["y"] + b["height"] for b in seen) <= PHONE["height"]


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("kind", ["home", "text in force", "redline", "register", "search"])
def test_every_stop_of_the_tab_key_is_seen(browser: Browser, root: str, kind: str, size: dict[str, int]) -> None:
    page = opened(browser, root + KINDS[kind], size)
    stops = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
            const b = e.getBoundingClientRect(), s = getComputedStyle(e);
            return {html: e.outerHTML.slice(0, 100), w: b.width, h: b.height, top: b.top, bottom: b.bottom, left: b.left,
                    right: b.right, line: s.outlineStyle !== 'none' || s.boxShadow !== 'none', v: s.visibility} }"""
        )
        if seen is None:
            break
        stops += 1
        assert seen["w"] > 0 and seen["h"] > 0 and seen["v"] == "visible", seen
        assert seen["bottom"] > 0 and seen["top"] < size["height"], seen
        assert seen["right"] > 0 and seen["left"] < size["width"], seen
        assert seen["line"], f"focus cannot be seen: {seen}"
    page.context.close()
    assert stops > 5


def test_the_menu_works_by_keyboard_on_a_phone(browser: Browser, root: str) -> None:
    page = opened(browser, root, PHONE)
    button = page.get_by_role("button", name=re.compile("menu", re.IGNORECASE)).first
    button.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation").get_by_role("link", name="For governors").first
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert not link.is_visible()
    assert button.evaluate("e => e === document.activeElement")
    page.context.close()


def test_the_menu_is_there_without_javascript(browser: Browser, root: str) -> None:
    page = opened(browser, root, PHONE, script=False)
    assert page.get_by_role("link", name="For governors").first.is_visible()
    page.context.close()


def test_the_colour_scheme_is_remembered(browser: Browser, root: str) -> None:
    page = opened(browser, root, DESKTOP)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=re.compile("colour|dark|light", re.IGNORECASE)).first.click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page.goto(root + POLICY, wait_until="networkidle")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after
    page.context.close()


@pytest.mark.parametrize("start", ["", POLICY, "review/"])
def test_typing_in_the_box_on_any_page_lands_on_the_clause(browser: Browser, root: str, start: str) -> None:
    page = opened(browser, root + start, DESKTOP)
    page.locator("#pb-q").fill("mobile phones handed in")
    hit = page.locator("#pb-results a").first
    hit.wait_for()
    hit.click()
    page.wait_for_load_state("networkidle")
    fragment = page.evaluate("location.hash.slice(1)")
    assert fragment
    target = page.locator(f"[id='{fragment}']")
    assert "phone" in (target.text_content() or "").lower()
    box = target.bounding_box()
    assert box and box["y"] < DESKTOP["height"]
    page.context.close()


def test_a_query_in_the_address_is_answered(browser: Browser, root: str) -> None:
    page = opened(browser, root + "search/?q=cyber%20bullying", PHONE)
    page.locator("main a[href*='social-media']").first.wait_for()
    assert "ullying" in (page.locator("main").text_content() or "")
    page.context.close()


@pytest.mark.parametrize("query", ["artificial intelligence deepfake", "Designated Safeguarding Lead"])
def test_a_proposed_text_is_not_found(browser: Browser, root: str, query: str) -> None:
    page = opened(browser, root + "search/?q=" + query.replace(" ", "%20"), DESKTOP)
    page.wait_for_timeout(500)
    links = [a.get_attribute("href") or "" for a in page.locator("main a").all()]
    page.context.close()
    assert not [a for a in links if "2026-12" in a]


@pytest.mark.parametrize("address", [POLICY + "print/", POLICY + "2026-12/print/"])
def test_print_view_holds_every_word_and_nothing_of_the_menus(
    browser: Browser, root: str, site: Path, address: str, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.fail("there is no pdftotext: install Debian's package poppler-utils")
    page = opened(browser, root + address, DESKTOP)
    paper = tmp_path / "print.pdf"
    page.pdf(path=str(paper), prefer_css_page_size=True, print_background=False)
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.pb-text p')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    page.context.close()
    assert min(sizes) >= 16  # CSS pixels: 12 pt
    text = subprocess.run(["pdftotext", "-raw", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    printed = re.sub(r"\s+", "", text)
    soup = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    body = soup.select_one(".pb-text")
    assert body is not None
    words = [w for clause in body.select(".pb-words p, h2, h3, td, th") for w in clause.get_text(" ").split()]
    assert len(words) > 1500
    missing = [w for w in words if w not in printed]
    assert not missing
    for foreign in ("Skip to", "For governors", "Didn’t find", "Didn't find"):
        assert foreign.replace(" ", "") not in printed
    assert "Page1of" in printed
    version = "2026-12" if "2026-12" in address else "2023-11"
    assert printed.count(f"SocialMediaPolicy,version{version}") >= text.count("\f") - 1


@pytest.mark.parametrize("address", [POLICY + "pupils/print/", POLICY + "2026-12/pupils/print/"])
def test_the_pupils_page_prints_on_one_sheet_with_its_slip(browser: Browser, root: str, address: str) -> None:
    page = opened(browser, root + address, DESKTOP)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.context.close()
    assert len(paper.pages) == 1
    assert "My signature" in paper.pages[0].extract_text()


@pytest.mark.parametrize("address", ["parents/print/", "pupils/slip/", "2026-12/pupils/slip/"])
def test_the_parents_sheet_in_force_and_the_slip_print_on_one_sheet(browser: Browser, root: str, address: str) -> None:
    page = opened(browser, root + POLICY + address, DESKTOP)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    sizes = page.evaluate("[...document.querySelectorAll('li')].map(e => parseFloat(getComputedStyle(e).fontSize))")
    page.context.close()
    assert len(paper.pages) == 1
    assert min(sizes) >= 16  # CSS pixels: 12 pt
    if "slip" in address:
        assert "Parent's or carer's signature" in paper.pages[0].extract_text()


BOTH = ".pb-change:has(> .pb-old)"
VIEWS = {
    "side by side": "#pb-beside",
    "whole text": "#pb-whole",
    "without small changes": "#pb-no-small",
    "backwards": "#pb-back",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_any_view_of_a_redline(browser: Browser, root: str, view: str, scheme: str) -> None:
    page = opened(browser, root + REDLINE, DESKTOP, scheme)
    page.check(VIEWS[view])
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    page.context.close()
    wrong = [f"{v['id']}: {n['html'][:120]}" for v in found.response["violations"] for n in v["nodes"]]
    assert not wrong, "\n".join(wrong)


def _sides(page: Page) -> tuple[Locator, Locator]:
    """The words of the older and of the newer version in the first change that has both."""
    first = page.locator(BOTH).first
    return first.locator("> .pb-old"), first.locator("> .pb-words")


def test_the_views_of_a_redline_work_without_javascript(browser: Browser, root: str) -> None:
    page = opened(browser, root + REDLINE, DESKTOP, script=False)
    old, new = _sides(page)
    gone = page.locator(f"{BOTH} del").first
    assert new.is_visible() and gone.is_visible()
    assert not old.is_visible()
    page.check("#pb-beside")
    assert old.is_visible() and new.is_visible()
    assert not gone.is_visible()
    before, after = old.bounding_box(), new.bounding_box()
    assert before and after
    assert before["y"] == after["y"]
    assert before["x"] < after["x"]
    folded = page.locator(".pb-fold > :not(summary)").first
    assert not folded.is_visible()
    page.check("#pb-whole")
    assert folded.is_visible()
    small = page.locator(".pb-change--small").first
    assert small.is_visible()
    page.check("#pb-no-small")
    assert not small.is_visible()
    page.context.close()


def test_sides_stand_under_each_other_on_a_phone(browser: Browser, root: str) -> None:
    page = opened(browser, root + REDLINE, PHONE)
    page.check("#pb-beside")
    before, after = (side.bounding_box() for side in _sides(page))
    page.context.close()
    assert before and after
    assert before["y"] < after["y"]


def test_next_passes_over_changes_that_are_left_out(browser: Browser, root: str) -> None:
    page = opened(browser, root + REDLINE, DESKTOP)
    page.check("#pb-no-small")
    small = int((page.locator(".pb-change--small").first.get_attribute("id") or "").removeprefix("change-"))
    page.locator(f"#change-{small - 1} .pb-nav a", has_text="Next").click()
    assert page.evaluate("!document.querySelector(location.hash).classList.contains('pb-change--small')")
    assert page.evaluate("+location.hash.slice(8)") > small
    assert page.is_checked("#pb-no-small")
    page.context.close()


def test_a_link_to_a_change_that_was_left_out_brings_it_back(browser: Browser, root: str) -> None:
    page = opened(browser, root + REDLINE, DESKTOP)
    page.check("#pb-no-small")
    name = page.locator(".pb-change--small").first.get_attribute("id")
    page.evaluate("name => { location.hash = name; }", name)
    page.wait_for_function("name => document.getElementById(name).offsetHeight > 0", arg=name)
    page.context.close()
