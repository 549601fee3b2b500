"""Text pasted from a word processor: bullets, letters, headings, tables and numbers.

They were typed as characters, so the pages do not show them as lists, headings or
tables. These checks skip a text in the record of approvals, because its form cannot
change any more.
"""

import re
from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.model import Clause, ClauseKind, Group, Library, Numbering, Version
from policybook.model.findings import Finding, Severity
from policybook.reading import clauses
from policybook.text import typed_lists

#: The address of this family of checks below `/help/checks/`.
NAME = "pasted"

_BULLET = re.compile(r"\s*(?:([•·▪▫◦●○■□‣➢✓\uf0a7\uf0b7])\s*|([–—])\s+|(o)(?:\t| {2,})\s*)(?=\w)")
_TIGHT_HYPHEN = re.compile(r"\s*-(?=[^\W\d_])")
_TIGHT_HEADING = re.compile(r" {0,3}(#{1,6})(?=[^#\s])")
_BOLD_LINE = re.compile(r"\s{0,3}(\*\*|__)(?P<words>(?:(?!\1).)+)\1:?\s*")
#: A quick test of the whole text. Without a match, no line needs a closer look.
_SUSPECT = re.compile(
    "|".join(f"^(?:{p.pattern})" for p in (_BULLET, _TIGHT_HYPHEN, _TIGHT_HEADING))
    + r"|^\s{0,3}(?:\*\*|__)",
    re.MULTILINE,
)
_ROW = re.compile(r"\s*\|?[^|]+\|.*\|?[^|]*")
_TABBED = re.compile(r"\S\t+\S")
_NUMBER = re.compile(r"\d+(?:\.\d+)+[.)]?\s")
_LETTER_OF_AN_ITEM = re.compile(r"\(?[a-z]\)\s|\([ivx]+\)\s")
#: A tab after a letter or number of a list. It does not separate cells.
_FIRST_TAB = re.compile(r"\s*(?:\(?(?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+|\d+)[.)]|[-*+])\t+")
#: Lines to fill in by hand. Another check reports them.
_TO_FILL = re.compile(r"_{3,}|\.{4,}|…{2,}|^\s*(?:Signed|Signature)\b")
_HEADING_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?\s+(?=\S)")


def lists_and_headings_are_marked(library: Library, today: date) -> Iterator[Finding]:
    """A list item starts with `- ` and a heading with `## `.

    A typed bullet makes no list, and a bold line makes no heading.

    Bad: `• Bring a coat.`, `-Bring a coat.`, `##Purpose`, `**Purpose**` on a line of
    its own.
    Good: `- Bring a coat.`, `## Purpose`.
    Remedy: Replace the sign with a hyphen and a space, or with `##` and a space.
    `policybook check --fix` replaces bullets for you.
    Codes: typed-bullet, typed-heading.
    """
    for version in integrity.unrecorded_versions(library):
        if not _SUSPECT.search(version.text):
            continue
        code_lines = {
            n
            for c in clauses.walk_text(version)
            if c.kind is ClauseKind.CODE
            for n in range(*c.lines)
        }
        for number, line in enumerate(version.text.split("\n"), version.body_line):
            if number not in code_lines and len(line) < 10_000:
                yield from _check_line(version, number, line)


def _check_line(version: Version, number: int, line: str) -> Iterator[Finding]:
    if match := _BULLET.match(line):
        sign = next(group for group in match.groups() if group)
        message = (
            f"the line starts with “{sign}”, which makes no list; the page would show the sign"
        )
        yield _make_finding(
            version,
            number,
            "typed-bullet",
            message,
            "Start the item with a hyphen and a space, `- `.",
        )
    elif _TIGHT_HYPHEN.match(line):
        message = "a hyphen without a space after it makes no list"
        yield _make_finding(
            version, number, "typed-bullet", message, "Write a space after the hyphen: `- `."
        )
    elif match := _TIGHT_HEADING.match(line):
        message = f"“{line.strip()[:60]}” is not a heading: it has no space after {match[1]}"
        yield _make_finding(
            version, number, "typed-heading", message, f"Write a space after {match[1]}."
        )
    elif (match := _BOLD_LINE.fullmatch(line)) and not match["words"].rstrip().endswith(
        (".", "!", "?")
    ):
        message = (
            f"“{match['words'][:60]}” is bold text, not a heading, so it is not in the list of "
            "contents"
        )
        yield _make_finding(
            version,
            number,
            "typed-heading",
            message,
            "If it is a heading, write `## ` or `### ` before it.",
            Severity.WARNING,
        )


def tables_are_marked(library: Library, today: date) -> Iterator[Finding]:
    """A table has `|` between its cells, and a line of dashes under its first row.

    Bad: rows with `|` and no `|---|---|` under the first row; cells separated by tabs.
    Good: `| Who | What |`, then `|---|---|`, then the rows.
    Remedy: Put a `|` between the cells, and write the line of dashes under the first
    row.
    Codes: typed-table.
    """
    for version in integrity.unrecorded_versions(library):
        if "|" not in version.text and "\t" not in version.text:
            continue
        for clause in clauses.walk_text(version):
            if not any(
                inner.kind in (ClauseKind.ROW, ClauseKind.CODE)
                for inner in clauses.walk_clause(clause)
            ):
                yield from _check_rows(version, clause)


def _check_rows(version: Version, clause: Clause) -> Iterator[Finding]:
    first, stop = clause.lines
    lines = version.text.split("\n")[first - version.body_line : stop - version.body_line]
    rows = [line for line in lines if line.count("|") > 1 and _ROW.fullmatch(line)]
    if len(rows) > 1:
        message = (
            "these look like the rows of a table, but there is no line of dashes under the first "
            "row"
        )
        yield _make_finding(
            version,
            first,
            "typed-table",
            message,
            f"Write {'|---' * _count_cells(rows[0])}| under the first row.",
        )
        return
    for number, line in enumerate(lines, first):
        words = _FIRST_TAB.sub("", line).strip()
        if _TABBED.search(words) and not _BULLET.match(line) and not _TO_FILL.search(line):
            message = "tabs separate these words, and a page does not show tabs"
            remedy = (
                "For a table, write `|` between the cells and a line such as |---|---| under the "
                "first row. Otherwise replace each tab with a space."
            )
            yield _make_finding(version, number, "typed-table", message, remedy)


def _count_cells(row: str) -> int:
    return row.strip().strip("|").count("|") + 1


def numbers_are_not_typed(library: Library, today: date) -> Iterator[Finding]:
    """Policybook numbers sections and rules. A typed number would appear twice.

    Bad: `## 3. Purpose`, `3.6 Staff must ask.`, `- (a) a coat`.
    Good: `## Purpose`, `Staff must ask.`, `- a coat`.
    Remedy: Remove the number if it only counts. Keep it if it is part of the sentence,
    as in `2.5 hours`. If all rules have numbers of their own, write `numbering: own`.
    Codes: typed-number.
    """
    for version in integrity.unrecorded_versions(library):
        if version.facts.numbering is Numbering.OWN:
            continue
        for section in version.sections:
            headings = [(section.title, section.lines[0])] if section.number else []
            headings += [
                (part.text, part.lines[0]) for part in section.parts if isinstance(part, Group)
            ]
            for words, line in headings:
                if match := _HEADING_NUMBER.match(words):
                    yield _report_number(version, line, match[0].strip(), "heading")
        for clause in clauses.walk_text(version):
            if clause.kind is not ClauseKind.CODE and (match := _match_typed_number(clause)):
                yield _report_number(version, clause.lines[0], match[0].strip(), "rule")


def _match_typed_number(clause: Clause) -> re.Match[str] | None:
    """Return the match of a typed number.

    Another check looks for letters in a paragraph, line by line.
    """
    match = _NUMBER.match(clause.text)
    return match or (
        None if clause.kind is ClauseKind.PARAGRAPH else _LETTER_OF_AN_ITEM.match(clause.text)
    )


def letters_are_not_typed(library: Library, today: date) -> Iterator[Finding]:
    """A list item starts with `- `, not with a typed letter.

    Typed letters make no list: the page joins their lines into one paragraph.

    Bad: `a) keep a list` and, on the next line, `b) tell parents`.
    Good: `- keep a list`, `- tell parents`. Policybook adds the letters.
    Remedy: Replace each letter with a hyphen and a space. `policybook check --fix` does
    this if nothing refers to a letter.
    Codes: typed-letter.
    """
    for version in integrity.unrecorded_versions(library):
        lines = version.text.split("\n")
        runs = list(typed_lists.find_lists(lines))
        code_lines = (
            {
                n
                for c in clauses.walk_text(version)
                if c.kind is ClauseKind.CODE
                for n in range(*c.lines)
            }
            if runs
            else set()
        )
        for letter in (letter for run in runs for letter in run.letters):
            if (number := letter.line + version.body_line) not in code_lines:
                message = (
                    f"the line starts with “{letter.typed}”, which makes no list; the page joins "
                    "such lines into one paragraph"
                )
                remedy = "Replace the letter of each item with a hyphen and a space, `- `."
                yield _make_finding(
                    version, number, "typed-letter", message, remedy, Severity.WARNING
                )


def _report_number(version: Version, line: int, number: str, noun: str) -> Finding:
    message = f"the {noun} starts with “{number}”, and Policybook adds its own number"
    return _make_finding(
        version,
        line,
        "typed-number",
        message,
        f"If “{number}” is only its number, remove it.",
        Severity.WARNING,
    )


def text_is_not_indented(library: Library, today: date) -> Iterator[Finding]:
    """A paragraph starts at the margin.

    Four spaces or a tab before it would make it computer code.

    Bad: a paragraph with a tab before its first word.
    Good: the same paragraph at the margin.
    Remedy: Remove the spaces or the tab before its first word.
    Codes: indented.
    """
    for version in integrity.unrecorded_versions(library):
        lines = version.text.split("\n")
        for clause in clauses.walk_text(version):
            if clause.kind is ClauseKind.CODE:
                source = lines[clause.lines[0] - version.body_line].lstrip(" \t>")
                if not source.startswith(("```", "~~~")):
                    message = (
                        "the paragraph is indented, so the page would show it as computer code"
                    )
                    remedy = "Remove the spaces or the tab before its first word."
                    yield _make_finding(
                        version, clause.lines[0], "indented", message, remedy, Severity.WARNING
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
