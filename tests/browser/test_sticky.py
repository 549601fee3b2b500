"""What stays in view while a page scrolls lies on no words of another column."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import DESKTOP, KINDS, PHONE, REDLINE, SAMPLE_KINDS, open_page

WIDE = {"width": 1920, "height": 1080}
LOW = {"width": 1280, "height": 700}

#: The kinds of page with a part that stays in view, apart from the bar.
STICKY = {"text in force", "proposal", "redline", "merged cells", "own numbers"}
STICKY |= {"lists in cells", "upcoming version", "withdrawn version", "redline of forty"}
STICKY |= {"minor redline", "pack", "pack of forty"}

#: Scroll in steps, and return how many parts stayed in view and the words that they lay on.
#: A part without a ground of its own may lie on no words at all; another one only on words of
#: its own column, which scroll under it.
COVERED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const lines = (inside, apart) => {
    const walk = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT), boxes = [];
    while (walk.nextNode()) {
      const text = walk.currentNode, parent = text.parentElement;
      if (!text.data.trim() || (apart && apart.contains(parent))) continue;
      if (!parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
      if (parent.closest('.pb-bar, .pb-hidden, [data-note]')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects())
        if (box.width > 2 && box.bottom > 0 && box.top < innerHeight) boxes.push({box, text});
    }
    return boxes;
  };
  const column = element => element.closest('.pb-body, .pb-side, .pb-notes, .pb-head');
  const parts = [...document.querySelectorAll('main *')].filter(e =>
    getComputedStyle(e).position === 'sticky' && !e.closest('td, th, table, .pb-table'));
  const faults = new Set(), end = document.documentElement.scrollHeight - innerHeight;
  let count = 0;
  for (const y of [250, 500, 1000, 2000, end / 2, end - 300, end]) {
    scrollTo(0, y);
    await frame(); await frame();
    for (const part of parts) {
      const edge = part.getBoundingClientRect();
      if (!part.checkVisibility() || edge.bottom < 0 || edge.top > innerHeight) continue;
      count += 1;
      const clear = getComputedStyle(part).backgroundColor === 'rgba(0, 0, 0, 0)';
      for (const {box, text} of lines(document.querySelector('main'), part)) {
        if (!clear && column(text.parentElement) === column(part)) continue;
        const across = Math.min(box.right, edge.right) - Math.max(box.left, edge.left);
        const down = Math.min(box.bottom, edge.bottom) - Math.max(box.top, edge.top);
        if (across > 2 && down > 2)
          faults.add(`${part.className} on “${text.data.trim().slice(0, 30)}” at ${Math.round(y)}`);
      }
    }
  }
  return {count, faults: [...faults]};
}"""


@pytest.mark.parametrize("kind", [*KINDS, *SAMPLE_KINDS])
def test_sticky_parts_cover_nothing(
    browser: Browser, locate: Callable[[str], str], kind: str
) -> None:
    page = open_page(browser, locate(kind), DESKTOP)
    for size in (PHONE, {"width": 768, "height": 1024}, LOW, DESKTOP, WIDE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        result: dict[str, Any] = page.evaluate(COVERED)
        assert result["faults"] == [], f"{kind} at {size}"
    assert bool(result["count"]) == (kind in STICKY)


def test_overlap_is_seen(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, DESKTOP)
    page.evaluate("document.querySelector('.pb-side').style.display = 'block'")
    assert any("This policy" in fault for fault in page.evaluate(COVERED)["faults"])
