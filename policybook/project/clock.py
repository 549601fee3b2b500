"""The clock: the only place that reads the day. Only `cli` and `plugin` call it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in_london() -> date:
    """Return the day in London, whatever the time zone of this computer."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def this_minute() -> str:
    """Return this instant in UTC, to the minute, as the record has it: `2026-11-28T09:12Z`."""
    return now().strftime("%Y-%m-%dT%H:%MZ")


def now() -> datetime:
    """Return this instant, to compare with the times of files."""
    return datetime.now(UTC)
