"""The command that tells what a proposal changes, for the people who decide on it."""

import argparse
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from policybook.analysis.proposed_changes import (
    ProjectState,
    ProposalKind,
    ProposedVersion,
    compare_states,
)
from policybook.cli.commands.options import Refused, read_options
from policybook.cli.program import as_typed
from policybook.model import Entry
from policybook.model.findings import escape_invisible, format_count
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.redline import as_text
from policybook.text.markdown_marks import escape_markdown, fence

#: A recipe finds its earlier comment by this line.
_MARK = "<!-- policybook:story -->"
#: Forges take comments of up to 65,536 characters.
_LONGEST = 60_000


def story(options: argparse.Namespace) -> int:
    common = read_options(options)
    proposal = compare_states(read_base(options.base, common.project), read_state(common.project))
    parts = [_MARK, "# What this proposal changes", _sum_up(proposal.versions)]
    room = _LONGEST
    for change in proposal.versions:
        part = _tell_version(change, room)
        room = max(0, room - len(part))
        parts.append(part)
    parts += _list("In the record of approvals", map(_tell_entry, proposal.entries))
    parts += _list(
        as_typed("Files that cannot be read yet: `policybook check` says why"),
        map(_code, proposal.unread),
    )
    parts += _list("Also changed", map(_tell_file, proposal.other_files))
    print("\n\n".join(parts))
    return 0


def _sum_up(versions: tuple[ProposedVersion, ...]) -> str:
    """Return the numbers of versions: “2 new versions, 1 edited.”"""
    numbers = [
        format_count(count, f"{kind} version")
        for kind in ProposalKind
        if (count := sum(change.kind is kind for change in versions))
    ]
    return f"{', '.join(numbers)}." if numbers else "No text of a policy changes."


def _tell_version(change: ProposedVersion, room: int) -> str:
    """Return what happens to a version, with its redline in at most about `room` characters."""
    version, earlier = change.version, change.earlier
    title = escape_markdown(version.facts.title)
    heading = f"## {title}: {change.kind} version {escape_markdown(version.name)}"
    lines = [heading, f"{_code(version.path)}, status: {version.facts.status}."]
    if change.kind is ProposalKind.REMOVED:
        lines[1] = f"{_code(version.path)} is no longer there."
    elif change.kind is ProposalKind.EDITED and earlier:
        if earlier.facts.status is not version.facts.status:
            lines[1] += f" It was {earlier.facts.status}."
    elif earlier:
        lines[1] += f" Compared with version {escape_markdown(earlier.name)}:"
    else:
        lines[1] += " It is the first version."
    if change.comparison:
        lines.append(_cut(as_text.redline_text(change.comparison), room, change))
    return "\n\n".join(lines)


def _cut(text: str, room: int, change: ProposedVersion) -> str:
    """Return a redline as a block, cut off at a line where the comment would be too long."""
    # What nobody sees must not deceive: text that runs backwards, for example.
    lines = [escape_invisible(line) for line in text.splitlines()]
    shown: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        shown.append(line)
    if len(shown) == len(lines):
        return fence("\n".join(shown))
    version, earlier = change.version, change.earlier
    rest = f"{len(lines) - len(shown)} more lines do not fit here."
    if change.kind is ProposalKind.NEW and earlier:
        command = f"policybook diff {version.policy} {earlier.name} {version.name}"
        rest += f" To see them: `{as_typed(command)}`"
    return f"{fence(chr(10).join(shown))}\n\n{rest}" if shown else rest


def _tell_entry(entry: Entry) -> str:
    who = f" by {entry.by}" if entry.by else ""
    day = f" on {entry.on}" if entry.on else ""
    return escape_markdown(f"{entry.policy} {entry.version}: {entry.kind}{who}{day}")


def _tell_file(path: str) -> str:
    name = layout.classify(path)
    reader = f": the summary for {name.reader}" if name.reader else ""
    return f"{_code(path)}{reader if name.kind is layout.FileKind.SUMMARY else ''}"


def _code(path: str) -> str:
    """Return a path in code type, whatever it holds."""
    return f"`{escape_invisible(path).replace('`', chr(39))}`"


def _list(heading: str, items: Iterator[str]) -> list[str]:
    lines = "\n".join(f"- {item}" for item in items)
    return [f"## {heading}", lines] if lines else []


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
