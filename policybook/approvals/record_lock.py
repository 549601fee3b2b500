"""Let one command at a time change the record, from its check until it has written.

Two people may share a folder on a network drive. The lock also makes it safe to remove what
a stopped command left.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from policybook.publish import PublishError, atomic_file
from policybook.publish.lock import hold_lock
from policybook.reading.files import layout

_LOCK = Path(".cache", "policybook", "record.lock")


@contextlib.contextmanager
def hold_record(project: Path) -> Iterator[tuple[str, ...]]:
    """Hold the record. Yield the unfinished files that a stopped command left, now removed.

    Raise `PublishError` if another command holds it.
    """
    lock = project / _LOCK
    with contextlib.suppress(OSError):
        lock.parent.mkdir(parents=True, exist_ok=True)
    busy = "Another command is changing the record of approvals"
    with hold_lock(lock, project / layout.RECORD, busy=busy, remedy="Wait until it has finished."):
        yield tuple(
            file.relative_to(project).as_posix()
            for file in atomic_file.remove_left_over(project / layout.POLICIES)
        )


def remove_left_over(project: Path) -> tuple[str, ...]:
    """Remove the unfinished files that a stopped command left, unless a command is running."""
    if not any(atomic_file.find_left_over(project / layout.POLICIES)):
        return ()
    try:
        with hold_record(project) as removed:
            return removed
    except PublishError:
        return ()
