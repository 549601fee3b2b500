"""Findings: what is wrong in a source, where, and how to put it right; and how that reads to a person.

Knows nothing of policies: a path, a line, a sentence and a remedy.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

SHOWN_AT_MOST = 200
HelpAt = Callable[[str], str]  # a code -> the address of its help page; empty where there is none


class Severity(StrEnum):
    """How much a finding weighs. An error stops a build; a warning stops `--strict`; a note stops nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong in a source, and what to do about it.

    `path` is relative to the project, with `/`; `line` counts from 1 in the file as saved.
    `message` is a sentence without its full stop; `remedy` is one or more whole sentences. Where the school changed the level in
    school.yml, `usual` is the level without that, and `reason` the school's own words.
    """

    path: str
    line: int = 1
    severity: Severity = Severity.ERROR
    code: str
    message: str
    remedy: str
    usual: Severity | None = None
    reason: str = ""

    def __str__(self) -> str:
        place = f"{visible(self.path)}:{self.line}"
        lines = [
            f"{place}: {self.severity}: {visible(self.message)}. [{self.code}]",
            visible(self.remedy),
        ]
        return "\n    ".join([*lines, visible(changed_level(self))] if self.usual else lines)


def changed_level(finding: Finding) -> str:
    """Which level a finding would have without school.yml, and why it has another; empty where it has its own."""
    if finding.usual is None:
        return ""
    return f"{_a(finding.severity)[0].upper()}{_a(finding.severity)[1:]} here, not {_a(finding.usual)}: {finding.reason}"


def _a(level: Severity) -> str:
    return f"{'an' if level is Severity.ERROR else 'a'} {level}"


def visible(text: str) -> str:
    """Return `text` with control, invisible and unpaired characters as escapes, so that no terminal obeys them."""
    return "".join(_escape(c) if _is_hidden(c) else c for c in text)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _escape(character: str) -> str:
    number = ord(character)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return each different finding once, by path, line and code."""
    return sorted(set(findings), key=lambda f: (f.path, f.line, f.code, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(f.severity is Severity.ERROR for f in findings)


def as_text(findings: Iterable[Finding]) -> str:
    """Every finding as it reads in a terminal, at most 200 of them; errors are never crowded out by lesser ones."""
    every = in_order(findings)
    shown = set(sorted(every, key=lambda f: list(Severity).index(f.severity))[:SHOWN_AT_MOST])
    lines = [str(f) for f in every if f in shown]
    if len(every) > len(shown):
        lines.append(f"… and {len(every) - len(shown)} more.")
    return "\n".join(lines)


def _no_page(code: str) -> str:
    return ""


def as_json(findings: Iterable[Finding], help_at: HelpAt = _no_page) -> str:
    """Every finding as a JSON list of objects with the fields of `Finding` and `help`, the address of its help page (empty: none is known).

    In ASCII: no character can harm a terminal or fail to be printed.
    """
    return json.dumps(
        [{**asdict(f), "help": help_at(f.code)} for f in in_order(findings)], indent=2
    )


def as_github(findings: Iterable[Finding], help_at: HelpAt = _no_page) -> str:
    """Every finding as a GitHub workflow command, so that it shows beside the changed line; with a changed level's reason and its help page."""
    return "\n".join(_github_line(f, help_at(f.code)) for f in in_order(findings))


def _github_line(finding: Finding, page: str) -> str:
    level = "notice" if finding.severity is Severity.NOTE else str(finding.severity)
    parts = (f"{finding.message}.", finding.remedy, changed_level(finding), page)
    text = " ".join(visible(part) for part in parts if part).replace("%", "%25")
    path = visible(finding.path).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{level} file={path},line={finding.line},title={finding.code}::{text}"


def count_of(number: int, one: str, many: str = "") -> str:
    """`1 problem`, `3 problems`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
