"""Read the rows of a table as clauses. Their numbers are given later."""

from collections.abc import Iterator

from policybook.model import Clause, ClauseKind
from policybook.reading.texts import markdown


def read_rows(block: markdown.Block, table: int, offset: int) -> Iterator[Clause]:
    """Yield the rows of a table, without numbers. `table` is its own number.

    A table of only a header gives one row, so that no words are lost. `offset` is the
    line of the file where the body starts.
    """
    header, body = (block.rows[0], block.rows[1:]) if len(block.rows) > 1 else ([], block.rows)
    named = tuple(header) if any(markdown.plain_text(cell).strip() for cell in header) else ()
    top = tuple(block.spans[0]) if named else ()
    rest = zip(body, block.spans[-len(body) :], block.row_lines[-len(body) :], strict=True)
    for cells, spans, (start, end) in rest:
        yield Clause(
            id="",
            number="",
            label="",
            kind=ClauseKind.ROW,
            text=" | ".join(map(markdown.plain_text, cells)),
            cells=tuple(cells),
            header=named,
            aligns=tuple(block.aligns),
            spans=tuple(spans) if any(spans) else (),
            header_spans=top if any(top) else (),
            table=table,
            lines=(start + offset, end + offset),
        )
