"""What belongs to the printed pages of a document: capitals for headings, page numbers, running heads, lines to sign on, a list of contents.

It comes with a paste from a word processor. A text that stands in the record of approvals is left alone: its form cannot be changed any more.
"""

import re
from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.model import ClauseKind, Library, Version
from policybook.model.findings import Finding, Severity
from policybook.reading import clauses

#: The address of this family of checks below `/help/checks/`.
NAME = "printed"

_LONGEST_LINE = 10_000  # characters of a line that is looked at
_MARKED = re.compile(
    r"\s*(?:#|[-*+]\s|>|\*\*|__\w)"
)  # headings, items and bold lines have their own check

_WORD = r"[A-Z][A-Z'’]+(?:[-/][A-Z][A-Z'’]+)*"
_WORDS = rf"{_WORD}(?:(?:,?\s+(?:[&–-]\s+)?)(?:A\s+)?{_WORD})*"
#: A heading in capitals, on a line of its own or before the sentence that was its paragraph: `3. REWARDS AND SANCTIONS Good behaviour …`.
_CAPITALS = re.compile(
    rf"(?P<ahead>^\s*|[.!?:;)]\s+|\bPage\s+\d+\s+of\s+\d+\s+|\s(?=\d+(?:\.\d+)*[.)]\s))(?:(?P<number>\d+(?:\.\d+)*[.)]?)\s+)?(?P<name>{_WORDS})"
    r":?(?=\s*$|\s+(?:[\"“‘'(•\d]|[AI]\s|[A-Z][a-z’']))"
)
#: A line of nothing but capitals may hold brackets; figures and a single letter only where they number a part.
_WHOLE = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)*[.)]?)\s+)?(?P<name>[A-Z][A-Z ,&'’()/:–-]*[A-Z)]):?\s*"
)
_PART = re.compile(
    r"\s*(?P<number>(?:APPENDIX|APPENDICES|ANNEX|PART|SCHEDULE|SECTION)\s+(?:\d{1,2}|[A-Z]))\b[ :.–-]*(?P<name>[A-Z ,&'’()/-]*)"
)
#: Who shouts one of these says a sentence, not a heading.
_SHOUTED = frozenset(
    "MUST NOT NEVER DO DON'T SHOULD SHALL WILL ALWAYS ONLY CAN CANNOT MAY IS ARE PLEASE NOTE IMPORTANT WARNING NO STOP".split()  # noqa: SIM905
)
_SHORT_FORMS = frozenset(
    "ACAS CAMHS CEOP COSHH DFES EYFS GDPR HMCI KCSIE LADO MARS MASH OFQUAL OFSTED PSHE PSHCE RIDDOR SEND SENCO SENDCO TODO UNICEF".split()  # noqa: SIM905
)
_NEVER_LAST = frozenset("A AN AND AT BY FOR FROM IN OF OR THE TO WITH".split())  # noqa: SIM905
_MOST_WORDS = 12  # of a heading

_PAGE = r"P ?a ?g ?e"
_PAGE_ALONE = re.compile(
    rf"\s*(?:[-–—]\s*\d{{1,3}}\s*[-–—]|{_PAGE}\s*\|?\s*\d{{1,3}}(?:\s*(?:of|/)\s*\d{{1,3}})?|\d{{1,3}}\s*\|\s*{_PAGE})\s*",
    re.IGNORECASE,
)
_PAGE_IN_LINE = re.compile(
    rf"(?<![\w(])(?:Page\s+\d{{1,3}}\s+of\s+\d{{1,3}}(?!\w)|\d{{1,3}}\s*\|\s*{_PAGE}(?!\w|\s*\d))|(?<=[|–—])\s*{_PAGE}\s+\d{{1,3}}\s*$"
)
_REFERENCE_WORDS = frozenset("see on in from to and at of the until this or under".split())  # noqa: SIM905

# Each run is tried from its start alone: a line of 10,000 dots would take the square of it.
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
_THEMATIC_BREAK = re.compile(
    r"\s*(?:_\s*){3,}|\s*(?:\*\s*){3,}"
)  # a line across the page, in Markdown

_SENTENCE = re.compile(r"[.:;,!?…]['\"”’)]*\s*$")


def _read_lines(version: Version) -> Iterator[tuple[int, str]]:
    """The lines of a text that are neither code nor part of a table."""
    left: set[int] = set()
    for clause in clauses.each(version.sections):
        if clause.kind is ClauseKind.CODE:
            left |= set(range(*clause.lines))
        elif clause.kind is ClauseKind.ROW:
            left |= set(range(clause.lines[0] - 2 * bool(clause.header), clause.lines[1]))
    for number, line in enumerate(version.text.split("\n"), version.body_line):
        if number not in left and line.strip() and len(line) < _LONGEST_LINE:
            yield number, line


def _shorten(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 60 else f"{plain[:60].rstrip()}…"


def headings_are_not_in_capitals(library: Library, today: date) -> Iterator[Finding]:
    """A heading is marked as one: capitals alone leave it within the paragraph, and the text stays one long section.

    Bad: `2. ROLES AND RESPONSIBILITIES`, on its own line or in the midst of a paragraph.
    Good: `## Roles and responsibilities`.
    Remedy: Put it on a line of its own, with `## ` before it and an empty line before and after; leave out its number and the capitals.
    Codes: capital-heading.
    """
    for version in integrity.unrecorded_versions(library):
        shouted = {number for number, line in _read_lines(version) if _is_shouted(line)}
        for number, words in _find_capitals(version):
            if not _is_in_passage(number, shouted) and not _is_title(words, version, library):
                message = f"“{_shorten(words)}” is typed in capitals; it is no heading, and the contents do not show it"
                remedy = "If it is a heading, put it on a line of its own, write `## ` before it, and leave out its number and the capitals."
                yield _make_finding(version, number, "capital-heading", message, remedy)


def title_is_not_repeated(library: Library, today: date) -> Iterator[Finding]:
    """The title and the school's name stand at the top of every page; the text does not say them again.

    Bad: `OAKFIELD PRIMARY SCHOOL BEHAVIOUR POLICY` as the first line of the text.
    Good: `title: Behaviour Policy` among the facts, and a text that starts with its first heading.
    Remedy: Take the line out.
    Codes: repeated-title.
    """
    for version in integrity.unrecorded_versions(library):
        repeats = [
            (n, words) for n, words in _find_capitals(version) if _is_title(words, version, library)
        ]
        first = next(_read_lines(version), (0, ""))
        if _is_same(first[1], version.facts.title) and first not in repeats:
            repeats.insert(0, first)
        for number, words in dict(repeats).items():
            message = f"“{_shorten(words)}” repeats what stands at the top of every page, the title or the school’s name"
            yield _make_finding(version, number, "repeated-title", message, "Take it out.")


def _is_same(words: str, title: str) -> bool:
    return (
        bool(title)
        and words.split() != []
        and " ".join(words.split()).casefold() == " ".join(title.split()).casefold()
    )


def _find_capitals(version: Version) -> Iterator[tuple[int, str]]:
    """The line and the words of everything that reads as a heading in capitals."""
    for number, line in _read_lines(version):
        if _MARKED.match(line):
            continue
        if _PART.fullmatch(line):
            yield number, line.strip()
        elif (whole := _WHOLE.fullmatch(line)) and _is_heading(
            whole["name"], whole["number"] or "", True, version.text
        ):
            yield number, line.strip().removesuffix(":")
        elif not whole:
            for hit in _CAPITALS.finditer(line):
                if _is_heading(hit["name"], hit["number"] or "", False, version.text):
                    yield number, f"{hit['number'] or ''} {hit['name']}".strip()


def _is_heading(name: str, number: str, alone: bool, text: str) -> bool:
    words = re.findall(r"[A-Z'’]+", name)
    telling = [
        w for w in words if len(w) > 3 and re.search("[AEIOUY]", w) and w not in _SHORT_FORMS
    ]
    if (
        not telling
        or len(words) > _MOST_WORDS
        or words[-1] in _NEVER_LAST
        or (not number and _SHOUTED.intersection(words))
    ):
        return False
    if len(words) > 1:
        return True
    # A single word that stands in capitals within a sentence too is short for something.
    return (bool(number) or alone) and not re.search(rf"[a-z],? {re.escape(name)}\b", text)


def _is_shouted(line: str) -> bool:
    """Whether a line may be part of a passage in capitals that runs over several, such as a warning."""
    return (
        len(line.split()) > 4
        and line == line.upper()
        and not re.match(r"\s*\d+(?:\.\d+)*[.)]?\s", line)
    )


def _is_in_passage(number: int, shouted: set[int]) -> bool:
    """Whether a line is one of several that shout, or the first or last of them, which may be short or numbered."""
    around = [near in shouted for near in range(number - 2, number + 3)]
    return (around[2] and (around[1] or around[3])) or all(around[:2]) or all(around[3:])


def _is_title(words: str, version: Version, library: Library) -> bool:
    """Whether words in capitals are the title, with the school's name or without it, or that name alone."""
    spoken = re.findall(r"\w+", words.casefold())
    title, school = (
        re.findall(r"\w+", name.casefold()) for name in (version.facts.title, library.school.name)
    )
    if title and title in (spoken[: len(title)], spoken[-len(title) :]):
        return len(spoken) <= len(title) + max(len(school), 6)
    return len(spoken) > 1 and len(school) > 1 and spoken == school[: len(spoken)]


def pages_are_not_numbered(library: Library, today: date) -> Iterator[Finding]:
    """Page numbers belong to the printed sheet. The PDF has its own; in the text they break into a rule.

    Bad: `Page 2 of 4`, `2 | Page`, `- 2 -` on a line of their own.
    Good: the text without them.
    Remedy: Take the line out, and join what it broke apart.
    Codes: page-number.
    """
    for version in integrity.unrecorded_versions(library):
        for number, line in _read_lines(version):
            for words in _find_page_numbers(line):
                message = f"“{_shorten(words)}” is the number of a printed page, and would stand in the text as it is"
                yield _make_finding(
                    version,
                    number,
                    "page-number",
                    message,
                    "Take it out: the PDF numbers its own pages.",
                )


def _find_page_numbers(line: str) -> list[str]:
    if _PAGE_ALONE.fullmatch(line):
        return [line]
    return [
        hit[0]
        for hit in _PAGE_IN_LINE.finditer(line)
        if not _REFERENCE_WORDS.intersection(line[: hit.start()].lower().split()[-1:])
    ]


def page_headers_are_removed(library: Library, today: date) -> Iterator[Finding]:
    """What stands at the head or foot of every printed page is no part of the text.

    Bad: `Hill View School, version 3` again and again between the paragraphs.
    Good: the text without it.
    Remedy: Take the lines out, and join the paragraphs that they broke apart.
    Codes: repeated-line.
    """
    for version in integrity.unrecorded_versions(library):
        places: dict[str, list[tuple[int, str]]] = {}
        for number, line in _read_lines(version):
            if not (
                _MARKED.match(line)
                or _SENTENCE.search(line)
                or _PAGE_ALONE.fullmatch(line)
                or _THEMATIC_BREAK.fullmatch(line)
            ):
                places.setdefault(re.sub(r"\d+", "0", " ".join(line.split())), []).append(
                    (number, line)
                )
        for repeats in places.values():
            if len(repeats) > 2 and len(re.findall(r"[^\W\d_]{2,}", repeats[0][1])) > 1:
                lines = ", ".join(str(number) for number, _ in repeats[1:10])
                message = f"“{_shorten(repeats[0][1])}” stands {len(repeats)} times on a line of its own, as at the head or foot of printed pages"
                remedy = f"If it is no part of the text, take it out here and on the lines {lines}."
                yield _make_finding(version, repeats[0][0], "repeated-line", message, remedy)


def text_has_no_lines_to_fill_in(library: Library, today: date) -> Iterator[Finding]:
    """A text has no lines to be signed, dated or filled in by hand: who approved it, and when, stands in its facts.

    Bad: `Signed: ______`, `Date: ............`.
    Good: `approved_by: Governing Body` among the facts, which `policybook approve` writes.
    Remedy: Take the line out. Where it belongs to a form that people print, leave it as it is.
    Codes: fill-in-line.
    """
    for version in integrity.unrecorded_versions(library):
        for number, line in _read_lines(version):
            if _SIGNED.fullmatch(line) or (
                _TO_FILL.search(line)
                and not _LEADER.search(line)
                and not _THEMATIC_BREAK.fullmatch(line)
            ):
                message = (
                    f"“{_shorten(line)}” is to be filled in by hand, which nobody can do on a page"
                )
                remedy = "Take it out: who approved the text, and when, stands in its facts. Leave it in a form that people print."
                yield _make_finding(version, number, "fill-in-line", message, remedy)


def contents_are_not_typed(library: Library, today: date) -> Iterator[Finding]:
    """A page makes its list of contents from the headings; one that was pasted names pages that are not there.

    Bad: `Introduction ........ 3`.
    Good: `## Introduction`, and no list of contents in the text.
    Remedy: Take the whole list out.
    Codes: typed-contents.
    """
    for version in integrity.unrecorded_versions(library):
        for number, line in _read_lines(version):
            if _LEADER.search(line):
                message = f"“{_shorten(line)}” is a line of a list of contents, with the number of a printed page"
                remedy = "Take the whole list out: the page makes its own from the headings."
                yield _make_finding(version, number, "typed-contents", message, remedy)


def _make_finding(version: Version, line: int, code: str, message: str, remedy: str) -> Finding:
    return Finding(
        path=version.path,
        line=line,
        severity=Severity.WARNING,
        code=code,
        message=message,
        remedy=remedy,
    )
