"""The new site takes the place of the old one, so that at every instant one of them is whole.

Where the system can exchange two folders in one step (Linux, macOS), a reader never meets a gap. Elsewhere the old
folder is renamed away and the new one in; a journal, written before, lets the next build finish what a crash between
the two left.
"""

import contextlib
import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from policybook.publish.errors import PublishError, plain_words
from policybook.publish.folders import SiteFolders
from policybook.publish.manifest import verify

Exchange = Callable[[Path, Path], bool]
Rename = Callable[[Path, Path], None]

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS sys/stdio.h
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where this system or disk cannot. Raises `OSError` for other failures."""
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _system_call() -> Callable[[bytes, bytes], int] | None:
    """renameat2(2) with RENAME_EXCHANGE (Linux 3.15, glibc 2.28), or renamex_np(2) with RENAME_SWAP (macOS 10.12)."""
    if sys.platform == "win32":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    with contextlib.suppress(AttributeError):
        if sys.platform == "darwin":
            swap = libc.renamex_np
            swap.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
            return lambda one, other: int(swap(one, other, _RENAME_SWAP))
        rename = libc.renameat2
        rename.argtypes = (
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_uint,
        )
        return lambda one, other: int(rename(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    return None


def put_in_place(staged: Path, at: SiteFolders, exchange: Exchange, rename: Rename) -> None:
    """Make `staged` the published site and remove the old one. On `PublishError` the old site stands."""
    with plain_words(f"Cannot put the new site into {at.site}"):
        if not os.path.lexists(at.site):
            rename(staged, at.site)
        elif exchange(staged, at.site):
            remove(staged)
        else:
            _renamed(staged, at, rename)


def _renamed(staged: Path, at: SiteFolders, rename: Rename) -> None:
    """The journalled renames. A failure that is no crash is undone at once."""
    old = at.old()
    _write_journal(at, staged, old)
    try:
        rename(at.site, old)
        rename(staged, at.site)
    except BaseException:
        _undo(at, old, rename)
        raise
    _forget(at)
    remove(old)


def _undo(at: SiteFolders, old: Path, rename: Rename) -> None:
    """Put the old site back. Where even that fails, the journal stays for the next build."""
    try:
        if not os.path.lexists(at.site):
            rename(old, at.site)
    except OSError as fault:
        what = f"The site {at.site} is away for the moment: neither the new one nor the old one could be put there"
        raise PublishError(
            what, f"Close what shows the site, and build again; the old one is kept in {old}."
        ) from fault
    _forget(at)


def _forget(at: SiteFolders) -> None:
    """Take the journal away. Where a virus scanner holds it, the next build does: the site is whole already."""
    with contextlib.suppress(OSError):
        at.journal.unlink()


def _write_journal(at: SiteFolders, new: Path, old: Path) -> None:
    """Write it whole or not at all: beside, then renamed."""
    with at.draft.open("wb") as opened:
        opened.write(json.dumps({"new": new.name, "old": old.name}).encode())
        opened.flush()
        os.fsync(opened.fileno())
    os.replace(at.draft, at.journal)


def recover(at: SiteFolders, rename: Rename = os.rename) -> None:
    """Finish or undo what a build that was stopped in the middle left, and remove its leavings. Only under the lock.

    Afterwards the published folder is whole: the new site where that was complete, else the old one.
    """
    with plain_words(f"Cannot put {at.site} right after a build that was stopped"):
        if not os.path.lexists(at.site) and (whole := _whole(at)):
            rename(whole, at.site)
        at.journal.unlink(missing_ok=True)
        at.draft.unlink(missing_ok=True)
    for kind in ("building", "old"):
        for folder in at.left(kind):
            remove(folder)


def _whole(at: SiteFolders) -> Path | None:
    """The folder to be published where none is: the new site that the journal names, if complete, else the old one.

    Without a journal, an old site that was put away and is complete; one that was being removed may not be.
    """
    journal = _read_journal(at)
    new = [
        folder
        for folder in at.left("building")
        if folder.name == journal.get("new") and not verify(folder)
    ]
    old = [
        folder
        for folder in at.left("old")
        if folder.name == journal.get("old") or not verify(folder)
    ]
    return next(iter((*new, *old)), None)


def _read_journal(at: SiteFolders) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        read = json.loads(at.journal.read_bytes())
        return read if isinstance(read, dict) else {}
    return {}


def remove(folder: Path) -> None:
    """Remove a folder as far as it can be; what is left (open on Windows) the next build removes."""
    shutil.rmtree(folder, ignore_errors=True)
