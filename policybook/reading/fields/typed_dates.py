"""Read a date as people in Britain type it in a spreadsheet, day before month.

`1/9/2026`, `01.09.26`, `1 September 2026`, `1-Sep-26` and `2026-09-01` are one day. A
date that may mean two days, or none, is refused with a reason. The reader must not
know a policy.
"""

import re
from datetime import date, timedelta

from policybook.model import AcademicYear, Day, dates
from policybook.text.strict_yaml import InvalidValueError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"(?P<name>[a-z]{3,9})(?:\.|,)*\s+(?=\d)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?Z?")
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{1,2}))?", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{4})", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ]*)?(?P<month>[a-z]{3,9})[-/., ]+"
    r"(?P<year>\d{4}|\d{2})",
    re.ASCII | re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_ACADEMIC_YEAR = re.compile(r"(\d{4}) ?[-/–] ?(?:20)?(\d{2})", re.ASCII)
#: Excel counts days from here.
_FIRST_SERIAL = date(1899, 12, 30)
_SERIAL = re.compile(r"[2-7]\d{4}", re.ASCII)
_EXAMPLES = "For example, 1/9/2026, 1 September 2026 or 2026-09-01."
_FORMS = "Write it as 1/9/2026, 1 September 2026 or 2026-09-01."


def read_day(words: str) -> Day:
    """Return the day, or the month of `September 2026`. Raise `InvalidValueError` otherwise."""
    text = _drop_weekday(_MIDNIGHT.sub("", " ".join(words.split())))
    if read_year(text):
        raise _refuse(words, "an academic year, not a date", f"Write a day. {_EXAMPLES}")
    if match := _MONTH_FIRST.fullmatch(text) or _NAMED.fullmatch(text):
        return _make_day(words, match["year"], _find_month(words, match["month"]), match["day"])
    if match := _YEAR_FIRST.fullmatch(text):
        return _make_day(words, match[1], int(match[2]), match[3])
    if match := _MONTH_OF_YEAR.fullmatch(text):
        return _make_day(words, match[2], int(match[1]), None)
    if match := _DAY_FIRST.fullmatch(text):
        _refuse_odd_order(words, match[1], match[2], match[3])
        return _make_day(words, match[3], int(match[2]), match[1])
    if _SERIAL.fullmatch(text):
        day = dates.format_day(_FIRST_SERIAL + timedelta(days=int(text)))
        remedy = f"It may mean {day}. Let the spreadsheet show the column as dates."
        raise _refuse(words, "a spreadsheet's number for a day", remedy)
    raise _refuse(words, "not a date", _FORMS)


def read_year(words: str) -> AcademicYear | None:
    """Return the academic year of `2026/27`, `2026-27` or `2026/2027`; None for other words.

    `2009-10` may be October 2009, so it is none.
    """
    match = _ACADEMIC_YEAR.fullmatch(words.strip())
    if not match or ("/" not in words and int(match[2]) <= 12):
        return None
    return dates.read_academic_year(f"{match[1]}/{match[2]}")


def _drop_weekday(text: str) -> str:
    """Return a date without its weekday, if the weekday is right."""
    match = _WEEKDAY.match(text)
    name = match["name"].lower() if match else ""
    number = next((n for n, day in enumerate(_WEEKDAYS) if name and day.startswith(name)), None)
    if match is None or number is None:
        return text
    rest = text[match.end() :]
    day = read_day(rest)
    if day.month_only or day.date.weekday() != number:
        right = dates.format_day(day)
        raise _refuse(text, f"not a date, because {right} is another weekday", _FORMS)
    return rest


def _find_month(words: str, name: str) -> int:
    """Return the number of a month by its name, or by the start of its name."""
    start = "sep" if name.lower() == "sept" else name.lower()
    for number, month in enumerate(dates.MONTHS, 1):
        if month.lower().startswith(start):
            return number
    raise _refuse(words, "not a date", _FORMS)


def _refuse_odd_order(words: str, first: str, month: str, last: str) -> None:
    """Refuse `26/09/01`, which may be 26 September 2001 or 1 September 2026, and `9/13/2026`."""
    may_be_year = len(last) == 2 and int(last) < 10 <= int(first)
    other = dates.read_day(f"20{first}-{int(month):02d}-{int(last):02d}") if may_be_year else None
    if other:
        remedy = f"Write {dates.format_day(other)}, or the day that it is, with the month's name."
        raise _refuse(words, "not clear: its year may be first or last", remedy)
    if int(month) > 12 and (day := dates.read_day(f"20{last[-2:]}-{int(first):02d}-{month}")):
        remedy = (
            f"It has the month first, and may mean {dates.format_day(day)}. Dates here have the "
            "day first, so check every date of the spreadsheet."
        )
        raise _refuse(words, "not a date, because no year has that many months", remedy)


def _make_day(words: str, year: str, month: int, day: str | None) -> Day:
    """Return a day that a calendar has. Raise `InvalidValueError` for any other."""
    number = int(year)
    if len(year) == 2:
        if 50 <= number < 70:
            raise _refuse(words, "unclear about its century", "Write the year with four digits.")
        number += 2000 if number < 50 else 1900
    typed = f"{number}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    if result := dates.read_day(typed):
        return result
    raise _refuse(words, "a day that no calendar has", _FORMS)


def _refuse(words: str, reason: str, remedy: str) -> InvalidValueError:
    return InvalidValueError(f"is “{words[:60]}”, which is {reason}", remedy, code="spreadsheet")
