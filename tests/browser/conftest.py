"""Chromium on the live site, built once a run and served on this computer."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TODAY = "2026-11-22"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.mkdocs)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The live site as it is built for Oakfield."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run([sys.executable, "build.py", "--site-dir", str(folder), "--today", TODAY], cwd=ROOT,
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def root(site: Path, serve: Callable[[Path], str]) -> str:
    """The address at which the site is served."""
    return serve(site)
