"""The units of a version: every word is in one, and the lines of a cover are no rules."""

from policybook.redline import Part, changes_to_read, effects
from policybook.redline.units import read_units

from .made import compare, version

OLD = "Oakfield School\n\nNovember 2023\n\n## Aims\n\nStaff must be kind."
NEW = "Oakfield School\n\nThis policy was approved on 5 May 2027\n\n## Aims\n\nStaff must be kind."


def test_cover_lines_come_first() -> None:
    units = [(unit.part, unit.number, unit.text) for unit in read_units(version(OLD))]
    assert units == [
        (Part.COVER, "", "Oakfield School"),
        (Part.COVER, "", "November 2023"),
        (Part.SECTION, "1", "Aims"),
        (Part.CLAUSE, "1.1", "Staff must be kind."),
    ]


def test_changed_cover_line_has_no_weight() -> None:
    comparison = compare(OLD, NEW)
    changes = changes_to_read(comparison)
    assert {change.part for change in changes} == {Part.COVER}
    assert not any(change.weights for change in changes)
    assert effects(comparison) == ()


def test_cover_line_never_pairs_with_rule() -> None:
    comparison = compare(OLD, "## Aims\n\nStaff must be kind.\n\nNovember 2023 was cold.")
    assert {(c.part, str(c.kind)) for c in changes_to_read(comparison)} == {
        (Part.COVER, "removed"),
        (Part.CLAUSE, "added"),
    }
