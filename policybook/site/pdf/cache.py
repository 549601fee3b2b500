"""PDFs of the last build, so that one of the same text in the same form is not made again.

A PDF follows from what it is made of alone, and an approved text never changes. The folder may be deleted at any time.
"""

import contextlib
import hashlib
import os
from pathlib import Path


class KeptPdfs:
    """The PDFs of the last build by the hash of all that they are made of. Never raises: a folder that cannot be read or written is done without."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The PDF kept under a key of hexadecimal digits; None where there is none, or its bytes are not those that were put there."""
        self._used.add(key)
        with contextlib.suppress(OSError):
            held = (self._folder / key).read_bytes()
            proof, data = held[:_PROOF], held[_PROOF:]
            if hashlib.sha256(data).digest() == proof:
                return data
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep a PDF, whole or not at all."""
        with contextlib.suppress(OSError):
            if not self._folder.is_dir():
                self._folder.mkdir(parents=True)
                # As other tools do: what is kept here is not the project's, whatever its own .gitignore says.
                (self._folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            half = self._folder / f"{key}.{os.getpid()}"
            try:
                half.write_bytes(hashlib.sha256(data).digest() + data)
                half.replace(self._folder / key)
            finally:
                half.unlink(missing_ok=True)

    def drop_unused(self) -> None:
        """Delete what this build did not ask for: old forms, stopped writes, and texts whose words were taken out."""
        with contextlib.suppress(OSError):
            for entry in list(self._folder.iterdir()):
                if entry.name not in self._used:
                    entry.unlink(missing_ok=True)


_PROOF = hashlib.sha256().digest_size
