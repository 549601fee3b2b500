"""Allow only one build of a site at a time, by a lock that ends with its process.

The system holds the lock (`filelock`), so a killed build locks nobody out. A file
beside the lock names the holder; only the message uses it. This module must not know
policies.
"""

import contextlib
import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from policybook.publish.errors import PublishError, explain_os_errors

#: Seconds to wait for a build that is just ending. A build in progress takes longer.
_PATIENCE = 0.1


@contextlib.contextmanager
def hold_lock(
    path: Path,
    site: Path,
    *,
    busy: str = "Another build of this site is running",
    remedy: str = "Wait until it has finished, and build again.",
) -> Iterator[None]:
    """Hold the lock file `path`. Raise `PublishError` if another build of `site` holds it.

    `busy` and `remedy` are the words of that error.
    """
    # Only a build needs it, and it imports asyncio.
    import filelock

    lock = filelock.FileLock(path, timeout=_PATIENCE, poll_interval=0.02, fallback_to_soft=False)
    holder = path.with_name(f"{path.name}-holder")
    with explain_os_errors(f"Cannot write beside {site}"):
        try:
            lock.acquire()
        except filelock.Timeout:
            raise PublishError(f"{busy}{_describe(holder)}: {site}", remedy) from None
    try:
        # Only the message of another build needs it, so a full disk is no fault.
        with contextlib.suppress(OSError):
            holder.write_bytes(f"process {os.getpid()} on {socket.gethostname()}".encode())
        yield
    finally:
        # Remove them while the lock holds. Windows removes `path` on release.
        for file in (holder, path):
            with contextlib.suppress(OSError):
                file.unlink()
        lock.release()


def _describe(file: Path) -> str:
    """Return, in brackets, who builds and since when; empty if the file does not say."""
    try:
        who = file.read_bytes()[:200].decode("utf-8", "replace")
        since = datetime.fromtimestamp(file.stat().st_mtime)
    except OSError:
        return ""
    return f" ({who}, since {since:%H:%M} on {since.day} {since:%B %Y})" if who else ""
