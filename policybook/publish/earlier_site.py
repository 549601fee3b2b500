"""Give a file of the published site a second name in the next site, instead of writing it again.

The file is read instead of written, and keeps its time, so that browsers need not fetch it
again. Where a disk has no second names, the file is written as any other.
"""

import contextlib
import os
from pathlib import Path

from policybook.publish.manifest import hash_file, read_hashes


class EarlierSite:
    """The files of a published site. `linked` are the paths of those with a second name."""

    def __init__(self, site: Path) -> None:
        hashes = read_hashes(site)
        self._site, self._hashes = os.fspath(site), {} if isinstance(hashes, str) else hashes
        self.linked: set[str] = set()

    def link(self, path: str, digest: str, new: str) -> bool:
        """Give the file at `path` the second name `new`. Return whether it has one now.

        It gets none unless its bytes have the SHA-256 `digest`. They are read under the new
        name, so nobody needs to read them again. Never raises.
        """
        if self._hashes.get(path) != digest:
            return False
        try:
            os.link(f"{self._site}/{path}", new, follow_symlinks=False)
        except (OSError, NotImplementedError):
            return False
        with contextlib.suppress(OSError):
            if hash_file(new) == digest:
                self.linked.add(path)
                return True
        os.unlink(new)
        return False
