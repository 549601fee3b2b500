"""Spreadsheets of facts as programs save them: what is read, and where a fault is."""

from dataclasses import replace
from datetime import date

import pytest
from builders import load_version, make_approved_text, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import AcademicYear, Day
from policybook.reading.school import policies_csv

LINES = (
    ("Title", "Owner", "Date approved", "Approved by", "Next review", "Group"),
    ("Pupils’ dress – “Uniform”", "Deputy Headteacher", "1/9/2026", "Governors", "2027/28", "Pupils"),
)  # fmt: skip
FACTS = {
    "title": "Pupils’ dress – “Uniform”",
    "owner": "Deputy Headteacher",
    "approved_on": Day(date=date(2026, 9, 1)),
    "approved_by": "Governors",
    "review_year": AcademicYear(start=2027),
    "review_by": None,
    "group": "Pupils",
}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_any_program_can_save_it(separator: str, codec: str, end: str) -> None:
    text = end.join(separator.join(cells) for cells in LINES)
    sheet = policies_csv.read(text.encode(codec), "p.csv")
    assert sheet.findings == ()
    assert [row.facts for row in sheet.rows] == [FACTS]


def read(*lines: str) -> policies_csv.FactsSheet:
    return policies_csv.read("\n".join(lines).encode(), "p.csv")


def test_blank_cells_give_no_fact() -> None:
    sheet = read("title,owner,review", "A Policy,,", ",,", "", "B Policy")
    assert [(row.title, dict(row.facts)) for row in sheet.rows] == [
        ("A Policy", {"title": "A Policy"}),
        ("B Policy", {"title": "B Policy"}),
    ]


def test_line_breaks_become_spaces() -> None:
    sheet = read(
        "title,owner", '"Anti-bullying\nPolicy","Head,\r\nwith the DSL"', "B Policy,Bursar"
    )
    assert [(row.line, row.facts["owner"]) for row in sheet.rows] == [
        (2, "Head, with the DSL"),
        (5, "Bursar"),
    ]


@pytest.mark.parametrize(
    ("cell", "year", "day"),
    [
        ("2026/27", 2026, None),
        ("31 August 2027", 2026, date(2027, 8, 31)),
        ("1/9/2027", 2027, date(2027, 9, 1)),
    ],
)
def test_review_is_year_or_day(cell: str, year: int, day: date | None) -> None:
    (row,) = read("title,review", f"A Policy,{cell}").rows
    assert row.facts["review_year"] == AcademicYear(start=year)
    assert row.facts["review_by"] == (Day(date=day) if day else None)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("A Policy,Head,9/13/2026,,", "the column “Date approved” is “9/13/2026”"),
        ("A Policy,Head,2026/27,,", "academic year, not a date"),
        ("A Policy,n/a,,,", "the column “Owner” is “n/a”"),
        ("A Policy,Head,,-,", "the column “Approved by” is “-”"),
        ("A Policy,Head,,,2027", "2026/27 (September 2026 to August 2027) or 2027/28"),
        ("A Policy,Head,,,Sep-27", "2027/28"),
        (",Head,,,", "no title"),
        ("A Policy,Head,,,,stray", "a cell more"),
    ],
)
def test_fault_names_line_and_column(line: str, words: str) -> None:
    sheet = read("Title,Owner,Date approved,Approved by,Review", "B Policy,Bursar,,,", line)
    (finding,) = sheet.findings
    assert finding.line == 3
    assert words in str(finding)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no row names"),
        (b"PK\x03\x04xxxx", "workbook"),
        (b"\xd0\xcf\x11\xe0xxxx", "workbook"),
        (b"title,owner\nA,\x81\n", "not UTF-8"),
        (b'title,owner\nA,"Head\nB,Bursar\n', "quotation mark"),
        (b"title,owner\n" + b"a,b\n" * 2_001, "more than 2,000"),
        (b"title,owner\n" * 500_000, "more than 5,000,000 bytes"),
    ],
)
def test_other_files_are_refused(data: bytes, words: str) -> None:
    sheet = policies_csv.read(data, "p.csv")
    assert any(words in str(finding) for finding in sheet.findings)


@given(st.binary(max_size=200) | st.text(alphabet="title,owner;\"'\n\r\t=0/\0", max_size=200).map(str.encode))  # fmt: skip
def test_any_bytes_are_read(data: bytes) -> None:
    policies_csv.read(data, "p.csv")
    policies_csv.read(b"title,owner,review\n" + data, "p.csv")


@pytest.mark.parametrize("owner", ["=HYPERLINK(1)", "+44 Head", "-Head", "@Head", "'=Head", "Head, A\"B\""])  # fmt: skip
def test_written_facts_read_back(owner: str) -> None:
    version = load_version(make_approved_text(title="Old Policy", group="Pupils"))
    version = replace(version, facts=replace(version.facts, owner=owner))
    data = policies_csv.write([version])
    (row,) = policies_csv.read(data, "p.csv").rows
    assert f'"{owner}'.encode() not in data or not owner.startswith(("=", "+", "-", "@"))
    facts = {name: value for name, value in row.facts.items() if value is not None}
    assert facts == {name: getattr(version.facts, name) for name in facts}
    assert set(facts) == {"title", "owner", "approved_on", "approved_by", "review_year", "group"}


def test_same_titles_bring_folders() -> None:
    version = load_version(make_text())
    other = replace(version, policy="other")
    assert policies_csv.write([version]).startswith(b"\xef\xbb\xbftitle,owner,")
    rows = policies_csv.read(policies_csv.write([version, other]), "p.csv").rows
    assert [row.folder for row in rows] == ["behaviour", "other"]
