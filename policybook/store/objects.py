"""Keep bytes in a folder by the hash of what they were made from.

You may delete the folder at any time. It is no part of a project: nobody backs it up, and
damage to it costs time and nothing else.
"""

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

_SIZE = hashlib.sha256().digest_size
#: Objects that the last build did not use may take so many times the space of those that it did.
_SPARE = 2
_PART = ".part"


class Store:
    """The objects in a project's folder for the cache, each under a key of hexadecimal digits.

    Never raises. An object that is damaged, half-written or unreadable is not there. If the
    folder cannot be written, nothing is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._objects = folder / "objects"
        self._used: set[str] = set()
        self._keys: dict[str, str] = {}

    def is_there(self) -> bool:
        """Return whether the folder of the objects exists."""
        return self._objects.is_dir()

    def has(self, key: str) -> bool:
        """Return whether something is kept under `key`. It may be damaged."""
        return (self._objects / key).is_file()

    def get(self, key: str) -> bytes | None:
        """Return the bytes that were kept under `key`, or None if they are not all there."""
        with contextlib.suppress(OSError):
            held = (self._objects / key).read_bytes()
            data = held[_SIZE:]
            digest = hashlib.sha256(data).digest()
            if held[:_SIZE] == _prove(key, digest):
                os.utime(self._objects / key)
                self._remember(key, digest)
                return data
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, whole or not at all, even if the process is killed."""
        with contextlib.suppress(OSError):
            self._make_folder()
            half = self._objects / f"{key}.{os.getpid()}{_PART}"
            digest = hashlib.sha256(data).digest()
            try:
                with half.open("wb") as file:
                    file.writelines((_prove(key, digest), data))  # without a copy of `data`
                half.replace(self._objects / key)
                self._remember(key, digest)
            finally:
                half.unlink(missing_ok=True)

    def find_key(self, digest: str) -> str:
        """Return the key under which this process kept or found the bytes with this SHA-256.

        Empty if it did not.
        """
        return self._keys.get(digest, "")

    def prune(self) -> None:
        """Delete what was used longest ago, until the folder is small.

        What this build used stays. The rest may take twice as much space. What a killed
        build left is deleted, and so are the PDFs that earlier releases kept.
        """
        shutil.rmtree(self._folder / "pdfs", ignore_errors=True)
        with contextlib.suppress(OSError):
            files = {entry.name: entry.stat() for entry in os.scandir(self._objects)}
            room = _SPARE * sum(s.st_size for name, s in files.items() if name in self._used)
            for name, status in sorted(files.items(), key=lambda f: f[1].st_mtime, reverse=True):
                if name not in self._used and not name.endswith(_PART):
                    room -= status.st_size
                if name not in self._used and (room < 0 or name.endswith(_PART)):
                    (self._objects / name).unlink(missing_ok=True)

    def empty(self) -> None:
        """Delete everything, so that no text that was removed is in it."""
        for name in ("objects", "pdfs"):
            shutil.rmtree(self._folder / name, ignore_errors=True)

    def _remember(self, key: str, digest: bytes) -> None:
        self._used.add(key)
        self._keys[digest.hex()] = key

    def _make_folder(self) -> None:
        if not self._objects.is_dir():
            self._objects.mkdir(parents=True)
            # Its own .gitignore may not list the cache.
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _prove(key: str, digest: bytes) -> bytes:
    """Return what an object starts with, so that none is taken for another or is damaged."""
    return hashlib.sha256(key.encode() + digest).digest()
