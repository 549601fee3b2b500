"""The structure of a text: one title, ordered headings, words under each."""

from collections.abc import Iterator
from datetime import date

from policybook.model import Clause, Group, Library, Section, Version, timeline
from policybook.model.findings import Finding, Severity
from policybook.reading import markdown_parser

#: The address of this family of checks below `/help/checks/`.
NAME = "text"


#: Longer texts need sections. In words: half a page.
_MOST_WORDS_WITHOUT_SECTIONS = 300


def _walk_versions(library: Library) -> Iterator[Version]:
    for policy in library.policies:
        yield from policy.versions
    yield from library.unsound


def text_is_not_empty(library: Library, today: date) -> Iterator[Finding]:
    """A version has a text, and so has each of its sections.

    Bad: front matter and nothing after it; a heading with nothing under it.
    Good: at least one section with a text.
    Remedy: Write the text, or remove the heading.
    Codes: empty-text, empty-heading, empty-section.
    """
    for version in _walk_versions(library):
        if timeline.removal(library, version):
            continue
        if version.facts.title and not any(_has_words(s) for s in version.sections):
            yield _make_finding(
                version,
                version.body_line,
                "empty-text",
                "the text is empty",
                "Write the policy below the front matter, with `##` headings.",
            )
            continue
        for section in version.sections:
            for line in _find_empty_headings(section):
                yield _make_finding(
                    version,
                    line,
                    "empty-heading",
                    "the heading is empty",
                    "Write the heading, or remove its ## signs.",
                )
            if section.title and not _has_words(section):
                yield _make_finding(
                    version,
                    section.lines[0],
                    "empty-section",
                    f"the section “{section.title}” has no text",
                    "Write its text, or remove the heading.",
                    Severity.WARNING,
                )


def _has_words(section: Section) -> bool:
    return any(isinstance(part, Clause) for part in section.parts)


def _find_empty_headings(section: Section) -> Iterator[int]:
    """Yield the lines of headings without words."""
    if section.number and not section.title:
        yield section.lines[0]
    yield from (p.lines[0] for p in section.parts if isinstance(p, Group) and not p.text.strip())


def text_has_one_title(library: Library, today: date) -> Iterator[Finding]:
    """The title is in the front matter. One `# Title` may repeat it.

    Bad: `# First` and `# Second` in one text.
    Good: headings that start at `##`.
    Remedy: Write `##` if it is a section's heading, or remove it.
    Protects: the page would lose the words of the heading.
    Codes: top-heading.
    """
    for version in _walk_versions(library):
        for number, (line, words) in enumerate(version.titles):
            if number or (
                version.facts.title and words.casefold() != version.facts.title.casefold()
            ):
                yield _make_finding(
                    version,
                    line,
                    "top-heading",
                    f"the top heading “{words}” (one #) is not the title in the front matter"
                    if not number
                    else f"there is a second top heading, “{words}” (one #)",
                    "Use ## for the headings of sections.",
                )


def long_texts_have_sections(library: Library, today: date) -> Iterator[Finding]:
    """A long text has sections, so that people can find and cite its rules.

    Bad: three pages without a line that starts with `## `.
    Good: `## Purpose`, `## Rules`, each with its text.
    Remedy: Write `## ` before each heading, with an empty line before and after it.
    Codes: no-sections.
    """
    for version in _walk_versions(library):
        if any(section.number for section in version.sections):
            continue
        words = len(version.text.split())
        if words > _MOST_WORDS_WITHOUT_SECTIONS:
            yield _make_finding(
                version,
                version.body_line,
                "no-sections",
                f"the text has {words} words and no section",
                "Write `## ` before each heading, with an empty line before and after it.",
            )


def headings_step_down(library: Library, today: date) -> Iterator[Finding]:
    """Headings go down one level at a time: `##`, then `###`.

    Bad: `####` straight after `##`.
    Good: `###` after `##`.
    Remedy: Remove the extra `#` signs.
    Codes: heading-level.
    """
    for version in _walk_versions(library):
        for section in version.sections:
            level = 2
            for part in section.parts:
                if isinstance(part, Group):
                    if part.level > level + 1:
                        yield _make_finding(
                            version,
                            part.lines[0],
                            "heading-level",
                            f"the heading “{part.text}” jumps from level {level} to level "
                            f"{part.level}",
                            f"Write `{'#' * (level + 1)} ` before it. It is then one level below "
                            "the heading above it.",
                        )
                    level = part.level


def nesting_is_readable(library: Library, today: date) -> Iterator[Finding]:
    """Lists and quotations are not nested too deep to follow or cite.

    Bad: a quotation within a quotation, forty times.
    Good: a list within a list, with a third level if necessary.
    Remedy: Write it as a list of one level, or as sentences.
    Protects: the page would lose words that are nested too deep.
    Codes: too-deep.
    """
    for version in _walk_versions(library):
        if version.too_deep is not None:
            yield _make_finding(
                version,
                version.too_deep,
                "too-deep",
                "lists or quotations are nested too deep to read",
                "Write it as a list of one level, or as sentences.",
            )


def passages_are_short_enough(library: Library, today: date) -> Iterator[Finding]:
    """Paragraphs, tables and texts are short enough to read and to build.

    Bad: a table of 3,000 columns; one paragraph as long as a book.
    Good: a policy of a hundred pages, in paragraphs.
    Remedy: Divide the passage, or the policy.
    Protects: the pages and the PDF would take too long to make.
    Codes: too-long.
    """
    for version in _walk_versions(library):
        if version.too_long is not None:
            yield _make_finding(
                version,
                version.too_long,
                "too-long",
                f"the text has more than {markdown_parser.LONGEST_PASSAGE:,} characters "
                f"in a paragraph, {markdown_parser.MOST_COLUMNS} columns in a table, "
                f"or {markdown_parser.MOST_PASSAGES:,} paragraphs and cells in total",
                "Divide the paragraph, the table or the policy.",
            )


def _make_finding(
    version: Version,
    line: int,
    code: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(
        path=version.path, line=line, severity=severity, code=code, message=message, remedy=remedy
    )
