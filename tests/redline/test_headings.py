"""Which heading of one version is which of the other."""

import pytest

from tests.redline.made import compare

GATE = "Pupils hand in their phones at the gate every morning."
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
