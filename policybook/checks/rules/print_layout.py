"""The layout of printed pages: page numbers, headers, contents, lines to sign.

Such lines come with a paste from a word processor. These checks skip a text in the
record of approvals, because its form cannot change any more.
"""

import re
from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.checks import capital_headings, page_headers
from policybook.checks.version_findings import report_warning
from policybook.model import ClauseKind, Finding, Library, Version
from policybook.reading.texts import clauses, cover_block
from policybook.text.quotations import quote_start

#: Longer lines are skipped. In characters.
_LONGEST_LINE = 10_000

_PAGE = r"P ?a ?g ?e"
_PAGE_ALONE = re.compile(
    r"\s*(?:[-–—]\s*\d{1,3}\s*[-–—]|"
    rf"{_PAGE}\s*\|?\s*\d{{1,3}}(?:\s*(?:of|/)\s*\d{{1,3}})?|\d{{1,3}}\s*\|\s*{_PAGE})\s*",
    re.IGNORECASE,
)
_PAGE_IN_LINE = re.compile(
    r"(?<![\w(])(?:Page\s+\d{1,3}\s+of\s+\d{1,3}(?!\w)|"
    rf"\d{{1,3}}\s*\|\s*{_PAGE}(?!\w|\s*\d))|(?<=[|–—])\s*{_PAGE}\s+\d{{1,3}}\s*$"
)
#: “See page 3” is part of a sentence. These words come before such a reference.
_REFERENCE_WORDS = frozenset(
    ("see", "on", "in", "from", "to", "and", "at", "of", "the", "until", "this", "or", "under")
)

# Each run is matched from its start only. Otherwise 10,000 dots would take 10,000² steps.
_LEADER = re.compile(
    r"(?:(?<!\.)\.{4,}|(?<!…)…{2,}|(?<!\s\.)(?:\s\.){4,}|(?<!_)_{4,})\s*\d{1,3}(?=\s*$|\s+[A-Z\d])"
)
_TO_FILL = re.compile(
    r"(?<=[:\s])\.{4,}|\.{6,}|…{2,}|(?:\s\.){4,}|(?:(?<=[:\s/])_{3,}|(?<!_)_{4,})(?!\w)"
)
_SIGNED = re.compile(
    r"\s*(?:(?:(?:Signed|Signature|Dated?)(?:\s+by)?\s*:\s*)+|(?:Signed|Signature)(?:\s+by)?\s*)",
    re.IGNORECASE,
)
#: A backslash that Markdown takes away, such as an import writes before each `_`.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
#: A line across the page, in Markdown.
_THEMATIC_BREAK = re.compile(r"\s*(?:_\s*){3,}|\s*(?:\*\s*){3,}")

_SENTENCE = re.compile(r"[.:;,!?…]['\"”’)]*\s*$")


def _read_body_lines(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that are neither code nor part of a table."""
    skipped: set[int] = set()
    for clause in clauses.walk_text(version):
        if clause.kind is ClauseKind.CODE:
            skipped |= set(range(*clause.lines))
        elif clause.kind is ClauseKind.ROW:
            skipped |= set(range(clause.lines[0] - 2 * bool(clause.header), clause.lines[1]))
    for number, line in enumerate(version.text.split("\n"), version.body_line):
        if number not in skipped and line.strip() and len(line) < _LONGEST_LINE:
            yield number, line


def headings_are_not_in_capitals(library: Library, today: date) -> Iterator[Finding]:
    """A heading starts with `##`. Capital letters alone do not make a heading.

    The heading would be part of the paragraph, and the text one long section.

    Bad: `2. ROLES AND RESPONSIBILITIES`, on its own line or inside a paragraph.
    Good: `## Roles and responsibilities`.
    Remedy: Put the heading on its own line, with `## ` before it and an empty line on
    both sides. Leave out its number, and use small letters.
    Codes: capital-heading.
    """
    for version in integrity.unrecorded_versions(library):
        shouted = {
            number
            for number, line in _read_body_lines(version)
            if capital_headings.is_shouted(line)
        }
        for number, words in capital_headings.find_headings(
            _read_body_lines(version), version.text
        ):
            if not capital_headings.is_in_passage(number, shouted) and not _is_title(
                words, version, library
            ):
                message = (
                    f"“{quote_start(words)}” is in capitals but is not a heading, so the list of "
                    "contents does not have it"
                )
                remedy = (
                    "If it is a heading, put it on a line of its own, write `## ` before it, and "
                    "remove its number and the capitals."
                )
                yield report_warning(version, number, "capital-heading", message, remedy)


def title_is_not_repeated(library: Library, today: date) -> Iterator[Finding]:
    """The text does not repeat the title or the school's name.

    Both are at the top of every page already.

    Bad: `OAKFIELD PRIMARY SCHOOL BEHAVIOUR POLICY` as the first line of the text.
    Good: `title: Behaviour Policy` in the front matter, and a text that starts with its
    first heading.
    Remedy: Remove the line.
    Codes: repeated-title.
    """
    for version in integrity.unrecorded_versions(library):
        repeats = [
            (n, words)
            for n, words in capital_headings.find_headings(_read_body_lines(version), version.text)
            if _is_title(words, version, library)
        ]
        first = next(_read_body_lines(version), (0, ""))
        if _is_same(first[1], version.facts.title) and first not in repeats:
            repeats.insert(0, first)
        for number, words in dict(repeats).items():
            message = (
                f"“{quote_start(words)}” repeats the title or the school’s name, which are at the "
                "top of every page"
            )
            yield report_warning(version, number, "repeated-title", message, "Remove it.")


def _is_same(words: str, title: str) -> bool:
    return (
        bool(title)
        and words.split() != []
        and " ".join(words.split()).casefold() == " ".join(title.split()).casefold()
    )


def _is_title(words: str, version: Version, library: Library) -> bool:
    """Return whether words in capitals are the title, the school's name, or both."""
    spoken_words = re.findall(r"\w+", words.casefold())
    title, school = (
        re.findall(r"\w+", name.casefold()) for name in (version.facts.title, library.school.name)
    )
    if title and title in (spoken_words[: len(title)], spoken_words[-len(title) :]):
        return len(spoken_words) <= len(title) + max(len(school), 6)
    return len(spoken_words) > 1 and len(school) > 1 and spoken_words == school[: len(spoken_words)]


def pages_are_not_numbered(library: Library, today: date) -> Iterator[Finding]:
    """The text has no page numbers. The PDF numbers its own pages.

    A page number within the text interrupts a rule.

    Bad: `Page 2 of 4`, `2 | Page`, `- 2 -` on a line of their own.
    Good: the text without them.
    Remedy: Remove the line, and join the text before and after it.
    Codes: page-number.
    """
    for version in integrity.unrecorded_versions(library):
        for number, line in _read_body_lines(version):
            for words in _find_page_numbers(line):
                message = (
                    f"“{quote_start(words)}” is a page number, and the page would show it "
                    "within the text"
                )
                yield report_warning(
                    version,
                    number,
                    "page-number",
                    message,
                    "Remove it. The PDF numbers its own pages.",
                )


def _find_page_numbers(line: str) -> list[str]:
    if _PAGE_ALONE.fullmatch(line):
        return [line]
    return [
        match[0]
        for match in _PAGE_IN_LINE.finditer(line)
        if not _REFERENCE_WORDS.intersection(line[: match.start()].lower().split()[-1:])
    ]


def page_headers_are_removed(library: Library, today: date) -> Iterator[Finding]:
    """The text does not contain the header or footer of printed pages.

    Bad: `Hill View School, version 3` again and again between the paragraphs.
    Good: the text without it.
    Remedy: Remove the lines, and join the paragraphs that they interrupt.
    Codes: repeated-line.
    """
    for version in integrity.unrecorded_versions(library):
        lines_by_words: dict[str, list[tuple[int, str]]] = {}
        for number, line in _read_body_lines(version):
            if not (
                capital_headings.MARKED_LINE.match(line)
                or _SENTENCE.search(line)
                or _PAGE_ALONE.fullmatch(line)
                or _THEMATIC_BREAK.fullmatch(line)
            ):
                lines_by_words.setdefault(re.sub(r"\d+", "0", " ".join(line.split())), []).append(
                    (number, line)
                )
        for repeats in lines_by_words.values():
            if len(repeats) > 2 and page_headers.is_page_header(repeats, version, library):
                lines = ", ".join(str(number) for number, _ in repeats[1:10])
                message = (
                    f"“{quote_start(repeats[0][1])}” is alone on {len(repeats)} lines, like the "
                    "header or footer of a printed page"
                )
                remedy = (
                    f"If it is not part of the text, remove it here and from the lines {lines}."
                )
                yield report_warning(version, repeats[0][0], "repeated-line", message, remedy)


def text_has_no_lines_to_fill_in(library: Library, today: date) -> Iterator[Finding]:
    """A text has no lines to sign, date or fill in by hand.

    The front matter says who approved it, and when.

    Bad: `Signed: ______`, `Date: ............`.
    Good: `approved_by: Governing Body` in the front matter, which `policybook approve`
    writes.
    Remedy: Remove the line. If it belongs to a form that people print, leave it as it
    is.
    Codes: fill-in-line.
    """
    for version in integrity.unrecorded_versions(library):
        for number, written_line in _read_body_lines(version):
            line = _ESCAPE.sub("", written_line)
            if _SIGNED.fullmatch(line) or (
                _TO_FILL.search(line)
                and not _LEADER.search(line)
                and not _THEMATIC_BREAK.fullmatch(written_line)
            ):
                message = (
                    f"“{quote_start(line)}” is a line to fill in by hand, and nobody can do that "
                    "on a web page"
                )
                remedy = (
                    "Remove it, unless it belongs to a form that people print. The front matter "
                    "says who approved the text, and when."
                )
                yield report_warning(version, number, "fill-in-line", message, remedy)


def contents_are_not_typed(library: Library, today: date) -> Iterator[Finding]:
    """The text has no list of contents. The page makes its own from the headings.

    A pasted list names printed pages that do not exist.

    Bad: `Introduction ........ 3`.
    Good: `## Introduction`, and no list of contents in the text.
    Remedy: Remove the whole list.
    Codes: typed-contents.
    """
    for version in integrity.unrecorded_versions(library):
        for number, line in _read_body_lines(version):
            if _LEADER.search(line):
                message = f"“{quote_start(line)}” is part of a list of contents, with a page number"
                remedy = "Remove the whole list. The page makes its own from the headings."
                yield report_warning(version, number, "typed-contents", message, remedy)


def cover_lines_are_no_rules(library: Library, today: date) -> Iterator[Finding]:
    """The address and the telephone number of a printed cover are no rules of the policy.

    Bad: `Tel: 01202 555123` or the school's address above the first heading.
    Good: the title and the date of the printed document there, and nothing else.
    Remedy: Remove the line, or write a heading above it if it is a rule.
    Codes: cover-line.
    """
    for version in integrity.unrecorded_versions(library):
        lines = version.text.split("\n")
        rules = cover_block.find_rules_of_cover(version.sections, lines, version.body_line)
        for clause in rules:
            message = (
                f"“{quote_start(clause.text)}” is as on a printed cover, "
                f"but it is rule {clause.number} here"
            )
            remedy = (
                "Remove it: the site says how to reach the school. "
                "If it is a rule, write a heading above it."
            )
            yield report_warning(version, clause.lines[0], "cover-line", message, remedy)
