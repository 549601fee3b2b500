"""Read a project's files as a snapshot of bytes, with a finding for each file that is unreadable.

No other module of the core reads a project's files. The module opens nothing outside the
project: it refuses links and everything else that is not an ordinary file.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from policybook.model.findings import Finding, Severity
from policybook.reading import layout
from policybook.reading.layout import FileKind

#: Largest files, in bytes. The longest policy seen has under 200,000.
LARGEST_TEXT = 1_000_000
#: Python-Markdown is slow on ordinary pages.
LARGEST_PAGE = 200_000
LARGEST_PICTURE = 10_000_000
#: The record has every text that was ever approved.
LARGEST_RECORD = 500_000_000

_SETTINGS = "mkdocs.yml"
_DIVIDE = "Divide the text, or make the picture smaller."
_KEEP_RECORD = "Do not edit it. If it should not be this large, restore the last good copy."
_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".pdf")
#: Endings that Notepad, other editors and other systems give a version. Only on Windows is
#: `.MD` the same as `.md`.
_LIKE_MARKDOWN = re.compile(r"(?i)(.+?)(\.md\.txt|\.markdown|\.mdown|\.md)[ .]*")
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
        reader.findings.append(_missing_policies(project))
    if (project / _SETTINGS).exists():
        reader.read(project / _SETTINGS, _SETTINGS, LARGEST_TEXT)
    if (project / "docs").is_symlink():
        reader.findings.append(_link("docs"))
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
            self.findings.append(_fault(folder, message, "Check who may read it."))
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if layout.IGNORED_FILES.fullmatch(entry.name) and not entry.name.endswith(".md"):
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
        elif not layout.is_published(below_docs):
            self.findings.append(_unpublished(path))
        elif path.endswith(".md"):
            self.pages.append(path)
            self.read(file, path, LARGEST_PAGE)

    def take_policy_file(self, path: str, file: Path) -> None:
        """Read a file below `docs/policies/` if it has a use; report it otherwise."""
        kind = layout.classify(path).kind
        if kind is FileKind.STRAY:
            self.findings.append(_stray(path))
        elif kind is FileKind.PICTURE:
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
            self.findings.append(_fault(path, message, remedy))
            return
        if data is None:
            self.findings.append(_fault(path, "this is not an ordinary file", "Remove it."))
        elif len(data) > limit:
            self.findings.append(_too_large(path, limit))
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


def _missing_policies(project: Path) -> Finding:
    """Return the finding for a project without policies."""
    return _fault(
        layout.POLICIES.rstrip("/"),
        f"the folder docs/policies is missing from {project.name or project}",
        "Run the command in the school's folder, or name that folder with --project. "
        "For a new school, make the folder docs/policies in it.",
    )


def _refuse(path: str, entry: "os.DirEntry[str]") -> Finding | None:
    """Return what is wrong with an entry of a folder; None for ordinary files and folders."""
    if entry.is_symlink() or _is_junction(entry):
        return _link(path)
    if entry.is_dir(follow_symlinks=False):
        if not path.endswith(".md"):
            return None
        remedy = "Rename the folder, or put the text into a file."
        return _fault(path, "this is a folder, not a file", remedy)
    if not entry.is_file(follow_symlinks=False):
        message = "this is not an ordinary file, but something special such as a pipe"
        return _fault(path, message, "Remove it.")
    return None


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Return whether an entry is a junction, the link of Windows. Needs Python 3.12."""
    return bool(getattr(entry, "is_junction", bool)())


def _link(path: str) -> Finding:
    """Return the finding for a link."""
    message = "this is a link (symlink) to another place, and Policybook does not follow links"
    return _fault(path, message, "Put the file or folder itself here.")


def _too_large(path: str, limit: int) -> Finding:
    """Return the finding for a file of more than `limit` bytes."""
    size = f"{limit // 1000} kB" if limit < 1_000_000 else f"{limit // 1_000_000} MB"
    remedy = _KEEP_RECORD if path == layout.RECORD else _DIVIDE
    return _fault(path, f"the file is too large (over {size})", remedy)


def _stray(path: str) -> Finding:
    """Return the finding for a file below `docs/policies/` that has no use there."""
    name = PurePosixPath(path)
    in_policy = len(name.parts) > 3
    if in_policy and (like := _LIKE_MARKDOWN.fullmatch(name.name)) and not path.endswith(".md"):
        message = "the file's name does not end with .md, so nobody would see its text"
        return _fault(path, message, f"Rename it {like[1].lower()}.md.")
    if in_policy and path.endswith(".md") and (like := layout.LIKE_SUMMARY.fullmatch(name.stem)):
        reader = "parents" if like[2].startswith("pa") else "pupils"
        message = "the file's name fits no version and no summary, so nobody would see its text"
        remedy = f"If it is the summary for {reader}, rename it {like[1]}.{reader}.md."
        return _fault(path, message, remedy)
    if path.endswith(".md"):
        message = "this Markdown file is not in a policy's own folder, so nobody would see it"
        return _fault(path, message, "Move it to docs/policies/POLICY/VERSION.md.")
    message = "Policybook does not use or publish this file"
    return _warning(path, message, _stray_remedy(path, name, in_policy))


def _stray_remedy(path: str, name: PurePosixPath, in_policy: bool) -> str:
    """Return what to do with a file that has no use, by its ending and folder."""
    if f"{path.rpartition('.')[0]}.yml" in layout.SETTINGS:
        return f"Rename it {name.stem}.yml."
    if not in_policy:
        return "Move it into a policy's folder."
    if name.suffix.lower() in _DOCUMENTS:
        version = f"{name.stem}.md"
        return (
            f"Keep it somewhere else. If it is a policy, copy its text into a version: {version}."
        )
    if name.suffix.lower() == ".txt":
        return f"Rename it {name.stem}.md."
    kinds = "pictures (.png, .jpg, .gif, .webp) and versions (.md)"
    return f"Put {kinds} directly into the policy's folder."


def _unpublished(path: str) -> Finding:
    """Return the finding for a file beside the ordinary pages that the site does not publish."""
    return _warning(
        path,
        "this file is not published: a browser might run it, or the build makes a file there",
        "Publish pictures as .png, .jpg, .gif or .webp, and documents as .pdf, .docx, .xlsx, "
        ".csv or .txt. Keep other files outside docs/.",
    )


def _warning(path: str, message: str, remedy: str) -> Finding:
    """Return a warning about a file without a use."""
    return Finding(
        path=path,
        severity=Severity.WARNING,
        code="stray-file",
        message=message,
        remedy=remedy,
    )


def _fault(path: str, message: str, remedy: str) -> Finding:
    """Return an error about a file."""
    return Finding(path=path, code="file", message=message, remedy=remedy)
