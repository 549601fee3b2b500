"""Signs of a sentence that Markdown reads as marks, so that the page does not show them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import ClauseKind, Finding, Inline, Library, Mark, Summary, Version
from policybook.reading.texts import clauses, markdown
from policybook.text import characters
from policybook.text.syllables import is_word

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
#: A path of a computer: `\\server\share`, `S:\folder`, `one\two`. A line to fill in is none.
_PATH = re.compile(r"(?:\\\\[^\W_]|(?<!\w)[A-Za-z]:\\(?!_(?:\\?_|$))|[^\W_]\\[^\W_])")
_CODE = re.compile(r"`[^`]*`")
#: A backslash that Markdown takes away: one before a sign.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
#: A backslash that is alone before punctuation, or in its cell. It is meant as a sign.
_LONE = re.compile(
    r"(?:(?<![^\s(\[“‘\"'|])\\(?=[,;:?.!)\]\"'](?:[\s,;:.)]|\Z)))|(?:^|(?<=\|))[ \t]*\\(?=\|)"
)
#: A line of nothing but underscores. Three make a rule on purpose.
_LINE = re.compile(r"(?:[-*+] )?_(?:[ \t]*_){3,}")
#: A heading that ends with signs of its own.
_CLOSED_HEADING = re.compile(r" {0,3}(#{1,6})[ \t].*[ \t](#+)")
#: A text in which a backslash is only before a sign, so that each was written to go.
_ALL_ESCAPED = re.compile(r"(?:[^\\]|\\[!-/:-@\[-`{-~])*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = {Mark.EMPHASIS: "*", Mark.STRONG: "**", Mark.CODE: "`"}
#: What stands around a sign that is alone in quotation marks or brackets.
_ENCLOSED = ("()", "[]", '""', "''", "“”", "‘’")
#: What is before and after emphasis, if it is not a letter; and what emphasis starts and ends with.
_BEFORE = re.compile(r"[\s(\[{“‘\"'—–>|/.-]?")
_AFTER = re.compile(r"(?:\Z|[\s.,;:!?)\]}”’\"'—–…|/-](?!(?<=[./-])[a-z0-9]))")
_STARTS = re.compile(r"[^\W_]|[(\[“‘\"'£€$…—–<@&+-]|\.\d")
_ENDS = re.compile(r"(?:[^\W_]|[)\]”’\"'.,;:!?…%—–>#+-])\Z")
#: A sign between two figures, or a figure after `#`, as in `*#62*`.
_DIALLED = re.compile(r"\d[*#]\d|^#\d+$|^\d+#$")
#: The start of an address or a path that goes on to the mark.
_ADDRESS = re.compile(r"(?:\w+://|www\.|\S*@)\S*\Z")
_ORDINALS = ("st", "nd", "rd", "th")
#: A star that the page shows before a word: `*1 or *2*`.
_SHOWN_STAR = re.compile(r"(?<!\S)\*\w")


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
            if not any(piece.mark in _SIGNS or piece.children for piece in inlines):
                continue
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
            if hit := _LONE.search(line):
                yield _report_backslash(version, number, line[: hit.end() + 1].split()[-1])
            goes_on = bool("".join(lines[place + 1 : place + 2]).strip())
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
            if _LINE.fullmatch(line.strip()) and not _is_code(version, number):
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


def _find_eaten(inlines: Sequence[Inline], source: str) -> list[tuple[str, str]]:
    """Return the words around each mark that is not plainly emphasis, and what the page shows."""
    nothing, result = Inline(mark=Mark.TEXT), []
    padded = (nothing, *inlines, nothing)
    for before, piece, after in zip(padded, padded[1:], padded[2:], strict=False):
        result += _find_eaten(piece.children, source)
        sign = _SIGNS.get(piece.mark, "")
        inside = piece.text or markdown.plain_text(piece.children)
        left, right = map(_read_beside, (before, after))
        if not sign or not inside.strip():
            continue
        is_plain, typed = f"{sign}{inside}" in source, sign.replace("*", "_")
        if is_plain or (f"{typed}{inside}" not in source and "*" in source):
            typed = sign
        is_dialled = is_plain and sign != "`" and _DIALLED.search(inside)
        is_twice = sign == "**" and any(child.mark is Mark.STRONG for child in piece.children)
        if is_dialled or is_twice or not _is_meant(typed, left, inside, right):
            start = "" if left[-1:].isspace() else "".join(left.split()[-1:])
            end = "" if start or " " in inside else typed
            first = inside.split()[0]
            result.append((f"{start}{typed}{first}{end}", f"{start}{first}"))
    return result


def _read_beside(piece: Inline) -> str:
    """Return the words beside a mark. Those of a link are its own, unless they are its address."""
    words = markdown.plain_text((piece,))
    return words if piece.mark is not Mark.LINK or _ADDRESS.match(words) else ""


def _is_meant(sign: str, left: str, inside: str, right: str) -> bool:
    """Return whether a mark is plainly one: around whole words, or a part of one word.

    `sign` is how it was typed.
    """
    opens, closes = f"{left[-1:]}{inside[:1]}", f"{inside[-1:]}{right[:1]}"
    if sign == "`":
        return not left[-1:].isalpha()
    if len(opens) == 2 and (opens.isdigit() or opens in _ENCLOSED):
        return False
    if not (_STARTS.match(inside) and _ENDS.search(inside)) or not _is_balanced(inside):
        return False
    if _ADDRESS.match(left.split(" ")[-1]):
        return False
    is_joined = left[-1:].isalnum(), right[:1].isalnum()
    if any(is_joined):
        return _is_part_of_word(sign, left, inside, right, all(is_joined) or closes.isdigit())
    if not _BEFORE.fullmatch(left[-1:]) or not _AFTER.match(right):
        return False
    if "*" in sign:
        return not (inside.isdigit() and _SHOWN_STAR.search(left + right))
    is_name = not inside.isalpha() or (sign == "__" and inside.islower() and not is_word(inside))
    return not (is_name and re.fullmatch(r"\w+", inside))


def _is_balanced(inside: str) -> bool:
    return inside.count("(") == inside.count(")") or re.fullmatch(r"[(]?\w+[)]", inside) is not None


def _is_part_of_word(sign: str, left: str, inside: str, right: str, is_code: bool) -> bool:
    """Return whether letters that touch a mark make a word with it: `un*fair*ly`, `1*st*`.

    Bold words may touch another word on one side.
    """
    before, after = re.findall(r"\w*\Z", left)[0], re.findall(r"\A\w*", right)[0]
    if inside in _ORDINALS or (after in _ORDINALS and inside.isdigit()):
        return True
    whole = f"{before}{inside}{after}"
    if is_word(whole) and len(whole) > len(_ORDINALS):
        return inside.islower() or not before
    is_code = is_code or (sign == "*" and bool(before) and inside[0] not in "([")
    return (
        not is_code
        and re.sub(r"[ ().,\[\]]", "", inside).isalpha()
        and not (before + after).isdigit()
    )


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
