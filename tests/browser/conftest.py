"""Chromium on the live site and on the sample school's: each built once a run, and served here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import KINDS, SAMPLE_KINDS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    folder = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.mkdocs)


@pytest.fixture(scope="session")
def root(live_site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the served site."""
    return serve(live_site)


@pytest.fixture(scope="session")
def sample_root(sample_site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the sample school's served site."""
    return serve(sample_site)


@pytest.fixture(scope="session")
def locate(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Return a function that gives the whole address of a kind of page, of either school."""

    def locate(kind: str) -> str:
        if kind in SAMPLE_KINDS:
            return str(request.getfixturevalue("sample_root")) + SAMPLE_KINDS[kind]
        return str(request.getfixturevalue("root")) + KINDS[kind]

    return locate
