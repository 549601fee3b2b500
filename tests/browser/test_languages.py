"""Translated summaries in a browser: Welsh, Polish and Urdu, on a phone and on a desktop, in light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessible import faults
from builders import put, sources
from playwright.sync_api import Browser

from tests.browser.pages import DESKTOP, PHONE, SMALL, opened
from tests.site.test_summary_pages import project

HOME = "policies/behaviour/"


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of a small school whose parents' summary is in four languages, with PDFs."""
    from typed import TODAY, typed  # it knows MkDocs

    folder = tmp_path_factory.mktemp("languages")
    put(sources(project()).files, folder / "school")
    done = typed("--project", folder / "school", "--site-dir", folder / "site", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((folder / "site" / HOME).glob("*-parents-*.pdf"))) == 3
    return serve(folder / "site")


@pytest.mark.parametrize(
    "address", ["", "parents/", "parents/cy/", "parents/pl/", "parents/ur/", "parents/ur/print/"]
)
def test_axe_finds_nothing(browser: Browser, translated: str, address: str) -> None:
    page = opened(browser, translated + HOME + address, DESKTOP)
    found = list(faults(page, (PHONE, DESKTOP)))
    assert found == []


@pytest.mark.parametrize("tag", ["cy", "pl", "ur"])
def test_no_translation_is_wider_than_a_small_phone(
    browser: Browser, translated: str, tag: str
) -> None:
    page = opened(browser, f"{translated}{HOME}parents/{tag}/", SMALL)
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 320


def test_the_languages_can_be_reached_by_keyboard_and_without_javascript(
    browser: Browser, translated: str
) -> None:
    page = opened(browser, f"{translated}{HOME}parents/ur/", PHONE, script=False)
    link = page.get_by_role("navigation", name="Languages of this page").get_by_role(
        "link", name="Cymraeg"
    )
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/parents/cy/")
    assert page.evaluate("document.documentElement.lang") == "cy"


def test_urdu_runs_from_right_to_left(browser: Browser, translated: str) -> None:
    page = opened(browser, f"{translated}{HOME}parents/ur/", DESKTOP)
    statement = page.locator("#st1")
    assert statement.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".pb-lead").evaluate("e => getComputedStyle(e).direction") == "ltr"
