"""Consultations on the days around each boundary, and what their remedies lead to."""

from datetime import date

import pytest
from builders import PATH, list_findings, make_approved_text, make_record, make_sources, make_text

from policybook.reading.files import layout

OVER = make_text(status="consultation", comments_until="2027-01-04", comments_to="the clerk")


def list_codes(words: str, day: str) -> list[str]:
    record = {layout.RECORD: make_record({PATH: words})} if "approved_by" in words else {}
    sources = make_sources({PATH: words, **record})
    findings = list_findings(sources, date.fromisoformat(day))
    return [finding.code for finding in findings if finding.path == PATH]


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({"comments_until": "2027-01-04"}, "2027-01-04", []),
        ({"comments_until": "2027-01-04"}, "2027-01-05", ["comments-over"]),
        ({"comments_until": "2028-02-29"}, "2028-02-29", []),
        ({"comments_until": "2028-02-29"}, "2028-03-01", ["comments-over"]),
        ({}, "2026-11-22", ["comments-undated"]),
        ({"comments_from": "2026-11-16"}, "2026-11-22", ["comments-undated"]),
        ({"comments_to": "the clerk"}, "2026-11-22", ["comments-undated"]),
        # open on one day; not yet open
        ({"comments_from": "2027-01-04", "comments_until": "2027-01-04"}, "2026-11-22", []),
        (
            {"comments_from": "2027-01-05", "comments_until": "2027-01-04"},
            "2026-11-22",
            ["comments-order"],
        ),
        (
            {"comments_from": "2027-01-05", "comments_until": "2027-01-04"},
            "2027-01-05",
            ["comments-order", "comments-over"],
        ),
    ],
)
def test_findings_follow_the_day(fields: dict[str, str], day: str, expected: list[str]) -> None:
    assert sorted(list_codes(make_text(status="consultation", **fields), day)) == expected


@pytest.mark.parametrize(
    "words", [make_text(status="draft"), make_approved_text()], ids=["draft", "approved"]
)
def test_other_texts_have_no_consultation(words: str) -> None:
    assert list_codes(words, "2026-11-22") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2027-01-04", "2027-02-04"),
        ("status: consultation\n", "status: draft\n"),
    ],
    ids=["later", "draft"],
)
def test_remedies_leave_nothing_behind(old: str, new: str) -> None:
    words = OVER.replace(old, new)
    if "draft" in new:
        rows = words.split("\n")
        words = "\n".join(row for row in rows if not row.startswith("comments_"))
    assert list_codes(OVER, "2027-01-05") == ["comments-over"]
    assert list_codes(words, "2027-01-05") == []
