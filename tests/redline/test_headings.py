"""Which heading of one version is which of the other."""

import pytest

from .comparisons import compare
from .phone_rules import BOX, GATE, TELL, join_blocks

LAST = "Anyone who sees a phone in a lesson tells the class teacher straight away."


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        # one heading on each side
        (("Dogs",), ("Lunch",), [("Dogs", "Lunch")]),
        # two came where one was: nothing says which of them it is
        (("Dogs",), ("Lunch", "Trips"), [("Dogs", ""), ("", "Lunch"), ("", "Trips")]),
        # two were where one came
        (("Dogs", "Cats"), ("Lunch",), [("Dogs", ""), ("Cats", ""), ("", "Lunch")]),
        # none came
        (("Dogs",), (), [("Dogs", "")]),
    ],
)
def test_a_lone_heading_keeps_its_place(
    old: tuple[str, ...], new: tuple[str, ...], pairs: list[tuple[str, str]]
) -> None:
    before, after = (
        "\n\n".join(["## A", GATE, *(f"## {title}" for title in titles), "## Z", LAST])
        for titles in (old, new)
    )
    titles = [
        (section.old.title if section.old else "", section.new.title if section.new else "")
        for section in compare(before, after).sections
    ]
    assert sorted(titles) == sorted([("A", "A"), *pairs, ("Z", "Z")])


def test_the_last_heading_may_go() -> None:
    comparison = compare(f"## A\n\n{GATE}\n\n## Dogs", f"## A\n\n{GATE}")
    assert [section.new.title if section.new else "" for section in comparison.sections] == [
        "A",
        "",
    ]


def test_section_is_recognised_by_its_clauses() -> None:
    old, new = (
        join_blocks("## Phones", GATE, BOX, "## Reports", TELL),
        join_blocks("## Reports", TELL, "## Devices", GATE, BOX),
    )
    comparison = compare(old, new)
    titles = {s.new.title: s.old.title for s in comparison.sections if s.new and s.old}
    assert titles == {"Reports": "Reports", "Devices": "Phones"}


def test_other_clauses_make_another_section() -> None:
    comparison = compare(
        join_blocks("## A", GATE, "## Dogs", BOX),
        join_blocks("## A", GATE, "## Lunch", "Bring water."),
    )
    titles = [
        (s.old.title if s.old else "", s.new.title if s.new else "") for s in comparison.sections
    ]
    assert titles == [("A", "A"), ("Dogs", ""), ("", "Lunch")]
