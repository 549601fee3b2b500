"""Write a table as Markdown: `<<` for a cell that reaches to the right, `^^` for one from above."""

from collections.abc import Iterator
from dataclasses import replace

from policybook.word.incoming.document import Block, Cell, ListKind, Paragraph, Table
from policybook.word.incoming.draft.inline_markdown import Destinations, write_inlines

_LEFT, _UP = "<<", "^^"


def write_table(table: Table, to: Destinations) -> list[str]:
    """Return the lines of a table. Its first row is its header, if the file says or shows so."""
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    rows = [_write_row(row, columns, to) for row in table.rows]
    header = rows.pop(0) if has_header(table) else [""] * columns
    return [_join(header), _join(["---"] * columns), *map(_join, rows)]


def has_header(table: Table) -> bool:
    """Return whether the first row is a header: Word says so, or it alone is bold throughout."""
    if len(table.rows) < 2:
        return False
    if table.header_rows:
        return True
    return _is_bold(table.rows[0]) and not all(map(_is_bold, table.rows[1:]))


def is_box(table: Table) -> bool:
    """Return whether a table is only a frame around text: no row has two cells with a place."""
    return all(len(row) <= 1 for row in table.rows)


def unfold_box(table: Table) -> Iterator[Block]:
    """Yield the blocks in a frame."""
    for row in table.rows:
        for cell in row:
            yield from cell.blocks


def _is_bold(row: tuple[Cell, ...]) -> bool:
    paragraphs = [p for cell in row for p in cell.blocks if isinstance(p, Paragraph)]
    words = [p for p in paragraphs if p.text.strip()]
    return bool(words) and all(p.look.bold for p in words)


def _write_row(row: tuple[Cell, ...], columns: int, to: Destinations) -> list[str]:
    cells: list[str] = []
    is_header_like = _is_bold(row)
    for cell in row:
        text = "<br>".join(line for line in _lines(cell.blocks, to, is_header_like) if line)
        first = _UP if cell.continues else (f"\\{text}" if text in (_LEFT, _UP) else text)
        across = _UP if cell.continues else _LEFT
        cells += [first, *[across] * (cell.columns - 1)]
    return cells + [""] * (columns - len(cells))


def _lines(blocks: tuple[Block, ...], to: Destinations, is_bold: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _lines(cell.blocks, to, is_bold)
            continue
        runs = block.runs
        if is_bold:
            runs = tuple(replace(run, bold=False) for run in runs)
        text = write_inlines(runs, to, in_cell=True)
        sign = "- " if block.list_kind is ListKind.BULLET else f"{block.label} "
        yield f"{sign}{text}".strip()


def _join(cells: list[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"
