"""A rule that left the rule around it, or went into another, is a change of form to read."""

import pytest

from policybook import redline
from policybook.redline import ChangeKind

from .comparisons import make_version

FIGHTS = "## Bans\n\n- fights\n    - with a weapon\n- lies\n"
SIDE_BY_SIDE = "## Bans\n\n- fights\n- with a weapon\n- lies\n"


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        (FIGHTS, SIDE_BY_SIDE, "it was part of another rule, and is now a rule of its own"),
        (SIDE_BY_SIDE, FIGHTS, "it was a rule of its own, and is now part of another rule"),
    ],
)
def test_rule_at_another_level_is_shown(old: str, new: str, note: str) -> None:
    changes = redline.redline(make_version(old), make_version(new))
    (change,) = redline.changes_to_read(changes)
    assert change.kind is ChangeKind.FORMATTING and not redline.is_harmless(change)
    assert redline.form_notes(change) == (note,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The rule above is gone, came or has other words: that is the change.
        ("## Bans\n\n- fights\n    - with a weapon\n", "## Bans\n\n- with a weapon\n"),
        ("## Bans\n\n- with a weapon\n", "## Bans\n\n- fights\n    - with a weapon\n"),
        ("## Bans\n\nNo:\n\n- weapons\n", "## Bans\n\nThis is not allowed.\n\n- weapons\n"),
    ],
)
def test_rule_stays_where_its_surroundings_changed(old: str, new: str) -> None:
    changes = redline.redline(make_version(old), make_version(new))
    assert ChangeKind.FORMATTING not in {c.kind for c in redline.changes_to_read(changes)}


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (
            "5. school days;\n6. school days in Year 6.",
            "15. school days;\n16. school days in Year 6.",
            2,
        ),
        ("10. pupils go\n11. pupils stay", "30. pupils go\n31. pupils stay", 2),
        ("3. go\n4. stay", "4. go\n5. stay", 2),
        ("15. school days", "40. school days", 1),
        # These only count.
        ("1. go\n2. stay", "1. go\n2. sing\n3. stay", 1),
        (
            "1. go\n2. stay\n\nThen:\n\n3. sit\n4. rest",
            "1. go\n2. sing\n3. stay\n\nThen:\n\n4. sit\n5. rest",
            1,
        ),
    ],
)
def test_numbers_of_a_list_that_starts_later_are_words(old: str, new: str, count: int) -> None:
    texts = (make_version(f"## Steps\n\n{text}\n") for text in (old, new))
    assert len(redline.changes_to_read(redline.redline(*texts))) == count
