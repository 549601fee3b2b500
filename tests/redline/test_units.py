"""The units of a version: every word once, and numbers that an author typed."""

import pytest

from policybook.reading.texts import markdown
from policybook.redline import (
    ChangeKind,
    Part,
    all_changes,
    changes_to_read,
    effects,
)
from policybook.redline.units import flatten, plain_text, read_units

from .comparisons import compare, make_version
from .phone_rules import join_blocks


def test_titles_groups_and_headers_are_compared() -> None:
    old = join_blocks("# Phones", "## A", "### Before", "| A | B |\n| - | - |\n| x | y |")
    new = join_blocks("# Devices", "## A", "### After", "| A | C |\n| - | - |\n| x | y |")
    parts = {
        change.part
        for change in all_changes(compare(old, new))
        if change.kind is ChangeKind.REWORDED
    }
    assert parts == {Part.TITLE, Part.GROUP, Part.HEADER}


def test_lone_decimal_is_no_typed_number() -> None:
    (change,) = changes_to_read(compare("2.5 Hours are set aside.", "3.5 Hours are set aside."))
    assert change.kind is ChangeKind.REWORDED


def test_reference_to_number_is_wording() -> None:
    (change,) = changes_to_read(compare("1.1 See 3.2 for more.", "1.1 See 3.3 for more."))
    assert change.kind is ChangeKind.REWORDED


def test_units_are_in_reading_order() -> None:
    body = "Before.\n\n# Phones\n\n## A\n\n1.1 Be kind:\n\n- walk\n\n| Who |\n| - |\n| Office |\n"
    units = read_units(make_version(body))
    assert [unit.place for unit in units] == list(range(7))
    assert [(unit.part, unit.number, unit.text, unit.level) for unit in units] == [
        (Part.CLAUSE, "0.1", "Before.", 0),
        (Part.TITLE, "", "Phones", 1),
        (Part.SECTION, "1", "A", 2),
        (Part.CLAUSE, "1.1", "1.1 Be kind:", 0),
        (Part.CLAUSE, "1.1(a)", "walk", 1),
        (Part.HEADER, "", "Who", 0),
        (Part.CLAUSE, "1.2", "Office", 0),
    ]
    assert [unit.typed for unit in units] == [0, 0, 0, 4, 0, 0, 0]


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("Be kind", [("Be kind", "")]),
        ("Be **kind**", [("Be ", ""), ("kind", "strong")]),
        ("[*now*](a.md)", [("now", "link em")]),
        ("[](a.md)", [("\ufffc", "link")]),  # a link without words is not lost
        ("![](a.png)", [("\ufffc", "")]),
    ],
)
def test_pieces_keep_their_marks(source: str, pieces: list[tuple[str, str]]) -> None:
    row = list(flatten(markdown.read_inline(source)))
    assert [(p.text, " ".join(wrap.mark for wrap in p.wraps)) for p in row] == pieces
    assert plain_text(row) == "".join(text for text, _ in pieces)


OLD = "Oakfield School\n\nNovember 2023\n\n## Aims\n\nStaff must be kind."
NEW = "Oakfield School\n\nThis policy was approved on 5 May 2027\n\n## Aims\n\nStaff must be kind."


def test_cover_lines_come_first() -> None:
    units = [(unit.part, unit.number, unit.text) for unit in read_units(make_version(OLD))]
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
