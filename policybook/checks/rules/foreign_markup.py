"""Unfinished text and foreign markup. A page would show both as they are."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from policybook.analysis.open_points import is_open_point
from policybook.checks import leftovers
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import ClauseKind, Finding, Library, Severity, Status, Summary, Version
from policybook.reading.texts import clauses
from policybook.reading.texts.markdown_parser import LONGEST_PASSAGE

#: Two signs or three; a longer run is a line to fill in. `2**3` and `a__b` are words.
_SIGN = re.compile(
    r"^\*{2,3}(?=\s)|(?<![*\w])\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?![*\d])"
    r"|(?<![_\w/])_{2,3}(?=[^\W_])|(?<=[^\W\d_])_{2,3}(?![\w/])"
)
#: Two signs with a space on either side; one sign at a word, and its partner after a space.
_SINGLE = re.compile(
    r"(?<!\S)\*\*\s(?=[A-Za-z])[^*\n]{1,200}\s\*\*(?!\S)"
    r"|(?<![*\w])\*(?=\w)[^*\n]{1,200}\s\*(?![*\w])"
    r"|(?<![_\w])_(?=[^\W_])[^_\n]{1,200}\s_(?!\w)"
)
#: The only sign of a block, at a word: `a *half of it`, `a half_ of it`. A star is after a word.
_ALONE = re.compile(
    r"(?<=\w\s)\*(?=[^\W\d_])(?!(?:delete|see|note|please|if|only|where|subject)\b)"
    r"|(?<!\S)_(?=[^\W\d_]\w*(?![\w_/.]))|(?<=[^\W\d_])_(?!\S)",
    re.IGNORECASE,
)
#: A star that points to a note: `Fees*`.
_POINTER = re.compile(r"\w\*(?=[\s.,;:)|]|$)", re.MULTILINE)
#: Two stars that point to a note, and the note.
_STARRED, _NOTE = re.compile(r"\w\*\*(?=[\s.,;)]|$)"), re.compile(r"^\s*\*\*\s", re.MULTILINE)
_MOST_AROUND = 30
_ADDRESS = re.compile(r"\s*\[[^\]]*\]:\s*<?([^<>\s]+)")


#: Languages of code that another program draws or typesets.
_DRAWN = frozenset(
    "mermaid plantuml puml dot graphviz flowchart flow sequence ditaa d2 nomnoml vega vega-lite"
    " math latex tex katex asciimath wavedrom bpmn svgbob chart geojson".split()
)
_FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}|~{3,})\s*\{?\.?([\w-]+)")
#: Addresses in angle brackets, those with signs that also raise or lower letters, and code.
_IGNORED = re.compile(r"<(https?://|mailto:)[^<>\s]+>|https?://[^\s~^]{1,300}[~^]\S{0,300}|`[^`]*`")


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
                yield finding_at_line(
                    path,
                    line,
                    code,
                    f"“{match}” is {row.what}",
                    row.remedy,
                    Severity.ERROR if weighs else Severity.WARNING,
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
            yield finding_at_line(
                path,
                points[0][1],
                "undecided",
                f"{count} still to be confirmed{ending} “{excerpt}”",
                "Before the approval, write down what was decided, or remove it.",
                Severity.NOTE if is_proposed else Severity.ERROR,
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

    Bad: `<script>`, `{{ name }}`, `!!! note`, `--8<-- "file"`, `:smile:`, `[[Trips]]`, the code
    of a flow chart.
    Good: headings, paragraphs, lists, tables, emphasis, links, pictures.
    Remedy: Write it in plain Markdown, or remove it. The page would show HTML as words,
    and never run it.
    Codes: foreign-markup.
    """
    for version in library.walk_versions():
        if rows := leftovers.rows_for(version.text, "foreign-markup"):
            for number, line in _read_text_lines(version):
                yield from _report_first_match(version.path, number, "text", line, rows)
        yield from _report_drawings(version)
        for summary in version.summaries:
            for number, words in _read_summary_lines(summary):
                rows = leftovers.rows_for(words, "foreign-markup")
                yield from _report_first_match(summary.path, number, "summary", words, rows)


def _report_drawings(version: Version) -> Iterator[Finding]:
    """Yield a finding for each block of code that another program would draw or typeset."""
    if "```" not in version.text and "~~~" not in version.text:
        return
    lines = version.text.split("\n")
    for clause in clauses.walk_text(version):
        if clause.kind is not ClauseKind.CODE:
            continue
        fence = _FENCE.match(lines[clause.lines[0] - version.body_line])
        if fence and fence[1].lower() in _DRAWN:
            yield finding_at_line(
                version,
                clause.lines[0],
                "foreign-markup",
                f"this is the code of a drawing or a formula ({fence[1]}), and the page would show "
                "the code",
                "Save the drawing as an SVG or PNG file beside the text, and put it in with a "
                "description: `![What it shows](name.svg)`. Write a formula in words.",
            )


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
        for number, words in find_signs(version):
            yield report_warning(
                version,
                number,
                "emphasis",
                f"the page would show the signs of bold or italic words in “{words}”",
                "For bold words, write ** directly before the first word and directly after "
                "the last one, in one paragraph. If the signs are part of the text, write a "
                "backslash before each: \\*\\*.",
            )


def _read_text_lines(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that are not code."""
    every = list(clauses.walk_text(version))
    code_lines = {n for c in every if c.kind is ClauseKind.CODE for n in range(*c.lines)}
    for number, line in enumerate(version.text.split("\n"), version.body_line):
        # The page does not show a line with the address of a link.
        is_address = (hit := _ADDRESS.match(line)) and not any(
            number in range(*c.lines) and hit[1] in c.text for c in every
        )
        if number not in code_lines and not is_address and len(line) <= LONGEST_PASSAGE:
            yield number, _IGNORED.sub("", line)


def _read_summary_lines(summary: Summary) -> Iterator[tuple[int, str]]:
    for group in summary.groups:
        yield group.line, group.title
        yield from ((s.line, s.text) for s in group.statements)


def _report_first_match(
    path: str, number: int, noun: str, words: str, rows: Sequence[leftovers.Leftover]
) -> Iterator[Finding]:
    form = next((row for row in rows if row.pattern.search(words)), None)
    if form:
        yield finding_at_line(
            path,
            number,
            "foreign-markup",
            f"the {noun} contains {form.what}",
            form.remedy,
            Severity.ERROR if form.is_sure else Severity.WARNING,
        )


def find_signs(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the line of each block whose page shows signs of emphasis, and the words around them.

    Stars may point to a note, as in `Fees**` and `*delete as appropriate`. A single star without
    a partner is reported only between words, in a text that has no such note.
    """
    if "*" not in version.text and "_" not in version.text:
        return
    lines = version.text.split("\n")
    may_point = bool(_POINTER.search(version.text))
    has_note = bool(_STARRED.search(version.text) and _NOTE.search(version.text))
    for (start, end), inlines in clauses.walk_blocks(version):
        sources = lines[start - version.body_line : end - version.body_line]
        words = "\n".join(clauses.walk_words(inlines))
        if has_note and words.count("**") == 1 and (_STARRED.search(words) or _NOTE.search(words)):
            continue
        if hit := _find_shown(words, sources, may_point):
            yield start + hit[0], hit[1]


def _find_shown(words: str, sources: Sequence[str], may_point: bool) -> tuple[int, str] | None:
    """Return the place among `sources` of the first sign that `words` show, and words around it.

    A sign after a backslash is meant as a sign. With `may_point`, a star alone may be a note.
    """
    alone = [hit for hit in _ALONE.finditer(words) if words.count(hit[0]) == 1]
    if may_point:
        alone = [hit for hit in alone if hit[0] == "_"]
    for match in (*_SIGN.finditer(words), *_SINGLE.finditer(words), *alone):
        start, end = match.span()
        after, before = words[start : end + 6].rstrip(), words[max(0, start - 6) : end].lstrip()
        for place, source in enumerate(_IGNORED.sub("", line) for line in sources):
            if any(len(part) > 2 and _is_typed(part, source) for part in (after, before)):
                around = words[max(0, start - _MOST_AROUND) : end + _MOST_AROUND]
                return place, " ".join(around.split())
    return None


def _is_typed(part: str, source: str) -> bool:
    """Return whether a line has these words without a backslash before them."""
    return re.search(rf"(?<!\\){re.escape(part)}", source) is not None
