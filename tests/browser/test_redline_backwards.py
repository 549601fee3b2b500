"""The redline read backwards, without JavaScript: labels, marks and figures are reversed."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page

from policybook.redline import Effect, EffectSide, Matter
from policybook.site.redline_page.effect_names import effect_name
from tests.browser.pages import DESKTOP, PHONE, REDLINE, SAMPLE_REDLINE, boxes, choose, open_page

STRONGER = Effect(matter=Matter.STRONGER, side=EffectSide.BOTH, moved=False, items=())


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def page(browser: Browser, root: str, request: pytest.FixtureRequest) -> Page:
    return with_every_change(open_page(browser, root + REDLINE, request.param, script=False))


def with_every_change(page: Page) -> Page:
    """Return the page with the minor changes that it hides at first."""
    page.check("#pb-small")
    return page


def list_shown_texts(where: Locator) -> list[str]:
    """Return the visible words of each element.

    `inner_text` may lack words out of view, because Chromium has not laid them out yet.
    """
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
    return list_shown_texts(page.locator(".pb-label"))


def back(label: str) -> str:
    pairs = (("Added", "Removed"), ("Divided", "Joined"), ("New section", "Section removed"))
    return {first: second for a, b in pairs for first, second in ((a, b), (b, a))}.get(label, label)


def test_labels_and_figures_are_reversed(page: Page) -> None:
    forth, figures = labels(page), page.locator(".pb-lead").inner_text()
    added, removed = (int(re.search(rf"(\d+) {word}", figures)[1]) for word in ("added", "removed"))  # type: ignore[index]
    assert added != removed and {"Added", "Removed", "Reworded"} <= set(forth)
    choose(page, "#pb-back")
    assert [back(label) for label in forth if "Moved" not in label] == [
        label for label in labels(page) if "Moved" not in label
    ]
    moved = re.compile(r"Moved from [\d.a-z()]+ and reworded")
    old_places, new_places = (
        {label for label in every if moved.fullmatch(label)} for every in (forth, labels(page))
    )
    assert old_places and new_places and old_places != new_places
    turned = page.locator(".pb-lead").inner_text()
    assert f"{added} removed" in turned and f"{removed} added" in turned
    heads = page.locator(".pb-between dt").all_inner_texts()
    assert [head.strip(": ") for head in heads] == ["To", "From"]


@pytest.fixture
def forty(browser: Browser, sample_root: str) -> Page:
    """Return the redline of forty changes, whose labels are known."""
    page = open_page(browser, sample_root + SAMPLE_REDLINE, DESKTOP, script=False)
    return with_every_change(page)


#: Of the forty: number, label forwards, label backwards.
LABELS = (
    (2, "Reference updated", "Reference updated"),
    (7, "Removed", "Added"),
    (8, "Added", "Removed"),
    (14, "Divided", "Joined"),
    (20, "Formatting only", "Formatting only"),
    (22, "Moved from 5.2 and reworded", "Moved from 5.1 and reworded"),
    (28, "Joined", "Divided"),
    (32, "Moved from 7.2", "Moved from 8.1"),
    (36, "Link changed", "Link changed"),
)


def test_forty_labels_are_reversed(forty: Page) -> None:
    forth = labels(forty)
    assert [(n, forth[n - 1]) for n, _, _ in LABELS] == [(n, label) for n, label, _ in LABELS]
    assert "40 changes: 5 added, 3 removed" in forty.locator(".pb-lead").inner_text()
    forty.check("#pb-back")
    turned = labels(forty)
    assert [(n, turned[n - 1]) for n, _, _ in LABELS] == [(n, label) for n, _, label in LABELS]
    assert "40 changes: 5 removed, 3 added" in forty.locator(".pb-lead").inner_text()
    assert len(forth) == len(turned) == 40


def test_forty_words_are_reversed(forty: Page) -> None:
    forty.check("#pb-back")
    change = forty.locator("#change-6")
    assert list_shown_texts(change.locator(".pb-old mark")) == ["should"]
    assert list_shown_texts(change.locator("ins")) == ["must"]
    assert _lines(change.locator("ins")) == "line-through"
    assert _lines(forty.locator("#change-8 ins").first) == "line-through"


def test_forward_words_are_hidden(page: Page) -> None:
    choose(page, "#pb-back")
    (words_shown,) = list_shown_texts(page.locator(".pb-redline"))
    for words in (
        "became",
        "[added:",
        "[removed:",
        effect_name(STRONGER),
        "It set a duty",
        "The school’s summary of the changes",
    ):
        assert words not in words_shown
    # No words are an insertion in both directions.
    assert page.locator(".pb-redline :is(ins, del):not([role=none])").count() == 0
    both = page.locator(".pb-old + .pb-words del")
    assert both.count() > 20 and not any(mark.is_visible() for mark in both.all())
    content = "e => getComputedStyle(e, '::before').content"
    assert page.locator(".pb-change ins").first.evaluate(content) == '"[only here: "'


def _lines(mark: Locator) -> str:
    return str(mark.evaluate("e => getComputedStyle(e).textDecorationLine"))


def test_older_words_are_underlined_last(page: Page) -> None:
    change = page.locator(".pb-change", has=page.locator(".pb-old", has_text="and acknowledges"))
    choose(page, "#pb-back")
    older, newer = change.locator(".pb-old"), change.locator(".pb-words")
    assert "and acknowledges" in list_shown_texts(older.locator("mark"))[0]
    assert _lines(older.locator("mark").first) == "underline"
    assert _lines(newer.locator("ins").first) == "line-through"
    first, second = boxes(newer, older)
    assert (first["y"], first["x"]) < (second["y"], second["x"])
    assert min(first["width"], second["width"]) > 150
    label = "e => getComputedStyle(e, '::before').content"
    assert older.evaluate(label) == '"November 2023"' and newer.evaluate(label) == '"December 2026"'
    # Only the newer version has this rule.
    only = page.locator(".pb-change--added ins").first
    assert only.is_visible() and _lines(only) == "line-through"


def test_control_works_by_keyboard(page: Page) -> None:
    choose(page, "#pb-forth")
    before = list_shown_texts(page.locator(".pb-redline"))
    page.locator("#pb-forth").focus()
    page.keyboard.press("ArrowRight")
    assert page.is_checked("#pb-back")
    assert list_shown_texts(page.locator(".pb-redline")) != before
    page.keyboard.press("ArrowLeft")
    assert list_shown_texts(page.locator(".pb-redline")) == before


@pytest.mark.parametrize(
    ("size", "limit"), [(PHONE, 2200), (DESKTOP, 1400)], ids=["phone", "desktop"]
)
def test_first_change_is_near_top(
    browser: Browser, root: str, size: dict[str, int], limit: int
) -> None:
    page = open_page(browser, root + REDLINE, size)
    first = page.locator(".pb-change").first.bounding_box()
    assert first and first["y"] <= limit
    # What is folded is still there, with its number.
    folds = page.locator(".pb-folds > details > summary").all_inner_texts()
    assert any(re.fullmatch(r"What would be removed \(\d+\)", fold) for fold in folds)
    assert any(re.fullmatch(r"Open questions \(\d+\)", fold) for fold in folds)
    assert any(re.fullmatch(r"New sections \(\d+\)", fold) for fold in folds)


def test_wide_header_is_one_line(browser: Browser, sample_root: str) -> None:
    """Its rows name their columns themselves, so that the header is no column of words."""
    page = open_page(
        browser, sample_root + "policies/complaints/changes/2024-11..2026-12/", DESKTOP
    )
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        page.locator("#pb-whole").set_checked(True)
        header = page.locator(".pb-same-heading .pb-cells--many").first
        assert header.locator(".pb-cell").count() == 8
        box = header.bounding_box()
        assert box and box["height"] < 60, media
    page.emulate_media(media="screen")


def test_switches_are_open_on_desktop(browser: Browser, root: str) -> None:
    page = open_page(browser, root + REDLINE, DESKTOP, script=False)
    assert page.locator("#pb-back").is_visible() and page.locator("#pb-beside").is_visible()
    page = open_page(browser, root + REDLINE, PHONE, script=False)
    assert not page.locator("#pb-back").is_visible()
    page.locator(".pb-how > summary").first.click()
    assert page.locator("#pb-back").is_visible()
