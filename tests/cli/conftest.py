"""A copy of the small school for each test."""

import shutil
from pathlib import Path

import pytest

from tests.cli.school import SCHOOL


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A school with approved, recorded versions, in a folder whose name has a space."""
    folder = tmp_path / "our school"
    shutil.copytree(SCHOOL, folder)
    return folder
