"""The clock: the only place that reads the day. Only `cli` and `plugin` call it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_in_london() -> date:
    """Return the day in London, whatever the time zone of this computer."""
    return datetime.now(ZoneInfo("Europe/London")).date()
