"""How much a duty or a ban covers."""

import pytest

from policybook.meaning.effects.scope import scope_changes
from policybook.meaning.sentences.reading import read
from policybook.meaning.types import Matter


@pytest.mark.parametrize(
    ("old", "new", "matters"),
    [
        ("Staff check every pass.", "Staff check some passes.", [Matter.WEAKER]),
        ("Staff check some passes.", "Staff check every pass.", [Matter.STRONGER]),
        ("One of the grooms must stay.", "All the grooms must stay.", [Matter.STRONGER]),
        (
            "The nurse checks every bed.",
            "The nurse checks a sample of the beds.",
            [Matter.WEAKER],
        ),
        ("At least one of the stalls is dry.", "All of the stalls are dry.", []),
        ("Riders must bring hats.", "Riders must bring hats and warm gloves.", []),
    ],
)
def test_scope_is_wider_or_narrower(old: str, new: str, matters: list[Matter]) -> None:
    (was,), (now,) = read(old), read(new)
    assert [weight.matter for weight in scope_changes(was, now)] == matters
