"""Where the parts of every kind of page are, on a phone, a tablet, a desktop and a wide screen."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import (
    DESKTOP,
    KINDS,
    PHONE,
    POLICY,
    SAMPLE_KINDS,
    SAMPLE_REDLINE,
    choose,
    open_page,
    tab,
)

SIZES = (
    PHONE,
    {"width": 768, "height": 1024},
    DESKTOP,
    {"width": 1920, "height": 1080},
)
NUMBERED = {"text in force", "proposal", "print", "redline", "pack"}
NUMBERED |= {"merged cells", "own numbers", "lists in cells", "upcoming version"}
NUMBERED |= {"withdrawn version", "redline of forty", "minor redline", "print of a wide table"}
#: One sheet of paper, to which no page links with an id.
SHEETS = {"pupils print", "pupils slip", "parents print", "sheet"}
ORIGIN = "http://site/"
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*#[^"]+)"')

#: A quarter of a line. Digits are smaller than words, so the middles differ by a pixel or two.
TOLERANCE = 6

#: What a reader sees below the heading of a link's target: the target is near the top.
NEAR_TOP = 200

#: Return the first line of the text that follows an element inside another, or nothing.
FIRST_LINE = """(after, inside) => {
  const walk = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    const follows = !after
      || after.compareDocumentPosition(text) === Node.DOCUMENT_POSITION_FOLLOWING;
    if (!follows || !text.data.trim() || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const line = [...range.getClientRects()].find(box => box.width > 0);
    if (line) return line;
  }
}"""

#: Return how many numbers are visible, and those that are not beside their first line.
NUMBERS = f"""limit => {{
  const firstLine = {FIRST_LINE}, middle = box => (box.top + box.bottom) / 2;
  let count = 0;
  const faults = [];
  for (const number of document.querySelectorAll('.pb-number, .pb-number-plain, .pb-numbers')) {{
    const label = firstLine(null, number), words = firstLine(number, number.parentElement);
    if (!label || !words) continue;
    count += 1;
    const lower = Math.round(middle(label) - middle(words));
    const name = number.textContent.trim();
    if (Math.abs(lower) > limit) faults.push(`${{name}} is ${{lower}} px too low`);
  }}
  return {{count, faults}};
}}"""

#: Return how many margin notes are in a column of their own, and those below their clause's top.
NOTES = f"""limit => {{
  const firstLine = {FIRST_LINE}, middle = box => (box.top + box.bottom) / 2;
  let count = 0;
  const faults = [];
  for (const note of document.querySelectorAll('.pb-clause > .pb-beside')) {{
    const words = firstLine(null, note.previousElementSibling), own = firstLine(null, note);
    if (!words || !own || own.left < words.right) continue;
    count += 1;
    const lower = Math.round(middle(own) - middle(words));
    const name = note.parentElement.id;
    if (Math.abs(lower) > limit) faults.push(`the note on ${{name}} is ${{lower}} px too low`);
  }}
  return {{count, faults}};
}}"""

#: Return the width of the page and the texts that are cut off at its edge.
OVERFLOW = """() => {
  const clipped = element => {
    for (let e = element; e && e !== document.body; e = e.parentElement)
      if (getComputedStyle(e).overflowX !== 'visible') return true;
    return false;
  };
  const width = document.documentElement.clientWidth, faults = [];
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, range = document.createRange();
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width && (box.right > width + 1 || box.left < -1) && !clipped(text.parentElement))
      faults.push(text.data.trim().slice(0, 40));
  }
  return faults;
}"""

#: Go to each target and return those that are out of view, once the page has come to rest.
#: A target is in view near the top of the screen, or anywhere on it at the end of the page.
JUMP = """async ([names, near]) => {
  const frame = () => new Promise(requestAnimationFrame);
  const place = name => {
    const target = document.getElementById(name);
    if (!target) return `#${name} is not on the page`;
    if (!target.checkVisibility()) return `#${name} is hidden`;
    const {top} = target.getBoundingClientRect();
    const rest = document.documentElement.scrollHeight - innerHeight - scrollY;
    const view = top >= -1 && (top <= near || (rest <= 2 && top < innerHeight));
    return view ? '' : `#${name} is at ${Math.round(top)} px`;
  };
  const faults = [];
  for (const name of names) {
    location.hash = name;
    await frame();
    await frame();
    let fault = place(name);
    for (let n = 0; fault && n < 30; n++) { await frame(); fault = place(name); }
    if (fault) faults.push(fault);
  }
  return faults;
}"""


@pytest.fixture(scope="module", params=[*KINDS, *SAMPLE_KINDS])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of page in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def page(browser: Browser, locate: Callable[[str], str], kind: str) -> Page:
    """Return a page of each kind, loaded once, with everything unfolded."""
    loaded = tab(browser, "geometry")
    loaded.goto("about:blank")
    loaded.set_viewport_size(PHONE)  # type: ignore[arg-type]
    loaded.goto(locate(kind))
    if "search" in kind:
        loaded.locator("#pb-found li").first.wait_for()
    loaded.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
    return loaded


def _at_each_size(page: Page, script: str, *arguments: Any) -> Iterator[tuple[int, Any]]:
    """Yield each width, and what the script returns there."""
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        yield size["width"], page.evaluate(script, *arguments)


def test_numbers_are_beside_first_lines(page: Page, kind: str) -> None:
    for width, result in _at_each_size(page, NUMBERS, TOLERANCE):
        assert result["faults"] == [], f"{width} px"
        assert (result["count"] > 3) == (kind in NUMBERED), f"{width} px: {result['count']} numbers"


def test_margin_notes_are_beside_first_lines(page: Page, kind: str) -> None:
    counts = 0
    for width, result in _at_each_size(page, NOTES, TOLERANCE):
        assert result["faults"] == [], f"{width} px"
        counts += result["count"]
    assert counts or kind not in {"text in force", "merged cells"}


@pytest.mark.accessibility("screens")
def test_nothing_overflows(page: Page) -> None:
    faults = {width: result for width, result in _at_each_size(page, OVERFLOW) if result}
    assert faults == {}


#: Return the headings of tables whose words are wider than their cell. Phones hide a table's head.
WIDE_HEADINGS = """() => [...document.querySelectorAll('th')]
  .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .filter(e => getComputedStyle(e.parentElement.parentElement).position !== 'absolute')
  .map(e => e.textContent.trim())"""


def test_headings_fit_their_cells(page: Page) -> None:
    faults = {width: result for width, result in _at_each_size(page, WIDE_HEADINGS) if result}
    assert faults == {}


@pytest.mark.parametrize("kind", ["merged cells", "own numbers", "lists in cells"])
def test_wide_tables_fit_a_desktop(
    browser: Browser, locate: Callable[[str], str], kind: str
) -> None:
    page = open_page(browser, locate(kind), DESKTOP)
    widths = page.evaluate(
        "[...document.querySelectorAll('.pb-table--wide')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert widths == [0]


@pytest.fixture(scope="module")
def targets(live_site: Path) -> dict[str, list[str]]:
    return find_targets(live_site)


@pytest.fixture(scope="module")
def sample_targets(sample_site: Path) -> dict[str, list[str]]:
    return find_targets(sample_site)


def find_targets(site: Path) -> dict[str, list[str]]:
    """Return the ids on each page to which any page of the site links, the last first."""
    names: dict[str, set[str]] = {}
    for file in site.rglob("*.html"):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        for link in LINK.findall(file.read_text(encoding="utf-8")):
            path, name = urldefrag(urljoin(ORIGIN + address, html.unescape(link)))
            if path.startswith(ORIGIN):
                target = unquote(path.removeprefix(ORIGIN))
                names.setdefault(target, set()).add(unquote(name))
    return {path: sorted(linked, reverse=True) for path, linked in names.items()}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_linked_ids_are_in_view(
    browser: Browser,
    locate: Callable[[str], str],
    kind: str,
    size: dict[str, int],
    request: pytest.FixtureRequest,
) -> None:
    fixture, kinds = ("targets", KINDS) if kind in KINDS else ("sample_targets", SAMPLE_KINDS)
    names = request.getfixturevalue(fixture).get(kinds[kind].partition("?")[0], [])
    assert bool(names) == (kind not in SHEETS)
    # From the last to the first, so that nothing above a target has been near the screen.
    assert open_page(browser, locate(kind), size).evaluate(JUMP, [names, NEAR_TOP]) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nested_clauses_open_in_view(
    browser: Browser, root: str, size: dict[str, int], targets: dict[str, list[str]]
) -> None:
    nested = [name for name in targets[POLICY] if name.count("-") > 1]
    assert len(nested) > 5
    faults = []
    for name in nested:
        page = open_page(browser, f"{root}{POLICY}#{name}", size)
        faults += page.evaluate(JUMP.replace("location.hash = name;", ""), [[name], NEAR_TOP])
    assert faults == []


@pytest.mark.parametrize("view", ["#pb-inline", "#pb-beside"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_cell_drops_below_others(
    browser: Browser, sample_root: str, size: dict[str, int], view: str
) -> None:
    page = open_page(browser, sample_root + SAMPLE_REDLINE, size, script=False)
    if view != "#pb-inline":
        choose(page, view)
    rows = page.locator(".pb-change .pb-cells").evaluate_all(
        """rows => rows.map(row => [...row.children].map(cell => cell.getBoundingClientRect()))
        .map(boxes => ['top', 'left'].map(side => new Set(boxes.map(box => box[side])).size))"""
    )
    assert rows and all(1 in row for row in rows)
