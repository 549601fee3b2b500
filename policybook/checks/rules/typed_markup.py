"""Text pasted from a word processor: bullets, letters, headings, tables and numbers.

They were typed as characters, so the pages do not show them as lists, headings or
tables. A text in the record of approvals keeps its form: there these faults are warnings,
and typed numbers and letters are not named.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from policybook.analysis import integrity
from policybook.checks import line_faults, typed_letters, typed_numbers, typed_tables
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import ClauseKind, Finding, Library, Numbering, Version
from policybook.reading.texts import clauses

#: A text with more typed numbers has numbering of its own, and one finding says so.
_FEW_NUMBERS = 5


def lists_and_headings_are_marked(library: Library, today: date) -> Iterator[Finding]:
    """A list item starts with `- ` and a heading with `## `, and an ordinary space.

    A typed bullet makes no list, and a bold line makes no heading. Neither does a mark
    with a non-breaking space after it.

    Bad: `• Bring a coat.`, `-Bring a coat.`, `##Purpose`, `**Purpose**` on a line of
    its own.
    Good: `- Bring a coat.`, `## Purpose`.
    Remedy: Replace the sign with a hyphen and a space, or with `##` and a space.
    `policybook check --fix` does this for you, except for bold lines.
    Codes: typed-bullet, typed-heading.
    """
    yield from _report_faults(library, code="typed-bullet")
    yield from _report_faults(library, code="typed-heading")


def lines_are_not_joined(library: Library, today: date) -> Iterator[Finding]:
    """An empty line separates a paragraph, a list or a table from the next.

    Otherwise a line runs into the rule, the item or the table above it.

    Bad: `- be heard` and, on the next line, `Parents are told.`; a line between two
    rules that has only a non-breaking space; `The steps are:` and then `2. Tell her.`
    Good: the same with an empty line between them.
    Remedy: Write an empty line before the line, if it is not part of the one above.
    Codes: joined-line.
    """
    yield from _report_faults(library, code="joined-line")


def headings_are_meant(library: Library, today: date) -> Iterator[Finding]:
    """A line of dashes directly below a sentence does not make it a heading.

    Dashes about as long as a few words above them are meant as a heading.

    Bad: `Pupils must hand in their phones before lessons.` and, on the next line, `---`;
    `Regards` and, on the next line, `--`.
    Good: the sentence, an empty line, then `---`.
    Remedy: Write an empty line before the dashes. Start a heading with `## `.
    Codes: accidental-heading.
    """
    yield from _report_faults(library, code="accidental-heading")


def lists_count_as_typed(library: Library, today: date) -> Iterator[Finding]:
    """An item is inside the item above it only if it is set in to that item's words.

    A list starts at 1, or continues the list before it.

    Bad: `1. Tell the teacher.` and, below it, `  - by phone`; a list that starts at `2.`
    Good: `   - by phone`, with three spaces; a list that starts at `1.`
    Remedy: Set the item in as the finding says. `policybook check --fix` does this for
    you. Add the items that are missing before the first number.
    Codes: list-indent, list-start.
    """
    yield from _report_faults(library, code="list-indent")
    yield from _report_faults(library, code="list-start")


def signs_are_marks_or_words(library: Library, today: date) -> Iterator[Finding]:
    r"""A number or sign at the start of a line is plainly a mark, or plainly a word.

    Markdown reads `15.`, `-`, `+`, `*` and `>` at the start of a line as marks.

    Bad: `15. school days` as the end of a sentence; `> 95% of pupils`; `- 18 degrees`.
    Good: `15\. school days`, `\> 95% of pupils`, `\- 18 degrees`; or the sentence on
    one line.
    Remedy: Write a backslash before the sign if it is part of the sentence. The finding
    says how to write it if it is a mark.
    Codes: start-of-line.
    """
    yield from _report_faults(library, code="start-of-line")


def code_ends(library: Library, today: date) -> Iterator[Finding]:
    """Computer code ends with the same signs that start it.

    Bad: a line of three backticks without a second one; the rest of the text is then
    code.
    Good: such a line before the code, and another one after it.
    Remedy: Delete the line, or write the second one.
    Codes: unclosed-fence.
    """
    yield from _report_faults(library, code="unclosed-fence")


def _report_faults(library: Library, code: str) -> Iterator[Finding]:
    """Yield the faults of one code. All codes come from one comparison of a text."""
    for version in library.walk_versions():
        # Without its front matter, a text starts with facts, no lines of a policy.
        cover_end = max((line.lines[1] for line in version.cover_lines), default=0)
        for fault in _find_faults(version) if version.body_line > 1 else ():
            if fault.code == code and (code != "typed-heading" or fault.line >= cover_end):
                yield finding_at_line(
                    version, fault.line, code, fault.message, fault.remedy, fault.severity
                )


@lru_cache(maxsize=256)
def _find_faults(version: Version) -> tuple[line_faults.LineFault, ...]:
    return tuple(line_faults.find_faults(version, version.text, version.body_line))


def tables_are_marked(library: Library, today: date) -> Iterator[Finding]:
    """A table has `|` between its cells, and a line of dashes under its first row.

    Bad: rows with `|` and no `|---|---|` under the first row; cells separated by tabs or by
    several spaces.
    Good: `| Who | What |`, then `|---|---|`, then the rows.
    Remedy: Put a `|` between the cells, and a line of dashes under the first row.
    Codes: typed-table.
    """
    for version in library.walk_versions():
        if not any(sign in version.text for sign in ("|", "\t", "   ")):
            continue
        for clause in clauses.walk_text(version):
            if not any(
                inner.kind in (ClauseKind.ROW, ClauseKind.CODE)
                for inner in clauses.walk_clause(clause)
            ):
                for fault in typed_tables.find_faults(version, clause):
                    yield finding_at_line(
                        version,
                        fault.line,
                        "typed-table",
                        fault.message,
                        fault.remedy,
                        fault.severity,
                    )


def numbers_are_not_typed(library: Library, today: date) -> Iterator[Finding]:
    """Policybook numbers sections and rules. A typed number would appear twice.

    Bad: `## 3. Purpose`, `3.6 Staff must ask.`, `- (a) a coat`.
    Good: `## Purpose`, `Staff must ask.`, `- a coat`.
    Remedy: Remove the number if it only counts. Keep it if it is part of the sentence,
    as in `2.5 hours`. If all rules have numbers of their own, write `numbering: own`.
    Codes: typed-number.
    """
    yield from _report_faults(library, code="typed-number")
    for version in integrity.unrecorded_versions(library):
        if version.facts.numbering is Numbering.OWN:
            continue
        numbers = list(typed_numbers.find_numbers(version))
        if len(numbers) > _FEW_NUMBERS:
            yield _report_own_numbers(version, numbers)
        else:
            yield from (_report_number(version, *number) for number in numbers)


def letters_are_not_typed(library: Library, today: date) -> Iterator[Finding]:
    """A list item starts with `- `, not with a typed letter.

    Typed letters make no list: the page joins their lines into one paragraph, or shows each as
    a paragraph.

    Bad: `a) keep a list` and, on the next line, `b) tell parents`.
    Good: `- keep a list`, `- tell parents`. Policybook adds the letters.
    Remedy: Replace each letter with a hyphen and a space, set in as the finding says.
    `policybook check --fix` does this if nothing refers to a letter.
    Codes: typed-letter.
    """
    for version in integrity.unrecorded_versions(library):
        lines = ["", *version.text.split("\n"), ""]
        for number, letter, remedy in typed_letters.find_letters(version):
            place = number - version.body_line + 1
            is_alone = not (lines[place - 1].strip() or lines[place + 1].strip())
            effect = (
                "shows it as a paragraph" if is_alone else "joins such lines into one paragraph"
            )
            message = f"the line starts with “{letter}”, which makes no list; the page {effect}"
            yield report_warning(version, number, "typed-letter", message, remedy)


def _report_number(version: Version, line: int, number: str, noun: str) -> Finding:
    message = f"the {noun} starts with “{number}”, and Policybook adds its own number"
    return report_warning(
        version, line, "typed-number", message, f"If “{number}” is only its number, remove it."
    )


def _report_own_numbers(version: Version, numbers: Sequence[tuple[int, str, str]]) -> Finding:
    """Return one finding for a text in which many headings and rules have a typed number."""
    line, first, noun = numbers[0]
    message = (
        f"{len(numbers)} headings and rules start with numbers, this {noun} with “{first}”, and "
        "Policybook adds its own"
    )
    remedy = (
        "Write `numbering: own` in the front matter, and the page shows the numbers as they are "
        "typed, and no others. Or remove them all."
    )
    return report_warning(version, line, "typed-number", message, remedy)


def text_is_not_indented(library: Library, today: date) -> Iterator[Finding]:
    """A paragraph starts at the margin.

    Four spaces or a tab before it would make it computer code.

    Bad: a paragraph with a tab before its first word.
    Good: the same paragraph at the margin.
    Remedy: Remove the spaces or the tab before its first word.
    Codes: indented.
    """
    yield from _report_faults(library, code="indented")
