"""The form of a text: headings in order, nothing unfinished, nothing that only another program would understand."""

import re
from collections.abc import Iterator
from datetime import date

from policybook import clauses
from policybook.findings import Finding, Severity
from policybook.model import ClauseKind, Group, Library, Version


def _every(library: Library) -> Iterator[Version]:
    for policy in library.policies:
        yield from policy.versions
    yield from library.unsound


def there_is_a_text(library: Library, today: date) -> Iterator[Finding]:
    """A version has words, and so has each of its sections.

    Bad: front matter and nothing after it; a heading with nothing under it.
    Good: at least one section with a text.
    """
    for version in _every(library):
        if version.facts.title and not any(s.parts for s in version.sections):
            yield _finding(
                version,
                version.body_line,
                "empty-text",
                "the text is empty",
                "Write the policy below the front matter, with `##` headings.",
            )
            continue
        for section in version.sections:
            if section.number and not section.title:
                yield _finding(
                    version,
                    section.lines[0],
                    "empty-heading",
                    "the heading is empty",
                    "Write its words, or remove the `##`.",
                )
            elif not section.parts:
                yield _finding(
                    version,
                    section.lines[0],
                    "empty-section",
                    f"the section “{section.title}” has no text",
                    "Write it, or remove the heading.",
                    Severity.WARNING,
                )


def one_title(library: Library, today: date) -> Iterator[Finding]:
    """The title stands in the front matter; one `# Title` that repeats it is allowed.

    Bad: `# First` and `# Second` in one text.
    Good: headings that start at `##`.
    """
    for version in _every(library):
        for number, (line, words) in enumerate(version.titles):
            if number or (version.facts.title and words.casefold() != version.facts.title.casefold()):
                yield _finding(
                    version,
                    line,
                    "top-heading",
                    f"the top heading “{words}” (one #) is not the title of the front matter"
                    if not number
                    else f"there is a second top heading, “{words}” (one #)",
                    "Use ## for the headings of sections.",
                )


def headings_step_down(library: Library, today: date) -> Iterator[Finding]:
    """Headings go down one level at a time: `##`, then `###`.

    Bad: `####` straight after `##`.
    Good: `###` after `##`.
    """
    for version in _every(library):
        for section in version.sections:
            level = 2
            for part in section.parts:
                if isinstance(part, Group):
                    if part.level > level + 1:
                        yield _finding(
                            version,
                            part.lines[0],
                            "heading-level",
                            f"the heading “{part.text}” jumps from level {level} to level {part.level}",
                            f"Use {'#' * (level + 1)}.",
                        )
                    level = part.level


def nesting_is_readable(library: Library, today: date) -> Iterator[Finding]:
    """Lists and quotations are not nested so deep that nobody could follow, or cite, them.

    Bad: a quotation within a quotation, forty times.
    Good: a list within a list, or a third level where it must be.
    """
    for version in _every(library):
        if version.too_deep is not None:
            yield _finding(
                version,
                version.too_deep,
                "too-deep",
                "lists or quotations are nested too deep to be read",
                "Write it flatter.",
            )


_UNFINISHED = (
    (
        re.compile(r"^(<{7}|={7}|>{7})( |$)"),
        "a mark of a merge conflict",
        "Keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    (
        re.compile(r"\{\+\+|\+\+\}|\{--|--\}|\{~~|~~\}|\{>>|<<\}"),
        "a mark of a tracked change",
        "Accept or refuse the change, and remove the marks.",
    ),
)


def no_unfinished_marks(library: Library, today: date) -> Iterator[Finding]:
    """No merge conflicts and no tracked changes are left in a text.

    Bad: `Phones are {--allowed--}{++banned++}.`
    Good: `Phones are banned.`
    """
    yield from _matches(library, "unfinished", _UNFINISHED, Severity.ERROR)


_FOREIGN = (
    (
        re.compile(r"^\s*-{1,2}8<-{1,2}"),
        "a snippet include (--8<--), which is not carried out",
        "Write the words here.",
    ),
    (
        re.compile(r"\{:[^}]*\}|\]\([^)]*\)\{[^}]*=[^}]*\}"),
        "an attribute list ({: …}), which is not allowed here and would stand on the page as it is",
        "Remove it.",
    ),
    (
        re.compile(r"^\s*(!!!|\?\?\?\+?)\s+\w+"),
        "an admonition (!!!), which would stand on the page as it is",
        "Write a heading or a paragraph.",
    ),
    (re.compile(r"^\s*===\s+\""), "a tab (===), which would stand on the page as it is", "Write a heading."),
    (
        re.compile(r"\{\{|\{%|%\}|\}\}"),
        "template code ({{ or {%), which is not carried out",
        "Write the words themselves.",
    ),
    (
        re.compile(r"^\[\^[^\]]+\]:|\[\^[^\]]+\]"),
        "a footnote ([^1]), which would stand on the page as it is",
        "Write the note into the text.",
    ),
    (re.compile(r"<!--"), "an HTML comment, which would be seen by everyone", "Remove it."),
    (
        re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s[^>]*)?/?>|<\?|<!\w"),
        "HTML, which is shown as text and never run",
        "Write it in Markdown, or remove it.",
    ),
)


def no_foreign_markup(library: Library, today: date) -> Iterator[Finding]:
    """A text is plain Markdown: no HTML and no markup of one program only.

    Bad: `<script>`, `{{ name }}`, `!!! note`, `--8<-- "file"`.
    Good: headings, paragraphs, lists, tables, emphasis, links, pictures.
    """
    yield from _matches(library, "foreign-markup", _FOREIGN, Severity.ERROR)
    for path, lines in (
        (s.path, [(st.line, st.text) for g in s.groups for st in g.statements])
        for v in _every(library)
        for s in v.summaries
    ):
        for line, words in lines:
            for pattern, what, remedy in _FOREIGN:
                if pattern.search(words):
                    yield Finding(
                        path=path, line=line, code="foreign-markup", message=f"the summary holds {what}", remedy=remedy
                    )
                    break


def _matches(
    library: Library, code: str, table: tuple[tuple[re.Pattern[str], str, str], ...], severity: Severity
) -> Iterator[Finding]:
    for version in _every(library):
        code_lines = {n for c in clauses.each(version.sections) if c.kind is ClauseKind.CODE for n in range(*c.lines)}
        for number, line in enumerate(version.text.split("\n"), version.body_line):
            if number in code_lines or len(line) > 100_000:
                continue
            bare = re.sub(r"<(https?://|mailto:)[^<>\s]+>|`[^`]*`", "", line)
            for pattern, what, remedy in table:
                if pattern.search(bare):
                    yield _finding(version, number, code, f"the text holds {what}", remedy, severity)
                    break


def tables_have_headers(library: Library, today: date) -> Iterator[Finding]:
    """A table has a header row, so that one who hears it knows what each column is.

    Bad: a table whose first line is `| | |`.
    Good: a table whose first line names its columns.
    """
    for version in _every(library):
        seen: set[int] = set()
        for clause in clauses.each(version.sections):
            if clause.table and clause.table not in seen:
                seen.add(clause.table)
                if not clause.header:
                    yield _finding(
                        version,
                        clause.lines[0],
                        "table-header",
                        "the table has no header row",
                        "Name its columns in the first line.",
                        Severity.WARNING,
                    )


def _finding(
    version: Version, line: int, code: str, message: str, remedy: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(path=version.path, line=line, severity=severity, code=code, message=message, remedy=remedy)
