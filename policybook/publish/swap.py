"""Replace the old site by the new one, so that at every moment one of them is complete.

Linux and macOS can exchange two folders in one step, so a reader never meets a gap.
Other systems rename the old folder away and the new one in. A journal, written before,
lets the next build finish what a crash between the two left.
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

from policybook.publish.errors import PublishError, explain_os_errors
from policybook.publish.folders import SiteFolders
from policybook.publish.manifest import verify
from policybook.text import json_file

Exchange = Callable[[Path, Path], bool]
Rename = Callable[[Path, Path], None]

#: linux/fcntl.h
_AT_FDCWD = -100
#: linux/fs.h
_RENAME_EXCHANGE = 2
#: macOS sys/stdio.h
_RENAME_SWAP = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}


def exchange(first: Path, other: Path) -> bool:
    """Exchange two folders in one step. Return False if this system or disk cannot.

    Raise `OSError` for other failures.
    """
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
    """Return the system call that exchanges two folders; None if there is none.

    Linux has renameat2(2) with RENAME_EXCHANGE (Linux 3.15, glibc 2.28). macOS has
    renamex_np(2) with RENAME_SWAP (macOS 10.12).
    """
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
    """Make `staged` the published site and remove the old one.

    On `PublishError` the old site is still in place.
    """
    with explain_os_errors(f"Cannot put the new site into {folders.site}"):
        if not os.path.lexists(folders.site):
            rename(staged, folders.site)
        elif exchange(staged, folders.site):
            remove(staged)
        else:
            _rename_in_two_steps(staged, folders, rename)


def _rename_in_two_steps(staged: Path, folders: SiteFolders, rename: Rename) -> None:
    """Rename the old site away and the new one in, with a journal. Undo a failure at once."""
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
    """Put the old site back. If even that fails, keep the journal for the next build."""
    try:
        if not os.path.lexists(folders.site):
            rename(old, folders.site)
    except OSError as fault:
        raise PublishError(
            f"The site {folders.site} is missing for now: "
            "neither the new site nor the old one could be moved there",
            f"Close what shows the site, and build again. The old site is in {old}.",
        ) from fault
    _forget(folders)


def _forget(folders: SiteFolders) -> None:
    """Remove the journal.

    If a virus scanner holds it, the next build removes it; the site is complete
    already.
    """
    with contextlib.suppress(OSError):
        folders.journal.unlink()


def _write_journal(folders: SiteFolders, new: Path, old: Path) -> None:
    """Write the journal completely or not at all: first a draft, then a rename."""
    with folders.draft.open("wb") as opened:
        opened.write(json.dumps({"new": new.name, "old": old.name}).encode())
        opened.flush()
        os.fsync(opened.fileno())
    os.replace(folders.draft, folders.journal)


def recover(folders: SiteFolders, rename: Rename = os.rename) -> None:
    """Finish or undo what a stopped build left, and remove its folders. Call it under the lock.

    Afterwards the published folder is complete: the new site if that was complete, else
    the old one.
    """
    with explain_os_errors(f"Cannot repair {folders.site} after a build that was stopped"):
        if not os.path.lexists(folders.site) and (whole := _find_whole_site(folders)):
            rename(whole, folders.site)
        folders.journal.unlink(missing_ok=True)
        folders.draft.unlink(missing_ok=True)
    for kind in ("building", "old"):
        for folder in folders.left(kind):
            remove(folder)


def _find_whole_site(folders: SiteFolders) -> Path | None:
    """Return the folder to publish if none is published; None if there is none.

    That is the new site in the journal if it is complete, else the old one. Without a
    journal it is an old site that is complete; a site that was being removed may not
    be.
    """
    journal = _read_journal(folders)
    new = [
        folder
        for folder in folders.left("building")
        if folder.name == journal.get("new") and not verify(folder, with_extra=False)
    ]
    old = [
        folder
        for folder in folders.left("old")
        if folder.name == journal.get("old") or not verify(folder, with_extra=False)
    ]
    return next(iter((*new, *old)), None)


def _read_journal(folders: SiteFolders) -> dict[str, str]:
    with contextlib.suppress(OSError):
        return json_file.read_object(folders.journal.read_bytes())
    return {}


def remove(folder: Path) -> None:
    """Remove a folder as far as possible. The next build removes what is open on Windows."""
    shutil.rmtree(folder, ignore_errors=True)
