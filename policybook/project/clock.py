"""The clock: the only place that reads the day. Only `cli` and `plugin` call it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in_london() -> date:
    """Return the day in London, whatever the time zone of this computer."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def now() -> datetime:
    """Return this instant, to compare with the times of files."""
    return datetime.now(UTC)
