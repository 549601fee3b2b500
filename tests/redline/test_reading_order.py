"""The order of the page: moved and removed units, and the duty that an item takes."""

from builders import limit_examples
from hypothesis import given

from policybook.redline import (
    ChangeKind,
    ClauseChange,
    Direction,
    Matter,
    Moved,
    Stub,
    Weight,
    all_changes,
    changes_to_read,
)

from .comparisons import compare
from .edited_texts import edited_pairs
from .phone_rules import BOX, GATE, LOST, TELL, join_blocks

LEAD = "Staff must do all of these things every day:"

FIRST = "- lock the door of the office at night"

SECOND = "- keep every key in the locked box"

MUST = Weight(matter=Matter.STRONGER, direction=Direction.ADDED, new="must")


def find_addition(old: str, new: str) -> ClauseChange:
    (change,) = (c for c in all_changes(compare(old, new)) if c.kind is ChangeKind.ADDED)
    return change


def test_an_item_takes_the_first_clause() -> None:
    assert find_addition(f"{LEAD}\n\n{FIRST}\n", f"{LEAD}\n\n{FIRST}\n{SECOND}\n").weights[:1] == (
        MUST,
    )


def test_a_clause_under_nothing_takes_nothing() -> None:
    # The last clause of the text opens a list that is not there yet.
    old = f"The office is open at eight.\n\n{LEAD}\n"
    change = find_addition(old, f"The gate is green.\n\n{old}")
    assert [weight.matter for weight in change.weights] == [Matter.NEW]


@limit_examples(60)
@given(edited_pairs())
def test_units_are_unique_and_stubs_resolve(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    entries = [entry for section in comparison.sections for entry in section.entries]
    stubs = [entry for entry in entries if isinstance(entry, Stub)]
    moved = [change for change in all_changes(comparison) if change.moved is Moved.ALONE]
    assert sorted(stub.change.count for stub in stubs) == sorted(change.count for change in moved)
    assert [change.count for change in changes_to_read(comparison)] == list(
        range(1, len(changes_to_read(comparison)) + 1)
    )


@limit_examples(60)
@given(edited_pairs())
def test_new_units_stand_in_new_order(pair: tuple[str, str]) -> None:
    places = [unit.place for change in all_changes(compare(*pair)) for unit in change.new]
    assert places == sorted(places)


def test_removed_clause_follows_its_predecessor() -> None:
    comparison = compare(join_blocks("## A", GATE, LOST, BOX), join_blocks("## A", GATE, BOX))
    assert [e.kind for e in comparison.sections[0].entries] == [
        ChangeKind.SAME,
        ChangeKind.REMOVED,
        ChangeKind.RENUMBERED,
    ]


def test_removed_clause_stays_in_moved_section() -> None:
    old = join_blocks("## A", GATE, LOST, BOX, "## B", TELL, "Be kind to each other every day.")
    new = join_blocks("## B", TELL, "## A", GATE, LOST, BOX)
    first = compare(old, new).sections[0]
    assert [(e.kind, e.moved) for e in first.entries] == [
        (ChangeKind.SAME, Moved.ALONG),
        (ChangeKind.REMOVED, Moved.NO),
    ]


def test_stub_marks_the_old_place() -> None:
    comparison = compare(
        join_blocks("## A", GATE, LOST, BOX, "## B", TELL),
        join_blocks("## A", GATE, BOX, "## B", TELL, LOST),
    )
    stub = comparison.sections[0].entries[1]
    assert isinstance(stub, Stub) and stub.unit.text == LOST
    assert stub.change.new[0].number == "2.2" and stub.change.moved is Moved.ALONE
