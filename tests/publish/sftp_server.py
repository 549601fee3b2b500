"""A real SFTP server on this computer: OpenSSH's, with keys and settings of its own."""

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SSHD = shutil.which("sshd") or next(
    (path for path in ("/usr/sbin/sshd",) if os.access(path, os.X_OK)), None
)
IS_REQUIRED = os.environ.get("POLICYBOOK_REQUIRE_BROWSER") == "1"
NEEDS_SERVER = pytest.mark.skipif(
    not (SSHD and shutil.which("sftp")) and not IS_REQUIRED,
    reason="needs Debian's packages openssh-server and openssh-client",
)


@dataclass(frozen=True)
class SftpServer:
    """A running server, and the settings with which a client reaches it."""

    port: int
    folder: Path
    config: Path
    known_hosts: Path

    def address(self, folder: Path) -> str:
        return f"sftp://localhost:{self.port}{folder}"


def make_key(path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return path


def find_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


@contextlib.contextmanager
def run_server(folder: Path) -> Iterator[SftpServer]:
    """Start a server that takes one key, and end it afterwards."""
    folder.mkdir(mode=0o700)
    host, user, port = make_key(folder / "host"), make_key(folder / "user"), find_port()
    (folder / "authorized").write_bytes(user.with_suffix(".pub").read_bytes())
    key = host.with_suffix(".pub").read_text("utf-8")
    known = folder / "known"
    known.write_text(f"[localhost]:{port} {key}", encoding="utf-8")
    config = folder / "config"
    config.write_text(
        f"IdentityFile {user}\nIdentitiesOnly yes\nUserKnownHostsFile {known}\n"
        "GlobalKnownHostsFile none\nStrictHostKeyChecking no\n",  # the command must win over it
        encoding="utf-8",
    )
    (folder / "sshd").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
        "Subsystem sftp internal-sftp\n",
        encoding="utf-8",
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    assert SSHD
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([SSHD, "-D", "-e", "-f", folder / "sshd"], stderr=log)
    try:
        _wait(port, process)
        yield SftpServer(port, folder, config, known)
    finally:
        process.terminate()
        process.wait()


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert process.poll() is None, "the server has ended"
        time.sleep(0.05)
    raise AssertionError("the server does not answer")
