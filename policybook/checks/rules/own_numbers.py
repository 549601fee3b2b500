"""Numbers of its own: a policy that brings its numbers has each of them once."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.model import Group, Library, Numbering, Version
from policybook.model.findings import Finding
from policybook.reading import clauses

#: The address of this family of checks below `/help/checks/`.
NAME = "own-numbers"


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
