"""Where the cells of a table are: spans, headings of rows, and wide tables."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Clause
from policybook.reading.texts import clauses, markdown, table_grid, text_outline


def rows_of(text: str) -> list[Clause]:
    return list(clauses.walk_sections(text_outline.parse(text).sections))


def grid_of(text: str) -> list[str]:
    """Each row as its cells: words, columns and rows where a cell has several, `#` for a heading."""
    grid = table_grid.lay_out(rows_of(text))
    return [
        " ".join(
            f"{'#' * cell.is_heading}{markdown.plain_text(cell.inlines) or '-'}"
            + (f"/{cell.columns}x{cell.rows}" if (cell.columns, cell.rows) != (1, 1) else "")
            for cell in row
        )
        for row in (grid.header, *grid.rows)
    ]


HEAD = "| A | B | C |\n|---|---|---|\n"

#: A table below its names of columns, and its rows as they are laid out.
GRIDS = [
    ("| x | y | z |", ["x y z"]),
    ("| x |", ["x - -"]),  # a short row
    ("| x | << | z |", ["x/2x1 z"]),
    ("| x | y | << |", ["x y/2x1"]),
    ("| << | y | z |", ["- y z"]),  # there is no cell before it
    ("| x | y | z |\n| ^^ | b | c |\n| ^^ | d | e |", ["x/1x3 y z", "b c", "d e"]),
    ("| ^^ | y | z |", ["- y z"]),  # there is no cell above it
    ("| x | << | z |\n| ^^ | ^^ | c |", ["x/2x2 z", "c"]),
    ("| x | << | << |", ["#x/3x1"]),
    ("| **x** | | |", ["#x/3x1"]),
    ("| x | | |", ["x - -"]),  # only one cell has words, but nothing says that it is a heading
    ("| **x** | y | |", ["x y -"]),
    # A cell of two columns goes on in both or in none, and a heading does not.
    ("| x | << | z |\n| ^^ | b | c |", ["x/2x1 z", "- b c"]),
    ("| x | << | z |\n| a | ^^ | c |", ["x/2x1 z", "a - c"]),
    ("| x | << | z |\n| ^^ | << | c |", ["x/2x2 z", "c"]),
    ("| **x** | | |\n| ^^ | b | c |", ["#x/3x1", "- b c"]),
    ("| **x** | | |\n| a | ^^ | c |", ["#x/3x1", "a - c"]),
    ("| x | y | z |\n| ^^ | << | c |", ["x/1x2 y/1x2 z", "c"]),
    ("| x^^ | a << b | ^ |", ["x^^ a << b ^"]),  # words with these signs
]


@pytest.mark.parametrize(("body", "expected"), GRIDS)
def test_cells_reach_over_others(body: str, expected: list[str]) -> None:
    assert grid_of(HEAD + body) == ["A B C", *expected]


def test_header_reaches_over_columns() -> None:
    assert grid_of("| A | << | C |\n|---|---|---|\n| x | y | z |")[0] == "A/2x1 C"


@pytest.mark.parametrize(
    ("columns", "word", "is_wide"),
    [(3, "x", False), (6, "x", False), (7, "x", True), (4, "safeguardingpolicy", True)],
)
def test_wide_tables_are_known(columns: int, word: str, is_wide: bool) -> None:
    row = "|" + f" {word} |" * columns
    rows = rows_of(f"{row}\n|{'---|' * columns}\n{row}")
    assert table_grid.lay_out(rows).is_wide is is_wide


def cards_of(text: str) -> list[str]:
    """Each row as its cells: the headings over a cell, and its words or those that reach it."""
    grid = table_grid.lay_out(rows_of(text))
    return [
        "; ".join(f"{c.head}={c.repeats or markdown.plain_text(c.inlines)}" for c in row)
        for row in grid.cards
    ]


FOUR = "| A | B | C | D |\n|---|---|---|---|\n"
MERGED = "| A | << | C | |\n|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FOUR + "| w | x | y | z |", ["A=w; B=x; C=y; D=z"]),
        (FOUR + "| w | x | << | z |", ["A=w; B, C=x; D=z"]),
        (MERGED + "| w | x | y | z |", ["A=w; A=x; C=y; =z"]),
        (
            FOUR + "| w | x | y | z |\n| v | ^^ | u | t |",
            ["A=w; B=x; C=y; D=z", "A=v; B=x; C=u; D=t"],
        ),
        (
            FOUR + "| w | x | << | z |\n| v | ^^ | ^^ | t |",
            ["A=w; B, C=x; D=z", "A=v; B, C=x; D=t"],
        ),
    ],
)
def test_cards_hold_what_reaches_down(text: str, expected: list[str]) -> None:
    assert cards_of(text) == expected


@pytest.mark.parametrize(
    ("columns", "header", "has_cards"),
    [(3, "H", False), (4, "H", True), (8, "H", True), (8, "", False)],
)
def test_tables_with_headings_have_cards(columns: int, header: str, has_cards: bool) -> None:
    head, row = (f"|{f' {word} |' * columns}" for word in (header, "x"))
    rows = rows_of(f"{head}\n|{'---|' * columns}\n{row}")
    assert table_grid.lay_out(rows).has_cards is has_cards


@given(
    st.lists(
        st.lists(st.sampled_from(["w", "", "<<", "^^", "**b**"]), min_size=4, max_size=4),
        min_size=1,
        max_size=6,
    )
)
def test_each_place_has_one_cell(texts: list[list[str]]) -> None:
    """A place without a cell, or with two, would break the page and stop the PDF."""
    body = "\n".join(f"| {' | '.join(cells)} |" for cells in texts)
    rows = rows_of(f"| A | B | C | D |\n|---|---|---|---|\n{body}")
    grid = table_grid.lay_out(rows)
    places = Counter(
        (first + down, cell.column + right)
        for first, cells in enumerate(grid.rows)
        for cell in cells
        for down in range(cell.rows)
        for right in range(cell.columns)
    )
    assert places == Counter((row, column) for row in range(len(rows)) for column in range(4))


def test_cards_leave_out_empty_cells_above() -> None:
    assert cards_of(HEAD + "| x | | z |\n| y | ^^ | ^^ |") == ["A=x; B=; C=z", "A=y; C=z"]


def test_row_may_have_no_cell() -> None:
    grid = table_grid.lay_out(rows_of(HEAD + "| x | y | z |\n| ^^ | ^^ | ^^ |"))
    assert grid.rows[1] == ()


def test_words_reach_down_to_rows() -> None:
    rows = rows_of(f"{HEAD}| 1 | 2 | 3 |\n| ^^ | ^^ | 4 |\n| ^^ | 5 | 6 |\n\n{HEAD}| 7 | 8 | 9 |\n")
    repeats = table_grid.find_repeats(rows)
    assert [repeats.get(row.id, {}) for row in rows] == [{}, {0: "1", 1: "2"}, {0: "1"}, {}]
