"""A school whose `mkdocs.yml` has the scheme `slate`: pages open dark until the reader chooses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessible import faults
from builders import PATH, make_approved_text, write_files
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import DESKTOP, PHONE, open_page

DARK, LIGHT = "rgb(25, 28, 37)", "rgb(255, 255, 255)"
HOST = b"site_name: Hill View\ntheme: {name: material, palette: {scheme: slate, primary: teal}}\n"


@pytest.fixture(scope="module")
def dark_school(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a small school that is dark, with an ordinary page."""
    from in_process import TODAY, run_command  # it knows MkDocs

    folder = tmp_path_factory.mktemp("dark")
    files = {
        PATH: make_approved_text().encode(),
        "docs/about.md": b"# About us\n\nWe are a school.\n",
        "mkdocs.yml": HOST,
    }
    write_files(files, folder / "school")
    options = ("--site-dir", folder / "site", "--today", TODAY, "--no-pdf")
    for command in (("approve", "--all", "--yes", "--today", TODAY), options):
        done = run_command(*command, "--project", folder / "school")
        assert done.returncode == 0, done.stdout + done.stderr
    return serve(folder / "site")


def expect_ground(page: Page, colour: str) -> None:
    expect(page.locator("body")).to_have_css("background-color", colour)


@pytest.mark.parametrize("address", ["", "policies/behaviour/", "about/", "404.html"])
@pytest.mark.parametrize("script", [True, False])
def test_pages_open_dark(browser: Browser, dark_school: str, address: str, script: bool) -> None:
    expect_ground(open_page(browser, dark_school + address, DESKTOP, script=script), DARK)


def test_reader_chooses_light(browser: Browser, dark_school: str) -> None:
    page = open_page(browser, dark_school, DESKTOP)
    page.get_by_role("button", name="Light colours").click()
    expect_ground(page, LIGHT)
    page.goto(dark_school + "policies/behaviour/")
    expect_ground(page, LIGHT)
    page.get_by_role("button", name="Dark colours").click()
    expect_ground(page, DARK)
    assert page.evaluate("localStorage.length") == 0


def test_paper_stays_white(browser: Browser, dark_school: str) -> None:
    page = open_page(browser, dark_school, DESKTOP)
    page.emulate_media(media="print")
    expect(page.locator("html")).to_have_css("color-scheme", "light")


@pytest.mark.accessibility("rules")
def test_axe_finds_nothing(browser: Browser, dark_school: str) -> None:
    page = open_page(browser, dark_school + "policies/behaviour/", DESKTOP)
    assert list(faults(page, (PHONE, DESKTOP))) == []
