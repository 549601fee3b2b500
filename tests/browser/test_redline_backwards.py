"""The redline read from the newer version back to the older, without JavaScript: every label, mark and figure is turned round, or is gone."""

import re

import pytest
from pages import DESKTOP, PHONE, REDLINE, measure_boxes, opened
from playwright.sync_api import Browser, Locator, Page

from policybook.model.wording import effect


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(browser: Browser, root: str, request: pytest.FixtureRequest) -> Page:
    return opened(browser, root + REDLINE, request.param, script=False)


def shown(where: Locator) -> list[str]:
    """The words of each element that are not hidden. What is out of view is not laid out yet, so that `inner_text` may have none of it."""
    return list(
        where.evaluate_all("""elements => {
        const hidden = e => e && (getComputedStyle(e).display === 'none' || hidden(e.parentElement));
        return elements.map(element => {
            const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let words = '';
            while (walk.nextNode()) if (!hidden(walk.currentNode.parentElement)) words += walk.currentNode.data;
            return words.trim();
        });
    }""")
    )


def labels(page: Page) -> list[str]:
    return shown(page.locator(".pb-label"))


def back(label: str) -> str:
    return {"Added": "Removed", "Removed": "Added", "Divided": "Joined", "Joined": "Divided"}.get(label, label)


def test_labels_and_figures_are_turned_round(page: Page) -> None:
    forth, figures = labels(page), page.locator(".pb-lead").inner_text()
    added, removed = (int(re.search(rf"(\d+) {word}", figures)[1]) for word in ("added", "removed"))  # type: ignore[index]
    assert added != removed and {"Added", "Removed", "Reworded", "Joined"} <= set(forth)
    page.check("#pb-back")
    assert [back(one) for one in forth if "Moved" not in one] == [one for one in labels(page) if "Moved" not in one]
    assert "Moved from 6.8 and reworded" in forth and "Moved from 11.4 and reworded" in labels(page)
    turned = page.locator(".pb-lead").inner_text()
    assert f"{added} removed" in turned and f"{removed} added" in turned
    heads = page.locator(".pb-between dt").all_inner_texts()
    assert heads == ["To", "From"]


def test_nothing_that_is_true_forwards_alone_is_left(page: Page) -> None:
    page.check("#pb-back")
    (told,) = shown(page.locator(".pb-redline"))
    for words in (
        "became",
        "[added:",
        "[removed:",
        effect("duty made stronger", "both"),
        "It set a duty",
        "In the words of the version itself",
    ):
        assert words not in told
    assert page.locator(".pb-redline :is(ins, del):not([role=none])").count() == 0  # nothing is an insertion both ways
    both = page.locator(".pb-old + .pb-words del")
    assert both.count() > 20 and not any(one.is_visible() for one in both.all())
    said = "e => getComputedStyle(e, '::before').content"
    assert page.locator(".pb-change ins").first.evaluate(said) == '"[only here: "'


def _lines(mark: Locator) -> str:
    return str(mark.evaluate("e => getComputedStyle(e).textDecorationLine"))


def test_what_only_the_older_version_has_is_underlined_and_stands_last(page: Page) -> None:
    change = page.locator("#change-5")
    page.check("#pb-back")
    older, newer = change.locator(".pb-old"), change.locator(".pb-words")
    assert "and acknowledges" in shown(older.locator("mark"))[0]
    assert _lines(older.locator("mark").first) == "underline"
    assert _lines(newer.locator("ins").first) == "line-through"
    first, second = measure_boxes(newer, older)
    assert (first["y"], first["x"]) < (second["y"], second["x"])
    assert min(first["width"], second["width"]) > 150
    label = "e => getComputedStyle(e, '::before').content"
    assert older.evaluate(label) == '"In version 2023-11"' and newer.evaluate(label) == '"In version 2026-12"'
    only = page.locator("#change-8 ins")  # a rule that only the newer version has
    assert only.is_visible() and _lines(only) == "line-through"


def test_the_control_works_by_keyboard_and_is_undone(page: Page) -> None:
    before = shown(page.locator(".pb-redline"))
    page.locator("#pb-forth").focus()
    page.keyboard.press("ArrowRight")
    assert page.is_checked("#pb-back")
    assert shown(page.locator(".pb-redline")) != before
    page.keyboard.press("ArrowLeft")
    assert shown(page.locator(".pb-redline")) == before
