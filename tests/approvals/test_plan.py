"""Writing a plan: nothing is written if a file changed in the meantime."""

from pathlib import Path

import pytest
from builders import (
    PATH,
    load_library,
    load_version,
    make_approved_text,
    make_text,
    write_files,
)

from policybook.approvals import plan
from policybook.approvals.plan import FileChangedError
from policybook.reading.files import layout
from tests.approvals.commands import make_school, plan_withdrawal


def test_changed_file_stops_the_writing(tmp_path: Path) -> None:
    files = make_school()
    write_files({p: d.encode() if isinstance(d, str) else d for p, d in files.items()}, tmp_path)
    proposal = plan_withdrawal(files)
    (tmp_path / layout.RECORD).write_bytes(b"another line\n")
    with pytest.raises(
        FileChangedError, match=r"changed .*approvals\.jsonl while the question was open"
    ):
        plan.write(tmp_path, proposal)
    assert (tmp_path / PATH).read_text(encoding="utf-8") == make_approved_text()


@pytest.mark.parametrize(
    ("changes", "is_told"), [(["minor"], False), (["minor", "major"], True), ([None], True)]
)
def test_feed_is_named_if_it_changes(changes: list[str | None], is_told: bool) -> None:
    versions = [load_version(make_text(change=change)) for change in changes]
    steps = plan.list_next_steps(versions, plan.RecordLines(load_library({})))
    assert ("the feed" in steps[0]) == is_told
