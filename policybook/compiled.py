"""Where compiled templates are kept, so that a build does not compile them again: as Python keeps its modules, in `__pycache__`."""

import contextlib
import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

_FOLDER = Path(__file__).resolve().parent / "__pycache__" / "templates"


def kept(folder: Path = _FOLDER) -> BytecodeCache | None:
    """The cache; None where Python keeps no compiled code either (`PYTHONDONTWRITEBYTECODE`), or the folder cannot be written.

    An entry is used only for the very text that it was compiled from (Jinja compares a hash of it). Never raises.
    """
    if sys.dont_write_bytecode:
        return None
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return _Kept(str(folder), f"%s.{sys.implementation.cache_tag}")
    return None


class _Kept(FileSystemBytecodeCache):
    """A cache that a full disk, or a file that cannot be read, only makes useless."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)
