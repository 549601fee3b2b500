"""Lines of words that became headings, and headings that became lines of words."""

import pytest

from policybook.redline import ChangeKind, Matter, changes_to_read
from policybook.redline.form_changes import is_harmless

from .comparisons import compare


def kinds(old: str, new: str) -> list[str]:
    return [str(change.kind) for change in changes_to_read(compare(old, new))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## A\n\n**Visitors in the club**\n\nSign in.\n", "## A\n\n### Visitors in the club\n\nSign in.\n"),
        ("## A\n\nOne.\n\nVisitors in the club\n\nSign in.\n", "## A\n\nOne.\n\n## Visitors in the club\n\nSign in.\n"),
        ("## A\n\n### Where are your skates?\n\nHere.\n", "## A\n\n- Where are your skates?\n\nHere.\n"),
        # a word or two between the same neighbours
        ("## A\n\nRide well.\n\nAims:\n\nRide far.\n", "## A\n\nRide well.\n\n### Aims:\n\nRide far.\n"),
    ],
)  # fmt: skip
def test_words_became_heading(old: str, new: str) -> None:
    assert kinds(old, new) == [ChangeKind.FORMATTING]
    assert kinds(new, old) == [ChangeKind.FORMATTING]


def test_recurring_lines_pair_in_order() -> None:
    old = "## A\n\nOne skate.\n\nWatch out for:\n\nTwo bikes.\n\nWatch out for:\n\nThree carts.\n"
    new = old.replace("Watch", "### Watch")
    assert kinds(old, new) == [ChangeKind.FORMATTING] * 2
    # Of two lines one is gone: nobody knows which.
    assert ChangeKind.FORMATTING not in kinds(old, new.replace("### Watch out for:\n\n", "", 1))


def test_header_became_row() -> None:
    old = "| Approved by | The chair of riders |\n|---|---|\n| Date | May |\n"
    new = "| Field | Words |\n|---|---|\n| Approved by | The chair of riders |\n| Date | May |\n"
    assert "reworded" not in kinds(f"## A\n\n{old}", f"## A\n\n{new}")
    assert "removed" not in kinds(f"## A\n\n{old}", f"## A\n\n{new}")


def test_short_line_elsewhere_stays() -> None:
    old = "## A\n\nAims:\n\nRide far.\n\nRide well.\n"
    new = "## A\n\nRide far.\n\nRide well.\n\n### Aims:\n\nWhistle.\n"
    assert ChangeKind.FORMATTING not in kinds(old, new)


def test_rule_that_became_heading_counts() -> None:
    old, new = (
        "## A\n\nRiders must sign in.\n\nOne.\n",
        "## A\n\n### Riders must sign in.\n\nOne.\n",
    )
    (change,) = changes_to_read(compare(old, new))
    assert not is_harmless(change)


def test_kept_words_are_no_rewriting() -> None:
    old = "## A\n\n- Skate hire\n- Bike hire\n"
    new = "## A\n\n- Skate hire [https://hire.example/skates/forms/a/b/c/d\n- Bike hire\n"
    (change,) = changes_to_read(compare(old, new))
    assert [str(run.kind) for run in change.runs] == ["equal", "added"]
    assert all(weight.matter is not Matter.NEW for weight in change.weights)
