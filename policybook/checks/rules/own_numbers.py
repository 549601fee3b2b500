"""Numbers of its own: a policy that brings its numbers has each of them once."""

import re
from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.checks.version_findings import finding_at_line, report_note, report_warning
from policybook.model import Clause, ClauseKind, Finding, Library, Numbering, Section, Version
from policybook.reading.texts import clauses, markdown
from policybook.text.ordinals import INSERTED
from policybook.text.quotations import quote_start

#: A number with points, in any form, and words that start a sentence.
_UNREAD = re.compile(
    r"(?:§\s?|\(|\[|(?i:rule|clause|section)\s)?\d{1,2}(?:\.\d{1,2})+"
    rf"(?:{INSERTED}|[a-z])?[)\]]?[.:)]?"
    r"(?=\s*[–—-]?\s+[A-Z“‘\"'])"
)
_LETTERED = re.compile(r"([A-Z])\d{1,2}(?:\.\d{1,2})*[.:)]?(?=\s+[A-Z“‘\"'])")
_TIME = re.compile(r"\d{1,2}\.\d\d")
_CELL = re.compile(r"([A-Z]|\d{1,2})(?:\.\d{1,2})+")
#: 19A is in the place of 19.
_WHOLE = re.compile(rf"([1-9]\d{{0,2}}(?:\.[1-9]\d{{0,2}})*)(?:{INSERTED}|[a-z])?")


def own_numbers_are_unique(library: Library, today: date) -> Iterator[Finding]:
    """With `numbering: own`, each rule has a number, and no two have the same.

    An appendix may count again, as the adopted text does. Then the finding is a warning.

    Bad: `4.2 Staff must ask.` and later `4.2 Pupils must ask.`
    Good: `4.2 Staff must ask.` and `4.3 Pupils must ask.`
    Remedy: Give the second rule its own number. If the rules have none, remove
    `numbering: own`.
    Codes: own-number.
    """
    for version in integrity.unrecorded_versions(library):
        if version.facts.numbering is Numbering.OWN:
            places: dict[str, tuple[int, str]] = {}
            every = [(s, c) for s in version.sections for c in clauses.walk_section(s) if c.number]
            for section, clause in ((s, c) for s, c in every if "¶" not in c.number):
                first, named = places.setdefault(clause.number, (clause.lines[0], section.id))
                is_own = section.label == re.split(r"[.(]", clause.number)[0]
                if first != clause.lines[0] and section.id != named and not is_own:
                    yield _report_restart(version, section, clause, first)
                elif first != clause.lines[0]:
                    yield _make_finding(
                        version,
                        section,
                        clause.lines[0],
                        f"the number {clause.number} is in line {first} already",
                    )
            if every and not any(part.typed for part in clauses.walk_parts(version)):
                line = version.facts.lines.get("numbering", 1)
                message = "no rule of the text has a number of its own"
                yield _make_finding(version, version.sections[0], line, message)


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
            last: dict[str, int] = {}
            for number, line in _list_whole_numbers(version):
                head, _, end = number.rpartition(".")
                before = last.get(head)
                last[head] = int(end)
                if before is not None and int(end) > before + 1:
                    missing = f"{head}.{before + 1}".removeprefix(".")
                    yield report_note(
                        version,
                        line,
                        "own-number-gap",
                        f"the number {missing} is not there, and {number} is",
                        f"If a rule lost the number {missing}, write it at the start of that rule. "
                        "If the school left the number out on purpose, leave the text as it is.",
                    )


def own_numbers_are_read(library: Library, today: date) -> Iterator[Finding]:
    """With `numbering: own`, what looks like the number of a rule is its number.

    A number keeps its place among the words if its form is another one, if it does not fit
    its section, or if it is in a table. Readers cannot cite the rule by it.

    Bad: `(3.2) Staff must ask.`, `§1.7 Staff must ask.`, `2.1 Staff must ask.` in section 3.
    Good: `3.2 Staff must ask.`
    Remedy: Write the number and a space before the words of the rule. If it is no number of a
    rule, leave the text as it is.
    Codes: own-number-unread.
    """
    for version in integrity.unrecorded_versions(library):
        if version.facts.numbering is Numbering.OWN:
            yield from _find_unread_numbers(version)


def _find_unread_numbers(version: Version) -> Iterator[Finding]:
    """Yield a finding for each clause that starts with a number which it does not have."""
    for section in version.sections:
        tables: set[int] = set()
        for clause in clauses.walk_section(section):
            if clause.kind in (ClauseKind.CODE, ClauseKind.NOTE) or clause.typed:
                continue
            if clause.kind is ClauseKind.ROW:
                words = markdown.plain_text(clause.cells[0]).strip() if clause.cells else ""
                match = _CELL.fullmatch(words)
                # One finding for each table.
                if not match or match[1] != section.label or clause.table in tables:
                    continue
                tables.add(clause.table)
            elif not (match := _match_unread(clause.text, section)):
                continue
            yield report_note(
                version,
                clause.lines[0],
                "own-number-unread",
                f"“{match[0].strip()}” looks like the number of a rule, but it is only "
                "part of its words",
                "If it is the rule’s number, write it with points and a space before the words, "
                f"outside a table and in the section of that number: {_make_example(section)} "
                "If not, leave it.",
            )


def _match_unread(words: str, section: Section) -> re.Match[str] | None:
    """Return the match of a number at the start of words.

    A letter with a figure, such as `A1`, counts only below a heading with that letter.
    """
    if match := _UNREAD.match(words):
        # 10.30 may be a time.
        is_time = _TIME.fullmatch(match[0]) and match[0].split(".")[0] != section.label
        return None if is_time else match
    match = _LETTERED.match(words)
    return match if match and re.search(rf"\b{match[1]}\b", section.label) else None


def _list_whole_numbers(version: Version) -> Iterator[tuple[str, int]]:
    """Yield the numbers such as 4 and 4.2, each with its line, in reading order."""
    for part in clauses.walk_parts(version):
        number = part.label if isinstance(part, Section) else part.number
        if match := _WHOLE.fullmatch(number):
            yield match[1], part.lines[0]


def _make_example(section: Section) -> str:
    """Return a rule with a number that is read in a section: `A.1 …` in section A."""
    head = re.search(r"\b(?:[A-Z]|\d{1,3})$", section.label)
    return f"`{head[0] if head else 1}.1 Staff must ask.`"


def _report_restart(version: Version, section: Section, clause: Clause, first: int) -> Finding:
    """Return the finding of a number that a section counts again, as an appendix may."""
    heading = version.text.split("\n")[section.lines[0] - version.body_line].strip("# ")
    return report_warning(
        version,
        clause.lines[0],
        "own-number",
        f"the number {clause.number} is in line {first} already, so a reference to it is no link",
        f"If the adopted text counts again in “{quote_start(heading)}”, leave it, and name "
        "that heading wherever you cite the rule. If not, give the rule its own number.",
    )


def _make_finding(version: Version, section: Section, line: int, message: str) -> Finding:
    return finding_at_line(
        version,
        line,
        "own-number",
        message,
        f"Number the rules at their start, such as {_make_example(section)}, each once. "
        "Or remove the line `numbering: own`: then Policybook numbers the rules.",
    )
