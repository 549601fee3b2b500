"""The names of columns: which are understood, and which get a finding."""

import pytest

from policybook.model.findings import Severity
from policybook.reading.school.sheet_columns import find_column_faults, find_columns
from policybook.text.csv_file import CsvRow


def rows(*lines: str) -> list[CsvRow]:
    return [CsvRow(n, tuple(line.split(","))) for n, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("OWNER", "owner"),
        ("Person responsible", "owner"),
        ("Approved by:", "approved by"),
        ("Approved_By", "approved by"),
        ("Date approved", "approved on"),
        ("Approval Date", "approved on"),
        ("Date of approval (last)", None),
        ("Review date", "review"),
        ("Next review", "review"),
        ("Next\nReview", "review"),
        ("Last review", None),  # not the next one
        ("Review cycle", None),
        ("Category", "group"),
    ],
)
def test_near_names(name: str, column: str | None) -> None:
    columns = find_columns(rows(f"Policy,Version,{name}"))
    assert columns
    assert set(columns.places) - {"title", "version"} == ({column} if column else set())


def test_names_may_be_lower_down() -> None:
    columns = find_columns(rows("Hill View School", "Policies 2026", "owner,x,title", "a,b,c"))
    assert columns and (columns.line, columns.places) == (3, {"owner": 0, "title": 2})


@pytest.mark.parametrize("line", ["title", "owner,review", "a,b", ""])
def test_no_names_no_columns(line: str) -> None:
    assert find_columns(rows(line)) is None


@pytest.mark.parametrize(
    ("line", "severity", "words"),
    [
        ("title,owner,Policy", Severity.ERROR, "both the column “title”"),
        ("title,owner,Aproved by", Severity.ERROR, "“approved by”"),
        ("title,owner,Notes", Severity.NOTE, "“Notes”"),
        ("title,owner,", None, ""),
    ],
)
def test_other_names_get_a_finding(line: str, severity: Severity | None, words: str) -> None:
    columns = find_columns(rows(line))
    assert columns
    findings = list(find_column_faults(columns, "p.csv"))
    assert [f.severity for f in findings] == ([severity] if severity else [])
    assert all(words in str(finding) for finding in findings)
