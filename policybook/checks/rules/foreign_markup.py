"""Unfinished text and foreign markup. A page would show both as they are."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from policybook.analysis.open_points import is_open_point
from policybook.checks import foreign_forms, leftovers, loose_emphasis
from policybook.model import ClauseKind, Library, Status, Summary, Version
from policybook.model.findings import Finding, Severity
from policybook.reading.texts import clauses
from policybook.reading.texts.markdown_parser import LONGEST_PASSAGE

#: The address of this family of checks below `/help/checks/`.
NAME = "foreign"

#: Addresses in angle brackets, and code.
_IGNORED = re.compile(r"<(https?://|mailto:)[^<>\s]+>|`[^`]*`")


def text_has_no_edit_marks(library: Library, today: date) -> Iterator[Finding]:
    """A text has no merge conflicts, tracked changes, struck-through or highlighted words.

    Bad: `Phones are {--allowed--}{++banned++}.`, `~~allowed~~`, `==allowed==`.
    Good: `Phones are banned.`
    Remedy: Decide which words stay. Remove the other words and all the marks.
    Codes: unfinished.
    """
    yield from _report_leftovers(library, "unfinished")


def fields_are_filled_in(library: Library, today: date) -> Iterator[Finding]:
    """A text has nothing that a program should have replaced: fields, formulas, broken letters.

    Bad: `See section Error! Reference source not found.`, `{ PAGE }`, `donâ€™t`.
    Good: `See section 4.2.`, `don’t`.
    Remedy: Write the words that belong there.
    Codes: broken-field.
    """
    yield from _report_leftovers(library, "broken-field")


def placeholders_are_replaced(library: Library, today: date) -> Iterator[Finding]:
    """A text has no placeholders when people read it. In a draft, one gives a warning.

    A place to fill in, such as `[name]`, is a warning: a form may need it.

    Bad: `Ask [insert name].`, `TODO`, `xx/xx/2026`, the words that a new draft starts with.
    Good: `Ask the headteacher.`
    Remedy: Replace the placeholder with your own words, or remove it.
    Codes: placeholder.
    """
    yield from _report_leftovers(library, "placeholder")


def _report_leftovers(library: Library, code: str) -> Iterator[Finding]:
    """Yield the leftovers of one code in everything that people read."""
    for version in library.walk_versions():
        is_draft = version.facts.status is Status.DRAFT
        rows = leftovers.rows_for(version.text, code)
        names = leftovers.find_names(version.text)
        for path, line, words, is_text in _read_public_lines(version, bool(rows)):
            line_rows = rows if is_text else leftovers.rows_for(words, code)
            for match, row in leftovers.find_leftovers(words, line_rows, names):
                weighs = row.is_sure and (not is_draft or code == "unfinished")
                yield Finding(
                    path=path,
                    line=line,
                    severity=Severity.ERROR if weighs else Severity.WARNING,
                    code=code,
                    message=f"“{match}” is {row.what}",
                    remedy=row.remedy,
                )


def open_points_are_decided(library: Library, today: date) -> Iterator[Finding]:
    """Open points are decided before the text is approved. In a proposed text, they give a note.

    Bad: `- "To be confirmed by the school: who holds the passwords."` among the
    `changes` of a text that is to be approved.
    Good: the name in the text, and no such line.
    Remedy: Write down what was decided, or remove the point.
    Codes: undecided.
    """
    recorded = library.recorded
    for version in library.walk_versions():
        if version.key in recorded:
            continue
        is_proposed = version.facts.is_undecided
        matches = [
            (path, line, words)
            for path, line, words, _ in _read_public_lines(version, with_text=True)
            if is_open_point(words)
        ]
        for path, group in groupby(matches, key=lambda match: match[0]):
            points = list(group)
            count = "one point is" if len(points) == 1 else f"{len(points)} points are"
            ending = ":" if len(points) == 1 else ", the first:"
            words = points[0][2].split()
            excerpt = " ".join(words[:16]) + (" …" if len(words) > 16 else "")
            yield Finding(
                path=path,
                line=points[0][1],
                severity=Severity.NOTE if is_proposed else Severity.ERROR,
                code="undecided",
                message=f"{count} still to be confirmed{ending} “{excerpt}”",
                remedy="Before the approval, write down what was decided, or remove it.",
            )


def _read_public_lines(version: Version, with_text: bool) -> Iterator[tuple[str, int, str, bool]]:
    """Yield path, line number and words of all that people read, and if they are of the text."""
    lines = version.facts.lines
    yield version.path, lines.get("title", 1), version.facts.title, False
    for words in version.facts.changes:
        yield version.path, lines.get("changes", 1), words, False
    if with_text:
        for number, line in _read_text_lines(version):
            yield version.path, number, line, True
    for summary in version.summaries:
        for number, words in _read_summary_lines(summary):
            yield summary.path, number, words, False


def markup_is_plain_markdown(library: Library, today: date) -> Iterator[Finding]:
    """A text is plain Markdown: no HTML, and no markup of another program.

    Bad: `<script>`, `{{ name }}`, `!!! note`, `--8<-- "file"`.
    Good: headings, paragraphs, lists, tables, emphasis, links, pictures.
    Remedy: Write it in plain Markdown, or remove it. The page would show HTML as words,
    and never run it.
    Codes: foreign-markup.
    """
    for version in library.walk_versions():
        if _may_match(version.text):
            for number, line in _read_text_lines(version):
                yield from _report_first_match(version.path, number, "text", line)
        for summary in version.summaries:
            for number, words in _read_summary_lines(summary):
                if _may_match(words):
                    yield from _report_first_match(summary.path, number, "summary", words)


def _may_match(text: str) -> bool:
    return any(sign in text for sign in foreign_forms.SIGNS)


def emphasis_is_closed(library: Library, today: date) -> Iterator[Finding]:
    r"""Signs of bold and italic words are directly before the first word and after the last.

    Otherwise they stay on the page as signs.

    Bad: `**Note: the text **`, `**Staff must sign in.`
    Good: `**Note:** the text`, `Fees\*\* are due.`
    Remedy: Write the signs directly before the first word and directly after the last one. If
    a sign is part of the text, write a backslash before it.
    Codes: emphasis.
    """
    for version in library.walk_versions():
        for number, words in loose_emphasis.find_signs(version):
            yield Finding(
                path=version.path,
                line=number,
                severity=Severity.WARNING,
                code="emphasis",
                message=f"the page would show the signs of bold or italic words in “{words}”",
                remedy="For bold words, write ** directly before the first word and directly after "
                "the last one, in one paragraph. If the signs are part of the text, write a "
                "backslash before each: \\*\\*.",
            )


def _read_text_lines(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that are not code."""
    every = list(clauses.walk_text(version))
    code_lines = {n for c in every if c.kind is ClauseKind.CODE for n in range(*c.lines)}
    clause_lines = {n for c in every for n in range(*c.lines)} if "]:" in version.text else set()
    for number, line in enumerate(version.text.split("\n"), version.body_line):
        # A line in no clause gives the address of a link.
        is_address = line.lstrip().startswith("[") and "]:" in line and number not in clause_lines
        if number not in code_lines and not is_address and len(line) <= LONGEST_PASSAGE:
            yield number, _IGNORED.sub("", line)


def _read_summary_lines(summary: Summary) -> Iterator[tuple[int, str]]:
    for group in summary.groups:
        yield group.line, group.title
        yield from ((s.line, s.text) for s in group.statements)


def _report_first_match(path: str, number: int, noun: str, words: str) -> Iterator[Finding]:
    form = next((form for form in foreign_forms.FORMS if form.pattern.search(words)), None)
    if form:
        yield Finding(
            path=path,
            line=number,
            severity=Severity.ERROR if form.is_sure else Severity.WARNING,
            code="foreign-markup",
            message=f"the {noun} contains {form.what}",
            remedy=form.remedy,
        )
