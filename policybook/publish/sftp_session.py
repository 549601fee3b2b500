"""Speak to a server through the system's own `sftp` program, one command at a time.

It must not know what is published. The program uses the person's keys, agent, known
hosts and settings; Policybook never sees a password. The key of the host is always
checked.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from policybook.publish.errors import PublishError

#: `sftp` repeats each command of a batch after this prompt, and answers `pwd` with this line.
_PROMPT = "sftp> "
_ANSWER = "Remote working directory: "
_SECONDS = 20
_ALIVE = (f"-oConnectTimeout={_SECONDS}", "-oServerAliveInterval=15", "-oServerAliveCountMax=4")


class SftpSession:
    """A connection. `run` sends a command; `scratch` is a folder for files on this computer."""

    def __init__(self, process: "subprocess.Popen[bytes]", errors: IO[bytes], scratch: Path):
        self._process, self._errors = process, errors
        self.scratch = scratch

    def run(self, *words: str) -> tuple[list[str], str]:
        """Run a command. Return the lines of its answer, and what failed; empty if nothing did.

        The first word is the command and its options; each other word is a path. Raise
        `PublishError` if the connection ends.
        """
        self._skip_errors()
        command = " ".join([words[0], *map(quote, words[1:])])
        # After the minus, a command that fails does not end the session.
        self._write(f"-{command}\npwd\n")
        lines = list(self._read_answer())
        return lines, self._skip_errors()

    def require(self, doing: str, *words: str) -> list[str]:
        """Run a command that must work. Raise `PublishError`, which starts with `doing`."""
        lines, fault = self.run(*words)
        if fault:
            raise PublishError(
                f"{doing}: {fault}", "Correct that, and publish again: it goes on where it stopped."
            )
        return lines

    def _write(self, text: str) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(text.encode())
            self._process.stdin.flush()
        except OSError:
            raise self._lost() from None

    def _read_answer(self) -> Iterator[str]:
        """Yield the lines up to the answer of `pwd`, without the commands themselves."""
        assert self._process.stdout
        while raw := self._process.stdout.readline():
            line = raw.decode("utf-8", "surrogateescape").rstrip("\r\n")
            if line.startswith(_ANSWER):
                return
            if not line.startswith(_PROMPT):
                yield line
        raise self._lost()

    def _skip_errors(self) -> str:
        """Return what the program has reported since the last call, as one line."""
        text = self._errors.read().decode("utf-8", "replace")
        return "; ".join(line.strip() for line in text.splitlines() if line.strip())

    def _lost(self) -> PublishError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        why = self._skip_errors() or "the server gave no reason"
        return PublishError(f"The connection to the server ended: {why}", _find_remedy(why))


def _find_remedy(why: str) -> str:
    """Return what to do, by the words of OpenSSH."""
    if "Host key verification failed" in why or "IDENTIFICATION HAS CHANGED" in why:
        return (
            "Ask the web host for the fingerprint of its key. Connect once with sftp in a "
            "terminal, and compare. If the key has changed, ask why before you go on."
        )
    if "Permission denied" in why:
        return "Check the user's name, and that the server has your SSH key."
    if "resolve" in why.lower():
        return "Check the name of the server."
    return "Publish again: it goes on where it stopped."


def quote(path: str) -> str:
    """Return a path for a command of `sftp`. No sign in it has another meaning there."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@contextlib.contextmanager
def open_session(login: str, port: int, config: Path | None) -> Iterator[SftpSession]:
    """Connect to a server. Raise `PublishError` if there is no `sftp`, or if that fails.

    At a terminal, `sftp` itself asks for a password and shows an unknown host's key.
    """
    program = shutil.which("sftp")
    if program is None:
        raise PublishError(
            "The program sftp is missing on this computer",
            "Install OpenSSH (on Windows: Settings, Optional features, OpenSSH client).",
        )
    command = [program, *_options(port, config, asks=sys.stdin.isatty()), "--", login]
    with (
        tempfile.TemporaryDirectory() as folder,
        open(Path(folder, "errors"), "wb") as errors,
        open(Path(folder, "errors"), "rb") as reported,
    ):
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        try:
            session = SftpSession(process, reported, Path(folder))
            session.run("version")
            yield session
        finally:
            _end(process)


def _options(port: int, config: Path | None, *, asks: bool) -> Sequence[str]:
    """Return the options of `sftp`. Those given first win over the person's settings."""
    options = [f"-oStrictHostKeyChecking={'ask' if asks else 'yes'}"]
    options.append(f"-oBatchMode={'no' if asks else 'yes'}")
    if port:
        options += ["-P", str(port)]
    if config:
        options += ["-F", str(config)]
    return [*options, *_ALIVE, "-b", "-"]


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Close the connection, and wait for the program to end."""
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
