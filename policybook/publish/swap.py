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


def exchange(first: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where this system or disk cannot. Raises `OSError` for other failures."""
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(first), os.fsencode(other)) == 0:
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
            return lambda first, other: int(swap(first, other, _RENAME_SWAP))
        rename = libc.renameat2
        rename.argtypes = (
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_uint,
        )
        return lambda first, other: int(
            rename(_AT_FDCWD, first, _AT_FDCWD, other, _RENAME_EXCHANGE)
        )
    return None


def put_in_place(staged: Path, folders: SiteFolders, exchange: Exchange, rename: Rename) -> None:
    """Make `staged` the published site and remove the old one. On `PublishError` the old site stands."""
    with plain_words(f"Cannot put the new site into {folders.site}"):
        if not os.path.lexists(folders.site):
            rename(staged, folders.site)
        elif exchange(staged, folders.site):
            remove(staged)
        else:
            _rename_in_two_steps(staged, folders, rename)


def _rename_in_two_steps(staged: Path, folders: SiteFolders, rename: Rename) -> None:
    """The journalled renames. A failure that is no crash is undone at once."""
    old = folders.old()
    _write_journal(folders, staged, old)
    try:
        rename(folders.site, old)
        rename(staged, folders.site)
    except BaseException:
        _undo(folders, old, rename)
        raise
    _forget(folders)
    remove(old)


def _undo(folders: SiteFolders, old: Path, rename: Rename) -> None:
    """Put the old site back. Where even that fails, the journal stays for the next build."""
    try:
        if not os.path.lexists(folders.site):
            rename(old, folders.site)
    except OSError as fault:
        what = f"The site {folders.site} is away for the moment: neither the new one nor the old one could be put there"
        raise PublishError(
            what, f"Close what shows the site, and build again; the old one is kept in {old}."
        ) from fault
    _forget(folders)


def _forget(folders: SiteFolders) -> None:
    """Take the journal away. Where a virus scanner holds it, the next build does: the site is whole already."""
    with contextlib.suppress(OSError):
        folders.journal.unlink()


def _write_journal(folders: SiteFolders, new: Path, old: Path) -> None:
    """Write it whole or not at all: beside, then renamed."""
    with folders.draft.open("wb") as opened:
        opened.write(json.dumps({"new": new.name, "old": old.name}).encode())
        opened.flush()
        os.fsync(opened.fileno())
    os.replace(folders.draft, folders.journal)


def recover(folders: SiteFolders, rename: Rename = os.rename) -> None:
    """Finish or undo what a build that was stopped in the middle left, and remove its leavings. Only under the lock.

    Afterwards the published folder is whole: the new site where that was complete, else the old one.
    """
    with plain_words(f"Cannot put {folders.site} right after a build that was stopped"):
        if not os.path.lexists(folders.site) and (whole := _whole(folders)):
            rename(whole, folders.site)
        folders.journal.unlink(missing_ok=True)
        folders.draft.unlink(missing_ok=True)
    for kind in ("building", "old"):
        for folder in folders.left(kind):
            remove(folder)


def _whole(folders: SiteFolders) -> Path | None:
    """The folder to be published where none is: the new site that the journal names, if complete, else the old one.

    Without a journal, an old site that was put away and is complete; one that was being removed may not be.
    """
    journal = _read_journal(folders)
    new = [
        folder
        for folder in folders.left("building")
        if folder.name == journal.get("new") and not verify(folder)
    ]
    old = [
        folder
        for folder in folders.left("old")
        if folder.name == journal.get("old") or not verify(folder)
    ]
    return next(iter((*new, *old)), None)


def _read_journal(folders: SiteFolders) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        read = json.loads(folders.journal.read_bytes())
        return read if isinstance(read, dict) else {}
    return {}


def remove(folder: Path) -> None:
    """Remove a folder as far as it can be; what is left (open on Windows) the next build removes."""
    shutil.rmtree(folder, ignore_errors=True)
