"""Say what the first characters of a line suggest: a heading, an item, a number.

Invisible characters and unusual spaces, figures and signs count as the usual ones. This
module must not know Markdown's rules or clauses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

#: Characters without width, which people do not see.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
#: Spaces that look like a space and are none to Markdown.
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Signs and figures of full width.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
#: Signs that word processors put before items. Those of Word's own fonts have no shape.
BULLETS = "•·∙⁃▪▫◦●○■□◆◇❖⦁⦿‣➢➤►✓✔✦★☆\uf020-\uf0ff"
#: Letters and signs that Word shows as bullets in its own fonts. They have a tab after them.
_TABBED_BULLETS = "o§ØüvqnlwàèÜ"

_HEADING = re.compile(r"(#{1,6})(\s*)(?=[^#\s])")
_BULLET = re.compile(
    rf"([{BULLETS}])\s*(?=[^\s{BULLETS}])|(o)(?:\t| +)\s*(?=\w)"
    rf"|([{_TABBED_BULLETS}])\t\s*(?=\w)"
    # The same as an entity of HTML.
    r"|(&(?:bull|middot|#8226|#183|#[xX]2022|#[xX][bB]7);)\s*(?=\S)"
)
_DASH = re.compile(r"([–—−])\s+(?=[\w“‘\"'(])")
#: An arrow, a picture or a sign of a paragraph.
_SYMBOL = re.compile(
    "([\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff§¶»›]\ufe0f?)\\s+(?=\\S)"
)
_MARK = re.compile(r"([-*+])\s+(?=\S)")
#: A star may also start words in italics, which end with another one.
_TIGHT_MARK = re.compile(r"([-+])(?=(?:\*{1,3}|_{1,3})?[^\W\d_])|(\*)(?=[^\W\d_][^*]*$)")
_CLAUSE_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(?=[A-Z“‘\"'(*_\[])")
_NUMBER = re.compile(r"(\d{1,9}[.)])(?:\s+(?=\S)|(?=[A-Za-z]))")


class ShapeKind(StrEnum):
    """What a line looks like."""

    EMPTY = "empty"
    HEADING = "heading"
    #: A sign that is no mark in Markdown, such as `•`.
    BULLET = "bullet"
    #: A dash, which may also be part of a sentence.
    DASH = "dash"
    #: A mark of Markdown, as in `- Bring a coat`.
    MARK = "mark"
    #: A hyphen or a star at a word: `-Bring a coat`.
    TIGHT_MARK = "tight mark"
    #: `2.` or `2)`.
    NUMBER = "number"
    #: `2.1`.
    CLAUSE_NUMBER = "clause number"
    #: A sign that may be a bullet if the next line has it too.
    SYMBOL = "symbol"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a line looks like.

    `sign` is the mark as typed, and `words` what comes after it, both without odd
    characters. `indent` counts columns before the sign; a tab ends at the next fourth.
    `is_plain` says that the line has no odd characters up to its words.
    """

    kind: ShapeKind
    sign: str
    words: str
    indent: int
    is_plain: bool


_PATTERNS = (
    (ShapeKind.HEADING, _HEADING),
    (ShapeKind.BULLET, _BULLET),
    (ShapeKind.DASH, _DASH),
    (ShapeKind.MARK, _MARK),
    (ShapeKind.TIGHT_MARK, _TIGHT_MARK),
    (ShapeKind.CLAUSE_NUMBER, _CLAUSE_NUMBER),
    (ShapeKind.NUMBER, _NUMBER),
    (ShapeKind.SYMBOL, _SYMBOL),
)


def read_shape(line: str) -> Shape:
    """Return what `line` looks like."""
    folded = line if line.isascii() else fold(line)
    words = folded.lstrip()
    indent = len(folded[: len(folded) - len(words)].expandtabs(4))
    if not words:
        return Shape(
            kind=ShapeKind.EMPTY, sign="", words="", indent=indent, is_plain=not line.strip(" \t")
        )
    for kind, pattern in _PATTERNS:
        if match := pattern.match(words):
            sign = next(group for group in match.groups() if group)
            rest = words[match.end() :]
            is_plain = line.endswith(rest) and line[: len(line) - len(rest)].isascii()
            return Shape(kind=kind, sign=sign, words=rest, indent=indent, is_plain=is_plain)
    return Shape(kind=ShapeKind.WORDS, sign="", words=words, indent=indent, is_plain=True)


def find_words_column(line: str) -> int:
    """Return the column where the words of an item start; what is inside it starts there too.

    With five spaces after the sign, the words are code, and the column is the next one.
    """
    shape, whole = read_shape(line), line.expandtabs(4)
    after_sign = shape.indent + len(shape.sign)
    column = after_sign + len(whole[after_sign:]) - len(whole[after_sign:].lstrip())
    return column if column - after_sign < 5 else after_sign + 1


def fold(line: str) -> str:
    """Return `line` with plain spaces, figures and signs, and without invisible characters.

    Only the start of the line changes: the words of a text are the author's.
    """
    head = re.match(r"[^A-Za-z]*", line)
    end = head.end() if head else 0
    start = _ODD_SPACE.sub(" ", _INVISIBLE.sub("", line[:end])).translate(_FULL_WIDTH)
    return start + line[end:]


def remove_odd_forms(words: str) -> str:
    """Return `words` without invisible characters, and with signs of ordinary width."""
    return words if words.isascii() else _INVISIBLE.sub("", words).translate(_FULL_WIDTH)


def describe_oddity(line: str) -> str:
    """Return what is odd at the start of `line`: `it has U+00A0 where a space belongs`.

    The result is empty if nothing is.
    """
    wide = [sign for sign in _list_odd_characters(line) if ord(sign) in _FULL_WIDTH]
    hidden = [sign for sign in _list_odd_characters(line) if _INVISIBLE.match(sign)]
    if wide:
        return f"its signs have full width ({_join_codes(wide)})"
    if hidden:
        return f"it has an invisible character ({_join_codes(hidden)})"
    odd = name_odd_characters(line)
    return f"it has {odd} where a space belongs" if odd else ""


def name_odd_characters(line: str) -> str:
    """Return the odd characters at the start of `line` by their code points: `U+00A0`."""
    return _join_codes(_list_odd_characters(line))


def _list_odd_characters(line: str) -> list[str]:
    start = re.match(r"[\W\d_]*", line)
    return [
        sign
        for sign in dict.fromkeys(start[0] if start and start[0] else line)
        if _INVISIBLE.match(sign) or _ODD_SPACE.match(sign) or ord(sign) in _FULL_WIDTH
    ]


def _join_codes(signs: Sequence[str]) -> str:
    return ", ".join(f"U+{ord(sign):04X}" for sign in signs)
