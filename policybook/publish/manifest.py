"""Write the manifest of a site, and compare a site with it.

The manifest has the SHA-256 of every file and the head of the record. It shows that
nothing changed since it was written. Somebody who can replace a page can replace the
manifest too, so the minutes of the governors should have the head of the record.
"""

import contextlib
import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from policybook.text import json_file

MANIFEST = "manifest.json"
#: Files that hosts and certificate authorities need in a site. Each build keeps them.
_OF_HOSTS = ("CNAME", ".nojekyll", ".well-known/")
DirEntry = os.DirEntry[str]
Visit = Callable[[int | str, os.stat_result], None]


class DifferenceKind(StrEnum):
    """How a file of a site differs from its manifest."""

    MISSING = "missing"
    EXTRA = "extra"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that differs from the manifest. `words` follow its path."""

    path: str
    kind: DifferenceKind
    words: str

    def __str__(self) -> str:
        return f"{self.path} {self.words}"


_MARK = '"made_by": "Policybook"'


def write_manifest(
    staged: Path,
    head: str,
    written: Mapping[str, str] = MappingProxyType({}),
    *,
    private: bool = False,
    checkpoint: Sequence[str] = (),
    summaries: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write `manifest.json` into a finished site. The same files give the same bytes.

    `written` has the SHA-256 of files as the build wrote them, by path; other files are
    read. A later `verify` then proves that the disk has what the build wrote. A site
    with drafts is `private`. `checkpoint` has the four lines of the record's checkpoint, and
    `summaries` the hashes of the summaries, by the paths of their files. Raise `OSError`
    if it cannot be written, and `ValueError` for anything but ordinary files and folders.
    """
    files = {}
    for path, entry in _files(staged).items():
        if not entry.is_file(follow_symlinks=False):
            raise ValueError(f"{path} is not an ordinary file")
        files[path] = written.get(path) or hash_file(entry.path)
    values: dict[str, Any] = {"made_by": "Policybook", "schema_version": 1}
    values |= {"private": True, "record": head} if private else {"record": head}
    memory = {"checkpoint": [*checkpoint], "summaries": dict(summaries)}
    values |= {name: value for name, value in memory.items() if value}
    (staged / MANIFEST).write_bytes(json_file.as_bytes({**values, "files": files}))


def is_published_site(folder: Path) -> bool:
    """Return whether Policybook published `folder`.

    This needs only the first lines of the manifest, so damage below them does not
    matter.
    """
    try:
        with (folder / MANIFEST).open("rb") as opened:
            return is_by_policybook(opened.read(200))
    except OSError:
        return False


def is_by_policybook(data: bytes) -> bool:
    """Return whether Policybook wrote the manifest that starts with `data`."""
    return _MARK in data[:200].decode("utf-8", "replace")


def is_private(folder: Path) -> bool:
    """Return whether the site in `folder` shows drafts, by its manifest."""
    return bool(_read_manifest(folder).get("private"))


def verify(
    folder: Path,
    each: Visit | None = None,
    *,
    with_extra: bool = True,
    read_back: Set[str] = frozenset(),
) -> tuple[str, ...]:
    """Return every difference between a published folder and its manifest, sorted by path.

    The result is empty if the site is complete. `each` is called with every folder, by
    its path, and every file, by the number of the open file, with its status. Without
    `with_extra`, files of others do not matter. The bytes of the files `read_back` have
    been compared with the manifest already.
    """
    if not folder.is_dir():
        return (f"{folder} is not a folder or cannot be read",)
    hashes = read_hashes(folder)
    if isinstance(hashes, str):
        return (hashes,)
    ignored = frozenset[str]() if with_extra else _files(folder).keys() - hashes.keys()
    differences = find_differences(folder, hashes, each, ignored, read_back)
    return tuple(str(difference) for difference in differences)


def find_extra_files(folder: Path) -> dict[str, Path]:
    """Return the files in a published folder that its manifest does not name, by path.

    If the manifest is damaged, nobody can tell which they are. Then only the files of
    hosts are there.
    """
    hashes = read_hashes(folder)
    return {
        path: Path(entry.path)
        for path, entry in _files(folder).items()
        if (path.startswith(_OF_HOSTS) if isinstance(hashes, str) else path not in hashes)
    }


def has_same_content(file: Path, other: Path) -> bool:
    """Return whether two files are ordinary files with the same bytes."""
    try:
        return hash_file(str(file)) == hash_file(str(other))
    except OSError:
        return False


def read_head(folder: Path) -> str | None:
    """Return the head of the record when `folder` was published; None if unknown."""
    head = _read_manifest(folder).get("record")
    return head if isinstance(head, str) else None


def read_summaries(folder: Path) -> dict[str, str]:
    """Return the hashes of the summaries when `folder` was published; none if unknown."""
    read = _read_manifest(folder).get("summaries")
    summaries = read if isinstance(read, dict) else {}
    return {str(path): str(digest) for path, digest in summaries.items()}


def _read_manifest(folder: Path) -> dict[str, Any]:
    with contextlib.suppress(OSError):
        return json_file.read_object((folder / MANIFEST).read_bytes())
    return {}


def count_pages(folder: Path) -> int:
    """Return the number of pages in a published folder, by its manifest."""
    hashes = read_hashes(folder)
    return 0 if isinstance(hashes, str) else sum(path.endswith(".html") for path in hashes)


def read_hashes(folder: Path) -> dict[str, str] | str:
    """Return the hashes of the files in the manifest, or in words what is wrong with it."""
    try:
        return parse_hashes((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return f"{MANIFEST} is missing, so nothing can be compared"
    except OSError as fault:
        return f"{MANIFEST} cannot be read: {fault.strerror}"


def parse_hashes(manifest: bytes) -> dict[str, str] | str:
    """Return the hashes of the files in a manifest, or in words what is wrong with it."""
    files = json_file.read_object(manifest).get("files")
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        return f"{MANIFEST} is damaged, so nothing can be compared"
    return files


def find_differences(
    folder: Path,
    hashes: Mapping[str, str],
    each: Visit | None = None,
    ignored: Set[str] = frozenset(),
    read_back: Set[str] = frozenset(),
) -> Iterator[Difference]:
    """Yield each file that is missing, extra or altered, except those `ignored`.

    The files `read_back` are not read again.
    """
    there = _files(folder, each)
    for path in sorted((hashes.keys() | there.keys()) - ignored):
        if path not in there:
            yield Difference(path, DifferenceKind.MISSING, "is missing")
        elif path not in hashes and path.startswith(_OF_HOSTS):
            continue
        elif path not in hashes:
            words = "is extra: it was not published with this site"
            yield Difference(path, DifferenceKind.EXTRA, words)
        elif path in read_back and there[path].is_file(follow_symlinks=False):
            if each:
                each(there[path].path, there[path].stat(follow_symlinks=False))
        elif fault := _fault(there[path], hashes[path], each):
            yield Difference(path, DifferenceKind.ALTERED, fault)


def _fault(entry: DirEntry, hashes: str, each: Visit | None) -> str:
    """Return what is wrong with a file; empty if nothing is."""
    try:
        if not entry.is_file(follow_symlinks=False):
            return "was altered: it is no longer an ordinary file"
        if hash_file(entry.path, each) == hashes:
            return ""
        return "was altered: it is not what was published"
    except OSError as fault:
        return f"cannot be read: {fault.strerror}"


def _files(folder: Path, each: Visit | None = None) -> dict[str, DirEntry]:
    """Return every file except the manifest by its path with `/`, in NFC and sorted.

    Links are listed, not followed. Folders that cannot be read are left out.
    """
    files: dict[str, DirEntry] = {}
    folders = [("", os.fspath(folder))]
    while folders:
        above, place = folders.pop()
        if each:
            each(place, os.lstat(place))
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                path = above + entry.name
                if entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                    folders.append((f"{path}/", entry.path))
                else:
                    files[path if path.isascii() else unicodedata.normalize("NFC", path)] = entry
    files.pop(MANIFEST, None)
    return dict(sorted(files.items()))


def _is_junction(entry: DirEntry) -> bool:
    """Return whether the entry is a junction of Windows (from Python 3.12 on)."""
    return bool(getattr(entry, "is_junction", bool)())


def hash_file(file: str, each: Visit | None = None) -> str:
    """Return the SHA-256 of a file, as 64 hexadecimal digits. Raise `OSError` for a link."""
    with open(file, "rb", buffering=0, opener=_open_no_link) as opened:
        if each:
            each(opened.fileno(), os.fstat(opened.fileno()))
        return hashlib.sha256(opened.read()).hexdigest()


def _open_no_link(file: str, flags: int) -> int:
    """Open a file for `open`, without following a link."""
    return os.open(file, flags | getattr(os, "O_NOFOLLOW", 0))
