"""Writing a file whole or not at all: beside its place, then into it. Knows nothing of policies."""

import os
import tempfile
from pathlib import Path


def replace(file: Path, data: bytes) -> None:
    """Put `data` in place of `file`, so that nobody ever reads a half. Its permissions stay. Raises OSError."""
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
