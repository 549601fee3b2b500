"""Targets for publications that are stopped, and sites to bring there."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from policybook.publish import write_manifest
from policybook.publish.transfer_plan import PublishedFiles

Files = dict[str, str]

#: A site and the next one: a page changes, one is removed, one is new, a file becomes a folder.
BEFORE: Files = {
    "index.html": "home 1",
    "assets/site.css": "css 1",
    "policies/snow/index.html": "snow",
    "policies/bullying/index.html": "bullying",
    "data": "a file",
    "list/all.txt": "all",
    'odd [1] "name" é\'*?.png': "picture",
}
AFTER: Files = {
    "index.html": "home 2",
    "assets/site.css": "css 1",
    "assets/new.css": "new",
    "policies/bullying/index.html": "bullying",
    "policies/attendance/index.html": "attendance",
    "data/rows.csv": "a folder now",
    "list": "a file now",
    "odd [2] \\name\\ %20 #.png".replace("\\", ""): "picture 2",
}


def make_site(folder: Path, files: Mapping[str, str], *, private: bool = False) -> Path:
    """A finished site with its manifest."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    write_manifest(folder, "0" * 64, private=private)
    return folder


class StoppedError(Exception):
    """The publication was stopped here."""


class MemoryTarget:
    """A target in memory that stops before, or in the middle of, its change number `stop`.

    As a server, it believes the manifest and does not know the hash of other files.
    """

    batch = 3

    def __init__(self, files: Mapping[str, bytes] = {}, stop: int = 0) -> None:
        self.files, self.stop, self.changes = dict(files), stop, 0
        self.log: list[str] = []

    def _change(self, path: str) -> None:
        self.changes += 1
        self.log.append(path)
        if self.changes == self.stop:
            raise StoppedError

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def hash_files(
        self, hashes: Mapping[str, str], state: PublishedFiles, site: Path
    ) -> Mapping[str, str]:
        paths = hashes.keys() | state.paths()
        return {path: state.files.get(path, "") for path in paths if path in self.files}

    def make_folders(self, folders: Iterable[str]) -> None:
        for folder in folders:
            assert folder not in self.files, "a file is where a folder belongs"

    def put(self, path: str, data: bytes) -> None:
        assert not any(other.startswith(f"{path}/") for other in self.files), "a folder is there"
        self._change(path)
        self.files[path] = data

    def remove(self, path: str) -> None:
        self._change(path)
        self.files.pop(path, None)

    def remove_folders(self, folders: Iterable[str]) -> None:
        pass


class HashingTarget(MemoryTarget):
    """As a folder, it can read every file back."""

    batch = 1000

    def hash_files(
        self, hashes: Mapping[str, str], state: PublishedFiles, site: Path
    ) -> Mapping[str, str]:
        return {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}
