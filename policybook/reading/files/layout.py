"""Say what each file below `docs/` is, by its path alone, and which files are published."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePosixPath

from policybook.model import Reader, reserved_names

POLICIES = "docs/policies/"
SCHOOL = POLICIES + "school.yml"
VOCABULARY = POLICIES + "vocabulary.yml"
ASKED_QUESTIONS = POLICIES + "asked.yml"
CONTACTS = POLICIES + "contacts.yml"
HELP_CARDS = POLICIES + "help-cards.yml"
LAW = POLICIES + "law.yml"
STATUTORY = POLICIES + "statutory.yml"
RECORD = POLICIES + "approvals.jsonl"
SETTINGS = (SCHOOL, VOCABULARY, ASKED_QUESTIONS, CONTACTS, HELP_CARDS, LAW, STATUTORY, RECORD)
PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
#: Files of these kinds are published beside ordinary pages: browsers run none of them.
#: A drawing beside an ordinary page is not cleaned, so it is not published.
_DOCUMENTS = (".ico", ".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv", ".txt", ".ics")
_HANDED_OVER = (*(suffix for suffix in PICTURES if suffix != ".svg"), *_DOCUMENTS)
_OF_HOSTS = ("CNAME", "robots.txt")
#: Records of decisions about Policybook, `docs/decisions/0001-title.md`, for developers.
_DECISION = re.compile(r"decisions/0\d{3}-[^/]+\.md")
#: Windows, macOS and Word make these files beside what people write.
IGNORED_FILES = re.compile(
    r"(?i)(\.(?!.*\.md$).*|~\$.*|\.~.*|thumbs\.db|desktop\.ini|.*\.tmp|.*~|.*\.sw[a-p])"
)
#: Programs keep their own files in these folders, and nothing that somebody wrote to publish.
PROGRAM_FOLDERS = re.compile(
    r"(?i)\.(git|hg|svn|obsidian|vscode|idea|cache|dropbox(\.cache)?|sync|st(folder|versions)"
    r"|tmp\..*|trash.*|ds_store|appledouble|ipynb_checkpoints|spotlight.*|fseventsd|pytest_cache)"
)

#: Names that were meant for a summary: `2026-09-parents`, `2026-09.pupil`.
LIKE_SUMMARY = re.compile(r"(.+?)[.-](parents?|pupils?)")


class FileKind(StrEnum):
    """The kinds of file below `docs/policies/`."""

    VERSION = "version"
    SUMMARY = "summary"
    SETTING = "setting"
    PICTURE = "picture"
    STRAY = "stray"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """What the path of a file below `docs/policies/` says about it."""

    kind: FileKind
    policy: str = ""
    version: str = ""
    reader: Reader | None = None
    language: str = ""


@lru_cache(maxsize=1 << 13)
def classify(path: str) -> FileName:
    """Return what a file is, by its path alone. The result is cached, as every step asks."""
    parts = PurePosixPath(path.removeprefix(POLICIES)).parts
    if path in SETTINGS or not path.startswith(POLICIES):
        return FileName(kind=FileKind.SETTING)
    if PurePosixPath(path).suffix.lower() in PICTURES and len(parts) > 1:
        return FileName(kind=FileKind.PICTURE, policy=parts[0])
    if len(parts) != 2 or not path.endswith(".md"):
        return FileName(kind=FileKind.STRAY)
    stem = parts[1].removesuffix(".md")
    for reader in Reader:
        before, mark, after = stem.partition(f".{reader}")
        if mark and (not after or after.startswith(".")):
            return FileName(
                kind=FileKind.SUMMARY,
                policy=parts[0],
                version=before,
                reader=reader,
                language=after[1:],
            )
    if LIKE_SUMMARY.fullmatch(stem):
        return FileName(kind=FileKind.STRAY)
    return FileName(kind=FileKind.VERSION, policy=parts[0], version=stem)


def sort_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that sorts versions.

    Digits count as numbers, so that 1.10 comes after 1.9.
    """
    runs = re.findall(r"\d+|\D+", version, re.ASCII)
    return tuple(
        _run(run.lstrip("0")) if run.isascii() and run.isdecimal() else (1, 0, run) for run in runs
    )


def _run(digits: str) -> tuple[int, int, str]:
    """Return the key of a number with any count of digits: a longer number is larger."""
    return 0, len(digits), digits


def is_decision(uri: str) -> bool:
    """Return whether the file at `uri` below `docs/` records a decision about Policybook."""
    return _DECISION.fullmatch(uri) is not None


def may_be_look(uri: str) -> bool:
    """Return whether the file at `uri` below `docs/` can be a crest, an icon or a style sheet."""
    return PurePosixPath(uri).suffix.lower() in (*PICTURES, ".ico", ".css")


def is_published(uri: str) -> bool:
    """Return whether the file at `uri` below `docs/` is published as it is.

    These are ordinary pages, pictures and documents outside the policies.
    """
    parts = PurePosixPath(uri).parts
    if not parts or parts[0] == "policies" or any(part.startswith(".") for part in parts):
        return False
    if is_decision(uri):
        return False
    if uri.endswith(".md") or uri in _OF_HOSTS:
        return True
    return PurePosixPath(uri).suffix.lower() in _HANDED_OVER and (
        parts[0] not in reserved_names.RESERVED or parts[0] == "assets"
    )
