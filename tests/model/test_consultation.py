"""What pages say about comments on a proposed text, on the days around every boundary."""

from dataclasses import replace
from datetime import date

import pytest
from builders import make_version

from policybook.model import Day, Status, VersionFacts, consultation, dates

OFFICE = "the school office"


def on(typed: str) -> date:
    return date.fromisoformat(typed)


def propose(first: str = "", last: str = "", to: str | None = None) -> VersionFacts:
    return replace(
        make_version("2026-12", Status.CONSULTATION).facts,
        comments_from=Day(date=on(first)) if first else None,
        comments_until=Day(date=on(last)) if last else None,
        comments_to=to,
    )


@pytest.mark.parametrize(
    ("first", "last", "day", "expected"),
    [
        ("", "", "2026-11-22", "Send comments to the school office."),
        ("", "2027-01-04", "2026-11-22", "Send comments by 4 January 2027 to the school office."),
        ("", "2027-01-04", "2027-01-04", "Send comments by 4 January 2027 to the school office."),
        (
            "",
            "2027-01-04",
            "2027-01-05",
            "Comments closed on 4 January 2027. The governors have not yet decided.",
        ),
        # a leap day
        ("", "2028-02-29", "2028-02-29", "Send comments by 29 February 2028 to the school office."),
        (
            "",
            "2028-02-29",
            "2028-03-01",
            "Comments closed on 29 February 2028. The governors have not yet decided.",
        ),
        # before it opens, and on its first day
        (
            "2026-11-23",
            "2027-01-04",
            "2026-11-22",
            "The consultation opens on 23 November 2026. "
            "Send comments by 4 January 2027 to the school office.",
        ),
        (
            "2026-11-23",
            "",
            "2026-11-22",
            "The consultation opens on 23 November 2026. Send comments to the school office.",
        ),
        (
            "2026-11-23",
            "2027-01-04",
            "2026-11-23",
            "Send comments by 4 January 2027 to the school office.",
        ),
        # open on one day only
        (
            "2027-01-04",
            "2027-01-04",
            "2027-01-04",
            "Send comments by 4 January 2027 to the school office.",
        ),
        # opens after it closes, which is an error of the author
        (
            "2027-01-05",
            "2027-01-04",
            "2027-01-05",
            "Comments closed on 4 January 2027. The governors have not yet decided.",
        ),
    ],
)
def test_notice_follows_the_day(first: str, last: str, day: str, expected: str) -> None:
    assert str(consultation.comments_notice(propose(first, last), on(day), OFFICE)) == expected


@pytest.mark.parametrize("status", [Status.DRAFT, Status.APPROVED, Status.WITHDRAWN])
def test_only_proposals_take_comments(status: Status) -> None:
    facts = replace(propose("2026-11-16", "2027-01-04"), status=status)
    assert consultation.comments_notice(facts, on("2026-11-22"), OFFICE) is None
    assert (consultation.first_day(facts), consultation.last_day(facts)) == (None, None)


@pytest.mark.parametrize(
    ("first", "last", "approved", "sentence"),
    [
        (
            "2026-10-05",
            "2026-11-16",
            "2026-11-20",
            "The consultation was from 5 October 2026 to 16 November 2026.",
        ),
        ("", "2026-11-16", "2026-11-20", "Comments were invited until 16 November 2026."),
        ("2026-10-05", "", "2026-11-20", "The consultation was from 5 October 2026."),
        ("", "", "2026-11-20", ""),
        (
            "2026-10-05",
            "2027-01-04",
            "2026-11-20",
            "Comments were invited from 5 October 2026 to 4 January 2027, but the approval came "
            "before the last day.",
        ),
        ("", "2026-11-20", "2026-11-20", "Comments were invited until 20 November 2026."),
        (
            "2026-12-01",
            "2027-01-04",
            "2026-11-20",
            "Comments were invited from 1 December 2026 to 4 January 2027, but the approval came "
            "before the first day.",
        ),
        # The minutes give only a month, so nobody knows which came first.
        ("", "2026-11-16", "2026-11", "Comments were invited until 16 November 2026."),
    ],
)
def test_past_consultation_has_its_days(
    first: str, last: str, approved: str, sentence: str
) -> None:
    proposal = propose(first, last)
    assert consultation.describe_past(proposal) == ""
    for status in (Status.APPROVED, Status.WITHDRAWN):
        day = dates.read_day(approved)
        facts = replace(proposal, status=status, approved_on=day)
        assert consultation.describe_past(facts) == sentence


@pytest.mark.parametrize(
    ("to", "link"),
    [
        ("office@school.example", "mailto:office@school.example"),
        ("o'neil+x@school.example", "mailto:o%27neil+x@school.example"),
        ("https://school.example/comments?p=1", "https://school.example/comments?p=1"),
        ("http://school.example", "http://school.example"),
        ("the clerk, office@school.example", ""),
        ("Mrs Clerk", ""),
        ("javascript:alert(1)", ""),
        ("https://school.example@evil.example/", ""),
        ("https://school.example\\evil", ""),
        ("office@school", ""),
        ("office@school.example?bcc=x@y.example", ""),
    ],
)
def test_addresses_become_links(to: str, link: str) -> None:
    notice = consultation.comments_notice(
        propose(last="2027-01-04", to=to), on("2026-11-22"), OFFICE
    )
    assert notice and (notice.to, notice.link) == (to, link)


def test_words_end_with_one_stop() -> None:
    proposal = propose(to="the clerk, Room 2.")
    notice = consultation.comments_notice(proposal, on("2026-11-22"), OFFICE)
    assert str(notice) == "Send comments to the clerk, Room 2."


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-11-16", "2027-01-04", "2026-11-16"),
        ("2026-11-16", "", "2026-11-16"),
        ("", "2027-01-04", "2026-10-12"),  # twelve weeks before
        ("", "2028-03-01", "2027-12-08"),  # across a leap day
    ],
)
def test_announcement_follows_typed_days(first: str, last: str, expected: str) -> None:
    assert consultation.announcement_day(propose(first, last)) == on(expected)


def test_undated_consultation_has_no_announcement() -> None:
    assert consultation.announcement_day(propose()) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-22", False),  # the day before it opens
        ("2026-11-23", True),
        ("2027-01-04", True),
        ("2027-01-05", False),  # the governors decide
    ],
)
def test_open_days_are_those_announced(day: str, expected: bool) -> None:
    notice = consultation.comments_notice(propose("2026-11-23", "2027-01-04"), on(day), OFFICE)
    assert notice and notice.is_open is expected
