"""Name the program that makes pages: Policybook, the libraries that it uses, and Python."""

import functools
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = (".dist-info", ".egg-info")


@functools.cache
def digest_release() -> bytes:
    """Return a hash that changes with any file of the package, any library and Python."""
    whole = hashlib.sha256(f"{sys.version}\0{sys.platform}\0".encode())
    for name in sorted(_list_installed()):
        whole.update(f"{name}\0".encode())
    for path in sorted(_list_files(str(_PACKAGE))):
        data = Path(path).read_bytes()
        whole.update(f"{path[len(str(_PACKAGE)) :]}\0{len(data)}\0".encode() + data)
    return whole.digest()


def _list_installed() -> Iterator[str]:
    """Yield the name and the release of each library, as the folders of Python's path have it."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from (name for name in os.listdir(folder) if name.endswith(_INSTALLED))


def _list_files(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (f"{above}{os.sep}{name}" for name in names)


def digest_values(parts: Iterable[object]) -> str:
    """Return a hash of values, in hexadecimal digits. Their form as text says all that they are."""
    whole = hashlib.sha256()
    for part in parts:
        data = b"b" + part if isinstance(part, bytes) else repr(part).encode()
        whole.update(len(data).to_bytes(8) + data)
    return whole.hexdigest()
