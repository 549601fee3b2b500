"""The structure of a text: one title, ordered headings, words under each."""

import re
from collections.abc import Iterator
from datetime import date

from policybook.checks.empty_items import find_empty_items
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Clause, Finding, Library, Numbering, Section, Severity, timeline
from policybook.reading.texts import clauses, markdown_parser

_FIGURE = r"\d{1,2}|[ivx]{2,5}|one|two|three|four|five|six|seven|eight|nine|ten"
_APPENDIX_FIGURE = re.compile(
    rf"(appendix|annexe?|schedule)\s+({_FIGURE})(?![\w’'])", re.IGNORECASE
)
_QUOTED_HEADING = re.compile(r"\s*>")
_TWO_MARKS = re.compile(r"[\s>]*([-*+]|\d{1,9}[.)])\s+([-*+]|\d{1,9}[.)])\s+\S")
#: Longer texts need sections. In words: half a page.
_MOST_WORDS_WITHOUT_SECTIONS = 300


def text_is_not_empty(library: Library, today: date) -> Iterator[Finding]:
    """A version has a text, and so has each of its sections.

    Bad: front matter and nothing after it; a heading with nothing under it.
    Good: at least one section with a text.
    Remedy: Write the text, or remove the heading.
    Codes: empty-text, empty-heading, empty-section.
    """
    for version in library.walk_versions():
        if timeline.removal(library, version):
            continue
        if version.facts.title and not any(_has_words(s) for s in version.sections):
            yield finding_at_line(
                version,
                version.body_line,
                "empty-text",
                "the text is empty",
                "Write the policy below the front matter, with `##` headings.",
            )
            continue
        for section in version.sections:
            for line in _find_empty_headings(section):
                yield finding_at_line(
                    version,
                    line,
                    "empty-heading",
                    "the heading is empty",
                    "Write the heading, or remove its ## signs.",
                )
            if section.title and not _has_words(section):
                yield report_warning(
                    version,
                    section.lines[0],
                    "empty-section",
                    f"the section “{section.title}” has no text",
                    "Write its text, or remove the heading.",
                )


def _has_words(section: Section) -> bool:
    return any(isinstance(part, Clause) for part in section.parts)


def _find_empty_headings(section: Section) -> Iterator[int]:
    """Yield the lines of headings without words."""
    if section.number and not section.title:
        yield section.lines[0]
    yield from (group.lines[0] for group in section.groups if not group.text.strip())


def text_has_one_title(library: Library, today: date) -> Iterator[Finding]:
    """The title is in the front matter. One `# Title` may repeat it.

    Bad: `# First` and `# Second` in one text.
    Good: headings that start at `##`.
    Remedy: Write `##` if it is a section's heading, or remove it.
    Protects: the page would lose the words of the heading.
    Codes: top-heading.
    """
    for version in library.walk_versions():
        lines = version.text.split("\n")
        for number, (line, words) in enumerate(version.titles):
            if number or (
                version.facts.title and words.casefold() != version.facts.title.casefold()
            ):
                is_marked = lines[line - version.body_line].lstrip(" >").startswith("#")
                remedy = (
                    "Write `## ` before the heading of a section. If “#” is part of the sentence, "
                    "write `\\#`."
                    if is_marked
                    else "For the heading of a section, write `## ` before its words, and delete "
                    "the line of =. If it is no heading, write an empty line before the signs."
                )
                yield finding_at_line(
                    version,
                    line,
                    "top-heading",
                    f"the top heading “{words}” is not the title in the front matter"
                    if not number
                    else f"there is a second top heading, “{words}”",
                    remedy,
                )


def long_texts_have_sections(library: Library, today: date) -> Iterator[Finding]:
    """A long text has sections, so that people can find and cite its rules.

    Bad: three pages without a line that starts with `## `.
    Good: `## Purpose`, `## Rules`, each with its text.
    Remedy: Write `## ` before each heading, with an empty line before and after it.
    Codes: no-sections.
    """
    for version in library.walk_versions():
        if any(section.number for section in version.sections):
            continue
        words = len(version.text.split())
        if words > _MOST_WORDS_WITHOUT_SECTIONS:
            yield finding_at_line(
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
    for version in library.walk_versions():
        for section in version.sections:
            level = 2 if section.number else 1
            for part in section.groups:
                if part.level > max(level, 2) + 1:
                    yield finding_at_line(
                        version,
                        part.lines[0],
                        "heading-level",
                        f"the heading “{part.text}” jumps from level {level} to level {part.level}",
                        f"Write `{'#' * (level + 1)} ` before it."
                        + (" It is then one level below the heading above it." * (level > 1)),
                    )
                level = part.level


def appendices_have_their_own_letter(library: Library, today: date) -> Iterator[Finding]:
    """Each appendix has a letter of its own, and its rules count with it: A.1.

    An appendix with a figure counts like any other section, so its rules may be 3.1, 3.2.

    Bad: two headings `## Appendix A: Forms` and `## Appendix A: Maps`; `## Appendix 1: Forms`
    as the third section.
    Good: `## Appendix A: Forms`, `## Appendix B: Maps`.
    Remedy: Give each appendix the next letter, and change the references to it. You can leave
    the figure if nothing refers to the rules of the appendix.
    Codes: appendix-twice, appendix-figure.
    """
    for version in library.walk_versions():
        lines: dict[str, int] = {}
        for section in version.sections if version.facts.numbering is not Numbering.OWN else ():
            if not section.label.isdigit() and section.label in lines:
                message = (
                    f"the appendix {section.label} begins in line {lines[section.label]} already, "
                    f"so two rules would have the number {section.label}.1"
                )
                remedy = "Give this one the next letter, and change the references to it."
                yield finding_at_line(version, section.lines[0], "appendix-twice", message, remedy)
            lines.setdefault(section.label, section.lines[0])
            match = _APPENDIX_FIGURE.match(section.title)
            if match and section.label.isdigit() and section.label != match[2]:
                message = (
                    f"“{match[0]}” is section {section.label}, so its rules have the numbers "
                    f"{section.label}.1, {section.label}.2 and so on"
                )
                remedy = (
                    f"With a letter, as in “{match[1]} A”, its rules are A.1, A.2. Change the "
                    "references to it too. Or leave it, if nothing refers to its rules."
                )
                line, level = section.lines[0], Severity.NOTE
                yield finding_at_line(version, line, "appendix-figure", message, remedy, level)


def headings_are_not_inside_blocks(library: Library, today: date) -> Iterator[Finding]:
    """A heading stands alone: neither inside a quotation nor inside an item.

    Bad: `> ## Our promise`, which starts a section of the policy.
    Good: `> **Our promise**`.
    Remedy: Write bold words if the heading belongs to the quotation. Otherwise remove `>`.
    Codes: quoted-heading.
    """
    for version in library.walk_versions():
        lines = version.text.split("\n")
        headings = [(s.lines[0], s.title) for s in version.sections if s.number]
        headings += [(g.lines[0], g.text) for s in version.sections for g in s.groups]
        for number, title in headings:
            if _QUOTED_HEADING.match(lines[number - version.body_line]):
                message = f"the heading “{title}” is inside a quotation, but it divides the policy"
                remedy = (
                    "If it belongs to the quotation, write its words in bold instead of `#` signs. "
                    "If not, remove the sign `>` before it."
                )
                yield report_warning(version, number, "quoted-heading", message, remedy)


def items_have_words(library: Library, today: date) -> Iterator[Finding]:
    """An item of a list has one mark, and its words follow.

    With two marks, readers see an empty item with another item inside it.

    Bad: `- 1. Bring a coat.`; `2.` alone, between `1. Ask.` and `3. Wait.`
    Good: `1. Bring a coat.`, or `- Bring a coat.`
    Remedy: Leave out one of the marks. A backslash shows a number as words: `- 1\\. …`. Write
    the words of an item that has none, or remove its line.
    Codes: empty-item.
    """
    for version in library.walk_versions():
        lines = version.text.split("\n")
        for clause in clauses.walk_sections(version.sections):
            source = lines[clause.lines[0] - version.body_line]
            match = _TWO_MARKS.match(source)
            is_outer = match and clause.children and clause.children[0].lines[0] == clause.lines[0]
            if match and is_outer and clause.text.strip() in ("", match[1]) and not clause.typed:
                message = (
                    f"“{match[1]} {match[2]}” are two marks, so the page shows an empty item with "
                    "another one inside it"
                )
                remedy = _say_how_to_write_one(match[1], match[2])
                yield report_warning(version, clause.lines[0], "empty-item", message, remedy)
        for line, mark in find_empty_items(version):
            message = f"the item “{mark}” has no words, so the page shows an empty one"
            remedy = "Write its words, or remove the line."
            yield report_warning(version, line, "empty-item", message, remedy)


def _say_how_to_write_one(first: str, second: str) -> str:
    """Return the remedy for two marks. A number may be the policy's own, so no mark goes."""
    if first[:1].isdigit():
        escaped = f"{first[:-1]}\\{first[-1]} {second} …"
        return (
            f"If both are the policy’s own numbers, write `{escaped}`. If one only counts, leave "
            "that one out."
        )
    sign = second if second in "-*+" else second[-1]
    return (
        f"Leave out one of them: start the line with `{second} `, for example. If “{second}” is "
        f"part of the words, write a backslash: `{first} {second[: -len(sign)]}\\{sign} …`."
    )


def nesting_is_readable(library: Library, today: date) -> Iterator[Finding]:
    """Lists and quotations are not nested too deep to follow or cite.

    Bad: a quotation within a quotation, forty times.
    Good: a list within a list, with a third level if necessary.
    Remedy: Write it as a list of one level, or as sentences.
    Protects: the page would lose words that are nested too deep.
    Codes: too-deep.
    """
    for version in library.walk_versions():
        if version.too_deep is not None:
            yield finding_at_line(
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
    for version in library.walk_versions():
        if version.too_long is not None:
            yield finding_at_line(
                version,
                version.too_long,
                "too-long",
                f"the text has more than {markdown_parser.LONGEST_PASSAGE:,} characters "
                f"in a paragraph, {markdown_parser.MOST_COLUMNS} columns in a table, "
                f"or {markdown_parser.MOST_PASSAGES:,} paragraphs and cells in total",
                "Divide the paragraph, the table or the policy.",
            )
