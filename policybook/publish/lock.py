"""One build of a site at a time. The lock is the system's own: it ends with the process, however that ends."""

import contextlib
import errno
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from policybook.publish.errors import PublishError, plain_words

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30  # on Windows nobody can read what is locked, so a byte far behind the text is
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_held: set[Path] = set()  # locks of a process do not keep itself out


@contextlib.contextmanager
def locked(path: Path, site: Path) -> Iterator[None]:
    """Hold the lock file `path`, or raise `PublishError` at once where another build of `site` does."""
    if path in _held:
        raise _another(site, "in this program")
    number = _open_locked(path, site)
    _held.add(path)
    try:
        _sign(number)
        yield
    finally:
        _held.discard(path)
        _release(number, path)


def _open_locked(path: Path, site: Path) -> int:
    """The open lock file. One that another build took away between opening and locking is opened again."""
    while True:
        with plain_words(f"Cannot write beside {site}"):
            number = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(number)
            if _same(number, path):
                return number
        except OSError as fault:
            who = _holder(number)
            os.close(number)
            if fault.errno in _TAKEN:
                raise _another(site, who) from None
            with plain_words(f"Cannot lock {site}"):
                raise
        os.close(number)


def _lock(number: int) -> None:
    if sys.platform == "win32":
        os.lseek(number, _FAR, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        os.lseek(number, 0, os.SEEK_SET)
    else:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _same(number: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except FileNotFoundError:
        return False


def _release(number: int, path: Path) -> None:
    """Take the lock file away, then let go. Windows removes no open file: there it goes once it is closed."""
    if sys.platform == "win32":
        os.close(number)
    with contextlib.suppress(OSError):
        path.unlink()
    if sys.platform != "win32":
        os.close(number)


def _sign(number: int) -> None:
    """Say in the lock file who holds it; only for the message, so that a full disk does not matter here."""
    with contextlib.suppress(OSError):
        os.ftruncate(number, 0)
        os.write(number, f"process {os.getpid()} on {socket.gethostname()}".encode())


def _holder(number: int) -> str:
    with contextlib.suppress(OSError):
        os.lseek(number, 0, os.SEEK_SET)
        return os.read(number, 200).decode("utf-8", "replace")
    return ""


def _another(site: Path, who: str) -> PublishError:
    by = f" ({who})" if who else ""
    return PublishError(
        f"Another build of this site is running{by}: {site}",
        "Wait until it has finished, and build again.",
    )
