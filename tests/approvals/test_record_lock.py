"""One command at a time changes the record; what a stopped one left is removed."""

from pathlib import Path

import pytest

from policybook.approvals.record_lock import hold_record, remove_left_over
from policybook.publish import PublishError

LEFT = "docs/policies/behaviour/.a1b2c3d4.tmp"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs/policies/behaviour").mkdir(parents=True)
    return tmp_path


def test_second_command_is_refused(project: Path) -> None:
    with hold_record(project), pytest.raises(PublishError, match="Another command is changing"):
        hold_record(project).__enter__()
    with hold_record(project):
        pass


def test_left_over_files_are_removed(project: Path) -> None:
    (project / LEFT).write_bytes(b"words of a policy")
    with hold_record(project) as removed:
        assert removed == (LEFT,)
    assert not (project / LEFT).exists()


def test_files_of_others_stay(project: Path) -> None:
    others = ("a.tmp", ".notes.tmp", ".~lock.tmp", ".ABCDEFGH.tmp")
    for name in others:
        (project / "docs/policies" / name).write_bytes(b"x")
    with hold_record(project) as removed:
        assert removed == ()
    assert {f.name for f in (project / "docs/policies").glob("*.tmp")} >= {"a.tmp"}
    assert all((project / "docs/policies" / name).exists() for name in others)


def test_running_command_keeps_its_files(project: Path) -> None:
    with hold_record(project):
        (project / LEFT).write_bytes(b"words of a policy")
        assert remove_left_over(project) == ()
        assert (project / LEFT).exists()
    assert remove_left_over(project) == (LEFT,)
