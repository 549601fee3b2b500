"""Dates as offices type them: what each means, and which are refused."""

import pytest

from policybook.model import dates
from policybook.reading.fields import typed_dates
from policybook.text.strict_yaml import InvalidValueError


@pytest.mark.parametrize(
    "words",
    [
        "1/9/2026", "01/09/2026", "01.09.26", "1-9-2026", "1 9 2026", "1. 9. 2026",
        "1 September 2026", "1st September 2026", "1st of September, 2026", "01-Sep-26", "1 Sept 2026",
        "1 SEP. 2026", "September 1, 2026", "Sept 1st 2026", "2026-09-01", "2026/9/1", "2026.09.01",
        "Tuesday 1 September 2026", "Tue, 1/9/26", "01/09/2026 00:00", "2026-09-01T00:00:00",
        " 1 September\n2026 ",
    ],
)  # fmt: skip
def test_day_is_read(words: str) -> None:
    assert dates.format_iso_day(typed_dates.read_day(words)) == "2026-09-01"


@pytest.mark.parametrize("words", ["September 2026", "Sep-26", "2026-09", "09/2026", "sept 2026"])
def test_month_is_read(words: str) -> None:
    assert dates.format_iso_day(typed_dates.read_day(words)) == "2026-09"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("9/13/2026", "13 September 2026"),  # the month first
        ("9/13/26", "13 September 2026"),
        ("26/09/01", "year may be first or last"),
        ("01/09/55", "century"),
        ("31/02/2026", "no calendar"),
        ("29 February 2023", "no calendar"),
        ("2026-13-01", "no calendar"),
        ("0/0/2026", "no calendar"),
        ("1/9/1826", "no calendar"),
        ("2026/27", "academic year"),
        ("2026-27", "academic year"),
        ("2009/10", "academic year"),
        ("46266", "1 September 2026"),  # Excel's number
        ("Monday 1 September 2026", "another weekday"),
        ("23-Nov", "not a date"),
        ("9/26", "not a date"),
        ("2026", "not a date"),
        ("Autumn Term 2023", "not a date"),
        ("1 Septmber 2026", "not a date"),
        ("1/9/2026 or later", "not a date"),
        ("٣/٤/2026", "not a date"),
        ("TBC", "not a date"),
    ],
)
def test_unclear_dates_are_refused(words: str, reason: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        typed_dates.read_day(words)
    assert reason in f"{refused.value.message} {refused.value.remedy}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026/27", "2026/27"),
        ("2026-27", "2026/27"),
        ("2026–27", "2026/27"),
        ("2026/2027", "2026/27"),
        ("2009/10", "2009/10"),
        ("2009-10", None),  # or October 2009
        ("2026/28", None),
        ("26/27", None),
        ("2026", None),
    ],
)
def test_academic_years(words: str, expected: str | None) -> None:
    year = typed_dates.read_year(words)
    assert (dates.format_academic_year(year) if year else None) == expected
