"""Turn the marked words of tags into runs: their look, links, notes and pictures."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from policybook.word.incoming.document import LookAt, Picture, TextRun
from policybook.word.incoming.pdf.pieces import PdfPiece, add_spaces, join_text
from policybook.word.incoming.pdf.tags import PdfTag, PdfWords

#: Tags within a line. Any other tag is a block of its own.
INLINE = frozenset(
    "Span Quote Reference BibEntry Code Link Annot Em Strong Sub Lbl Formula Form Ruby RB RT RP "
    "Warichu WT WP".split()
)
NOTES = frozenset({"Note", "FENote"})
#: A paragraph's number as lists and headings have it, where the file marks it apart.
_NUMBER = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivxlc]{1,6}|[A-Z])[.):]?\)?|Appendix \w{1,3}[:.]?"
)
_BULLETS = frozenset("•◦▪●○■□–—-*o·‣➢✓§")
_Look = tuple[bool, bool, str, str]


@dataclass(frozen=True, slots=True)
class PdfRunPiece:
    """A piece, and what its tags say of it: a link's address, the key of a note, a picture."""

    piece: PdfPiece
    address: str = ""
    note: str = ""
    picture: Picture | None = None


@dataclass(slots=True)
class PdfPlaces:
    """The pieces of a file by their places, and which of them the text has taken."""

    pieces: Mapping[tuple[int, int], Sequence[PdfPiece]]
    taken: set[tuple[int, int]] = field(default_factory=set)
    look_at: list[LookAt] = field(default_factory=list)
    keeps_spaces: bool = False

    def take(self, words: PdfWords) -> Sequence[PdfPiece]:
        """Return the pieces at a place, once."""
        place = words.page, words.mark
        if place in self.taken:
            return ()
        self.taken.add(place)
        return self.pieces.get(place, ())

    def take_all(self, tag: PdfTag) -> list[PdfPiece]:
        """Return every piece of a tag and of the tags in it."""
        pieces = list[PdfPiece]()
        for kid in tag.kids:
            pieces += self.take(kid) if isinstance(kid, PdfWords) else self.take_all(kid)
        if tag.actual is not None and pieces:
            pieces = [replace(p, text=tag.actual if p is pieces[0] else "") for p in pieces]
        return pieces


def read_inline(
    kids: Iterable[PdfTag | PdfWords],
    places: PdfPlaces,
    keep_note: Callable[[PdfTag], None],
    address: str = "",
) -> Iterator[PdfRunPiece]:
    """Yield the pieces of tags within a line. `keep_note` takes the notes among them."""
    for kid in kids:
        if isinstance(kid, PdfWords):
            yield from (PdfRunPiece(piece, address) for piece in places.take(kid))
        elif kid.tag in NOTES:
            keep_note(kid)
        elif kid.tag == "Figure":
            yield from read_figure(kid, places)
        elif kid.actual is not None:
            yield from (PdfRunPiece(piece, address) for piece in places.take_all(kid))
        else:
            yield from read_inline(kid.kids, places, keep_note, kid.address or address)


def read_figure(tag: PdfTag, places: PdfPlaces) -> Iterator[PdfRunPiece]:
    """Yield a picture, with the words in it after it."""
    pieces = places.take_all(tag)
    name = next((piece.picture for piece in pieces if piece.picture), "")
    picture = Picture(name=name.removeprefix("/") or "picture", data=b"", words=tag.words)
    yield PdfRunPiece(PdfPiece(page=0, text=""), picture=picture)
    if text := join_text(pieces):
        places.look_at.append(LookAt(what="words in a picture", text=text))
        yield from (PdfRunPiece(piece) for piece in pieces)


def split_label(pieces: list[PdfRunPiece]) -> tuple[str, list[PdfRunPiece]]:
    """Return the number or sign that the file marks apart at the start, and the rest."""
    filled = [index for index, entry in enumerate(pieces) if entry.piece.text.strip()]
    if len(filled) < 2:
        return "", pieces
    first = pieces[filled[0]]
    text = first.piece.text.strip()
    if first.note or not is_label(text):
        return "", pieces
    return text, pieces[filled[0] + 1 :]


def is_label(text: str) -> bool:
    """Return whether words are a number of a list or a heading, or a bullet."""
    return text in _BULLETS or _NUMBER.fullmatch(text) is not None


def is_bullet(label: str) -> bool:
    """Return whether a label is a sign and no number."""
    return label in _BULLETS


def make_runs(pieces: Sequence[PdfRunPiece]) -> tuple[TextRun, ...]:
    """Return the runs of a paragraph, with the spaces between its pieces."""
    # Spaces depend on the piece before, so they are added before runs are joined.
    spaced = iter(tuple(add_spaces(e.piece for e in pieces if e.piece.text)))
    filled = [replace(entry, piece=next(spaced)) if entry.piece.text else entry for entry in pieces]
    runs = list[TextRun]()
    for (bold, italic, address, note), group in groupby(filled, key=_get_look):
        entries = list(group)
        runs += (TextRun(picture=e.picture) for e in entries if e.picture)
        text = "".join(entry.piece.text for entry in entries)
        if note:
            runs.append(TextRun(note=note))
        elif text:
            runs.append(TextRun(text=text, bold=bold, italic=italic, address=address))
    words = [index for index, run in enumerate(runs) if run.text.strip()]
    if words:
        first, last = words[0], words[-1]
        runs[first] = replace(runs[first], text=runs[first].text.lstrip())
        runs[last] = replace(runs[last], text=runs[last].text.rstrip())
    return tuple(
        run
        for index, run in enumerate(runs)
        if run.note or run.picture or (words and run.text and words[0] <= index <= words[-1])
    )


def _get_look(entry: PdfRunPiece) -> _Look:
    return entry.piece.bold, entry.piece.italic, entry.address, entry.note
