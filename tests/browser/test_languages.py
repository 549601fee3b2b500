"""Translated summaries in a browser: Welsh, Polish and Urdu, on phone and desktop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessible import faults
from builders import make_sources, write_files
from playwright.sync_api import Browser

from tests.browser.pages import DESKTOP, PHONE, SMALL, open_page
from tests.site.policy_pages.test_summaries import project

HOME = "policies/behaviour/"


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a small school with a parents' summary in four languages."""
    from in_process import TODAY, run_command  # it knows MkDocs

    folder = tmp_path_factory.mktemp("languages")
    write_files(make_sources(project()).files, folder / "school")
    done = run_command(
        "--project", folder / "school", "--site-dir", folder / "site", "--today", TODAY
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((folder / "site" / HOME).glob("*-parents-*.pdf"))) == 3
    return serve(folder / "site")


@pytest.mark.accessibility("rules")
@pytest.mark.parametrize(
    "address", ["", "parents/", "parents/cy/", "parents/pl/", "parents/ur/", "parents/ur/print/"]
)
def test_axe_finds_nothing(browser: Browser, translated: str, address: str) -> None:
    page = open_page(browser, translated + HOME + address, DESKTOP)
    assert list(faults(page, (PHONE, DESKTOP))) == []


@pytest.mark.accessibility("screens")
@pytest.mark.parametrize("tag", ["cy", "pl", "ur"])
def test_translations_fit_a_phone(browser: Browser, translated: str, tag: str) -> None:
    page = open_page(browser, f"{translated}{HOME}parents/{tag}/", SMALL)
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 320


@pytest.mark.accessibility("keyboard")
def test_languages_work_by_keyboard(browser: Browser, translated: str) -> None:
    page = open_page(browser, f"{translated}{HOME}parents/ur/", PHONE, script=False)
    link = page.get_by_role("navigation", name="Languages of this page").get_by_role(
        "link", name="Cymraeg"
    )
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/parents/cy/")
    assert page.evaluate("document.documentElement.lang") == "cy"


def test_urdu_runs_right_to_left(browser: Browser, translated: str) -> None:
    page = open_page(browser, f"{translated}{HOME}parents/ur/", DESKTOP)
    statement = page.locator("#st1")
    assert statement.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".pb-lead").evaluate("e => getComputedStyle(e).direction") == "ltr"
