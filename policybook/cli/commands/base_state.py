"""The state of a school's folder before a proposal: another folder, or a revision of Git."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from policybook.analysis.proposed_changes import ProjectState
from policybook.cli.commands.options import Refused
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources


def read_state(folder: Path) -> ProjectState:
    """Return the state of a school's folder."""
    sources = read_sources(folder)
    return ProjectState(files=sources.files, library=library.load(sources).library)


def read_base(base: str, project: Path) -> ProjectState:
    """Return the state that `base` names. Raise `Refused` if it names none.

    A revision of Git stands for the last state that it shares with the present one, so
    that later work on the main branch is no part of the proposal.
    """
    if base and (Path(base) / layout.POLICIES).is_dir():
        return read_state(Path(base))
    commit = _find_commit(base, project)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(_git(project, "archive", "--format=tar", commit), Path(folder))
        (Path(folder) / layout.POLICIES).mkdir(parents=True, exist_ok=True)
        return read_state(Path(folder))


def _find_commit(base: str, project: Path) -> str:
    """Return the commit that `base` and the present state share."""
    try:
        named = _git(project, "rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}")
    except Refused:
        raise Refused(
            f"{base} is neither a school's folder nor a revision in Git. Name a branch, such as "
            "origin/main, or a folder with docs/policies/."
        ) from None
    commit = named.decode().strip()
    try:
        return _git(project, "merge-base", commit, "HEAD").decode().strip()
    except Refused:
        return commit  # the histories share nothing, or only their ends were fetched


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the ordinary files of `docs/`, and `mkdocs.yml`, into a folder."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        for member in opened:
            parts = PurePosixPath(member.name).parts
            content = opened.extractfile(member) if member.isfile() else None
            if content is None or ".." in parts or parts[0] not in ("docs", "mkdocs.yml"):
                continue
            file = folder.joinpath(*parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())


def _git(project: Path, *words: str) -> bytes:
    """Return what Git prints. Raise `Refused` if it is missing or refuses."""
    command: Sequence[str] = ("git", "-C", str(project), *words)
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise Refused("Git is not installed, so only a folder can be compared with.") from None
    except subprocess.CalledProcessError as fault:
        why = fault.stderr.decode("utf-8", "replace").strip()
        raise Refused(f"Git cannot read the base: {why}") from fault
