"""Reviews and withdrawals, compared with the record."""

from dataclasses import replace
from datetime import date

from policybook.analysis import integrity
from policybook.model import AcademicYear, Day, Review
from policybook.reading.record import approval_record
from tests.reading.record.behaviour_record import (
    RECORD_LINE,
    TEXT,
    make_files,
    make_line,
)

from .record_findings import find_only, list_findings


def test_later_decisions_do_not_alter_text() -> None:
    review = "reviews:\n  - {on: 2026-09, by: Head, outcome: No change, review_year: 2028/29}"
    reviewed = find_only(
        list_findings(make_files(TEXT.replace("owner:", f"{review}\nowner:")), RECORD_LINE)
    )
    assert (reviewed.code, reviewed.line) == ("review-not-recorded", 4)
    gone = TEXT.replace("status: approved", "status: withdrawn\nwithdrawn_on: 2026-09\nreason: Law")
    assert find_only(list_findings(make_files(gone), RECORD_LINE)).code == "withdrawal-not-recorded"


def test_review_without_outcome_is_not_missed() -> None:
    head = approval_record.head(approval_record.read(RECORD_LINE.encode())[0])
    # A line of the oldest form names no outcome, so that no review of the file can match it.
    assert (
        list_findings(
            make_files(), RECORD_LINE + make_line(make_files(), previous=head, kind="reviewed")
        )
        == []
    )


def test_review_is_one_line() -> None:
    review = Review(
        on=Day(date=date(2026, 9, 1), month_only=True),
        by="Zoe\u0308",
        outcome="No change",
        review_year=AcademicYear(start=2028),
    )
    line = "on 2026-09, by Zo\u00eb: No change; next in 2028/29"
    assert integrity.review_line(review) == line
    (entry,), _ = approval_record.read(RECORD_LINE.encode())
    reviewed = replace(
        entry, on="2026-09", by="Zo\u00eb", outcome="No change", review_year="2028/29"
    )
    assert integrity.recorded_review_line(reviewed) == line
