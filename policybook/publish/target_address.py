"""The words for a target, a folder or `sftp://…`, -> the target. This must not know policies."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from policybook.publish.errors import PublishError
from policybook.publish.folder_target import FolderTarget
from policybook.publish.sftp_session import open_session
from policybook.publish.sftp_target import SftpTarget
from policybook.publish.transfer import Target
from policybook.text.web_address import hide_logins

_FORM = "Write it as sftp://user@host/path, or sftp://user@host:port/path."
_HOST = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*|\[[0-9A-Fa-f:.]+\]")
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@+-]*")


@dataclass(frozen=True, slots=True)
class SftpAddress:
    """A folder on a server. `user` may be empty and `port` 0: then SSH's own settings apply."""

    host: str
    user: str
    port: int
    path: str

    def login(self) -> str:
        """Return the user and the host as `sftp` takes them."""
        return f"{self.user}@{self.host}" if self.user else self.host


def read_address(words: str) -> SftpAddress | Path:
    """Return the folder or the address on a server. Raise `PublishError` for anything else."""
    scheme, mark, _ = words.partition("://")
    if not mark or not scheme.isalpha():
        if not words.strip():
            raise PublishError("The target is empty", "Name a folder, or sftp://user@host/path.")
        return Path(words).expanduser()
    if scheme.lower() != "sftp":
        raise PublishError(
            f"{hide_logins(words)} cannot be a target: {scheme}:// is not supported",
            "Name a folder, or sftp://user@host/path.",
        )
    try:
        parts = urlsplit(words)
        port, password = parts.port or 0, parts.password
    except ValueError as fault:
        raise PublishError("The address of the server cannot be read", _FORM) from fault
    if password is not None:
        raise PublishError(
            "The address has a password, which others could read",
            "Leave it out. Use an SSH key, or type the password when you are asked.",
        )
    user = unquote(parts.username or "")
    host = parts.netloc.rpartition("@")[2]
    host = host if host.endswith("]") else re.sub(r":\d*$", "", host)
    path = unquote(parts.path)
    if not _HOST.fullmatch(host) or (user and not _USER.fullmatch(user)):
        raise PublishError(f"{words} has no proper user and host", _FORM)
    if parts.query or parts.fragment or not path.strip("/") or not path.isprintable():
        raise PublishError(f"{words} names no folder on the server", _FORM)
    # `/~/` is the user's own folder, as in other programs with such addresses.
    path = path.removeprefix("/~/").rstrip("/")
    if ".." in path.split("/") or not path:
        raise PublishError(f"{words} names no folder on the server", _FORM)
    return SftpAddress(host=host, user=user, port=port, path=path)


@contextlib.contextmanager
def open_target(words: str, ssh_config: Path | None = None) -> Iterator[Target]:
    """Give the target that `words` name, connected. Raise `PublishError` if that fails."""
    address = read_address(words)
    if isinstance(address, Path):
        yield FolderTarget(address)
        return
    with open_session(address.login(), address.port, ssh_config) as session:
        yield SftpTarget(session, address.path)
