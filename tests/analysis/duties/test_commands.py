"""Commands, and items that leave out who does what they say."""

import pytest

from policybook.analysis.duties import commands
from policybook.analysis.duties.sentence_words import cut_words

from .listed_duties import list_who_and_kind


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Foster carers attend training.", ["foster carers"]),
        ("Use – To use the plot as a garden.", []),
        ("Waste Material – Not to leave rubbish.", []),
        ("Support both children – offer kind words.", ["you"]),
        ("Ensure staff know the way.", ["you"]),
        ("To keep a path safe, and mow the grass, is an aim.", []),
        ("Report any injuries to a steward.", ["you"]),
    ],
)
def test_label_is_no_command(body: str, expected: list[str]) -> None:
    assert [who for who, _ in list_who_and_kind(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ring the office.", [("you", "must")]),
        ("If a bike is lost, ring the office.", [("you", "must")]),
        ("Stage 1: speak to the tutor.", [("you", "must")]),
        ("If in doubt ask the cook.", [("you", "must")]),
        ("Use of bikes is fun.", []),
        ("Visit reports are long.", []),
        ("See the plan.", []),
        ("Smart clocks that ring are fun.", []),
        ("Risk Management in Schools, 2007", []),
        ("Lock the gate?", []),
        ("Risk assessment: this weighs what may go wrong.", []),
        ("Close proximity: helps children near water.", []),
        ("Please lock the gate: it is new.", [("you", "must")]),
        ("“Lock the gate when you go” is a song.", []),
        ("Access to the hall by noon.", []),
        ("Date the policy is due for review: 1 May 2027.", []),
    ],
)
def test_command_speaks_to_the_reader(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("item", "is_duty"),
    [
        ("tests the alarm each Monday", True),
        ("come ready to learn", True),
        ("does not smoke", True),
        ("a note from home", False),
        ("records", False),
        ("reports of the day", False),
    ],
)
def test_item_can_leave_out_its_subject(item: str, is_duty: bool) -> None:
    assert (commands.read_unnamed(cut_words(item)) is not None) is is_duty


@pytest.mark.parametrize(("item", "bars"), [("Never leaves the hall", True), ("Signs it", False)])
def test_never_makes_a_ban(item: str, bars: bool) -> None:
    duty = commands.read_unnamed(cut_words(item))
    assert duty is not None
    assert duty.bars is bars
