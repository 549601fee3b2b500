"""Describe what is wrong with a file of a project, by its path: findings and their remedies."""

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout

_DIVIDE = "Divide the text, or make the picture smaller."
_KEEP_RECORD = "Do not edit it. If it should not be this large, compare it with an older copy."
_IF_THERE = "If that file is there already, compare the two, and delete this one."
_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".pdf")
#: Endings that Notepad, other editors and other systems give a version. Only on Windows is
#: `.MD` the same as `.md`.
_LIKE_MARKDOWN = re.compile(r"(?i)(.+?)(\.md\.txt|\.markdown|\.mdown|\.md)[ .]*")

#: A file beside a text, by the program that makes such files.
_LITTER = re.compile(r"(?P<mac>\._.+\.md)|(?P<office>~\$.+\.md)|(?P<editor>.+\.md~)")
_PROGRAMS = {
    "mac": (
        "macOS keeps its own notes on another file here (AppleDouble)",
        "Delete it. macOS makes it on drives that are not its own.",
    ),
    "office": (
        "Word keeps here who has a file open",
        "Close the file in Word. If this one stays, delete it.",
    ),
    "editor": (
        "an editor keeps the text here as it was before the last change",
        "Delete it if nobody needs the older text.",
    ),
}


def describe_missing_policies(project: Path) -> Finding:
    """Return the finding for a project without policies."""
    return describe_fault(
        layout.POLICIES.rstrip("/"),
        f"the folder docs/policies is missing from {project.name or project}",
        "Run the command in the school's folder, or name that folder with --project. "
        "For a new school, start a project: policybook init",
    )


def describe_copy(path: str, original: str) -> Finding:
    """Return the finding for a copy of another file in the same folder."""
    message = f"this looks like a copy of {original}, which a shared drive or a person made"
    remedy = (
        f"Compare the two, put the right words into {original}, and delete this copy or move it "
        "outside docs/."
    )
    return (describe_fault if path.endswith(".md") else describe_warning)(path, message, remedy)


def describe_hidden(path: str) -> Finding:
    """Return the finding for a text whose name starts with a dot."""
    name = PurePosixPath(path).name
    message = "the file's name starts with a dot, so computers hide it, and nobody would see it"
    remedy = f"If it is a version, rename it {name.lstrip('._')}. If a program left it, delete it."
    return describe_fault(path, message, remedy)


def describe_litter(path: str) -> list[Finding]:
    """Return a note on what a program left beside a text of a policy; nothing for other files."""
    match = _LITTER.fullmatch(PurePosixPath(path).name)
    if not (match and path.startswith(layout.POLICIES)):
        return []
    what, remedy = next(words for kind, words in _PROGRAMS.items() if match[kind])
    finding = describe_warning(path, f"{what}. It is no version", remedy)
    return [replace(finding, severity=Severity.NOTE)]


def describe_link(path: str) -> Finding:
    """Return the finding for a link."""
    message = "this is a link (symlink) to another place, and Policybook does not follow links"
    return describe_fault(path, message, "Put the file or folder itself here.")


def describe_too_large(path: str, limit: int) -> Finding:
    """Return the finding for a file of more than `limit` bytes."""
    size = f"{limit // 1000} kB" if limit < 1_000_000 else f"{limit // 1_000_000} MB"
    remedy = _KEEP_RECORD if path == layout.RECORD else _DIVIDE
    return describe_fault(path, f"the file is too large (over {size})", remedy)


def describe_stray(path: str) -> Finding:
    """Return the finding for a file below `docs/policies/` that has no use there."""
    name = PurePosixPath(path)
    in_policy = len(name.parts) > 3
    if in_policy and (like := _LIKE_MARKDOWN.fullmatch(name.name)) and not path.endswith(".md"):
        message = "the file's name does not end with .md, so nobody would see its text"
        return describe_fault(path, message, f"Rename it {like[1].lower()}.md. {_IF_THERE}")
    if in_policy and path.endswith(".md") and (like := layout.LIKE_SUMMARY.fullmatch(name.stem)):
        reader = "parents" if like[2].startswith("pa") else "pupils"
        message = "the file's name fits no version and no summary, so nobody would see its text"
        remedy = f"If it is the summary for {reader}, rename it {like[1]}.{reader}.md. {_IF_THERE}"
        return describe_fault(path, message, remedy)
    if path.endswith(".md"):
        message = "this Markdown file is not in a policy's own folder, so nobody would see it"
        return describe_fault(path, message, "Move it to docs/policies/POLICY/VERSION.md.")
    message = "Policybook does not use or publish this file"
    return describe_warning(path, message, _stray_remedy(path, name, in_policy))


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
        return f"Rename it {name.stem}.md. {_IF_THERE}"
    kinds = "pictures (.png, .jpg, .gif, .webp) and versions (.md)"
    return f"Put {kinds} directly into the policy's folder."


def describe_unpublished(path: str) -> Finding:
    """Return the finding for a file beside the ordinary pages that the site does not publish."""
    return describe_warning(
        path,
        "this file is not published: a browser might run it, or the build makes a file there",
        "Publish pictures as .png, .jpg, .gif or .webp, and documents as .pdf, .docx, .xlsx, "
        ".csv or .txt. Keep other files outside docs/.",
    )


def describe_impostor(path: str, reason: str) -> Finding:
    """Return the finding for a file beside the ordinary pages that is not what its name says."""
    return describe_warning(
        path,
        f"this file is not published: {reason}",
        "Open it in its own program and save it again, or move it outside docs/.",
    )


def describe_warning(path: str, message: str, remedy: str) -> Finding:
    """Return a warning about a file without a use."""
    return Finding(
        path=path,
        severity=Severity.WARNING,
        code="stray-file",
        message=message,
        remedy=remedy,
    )


def describe_fault(path: str, message: str, remedy: str) -> Finding:
    """Return an error about a file."""
    return Finding(path=path, code="file", message=message, remedy=remedy)
