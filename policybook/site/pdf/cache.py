"""Keep the PDFs of the last build, so that an unchanged PDF is not made again.

A PDF depends only on its input, and an approved text never changes. You may delete the
folder at any time.
"""

import contextlib
import hashlib
import os
from pathlib import Path


class KeptPdfs:
    """The PDFs of the last build, by the hash of their whole input.

    Never raises. If the folder cannot be read or written, nothing is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """Return the PDF with this key, in hexadecimal digits, or None.

        None also if the file's bytes have changed since `put`.
        """
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
                # The PDFs are no part of the project. Its own .gitignore may not list them.
                (self._folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            half = self._folder / f"{key}.{os.getpid()}"
            try:
                half.write_bytes(hashlib.sha256(data).digest() + data)
                half.replace(self._folder / key)
            finally:
                half.unlink(missing_ok=True)

    def drop_unused(self) -> None:
        """Delete the PDFs that this build did not use.

        These are old forms, interrupted writes, and texts that were removed.
        """
        with contextlib.suppress(OSError):
            for entry in list(self._folder.iterdir()):
                if entry.name not in self._used:
                    entry.unlink(missing_ok=True)


_PROOF = hashlib.sha256().digest_size
