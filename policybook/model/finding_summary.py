"""Sum up findings for a build: every error in full, and the rest in at most fifteen lines.

It must not know policies.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from policybook.model.findings import (
    Finding,
    Paint,
    Severity,
    as_text,
    escape_invisible,
    format_count,
    paint_nothing,
    sort_findings,
)

MOST_LINES = 15
_MOST_EXCUSED = 3
_MOST_LEFT_OUT = 3
_WIDTH = 110
_LEVELS = list(Severity)


def sum_up(findings: Iterable[Finding], paint: Paint = paint_nothing) -> str:
    """Return every error in full, then the warnings and notes in at most `MOST_LINES` lines.

    So are the first of what would be errors elsewhere, such as in a draft, and of the
    files that are left out. Warnings that fit are there in full. Otherwise each code has
    a line, the worst first.
    """
    every_finding = sort_findings(findings)
    first = [
        *[f for f in every_finding if _is_excused(f)][:_MOST_EXCUSED],
        *[f for f in every_finding if (f.severity is Severity.WARNING and f.code == "stray-file")][
            :_MOST_LEFT_OUT
        ],
    ]
    in_full = [f for f in every_finding if f.severity is Severity.ERROR or f in first]
    others = [f for f in every_finding if f not in in_full]
    parts = [as_text(in_full, paint)] if in_full else []
    return "\n".join(parts + _list_in_brief(others, paint))


def _is_excused(finding: Finding) -> bool:
    return finding.severity is Severity.WARNING and finding.usual is Severity.ERROR


def _list_in_brief(findings: Sequence[Finding], paint: Paint) -> list[str]:
    """Return the lines for findings that stop nothing."""
    warnings = [f for f in findings if f.severity is Severity.WARNING]
    notes = len(findings) - len(warnings)
    whole = as_text(warnings, paint).splitlines()
    if notes:
        verb = "is" if notes == 1 else "are"
        also = " also" if warnings else ""
        whole.append(f"There {verb}{also} {format_count(notes, 'note')}: policybook check")
    return whole if len(whole) <= MOST_LINES else _list_codes(findings, paint)


def _list_codes(findings: Sequence[Finding], paint: Paint) -> list[str]:
    """Return a line for each code with its count, warnings first, the most frequent first."""
    counts = Counter((f.severity, f.code) for f in findings)
    groups = sorted(counts, key=lambda g: (_LEVELS.index(g[0]), -counts[g], g[1]))
    first = {(f.severity, f.code): f for f in reversed(findings)}
    levels = Counter(f.severity for f in findings)
    noun = {Severity.WARNING: "warning", Severity.NOTE: "note"}
    sums = " and ".join(format_count(levels[level], noun[level]) for level in noun if levels[level])
    places = format_count(len({f.path for f in findings}), "file")
    room = MOST_LINES - 2  # the first line and the last
    shown = groups if len(groups) <= room else groups[: room - 1]
    lines = [f"{sums} in {places}; none stops the build."]
    for level, code in shown:
        lines.append(_describe(first[level, code], counts[level, code], noun[level], paint))
    if len(groups) > len(shown):
        rest = sum(counts[group] for group in groups[len(shown) :])
        lines.append(f"{rest:5}  of {len(groups) - len(shown)} other codes")
    return [
        *lines,
        "All of them: policybook check --all. Of one code: policybook check --code CODE",
    ]


def _describe(finding: Finding, count: int, noun: str, paint: Paint) -> str:
    """Return a code's line: how many findings, and the first of them, cut to a line's width."""
    words = f"{noun}s" if count != 1 else noun
    example = f"{finding.path}:{finding.line}: {finding.message}"
    head = f"{count:5} {words:8}  {finding.code}  "
    room = max(_WIDTH - len(head), 20)
    example = escape_invisible(example if len(example) <= room else f"{example[: room - 1]}…")
    level = paint(f"{count:5} {words:8}", finding.severity)
    return f"{level}  {paint(finding.code, 'code')}  {example}"
