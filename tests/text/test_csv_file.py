"""Test that spreadsheets open the file and compute none of its cells."""

import csv
import io

import pytest

from policybook.text.csv_file import BrokenCsvError, as_csv, read_rows, take_cell


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_rows_read_back() -> None:
    rows = [["Ŵy", 'a "b", c'], ["1", "two\nlines"]]
    assert read_back(as_csv(["name", "words"], rows)) == [["name", "words"], *rows]


def test_file_starts_with_bom() -> None:
    assert as_csv(["a"], []) == b"\xef\xbb\xbfa\r\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_formulas_get_an_apostrophe(cell: str) -> None:
    assert read_back(as_csv(["a"], [[cell]])) == [["a"], [f"'{cell}"]]


@pytest.mark.parametrize(
    ("column", "cell", "written"),
    [
        ("clause", "1.10", "rule 1.10"),  # a spreadsheet would show 1.1
        ("version", "2026-12", "version 2026-12"),  # it would show a date
        ("proposal", "2027-01", "version 2027-01"),
        ("clause", "", ""),
        ("title", "2026-12", "2026-12"),
    ],
)
def test_numbers_stay_what_they_are(column: str, cell: str, written: str) -> None:
    assert read_back(as_csv([column, "n"], [[cell, "1"]])) == [[column, "n"], [written, "1"]]


@pytest.mark.parametrize("cell", ["=1+1", "'=1", "''-x", "+44 20", "-", "@x", "\tx", "'quoted'", "", "x=1", "'"])  # fmt: skip
def test_cells_come_back(cell: str) -> None:
    written = read_rows(as_csv(["a"], [[cell]]).decode("utf-8-sig"), ",")
    assert [take_cell(c) for row in written[1:] for c in row.cells] == (
        [cell] if cell.strip() else []
    )


def test_rows_have_their_lines() -> None:
    rows = read_rows('a,b\r\n"one\ntwo",x\r\n,\r\n\r\nlast,"y"', ",")
    assert [(row.line, row.cells) for row in rows] == [
        (1, ("a", "b")),
        (2, ("one\ntwo", "x")),
        (6, ("last", "y")),
    ]


@pytest.mark.parametrize(("text", "line"), [('a\n"b\nc\n', 2), ('a\nb\n"c"d\n', 3)])
def test_lost_quotation_mark_stops(text: str, line: int) -> None:
    with pytest.raises(BrokenCsvError) as stopped:
        read_rows(text, ",")
    assert stopped.value.line == line
