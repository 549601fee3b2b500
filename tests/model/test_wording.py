"""What a parent or governor reads of a standing, a review and an approval."""

from datetime import date

import pytest
from builders import dated, policy_of

from policybook.model import Day, Standing, Status, Version, dates, timeline, wording

OLD = dated("2023-11", on="2023-11")
NEW = dated("2026-09", on="2026-09-14", starts="2027-01-04")
GONE = dated("2026-09", Status.WITHDRAWN, on="2026-09-14", withdrawn="2026-10-05")


@pytest.mark.parametrize(
    ("versions", "today", "words"),
    [
        ([OLD], date(2026, 11, 22), "In force since November 2023."),
        ([OLD], date(2023, 10, 31), "Approved. In force from November 2023."),
        ([NEW, OLD], date(2026, 11, 22), "Approved. In force from 4 January 2027."),
        ([NEW, OLD], date(2027, 1, 4), "In force since 4 January 2027."),
        (
            [OLD, NEW],
            date(2027, 1, 4),
            "No longer in force. It was in force from November 2023 to 4 January 2027.",
        ),
        ([GONE], date(2026, 11, 22), "Withdrawn on 5 October 2026. It is not in force."),
        (
            [OLD, GONE],
            date(2026, 11, 22),
            "No longer in force. It was in force from November 2023 to 14 September 2026.",
        ),
        ([dated("a", Status.DRAFT)], date(2026, 11, 22), "Draft. It is private, and not in force."),
        (
            [dated("a", Status.CONSULTATION)],
            date(2026, 11, 22),
            "Proposed text. It is not in force; the governors have not approved it.",
        ),
    ],
)
def test_a_standing_is_one_plain_statement_about_the_first(
    versions: list[Version], today: date, words: str
) -> None:
    policy = policy_of(*versions)
    assert wording.standing(policy, versions[0], today) == words
    assert wording.notice(policy, versions[0], today) == (
        "" if words.startswith("In force") else words
    )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2025, 6, 1), "Next review by 31 August 2025."),
        (date(2025, 8, 31), "Review due by 31 August 2025."),
        (date(2025, 9, 1), "Review overdue since 1 September 2025."),
        (date(2026, 11, 22), "Review overdue since 1 September 2025."),
    ],
)
def test_a_review_says_when(today: date, words: str) -> None:
    outlook = timeline.outlook(dated("a", on="2023-11", year="2024/25"), today, 90)
    assert wording.review(outlook) == words
    # a finding has the same words, without capital and full stop
    assert f"{wording.review_message(outlook)}." == words[0].lower() + words[1:]


def test_every_standing_has_a_label_that_does_not_mislead() -> None:
    labels = {wording.standing_label(s) for s in Standing}
    assert len(labels) == len(Standing)
    assert [s for s in Standing if wording.standing_label(s) == "In force"] == [Standing.IN_FORCE]


def test_nothing_is_made_up() -> None:
    assert wording.approval(OLD) == "Governing Body, November 2023"
    assert wording.approval(NEW) == "Governing Body, 14 September 2026"
    assert wording.approval(dated("a", Status.CONSULTATION)) == "Not approved"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("staff",), "staff"),
        (("staff", "pupils"), "staff and pupils"),
        (("staff", "governors", "pupils"), "staff, governors and pupils"),
    ],
)
def test_audiences(names: tuple[str, ...], words: str) -> None:
    assert wording.audiences(names) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [(0, "1 minute"), (299, "1 minute"), (301, "2 minutes"), (2000, "10 minutes")],
)
def test_the_time_to_read(words: int, said: str) -> None:
    assert wording.minutes_to_read(words) == said


@pytest.mark.parametrize("typed", ["2023-11-06", "2023-11", "2024-02-29", "1900-01", "2199-12-31"])
def test_days_are_written_as_they_were_read(typed: str) -> None:
    found = dates.read_day(typed)
    assert found and dates.as_typed(found) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "2023-11-31",
        "2023-02-29",
        "1899-12",
        "2200-01",
        "2023-1-1",
        "２０２３-11",
        "2023-11 ",
        "2023-11\n",
        "",
    ],
)
def test_days_that_no_calendar_has(typed: str) -> None:
    assert dates.read_day(typed) is None


@pytest.mark.parametrize(
    ("typed", "last"), [("2024/25", date(2025, 8, 31)), ("1999/00", date(2000, 8, 31))]
)
def test_an_academic_year_runs_to_31_august(typed: str, last: date) -> None:
    year = dates.read_academic_year(typed)
    assert year and dates.last_day(year) == last
    assert dates.year_text(year) == typed
    assert dates.first_day(year) == date(last.year - 1, 9, 1)


@pytest.mark.parametrize(
    "typed", ["2024/24", "2024/26", "2024/2025", "2024-25", "24/25", "2024/25\n", "1899/00"]
)
def test_years_that_are_none(typed: str) -> None:
    assert dates.read_academic_year(typed) is None


def test_days_in_words() -> None:
    assert dates.in_words(date(2026, 11, 6)) == "6 November 2026"
    assert dates.in_words(Day(date=date(2026, 11, 1), month_only=True)) == "November 2026"
    assert dates.day_after(date(2024, 2, 29)) == date(2024, 3, 1)
