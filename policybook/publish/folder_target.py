"""A folder, or a mounted share, as the target of a publication.

It must not know policies. Where nothing else is in the folder and its disk allows, the
whole site is exchanged in one step. Everywhere else it is written file by file.
"""

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from policybook.publish.errors import PublishError, explain
from policybook.publish.folders import resolve_folders
from policybook.publish.manifest import find_extra_files, is_published_site, verify
from policybook.publish.transfer_plan import JOURNAL, PART, PublishedFiles

#: Bits of a folder that a new folder would not have: set-user-id, set-group-id, sticky.
_SPECIAL = stat.S_ISUID | stat.S_ISGID | stat.S_ISVTX
_AGAIN = "Correct that, and publish again: it goes on where it stopped."


class FolderTarget:
    """A folder that is written file by file. It may have files of others, which stay."""

    # Each file's content can be read back, so the journal need not follow each file.
    batch = 1_000_000

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, path: str) -> bytes | None:
        with _explain(f"Cannot read {self.folder / path}"):
            try:
                return (self.folder / path).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def hash_files(
        self, hashes: Mapping[str, str], state: PublishedFiles, site: Path
    ) -> Mapping[str, str]:
        """A link or a folder in the place of a file has the hash “other”."""
        there = {}
        for path in hashes.keys() | state.paths():
            file = self.folder / path
            with _explain(f"Cannot read {file}"), contextlib.suppress(*_MISSING):
                ordinary = stat.S_ISREG(os.lstat(file).st_mode)
                there[path] = hashlib.sha256(file.read_bytes()).hexdigest() if ordinary else "other"
        return there

    def make_folders(self, folders: Iterable[str]) -> None:
        for folder in (self.folder, *(self.folder / name for name in folders)):
            with _explain(f"Cannot make the folder {folder}"):
                if not folder.is_dir():
                    folder.mkdir(parents=True)
                    with contextlib.suppress(PermissionError):  # a share may have no modes
                        folder.chmod(folder.stat().st_mode & _SPECIAL | 0o755)

    def put(self, path: str, data: bytes) -> None:
        part = self.folder / PART
        with _explain(f"Cannot write {self.folder / path}"):
            with part.open("wb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
            with contextlib.suppress(PermissionError):  # a share may have no modes
                part.chmod(0o644)
            os.replace(part, self.folder / path)

    def remove(self, path: str) -> None:
        file = self.folder / path
        with _explain(f"Cannot remove {file}"), contextlib.suppress(*_MISSING):
            if not stat.S_ISDIR(os.lstat(file).st_mode):
                file.unlink()

    def remove_folders(self, folders: Iterable[str]) -> None:
        for folder in folders:
            with contextlib.suppress(OSError):
                (self.folder / folder).rmdir()


_MISSING = (FileNotFoundError, NotADirectoryError)


def can_exchange(folder: Path) -> bool:
    """Return whether `folder` may be replaced by a new folder, without harm to anyone's files.

    It must be missing, empty, or exactly as Policybook published it. A separate disk, a
    folder with an owner, a group or rights of its own, and a publication that was
    stopped are written file by file.
    """
    site = resolve_folders(folder).site
    if os.path.islink(folder) or os.path.ismount(site):
        return False
    if not os.path.lexists(site):
        return os.access(next(path for path in site.parents if path.exists()), os.W_OK)
    try:
        if not os.access(site.parent, os.W_OK) or _has_rights_of_its_own(site):
            return False
        names = os.listdir(site)
    except OSError:  # not a folder, or a disk that does not say
        return False
    if not names:
        return True
    if JOURNAL in names or not is_published_site(site) or find_extra_files(site):
        return False
    return not verify(site)


def _has_rights_of_its_own(folder: Path) -> bool:
    """Return whether a new folder in its place would belong to others or have other rights."""
    if os.name == "nt":
        return True  # rights that were set by hand cannot be seen here
    status, above = folder.stat(), folder.parent.stat()
    groups = {os.getegid(), above.st_gid if above.st_mode & stat.S_ISGID else os.getegid()}
    lists = os.listxattr(folder) if hasattr(os, "listxattr") else []
    return (
        status.st_uid != os.geteuid()
        or status.st_gid not in groups
        or stat.S_IMODE(status.st_mode) & _SPECIAL != above.st_mode & stat.S_ISGID
        or any("acl" in name for name in lists)
    )


@contextlib.contextmanager
def _explain(doing: str) -> Iterator[None]:
    """Turn an `OSError` into a `PublishError` that says how to go on."""
    try:
        yield
    except OSError as fault:
        raise PublishError(explain(doing, fault).message, _AGAIN) from fault
