"""Which version was in force on any day: periods without a gap, on the days around each end."""

from datetime import date, timedelta

import pytest
from builders import make_policy, make_version
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Status, Version, dates, periods, timeline

D, C, W = Status.DRAFT, Status.CONSULTATION, Status.WITHDRAWN
OLD = make_version("2023-11", on="2023-11")
NEW = make_version("2025-09", on="2025-09-15")
LATER = make_version("2026-12", on="2026-11-20", starts="2027-01-04")
Row = tuple[str, str, str]


def list_rows(*versions: Version) -> list[Row]:
    """Return the first and last day and the version of each period, as words."""
    return [
        (
            dates.format_iso_day(period.begins),
            period.last.isoformat() if period.last else "",
            period.version.name if period.version else "none",
        )
        for period in periods.list_periods(make_policy(*versions))
    ]


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (
            [OLD, NEW, LATER],
            [
                ("", "2023-10-31", "none"),
                ("2023-11", "2025-09-14", "2023-11"),
                ("2025-09-15", "2027-01-03", "2025-09"),
                ("2027-01-04", "", "2026-12"),
            ],
        ),
        # Drafts and proposals never appear.
        ([make_version("2026-12", D), make_version("2027-01", C)], [("", "", "none")]),
        (
            [NEW, make_version("2026-12", C, starts="2025-01-01")],
            [("", "2025-09-14", "none"), ("2025-09-15", "", "2025-09")],
        ),
        # a leap day
        (
            [NEW, make_version("2028-02", on="2027-12-01", starts="2028-02-29")],
            [
                ("", "2025-09-14", "none"),
                ("2025-09-15", "2028-02-28", "2025-09"),
                ("2028-02-29", "", "2028-02"),
            ],
        ),
        (
            [NEW, make_version("2028-02", on="2028-03-01")],
            [
                ("", "2025-09-14", "none"),
                ("2025-09-15", "2028-02-29", "2025-09"),
                ("2028-03-01", "", "2028-02"),
            ],
        ),
        # two versions on one day: the first stays
        (
            [NEW, make_version("2025-10", on="2025-09-15")],
            [("", "2025-09-14", "none"), ("2025-09-15", "", "2025-09")],
        ),
        # effective before the approval, as some old files say
        (
            [make_version("2025-09", on="2025-09-15", starts="2025-09-01")],
            [("", "2025-08-31", "none"), ("2025-09-01", "", "2025-09")],
        ),
        # withdrawn, and later a new version
        (
            [
                make_version("2025-09", W, on="2025-09-15", withdrawn="2026-01-05"),
                make_version("2026-12", on="2026-11-20"),
            ],
            [
                ("", "2025-09-14", "none"),
                ("2025-09-15", "2026-01-04", "2025-09"),
                ("2026-01-05", "2026-11-19", "none"),
                ("2026-11-20", "", "2026-12"),
            ],
        ),
        # withdrawn before its first day, and on it
        (
            [NEW, make_version("2026-12", W, on="2026-11-20", starts="2027-01-04",
                               withdrawn="2026-12-01")],
            [("", "2025-09-14", "none"), ("2025-09-15", "", "2025-09")],
        ),
        (
            [NEW, make_version("2026-12", W, on="2026-11-20", starts="2027-01-04",
                               withdrawn="2027-01-04")],
            [("", "2025-09-14", "none"), ("2025-09-15", "2027-01-03", "2025-09"),
             ("2027-01-04", "", "none")],
        ),
        # superseded, then withdrawn: nothing changes on that day
        (
            [make_version("2023-11", W, on="2023-11", withdrawn="2026-01-05"), NEW],
            [("", "2023-10-31", "none"), ("2023-11", "2025-09-14", "2023-11"),
             ("2025-09-15", "", "2025-09")],
        ),
        # A month and a day of one date: the day counts.
        (
            [make_version("2023-10", W, on="2023-10-02", withdrawn="2023-11"),
             make_version("2023-11", on="2023-11-01")],
            [("", "2023-10-01", "none"), ("2023-10-02", "2023-10-31", "2023-10"),
             ("2023-11-01", "", "2023-11")],
        ),
    ],
)  # fmt: skip
def test_periods_have_no_gap(versions: list[Version], expected: list[Row]) -> None:
    assert list_rows(*versions) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from([Status.APPROVED, W, C, D]),
            st.integers(0, 40),
            st.none() | st.integers(0, 40),
            st.integers(0, 40),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_periods_agree_with_timeline(
    rows: list[tuple[Status, int, int | None, int]],
) -> None:
    first = date(2028, 2, 10)

    def day(number: int | None) -> str | None:
        return None if number is None else (first + timedelta(days=number)).isoformat()

    policy = make_policy(
        *(
            make_version(
                f"v{number}",
                status,
                on=day(on) if status in (Status.APPROVED, W) else None,
                starts=day(starts),
                withdrawn=day(withdrawn) if status is W else None,
            )
            for number, (status, on, starts, withdrawn) in enumerate(rows)
        )
    )
    listed = periods.list_periods(policy)
    for number in range(-2, 45):
        on = first + timedelta(days=number)
        (match,) = [
            period
            for period in listed
            if (not period.begins or period.begins.date <= on)
            and (not period.last or on <= period.last)
        ]
        assert match.version is timeline.version_in_force(policy, on)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([OLD, NEW, LATER], "2026-11-20"),
        ([OLD], "2023-11"),
        ([make_version("2025-09", W, on="2025-09-15", withdrawn="2026-01-05")], "2026-01-05"),
        ([make_version("2026-12", C)], ""),
    ],
)
def test_newest_decision(versions: list[Version], expected: str) -> None:
    newest = periods.newest_decision(make_policy(*versions))
    assert dates.format_iso_day(newest) == expected
