"""The only reading of a project's files in the core: a snapshot of bytes, with a finding for everything that cannot be read.

Nothing outside the project is opened: links are refused, not followed, and so is whatever is not an ordinary file.
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
    """One instant of a project. Paths are relative to it, with `/`. `pages` are ordinary pages, which MkDocs reads."""

    files: Mapping[str, bytes]
    pages: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_sources(project: Path) -> Sources:
    """Return every file of `project` that the build uses. Never raises for what an author did; what is wrong is a finding."""
    files: dict[str, bytes] = {}
    pages: list[str] = []
    findings: list[Finding] = []
    if not (project / layout.POLICIES).is_dir():
        findings.append(
            _fault(
                layout.POLICIES.rstrip("/"),
                f"the folder docs/policies is missing from {project.name or project}",
                "Go to the school's folder first, or name it with --project; for a new school, make the folder docs/policies in it.",
            )
        )
    if (project / "mkdocs.yml").exists() and (
        data := _bytes(project / "mkdocs.yml", "mkdocs.yml", LARGEST_TEXT, findings)
    ) is not None:
        files["mkdocs.yml"] = data
    if (project / "docs").is_symlink():
        findings.append(_link("docs"))
        return Sources(files=files, pages=(), findings=tuple(findings))
    for path, entry in _walk(project, "docs", findings):
        if layout.is_decision(path.removeprefix("docs/")):
            continue
        if not path.startswith(layout.POLICIES):
            if not layout.is_published(path.removeprefix("docs/")):
                findings.append(_not_handed_over(path))
            elif path.endswith(".md"):
                pages.append(path)
                if (data := _bytes(Path(entry.path), path, LARGEST_PAGE, findings)) is not None:
                    files[path] = data
            continue
        kind = layout.classify(path).kind
        if kind is FileKind.STRAY:
            findings.append(_stray(path))
        else:
            limit = (
                LARGEST_PICTURE
                if kind is FileKind.PICTURE
                else LARGEST_RECORD
                if path == layout.RECORD
                else LARGEST_TEXT
            )
            if (data := _bytes(Path(entry.path), path, limit, findings)) is not None:
                files[path] = data
    return Sources(files=files, pages=tuple(pages), findings=tuple(findings))


def _walk(
    project: Path, folder: str, findings: list[Finding]
) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Ordinary files below `folder`, sorted by name; anything else is found fault with."""
    try:
        with os.scandir(project / folder) as listing:
            entries = sorted(listing, key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError as fault:
        findings.append(
            _fault(folder, f"the folder cannot be read: {fault.strerror}", "Check who may read it.")
        )
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if layout.IGNORED_FILES.fullmatch(entry.name) and not entry.name.endswith(".md"):
            continue
        if _is_link(entry):
            findings.append(_link(path))
        elif entry.is_dir(follow_symlinks=False):
            if path.endswith(".md"):
                findings.append(
                    _fault(
                        path,
                        "this is a folder, not a file",
                        "Rename the folder, or put the text into a file.",
                    )
                )
            else:
                yield from _walk(project, path, findings)
        elif not entry.is_file(follow_symlinks=False):
            findings.append(
                _fault(
                    path,
                    "this is not an ordinary file, but something special such as a pipe",
                    "Remove it.",
                )
            )
        else:
            yield path, entry


def _is_link(entry: "os.DirEntry[str]") -> bool:
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


_TO_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def _read(number: int, expected: int, limit: int) -> bytes:
    """An open file, which has `expected` bytes if nobody is writing to it; no more of it than a byte over `limit`."""
    data = os.read(number, min(expected, limit) + 1)
    while (
        len(data) != expected
        and len(data) <= limit
        and (more := os.read(number, limit + 1 - len(data)))
    ):
        data += more
    return data


def _bytes(file: Path, path: str, limit: int, findings: list[Finding]) -> bytes | None:
    """The file's bytes. It is opened without following a link, and checked once more when open."""
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
        "Put pictures (.png, .jpg, .gif, .webp) and versions (.md) straight into the policy's folder."
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
        remedy = f"Keep it somewhere else. If it is a policy, copy its text into a version: {name.stem}.md."
    if f"{path.rpartition('.')[0]}.yml" in layout.SETTINGS:
        remedy = f"Rename it {name.stem}.yml."
    if inside and path.endswith(".md") and (meant := layout.LIKE_SUMMARY.fullmatch(name.stem)):
        reader = "parents" if meant[2].startswith("pa") else "pupils"
        message = "the file's name is that of neither a version nor a summary, so nobody would see what it holds"
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
        message="this file is not published: a browser might run it, or the build makes a file there",
        remedy="Publish pictures as .png, .jpg, .gif or .webp, and documents as .pdf, .docx, .xlsx, .csv or .txt; remove the rest.",
    )


def _fault(path: str, message: str, remedy: str) -> Finding:
    return Finding(path=path, code="file", message=message, remedy=remedy)
