"""Signs of a sentence that Markdown reads as marks, so that the page does not show them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Finding, Inline, Library, Mark, Summary, Version
from policybook.reading.texts import clauses, markdown
from policybook.text import characters
from policybook.text.syllables import is_word

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
#: A path of a computer: `\\server\share`, `S:\folder`, `one\two`. A line to fill in is none.
_PATH = re.compile(r"(?:\\\\[^\W_]|(?<!\w)[A-Za-z]:\\(?!_(?:\\?_|$))|[^\W_]\\[^\W_])")
_CODE = re.compile(r"`[^`]*`")
#: A backslash that Markdown takes away: one before a sign.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
#: A text in which a backslash is only before a sign, so that each was written to go.
_ALL_ESCAPED = re.compile(r"(?:[^\\]|\\[!-/:-@\[-`{-~])*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = {Mark.EMPHASIS: "*", Mark.STRONG: "**", Mark.CODE: "`"}
#: What a code may have beside its stars, and words in italics have not.
_SIGNS_OF_CODES = tuple("/\\+=#<>|%")
#: What stands around a sign that is alone in quotation marks or brackets.
_ENCLOSED = ("()", "[]", '""', "''", "“”", "‘’")
#: What follows a mark directly only in an address, a code or the name of a file.
_GOES_ON = re.compile(r"[@#]|\.[a-z0-9]")
#: A sign between two figures, or a figure after `#`, as in `*#62*`.
_DIALLED = re.compile(r"\d[*#]\d|^#\d+$")


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
            first, end = (number - version.body_line for number in lines)
            source = version.text.split("\n")[first:end]
            for words, shown in _find_eaten(inlines, " ".join(map(str.strip, source))):
                line = next((n for n, text in enumerate(source) if words in text), 0)
                yield _report_sign(version, lines[0] + line, words, shown)
        for summary in version.summaries:
            for group in summary.groups:
                for said in group.statements:
                    for words, shown in _find_eaten(said.inlines, said.text):
                        yield _report_sign(summary, said.line, words, shown)


def backslashes_of_paths_stay(library: Library, today: date) -> Iterator[Finding]:
    """The path of a folder keeps its backslashes. Markdown takes one away before a sign.

    Bad: `\\\\\\\\server\\\\_policies`, which the page shows with a backslash less.
    Good: the path between two backticks, which show it as it is.
    Remedy: Write the path between backticks.
    Codes: eaten-sign.
    """
    for version in library.walk_versions():
        words = "\n".join(_texts(version))
        for number, line in enumerate(version.text.split("\n"), version.body_line):
            for token in _CODE.sub(" ", line).split():
                is_cut = _PATH.search(token) and _ESCAPE.search(token) and token not in words
                if is_cut and not _is_escaped_path(token):
                    yield _report_path(version, number, token)


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


def _find_eaten(inlines: Sequence[Inline], source: str) -> list[tuple[str, str]]:
    """Return the words around each mark that was probably a sign, and what the page shows.

    It stood between two figures, alone in quotation marks or brackets, or inside a word, a code
    or an address.
    """
    nothing, result = Inline(mark=Mark.TEXT), []
    padded = (nothing, *inlines, nothing)
    for before, piece, after in zip(padded, padded[1:], padded[2:], strict=False):
        result += _find_eaten(piece.children, source)
        sign = _SIGNS.get(piece.mark, "")
        inside = piece.text or markdown.plain_text(piece.children)
        left, right = markdown.plain_text((before,)), markdown.plain_text((after,))
        if not sign or not inside:
            continue
        is_plain, typed = f"{sign}{inside}" in source, sign.replace("*", "_")
        if is_plain or f"{typed}{inside}{typed}" not in source:
            typed = sign
        is_dialled = is_plain and sign != "`" and _DIALLED.search(inside)
        if is_dialled or _is_eaten(typed, left, inside, right):
            start = "" if left[-1:].isspace() else "".join(left.split()[-1:])
            end = "" if start or " " in inside else typed
            first = inside.split()[0]
            result.append((f"{start}{typed}{first}{end}", f"{start}{first}"))
    return result


def _is_eaten(sign: str, left: str, inside: str, right: str) -> bool:
    """Return whether a mark was probably a sign; `sign` is how it was typed."""
    opens, closes = f"{left[-1:]}{inside[:1]}", f"{inside[-1:]}{right[:1]}"
    if sign == "`":
        return left[-1:].isalpha()
    if len(opens) == 2 and (opens.isdigit() or opens in _ENCLOSED):
        return True
    is_from_word_to_word = len(inside.split()) > 1 and len(opens + closes) == 4
    if _GOES_ON.match(right) or (is_from_word_to_word and (opens + closes).isalpha()):
        return True
    if "*" in sign:
        is_dialled = len(closes) == 2 and closes.isdigit()
        is_code = sign == "*" and _is_in_code(left, inside, right)
        return is_dialled or is_code
    is_name = not inside.isalpha() or (sign == "__" and inside.islower() and not is_word(inside))
    return is_name and re.fullmatch(r"\w+", inside) is not None


def _is_in_code(left: str, inside: str, right: str) -> bool:
    """Return whether a single star was part of a code, as in `*21*0123#` or `a*b*c`.

    Ordinals (1*st*) and parts of words in italics are emphasis.
    """
    if inside in ("st", "nd", "rd", "th"):
        return False
    opens, closes = f"{left[-1:]}{inside[:1]}", f"{inside[-1:]}{right[:1]}"
    if inside[:1] in _SIGNS_OF_CODES and inside[-1:] in _SIGNS_OF_CODES:
        return True
    is_joined = opens.isalnum() and len(opens) == 2, closes.isalnum() and len(closes) == 2
    has_figure = (is_joined[0] and left[-1:].isdigit()) or (
        is_joined[1] and (inside[-1:].isdigit() or right[:1].isdigit())
    )
    is_short = all(is_joined) and len(inside) < 3 and inside.islower() and len(left.split()[-1]) < 3
    return has_figure or is_short


def _report_sign(place: Version | Summary, line: int, words: str, shown: str) -> Finding:
    kind, remedy = (
        "emphasis",
        (
            "Write × or the word in place of each sign. If it must stay, write a backslash before "
            "each one, `\\*`, or put a code between two backticks."
        ),
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
