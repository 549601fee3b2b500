"""Test what is known to change: by when the site must be published again, and why."""

from datetime import date

import pytest
from builders import make_policy, make_version

from policybook.model import Policy, Status, coming_changes

TODAY = date(2026, 11, 28)
OLD = make_version("2023-11", on="2023-11", year="2028/29")


@pytest.mark.parametrize(
    ("policies", "words"),
    [
        (
            [make_policy(OLD, make_version("b", on="2026-09-14", starts="2027-01-04"))],
            "Publish again by 4 January 2027: Behaviour policy comes into force.",
        ),
        ([make_policy(OLD)], "Publish again by 1 September 2027: a new school year begins."),
        ([], "Publish again by 1 September 2027: a new school year begins."),
        (
            [make_policy(make_version("a", on="2023-11", year="2025/26", by="2027-01-31"))],
            "Publish again by 1 February 2027: the review of Behaviour policy becomes overdue.",
        ),
        (
            [make_policy(make_version("a", on="2023-11", by="2027-05-01"))],
            "Publish again by 31 January 2027: the review of Behaviour policy falls due.",
        ),
        (
            [make_policy(make_version("a", on="2023-11", year="2024/25"))],  # overdue already
            "Publish again by 1 September 2027: a new school year begins.",
        ),
        (
            [make_policy(make_version("a", Status.CONSULTATION))],
            "Publish again by 1 September 2027: a new school year begins.",
        ),
        (
            [
                make_policy(
                    make_version("a", Status.WITHDRAWN, on="2023-11", withdrawn="2027-01-04")
                )
            ],
            "Publish again by 4 January 2027: Behaviour policy is withdrawn.",
        ),
        (
            [
                make_policy(make_version("a", on="2023-11", starts="2028-02-29", year="2028/29")),
                make_policy(make_version("a", on="2023-11", year="2026/27")),
            ],
            "Publish again by 2 June 2027: the review of Behaviour policy falls due.",
        ),
        (
            [make_policy(make_version("a", on="2023-11", year="2026/27", starts="2027-09-01"))],
            "Publish again by 1 September 2027: Behaviour policy comes into force; a new school "
            "year begins; the review of Behaviour policy becomes overdue.",
        ),
    ],
)
def test_next_change_is_named(policies: list[Policy], words: str) -> None:
    changes = coming_changes.coming_changes(policies, TODAY, 90)
    assert coming_changes.publish_again(changes) == words


def test_past_changes_are_left_out() -> None:
    policy = make_policy(OLD, make_version("b", on="2026-09-14", starts="2027-01-04"))
    changes = coming_changes.coming_changes([policy], date(2027, 1, 4), 90)
    assert changes[0].day == date(2027, 9, 1)


def test_many_changes_are_counted() -> None:
    policies = [make_policy(make_version("a", on="2023-11", year="2026/27"))] * 5
    changes = coming_changes.coming_changes(policies, TODAY, 90)
    assert coming_changes.publish_again(changes).endswith(
        "falls due; the review of Behaviour policy falls due; and 2 more."
    )
