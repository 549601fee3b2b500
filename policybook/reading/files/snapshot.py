"""Read a project's files as a snapshot of bytes, with a finding for each file that is unreadable.

No other module of the core reads a project's files. The module opens nothing outside the
project: it refuses links and everything else that is not an ordinary file.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from policybook.model.findings import Finding
from policybook.reading.files import builder_files, copied_files, file_faults, handed_over, layout

#: Largest files, in bytes. The longest policy seen has under 200,000.
LARGEST_TEXT = 1_000_000
#: Python-Markdown is slow on ordinary pages.
LARGEST_PAGE = 200_000
LARGEST_PICTURE = 10_000_000
#: A crest, a browser's icon or a style sheet of the school.
LARGEST_LOOK = 1_000_000
#: The record has every text that was ever approved.
LARGEST_RECORD = 500_000_000

#: Do not follow a link, and do not wait for a pipe. Windows has neither flag.
_TO_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The files of a project at one instant, by path.

    Paths are relative to the project, with `/`. `pages` has the paths of the ordinary
    pages, which MkDocs reads.
    """

    files: Mapping[str, bytes]
    pages: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_sources(project: Path) -> Sources:
    """Return every file of `project` that the build uses, and what is wrong with the others.

    The function never raises for what an author did.
    """
    reader = _ProjectReader(project)
    if not (project / layout.POLICIES).is_dir():
        reader.findings.append(file_faults.describe_missing_policies(project))
    for name in builder_files.PATHS:
        if (project / name).exists():
            reader.read(project / name, name, LARGEST_TEXT)
    if (project / "docs").is_symlink():
        reader.findings.append(file_faults.describe_link("docs"))
    else:
        for path, entry in reader.walk("docs"):
            reader.take(path, Path(entry.path))
    return Sources(files=reader.files, pages=tuple(reader.pages), findings=tuple(reader.findings))


class _ProjectReader:
    """Collects the files, the ordinary pages and the findings of one project."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.files: dict[str, bytes] = {}
        self.pages: list[str] = []
        self.findings: list[Finding] = []

    def walk(self, folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
        """Yield the ordinary files below `folder`, sorted by name; report everything else."""
        try:
            with os.scandir(self.project / folder) as listing:
                entries = sorted(listing, key=lambda e: e.name)
        except FileNotFoundError:
            return
        except OSError as fault:
            message = f"the folder cannot be read: {fault.strerror}"
            self.findings.append(
                file_faults.describe_fault(folder, message, "Check who may read it.")
            )
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                self.report_hidden_folder(path, Path(entry.path))
                continue
            if layout.IGNORED_FILES.fullmatch(entry.name) or _is_left_by_a_mac(entry):
                continue
            if finding := _refuse(path, entry):
                self.findings.append(finding)
            elif entry.is_dir(follow_symlinks=False):
                yield from self.walk(path)
            else:
                yield path, entry

    def take(self, path: str, file: Path) -> None:
        """Read a file below `docs/` if the build uses it; report it otherwise."""
        below_docs = path.removeprefix("docs/")
        if layout.is_decision(below_docs):
            return
        if path.startswith(layout.POLICIES):
            self.take_policy_file(path, file)
            return
        if layout.may_be_look(below_docs) and file.stat().st_size <= LARGEST_LOOK:
            self.read(file, path, LARGEST_LOOK)
        if not layout.is_published(below_docs):
            self.findings.append(file_faults.describe_unpublished(path))
        elif path.endswith(".md"):
            self.pages.append(path)
            self.read(file, path, LARGEST_PAGE)
        else:
            self.judge(file, path)

    def judge(self, file: Path, path: str) -> None:
        """Report a file beside the ordinary pages that is not what its name says."""
        try:
            data = _read_ordinary_file(file, handed_over.LARGEST) or b""
        except OSError as fault:
            reason = f"it cannot be read: {fault.strerror}"
        else:
            reason = handed_over.find_fault(path, data)
        if reason:
            self.findings.append(file_faults.describe_impostor(path, reason))

    def report_hidden_folder(self, path: str, folder: Path) -> None:
        """Report a folder of policies that nobody sees, because its name starts with a dot."""
        name = folder.name
        if not path.startswith(layout.POLICIES) or layout.PROGRAM_FOLDERS.fullmatch(name):
            return
        if any(file.name[:1] != "." for file in folder.glob("*.md")):
            message = "this folder's name starts with a dot, so nothing in it is published"
            remedy = f"Rename it {name.lstrip('.')}, or move it outside docs/."
            self.findings.append(file_faults.describe_warning(path, message, remedy))

    def take_policy_file(self, path: str, file: Path) -> None:
        """Read a file below `docs/policies/` if it has a use; report it otherwise."""
        kind = layout.classify(path).kind
        original = copied_files.find_original(file.name, lambda n: file.with_name(n).is_file())
        if original:
            self.findings.append(file_faults.describe_copy(path, original))
        elif file.name.startswith(".") and path.endswith(".md"):
            self.findings.append(file_faults.describe_hidden(path))
        elif kind is layout.FileKind.STRAY:
            self.findings.append(file_faults.describe_stray(path))
        elif kind is layout.FileKind.PICTURE:
            self.read(file, path, LARGEST_PICTURE)
        else:
            self.read(file, path, LARGEST_RECORD if path == layout.RECORD else LARGEST_TEXT)

    def read(self, file: Path, path: str, limit: int) -> None:
        """Add the bytes of `file` under `path`; report a file that is unreadable or too large.

        `limit` is in bytes.
        """
        try:
            data = _read_ordinary_file(file, limit)
        except OSError as fault:
            message = f"the file cannot be read: {fault.strerror}"
            remedy = "Close it in other programs, and check who may read it."
            self.findings.append(file_faults.describe_fault(path, message, remedy))
            return
        if data is None:
            self.findings.append(
                file_faults.describe_fault(path, "this is not an ordinary file", "Remove it.")
            )
        elif len(data) > limit:
            self.findings.append(file_faults.describe_too_large(path, limit))
        else:
            self.files[path] = data


def _read_ordinary_file(file: Path, limit: int) -> bytes | None:
    """Return the bytes of `file`, at most one more than `limit`; None if it is not ordinary.

    The open file is checked again, as another program may have replaced it. Raise
    `OSError` if it cannot be opened or read, and for a link.
    """
    number = os.open(file, _TO_READ)
    try:
        status = os.fstat(number)
        return _read(number, status.st_size, limit) if stat.S_ISREG(status.st_mode) else None
    finally:
        os.close(number)


def _read(number: int, expected: int, limit: int) -> bytes:
    """Return the bytes of an open file, at most one more than `limit`.

    It has `expected` bytes, unless another program is writing to it.
    """
    data = os.read(number, min(expected, limit) + 1)
    while (
        len(data) != expected
        and len(data) <= limit
        and (more := os.read(number, limit + 1 - len(data)))
    ):
        data += more
    return data


# ---------- findings


def _refuse(path: str, entry: "os.DirEntry[str]") -> Finding | None:
    """Return what is wrong with an entry of a folder; None for ordinary files and folders."""
    if entry.is_symlink() or _is_junction(entry):
        return file_faults.describe_link(path)
    if entry.is_dir(follow_symlinks=False):
        if path in layout.SETTINGS:
            remedy = "Move the folder away, and put the file itself here. Use an older copy of it."
        elif path.endswith(".md"):
            remedy = "Rename the folder, or put the text into a file."
        else:
            return None
        return file_faults.describe_fault(path, "this is a folder, not a file", remedy)
    if not entry.is_file(follow_symlinks=False):
        message = "this is not an ordinary file, but something special such as a pipe"
        return file_faults.describe_fault(path, message, "Remove it.")
    return None


def _is_left_by_a_mac(entry: "os.DirEntry[str]") -> bool:
    """Return whether a Mac keeps what belongs to another file here (AppleDouble)."""
    if not entry.name.startswith("._") or not entry.is_file(follow_symlinks=False):
        return False
    try:
        with open(entry.path, "rb") as file:
            return file.read(4) in (b"", b"\x00\x05\x16\x07")
    except OSError:
        return False


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Return whether an entry is a junction, the link of Windows. Needs Python 3.12."""
    return bool(getattr(entry, "is_junction", bool)())
