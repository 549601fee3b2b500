"""A folder on a server, reached by SFTP, as the target of a publication.

It must not know policies, and not how `sftp` is run.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from policybook.publish.errors import PublishError
from policybook.publish.sftp_session import SftpSession
from policybook.publish.transfer_plan import PART, PublishedFiles

_MISSING = re.compile("not found|no such file", re.IGNORECASE)
_OCTAL = re.compile(r"(?:\\[0-7]{3})+")


class SftpTarget:
    """A folder on a server. A file is sent under another name and then renamed."""

    # A stop repeats at most these files.
    batch = 25

    def __init__(self, session: SftpSession, root: str) -> None:
        self._session, self._root = session, root
        self._listed: dict[str, frozenset[str]] = {}
        self._folders: set[str] = set()

    def read(self, path: str) -> bytes | None:
        if posixpath.basename(path) not in self._list(posixpath.dirname(path)):
            return None
        copy = self._session.scratch / "read"
        self._session.require(f"Cannot read {path}", "get", self._full(path), copy.as_posix())
        return copy.read_bytes()

    def hash_files(
        self, hashes: Mapping[str, str], state: PublishedFiles, site: Path
    ) -> Mapping[str, str]:
        """Believe the manifest for files that do not change; list only folders with other files."""
        there = {}
        for path in hashes.keys() | state.paths():
            published = state.files.get(path)
            if published is not None and published == hashes.get(path):
                there[path] = published
            elif posixpath.basename(path) in self._list(posixpath.dirname(path)):
                there[path] = published or ""
        return there

    def make_folders(self, folders: Iterable[str]) -> None:
        for folder in ("", *folders):
            if folder in self._folders:
                continue
            path = self._full(folder)
            if not folder:
                # Those above the target that exist make `mkdir` fail, which is fine.
                parts = path.split("/")
                for count in range(1, len(parts)):
                    if above := "/".join(parts[:count]):
                        self._session.run("mkdir", above)
            fault = self._session.run("mkdir", path)[1]
            if fault and self._session.run("ls -1", f"{path}/")[1]:
                raise PublishError(
                    f"Cannot make the folder {path}: {fault}",
                    "Check the path, and the rights of the folder around it.",
                )
            self._folders.add(folder)

    def put(self, path: str, data: bytes) -> None:
        copy = self._session.scratch / "write"
        copy.write_bytes(data)
        copy.chmod(0o644)
        doing, part, full = f"Cannot write {path}", self._full(PART), self._full(path)
        self._session.require(doing, "put", copy.as_posix(), part)
        self._session.run("chmod 644", part)
        if not self._session.run("rename", part, full)[1]:
            return
        # Some servers do not rename onto a file that exists.
        self._session.run("rm", full)
        self._session.require(doing, "rename", part, full)

    def remove(self, path: str) -> None:
        full = self._full(path)
        if not self._session.run("rm", full)[1] or self._session.run("ls -1", full)[1]:
            return
        if self._session.run("ls -1", f"{full}/")[1]:
            raise PublishError(
                f"Cannot remove {path}: the server refused", "Check the rights of the folder there."
            )

    def remove_folders(self, folders: Iterable[str]) -> None:
        for folder in folders:
            self._folders.discard(folder)
            if self._session.run("rmdir", self._full(folder))[1]:
                return

    def _list(self, folder: str) -> frozenset[str]:
        if folder not in self._listed:
            # The slash makes `sftp` list the folder that a link names.
            path = f"{self._full(folder)}/"
            lines, fault = self._session.run("ls -1a", path)
            if fault and not _MISSING.search(fault):
                raise PublishError(
                    f"Cannot list {path}: {fault}", "Check the rights of the folder there."
                )
            self._listed[folder] = frozenset(posixpath.basename(_decode(line)) for line in lines)
        return self._listed[folder]

    def _full(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root


def _decode(name: str) -> str:
    """Return a name whose bytes `sftp` wrote as `\\303\\251`, as it does without UTF-8."""
    return _OCTAL.sub(
        lambda match: bytes(int(part, 8) for part in match[0].split("\\")[1:]).decode(
            "utf-8", "replace"
        ),
        name,
    )
