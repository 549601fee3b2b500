"""Test the words for standings, reviews and approvals."""

from datetime import date

import pytest
from builders import make_policy, make_version

from policybook.model import Standing, Status, Version, timeline, wording

OLD = make_version("2023-11", on="2023-11")
NEW = make_version("2026-09", on="2026-09-14", starts="2027-01-04")
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
            "No longer in force. It was in force from November 2023 to 4 January 2027.",
        ),
        ([GONE], date(2026, 11, 22), "Withdrawn on 5 October 2026. It is not in force."),
        (
            [OLD, GONE],
            date(2026, 11, 22),
            "No longer in force. It was in force from November 2023 to 14 September 2026.",
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


def test_standing_labels_are_distinct() -> None:
    labels = {wording.standing_label(s) for s in Standing}
    assert len(labels) == len(Standing)
    assert [s for s in Standing if wording.standing_label(s) == "In force"] == [Standing.IN_FORCE]


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
    assert wording.audiences(names) == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(0, "1 minute"), (299, "1 minute"), (301, "2 minutes"), (2000, "10 minutes")],
)
def test_minutes_to_read(words: int, sentence: str) -> None:
    assert wording.minutes_to_read(words) == sentence
