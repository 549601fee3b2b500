"""Which clause of one version is which of the other."""

from policybook.redline import (
    ChangeKind,
    all_changes,
    changes_to_read,
    is_identical,
)

from .comparisons import compare
from .phone_rules import BOX, GATE, LOST, TELL, join_blocks, list_outcomes


def test_numbers_are_not_looked_at() -> None:
    old, new = (
        join_blocks("## A", GATE, LOST, BOX),
        join_blocks("## A", "Be kind to each other.", GATE, LOST, BOX),
    )
    assert list_outcomes(old, new) == {"1.1": "added"}


def test_clause_is_recognised_in_another_section() -> None:
    old, new = (
        join_blocks("## A", GATE, LOST, BOX, "## B", TELL),
        join_blocks("## A", GATE, BOX, "## B", TELL, LOST.replace("should", "must")),
    )
    assert list_outcomes(old, new) == {"2.2": "reworded, moved"}


def test_item_meets_its_explanation() -> None:
    old = join_blocks("## A", GATE, "- Shoes\n- Ties")
    new = join_blocks(
        "## A", GATE, "- Shoes, which must be plain and have no mark of any firm\n- Ties"
    )
    assert list_outcomes(old, new) == {"1.2": "reworded"}


def test_opening_words_meet_their_like() -> None:
    old = join_blocks("## A", GATE, "You must:", "- wait\n- ask")
    new = join_blocks("## A", GATE, "You should:", "- wait\n- ask")
    assert list_outcomes(old, new) == {"1.2": "reworded"}


def test_formula_clauses_do_not_move() -> None:
    chairs = [f"Chair of the {name} Committee" for name in ("Finance", "Staffing", "Premises")]
    others = [f"Chair of the {name} Committee" for name in ("Admissions", "Pay", "Welfare")]
    old = join_blocks("## A", GATE, *(f"- {c}" for c in chairs), "## B", TELL)
    new = join_blocks("## A", GATE, "## B", TELL, *(f"- {c}" for c in others))
    assert not any(change.moved for change in all_changes(compare(old, new)))


def test_repeated_clauses_stay_with_their_neighbours() -> None:
    old = join_blocks("## A", GATE, "None.", "## B", TELL, "None.", "## C", BOX, "None.")
    new = join_blocks("## A", GATE, "None.", "## B", TELL, "## C", BOX, "None.")
    assert list_outcomes(old, new) == {"2.2": "removed"}


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


LOCK = "Staff lock the cupboard and return the key to reception nightly."

SIGN = "Visitors sign our book and return badges to reception promptly today."

COUNT = "Staff lock the cupboard and count the pens before morning break."


def test_one_close_pair_beats_two_distant() -> None:
    later = LOCK.replace("nightly", "promptly")  # nine words in ten; the others share half
    comparison = compare(join_blocks("## A", LOCK, SIGN), join_blocks("## A", COUNT, later))
    assert [(c.kind, [u.text for u in (*c.old, *c.new)]) for c in changes_to_read(comparison)] == [
        (ChangeKind.ADDED, [COUNT]),
        (ChangeKind.REWORDED, [LOCK, later]),
        (ChangeKind.REMOVED, [SIGN]),
    ]


def test_short_text_is_recognised_by_place() -> None:
    # Two words do not tell that a text is the same, so that the one in its place is its rewording.
    old = join_blocks("## A", GATE, "Lunch money.", BOX, "## B", TELL)
    new = join_blocks("## A", GATE, "Lunch money and sweets.", BOX, "## B", TELL, "Lunch money.")
    assert list_outcomes(old, new) == {"1.2": "reworded", "2.2": "added"}


def test_scattered_words_make_a_pair() -> None:
    # Half of the words are in both, and no three of them in a row.
    old = "Pupils hand their phones to the teacher before lessons."
    new = "Pupils give phones and watches to a teacher when lessons begin."
    assert list_outcomes(
        join_blocks("## A", GATE, old, BOX), join_blocks("## A", GATE, new, BOX)
    ) == {"1.2": "reworded"}


def test_same_words_in_another_order_are_paired() -> None:
    old = "Life jackets are to be worn by all crew whilst afloat."
    new = "All crew are to wear life jackets while afloat."
    assert list_outcomes(
        join_blocks("## A", GATE, old, BOX), join_blocks("## A", GATE, new, BOX)
    ) == {"1.2": "reworded"}
    # too few of the words are the same
    other = "All crew must look after the life jackets, oars and sails that the club lends them."
    assert list_outcomes(
        join_blocks("## A", GATE, old, BOX), join_blocks("## A", GATE, other, BOX)
    ) == {"1.2": "added"}
