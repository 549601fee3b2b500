"""A published site in a folder of its own."""

from pathlib import Path

import pytest

from .sites import build_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build_site(tmp_path / "www" / "site", "old")
    return tmp_path / "www" / "site"
