"""The calendar of reviews as another program reads it (RFC 5545)."""

from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from builders import TODAY, make_approved_text, make_record, make_sources

from policybook.project.templates import read_templates
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[2]
TITLE = (
    "Behaviour; rewards, praise \\ “Łódź” and the long way home after the last lesson of the day"
)
FILES = {
    "docs/policies/behaviour/2025-09.md": make_approved_text(title=f"'{TITLE}'"),
    "docs/policies/homework/2024-09.md": make_approved_text(
        title="Homework", owner="Deputy, Head", approved_on="2024-09-02", review_year="2024/25"
    ),
    "docs/policies/uniform/2026-12.md": make_approved_text(title="Uniform", status="consultation"),
}


@pytest.fixture(scope="module")
def calendar() -> icalendar.Calendar:
    files = {**FILES, "docs/policies/approvals.jsonl": make_record(FILES)}
    site = build.build(
        make_sources(files),
        read_templates(ROOT),
        TODAY,
        Settings(url="https://x.example/", pdf=False),
    )
    (data,) = [asset.data for asset in site.files() if asset.path.endswith(".ics")]
    assert max(map(len, data.split(b"\r\n"))) <= 75
    return icalendar.Calendar.from_ical(data)


def events(calendar: icalendar.Calendar) -> dict[str, icalendar.Event]:
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_calendar_names_its_school(calendar: icalendar.Calendar) -> None:
    assert (str(calendar["VERSION"]), bool(calendar["PRODID"])) == ("2.0", True)
    assert str(calendar["X-WR-CALNAME"]) == "Hill View School: policy reviews"


def test_policies_in_force_are_events(calendar: icalendar.Calendar) -> None:
    assert set(events(calendar)) == {"behaviour-2025-09@x.example", "homework-2024-09@x.example"}
    assert [error for event in calendar.walk() for error in event.errors] == []


@pytest.mark.parametrize(
    ("uid", "day", "summary", "reminder"),
    [
        (
            "behaviour-2025-09",
            date(2028, 8, 31),
            f"Review by 31 August 2028: {TITLE}",
            timedelta(days=-30),
        ),
        # A review that is overdue is due today, at nine o'clock.
        (
            "homework-2024-09",
            TODAY,
            "Review overdue since 1 September 2025: Homework",
            timedelta(hours=9),
        ),
    ],
)
def test_an_event_reads_back(
    calendar: icalendar.Calendar, uid: str, day: date, summary: str, reminder: timedelta
) -> None:
    event = events(calendar)[f"{uid}@x.example"]
    (alarm,) = event.walk("VALARM")
    assert (event.decoded("DTSTART"), str(event["SUMMARY"])) == (day, summary)
    assert (alarm.decoded("TRIGGER"), str(alarm["DESCRIPTION"])) == (reminder, summary)
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_description_keeps_its_commas(calendar: icalendar.Calendar) -> None:
    words = str(events(calendar)["homework-2024-09@x.example"]["DESCRIPTION"])
    assert words == "Version 2024-09. Owner: Deputy, Head. https://x.example/policies/homework/"
