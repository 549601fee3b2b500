"""Turn the runs of a redline, and inline pieces, into Word's runs of text."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from policybook.model import Mark
from policybook.redline import Piece, Run, RunKind
from policybook.word.outgoing.drawings import Pictures
from policybook.word.outgoing.xml_parts import Element, Revisions, Track, make, make_text, set_value

__all__ = ["Href", "Pictures", "TextWriter", "TrackedText", "compare_sides", "web_only"]

#: Turns the target of a link into a full address, or None: then only its words stay.
Href = Callable[[str], str | None]
#: The redline has this character for a picture or link without words.
_NO_WORDS = "\ufffc"
_SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
#: What may follow the host of an address. Word calls a file damaged that has another.
_REST = r"(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-fA-F]{2})*"
_WEB = re.compile(
    rf"https?://[\w-]+(?:\.[\w-]+)*\.?(?::\d{{1,5}})?(?:[/?]{_REST})?(?:#{_REST})?"
    rf"|mailto:[\w.+'-]+@[\w-]+(?:\.[\w-]+)*(?:\?{_REST})?|tel:\+?[\d().-]+",
    re.IGNORECASE,
)


class TrackedText(NamedTuple):
    """A piece of text and how it is tracked. `was` is its old look if only that changed.

    A number before the words has a tab after it.
    """

    track: Track
    piece: Piece
    was: Piece | None = None
    is_number: bool = False


def web_only(target: str) -> str | None:
    """Return the target if it is a full and sound address that Word may open, else None."""
    address = target.replace("[", "%5B").replace("]", "%5D")
    return address if _WEB.fullmatch(address) else None


def compare_sides(run: Run) -> Iterator[TrackedText]:
    """Yield the stretches of a run: what both texts have, and what only one has.

    Without the added stretches they are the old side, without the removed ones the new.
    """
    if run.kind is RunKind.REMOVED or run.kind is RunKind.ADDED:
        track = Track.REMOVED if run.kind is RunKind.REMOVED else Track.ADDED
        yield from (TrackedText(track, piece) for piece in run.old or run.new)
    elif run.old == run.new:
        yield from (TrackedText(Track.NONE, piece) for piece in run.new)
    elif (both := _lay_over(run.old, run.new)) is not None:
        yield from both
    else:
        yield from (TrackedText(Track.REMOVED, piece) for piece in run.old)
        yield from (TrackedText(Track.ADDED, piece) for piece in run.new)


class _Sign(NamedTuple):
    """A character, or a whole picture, with the look of its piece."""

    text: str
    look: Piece


def _signs(pieces: Sequence[Piece]) -> list[_Sign]:
    """Return the characters of the pieces, with every white space as one space."""
    signs: list[_Sign] = []
    for piece in pieces:
        look = piece._replace(text="")
        if piece.mark is Mark.IMAGE:
            signs.append(_Sign(piece.text, look))
        elif piece.mark is Mark.CODE:
            signs += [_Sign(sign, look) for sign in piece.text]
        else:
            signs += [_Sign(sign, look) for sign in _SPACES.sub(" ", piece.text)]
    return signs


def _lay_over(old: Sequence[Piece], new: Sequence[Piece]) -> list[TrackedText] | None:
    """Return the stretches of two sides that differ only in looks and white space, else None."""
    left, right = _signs(old), _signs(new)
    pairs: list[tuple[Track, _Sign, Piece | None]] = []
    i = j = 0
    while i < len(left) or j < len(right):
        a = left[i] if i < len(left) else None
        b = right[j] if j < len(right) else None
        if a and b and a.text == b.text:
            pairs.append((Track.NONE, b, None if a.look == b.look else a.look))
            i, j = i + 1, j + 1
        elif a and a.text == " ":
            pairs.append((Track.REMOVED, a, None))
            i += 1
        elif b and b.text == " ":
            pairs.append((Track.ADDED, b, None))
            j += 1
        else:
            return None
    return list(_joined(pairs))


def _joined(pairs: Sequence[tuple[Track, _Sign, Piece | None]]) -> Iterator[TrackedText]:
    """Yield neighbouring characters of one look as one stretch.

    Word cannot track another address or another kind of piece: that is removed and added.
    """
    for (track, look, was), group in groupby(pairs, key=lambda p: (p[0], p[1].look, p[2])):
        text = "".join(sign.text for _, sign, _ in group)
        piece = look._replace(text=text)
        if was is None:
            yield TrackedText(track, piece)
        elif (was.mark, was.target, _link(was)) == (look.mark, look.target, _link(look)):
            yield TrackedText(track, piece, was)
        else:
            yield TrackedText(Track.REMOVED, was._replace(text=text))
            yield TrackedText(Track.ADDED, piece)


def _link(piece: Piece) -> str | None:
    """Return the target of the innermost link around a piece."""
    links = [wrap.target for wrap in piece.wraps if wrap.mark is Mark.LINK]
    return links[-1] if links else None


class TextWriter:
    """Writes stretches as runs.

    `link` gives the relationship of an address; `#` and a name is a bookmark. `note` gives
    the mark of a footnote to which a link leads.
    """

    def __init__(
        self,
        revisions: Revisions,
        link: Callable[[str], str],
        href: Href,
        pictures: Pictures,
        note: Callable[[str], Element | None] | None = None,
    ) -> None:
        self._revisions, self._link, self._href = revisions, link, href
        self._pictures, self._note = pictures, note

    def runs(self, stretches: Sequence[TrackedText]) -> Iterator[Element]:
        """Yield the elements of a paragraph's text, with links and tracked changes."""
        for (track, link), group in groupby(stretches, key=lambda s: (s.track, _link(s.piece))):
            if link is not None and self._note and (mark := self._note(link)):
                yield mark
                continue
            address = self._address(link)
            inside = [
                element
                for stretch in group
                for element in self._run(stretch, is_link=address is not None)
            ]
            if not inside:
                continue
            if track is not Track.NONE:
                inside = [self._revisions.mark(track, *inside)]
            if address is None:
                yield from inside
            else:
                is_here = address.startswith("#")
                where = {"w:anchor": address[1:]} if is_here else {"r:id": self._link(address)}
                yield make("w:hyperlink", where, *inside)

    def _address(self, link: str | None) -> str | None:
        """Return where a link leads: a sound address, `#` and a bookmark, or None."""
        address = self._href(link) if link is not None else None
        return address if address is None or address[:1] == "#" else web_only(address)

    def _run(self, stretch: TrackedText, is_link: bool) -> Iterator[Element]:
        """Yield the run of a stretch; none if it has no words."""
        words = self._words(stretch)
        if words:
            look = run_look(stretch.piece, is_link)
            if stretch.was is not None:
                was = make("w:rPr", None, *run_look(stretch.was, is_link))
                look.append(self._revisions.mark("w:rPrChange", was))
            yield make("w:r", None, *([make("w:rPr", None, *look)] if look else []), *words)

    def _words(self, stretch: TrackedText) -> list[Element]:
        """Return what stands in a run: text, breaks, or a picture."""
        piece, name = stretch.piece, "w:delText" if stretch.track is Track.REMOVED else "w:t"
        if piece.mark is Mark.IMAGE:
            drawing = self._pictures.drawing(piece.target, piece.text.replace(_NO_WORDS, ""))
            if drawing is not None:
                return [drawing]
            shown = f"[picture: {piece.text}]".replace(f": {_NO_WORDS}", "")
            return [make_text(name, shown)]
        if piece.mark in (Mark.BREAK, Mark.GAP):
            return [make("w:br")]
        return text_elements(piece, name) + ([make("w:tab")] if stretch.is_number else [])


def text_elements(piece: Piece, name: str) -> list[Element]:
    """Return the words of a piece. A line of code ends in a break."""
    text = piece.text.replace(_NO_WORDS, "")
    if piece.mark is not Mark.CODE:
        text = _SPACES.sub(" ", text)
        return [make_text(name, text)] if text else []
    result: list[Element] = []
    for number, line in enumerate(text.rstrip("\n").split("\n") if text else []):
        result += [make("w:br")] if number else []
        result += [make_text(name, line)] if line else []
    return result


def run_look(piece: Piece, is_link: bool) -> list[Element]:
    """Return the properties of a run, in the order of Word's schema."""
    marks = {wrap.mark for wrap in piece.wraps}
    look: list[Element] = []
    if is_link:
        look.append(set_value("w:rStyle", "Hyperlink"))
    elif piece.mark is Mark.CODE:
        look.append(set_value("w:rStyle", "CodeText"))
    if Mark.STRONG in marks:
        look += [make("w:b"), make("w:bCs")]
    if Mark.EMPHASIS in marks:
        look += [make("w:i"), make("w:iCs")]
    return look


def plain_words(text: str, track: Track = Track.NONE, *, is_number: bool = False) -> TrackedText:
    """Return words without a mark as one stretch."""
    return TrackedText(track, Piece(text), is_number=is_number)


def one_side(pieces: Sequence[Piece], track: Track) -> list[TrackedText]:
    """Return pieces that are in one text only."""
    return [TrackedText(track, piece) for piece in pieces]
