"""Characters that the PDF cannot print. A font must have each character."""

from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import finding_at_line
from policybook.model import Finding, Library, Summary, Version
from policybook.text import printable


def characters_can_be_printed(library: Library, today: date) -> Iterator[Finding]:
    """The fonts for the PDF have every character of a text.

    Bad: a word in Chinese characters.
    Good: letters of European languages, Arabic and Urdu; common signs.
    Remedy: Write the word in other letters, or leave the sign out.
    Protects: the PDF of the text could not be made.
    Codes: no-glyph.
    """
    for version in library.walk_versions():
        yield from _check_version(version)
        for summary in version.summaries:
            yield from _check_summary(summary)


def _check_version(version: Version) -> Iterator[Finding]:
    if printable.find_unsupported(version.text):
        for number, line in enumerate(version.text.split("\n"), version.body_line):
            yield from _check_line(version.path, number, line)
    facts = version.facts
    words = (facts.title, facts.owner, facts.approved_by or "", facts.minute or "", *facts.changes)
    yield from _check_line(version.path, facts.lines.get("title", 1), " ".join(words))


def _check_summary(summary: Summary) -> Iterator[Finding]:
    for group in summary.groups:
        yield from _check_line(summary.path, group.line, group.title)
        for statement in group.statements:
            yield from _check_line(summary.path, statement.line, statement.text)


def _check_line(path: str, number: int, line: str) -> Iterator[Finding]:
    for character in sorted(printable.find_unsupported(line.replace("\t", " "))):
        yield finding_at_line(
            path,
            number,
            "no-glyph",
            f"no font for the PDF has the character U+{ord(character):04X} “{character}”",
            "Write the word in other letters, or leave the sign out.",
        )
