"""Chromium on the live site, built once a run and served on this computer."""

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.mkdocs)


@pytest.fixture(scope="session")
def root(live_site: Path, serve: Callable[[Path], str]) -> str:
    """The address at which the site is served."""
    return serve(live_site)
