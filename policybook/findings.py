"""Findings: what is wrong in a source, where, and how to put it right; and how that reads to a person.

Knows nothing of policies: a path, a line, a sentence and a remedy.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

SHOWN_AT_MOST = 200


class Severity(StrEnum):
    """How much a finding weighs. An error stops a build; a warning stops `--strict`; a note stops nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong in a source, and what to do about it.

    `path` is relative to the project, with `/`; `line` counts from 1 in the file as saved.
    `message` is a sentence without its full stop; `remedy` is one or more whole sentences.
    """

    path: str
    line: int = 1
    severity: Severity = Severity.ERROR
    code: str
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{visible(self.path)}:{self.line}"
        return f"{place}: {self.severity}: {visible(self.message)}. [{self.code}]\n    {visible(self.remedy)}"


def visible(text: str) -> str:
    """Return `text` with control, invisible and unpaired characters as escapes, so that no terminal obeys them."""
    return "".join(_escaped(c) if _is_hidden(c) else c for c in text)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return each different finding once, by path, line and code."""
    return sorted(set(findings), key=lambda f: (f.path, f.line, f.code, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(f.severity is Severity.ERROR for f in findings)


def as_text(findings: Iterable[Finding]) -> str:
    """Every finding as it reads in a terminal, at most 200 of them; errors are never crowded out by lesser ones."""
    every = in_order(findings)
    kept = set(sorted(every, key=lambda f: list(Severity).index(f.severity))[:SHOWN_AT_MOST])
    lines = [str(f) for f in every if f in kept]
    if len(every) > len(kept):
        lines.append(f"… and {len(every) - len(kept)} more.")
    return "\n".join(lines)


def as_json(findings: Iterable[Finding]) -> str:
    """Every finding as a JSON list of objects with the fields of `Finding`, in ASCII: no character can harm a terminal or fail to be printed."""
    return json.dumps([asdict(f) for f in in_order(findings)], indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """Every finding as a GitHub workflow command, so that it shows beside the changed line."""
    return "\n".join(_github_line(f) for f in in_order(findings))


def _github_line(finding: Finding) -> str:
    level = "notice" if finding.severity is Severity.NOTE else str(finding.severity)
    text = f"{visible(finding.message)}. {visible(finding.remedy)}".replace("%", "%25")
    path = visible(finding.path).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{level} file={path},line={finding.line},title={finding.code}::{text}"


def count_of(number: int, one: str, many: str = "") -> str:
    """`1 problem`, `3 problems`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
