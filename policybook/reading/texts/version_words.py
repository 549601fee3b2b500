"""List the words of a version with the numbers that readers see before them."""

from collections.abc import Iterator, Sequence

from policybook.model import Clause, Inline, Mark, Version
from policybook.reading.texts import clauses, markdown


def walk_words(version: Version) -> Iterator[tuple[str, str]]:
    """Yield the label and the words of each heading, rule and header of a table, in order."""
    tables: set[int] = set()
    for part in clauses.walk_parts(version):
        if isinstance(part, Clause) and part.table and part.table not in tables:
            tables.add(part.table)
            yield from (("", markdown.plain_text(cell)) for cell in part.header)
        yield part.label, part.text


def words_without_notes(inlines: Sequence[Inline]) -> str:
    """Return the words of `inlines` as text, without the marks of notes and without pictures."""
    rest = [
        piece
        for piece in inlines
        if piece.mark is not Mark.IMAGE
        and not (piece.mark is Mark.LINK and piece.target.startswith("#note-"))
    ]
    return markdown.plain_text(rest)
