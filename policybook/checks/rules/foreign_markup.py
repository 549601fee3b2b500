"""Unfinished text and foreign markup. A page would show both as they are."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from policybook.model import ClauseKind, Library, Status, Summary, Version
from policybook.model.findings import Finding, Severity
from policybook.reading import clauses

#: The address of this family of checks below `/help/checks/`.
NAME = "foreign"

_MarkupTable = tuple[tuple[re.Pattern[str], str, str], ...]
#: Addresses in angle brackets, and code.
_IGNORED = re.compile(r"<(https?://|mailto:)[^<>\s]+>|`[^`]*`")


def _walk_versions(library: Library) -> Iterator[Version]:
    for policy in library.policies:
        yield from policy.versions
    yield from library.unsound


_UNFINISHED = (
    (
        re.compile(r"(^|\s)(<{7}|={7}|>{7})(\s|$)"),
        "a mark of a merge conflict",
        "Keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    (
        re.compile(r"\{\+\+|\+\+\}|\{--|--\}|\{~~|~~\}|\{>>|<<\}"),
        "a mark of a tracked change",
        "Accept or reject the change, and remove the marks.",
    ),
)
_PLACEHOLDER = re.compile(
    r"\bTODO\b|\bTBC\b|\bXXX+\b"
    r"|(?i:\[\s*(?:insert|add|name|date|school|enter)\b[^\]]*\](?!\()|lorem ipsum)"
    r"|Write the rules here, one sentence a line|Write in plain words what this rule means"
    r"|Say here what changes and why"
)
#: A quick test: without one of these, the pattern cannot match.
_SIGNS = (
    "TODO",
    "TBC",
    "XXX",
    "[",
    "orem ipsum",
    "OREM IPSUM",
    "Write the rules here",
    "Write in plain words",
    "Say here what",
)


def text_has_no_edit_marks(library: Library, today: date) -> Iterator[Finding]:
    """A text has no merge conflicts and no tracked changes.

    Bad: `Phones are {--allowed--}{++banned++}.`
    Good: `Phones are banned.`
    Remedy: Decide which words stay. Remove the other words and all the marks.
    Codes: unfinished.
    """
    yield from _find_markup(library, "unfinished", _UNFINISHED, ("<<<", "===", ">>>", "{", "}"))


def placeholders_are_replaced(library: Library, today: date) -> Iterator[Finding]:
    """A text has no placeholders when people read it. In a draft, one gives a warning.

    Bad: `Ask [insert name].`, `TODO`, the words that a new draft starts with.
    Good: `Ask the headteacher.`
    Remedy: Replace the placeholder with your own words, or remove it.
    Codes: placeholder.
    """
    for version in _walk_versions(library):
        severity = Severity.WARNING if version.facts.status is Status.DRAFT else Severity.ERROR
        for path, line, words in _read_public_lines(version):
            if any(sign in words for sign in _SIGNS) and (match := _PLACEHOLDER.search(words)):
                message, remedy = (
                    f"“{match[0]}” is a placeholder",
                    "Replace it with your own words, or remove it.",
                )
                yield Finding(
                    path=path,
                    line=line,
                    severity=severity,
                    code="placeholder",
                    message=message,
                    remedy=remedy,
                )


_OPEN_POINT_SIGN = "to be "
_OPEN_POINT = re.compile(
    r"(?i:\bto be (?:confirmed|decided|agreed) by the "
    r"(?:school|governors|governing (?:body|board)|head ?teacher)\b)"
    r"|^\W*(?i:to be (?:confirmed|decided|agreed))\b"
)


def open_points_are_decided(library: Library, today: date) -> Iterator[Finding]:
    """Open points are decided before the text is approved. In a proposed text, they give a note.

    Bad: `- "To be confirmed by the school: who holds the passwords."` among the
    `changes` of a text that is to be approved.
    Good: the name in the text, and no such line.
    Remedy: Write down what was decided, or remove the point.
    Codes: undecided.
    """
    recorded = {(entry.policy, entry.version) for entry in library.record}
    for version in _walk_versions(library):
        if (version.policy, version.name) in recorded:
            continue
        is_proposed = version.facts.status in (Status.DRAFT, Status.CONSULTATION)
        matches = [
            (path, line, words)
            for path, line, words in _read_open_lines(version)
            if _OPEN_POINT.search(words)
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


def _read_open_lines(version: Version) -> Iterator[tuple[str, int, str]]:
    yield from (
        (version.path, version.facts.lines.get("changes", 1), words)
        for words in version.facts.changes
    )
    if _OPEN_POINT_SIGN in version.text.lower():
        yield from ((version.path, number, line) for number, line in _read_text_lines(version))
    for summary in version.summaries:
        yield from ((summary.path, number, words) for number, words in _read_summary_lines(summary))


def _read_public_lines(version: Version) -> Iterator[tuple[str, int, str]]:
    """Yield path, line number and words of everything in a version that people read."""
    lines = version.facts.lines
    yield version.path, lines.get("title", 1), version.facts.title
    yield from ((version.path, lines.get("changes", 1), words) for words in version.facts.changes)
    if any(sign in version.text for sign in _SIGNS):
        yield from ((version.path, number, line) for number, line in _read_text_lines(version))
    for summary in version.summaries:
        yield from ((summary.path, number, words) for number, words in _read_summary_lines(summary))


_FOREIGN = (
    (
        re.compile(r"^\s*-{1,2}8<-{1,2}"),
        "a snippet include (--8<--), which Policybook does not carry out",
        "Write the words here.",
    ),
    (
        re.compile(r"\{:[^}]*\}|\]\([^)]*\)\{[^}]*=[^}]*\}"),
        "an attribute list ({: …}), which the page would show as it is",
        "Remove the braces and what is in them. A link needs only its words and its address.",
    ),
    (
        re.compile(r"^\s*(!!!|\?\?\?\+?)\s+\w+"),
        "an admonition (!!!), which the page would show as it is",
        "Write a heading or a paragraph.",
    ),
    (
        re.compile(r"^\s*===\s+\""),
        "a tab (===), which the page would show as it is",
        "Write a heading.",
    ),
    (
        re.compile(r"\{\{|\{%|%\}|\}\}"),
        "template code ({{ or {%), which Policybook does not carry out",
        "Write the words themselves.",
    ),
    (
        re.compile(r"^\[\^[^\]]+\]:|\[\^[^\]]+\]"),
        "a footnote ([^1]), which the page would show as it is",
        "Write the note into the text.",
    ),
    (
        re.compile(r"^\s*\[[^\]]+\]:\s+(<|#|/|\.{1,2}/|\w+:)"),
        "the address of a link on a line of its own ([name]: address), which the page would show "
        "as it is",
        "Write the address beside its words: [words](address).",
    ),
    (
        re.compile(r"\]\(\s*(<[^>]*>|[^\s()]+)\s+[\"'(]"),
        "a link or picture with a title, which the page does not show",
        "Write its words into the text.",
    ),
    (re.compile(r"<!--"), "an HTML comment, which everyone would see", "Remove it."),
    (
        re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s[^>]*)?/?>|<\?|<!\w"),
        "HTML, which the page would show as words",
        "Write it in Markdown, or remove it.",
    ),
)


def markup_is_plain_markdown(library: Library, today: date) -> Iterator[Finding]:
    """A text is plain Markdown: no HTML, and no markup of another program.

    Bad: `<script>`, `{{ name }}`, `!!! note`, `--8<-- "file"`.
    Good: headings, paragraphs, lists, tables, emphasis, links, pictures.
    Remedy: Write it in plain Markdown, or remove it. The page would show HTML as words,
    and never run it.
    Codes: foreign-markup.
    """
    yield from _find_markup(
        library, "foreign-markup", _FOREIGN, ("<", "{", "}", "[", "!!!", "???", "===", "8<")
    )


def _find_markup(
    library: Library, code: str, table: _MarkupTable, signs: tuple[str, ...]
) -> Iterator[Finding]:
    """Yield the first match of each line, in texts and summaries.

    A line without any of `signs` cannot match.
    """
    for version in _walk_versions(library):
        if any(sign in version.text for sign in signs):
            for number, line in _read_text_lines(version):
                yield from _report_first_match(version.path, number, "text", line, code, table)
        for summary in version.summaries:
            for number, words in _read_summary_lines(summary):
                if any(sign in words for sign in signs):
                    yield from _report_first_match(
                        summary.path, number, "summary", words, code, table
                    )


def _read_text_lines(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that are not code."""
    code_lines = {
        n
        for c in clauses.walk_sections(version.sections)
        if c.kind is ClauseKind.CODE
        for n in range(*c.lines)
    }
    for number, line in enumerate(version.text.split("\n"), version.body_line):
        if number not in code_lines and len(line) <= 100_000:
            yield number, _IGNORED.sub("", line)


def _read_summary_lines(summary: Summary) -> Iterator[tuple[int, str]]:
    for group in summary.groups:
        yield group.line, group.title
        yield from ((s.line, s.text) for s in group.statements)


def _report_first_match(
    path: str, number: int, noun: str, words: str, code: str, table: _MarkupTable
) -> Iterator[Finding]:
    match = next(
        ((description, remedy) for pattern, description, remedy in table if pattern.search(words)),
        None,
    )
    if match:
        yield Finding(
            path=path,
            line=number,
            code=code,
            message=f"the {noun} contains {match[0]}",
            remedy=match[1],
        )
