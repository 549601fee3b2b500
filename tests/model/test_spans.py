"""Test spans: between which days something holds."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from builders import make_policy, make_version
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Policy, Status, spans, timeline
from policybook.model.spans import DaySpan

DAY = date(2027, 1, 4)
EVE = date(2027, 1, 3)
NUMBERS = st.lists(st.integers(0, 60), max_size=8)


def day(number: int) -> date:
    return date(2028, 2, 1) + timedelta(days=number)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], [(None, None, False)]),  # nothing ever changes
        ([DAY], [(None, EVE, False), (DAY, None, True)]),
        ([DAY, DAY], [(None, EVE, False), (DAY, None, True)]),  # two things on one day
        ([date(2026, 1, 1)], [(None, None, False)]),  # a day on which nothing changes
        ([date(2028, 2, 29), DAY], [(None, EVE, False), (DAY, None, True)]),  # a leap day
    ],
)
def test_trace_joins_equal_days(
    days: list[date], expected: list[tuple[date | None, date | None, bool]]
) -> None:
    traced = spans.trace(days, lambda d: d >= DAY)
    assert [(span.first, span.last, span.value) for span in traced] == expected


@given(NUMBERS, st.lists(st.integers(0, 2), min_size=9, max_size=9))
def test_each_day_has_its_value(starts: list[int], values: list[int]) -> None:
    days = sorted({day(number) for number in starts})

    def value_on(d: date) -> int:
        return values[sum(start <= d for start in days)]

    traced = spans.trace(days, value_on)
    for number in range(-3, 64):
        (span,) = [span for span in traced if span.has(day(number))]
        assert span.value == value_on(day(number))
    assert all(a.value != b.value for a, b in pairwise(traced))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20), st.booleans()), max_size=6))
def test_count_agrees_with_each_day(rows: list[tuple[int, int, bool]]) -> None:
    held = [
        DaySpan(first=day(first), last=None if is_open else day(first + length), value=None)
        for first, length, is_open in rows
    ]
    counted = spans.count(held, day(10))
    for number in range(10, 64):
        (span,) = [span for span in counted if span.has(day(number))]
        assert span.value == sum(one.has(day(number)) for one in held)


def test_from_day_starts_with_today() -> None:
    traced = spans.trace([DAY], lambda d: d >= DAY)
    assert [s.value for s in spans.from_day(traced, EVE)] == [False, True]
    assert [s.value for s in spans.from_day(traced, DAY)] == [True]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, True),
        (None, EVE, False),
        (None, DAY, True),
        (date(2027, 3, 1), None, True),
        (date(2027, 3, 2), None, False),
        (date(2027, 2, 1), date(2027, 2, 2), True),
    ],
)
def test_spans_meet(first: date | None, last: date | None, expected: bool) -> None:
    span = DaySpan(first=DAY, last=date(2027, 3, 1), value=None)
    other = DaySpan(first=first, last=last, value=None)
    assert span.meets(other) is other.meets(span) is expected


def test_narrow_keeps_common_days() -> None:
    narrowed = spans.narrow(
        [
            DaySpan(first=None, last=date(2027, 8, 31), value=1),
            DaySpan(first=EVE, last=None, value=2),
            DaySpan(first=DAY, last=date(2027, 12, 31), value=3),
        ]
    )
    assert narrowed.as_data() == {"holds_from": "2027-01-04", "holds_until": "2027-08-31"}
    assert spans.narrow([]).as_data() == {"holds_from": None, "holds_until": None}


@pytest.mark.parametrize(
    "policy",
    [
        make_policy(make_version("2023-11", on="2023-11"), make_version("b", on="2028-02-29")),
        make_policy(make_version("a", on="2027-01-01", starts="2026-12-01", by="2027-06-30")),
        make_policy(make_version("a", on="2027-01-01"), make_version("b", on="2027-01-01")),
        make_policy(make_version("a", Status.WITHDRAWN, on="2027-01-01", withdrawn="2027-01-01")),
        make_policy(
            make_version("a", Status.WITHDRAWN, on="2027-01-01", starts="2027-09-01",
                         withdrawn="2027-03-01"),
            make_version("b", on="2027-02"),
        ),
        make_policy(make_version("a", Status.CONSULTATION), make_version("b", Status.DRAFT)),
        make_policy(make_version("a", on="2026-09-01", reviews=(("2027-06-01", "2028/29"),))),
    ],
)  # fmt: skip
def test_nothing_changes_on_other_days(policy: Policy) -> None:
    """Between two of the days, every standing and review state stays the same."""
    changes = spans.change_days(policy, 90)

    def state_on(d: date) -> list[tuple[str, str]]:
        return [
            (timeline.standing(policy, v, d), timeline.outlook(v, d, 90).state)
            for v in policy.versions
        ]

    d, before = date(2026, 6, 1), state_on(date(2026, 5, 31))
    while d < date(2029, 10, 1):
        now = state_on(d)
        assert now == before or d in changes, d
        d, before = d + timedelta(days=1), now
