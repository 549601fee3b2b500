"""Test that spreadsheets open the file and compute none of its cells."""

import csv
import io

import pytest

from policybook.text.csv_file import as_csv


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
