"""Sentences that a rule lost are told, unless another rule has them or says them anew."""

import pytest

from policybook.redline.story import tell_story

from .comparisons import compare

RULE = "Staff write up each report."


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        # A sentence is gone, or quite another one is there instead.
        (f"{RULE} Parents of both sides are told.", RULE, ["Parents of both sides are told."]),
        (
            f"{RULE} Parents of both sides are told.",
            f"{RULE} The phase leader stays with the pupil.",
            ["Parents of both sides are told."],
        ),
        (
            f"{RULE} Dogs stay at home. Trips need a form from the office.",
            f"{RULE} Trips need a form from the office.",
            ["Dogs stay at home."],
        ),
        # It is reworded.
        (f"{RULE} Parents of both sides are told.", f"{RULE} Both sets of parents are told.", []),
        (f"{RULE} Tell the head at once.", f"{RULE} The head must be told at once.", []),
        # Most of the rule is new: no sentence of it stands out.
        (
            f"{RULE} Dogs stay at home. Trips need a form.",
            "Bring a coat. Lunch is at noon. Whistles are not allowed.",
            [],
        ),
        # It is too short to be a rule.
        (f"{RULE} Ask us.", RULE, []),
    ],
)
def test_lost_sentence_is_told(old: str, new: str, lost: list[str]) -> None:
    story = tell_story(compare(f"## A\n\n{old}", f"## A\n\n{new}"))
    assert [line.old for line in story.removed if line.is_sentence] == lost


def test_moved_sentence_is_not_lost() -> None:
    story = tell_story(
        compare(
            f"## A\n\n{RULE} Dogs stay at home on all days.\n\n## B\n\nThe gate is shut.",
            f"## A\n\n{RULE}\n\n## B\n\nThe gate is shut. Dogs stay at home on all days.",
        )
    )
    assert story.removed == ()
