"""Read a project's files once: their bytes, and a finding for each file that cannot be read.

No other module of the core opens these files. Nothing outside the project is opened: links and
special files are refused.
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

LARGEST_TEXT = 1_000_000  # bytes; the longest policy seen is under 200,000
LARGEST_PAGE = 200_000  # of an ordinary page: Python-Markdown is slow
LARGEST_PICTURE = 10_000_000
LARGEST_RECORD = 500_000_000  # it holds every text that was ever approved

#: A version that Notepad, another editor or another system named; `.MD` is `.md` on Windows only.
_LIKE_MARKDOWN = re.compile(r"(?i)(.+?)(\.md\.txt|\.markdown|\.mdown|\.md)[ .]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The files of a project at one time, by path relative to it, with `/`.

    `pages` are the ordinary pages, which MkDocs reads.
    """

    files: Mapping[str, bytes]
    pages: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_sources(project: Path) -> Sources:
    """Return every file of `project` that the build uses.

    Never raise for what an author did: each problem is a finding.
    """
    findings = [*_missing_policies(project)]
    files: dict[str, bytes] = {}
    if (project / "mkdocs.yml").exists():
        _add(files, project / "mkdocs.yml", "mkdocs.yml", LARGEST_TEXT, findings)
    if (project / "docs").is_symlink():
        return Sources(files=files, pages=(), findings=(*findings, _link("docs")))
    pages: list[str] = []
    for path, entry in _walk(project, "docs", findings):
        name = path.removeprefix("docs/")
        if layout.is_decision(name):
            continue
        if path.startswith(layout.POLICIES):
            _read_policy_file(files, entry, path, findings)
        elif not layout.is_published(name):
            findings.append(_not_handed_over(path))
        elif path.endswith(".md"):
            pages.append(path)
            _add(files, Path(entry.path), path, LARGEST_PAGE, findings)
    return Sources(files=files, pages=tuple(pages), findings=tuple(findings))


def _missing_policies(project: Path) -> Iterator[Finding]:
    if not (project / layout.POLICIES).is_dir():
        yield _fault(
            layout.POLICIES.rstrip("/"),
            f"the folder docs/policies is missing from {project.name or project}",
            "Go to the school's folder first, or name it with --project. "
            "For a new school, make the folder docs/policies in it.",
        )


def _read_policy_file(
    files: dict[str, bytes], entry: "os.DirEntry[str]", path: str, findings: list[Finding]
) -> None:
    kind = layout.classify(path).kind
    if kind is FileKind.STRAY:
        findings.append(_stray(path))
        return
    limits = {layout.RECORD: LARGEST_RECORD}
    limit = LARGEST_PICTURE if kind is FileKind.PICTURE else limits.get(path, LARGEST_TEXT)
    _add(files, Path(entry.path), path, limit, findings)


def _add(
    files: dict[str, bytes], file: Path, path: str, limit: int, findings: list[Finding]
) -> None:
    if (data := _bytes(file, path, limit, findings)) is not None:
        files[path] = data


def _walk(
    project: Path, folder: str, findings: list[Finding]
) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield the ordinary files below `folder`, sorted by name. Anything else gets a finding."""
    try:
        with os.scandir(project / folder) as listing:
            entries = sorted(listing, key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError as fault:
        message = f"the folder cannot be read: {fault.strerror}"
        findings.append(_fault(folder, message, "Check who may read it."))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if layout.IGNORED_FILES.fullmatch(entry.name) and not entry.name.endswith(".md"):
            continue
        if finding := _unusable(entry, path):
            findings.append(finding)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(project, path, findings)
        else:
            yield path, entry


def _unusable(entry: "os.DirEntry[str]", path: str) -> Finding | None:
    """Return why an entry of a folder is not read, or None."""
    if _is_link(entry):
        return _link(path)
    if entry.is_dir(follow_symlinks=False):
        remedy = "Rename the folder, or put the text into a file."
        message = "this is a folder, not a file"
        return _fault(path, message, remedy) if path.endswith(".md") else None
    if not entry.is_file(follow_symlinks=False):
        message = "this is not an ordinary file, but something special such as a pipe"
        return _fault(path, message, "Remove it.")
    return None


def _is_link(entry: "os.DirEntry[str]") -> bool:
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


_TO_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def _read(number: int, expected: int, limit: int) -> bytes:
    """Return the bytes of an open file, at most one byte more than `limit`.

    It has `expected` bytes if nobody is writing to it.
    """
    data = os.read(number, min(expected, limit) + 1)
    while (
        len(data) != expected
        and len(data) <= limit
        and (more := os.read(number, limit + 1 - len(data)))
    ):
        data += more
    return data


def _bytes(file: Path, path: str, limit: int, findings: list[Finding]) -> bytes | None:
    """Return the file's bytes; None, with a finding, if it cannot be read.

    The file is opened without following a link, and is checked again when open.
    """
    try:
        number = os.open(file, _TO_READ)
        try:
            status = os.fstat(number)
            if not stat.S_ISREG(status.st_mode):
                findings.append(_fault(path, "this is not an ordinary file", "Remove it."))
                return None
            data = _read(number, status.st_size, limit)
        finally:
            os.close(number)
    except OSError as fault:
        findings.append(
            _fault(
                path,
                f"the file cannot be read: {fault.strerror}",
                "Close it in other programs, and check who may read it.",
            )
        )
        return None
    if len(data) > limit:
        findings.append(
            _fault(
                path,
                f"the file is too large (over {limit // 1000} kB)"
                if limit < 1_000_000
                else f"the file is too large (over {limit // 1_000_000} MB)",
                "Divide the text, or make the picture smaller.",
            )
        )
        return None
    return data


def _link(path: str) -> Finding:
    message = "this is a link (symlink) to another place, and links are not followed"
    return _fault(path, message, "Put the file or folder itself here.")


def _stray(path: str) -> Finding:
    name = PurePosixPath(path)
    inside = len(name.parts) > 3
    remedy = (
        "Put pictures (.png, .jpg, .gif, .webp) and versions (.md) "
        "straight into the policy's folder."
        if inside
        else "Move it into a policy's folder."
    )
    if inside and (like := _LIKE_MARKDOWN.fullmatch(name.name)) and not path.endswith(".md"):
        return _fault(
            path,
            "the file's name does not end with .md, so nobody would see what it holds",
            f"Rename it {like[1].lower()}.md.",
        )
    if inside and name.suffix.lower() == ".txt":
        remedy = f"Rename it {name.stem}.md."
    if inside and name.suffix.lower() in (".doc", ".docx", ".odt", ".rtf", ".pdf"):
        remedy = (
            "Keep it somewhere else. If it is a policy, copy its text into a version: "
            f"{name.stem}.md."
        )
    if f"{path.rpartition('.')[0]}.yml" in layout.SETTINGS:
        remedy = f"Rename it {name.stem}.yml."
    if inside and path.endswith(".md") and (meant := layout.LIKE_SUMMARY.fullmatch(name.stem)):
        reader = "parents" if meant[2].startswith("pa") else "pupils"
        message = (
            "the file's name is that of neither a version nor a summary, "
            "so nobody would see what it holds"
        )
        return _fault(
            path, message, f"If it is the summary for {reader}, rename it {meant[1]}.{reader}.md."
        )
    if path.endswith(".md"):
        return _fault(
            path,
            "this Markdown file is not in a policy's own folder, so nobody would see it",
            "Move it to docs/policies/POLICY/VERSION.md.",
        )
    return Finding(
        path=path,
        severity=Severity.WARNING,
        code="stray-file",
        message="this file is not used and not published",
        remedy=remedy,
    )


def _not_handed_over(path: str) -> Finding:
    return Finding(
        path=path,
        severity=Severity.WARNING,
        code="stray-file",
        message="this file is not published: a browser might run it, "
        "or the build makes a file there",
        remedy="Publish pictures as .png, .jpg, .gif or .webp, and documents as .pdf, .docx, "
        ".xlsx, .csv or .txt. Remove the rest.",
    )


def _fault(path: str, message: str, remedy: str) -> Finding:
    return Finding(path=path, code="file", message=message, remedy=remedy)
