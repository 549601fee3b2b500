"""The calendar as another program reads it (RFC 5545): reviews, coming versions, consultations."""

from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from builders import PATH, TODAY, make_approved_text, make_record, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
TITLE = (
    "Behaviour; rewards, praise \\ “Łódź” and the long way home after the last lesson of the day"
)
FILES: dict[str, str | bytes] = {
    "docs/policies/behaviour/2025-09.md": make_approved_text(title=f"'{TITLE}'"),
    "docs/policies/homework/2024-09.md": make_approved_text(
        title="Homework", owner="Deputy, Head", approved_on="2024-09-02", review_year="2024/25"
    ),
    "docs/policies/uniform/2026-12.md": make_text(
        title="Uniform", status="consultation", comments_until="2027-01-04", comments_to="Ann, Bo"
    ),
}
NEXT = PATH.replace("2025-09", "2026-12")
DECEMBER = {"approved_on": "2026-11-20", "effective_from": "2027-01-04", "changes": "Watches."}


def make_calendar(files: dict[str, str | bytes], today: date = TODAY) -> bytes:
    approved = {path: words for path, words in files.items() if "approved_by" in str(words)}
    settings = Settings(url="https://x.example/", pdf=False)
    site = build.build(
        make_sources({layout.RECORD: make_record(approved), **files}),
        read_templates(ROOT),
        today,
        settings,
    )
    (data,) = [asset.data for asset in site.files() if asset.path.endswith(".ics")]
    assert max(map(len, data.split(b"\r\n"))) <= 75
    return data


def read_events(data: bytes) -> dict[str, icalendar.Event]:
    """Return the events by identifier, without the school."""
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    names = [str(event["UID"]).removesuffix("@x.example") for event in events]
    assert len(set(names)) == len(names), "two events have one identifier"
    assert [error for event in events for error in event.errors] == []
    return dict(zip(names, events, strict=True))


@pytest.fixture(scope="module")
def data() -> bytes:
    return make_calendar(FILES)


@pytest.fixture(scope="module")
def events(data: bytes) -> dict[str, icalendar.Event]:
    return read_events(data)


def test_calendar_names_its_school(data: bytes) -> None:
    calendar = icalendar.Calendar.from_ical(data)
    assert (str(calendar["VERSION"]), bool(calendar["PRODID"])) == ("2.0", True)
    assert str(calendar["X-WR-CALNAME"]) == "Hill View School: policy dates"


@pytest.mark.parametrize(
    ("uid", "day", "stamp", "summary"),
    [
        (
            "behaviour-2025-09",
            date(2028, 8, 31),
            date(2025, 9, 15),
            f"Review by 31 August 2028: {TITLE}",
        ),
        # 90 days before, a Friday in term
        (
            "behaviour-2025-09-reminder",
            date(2028, 6, 2),
            date(2025, 9, 15),
            f"Review by 31 August 2028: {TITLE} (reminder)",
        ),
        # An overdue review keeps its day.
        (
            "homework-2024-09",
            date(2025, 8, 31),
            date(2024, 9, 2),
            "Review by 31 August 2025: Homework",
        ),
        (
            "homework-2024-09-reminder",
            date(2025, 6, 2),
            date(2024, 9, 2),
            "Review by 31 August 2025: Homework (reminder)",
        ),
        (
            "uniform-2026-12-consultation",
            date(2027, 1, 4),
            date(2026, 10, 12),
            "Comments close on 4 January 2027: Uniform",
        ),
    ],
)
def test_an_event_reads_back(
    events: dict[str, icalendar.Event], uid: str, day: date, stamp: date, summary: str
) -> None:
    event = events[uid]
    assert (event.decoded("DTSTART"), str(event["SUMMARY"])) == (day, summary)
    assert event.decoded("DTSTAMP").date() == stamp
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_only_reminders_ring(events: dict[str, icalendar.Event]) -> None:
    assert len(events) == 5
    for name, event in events.items():
        alarms = event.walk("VALARM")
        assert len(alarms) == name.endswith("-reminder")
        for alarm in alarms:
            assert alarm.decoded("TRIGGER") == timedelta(hours=9)
            assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])


def test_a_description_keeps_its_commas(events: dict[str, icalendar.Event]) -> None:
    words = str(events["homework-2024-09"]["DESCRIPTION"])
    assert words == "Version 2024-09. Owner: Deputy, Head. https://x.example/policies/homework/"
    words = str(events["uniform-2026-12-consultation"]["DESCRIPTION"])
    assert words == (
        "Send comments by 4 January 2027 to Ann, Bo. https://x.example/policies/uniform/2026-12/"
    )


REVIEW = ["behaviour-2026-12", "behaviour-2026-12-reminder"]
OLD_REVIEW = ["behaviour-2025-09", "behaviour-2025-09-reminder"]
START = "behaviour-2026-12-in-force"


@pytest.mark.parametrize(
    ("old", "new", "today", "expected"),
    [
        # The review of a text that is replaced before it falls due is nobody's task.
        ({}, DECEMBER, "2027-01-03", [*REVIEW, START]),
        ({"review_by": "2027-01-03", "review_year": "2026/27"}, DECEMBER, "2026-11-22",
         [*OLD_REVIEW, *REVIEW, START]),
        ({"review_by": "2027-01-04", "review_year": "2026/27"}, DECEMBER, "2026-11-22",
         [*REVIEW, START]),
        ({}, DECEMBER, "2027-01-04", [*REVIEW, START]),
        # in force on the day of its approval
        ({}, {"approved_on": "2026-11-20", "changes": "x"}, "2026-11-22", REVIEW),
        # before its approval, as some old files say
        ({}, {**DECEMBER, "effective_from": "2026-11-01"}, "2026-11-22", REVIEW),
        # withdrawn before its first day
        (
            {},
            {**DECEMBER, "status": "withdrawn", "withdrawn_on": "2026-11-21", "reason": "x"},
            "2026-11-22",
            OLD_REVIEW,
        ),
        # withdrawn, and so no version is in force
        (
            {},
            {**DECEMBER, "status": "withdrawn", "withdrawn_on": "2027-01-10", "reason": "x"},
            "2027-01-10",
            [],
        ),
        # It begins with the version before it, which stays in force.
        ({}, {"approved_on": "2025-09-15", "changes": "x"}, "2026-11-22", OLD_REVIEW),
        # drafts are private
        ({}, {"status": "draft", "approved_by": None, "approved_on": None, "changes": "x"},
         "2026-11-22", OLD_REVIEW),
        # a leap day
        ({}, {**DECEMBER, "effective_from": "2028-02-29"}, "2028-02-28", [*REVIEW, START]),
        # an undated consultation
        ({}, {"status": "consultation", "approved_by": None, "approved_on": None, "changes": "x"},
         "2026-11-22", OLD_REVIEW),
    ],
)  # fmt: skip
def test_events_follow_the_versions(
    old: dict[str, str], new: dict[str, str | None], today: str, expected: list[str]
) -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text(**old)}
    files[NEXT] = make_approved_text(**new)
    events = read_events(make_calendar(files, date.fromisoformat(today)))
    assert sorted(events) == sorted(expected)


def test_start_has_its_day() -> None:
    event = read_events(make_calendar({NEXT: make_approved_text(**DECEMBER)}))[START]
    assert event.decoded("DTSTART") == date(2027, 1, 4)
    assert str(event["SUMMARY"]) == "In force from 4 January 2027: Behaviour policy"
    assert event.decoded("DTSTAMP").date() == date(2026, 11, 20)


def test_recorded_review_moves_both() -> None:
    reviews = "[{on: 2026-10-05, by: Head, outcome: Fine, review_year: 2029/30}]"
    before, after = (
        read_events(make_calendar({PATH: make_approved_text(reviews=reviews)}, day))
        for day in (date(2026, 10, 4), date(2026, 10, 5))
    )
    assert list(before) == list(after)
    for name, day in (("", date(2030, 8, 31)), ("-reminder", date(2030, 5, 31))):
        event = after[f"behaviour-2025-09{name}"]
        assert event.decoded("DTSTART") == day
        assert event.decoded("DTSTAMP").date() == date(2026, 10, 5)
        assert before[f"behaviour-2025-09{name}"].decoded("DTSTAMP").date() == date(2025, 9, 15)


def test_terms_move_the_reminder() -> None:
    terms = "terms:\n  - first: 2028-04-24\n    last: 2028-05-26\n"
    school = {layout.SCHOOL: f"name: Hill View School\n{terms}"}
    events = read_events(make_calendar({**school, PATH: make_approved_text()}))
    reminder = events["behaviour-2025-09-reminder"]
    assert reminder.decoded("DTSTART") == date(2028, 5, 12)


def test_quiet_days_change_no_byte() -> None:
    days = [TODAY + timedelta(days=number) for number in range(0, 60, 4)]
    calendars = {make_calendar(FILES, day) for day in days}
    assert len(calendars) == 1
