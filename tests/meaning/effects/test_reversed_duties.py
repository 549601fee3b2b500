"""What a "not" does that one of two sentences has."""

import pytest

from policybook.meaning.effects.reversed_duties import reversed_duties
from policybook.meaning.sentences.reading import read
from policybook.meaning.types import Matter


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("Crews may swim.", "Crews must not swim.", Matter.PROHIBITED),
        ("Crews must not swim.", "Crews may swim if a guard is there.", Matter.LIFTED),
        ("Crews should drink rum with care.", "Crews do not drink rum at all.", Matter.PROHIBITED),
        (
            "Crews should sleep on the upper deck in fine weather.",
            "Crews do not sleep in open boats by the quay.",
            None,
        ),
        ("Crews must not refuse a check.", "Crews must allow a check.", None),
        ("Oars are not used.", "Oars may be used.", Matter.NEGATION),
    ],
)
def test_not_is_read_with_its_verb(old: str, new: str, matter: Matter | None) -> None:
    (was,), (now,) = read(old), read(new)
    assert [w.matter for w in reversed_duties(was, now)] == ([matter] if matter else [])
