"""The table of what word processors, templates and converters leave behind in a text.

A row that is sure stops an approval. A row that is not sure asks: the same words can be
right in a form or a letter that people fill in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A kind of leftover. `what` follows the words that were found: “…” is `what`.

    A line without any of `signs`, in small letters, cannot match.
    """

    code: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    what: str
    remedy: str
    is_sure: bool = True

    def can_match(self, small: str) -> bool:
        """Return whether words in small letters have one of the signs."""
        return any(sign in small for sign in self.signs)


_WRITE = "Replace it with your own words, or remove it."
_FILL = (
    "Write what belongs there. If it is part of a form or a letter that people fill in, "
    "leave it as it is."
)
#: Brackets in which templates put what to fill in. A link has `(` after it.
_BRACKETS = ("[", "<", "{", "«", "‹")
_OPEN, _CLOSE = r"(?:\[|<<?|\{|«|‹)", r"(?:\](?!\()|>>?|\}|»|›)"
_ORDER = (
    r"(?:please\s+)?(?:insert|enter|fill\s+in|replace|amend|add|put|select\s+one|choose\s+one"
    r"|type\s+(?:in|your|the|here)|delete\s+(?:as|if|where))"
)
_SUBJECT = (
    r"(?:the\s+|your\s+)?(?:name|date|year|month|number|role|title|link|email|phone|school|trust"
    r"|headteacher|DSL|SENCO|governor|local authority|LA)"
)


def _ignore_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


LEFTOVERS: tuple[Leftover, ...] = (
    Leftover(
        code="unfinished",
        pattern=re.compile(r"(?:^|\s)(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)"),
        signs=("<<<<<<<", "=======", ">>>>>>>", "|||||||"),
        what="a mark of a merge conflict",
        remedy="Keep one of the two texts, and remove the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    Leftover(
        code="unfinished",
        pattern=re.compile(r"\{\+\+|\+\+\}|\{--|--\}|\{~~|~~\}|\{>>|<<\}|\bCommented \[\w+\]:"),
        signs=("{", "}", "commented ["),
        what="a mark of a tracked change or of a comment",
        remedy="Accept or reject the change, and remove the marks.",
    ),
    Leftover(
        code="unfinished",
        pattern=re.compile(r"(?<![~\w])~~(?=[^\s~])[^~\n]{0,300}[^\s~]~~(?![~\w])"),
        signs=("~~",),
        what="struck-through text",
        remedy="Remove the text, or remove the marks ~~ if it still applies.",
    ),
    Leftover(
        code="unfinished",
        pattern=re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]{0,300}[^\s=]==(?![=\w])"),
        signs=("==",),
        what="highlighted text, which somebody still wanted to look at",
        remedy="Decide what it should say, and remove the marks ==.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(
            r"\bError[!:] (?:Reference source|Bookmark|No text of|Hyperlink reference|Unknown|Not a"
            r"|Main Document|Use the Home tab|Number cannot|Style not|No table of)[^.!\n]{0,80}"
        ),
        signs=("error!", "error:"),
        what="what a word processor writes where a reference broke",
        remedy="Write what the reference should say, such as “section 4.2”.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(
            r"\{\s*(?:PAGE|NUMPAGES|REF|PAGEREF|TOC|MERGEFIELD|DOCPROPERTY|FILENAME|STYLEREF|SEQ"
            r"|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|INCLUDEPICTURE|HYPERLINK|SAVEDATE|PRINTDATE)\b"
            r"[^{}\n]{0,200}\}|«\w{1,60}»|(?<!\w)_(?:Toc|Ref|Hlk)\d{6,}|\$\{\w{1,60}\}"
            r"|\[object Object\]|\(cid:\d+\)"
        ),
        signs=("{", "«", "_toc", "_ref", "_hlk", "[object", "(cid:"),
        what="the code of a field that a program should have filled in",
        remedy="Write the words that belong there.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(r"(?<!\w)#(?:REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)"),
        signs=("#ref", "#name", "#value", "#div", "#null", "#num"),
        what="what a spreadsheet writes where a formula broke",
        remedy="Write the value that belongs there.",
    ),
    Leftover(
        code="broken-field",
        pattern=re.compile(r"â€[™œ“”˜¦\x9d\x9c\x99]|Ã[©¨¢ª®´¶¼§¡¯³]|Â[£©®°½»«]"),
        signs=("â€", "ã", "â"),
        what="a letter that a program read in the wrong encoding",
        remedy="Write the letter again, such as ’ or é or £.",
    ),
    Leftover(
        code="placeholder",
        pattern=_ignore_case(
            r"\bclick (?:or tap )?(?:here )?to (?:enter|add|insert|choose|type)\b[^.\n]{0,40}"
            r"|\bclick or tap\b|\bchoose an item\.|\b(?:enter|type|insert) (?:your )?"
            r"(?:text|name|date|details) here\b"
        ),
        signs=(
            "click ",
            "choose an item",
            *(f"{word} here" for word in ("text", "name", "date", "details")),
        ),
        what="what a word processor shows where nobody has typed anything yet",
        remedy=_WRITE,
    ),
    Leftover(
        code="placeholder",
        pattern=_ignore_case(
            rf"{_OPEN}\s*{_ORDER}\b[^\]>\}}»›\n]{{0,120}}{_CLOSE}"
            r"|\(\s*(?:please\s+)?(?:insert\b[^()\n]{0,80}"
            r"|(?:delete|amend|adapt|add) (?:as|if|where) (?:appropriate|applicable|necessary"
            r"|required|needed)[^()\n]{0,40})\)"
        ),
        signs=(*_BRACKETS, "( ", "insert", "(please", "(delete", "(amend", "(adapt", "(add"),
        what="a placeholder",
        remedy=_WRITE,
    ),
    Leftover(
        code="placeholder",
        pattern=re.compile(
            r"\bTODO\b|\bTBC\b|\bXXX+\b|(?i:lorem ipsum)"
            r"|(?i:(?<![\w/])xx[/.\-]xx[/.\-](?:20)?(?:xx|\d\d)(?![\w/]))"
            r"|\b20(?:XX|xx)\b|\b202[Xx]\b"
            r"|Write the rules here, one sentence a line|Write in plain words what this rule means"
            r"|Say here what changes and why"
        ),
        signs=(
            "todo",
            "tbc",
            "xx",
            "orem ipsum",
            "202x",
            "write the rules",
            "write in plain",
            "say here",
        ),
        what="a placeholder",
        remedy=_WRITE,
    ),
    Leftover(
        code="placeholder",
        pattern=re.compile(
            rf"(?i:{_OPEN}\s*{_SUBJECT}\b[^\]>\}}»›\n.;:=\"]{{0,60}}{_CLOSE})"
            rf"|(?i:\(\s*(?:name of (?:the )?(?:school|trust|DSL|headteacher|governor)|school name)"
            r"\s*\))"
            r"|\bTB[AD]\b|\b(?:DD|dd)[/.\-](?:MM|mm)[/.\-](?:YYYY|yyyy|YY|yy)\b"
            r"|\[\s*(?:…|\.{2,}|●|•)\s*\]"
        ),
        signs=(*_BRACKETS, "( ", "(name of", "(school name", "tba", "tbd", "dd/", "dd.", "dd-"),
        what="a place to fill in",
        remedy=_FILL,
        is_sure=False,
    ),
)


def rows_for(text: str, code: str) -> tuple[Leftover, ...]:
    """Return the rows of `code` that can match in `text`."""
    small = text.lower()
    return tuple(row for row in LEFTOVERS if row.code == code and row.can_match(small))


def find_leftovers(words: str, rows: Iterable[Leftover]) -> Iterator[tuple[str, Leftover]]:
    """Yield the first match of each of `rows` in a line: its words and its row.

    What an earlier row matched is not matched again.
    """
    small = words.lower()
    taken: list[tuple[int, int]] = []
    for row in rows:
        matches = row.pattern.finditer(words) if row.can_match(small) else ()
        if match := next((m for m in matches if _is_free(m, taken)), None):
            taken.append(match.span())
            yield match[0].strip().replace("\\", ""), row


def _is_free(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return all(match.end() <= start or match.start() >= end for start, end in taken)
