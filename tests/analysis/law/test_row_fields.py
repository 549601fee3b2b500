"""One row of the register, from its YAML fields."""

from collections.abc import Callable
from datetime import date

import pytest

from policybook.analysis.law.row_fields import read_row, read_series
from policybook.analysis.law.types import Edition, LawKind, Since
from policybook.model import Day
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value

ROW = (
    "{old: [Blue Form, form … blue], kind: renamed, new: the Green Form, since: 2018-05, "
    "source: the office, address: https://x.example/, checked: 2026-10, confidence: R, "
    "to_check: the day}"
)
SERIES = (
    "{name: [County Handbook], source: the council, checked: 2026-10, years: ["
    "{year: 2026, since: 2026-04-01, confidence: R}, {year: 2024, since: 2024-09-01, confidence: S}]}"
)


def read(reader: Callable[[Value, str], object], text: str) -> object:
    root, findings = strict_yaml.read(f"x: {text}\n", "law.yml")
    assert root and root.fields and not findings
    return reader(root.fields["x"], "law.yml")


def test_row_has_its_fields() -> None:
    row = read(read_row, ROW)
    assert (row.old, row.kind, row.new) == (
        ("Blue Form", "form … blue"),
        LawKind.RENAMED,
        "the Green Form",
    )
    assert (row.known_as, row.unless, row.since) == ((), (), Since("May 2018"))
    source = row.source
    assert (source.words, source.address, source.to_check) == (
        "the office",
        "https://x.example/",
        "the day",
    )
    assert source.checked == Day(date=date(2026, 10, 1), month_only=True)
    assert (source.recalled, source.path, source.line) == (True, "law.yml", 1)


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("2018", Since("2018")),
        ("2018-05", Since("May 2018")),
        ("2018-05-25", Since("25 May 2018", is_day=True)),
    ],
)
def test_since_is_year_month_or_day(typed: str, since: Since) -> None:
    assert read(read_row, ROW.replace("2018-05", typed)).since == since


def test_editions_are_oldest_first() -> None:
    series = read(read_series, SERIES)
    assert series.names == ("County Handbook",)
    assert series.editions == (
        Edition(year=2024, since=date(2024, 9, 1), recalled=False),
        Edition(year=2026, since=date(2026, 4, 1), recalled=True),
    )


@pytest.mark.parametrize(
    ("reader", "text", "words"),
    [
        (read_row, ROW.replace("kind: renamed, ", ""), "has no `kind`"),
        (read_row, ROW.replace("{old", "{colour: blue, old"), "unknown field `colour`"),
        (read_row, ROW.replace("renamed", "gone"), "`kind` that is “gone”"),
        (read_row, ROW.replace("confidence: R", "confidence: X"), "`confidence` that is “X”"),
        (read_row, ROW.replace("https:", "http:"), "`address` that is “http://x.example/”"),
        (read_row, ROW.replace("2018-05", "soon"), "`since` that is “soon”"),
        (read_series, SERIES.replace("year: 2026", "year: 26"), "the year “26”"),
        (read_series, SERIES.replace("since: 2026-04-01", "since: 2026-04"), "a month"),
        (read_series, SERIES[: SERIES.index("[{")].replace("years: ", "years: []}"), "no list"),
    ],
)
def test_faulty_row_is_refused(
    reader: Callable[[Value, str], object], text: str, words: str
) -> None:
    with pytest.raises(InvalidValueError) as wrong:
        read(reader, text)
    assert words in str(wrong.value)
    assert wrong.value.remedy
