"""Signs of a sentence that Markdown reads as marks, so that the page does not show them."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from policybook.checks import eaten_marks
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import ClauseKind, Finding, Library, Summary, Version
from policybook.reading.texts import clauses, markdown
from policybook.text import characters

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
#: A path of a computer: `\\server\share`, `S:\folder`, `one\two`. A line to fill in is none.
_PATH = re.compile(r"(?:\\\\[^\W_]|(?<!\w)[A-Za-z]:\\(?!_(?:\\?_|$))|[^\W_]\\[^\W_])")
_CODE = re.compile(r"`[^`]*`")
#: A backslash that Markdown takes away: one before a sign.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
#: A backslash that is alone before punctuation, or in its cell. It is meant as a sign. So is `/\`,
#: and one at the end of a line after "and". Pandoc writes `\...` for three stops.
_LONE = re.compile(
    r"(?<![^\s(\[“‘\"'|])/?\\(?!\.\.|(?<=[\"']\\)[)\]])(?=[,;:?.!)\]\"'](?:[\s,;:.)]|\Z))"
    r"|(?:^|(?<=\|))[ \t]*/?\\(?=\|)"
)
_LONE_AT_END = re.compile(r"(?:\b(?:and|or)|(?<!\S)/) \\\Z")
#: A line of nothing but underscores. Three make a rule on purpose.
_LINE = re.compile(r"(?:[-*+] )?_(?:[ \t]*_){3,}")
#: A heading that ends with signs of its own.
_CLOSED_HEADING = re.compile(r" {0,3}(#{1,6})[ \t].*[ \t](#+)")
#: A text in which a backslash is only before a sign, so that each was written to go.
_ALL_ESCAPED = re.compile(r"(?:[^\\]|\\[!-/:-@\[-`{-~])*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def signs_of_a_sentence_stay(library: Library, today: date) -> Iterator[Finding]:
    """A `*`, `_` or grave accent that is a sign is on the page. Two of them would be marks.

    Bad: `2*3 tablets and 4*5 ml`, which the page shows as “23 tablets and 45 ml”; `Use "*" for
    late and "*" for absent`; `ring **61*0777**10#`; `__office__@school.example`; a grave accent
    in place of an apostrophe.
    Good: `2 × 3 tablets`, `2\\*3 tablets`, `"\\*" for late`, `It’s open`.
    Remedy: Write ×, ’ or the word, or a backslash before each sign.
    Codes: eaten-sign.
    """
    for version in library.walk_versions():
        for lines, inlines in clauses.walk_blocks(version):
            if not any(piece.mark in eaten_marks.SIGNS or piece.children for piece in inlines):
                continue
            first, end = (number - version.body_line for number in lines)
            source = version.text.split("\n")[first:end]
            if any(text.lstrip().startswith(":") for text in source[1:]):
                # The bold of a term of a definition list is not typed.
                inlines = (*(inlines[0].children or inlines[:1]), *inlines[1:])
            for words, shown in eaten_marks.find_eaten(inlines, " ".join(map(str.strip, source))):
                line = next((n for n, text in enumerate(source) if words in text), 0)
                yield _report_sign(version, lines[0] + line, words, shown)
        for summary in version.summaries:
            for group in summary.groups:
                for said in group.statements:
                    for words, shown in eaten_marks.find_eaten(said.inlines, said.text):
                        yield _report_sign(summary, said.line, words, shown)


def backslashes_stay(library: Library, today: date) -> Iterator[Finding]:
    """A backslash that is a sign, or part of the path of a folder, is on the page.

    Markdown takes one away before a sign and at the end of a line.

    Bad: `the codes /, \\\\, L`, which the page shows as “the codes /, , L”;
    `\\\\server\\_policies`, which it shows with a backslash less.
    Good: two backslashes, or the path between two backticks, which show it as it is.
    Remedy: Write two backslashes, or write the path between backticks.
    Codes: eaten-sign.
    """
    for version in library.walk_versions():
        if "\\" not in version.text:
            continue
        words = "\n".join(_texts(version))
        lines = [_CODE.sub(" ", line) for line in version.text.split("\n")]
        for place, line in enumerate(lines):
            number = place + version.body_line
            goes_on = bool("".join(lines[place + 1 : place + 2]).strip())
            if hit := _LONE.search(line) or (goes_on and _LONE_AT_END.search(line)):
                yield _report_backslash(version, number, line[: hit.end() + 1].split()[-1])
            for token in line.split():
                is_last = goes_on and token.endswith("\\") and line.rstrip().endswith(token)
                is_cut = _PATH.search(token) and (is_last or _ESCAPE.search(token))
                if is_cut and token not in words and not _is_escaped_path(token):
                    yield _report_path(version, number, token.rstrip(".,;:"))


def lines_to_sign_stay(library: Library, today: date) -> Iterator[Finding]:
    """A line of underscores, on which people sign, is on the page. So is `#` after a heading.

    Markdown reads a line of nothing else as a rule across the page, which no page shows, and
    takes `#` from the end of a heading.

    Bad: `____________` below `Parent’s signature`.
    Good: `Parent’s signature: ____________`
    Remedy: Write the words before it in the same line, or remove it.
    Codes: eaten-sign.
    """
    for version in library.walk_versions():
        for number, line in enumerate(version.text.split("\n"), version.body_line):
            heading = _CLOSED_HEADING.fullmatch(line.rstrip())
            if heading and len(heading[1]) != len(heading[2]) and not _is_code(version, number):
                yield report_warning(
                    version,
                    number,
                    "eaten-sign",
                    f"the page does not show “{heading[2]}” at the end of this heading",
                    "Write a backslash before it, `\\#`, or the word; or remove it.",
                )
            if _LINE.fullmatch(line.strip("> \t")) and not _is_code(version, number):
                yield report_warning(
                    version,
                    number,
                    "eaten-sign",
                    "the page does not show this line of underscores",
                    "If people sign on it, write the words before it in the same line, as in "
                    "`Signature: ______`, or write a backslash before its first sign. If it only "
                    "divides the text, remove it.",
                )


def _is_code(version: Version, number: int) -> bool:
    return any(
        clause.kind is ClauseKind.CODE and number in range(*clause.lines)
        for clause in clauses.walk_text(version)
    )


def invisible_characters_are_not_spelt(library: Library, today: date) -> Iterator[Finding]:
    """An invisible character does not come in by its number or name.

    Bad: `must &#8238;not`, which reverses the direction of writing.
    Good: `must not`
    Remedy: Delete what is between `&` and `;`, with both signs.
    Protects: the page must show exactly what the file contains
    Codes: character.
    """
    for version in library.walk_versions():
        if "&" not in version.text:
            continue
        hidden = {c for text in _texts(version) for _, c in characters.find_invisible(text)}
        for number, line in enumerate(version.text.split("\n"), version.body_line):
            for hit in _ENTITY.finditer(line) if hidden else ():
                if unescape(hit[0]) in hidden:
                    yield _report_entity(version, number, hit[0])


def _is_escaped_path(token: str) -> bool:
    """Return whether a path has a backslash before each of its own, as an import writes it."""
    if token.startswith("\\") and not token.startswith("\\" * 4):
        return False
    shown = _ESCAPED.sub(r"\1", token)
    return _ALL_ESCAPED.fullmatch(token) is not None and _PATH.search(shown) is not None


def _texts(version: Version) -> Iterator[str]:
    """Yield the words of each clause and cell as the page shows them."""
    for clause in clauses.walk_sections(version.sections):
        yield clause.text
        yield from map(markdown.plain_text, clause.cells)


def _report_sign(place: Version | Summary, line: int, words: str, shown: str) -> Finding:
    kind = "emphasis"
    remedy = (
        "Write × or the word in place of each sign. If it must stay, write a backslash before "
        "each one, `\\*`, or put a code between two backticks."
    )
    if "`" in words:
        kind, remedy = "computer code", "Write an apostrophe, ’, in place of each grave accent."
    elif "*" not in words:
        remedy = (
            "Write a backslash before each sign, `\\_`, or put the whole code between two "
            f"backticks. If it is emphasis, write stars: `*{shown}*`."
        )
    message = f"“{words}” was read as a mark of {kind}, and the page shows “{shown}”"
    return report_warning(place, line, "eaten-sign", message, remedy)


def _report_backslash(version: Version, line: int, token: str) -> Finding:
    return report_warning(
        version,
        line,
        "eaten-sign",
        f"the page leaves out the backslash in “{token}”",
        "Write two backslashes for one, with a space before a `|`; or write `backslash`.",
    )


def _report_path(version: Version, line: int, token: str) -> Finding:
    return report_warning(
        version,
        line,
        "eaten-sign",
        f"the page leaves out a backslash of “{token}”",
        f"Write the path between backticks, which show it as it is: `{token}`.",
    )


def _report_entity(version: Version, line: int, entity: str) -> Finding:
    return finding_at_line(
        version,
        line,
        "character",
        f"“{entity}” is {characters.describe_invisible(unescape(entity))}",
        "Delete it. It may come from text that was pasted from another program.",
    )
