"""Test what the program asks this computer."""

import os
from datetime import UTC, datetime
from pathlib import Path, PurePath

import pytest

from policybook.project import clock
from policybook.project.computer import count_processors, examine_computer


def test_this_computer(tmp_path: Path) -> None:
    computer = examine_computer(
        tmp_path, {"OneDrive": "/cloud", "OneDriveConsumer": ""}, clock.now()
    )
    assert computer.newest_change is None
    assert computer.synced_folders == (PurePath("/cloud"),)
    assert computer.has_typst and computer.fonts > 3
    assert computer.may_write and computer.free_bytes > 0


def test_newest_change(tmp_path: Path) -> None:
    (tmp_path / "docs/policies").mkdir(parents=True)
    for name, seconds in (("a", 10**9), ("policies/b", 2 * 10**9)):
        (tmp_path / "docs" / name).write_bytes(b"")
        os.utime(tmp_path / "docs" / name, (seconds, seconds))
    computer = examine_computer(tmp_path, {}, clock.now())
    assert computer.newest_change == datetime.fromtimestamp(2 * 10**9, UTC)


def test_git_above_the_project(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    project = tmp_path / "a/b"
    project.mkdir(parents=True)
    assert examine_computer(project, {}, clock.now()).has_git


@pytest.mark.parametrize(
    ("limits", "most"),
    [
        ("max 100000", None),  # no limit
        ("100000 100000", 1),
        ("50000 100000", 1),  # half a processor
        ("1000000000 100000", None),  # more than there are
        ("", None),
        ("nonsense", None),
    ],
)
def test_container_limits_processors(tmp_path: Path, limits: str, most: int | None) -> None:
    file = tmp_path / "cpu.max"
    file.write_text(limits, "ascii")
    there = count_processors(tmp_path / "none")
    assert there >= 1
    assert count_processors(file) == (most or there)
