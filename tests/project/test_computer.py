"""Test what the program asks this computer."""

import os
from datetime import UTC, datetime
from pathlib import Path, PurePath

from policybook.project import clock
from policybook.project.computer import examine_computer


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
