"""Hold findings: what is wrong in a source, where, and how to correct it. Format them too.

A finding has a path, a line, a message and a remedy. This module must not know
policies.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

MOST_SHOWN = 200
#: Gives a part of a finding its colour. The parts are the levels (`error`, …) and `code`.
Paint = Callable[[str, str], str]
#: Gives the address of the help page for a finding code; empty where there is none.
HelpAddress = Callable[[str], str]


class Severity(StrEnum):
    """How serious a finding is.

    An error stops a build. A warning stops `--strict`. A note stops nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault in a source, and how to correct it.

    `path` is relative to the project, with `/`. `line` counts from 1 in the saved file.
    `message` is a sentence without its full stop. `remedy` is one or more whole
    sentences. `details` are lines that say more, such as each place that differs. If the
    level was changed, `usual` is the level without that change, and `reason` is the
    reason: the school's, or that the text was approved like this. A warning of a recorded
    text has the reason alone.
    """

    path: str
    line: int = 1
    severity: Severity = Severity.ERROR
    code: str
    message: str
    remedy: str
    usual: Severity | None = None
    reason: str = ""
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the finding as text: place and message, then the remedy."""
        return format_finding(self)


def paint_nothing(text: str, part: str) -> str:
    """Return the text as it is: a file has no colours."""
    return text


def format_finding(finding: Finding, paint: Paint = paint_nothing) -> str:
    """Return a finding as text for a terminal: place and message, then the remedy."""
    place = f"{escape_invisible(finding.path)}:{finding.line}"
    level = paint(str(finding.severity), finding.severity)
    code = paint(f"[{finding.code}]", "code")
    lines = [
        f"{place}: {level}: {escape_invisible(finding.message)}. {code}",
        *map(escape_invisible, finding.details),
        escape_invisible(finding.remedy),
    ]
    if explanation := explain_level(finding):
        lines.append(escape_invisible(explanation))
    return "\n    ".join(lines)


def explain_level(finding: Finding) -> str:
    """Return how and why the level was changed, or why it stays; empty where nothing is said."""
    if finding.usual is None:
        return finding.reason[:1].upper() + finding.reason[1:]
    level = _add_article(finding.severity)
    usual = _add_article(finding.usual)
    return f"{level[0].upper()}{level[1:]} here, not {usual}: {finding.reason}"


def _add_article(level: Severity) -> str:
    """Return the level with its article: `an error`, `a note`."""
    return f"{'an' if level is Severity.ERROR else 'a'} {level}"


def escape_invisible(text: str) -> str:
    """Return `text` with control, invisible and unpaired characters as escapes.

    A terminal then obeys none of them.
    """
    return "".join(_escape(c) if _is_hidden(c) else c for c in text)


def _is_hidden(character: str) -> bool:
    """Return whether the Unicode category says that people cannot see the character."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _escape(character: str) -> str:
    r"""Return the Python escape of a character, such as `\x1b`."""
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return each different finding once, sorted by path, line, code and message."""
    return sorted(set(findings), key=lambda f: (f.path, f.line, f.code, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether one of the findings is an error."""
    return any(f.severity is Severity.ERROR for f in findings)


def as_text(findings: Iterable[Finding], paint: Paint = paint_nothing) -> str:
    """Return the findings as text for a terminal, at most 200 of them.

    Errors come first in the choice of 200, so that lesser findings never push them out.
    """
    ordered = sort_findings(findings)
    listed = set(sorted(ordered, key=lambda f: list(Severity).index(f.severity))[:MOST_SHOWN])
    lines = [format_finding(f, paint) for f in ordered if f in listed]
    if len(ordered) > len(listed):
        lines.append(f"… and {len(ordered) - len(listed)} more.")
    return "\n".join(lines)


def _no_page(code: str) -> str:
    """Return an empty address: no help page is known."""
    return ""


def as_json(findings: Iterable[Finding], help_at: HelpAddress = _no_page) -> str:
    """Return the findings as a JSON list of objects.

    Each object has the fields of `Finding` and `help`, the address of its help page
    (empty if none is known). The text is ASCII, so that every terminal can print it
    without harm.
    """
    return json.dumps(
        [{**asdict(f), "help": help_at(f.code)} for f in sort_findings(findings)], indent=2
    )


def as_github(findings: Iterable[Finding], help_at: HelpAddress = _no_page) -> str:
    """Return each finding as a GitHub workflow command, one a line.

    GitHub then shows the finding beside the changed line. The text has the reason for a
    changed level and the address of the help page.
    """
    return "\n".join(_github_line(f, help_at(f.code)) for f in sort_findings(findings))


def _github_line(finding: Finding, page: str) -> str:
    """Return the workflow command for one finding, with its reserved characters escaped."""
    level = "notice" if finding.severity is Severity.NOTE else str(finding.severity)
    details = (f"{words}." for words in finding.details)
    parts = (f"{finding.message}.", *details, finding.remedy, explain_level(finding), page)
    text = " ".join(escape_invisible(part) for part in parts if part).replace("%", "%25")
    path = (
        escape_invisible(finding.path).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    )
    return f"::{level} file={path},line={finding.line},title={finding.code}::{text}"


def format_count(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun: `1 problem`, `3 problems`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
