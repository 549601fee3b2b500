"""Test standings, reviews and the register on the days around every boundary."""

from datetime import date, timedelta

import pytest
from builders import make_policy, make_version
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import (
    Library,
    Policy,
    ReviewState,
    School,
    Standing,
    Status,
    Version,
    timeline,
)

D, C, W = Status.DRAFT, Status.CONSULTATION, Status.WITHDRAWN
OLD = make_version("2023-11", on="2023-11")
NEW = make_version("2025-09", on="2025-09-15")
LATER = make_version("2026-12", on="2026-11-20", starts="2027-01-04")


def on(typed: str) -> date:
    return date.fromisoformat(typed)


def standings(versions: list[Version], today: str) -> list[str]:
    policy = make_policy(*versions)
    return [str(timeline.standing(policy, v, on(today))) for v in policy.versions]


@pytest.mark.parametrize(
    ("versions", "today", "expected"),
    [
        # the day of approval
        ([NEW], "2025-09-14", ["upcoming"]),
        ([NEW], "2025-09-15", ["in force"]),
        # a month counts from its first day
        ([OLD], "2023-10-31", ["upcoming"]),
        ([OLD], "2023-11-01", ["in force"]),
        # the next version replaces it on the day from which it binds
        ([OLD, NEW], "2025-09-14", ["in force", "upcoming"]),
        ([OLD, NEW], "2025-09-15", ["superseded", "in force"]),
        ([NEW, LATER], "2026-11-22", ["in force", "upcoming"]),
        ([NEW, LATER], "2027-01-03", ["in force", "upcoming"]),
        ([NEW, LATER], "2027-01-04", ["superseded", "in force"]),
        ([OLD, NEW, LATER], "2027-01-04", ["superseded", "superseded", "in force"]),
        # before anything was approved
        ([OLD, NEW], "2020-01-01", ["upcoming", "upcoming"]),
        # a text without approval is never in force
        (
            [make_version("2025-09", C), make_version("2025-10", D)],
            "2030-01-01",
            ["consultation", "draft"],
        ),
        ([OLD, make_version("2026-12", C)], "2030-01-01", ["in force", "consultation"]),
        ([make_version("2026-12", C, starts="2025-01-01")], "2030-01-01", ["consultation"]),
        # the day of withdrawal counts; the version before stays superseded
        (
            [make_version("2025-09", W, on="2025-09-15", withdrawn="2026-03-02")],
            "2026-03-01",
            ["in force"],
        ),
        (
            [make_version("2025-09", W, on="2025-09-15", withdrawn="2026-03-02")],
            "2026-03-02",
            ["withdrawn"],
        ),
        (
            [OLD, make_version("2025-09", W, on="2025-09-15", withdrawn="2026-03-02")],
            "2026-03-01",
            ["superseded", "in force"],
        ),
        (
            [OLD, make_version("2025-09", W, on="2025-09-15", withdrawn="2026-03-02")],
            "2026-03-02",
            ["superseded", "withdrawn"],
        ),
        (
            [make_version("2025-09", W, on="2025-09", withdrawn="2026-03")],
            "2026-03-01",
            ["withdrawn"],
        ),
        # superseded, then withdrawn; and a version after a withdrawn one
        (
            [make_version("2023-11", W, on="2023-11", withdrawn="2026-03-02"), NEW],
            "2026-03-01",
            ["superseded", "in force"],
        ),
        (
            [make_version("2023-11", W, on="2023-11", withdrawn="2026-03-02"), NEW],
            "2026-03-02",
            ["withdrawn", "in force"],
        ),
        (
            [make_version("2023-11", W, on="2023-11", withdrawn="2024-03-02"), NEW],
            "2025-09-14",
            ["withdrawn", "upcoming"],
        ),
        # withdrawn before its first day: the version before stays in force
        (
            [
                OLD,
                make_version(
                    "2025-09", W, on="2025-09-15", starts="2026-01-01", withdrawn="2025-12-01"
                ),
            ],
            "2025-11-30",
            ["in force", "upcoming"],
        ),
        (
            [
                OLD,
                make_version(
                    "2025-09", W, on="2025-09-15", starts="2026-01-01", withdrawn="2025-12-01"
                ),
            ],
            "2026-01-01",
            ["in force", "withdrawn"],
        ),
        # withdrawn on its first day: it did bind
        (
            [OLD, make_version("2025-09", W, on="2025-09-15", withdrawn="2025-09-15")],
            "2025-09-15",
            ["superseded", "withdrawn"],
        ),
    ],
)
def test_standings(versions: list[Version], today: str, expected: list[str]) -> None:
    assert standings(versions, today) == expected


DATES = st.dates(date(2023, 1, 1), date(2027, 12, 31)).map(date.isoformat)
VERSION = st.builds(
    make_version,
    st.integers(1, 9).map("v{}".format),
    st.sampled_from(Status),
    on=DATES,
    starts=st.none() | DATES,
    withdrawn=st.none() | DATES,
)


@given(st.lists(VERSION, min_size=1, max_size=4, unique_by=lambda v: v.name), DATES)
def test_at_most_one_approved_version_binds(versions: list[Version], today: str) -> None:
    policy = make_policy(*versions)
    binding = [
        v for v in policy.versions if timeline.standing(policy, v, on(today)) is Standing.IN_FORCE
    ]
    current = timeline.version_in_force(policy, on(today))
    assert binding == ([current] if current else [])
    for version in binding:
        start = timeline.start_day(version)
        assert version.facts.status in (Status.APPROVED, Status.WITHDRAWN)
        assert start and start.date <= on(today)


# ---------- reviews

FINE, DUE, OVERDUE = ReviewState.FINE, ReviewState.DUE, ReviewState.OVERDUE


@pytest.mark.parametrize(
    ("version", "today", "state", "last_day"),
    [
        # the review year ends on 31 August
        (make_version("a", on="2023-11", year="2024/25"), "2025-06-01", FINE, "2025-08-31"),
        (make_version("a", on="2023-11", year="2024/25"), "2025-06-02", DUE, "2025-08-31"),
        (make_version("a", on="2023-11", year="2024/25"), "2025-08-31", DUE, "2025-08-31"),
        (make_version("a", on="2023-11", year="2024/25"), "2025-09-01", OVERDUE, "2025-08-31"),
        # an exact day replaces the end of the year
        (
            make_version("a", on="2023-11", year="2024/25", by="2025-03-31"),
            "2025-03-31",
            DUE,
            "2025-03-31",
        ),
        (
            make_version("a", on="2023-11", year="2024/25", by="2025-03-31"),
            "2025-04-01",
            OVERDUE,
            "2025-03-31",
        ),
        (
            make_version("a", on="2023-11", year="2023/24", by="2024-02-29"),
            "2024-02-29",
            DUE,
            "2024-02-29",
        ),
        # a review moves it from its own day on
        (
            make_version("a", on="2023-11", year="2024/25", reviews=(("2025-09-10", "2026/27"),)),
            "2025-09-09",
            OVERDUE,
            "2025-08-31",
        ),
        (
            make_version("a", on="2023-11", year="2024/25", reviews=(("2025-09-10", "2026/27"),)),
            "2025-09-10",
            FINE,
            "2027-08-31",
        ),
        (
            make_version("a", on="2023-11", year="2024/25", reviews=(("2025-09", "2026/27"),)),
            "2025-09-01",
            FINE,
            "2027-08-31",
        ),
        (
            make_version(
                "a",
                on="2023-11",
                year="2024/25",
                by="2025-03-31",
                reviews=(("2025-03-01", "2025/26"),),
            ),
            "2025-04-01",
            FINE,
            "2026-08-31",
        ),
        # the newest review counts, in any order; the last of one day
        (
            make_version(
                "a",
                on="2023-11",
                year="2024/25",
                reviews=(("2026-09-10", "2027/28"), ("2025-09-10", "2026/27")),
            ),
            "2026-09-10",
            FINE,
            "2028-08-31",
        ),
        (
            make_version(
                "a",
                on="2023-11",
                year="2024/25",
                reviews=(("2025-09", "2025/26"), ("2025-09", "2026/27")),
            ),
            "2025-09-10",
            FINE,
            "2027-08-31",
        ),
    ],
)
def test_reviews(version: Version, today: str, state: ReviewState, last_day: str) -> None:
    outlook = timeline.outlook(version, on(today), 90)
    assert (outlook.state, outlook.last_day) == (state, on(last_day))
    assert (outlook.reviewed is None) is (
        outlook.last_day in (on("2025-08-31"), on("2025-03-31"), on("2024-02-29"))
    )


@pytest.mark.parametrize("days", [0, 1, 90, 999])
def test_school_sets_warning_window(days: int) -> None:
    version, last = make_version("a", on="2023-11", year="2024/25"), on("2025-08-31")
    assert timeline.outlook(version, last - timedelta(days=days), days).state is DUE
    assert timeline.outlook(version, last - timedelta(days=days + 1), days).state is FINE


# ---------- before and after


def test_predecessor_and_successor() -> None:
    policy = make_policy(OLD, NEW, make_version("2026-01", C), LATER)
    assert timeline.predecessor(policy, NEW) is OLD
    assert timeline.predecessor(policy, OLD) is None
    assert timeline.successor(policy, OLD) is NEW
    assert timeline.successor(policy, NEW) is LATER
    assert timeline.successor(policy, LATER) is None


def test_never_binding_version_is_no_successor() -> None:
    never = make_version("2025-09", W, on="2025-09-15", starts="2026-01-01", withdrawn="2025-12-01")
    assert timeline.successor(make_policy(OLD, never), OLD) is None


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([OLD, make_version("2026-12", C)], "2026-12"),
        ([make_version("2026-12", C)], "2026-12"),
        ([OLD, make_version("2024-01", C), NEW], None),
        ([OLD, make_version("2026-12", C), make_version("2027-01", D)], None),
        ([OLD], None),
    ],
)
def test_proposal_is_newest_version(versions: list[Version], expected: str | None) -> None:
    proposal = timeline.proposal(make_policy(*versions))
    assert (proposal.name if proposal else None) == expected


# ---------- the register


def make_named_policy(name: str, *versions: Version) -> Policy:
    return Policy(name=name, versions=versions)


def test_register_starts_with_longest_overdue() -> None:
    library = Library(
        school=School(),
        policies=(
            make_named_policy("a-fine", make_version("a", on="2025-09", year="2027/28")),
            make_named_policy("b-proposed", make_version("a", C, year="2020/21")),
            make_named_policy("c-overdue", make_version("a", on="2023-09", year="2025/26")),
            make_named_policy("d-overdue-longer", make_version("a", on="2023-09", year="2024/25")),
            make_named_policy(
                "e-withdrawn",
                make_version("a", W, on="2023-09", withdrawn="2024-09", year="2020/21"),
            ),
        ),
    )
    rows = timeline.register(library, on("2026-11-22"))
    assert [r.policy.name for r in rows] == [
        "d-overdue-longer",
        "c-overdue",
        "a-fine",
        "b-proposed",
        "e-withdrawn",
    ]
    assert [str(r.standing) for r in rows] == [
        "in force",
        "in force",
        "in force",
        "consultation",
        "withdrawn",
    ]


def test_row_has_version_and_proposal() -> None:
    library = Library(
        school=School(), policies=(make_policy(OLD, NEW, make_version("2026-12", C)),)
    )
    (row,) = timeline.register(library, on("2026-11-22"))
    assert row.version is NEW
    assert row.proposal and row.proposal.name == "2026-12"
    (row,) = timeline.register(
        Library(school=School(), policies=(make_policy(make_version("2026-12", C)),)),
        on("2026-11-22"),
    )
    assert (row.version.name, row.proposal) == ("2026-12", None)
