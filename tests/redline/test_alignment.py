"""Which clause is which, what moved, what was divided, and where it is all shown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import AcademicYear, Status, VersionFacts
from policybook.redline import (
    ChangeKind,
    Matter,
    Moved,
    Part,
    Stub,
    all_changes,
    changes_to_read,
    counts,
    counts_by_section,
    effects,
    is_identical,
    redline,
)
from policybook.redline.longest_increasing import stationary_pairs
from policybook.redline.weight_words import effect_item

from .made import FACTS, compare, version

BOX = "The office keeps each phone in a locked box until home time."
LOST = "Staff should report a lost phone to the office within 14 school days."
GATE = "Pupils hand in their phones at the gate every morning."
TELL = "Anyone who sees a phone in a lesson tells the class teacher straight away."


def body(*blocks: str) -> str:
    return "\n\n".join(blocks)


def outcomes(old: str, new: str) -> dict[str, str]:
    """What happened to each clause, by its new number or (where it is gone) its old one, if anything did."""
    result = {}
    for change in all_changes(compare(old, new)):
        if change.kind not in (ChangeKind.SAME, ChangeKind.RENUMBERED) or change.moved:
            units = change.new or change.old
            result[units[0].number or units[0].text] = (
                f"{change.kind}{', ' if change.moved else ''}{change.moved}"
            )
    return result


def test_numbers_are_not_looked_at() -> None:
    old, new = (
        body("## A", GATE, LOST, BOX),
        body("## A", "Be kind to each other.", GATE, LOST, BOX),
    )
    assert outcomes(old, new) == {"1.1": "added"}


def test_clause_is_recognised_in_another_section() -> None:
    old, new = (
        body("## A", GATE, LOST, BOX, "## B", TELL),
        body("## A", GATE, BOX, "## B", TELL, LOST.replace("should", "must")),
    )
    assert outcomes(old, new) == {"2.2": "reworded, moved"}


def test_shorter_of_two_swapped_clauses_moves() -> None:
    assert outcomes(
        body("## A", "Phones are off.", LOST), body("## A", LOST, "Phones are off.")
    ) == {"1.2": "same, moved"}


def test_clauses_move_with_their_section() -> None:
    old = body("## A", GATE, LOST, BOX, "## B", TELL)
    new = body("## B", TELL, "## A", GATE, LOST, BOX)
    assert outcomes(old, new) == {"1": "same, moved", "1.1": "same, moved with its section"}
    assert counts(changes_to_read(compare(old, new))).moved == 1


def test_section_is_recognised_by_its_clauses() -> None:
    old, new = (
        body("## Phones", GATE, BOX, "## Reports", TELL),
        body("## Reports", TELL, "## Devices", GATE, BOX),
    )
    comparison = compare(old, new)
    titles = {s.new.title: s.old.title for s in comparison.sections if s.new and s.old}
    assert titles == {"Reports": "Reports", "Devices": "Phones"}


def test_other_clauses_make_another_section() -> None:
    comparison = compare(
        body("## A", GATE, "## Dogs", BOX), body("## A", GATE, "## Lunch", "Bring water.")
    )
    titles = [
        (s.old.title if s.old else "", s.new.title if s.new else "") for s in comparison.sections
    ]
    assert titles == [("A", "A"), ("Dogs", ""), ("", "Lunch")]


@pytest.mark.parametrize(
    ("old", "new", "kind", "count"),
    [
        (body("## A", f"{GATE} {BOX}"), body("## A", GATE, BOX), ChangeKind.DIVIDED, (1, 2)),
        (body("## A", GATE, BOX), body("## A", f"{GATE} {BOX}"), ChangeKind.JOINED, (2, 1)),
        (
            body("## A", f"{GATE} {BOX} {TELL}"),
            body("## A", GATE, BOX, TELL),
            ChangeKind.DIVIDED,
            (1, 3),
        ),
        (
            body("## A", GATE, BOX, TELL),
            body("## A", f"{GATE} {BOX} {TELL}"),
            ChangeKind.JOINED,
            (3, 1),
        ),
        (
            body("## A", f"{GATE} {BOX}"),
            body("## A", GATE, BOX.replace("box", "drawer")),
            ChangeKind.DIVIDED,
            (1, 2),
        ),
    ],
)
def test_divided_and_joined(old: str, new: str, kind: ChangeKind, count: tuple[int, int]) -> None:
    (change,) = changes_to_read(compare(old, new))
    assert (change.kind, (len(change.old), len(change.new))) == (kind, count)


def test_unchanged_divided_clause_weighs_nothing() -> None:
    (change,) = changes_to_read(compare(body("## A", f"{GATE} {BOX}"), body("## A", GATE, BOX)))
    assert change.weights == ()


def test_formula_clauses_do_not_move() -> None:
    chairs = [f"Chair of the {name} Committee" for name in ("Finance", "Staffing", "Premises")]
    others = [f"Chair of the {name} Committee" for name in ("Admissions", "Pay", "Welfare")]
    old = body("## A", GATE, *(f"- {c}" for c in chairs), "## B", TELL)
    new = body("## A", GATE, "## B", TELL, *(f"- {c}" for c in others))
    assert not any(change.moved for change in all_changes(compare(old, new)))


def test_repeated_clauses_stay_with_their_neighbours() -> None:
    old = body("## A", GATE, "None.", "## B", TELL, "None.", "## C", BOX, "None.")
    new = body("## A", GATE, "None.", "## B", TELL, "## C", BOX, "None.")
    assert outcomes(old, new) == {"2.2": "removed"}


def test_many_repeated_clauses_are_identical() -> None:
    assert is_identical(compare("Yes.\n\nNo.\n\n" * 60, "Yes.\n\nNo.\n\n" * 60))


def test_row_is_recognised_by_first_cell() -> None:
    head = "| Year | Who |\n| --- | --- |\n"
    old, new = (
        head + "| Year 3 | Miss Bell |\n| Year 4 | Mr Poole |",
        head + "| Year 4 | Mrs Adeyemi |\n| Year 5 | Mr Poole |",
    )
    changes = {c.new[0].text: c for c in all_changes(compare(old, new)) if c.new}
    assert changes["Year 4 | Mrs Adeyemi"].old[0].text == "Year 4 | Mr Poole"


def test_removed_clause_follows_its_predecessor() -> None:
    comparison = compare(body("## A", GATE, LOST, BOX), body("## A", GATE, BOX))
    assert [e.kind for e in comparison.sections[0].entries] == [
        ChangeKind.SAME,
        ChangeKind.REMOVED,
        ChangeKind.RENUMBERED,
    ]


def test_removed_clause_stays_in_moved_section() -> None:
    old = body("## A", GATE, LOST, BOX, "## B", TELL, "Be kind to each other every day.")
    new = body("## B", TELL, "## A", GATE, LOST, BOX)
    first = compare(old, new).sections[0]
    assert [(e.kind, e.moved) for e in first.entries] == [
        (ChangeKind.SAME, Moved.ALONG),
        (ChangeKind.REMOVED, Moved.NO),
    ]


def test_stub_marks_the_old_place() -> None:
    comparison = compare(
        body("## A", GATE, LOST, BOX, "## B", TELL), body("## A", GATE, BOX, "## B", TELL, LOST)
    )
    stub = comparison.sections[0].entries[1]
    assert isinstance(stub, Stub) and stub.unit.text == LOST
    assert stub.change.new[0].number == "2.2" and stub.change.moved is Moved.ALONE


def test_titles_groups_and_headers_are_compared() -> None:
    old = body("# Phones", "## A", "### Before", "| A | B |\n| - | - |\n| x | y |")
    new = body("# Devices", "## A", "### After", "| A | C |\n| - | - |\n| x | y |")
    parts = {
        change.part
        for change in all_changes(compare(old, new))
        if change.kind is ChangeKind.REWORDED
    }
    assert parts == {Part.TITLE, Part.GROUP, Part.HEADER}


def test_counts_by_section() -> None:
    comparison = compare(
        body("## A", GATE, LOST, "## B", TELL),
        body("## A", GATE, LOST.replace("14", "10"), "## B", TELL, "A new rule is here."),
    )
    assert [
        (s.new.title, c.reworded, c.added) for s, c in counts_by_section(comparison) if s.new
    ] == [
        ("A", 1, 0),
        ("B", 0, 1),
    ]


def test_the_weightiest_comes_first() -> None:
    comparison = compare(
        body("## A", LOST, GATE),
        body("## A", LOST.replace("14", "10"), GATE.replace("hand", "must hand")),
    )
    assert [
        (e.matter, [effect_item(e.side, weights) for _, weights in e.items])
        for e in effects(comparison)
    ] == [
        (Matter.STRONGER, ["‘must’ added"]),
        (Matter.DEADLINE, ["14 → 10 school days"]),
    ]


def test_front_matter_is_compared_by_field() -> None:
    later = VersionFacts(
        title="Phones",
        status=Status.DRAFT,
        owner="Deputy",
        review_year=AcademicYear(start=2027),
        applies_to=("staff", "pupils"),
    )
    comparison = redline(version("Be kind.", FACTS), version("Be kind.", later))
    assert [(fact.label, fact.old, fact.new) for fact in comparison.facts] == [
        ("Owner", "Headteacher", "Deputy"),
        ("Year of the next review", "2026/27", "2027/28"),
        ("Applies to", "staff", "staff, pupils"),
    ]
    assert is_identical(comparison)


def test_lone_decimal_is_no_typed_number() -> None:
    (change,) = changes_to_read(compare("2.5 Hours are set aside.", "3.5 Hours are set aside."))
    assert change.kind is ChangeKind.REWORDED


def test_reference_to_number_is_wording() -> None:
    (change,) = changes_to_read(compare("1.1 See 3.2 for more.", "1.1 See 3.3 for more."))
    assert change.kind is ChangeKind.REWORDED


PAIRS = st.lists(
    st.tuples(st.integers(0, 9), st.floats(0.5, 9)), unique_by=lambda p: p[0], max_size=8
)


@given(PAIRS)
def test_stationary_pairs_are_heaviest_increasing_subsequence(
    values: list[tuple[int, float]],
) -> None:
    pairs = [(i, j, weight) for i, (j, weight) in enumerate(values)]
    weights = {pair[:2]: pair[2] for pair in pairs}
    rows = [[]]
    for pair in pairs:
        rows += [[*row, pair[:2]] for row in rows if not row or row[-1][1] < pair[1]]
    stationary = sorted(stationary_pairs(pairs))
    assert all(a[1] < b[1] for a, b in pairwise(stationary))
    assert sum(weights[p] for p in stationary) == pytest.approx(
        max(sum(weights[p] for p in row) for row in rows)
    )


LOCK = "Staff lock the cupboard and return the key to reception nightly."
SIGN = "Visitors sign our book and return badges to reception promptly today."
COUNT = "Staff lock the cupboard and count the pens before morning break."


def test_one_close_pair_beats_two_distant() -> None:
    later = LOCK.replace("nightly", "promptly")  # nine words in ten; the others share half
    comparison = compare(body("## A", LOCK, SIGN), body("## A", COUNT, later))
    assert [(c.kind, [u.text for u in (*c.old, *c.new)]) for c in changes_to_read(comparison)] == [
        (ChangeKind.ADDED, [COUNT]),
        (ChangeKind.REWORDED, [LOCK, later]),
        (ChangeKind.REMOVED, [SIGN]),
    ]


def test_short_text_is_recognised_by_place() -> None:
    # Two words do not tell that a text is the same, so that the one in its place is its rewording.
    old = body("## A", GATE, "Lunch money.", BOX, "## B", TELL)
    new = body("## A", GATE, "Lunch money and sweets.", BOX, "## B", TELL, "Lunch money.")
    assert outcomes(old, new) == {"1.2": "reworded", "2.2": "added"}


def test_two_words_are_never_joined() -> None:
    old, new = body("## A", GATE, "Thank you."), body("## A", f"{GATE} Thank you.")
    assert outcomes(old, new) == {"1.1": "reworded", "1.2": "removed"}


def test_scattered_words_make_a_pair() -> None:
    # Half of the words are in both, and no three of them in a row.
    old = "Pupils hand their phones to the teacher before lessons."
    new = "Pupils give phones and watches to a teacher when lessons begin."
    assert outcomes(body("## A", GATE, old, BOX), body("## A", GATE, new, BOX)) == {
        "1.2": "reworded"
    }
