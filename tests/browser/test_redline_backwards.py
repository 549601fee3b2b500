"""The redline read from the newer version back to the older, without JavaScript: every label, mark and figure is turned round, or is gone."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page
from test_pages import DESKTOP, PHONE, REDLINE, opened

from policybook.wording import effect


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(browser: Browser, root: str, request: pytest.FixtureRequest) -> Page:
    return opened(browser, root + REDLINE, request.param, script=False)


def labels(page: Page) -> list[str]:
    return page.locator(".pb-label").all_inner_texts()


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
    told = page.locator(".pb-redline").inner_text()
    for words in (
        "became",
        "[added:",
        "[removed:",
        effect("duty made stronger", "both"),
        "It set a duty",
        "In the words of the version itself",
    ):
        assert words not in told
    assert page.locator(".pb-redline :is(ins, del)").count() > 50
    assert page.locator(".pb-redline :is(ins, del):visible").count() == 0


def _lines(mark: Locator) -> str:
    return str(mark.evaluate("e => getComputedStyle(e).textDecorationLine"))


def test_what_only_the_older_version_has_is_underlined_and_stands_last(page: Page) -> None:
    change = page.locator("#change-5")
    page.check("#pb-back")
    older, newer = change.locator(".pb-old"), change.locator(".pb-new")
    assert "and acknowledges" in older.locator("mark").all_inner_texts()[0]
    assert _lines(older.locator("mark").first) == "underline"
    assert _lines(newer.locator("mark").first) == "line-through"
    first, second = newer.bounding_box(), older.bounding_box()
    assert first and second
    assert (first["y"], first["x"]) < (second["y"], second["x"])
    assert min(first["width"], second["width"]) > 150
    assert older.locator(".pb-side-label").inner_text() == "In version 2023-11: rule 1.1"
    assert page.locator("#change-8 .pb-new mark").is_visible()  # a rule that only the newer version has


def test_the_control_works_by_keyboard_and_is_undone(page: Page) -> None:
    before = page.locator(".pb-redline").inner_text()
    page.locator("#pb-forth").focus()
    page.keyboard.press("ArrowRight")
    assert page.is_checked("#pb-back")
    assert page.locator(".pb-redline").inner_text() != before
    page.keyboard.press("ArrowLeft")
    assert page.locator(".pb-redline").inner_text() == before
