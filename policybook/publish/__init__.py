"""Publish a finished site, whole or not at all: in a folder or on a server.

It must not know a policy or a page. A process that is killed at any moment leaves the
whole old site or the whole new one. The next `stage_site` removes what is left over.

    with stage_site(site_dir) as staged:   # a new folder beside it; one build at a time
        ...                              # write the pages into `staged`
        write_manifest(staged, head)     # every file with its hash, and the head of the record
        publish(staged, site_dir)        # exchange the two folders

Call `refuse_target(site_dir, project)` before any work. `open_target` gives the target of
a publication, a folder or a server, where a stopped publication can go on.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Set
from pathlib import Path

from policybook.publish import swap
from policybook.publish.copies import CopyReport, compare_copy
from policybook.publish.errors import PublishError, explain, explain_os_errors
from policybook.publish.folder_target import FolderTarget, can_exchange
from policybook.publish.folders import (
    SiteFolders,
    refuse_foreign,
    refuse_sources,
    refuse_target,
    resolve_folders,
)
from policybook.publish.foreign_files import carry_over, find_foreign_files, shorten
from policybook.publish.lock import hold_lock
from policybook.publish.manifest import (
    MANIFEST,
    count_pages,
    hash_file,
    read_hashes,
    read_head,
    read_summaries,
    verify,
    write_manifest,
)
from policybook.publish.target_address import open_target, read_address
from policybook.publish.transfer import (
    Progress,
    Target,
    Transfer,
    copy_site,
    prepare,
    refuse_foreign_files,
    send,
    show_nothing,
)
from policybook.publish.transfer_plan import TransferPlan

_QUOTA = getattr(errno, "EDQUOT", errno.ENOSPC)
_OF_THE_DISK = (errno.ENOSPC, _QUOTA, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE)


@contextlib.contextmanager
def stage_site(site_dir: Path) -> Iterator[Path]:
    """Give a new folder on the same disk as `site_dir`, under a lock. Remove it afterwards.

    First repair what a stopped build left. Raise `PublishError` if another build runs,
    if nothing can be written there, if `site_dir` must not be replaced, or if the disk
    fails or is full while the caller fills the folder.
    """
    folders = resolve_folders(site_dir)
    refuse_foreign(folders.site)
    _make_parents(folders.site.parent)
    with hold_lock(folders.lock, folders.site):
        swap.recover(folders)
        staged = folders.new()
        with explain_os_errors(f"Cannot write beside {folders.site}"):
            staged.mkdir()
        try:
            with _disk_faults(staged, folders):
                yield staged
        finally:
            swap.remove(staged)


def publish(
    staged: Path,
    site_dir: Path,
    *,
    linked: Set[str] = frozenset(),
    exchange: swap.Exchange = swap.exchange,
    rename: swap.Rename = os.rename,
) -> tuple[str, ...]:
    """Make the site in `staged`, with its manifest, the published one. Remove the old one.

    Everyone can read the new site. The files `linked` have been read already (see
    `EarlierSite`), and every other file is read back. Return the paths of the files of
    others that were in the old one, and are now in the new one. Raise `PublishError`, with
    the old site in place, if `staged` is not complete, if it needs the place of such a
    file, or if the two folders cannot be exchanged.
    """
    folders = resolve_folders(site_dir)
    with explain_os_errors(f"Cannot write {staged}"):
        each = None if os.name == "nt" else _open_to_all
        if wrong := verify(staged, each, read_back=linked):
            raise PublishError(f"The new site is not whole: {wrong[0]}", "Build again.")
        (staged / MANIFEST).chmod(0o644)
    refuse_foreign(folders.site)
    others = find_foreign_files(folders.site, staged)
    carry_over(others, folders.site, staged)
    swap.put_in_place(staged, folders, exchange, rename)
    return tuple(others)


def send_site(transfer: Transfer, target: Target, progress: Progress = show_nothing) -> None:
    """Change the target as `transfer` says: in one step where that can be, else file by file.

    Raise `PublishError` if that fails; the next call goes on from there.
    """
    refuse_foreign_files(transfer.plan)
    if not transfer.changes_anything():
        if isinstance(target, FolderTarget):
            # A publication that was stopped at its very end left the old site.
            with contextlib.suppress(PublishError):
                recover(target.folder)
        return
    if not isinstance(target, FolderTarget) or not can_exchange(target.folder):
        send(transfer, target, progress)
        return
    with stage_site(target.folder) as staged:
        copy_site(transfer, target.folder, staged)
        publish(staged, target.folder)


def recover(site_dir: Path) -> None:
    """Repair what a stopped build left at `site_dir`. `building` does so by itself."""
    folders = resolve_folders(site_dir)
    if folders.site.parent.is_dir():
        with hold_lock(folders.lock, folders.site):
            swap.recover(folders)


@contextlib.contextmanager
def _disk_faults(staged: Path, folders: SiteFolders) -> Iterator[None]:
    """Raise `PublishError` in plain words for faults of the disk while the site is written.

    Faults in other files pass unchanged.
    """
    try:
        yield
    except OSError as fault:
        ours = isinstance(fault.filename, str) and Path(fault.filename).is_relative_to(staged)
        if ours or fault.errno in _OF_THE_DISK:
            raise explain(f"Cannot write the new site beside {folders.site}", fault) from fault
        raise


def _make_parents(folder: Path) -> None:
    """Make the folders around the site. Everyone can read them, whatever the umask."""
    absent = [f for f in (folder, *folder.parents) if not f.exists()]
    with explain_os_errors(f"Cannot make the folder {folder}"):
        for folder in reversed(absent):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o755)


def _open_to_all(met: int | str, status: os.stat_result) -> None:
    """Set the mode to 755 for a folder, 644 for a file.

    Windows has no such modes; there, files inherit the rights of their folder.
    """
    mode = 0o755 if stat.S_ISDIR(status.st_mode) else 0o644
    if stat.S_IMODE(status.st_mode) != mode:
        with explain_os_errors("Cannot open the new site to everyone"):
            os.chmod(met, mode)


class EarlierSite:
    """The files of a published site. `linked` are the paths of those with a second name.

    A file that stays is read instead of written, and keeps its time, so that browsers need not
    fetch it again. Where a disk has no second names, the file is written as any other.
    """

    def __init__(self, site: Path) -> None:
        hashes = read_hashes(site)
        self._site, self._hashes = os.fspath(site), {} if isinstance(hashes, str) else hashes
        self.linked: set[str] = set()

    def link(self, path: str, digest: str, new: str) -> bool:
        """Give the file at `path` the second name `new`. Return whether it has one now.

        It gets none unless its bytes have the SHA-256 `digest`. They are read under the new
        name, so nobody needs to read them again. Never raises.
        """
        if self._hashes.get(path) != digest:
            return False
        try:
            os.link(f"{self._site}/{path}", new, follow_symlinks=False)
        except (OSError, NotImplementedError):
            return False
        with contextlib.suppress(OSError):
            if hash_file(new) == digest:
                self.linked.add(path)
                return True
        os.unlink(new)
        return False
