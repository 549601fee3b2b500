"""Test the words for standings, reviews and approvals."""

from datetime import date

import pytest
from builders import make_policy, make_version

from policybook.model import Status, Version, timeline, wording
from policybook.model.spans import DaySpan

OLD = make_version("2023-11", on="2023-11")
NEW = make_version("2026-09", on="2026-09-14", starts="2027-01-04")
#: Only the month is known in which the next version begins.
IN_FORCE_TO_MONTH = "In force to November 2023"
GONE = make_version("2026-09", Status.WITHDRAWN, on="2026-09-14", withdrawn="2026-10-05")


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
            "No longer in force. It was in force from November 2023 to 3 January 2027.",
        ),
        ([GONE], date(2026, 11, 22), "Withdrawn on 5 October 2026. It is not in force."),
        (
            [OLD, GONE],
            date(2026, 11, 22),
            "No longer in force. It was in force from November 2023 to 13 September 2026.",
        ),
        (
            [make_version("a", Status.DRAFT)],
            date(2026, 11, 22),
            "Draft. It is private, and not in force.",
        ),
        (
            [make_version("a", Status.CONSULTATION)],
            date(2026, 11, 22),
            "Proposed text. It is not in force; the governors have not approved it.",
        ),
    ],
)
def test_standing_is_a_sentence(versions: list[Version], today: date, words: str) -> None:
    policy = make_policy(*versions)
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
def test_review_gives_its_date(today: date, words: str) -> None:
    outlook = timeline.outlook(make_version("a", on="2023-11", year="2024/25"), today, 90)
    assert wording.review(outlook) == words
    # a finding has the same words, without capital and full stop
    assert f"{wording.review_message(outlook)}." == words[0].lower() + words[1:]


@pytest.mark.parametrize(
    ("versions", "today", "words"),
    [
        ([OLD], date(2026, 11, 22), "In force"),
        ([OLD, NEW], date(2026, 11, 22), "In force to 3 January 2027"),
        ([NEW, OLD], date(2026, 11, 22), "In force from 4 January 2027"),
        ([NEW, OLD], date(2027, 1, 4), "In force"),
        ([OLD, NEW], date(2027, 1, 4), "Replaced"),
        ([OLD], date(2023, 10, 31), "In force from November 2023"),
        ([make_version("2022-09", on="2022-09"), OLD], date(2023, 1, 1), IN_FORCE_TO_MONTH),
        ([GONE], date(2026, 10, 5), "Withdrawn"),
        ([GONE], date(2026, 10, 4), "In force to 4 October 2026"),
        ([make_version("a", Status.DRAFT)], date(2026, 11, 22), "Draft"),
        ([make_version("a", Status.CONSULTATION)], date(2026, 11, 22), "Proposed"),
    ],
)
def test_badge_names_known_days(versions: list[Version], today: date, words: str) -> None:
    assert wording.badge(make_policy(*versions), versions[0], today) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (
            date(2026, 9, 15),
            date(2027, 1, 3),
            "until 3 January 2027, unless something new is approved.",
        ),
        (None, date(2027, 1, 3), "until 3 January 2027, unless something new is approved."),
        (
            date(2025, 9, 1),
            None,
            "from 1 September 2025 on, unless something new has been approved.",
        ),
        (None, None, "unless something new has been approved."),
    ],
)
def test_validity_names_its_days(first: date | None, last: date | None, words: str) -> None:
    assert wording.validity(DaySpan(first=first, last=last, value=None)) == words


def test_approval_keeps_the_typed_precision() -> None:
    assert wording.approval(OLD) == "Governing Body, November 2023"
    assert wording.approval(NEW) == "Governing Body, 14 September 2026"
    assert wording.approval(make_version("a", Status.CONSULTATION)) == "Not approved"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("staff",), "staff"),
        (("staff", "pupils"), "staff and pupils"),
        (("staff", "governors", "pupils"), "staff, governors and pupils"),
    ],
)
def test_audiences(names: tuple[str, ...], words: str) -> None:
    assert wording.join_words(names) == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(0, "1 minute"), (299, "1 minute"), (301, "2 minutes"), (2000, "10 minutes")],
)
def test_minutes_to_read(words: int, sentence: str) -> None:
    assert wording.minutes_to_read(words) == sentence
