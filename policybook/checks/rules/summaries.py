"""Summaries: each statement names the clause that it explains, and the clause exists."""

import itertools
from collections.abc import Iterator
from datetime import date
from math import ceil

from policybook.analysis import stale_summaries
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Library, Reader, Standing, Statement, Summary, Version, timeline
from policybook.model.findings import Finding
from policybook.reading.summaries import NUMBER
from policybook.reading.texts import clauses
from policybook.text.quotations import quote_start

#: Lines on the two sides of the sheet of a summary beside all else that is on it, and lines of
#: a heading. Measured with statements of one line, on 30 November 2026.
_SHEET_LINES = {Reader.PARENTS: 92.0, Reader.PUPILS: 84.0}
_HEADING_LINES = {Reader.PARENTS: 2.5, Reader.PUPILS: 2.0}
#: Characters on such a line: more than nearly every line has, so that no sheet is called long
#: that is not.
_LINE_CHARACTERS = 84

_CURRENT = (Standing.CONSULTATION, Standing.UPCOMING, Standing.IN_FORCE)


def _walk_statements(library: Library) -> Iterator[tuple[Version, Summary, Statement]]:
    for version in library.walk_sound():
        for summary in version.summaries:
            yield from ((version, summary, statement) for statement in summary.statements)


def statements_cite_clauses(library: Library, today: date) -> Iterator[Finding]:
    """Every statement of a summary names the clause that it explains.

    Bad: `- You must be 13 to use apps like Instagram.`
    Good: `- You must be 13 to use apps like Instagram. [4.2]`
    Remedy: End the statement with the number of the clause that it explains, in square
    brackets.
    Codes: no-citation.
    """
    for _, summary, statement in _walk_statements(library):
        if not statement.cites:
            yield finding_at_line(
                summary,
                statement.line,
                "no-citation",
                f"the statement “{quote_start(statement.text)}” cites no clause",
                "End it with the number of the clause that it explains, such as [4.2].",
            )


def citations_exist(library: Library, today: date) -> Iterator[Finding]:
    """A summary cites only clauses that are in the version.

    Bad: `[9.9]` where the policy ends with section 6.
    Good: the number that the policy's page shows beside the clause.
    Remedy: Look the number up on the policy's page. It is beside the clause.
    Protects: a parent who follows the number must find the rule.
    Codes: citation.
    """
    for version, summary, statement in _walk_statements(library):
        numbers = {c.number for c in clauses.walk_sections(version.sections)}
        for cite in statement.cites:
            if NUMBER.fullmatch(cite) and cite not in numbers:
                last = version.sections[-1].number if version.sections else 0
                suggestion = _suggest_citation(library, version, summary, statement, cite)
                yield finding_at_line(
                    summary,
                    statement.line,
                    "citation",
                    f"the citation [{cite}] names no clause of version {version.name}",
                    suggestion
                    or f"Use a clause number from the policy's page. The last section is {last}.",
                )


def _suggest_citation(
    library: Library, version: Version, summary: Summary, statement: Statement, cite: str
) -> str:
    """Return a remedy with the clause's new number; empty if it is not known.

    The clause is the one that the same statement cited in the version before.
    """
    policy = next(p for p in library.policies if p.name == version.policy)
    old = timeline.predecessor(policy, version)
    old_summaries = (
        s
        for s in (old.summaries if old else ())
        if (s.reader, s.language) == (summary.reader, summary.language)
    )
    old_summary = next(old_summaries, None)
    new_numbers = (
        stale_summaries.VersionPair(old, version).suggest_citations(
            old_summary, summary, statement, cite
        )
        if old and old_summary
        else ()
    )
    numbers = " ".join(f"[{n}]" for n in new_numbers)
    if old and new_numbers:
        return f"Write {numbers}. The same statement cited this clause in version {old.name}."
    return ""


def next_version_has_summaries(library: Library, today: date) -> Iterator[Finding]:
    """If a version has a summary for a reader, the next version has one too.

    Bad: 2026-11 has a summary for parents, and 2027-01, in consultation, has none.
    Good: each version has its own summary for parents.
    Remedy: Copy the summary of the earlier version. Read each statement again, and
    correct its numbers.
    Codes: summary-missing.
    """
    for policy in library.policies:
        for old, version in itertools.pairwise(policy.versions):
            if timeline.standing(policy, version, today) not in _CURRENT:
                continue
            old_readers, new_readers = (
                {s.reader for s in v.summaries if not s.language} for v in (old, version)
            )
            for reader in sorted(old_readers - new_readers):
                yield report_warning(
                    version,
                    1,
                    "summary-missing",
                    f"version {old.name} has a summary for {reader}, but this one does not",
                    f"Write {version.name}.{reader}.md. You can start from the summary of "
                    f"{old.name}.",
                )


def summaries_fit_one_sheet(library: Library, today: date) -> Iterator[Finding]:
    """A summary has room on the two sides of one sheet of A4, in type of 12 points.

    A summary that is a little too long is not found, because letters differ in width.

    Bad: a summary for parents with a hundred sentences.
    Good: the ten or fifteen sentences that matter most to its readers.
    Remedy: Keep what its readers must do, never do, and whom to tell. The policy has the
    rest.
    Codes: summary-long.
    """
    for _policy, version, standing in timeline.live_versions(library, today):
        for summary in version.summaries if standing in _CURRENT else ():
            # The fewest lines that it takes.
            headings = sum(1 for group in summary.groups if group.title)
            words = sum(ceil(len(s.text) / _LINE_CHARACTERS) for s in summary.statements)
            lines = words + headings * _HEADING_LINES[summary.reader]
            room = _SHEET_LINES[summary.reader]
            if lines > room:
                yield report_warning(
                    summary,
                    1,
                    "summary-long",
                    f"this summary does not fit on the two sides of a sheet of A4: it has about "
                    f"{ceil(lines)} lines in type of 12 points, and there is room for {room:.0f}",
                    "Shorten it. Keep what its readers must do, and whom to tell.",
                )
