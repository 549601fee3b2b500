"""Bring the footnotes of a PDF to the small signs in the text that call them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from policybook.word.incoming.document import (
    Block,
    LookAt,
    Paragraph,
    Table,
    TextRun,
    walk_paragraphs,
)
from policybook.word.incoming.pdf.runs import PdfRunPiece
from policybook.word.incoming.pdf.tags import PdfTag

#: A sign is smaller than the words around it.
_SMALL = 0.8
_SIGN = re.compile(r"\[?(\d{1,3}|[ivx]{1,5}|[*†‡§]{1,3})\]?")
#: Before a sign, until its note is known.
_CALL = "call:"


def mark_note_signs(pieces: list[PdfRunPiece]) -> list[PdfRunPiece]:
    """Return the pieces with each small sign as the call of a note."""
    size = max((entry.piece.size for entry in pieces if entry.piece.text.strip()), default=0)
    return [
        replace(entry, note=_CALL + entry.piece.text.strip())
        if entry.piece.size < _SMALL * size and _SIGN.fullmatch(entry.piece.text.strip())
        else entry
        for entry in pieces
    ]


@dataclass(frozen=True, slots=True)
class PdfNote:
    """A note: the sign at its start, and its paragraphs."""

    sign: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(slots=True)
class PdfNotes:
    """The notes of a file, in their order."""

    notes: list[PdfNote] = field(default_factory=list)

    def keep(self, tag: PdfTag, read: Callable[[PdfTag], Iterator[Block]]) -> None:
        """Keep a note. `read` gives the blocks of its tag."""
        paragraphs = tuple(walk_paragraphs(tuple(read(tag))))
        sign, first = _split_sign(paragraphs[0]) if paragraphs else ("", None)
        if first is not None:
            paragraphs = (first, *paragraphs[1:])
        self.notes.append(PdfNote(sign, tuple(p for p in paragraphs if p.runs)))

    def place(
        self, blocks: Sequence[Block]
    ) -> tuple[tuple[Block, ...], dict[str, tuple[Paragraph, ...]], list[LookAt]]:
        """Return the blocks with the notes at their signs, the notes, and what to look at.

        A sign without a note becomes words again. A note without a sign is called at the
        end, so that it is not lost.
        """
        calls = PdfCalls(self.notes)
        placed = [calls.place(block) for block in blocks]
        texts = {str(n): note.paragraphs for n, note in enumerate(self.notes, 1)}
        look_at = []
        for number, note in enumerate(self.notes, 1):
            if number not in calls.used:
                placed.append(Paragraph(runs=(TextRun(note=str(number)),)))
                words = " ".join(p.text for p in note.paragraphs)
                look_at.append(LookAt(what="note without a sign in the text", text=words))
        return tuple(placed), texts, look_at


class PdfCalls:
    """Gives each sign the next note with that sign."""

    def __init__(self, notes: Sequence[PdfNote]) -> None:
        self._notes = notes
        self.used: set[int] = set()

    def place(self, block: Block) -> Block:
        """Return a block with the keys of notes in place of signs."""
        if isinstance(block, Table):
            rows = tuple(
                tuple(replace(c, blocks=tuple(map(self.place, c.blocks))) for c in row)
                for row in block.rows
            )
            return replace(block, rows=rows)
        runs = tuple(self._resolve(run) if run.note else run for run in block.runs)
        return replace(block, runs=runs)

    def _resolve(self, run: TextRun) -> TextRun:
        sign = run.note.removeprefix(_CALL)
        for number, note in enumerate(self._notes, 1):
            if number not in self.used and note.sign.strip("[]") == sign.strip("[]"):
                self.used.add(number)
                return TextRun(note=str(number))
        return TextRun(text=sign)


def _split_sign(paragraph: Paragraph) -> tuple[str, Paragraph]:
    runs = paragraph.runs
    if runs and runs[0].note:
        rest = runs[1:]
        if rest and rest[0].text:
            rest = (replace(rest[0], text=rest[0].text.lstrip()), *rest[1:])
        return runs[0].note.removeprefix(_CALL), replace(paragraph, runs=rest)
    if paragraph.label:
        return paragraph.label.rstrip("."), replace(paragraph, label="")
    if runs and (match := re.match(r"(\d{1,3}|[*†‡§]{1,3})\s+", runs[0].text)):
        first = replace(runs[0], text=runs[0].text[match.end() :])
        return match[1], replace(paragraph, runs=(first, *runs[1:]))
    return "", paragraph
