"""Write a file completely or not at all. This module must not know policies."""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

#: The names of unfinished files.
_UNFINISHED = re.compile(r"\.[a-z0-9_]{8}\.tmp")


def find_left_over(folder: Path) -> Iterator[Path]:
    """Yield the unfinished files in a folder and below it, which a stopped command left."""
    for file in folder.rglob(".*.tmp"):
        if _UNFINISHED.fullmatch(file.name) and file.is_file() and not file.is_symlink():
            yield file


def remove_left_over(folder: Path) -> Iterator[Path]:
    """Remove the unfinished files below a folder, and yield each. Nobody may be writing there."""
    for file in sorted(find_left_over(folder)):
        with contextlib.suppress(OSError):
            file.unlink()
            yield file


def replace(file: Path, data: bytes) -> None:
    """Replace the content of `file` by `data`. Keep its permissions. Raise OSError.

    Readers get the old or the new content, never a part.
    """
    number, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(number)
        os.chmod(name, file.stat().st_mode & 0o777 if file.exists() else 0o644)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
