"""Pieces of text as a PDF's page shows them, and the spaces and lines between them.

A page does not have to hold its spaces: a gap between two pieces is one. Two pieces on
two lines have one between them too, unless the first ends with a hyphen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policybook.word.incoming.document import Furniture

#: A gap of this many letter heights is a space.
_GAP = 0.18
#: Two pieces this many letter heights apart, up or down, are on two lines.
_LINE = 0.6
#: The number of a paragraph: `4.1`, `2.`, `(a)`.
_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3})+|\d{1,3}[.)]|\(?[a-zA-Z]{1,4}[.)]")
_HYPHENS = "-\u2010\u2011/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPiece:
    """Words that a page shows at once, in one look.

    `start` and `end` are points of the page, and `along` is the direction of the line.
    `height` is the place on the page, 0 at its foot and 1 at its head. `mark` is the
    number by which tags name the piece. `furniture` says what the file calls it if it is
    no part of the text. `picture` is the name of a picture in place of words.
    """

    page: int
    text: str
    start: tuple[float, float] = (0, 0)
    end: tuple[float, float] = (0, 0)
    along: tuple[float, float] = (1, 0)
    size: float = 10
    height: float = 0.5
    bold: bool = False
    italic: bool = False
    mark: int | None = None
    furniture: Furniture | None = None
    picture: str = ""


def add_spaces(pieces: Iterable[PdfPiece]) -> Iterator[PdfPiece]:
    """Yield the pieces with a space before each that a gap or a new line divides from the last.

    A soft hyphen at the end of a line goes, as it only divides a word for its line.
    """
    last: PdfPiece | None = None
    for piece in pieces:
        if not piece.text:
            yield piece
            continue
        if last is not None:
            is_new_line = _is_on_new_line(last, piece)
            if is_new_line and last.text.endswith("\u00ad"):
                last = replace(last, text=last.text[:-1])
            elif _needs_space(last, piece, is_new_line):
                piece = replace(piece, text=f" {piece.text}")
            yield last
        last = piece
    if last is not None:
        yield last


def _is_on_new_line(last: PdfPiece, piece: PdfPiece) -> bool:
    """Return whether a piece starts another line."""
    ahead, aside = _measure(last, piece)
    size = max(last.size, piece.size, 1)
    return last.page != piece.page or aside > _LINE * size or ahead < -2 * size


def _needs_space(last: PdfPiece, piece: PdfPiece, is_new_line: bool) -> bool:
    if last.text[-1:].isspace() or piece.text[:1].isspace():
        return False
    if is_new_line:
        return not (last.text[-1] in _HYPHENS and last.text[-2:-1].isalnum())
    if last.mark != piece.mark and _NUMBER.fullmatch(last.text.strip()) and piece.text[0].isalpha():
        # A number and its words are marked apart, and may be close to each other.
        return True
    return _measure(last, piece)[0] > _GAP * max(min(last.size, piece.size), 1)


def _measure(last: PdfPiece, piece: PdfPiece) -> tuple[float, float]:
    """Return how far a piece starts ahead of the end of the last, and how far aside."""
    x, y = piece.start[0] - last.end[0], piece.start[1] - last.end[1]
    return x * last.along[0] + y * last.along[1], abs(x * last.along[1] - y * last.along[0])


def keeps_spaces(pieces: Sequence[PdfPiece]) -> bool:
    """Return whether a file keeps the space at the end of a line, as Word does."""
    ends = [pair for pair in pairwise(pieces) if _ends_line(*pair)]
    inside = [
        last for last, piece in ends if last.text.strip()[-1:].isalnum() and piece.text[0].islower()
    ]
    return sum(piece.text[-1].isspace() for piece in inside) > 0.6 * len(inside)


def find_divided_words(pieces: Sequence[PdfPiece]) -> Iterator[str]:
    """Yield the two ends where a line of a file that keeps spaces ends without one.

    Either the author broke the line there, or a narrow cell divided a word.
    """
    for last, piece in pairwise(piece for piece in pieces if piece.text):
        if _ends_line(last, piece) and last.text[-1].isalpha() and piece.text[0].islower():
            yield f"{last.text.split()[-1]} {piece.text.split()[0]}"


def _ends_line(last: PdfPiece, piece: PdfPiece) -> bool:
    is_same_page = last.page == piece.page and bool(last.text and piece.text.strip())
    return is_same_page and _is_on_new_line(last, piece)


def join_text(pieces: Iterable[PdfPiece]) -> str:
    """Return the words of pieces in one line."""
    return " ".join("".join(piece.text for piece in add_spaces(pieces)).split())
