"""The manifest of a site: every file with its SHA-256 and the head of the record; and what differs from it.

A manifest shows that nothing changed since it was written. Who can replace a page can replace the manifest too, so the
governors' minutes should hold the head of the record.
"""

import hashlib
import json
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from policybook import datafile

MANIFEST = "manifest.json"
_MARK = '"made_by": "Policybook"'


def manifest(staged: Path, head: str, written: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write `manifest.json` into a finished site: files by path and the head of the record. Same files, same bytes.

    `written` are the SHA-256 of files as they were handed to the disk, by path; the others are read. A `verify` after it then proves that
    the disk holds what was meant. Raises `OSError` where it cannot be written, `ValueError` for anything in the site that is not an
    ordinary file.
    """
    files = {}
    for path, file in _files(staged).items():
        if not stat.S_ISREG(os.lstat(file).st_mode):
            raise ValueError(f"{path} is not an ordinary file")
        files[path] = written.get(path) or _sha256(file)
    text = datafile.as_json({"made_by": "Policybook", "record": head, "files": files})
    (staged / MANIFEST).write_bytes(text.encode())


def is_ours(folder: Path) -> bool:
    """Whether Policybook published `folder`; true also where its manifest has been damaged behind the first lines."""
    try:
        with (folder / MANIFEST).open("rb") as opened:
            return _MARK in opened.read(200).decode("utf-8", "replace")
    except OSError:
        return False


def verify(folder: Path) -> tuple[str, ...]:
    """Every difference between a published folder and its manifest, in plain words, by path; empty where whole."""
    if not folder.is_dir():
        return (f"{folder} is not a folder, or cannot be read",)
    known = _known(folder)
    return (known,) if isinstance(known, str) else tuple(_differences(folder, known))


def head_of(folder: Path) -> str | None:
    """The head of the record as it was when `folder` was published; None where no manifest says so."""
    try:
        head = json.loads((folder / MANIFEST).read_bytes())["record"]
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return None
    return head if isinstance(head, str) else None


def pages(folder: Path) -> int:
    """How many pages a published folder has, by its manifest."""
    known = _known(folder)
    return 0 if isinstance(known, str) else sum(path.endswith(".html") for path in known)


def _known(folder: Path) -> dict[str, str] | str:
    """The files that the manifest names, with their hashes; or what is wrong with it."""
    try:
        files = json.loads((folder / MANIFEST).read_bytes())["files"]
    except FileNotFoundError:
        return f"{MANIFEST} is missing, so nothing can be compared"
    except OSError as fault:
        return f"{MANIFEST} cannot be read: {fault.strerror}"
    except (ValueError, RecursionError, LookupError, TypeError):
        return f"{MANIFEST} is damaged, so nothing can be compared"
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        return f"{MANIFEST} is damaged, so nothing can be compared"
    return files


def _differences(folder: Path, known: Mapping[str, str]) -> Iterator[str]:
    there = _files(folder)
    for path in sorted(known.keys() | there.keys()):
        if path not in there:
            yield f"{path} is missing"
        elif path not in known:
            yield f"{path} is extra: it was not published with this site"
        elif fault := _fault(there[path], known[path]):
            yield f"{path} {fault}"


def _fault(file: str, known: str) -> str:
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return "was altered: it is no longer an ordinary file"
        return "" if _sha256(file) == known else "was altered: it is not what was published"
    except OSError as fault:
        return f"cannot be read: {fault.strerror}"


def _files(folder: Path) -> dict[str, str]:
    """Every file but the manifest by its path with `/`, in NFC and sorted; links are listed, not followed."""
    found: dict[str, str] = {}
    root = os.path.join(folder, "")
    for place, folders, names in os.walk(folder):
        below = os.path.join(place, "")
        inside = below[len(root) :].replace(os.sep, "/")
        links = [name for name in folders if os.path.islink(below + name)]
        for name in (*names, *links):
            found[unicodedata.normalize("NFC", inside + name)] = below + name
    found.pop(MANIFEST, None)
    return dict(sorted(found.items()))


def _sha256(file: str) -> str:
    with open(file, "rb", buffering=0) as opened:
        return hashlib.sha256(opened.read()).hexdigest()
