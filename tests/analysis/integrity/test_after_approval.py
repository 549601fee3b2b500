"""Reviews and withdrawals, compared with the record."""

from policybook.reading import approval_record
from tests.reading.behaviour_record import (
    RECORD_LINE,
    TEXT,
    make_files,
    make_line,
)

from .record_findings import find_only, list_findings


def test_later_decisions_do_not_alter_text() -> None:
    review = "reviews:\n  - {on: 2026-09, by: Head, outcome: No change, review_year: 2028/29}\nlanguage: en"
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
