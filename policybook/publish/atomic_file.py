"""Write a file completely or not at all. This module must not know policies."""

import os
import tempfile
from pathlib import Path


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
