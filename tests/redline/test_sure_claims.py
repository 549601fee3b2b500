"""Labels that claim too much are taken back; each beside a neighbour that stays."""

import pytest

from policybook.redline import changes_to_read
from policybook.redline.as_text import redline_text
from policybook.redline.weight_words import notes

from .comparisons import compare

LONG = "Once the inquiry has ended, you will receive the result and any advice from it in writing."
MEETING = "You will also be asked to a meeting where the result is discussed."


def labels(old: str, new: str) -> list[tuple[str, str]]:
    comparison = compare(f"## A\n\n{old}", f"## A\n\n{new}")
    return [note for change in changes_to_read(comparison) for note in notes(change)]


def names(old: str, new: str) -> set[str]:
    return {name for name, _ in labels(old, new)}


def test_words_in_another_rule_make_no_claim() -> None:
    joined = (
        "Once the inquiry has ended, you will be asked to a meeting where the result is discussed."
    )
    apart = f"{joined}\n\nThe clerk is there.\n\nYou will also receive the result and any advice from it in writing."
    assert "Duty made weaker" not in names(f"{LONG} {MEETING}\n\nThe clerk is there.", apart)
    alone = "Staff ask you to a meeting."
    assert "Duty made weaker" in names(f"{alone} Staff will write to you.", alone)


@pytest.mark.parametrize(
    ("old", "new", "is_named"),
    [
        ("The boats shall be kept dry.", "The boats must be kept dry.", True),
        ("The boats can be seen here.", "The boats may be seen here.", False),
        ("The boats shall be kept dry by the crew.", "The sails must be sent to the yard.", False),
    ],
)
def test_other_verb_needs_the_same_rule(old: str, new: str, is_named: bool) -> None:
    assert ("Duty worded differently" in names(old, new)) is is_named


def test_headings_bind_nobody() -> None:
    old = "### No phone support\n\nWrite to the office."
    assert not {"It forbade something"} & names(old, "Write to the office.")


def test_removed_rule_is_told_as_such() -> None:
    text = redline_text(compare("## A\n\nBe kind.\n\nStaff must sign in.", "## A\n\nBe kind."))
    assert "A removed rule set a duty: ‘must’" in text
    text = redline_text(compare("## A\n\nBe kind.", "## A\n\nBe kind.\n\nStaff must sign in."))
    assert "A new rule sets a duty: ‘must’" in text


def test_denial_spelt_as_one_word() -> None:
    old = "Members can not leave the list, but can set it as they wish in the profile."
    new = (
        "Members cannot leave the list, but can set it as they wish in the profile to be told less."
    )
    assert "‘Not’ added or removed" not in names(old, new)


def test_examples_set_no_duty() -> None:
    old = "A vote needs most members."
    assert "Sets a duty" not in names(old, f"{old}\n\n4 members would be required to pass a vote.")
    assert "Sets a duty" in names(old, f"{old}\n\n4 members are required to pass a vote.")


def test_conditions_of_leave_forbid_nothing() -> None:
    old = "Keep the shed tidy."
    new = f"{old}\n\nYou may store goods on the shelf, as long as those goods:\n\n- do not stick out\n- are dry\n"
    assert names(old, new).isdisjoint({"Forbids something", "Sets a duty"})
    plain = f"{old}\n\nOn the shelf, members:\n\n- do not store fuel\n"
    assert "Forbids something" in names(old, plain)
