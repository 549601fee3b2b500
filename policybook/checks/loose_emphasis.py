r"""Find the signs of bold and italic words that made none, and so stay on the page.

`**Note: text **` is not bold, because of the space before the last sign. Stars may also point
to a note, as in `Fees**` and `*delete as appropriate`. A single star without a partner is
reported only between words, in a text that has no such note.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.model import Clause, Inline, Mark, Version
from policybook.reading.texts import clauses

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


def find_signs(version: Version) -> Iterator[tuple[int, str]]:
    """Yield the line of each block whose page shows such signs, and the words around the first."""
    if "*" not in version.text and "_" not in version.text:
        return
    lines = version.text.split("\n")
    may_point = bool(_POINTER.search(version.text))
    has_note = bool(_STARRED.search(version.text) and _NOTE.search(version.text))
    for (start, end), inlines in _list_blocks(version):
        sources = lines[start - version.body_line : end - version.body_line]
        words = "\n".join(_list_words(inlines))
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
        for place, source in enumerate(sources):
            if any(len(part) > 2 and _is_typed(part, source) for part in (after, before)):
                around = words[max(0, start - _MOST_AROUND) : end + _MOST_AROUND]
                return place, " ".join(around.split())
    return None


def _is_typed(part: str, source: str) -> bool:
    """Return whether a line has these words without a backslash before them."""
    return re.search(rf"(?<!\\){re.escape(part)}", source) is not None


def _list_blocks(version: Version) -> Iterator[tuple[tuple[int, int], Sequence[Inline]]]:
    """Yield the lines and the words of each heading, clause and cell."""
    table = 0
    for part in clauses.walk_parts(version):
        yield part.lines, part.inlines
        if isinstance(part, Clause) and part.table:
            yield from ((part.lines, cell) for cell in part.cells)
            if part.table != table:
                # The header is two lines above the first row.
                table, start = part.table, part.lines[0]
                yield from (((start - 2, start), cell) for cell in part.header)


def _list_words(inlines: Sequence[Inline]) -> Iterator[str]:
    """Yield the words that are no code, each piece of text alone."""
    for piece in inlines:
        if piece.mark is Mark.TEXT:
            yield piece.text
        if piece.children:
            yield from _list_words(piece.children)
