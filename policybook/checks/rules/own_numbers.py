"""Numbers of its own: a policy that brings its numbers has each of them once."""

import re
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from policybook.analysis import integrity
from policybook.model import Group, Library, Numbering, Version
from policybook.model.findings import Finding, Severity
from policybook.reading import clauses

#: The address of this family of checks below `/help/checks/`.
NAME = "own-numbers"

_WHOLE = re.compile(r"[1-9]\d{0,2}(?:\.[1-9]\d{0,2})*")


def own_numbers_are_unique(library: Library, today: date) -> Iterator[Finding]:
    """With `numbering: own`, each rule has a number, and no two have the same.

    Bad: `4.2 Staff must ask.` and later `4.2 Pupils must ask.`
    Good: `4.2 Staff must ask.` and `4.3 Pupils must ask.`
    Remedy: Give the second rule its own number. If the rules have none, remove
    `numbering: own`.
    Codes: own-number.
    """
    for version in integrity.unrecorded_versions(library):
        if version.facts.numbering is Numbering.OWN:
            yield from _check_numbers(version)


def own_numbers_have_no_gap(library: Library, today: date) -> Iterator[Finding]:
    """With `numbering: own`, no number is left out: the rule may have lost it.

    Bad: `4.2 Staff must ask.`, `Pupils must ask.`, `4.4 Parents may ask.`
    Good: `4.2 Staff must ask.`, `4.3 Pupils must ask.`, `4.4 Parents may ask.`
    Remedy: Put the number back before its rule. If the school left it out on purpose, leave
    the text as it is.
    Codes: own-number-gap.
    """
    for version in integrity.unrecorded_versions(library):
        if version.facts.numbering is Numbering.OWN:
            yield from _find_gaps(version)


def _find_gaps(version: Version) -> Iterator[Finding]:
    """Yield a finding for each number that comes more than one after the last of its kind."""
    last: dict[str, int] = {}
    for number, line in _list_whole_numbers(version):
        head, _, end = number.rpartition(".")
        before = last.get(head)
        last[head] = int(end)
        if before is not None and int(end) > before + 1:
            missing = f"{head}.{before + 1}".removeprefix(".")
            yield Finding(
                path=version.path,
                line=line,
                severity=Severity.NOTE,
                code="own-number-gap",
                message=f"the number {missing} is not there, and {number} is",
                remedy=f"If a rule lost the number {missing}, write it at the start of that rule. "
                "If the school left the number out on purpose, leave the text as it is.",
            )


def _list_whole_numbers(version: Version) -> Iterator[tuple[str, int]]:
    """Yield the numbers such as 4 and 4.2, each with its line, in reading order."""
    for section in version.sections:
        rows = [(section.label, section.lines[0])]
        rows += [(p.number, p.lines[0]) for p in section.parts if not isinstance(p, Group)]
        rows += [(p.number, p.lines[0]) for p in section.parts if isinstance(p, Group)]
        yield from (row for row in sorted(rows, key=itemgetter(1)) if _WHOLE.fullmatch(row[0]))


def _check_numbers(version: Version) -> Iterator[Finding]:
    places: dict[str, int] = {}
    every = [c for c in clauses.walk_sections(version.sections) if c.number]
    for clause in (c for c in every if "¶" not in c.number):
        first = places.setdefault(clause.number, clause.lines[0])
        if first != clause.lines[0]:
            yield _make_finding(
                version,
                clause.lines[0],
                f"the number {clause.number} is in line {first} already",
            )
    typed = [clause.typed for clause in every]
    for section in version.sections:
        typed.append(section.typed)
        typed += [part.typed for part in section.parts if isinstance(part, Group)]
    if every and not any(typed):
        line = version.facts.lines.get("numbering", 1)
        yield _make_finding(version, line, "no rule of the text has a number of its own")


def _make_finding(version: Version, line: int, message: str) -> Finding:
    return Finding(
        path=version.path,
        line=line,
        code="own-number",
        message=message,
        remedy="Number the rules at their start, such as `4.2 Staff must ask.`, each once. "
        "Or remove the line `numbering: own`: then Policybook numbers the rules.",
    )
