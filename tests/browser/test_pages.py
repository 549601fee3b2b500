"""What people see and use: every kind of page, on screens, in print and by keyboard."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from accessible import faults
from bs4 import BeautifulSoup
from builders import PATH, make_approved_text, make_record, make_sources, make_text, write_files
from playwright.sync_api import Browser, Locator, Page, TimeoutError, expect
from pypdf import PdfReader

from policybook.reading.files import layout
from tests.browser.pages import (
    DESKTOP,
    KINDS,
    PHONE,
    POLICY,
    REDLINE,
    SAMPLE_KINDS,
    SMALL,
    boxes,
    choose,
    in_view,
    open_page,
    tab,
)


@dataclass(frozen=True)
class Shown:
    """A page, the addresses that it requested, and its error messages."""

    page: Page
    asked: list[str]
    messages: list[str]


@pytest.fixture(scope="module", params=[*KINDS, *SAMPLE_KINDS])
def shown(
    browser: Browser, locate: Callable[[str], str], request: pytest.FixtureRequest
) -> Iterator[Shown]:
    """Yield a page of each kind, loaded once for all the tests of every kind."""
    page = tab(browser, "kinds")
    shown = Shown(page, [], [])
    hears = {
        "request": lambda request: shown.asked.append(request.url),
        "console": lambda heard: (
            shown.messages.append(heard.text) if heard.type in ("error", "warning") else None
        ),
        "pageerror": lambda fault: shown.messages.append(str(fault)),
    }
    page.goto("about:blank")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    for event, hear in hears.items():
        page.on(event, hear)  # type: ignore[call-overload]
    page.goto(locate(request.param), wait_until="networkidle")
    yield shown
    for event, hear in hears.items():
        page.remove_listener(event, hear)


@pytest.mark.accessibility("screens")
def test_pages_fit_a_small_phone(shown: Shown) -> None:
    shown.page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    assert shown.page.evaluate("document.scrollingElement.scrollWidth") <= SMALL["width"]


def test_pages_fetch_nothing_foreign(shown: Shown) -> None:
    root = urljoin(shown.page.url, "/")
    shown.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    shown.page.wait_for_load_state("networkidle")
    assert [u for u in shown.asked if not u.startswith((root, "data:"))] == []
    assert [s for s in shown.messages if "404" not in s] == []
    assert shown.page.context.cookies() == []


@pytest.mark.accessibility("rules")
def test_axe_finds_nothing(shown: Shown) -> None:
    assert list(faults(shown.page, (PHONE, DESKTOP))) == []


def test_schemes_change_only_colours(browser: Browser, root: str) -> None:
    page = open_page(browser, root + POLICY, DESKTOP)
    changed = page.evaluate(
        """() => { const found = [];
        const read = (rules, inside) => { for (const rule of rules) {
            const here = inside || /prefers-color-scheme/.test(rule.conditionText) || /data-scheme/.test(rule.selectorText);
            if (here && rule.style) for (const name of rule.style) found.push([name, rule.style.getPropertyValue(name)]);
            if (rule.cssRules) read(rule.cssRules, here); } };
        for (const sheet of document.styleSheets) read(sheet.cssRules, false);
        return found.map(([name, value]) => [name, name === "color-scheme" || (name.startsWith("--") && CSS.supports("color", value))]); }"""
    )
    assert len(changed) > 30
    assert [name for name, is_colour in changed if not is_colour] == []


@pytest.fixture(scope="module")
def first_screen(browser: Browser, root: str) -> Page:
    page = tab(browser, "first screen", script=False)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(root + POLICY)
    return page


@pytest.mark.accessibility("scripts")
@pytest.mark.parametrize(
    "words",
    [
        "In force since November 2023.",
        "Governing Body, November 2023",
        "Review overdue since 1 September 2025.",
        "Headteacher",
        "For parents",
        "For pupils",
        "Print",
    ],
)
def test_first_screen_answers_without_javascript(first_screen: Page, words: str) -> None:
    boxes = [
        place.bounding_box()
        for place in first_screen.get_by_text(re.compile(re.escape(words), re.IGNORECASE)).all()
    ]
    view = [b for b in boxes if b and b["height"] > 0]
    assert view, f"{words!r} is not on the page"
    assert min(b["y"] + b["height"] for b in view) <= PHONE["height"]


#: The focused element is on the screen, visible, and has an outline or a shadow.
FOCUS_IS_SEEN = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const {width, height, top, bottom, left, right} = element.getBoundingClientRect();
  return width > 0 && height > 0 && style.visibility === 'visible'
    && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
}"""


@pytest.mark.accessibility("keyboard")
@pytest.mark.parametrize("size", [SMALL, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "kind",
    [
        *("home", "text in force", "redline", "register", "search"),
        *("home with groups", "merged cells", "own numbers", "full register"),
    ],
)
def test_every_tab_stop_is_visible(
    browser: Browser, locate: Callable[[str], str], kind: str, size: dict[str, int]
) -> None:
    page = open_page(browser, locate(kind), size)
    if kind == "search":
        page.locator("#pb-found li").first.wait_for()
    stops = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement || document.activeElement === document.body"):
            break
        stops += 1
        try:  # Chromium may still be scrolling to it.
            page.wait_for_function(FOCUS_IS_SEEN, timeout=5000)
        except TimeoutError:
            focus = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
            place = page.evaluate("JSON.stringify(document.activeElement.getBoundingClientRect())")
            pytest.fail(f"the focus is not visible: {focus} at {place}")
    assert stops > 5


@pytest.mark.accessibility("keyboard")
def test_menu_works_by_keyboard(browser: Browser, root: str) -> None:
    page = open_page(browser, root, PHONE)
    button = page.get_by_role("button", name=re.compile("menu", re.IGNORECASE)).first
    button.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation").get_by_role("link", name="For governors").first
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.accessibility("scripts")
def test_menu_works_without_javascript(browser: Browser, root: str) -> None:
    page = open_page(browser, root, PHONE, script=False)
    assert page.get_by_role("link", name="For governors").first.is_visible()


def test_footer_says_the_day(browser: Browser, root: str) -> None:
    line = open_page(browser, root + POLICY, PHONE).locator("#pb-made")
    expect(line).to_have_text("This site was made on 22 November 2026.")
    link = open_page(browser, root + POLICY, PHONE, script=False).locator("#pb-made a")
    assert link.get_attribute("href") == "../../build.json"


def test_colour_scheme_is_remembered(browser: Browser, root: str) -> None:
    # This tab keeps its storage, so it remembers the scheme.
    page = tab(browser, "scheme")
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.goto(root)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=re.compile("colour|dark|light", re.IGNORECASE)).first.click()
    body = page.locator("body")
    expect(body).not_to_have_css("background-color", before)
    after = body.evaluate("e => getComputedStyle(e).backgroundColor")
    page.goto(root + POLICY)
    expect(body).to_have_css("background-color", after)


@pytest.mark.parametrize("start", ["", POLICY, "review/"])
def test_search_box_leads_to_clauses(browser: Browser, root: str, start: str) -> None:
    page = open_page(browser, root + start, DESKTOP)
    page.locator("#pb-q").fill("mobile phones handed in")
    hit = page.locator("#pb-results a").first
    hit.wait_for()
    hit.click()
    page.wait_for_url("**#*")
    fragment = page.evaluate("location.hash.slice(1)")
    assert fragment
    target = page.locator(f"[id='{fragment}']")
    assert "phone" in (target.text_content() or "").lower()
    in_view(target)


def test_address_can_hold_a_query(browser: Browser, root: str) -> None:
    page = open_page(browser, root + "search/?q=cyber%20bullying", PHONE)
    page.locator("main a[href*='social-media']").first.wait_for()
    expect(page.locator("main")).to_contain_text("ullying")


@pytest.mark.parametrize(
    "query", ["artificial intelligence deepfake", "Designated Safeguarding Lead"]
)
def test_search_omits_proposed_texts(browser: Browser, root: str, query: str) -> None:
    page = open_page(browser, root + "search/?q=" + query.replace(" ", "%20"), DESKTOP)
    page.locator("#pb-found li, #pb-count:text('Nothing')").first.wait_for()
    links = [a.get_attribute("href") or "" for a in page.locator("main a").all()]
    assert not [a for a in links if "2026-12" in a]


def read_paper(page: Page, paper: Path) -> str:
    """Print the page into the file and return its words."""
    if not shutil.which("pdftotext"):
        pytest.fail("there is no pdftotext: install Debian's package poppler-utils")
    page.pdf(path=str(paper), prefer_css_page_size=True, print_background=False)
    return subprocess.run(
        ["pdftotext", "-raw", str(paper), "-"], capture_output=True, text=True, check=True
    ).stdout


def list_policy_words(site: Path, address: str) -> list[str]:
    """Return every word of the policy's text on a page."""
    soup = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    body = soup.select_one(".pb-text")
    assert body is not None
    return [
        word
        for clause in body.select(".pb-words p, h2, h3, td, th")
        for word in clause.get_text(" ").split()
    ]


@pytest.mark.parametrize("address", [POLICY + "print/", POLICY + "2026-12/print/"])
def test_print_view_holds_every_word(
    browser: Browser, root: str, live_site: Path, address: str, tmp_path: Path
) -> None:
    page = open_page(browser, root + address, DESKTOP)
    text = read_paper(page, tmp_path / "print.pdf")
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.pb-text p')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 16  # CSS pixels: 12 pt
    printed = re.sub(r"\s+", "", text)
    words = list_policy_words(live_site, address)
    assert len(words) > 1500
    missing = [w for w in words if w not in printed]
    assert not missing
    for foreign in ("Skip to", "For governors", "Didn’t find", "Didn't find"):
        assert foreign.replace(" ", "") not in printed
    assert "Page1of" in printed
    version = "2026-12" if "2026-12" in address else "2023-11"
    assert printed.count(f"SocialMediaPolicy,version{version}") >= text.count("\f") - 1


@pytest.mark.parametrize("view", ["", "print/"])
@pytest.mark.parametrize("policy", ["complaints", "data-protection", "mobile-phones"])
def test_wide_tables_print_every_word(
    browser: Browser, sample_root: str, sample_site: Path, policy: str, view: str, tmp_path: Path
) -> None:
    address = f"policies/{policy}/{view}"
    text = read_paper(open_page(browser, sample_root + address, DESKTOP), tmp_path / "print.pdf")
    printed = re.sub(r"\s+", "", text)
    words = list_policy_words(sample_site, address)
    assert len(words) > 500
    assert [word for word in words if word not in printed] == []


@pytest.mark.parametrize("policy", ["behaviour", "complaints", "data-protection", "mobile-phones"])
def test_headings_stay_with_their_words(browser: Browser, sample_root: str, policy: str) -> None:
    page = open_page(browser, f"{sample_root}policies/{policy}/", DESKTOP)
    headings = page.evaluate(
        "[...document.querySelectorAll('.pb-section > :is(h2, h3)')].map(e => e.textContent)"
    )
    squeezed = {re.sub(r"\s+", "", heading) for heading in headings}
    assert len(squeezed) > 6
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ends = [re.sub(r"\s+", "", sheet.extract_text()) for sheet in sheets]
    assert [name for name in squeezed if any(end.endswith(name) for end in ends)] == []


@pytest.mark.parametrize("policy", ["behaviour", "data-protection", "mobile-phones"])
@pytest.mark.parametrize(
    "sheet", ["parents/print/", "pupils/print/", "pupils/slip/", "parents/", "pupils/"]
)
def test_sample_sheets_are_one_page(
    browser: Browser, sample_root: str, policy: str, sheet: str
) -> None:
    page = open_page(browser, f"{sample_root}policies/{policy}/{sheet}", DESKTOP)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 1


def test_search_finds_every_policy(browser: Browser, sample_root: str) -> None:
    page = open_page(browser, sample_root + "search/?q=how%20long%20is%20cctv%20kept", DESKTOP)
    first = page.locator("#pb-found li a").first
    first.wait_for()
    assert (first.get_attribute("href") or "").endswith("policies/data-protection/#s3-4")


def test_card_of_the_school_comes_first(browser: Browser, sample_root: str) -> None:
    page = open_page(browser, sample_root + "search/?q=need%20my%20phone%20to%20get%20home", PHONE)
    page.locator("#pb-found li").first.wait_for()
    expect(page.locator("main a[href*='worried/locked-phone']").first).to_be_visible()


@pytest.mark.parametrize("version", ["", "2026-12/"])
@pytest.mark.parametrize(("sheet", "words"), [("print/", "Who to tell"), ("slip/", "My signature")])
def test_pupils_pages_print_on_one_sheet(
    browser: Browser, root: str, version: str, sheet: str, words: str
) -> None:
    page = open_page(browser, f"{root}{POLICY}{version}pupils/{sheet}", DESKTOP)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    assert words in paper.pages[0].extract_text() and "Fingerprint" in paper.pages[0].extract_text()


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_parents_learn_first_whom_to_tell(
    browser: Browser, root: str, width: dict[str, int]
) -> None:
    page = open_page(browser, f"{root}{POLICY}parents/", width)
    headings = page.locator("article h2").all_text_contents()
    assert headings[0] == "Who to tell"
    assert headings[-1].startswith("What changed")
    place, first = page.locator("#contact").bounding_box(), page.locator("#st1").bounding_box()
    assert place and first and place["y"] <= first["y"]


@pytest.mark.parametrize("address", ["parents/print/", "pupils/slip/", "2026-12/pupils/slip/"])
def test_sheets_have_readable_type(browser: Browser, root: str, address: str) -> None:
    page = open_page(browser, root + POLICY + address, DESKTOP)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('li')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert len(paper.pages) == 1
    assert min(sizes) >= 16  # CSS pixels: 12 pt
    if "slip" in address:
        assert "Parent's or carer's signature" in paper.pages[0].extract_text()


BOTH = ".pb-change:has(> .pb-old)"
VIEWS = {
    "side by side": "#pb-beside",
    "whole text": "#pb-whole",
    "with small changes": "#pb-small",
    "backwards": "#pb-back",
}


#: Two short texts with a change of every form in Oakfield's redline.
OLD = """## Phones

Pupils hand in their *phones* at the gate.

The office keeps each phone in a locked box.

Parents collect a phone\\
that was taken away.

## Clubs

Staff must sign the book at the front door.

Staff must sign the list at the back door.

Staff must sign the sheet at the side door.

Staff must sign the card at the main gate.

Staff must sign the page at the small gate.

Staff must sign the form at the kitchen.

## Trips

Every trip to the sea is written in the big blue book by the teacher who leads it.

Pupils bring a coat, and wear the uniform

Pupils bring a lunch box.

Nobody may swim.

A coach is hired from the firm that the office knows.

| Role | Does |
|---|---|
| Head | Decides |
| Cook | Cooks |

The clerk reads this policy each spring.

The clerk keeps this policy in the office.

The clerk sends this policy to parents.

The clerk puts this policy on the wall.

At the end of the day:

- the caretaker locks each of the doors

  That includes the small gate.
"""
NEW = """## Phones

Pupils hand in their *phones* at the gate. The office keeps each phone in a locked box. Parents collect a phone\\
that was taken away.

Every trip to the sea is written in the big red book by the teacher who leads it.

## Clubs and doors

Staff should sign the book at the front door.

Staff should sign the list at the back door.

Staff should sign the sheet at the side door.

Staff should sign the card at the main gate.

Staff should sign the page at the small gate.

Staff should sign the form at the kitchen.

## Trips

Pupils bring a coat, and wear the uniform.

Pupils bring a **lunch** box.

A coach is hired from the firm that the office knows.

| Role | Does |
|---|---|
| Head | Decides it |
| Cook | Cooks |

The clerk reads this policy each spring.

The clerk keeps this policy in the office.

The clerk sends this policy to parents.

The clerk puts this policy on the wall.

At the end of the day:

- the caretaker locks each of the doors

  That includes the side gate.

## Money

Governors pay for it each year.
"""
PAIR = POLICY.replace("social-media", "behaviour") + "changes/2025-09..2026-12/"


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a school that proposes one short text to replace another."""
    from in_process import TODAY, run_command  # it knows MkDocs

    folder = tmp_path_factory.mktemp("short")
    files = {
        PATH: make_approved_text(OLD),
        PATH.replace("2025-09", "2026-12"): make_text(
            NEW, status="consultation", changes="Much.", owner="Clerk"
        ),
    }
    write_files(make_sources({**files, layout.RECORD: make_record(files)}).files, folder / "school")
    done = run_command(
        "--project", folder / "school", "--site-dir", folder / "site", "--today", TODAY, "--no-pdf"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def short_root(short: Path, serve: Callable[[Path], str]) -> str:
    return serve(short)


def forms(page: Path) -> set[tuple[str, ...]]:
    """Return each kind of element on a redline's page, with its classes."""
    soup = BeautifulSoup((page / "index.html").read_bytes(), "html.parser")
    return {
        (tag.name, *sorted(tag.get_attribute_list("class", []))) for tag in soup.select("main *")
    }


def test_short_redline_has_every_form(short: Path, live_site: Path) -> None:
    assert forms(live_site / REDLINE) - forms(short / PAIR) == set(), (
        "add such a change to OLD and NEW"
    )


@pytest.mark.accessibility("rules")
@pytest.mark.parametrize("view", VIEWS)
def test_axe_accepts_every_redline_view(browser: Browser, short_root: str, view: str) -> None:
    page = open_page(browser, short_root + PAIR, DESKTOP)
    choose(page, VIEWS[view])
    assert list(faults(page, (DESKTOP,))) == []


def _sides(page: Page) -> tuple[Locator, Locator]:
    """Return the older and the newer words of the first change that has both."""
    first = page.locator(BOTH).first
    return first.locator("> .pb-old"), first.locator("> .pb-words")


@pytest.mark.accessibility("scripts")
def test_redline_views_without_javascript(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, DESKTOP, script=False)
    old, new = _sides(page)
    gone = page.locator(f"{BOTH} del").first
    expect(new).to_be_visible()
    expect(gone).to_be_visible()
    expect(old).to_be_hidden()
    choose(page, "#pb-beside")
    expect(old).to_be_visible()
    expect(new).to_be_visible()
    expect(gone).to_be_hidden()
    before, after = boxes(old, new)
    assert before["y"] == after["y"]
    assert before["x"] < after["x"]
    folded = page.locator(".pb-fold > :not(summary)").first
    expect(folded).to_be_hidden()
    choose(page, "#pb-whole")
    expect(folded).to_be_visible()
    small = page.locator(".pb-change--small").first
    expect(small).to_be_hidden()
    expect(page.get_by_text(re.compile(r"\d+ minor changes? .* (is|are) hidden"))).to_be_visible()
    page.check("#pb-small")
    expect(small).to_be_visible()
    expect(page.locator(".pb-minor").first).to_be_hidden()


def test_sides_are_stacked_on_phones(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, PHONE)
    choose(page, "#pb-beside")
    before, after = boxes(*_sides(page))
    assert before["y"] < after["y"]


def test_next_skips_hidden_changes(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, DESKTOP)
    small = int(
        (page.locator(".pb-change--small").first.get_attribute("id") or "").removeprefix("change-")
    )
    page.locator(f"#change-{small - 1} .pb-nav a", has_text="Next").click()
    page.wait_for_url("**#change-*")
    assert page.evaluate(
        "!document.querySelector(location.hash).classList.contains('pb-change--small')"
    )
    assert page.evaluate("+location.hash.slice(8)") > small
    assert not page.is_checked("#pb-small")


def test_link_shows_hidden_change(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, DESKTOP)
    name = page.locator(".pb-change--small").first.get_attribute("id")
    page.evaluate("name => { location.hash = name; }", name)
    page.wait_for_function("name => document.getElementById(name).offsetHeight > 0", arg=name)
