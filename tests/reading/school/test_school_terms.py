"""The setting `terms` of `school.yml`: good values, and bad ones at their line."""

from datetime import date

import pytest

from policybook.model.findings import Finding
from policybook.model.terms import SchoolTerm
from policybook.reading.school import school_yml


def read(rows: str) -> tuple[tuple[SchoolTerm, ...], list[Finding]]:
    findings: list[Finding] = []
    return school_yml.read(f"name: Hill View\nterms:{rows}\n", findings).terms, findings


def write_term(first: str, last: str) -> str:
    return f"\n  - first: {first}\n    last: {last}"


AUTUMN = write_term("2026-09-03", "2026-12-18")


def test_terms_are_read() -> None:
    terms, findings = read(AUTUMN + write_term("2027-01-04", "2027-02-28"))
    assert findings == []
    assert terms == (
        SchoolTerm(first=date(2026, 9, 3), last=date(2026, 12, 18)),
        SchoolTerm(first=date(2027, 1, 4), last=date(2027, 2, 28)),
    )


@pytest.mark.parametrize(
    ("rows", "line", "excerpt"),
    [
        (" []", 2, "must be a list"),
        (" 2026-09-03", 2, "must be a list"),
        (" {first: 2026-09-03, last: 2026-12-18}", 2, "must be a list"),
        ("\n  - 2026-09-03", 3, "exactly `first` and `last`"),
        ("\n  - first: 2026-09-03", 3, "exactly `first` and `last`"),
        (f"{AUTUMN}\n    name: Autumn", 3, "exactly `first` and `last`"),
        (write_term("2026-09", "2026-12-18"), 3, "a day is expected"),
        (write_term("2026-09-03", "18 December 2026"), 4, "2026-12-18"),
        (write_term("2027-02-29", "2027-03-25"), 3, "not a date"),
        (write_term("2026-09-03", "2026-09-03"), 4, "not after its first day"),
        (write_term("2026-12-18", "2026-09-03"), 4, "not after its first day"),
        (write_term("2026-09-03", "2027-07-20"), 4, "a term of 321 days"),
        (AUTUMN + write_term("2026-12-18", "2027-03-25"), 5, "before the term above it ends"),
        (write_term("2027-01-04", "2027-03-25") + AUTUMN, 5, "before the term above it ends"),
        (
            "".join(write_term(f"{year}-09-03", f"{year}-12-18") for year in range(1950, 2132)),
            2,
            "more than 180 terms",
        ),
    ],
)
def test_bad_terms_have_their_line(rows: str, line: int, excerpt: str) -> None:
    terms, (fault,) = read(rows)
    assert terms == ()
    assert (fault.line, fault.message.startswith("`terms` ")) == (line, True)
    assert excerpt in f"{fault.message} {fault.remedy}"
