"""Chromium on the live site, which is built once a run and served on this computer."""

from collections.abc import Callable
from pathlib import Path

import pytest


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
