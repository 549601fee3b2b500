"""Compare a copy of a site with its manifest: what a host or Git did to it is not an alteration.

A host may keep the files with its own settings for itself, and Git may write other line
ends. Neither takes a word away. Every other difference counts.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from policybook.publish.manifest import DifferenceKind, find_differences, read_hashes

#: Files for the host itself, by their names in any folder. No page needs them.
KEPT_BY_HOSTS = frozenset({"_headers", ".htaccess", "web.config", ".gitattributes"})
#: Line ends of these files may differ. In other kinds, such a byte is part of the data.
_TEXTS = (
    ".html", ".css", ".js", ".json", ".jsonl", ".txt", ".csv", ".ics", ".xml", ".svg", ".config",
)  # fmt: skip
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReport:
    """What a copy of a site has: `differences` in words, and what hosts and Git do by themselves.

    `kept` are files that the host keeps for itself. `line_ends` are files that differ only
    in their line ends.
    """

    differences: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    line_ends: tuple[str, ...] = ()


def compare_copy(folder: Path) -> CopyReport:
    """Return how the site in `folder` differs from its manifest."""
    if not folder.is_dir():
        return CopyReport(differences=(f"{folder} is not a folder or cannot be read",))
    hashes = read_hashes(folder)
    if isinstance(hashes, str):
        return CopyReport(differences=(hashes,))
    wrong: list[str] = []
    kept: list[str] = []
    line_ends: list[str] = []
    for difference in find_differences(folder, hashes):
        path, kind = difference.path, difference.kind
        if kind is DifferenceKind.MISSING and path.rpartition("/")[2] in KEPT_BY_HOSTS:
            kept.append(path)
        elif kind is DifferenceKind.ALTERED and _restore(folder / path, hashes[path]):
            line_ends.append(path)
        else:
            wrong.append(str(difference))
    return CopyReport(differences=tuple(wrong), kept=tuple(kept), line_ends=tuple(line_ends))


def read_as_published(folder: Path) -> Callable[[str], bytes | None]:
    """Return a reader of the files in `folder` by their paths, with the line ends as published.

    It returns None for a file that is missing or outside the folder.
    """
    inside, hashes = folder.resolve(), read_hashes(folder)
    known_hashes: Mapping[str, str] = {} if isinstance(hashes, str) else hashes

    def read(path: str) -> bytes | None:
        file = (folder / path).resolve()
        if not file.is_relative_to(inside) or not file.is_file():
            return None
        return _restore(file, known_hashes.get(path, "")) or file.read_bytes()

    return read


def _restore(file: Path, published: str) -> bytes | None:
    """Return the bytes that have the hash `published`, if only the line ends differ."""
    if file.is_symlink() or not (file.name in KEPT_BY_HOSTS or file.suffix in _TEXTS):
        return None
    try:
        if file.stat().st_size > _LARGEST:
            return None
        lines = file.read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None
    for data in (lines, lines.replace(b"\n", b"\r\n")):
        if hashlib.sha256(data).hexdigest() == published:
            return data
    return None
