"""Differences of Unicode form: named, and never a change of words."""

import pytest

from policybook.redline import (
    ChangeKind,
    all_changes,
    changes_to_read,
    form_notes,
    is_harmless,
    weight_words,
)
from policybook.redline.as_text import redline_text

from .comparisons import compare

SAME_LETTERS = "letters in another Unicode form, which look the same"
FORMS = [
    ("The cafe\u0301 is by the office.", "The caf\u00e9 is by the office.", (SAME_LETTERS,)),
    ("It is by the of\ufb01ce.", "It is by the office.", ("joined or wide letters (\ufb01)",)),
    ("\uff32ules are kept.", "Rules are kept.", ("joined or wide letters (\uff32)",)),
    ("You must\u00a0not run.", "You must not run.", ("kinds of space (U+00A0 no-break space)",)),
    (
        "The cafe\u0301\u2009is by the of\ufb01ce.",
        "The caf\u00e9 is by the office.",
        (
            SAME_LETTERS,
            "joined or wide letters (\ufb01)",
            "kinds of space (U+2009 thin space)",
        ),
    ),
    ("Say 'yes' to all.", "Say \u2018yes\u2019 to all.", ()),
    ("Twenty-five are in.", "Twenty\u2011five are in.", ()),
]


@pytest.mark.parametrize(("old", "new", "notes"), FORMS)
def test_form_is_no_word(old: str, new: str, notes: tuple[str, ...]) -> None:
    for pair in ((old, new), (new, old)):
        (change,) = changes_to_read(compare(*pair))
        assert change.kind is ChangeKind.FORMATTING
        assert form_notes(change) == notes
        assert change.weights == ()


INVISIBLE = [
    ("You mu\u00adst not run.", "U+00AD soft hyphen", True),
    ("You must \u200bnot run.", "U+200B zero width space", False),
    ("You must not run.\ufeff", "U+FEFF zero width no-break space", False),
    ("You \u202emust not run.", "U+202E right-to-left override", False),
    ("You must not run\U000e0041.", "U+E0041 tag latin capital letter a", False),
]


@pytest.mark.parametrize(("text", "name", "harmless"), INVISIBLE)
def test_invisible_character_is_named(text: str, name: str, harmless: bool) -> None:
    (change,) = changes_to_read(compare("You must not run.", text))
    assert change.kind is ChangeKind.FORMATTING
    assert [weight_words.describe(weight) for weight in change.weights] == [f"{name} added"]
    assert is_harmless(change) is harmless
    (change,) = changes_to_read(compare(text, "You must not run."))
    assert [weight_words.describe(weight) for weight in change.weights] == [f"{name} removed"]


def test_invisible_character_hides_no_duty() -> None:
    (change,) = changes_to_read(compare("You must ask.", "You m\u200bay ask."))
    words = {weight_words.describe(weight) for weight in change.weights}
    assert words == {"U+200B zero width space added", "\u2018must\u2019 became \u2018may\u2019"}


def test_added_rule_names_invisible_characters() -> None:
    comparison = compare("## A\n\nBe kind.", "## A\n\nBe kind.\n\nRing\u200b home after nine.")
    (change,) = changes_to_read(comparison)
    assert ("Invisible character", "U+200B zero width space") in list(weight_words.notes(change))
    assert "Ring<U+200B> home" in redline_text(comparison)


def test_clause_with_other_forms_is_same_clause() -> None:
    old = "## A\n\nThe cafe\u0301 opens at nine.\n\nThe of\ufb01ce closes at four."
    new = "## A\n\nThe of\u00adfice closes at four.\n\nThe caf\u00e9 opens at nine."
    assert {
        change.kind for change in all_changes(compare(old, new)) if change.part == "clause"
    } == {ChangeKind.FORMATTING}


ROWS = (
    "## A\n\n| Who | When | Dose |\n|---|---|---|\n| Year 3 | 9.00 | 5 ml |\n| ^^ | 12.00 | << |\n"
)
ALONE, ABOVE, BEFORE = (
    "a cell of its own",
    "part of the cell above it",
    "part of the cell before it",
)
SPANS = [
    ("^^", "", ChangeKind.FORMATTING, f"cell 1 was {ABOVE}, and is {ALONE}"),
    ("<<", "", ChangeKind.FORMATTING, f"cell 3 was {BEFORE}, and is {ALONE}"),
    ("5 ml", "<<", ChangeKind.REWORDED, f"cell 3 was {ALONE}, and is {BEFORE}"),
    ("^^", "Year 3", ChangeKind.REWORDED, f"cell 1 was {ABOVE}, and is {ALONE}"),
    ("^^ | 12.00", " | 12.30", ChangeKind.REWORDED, f"cell 1 was {ABOVE}, and is {ALONE}"),
    ("Dose", "<<", ChangeKind.REWORDED, f"cell 3 was {ALONE}, and is {BEFORE}"),
]


@pytest.mark.parametrize(("old", "new", "kind", "note"), SPANS)
def test_joined_cells_are_compared(old: str, new: str, kind: ChangeKind, note: str) -> None:
    comparison = compare(ROWS, ROWS.replace(old, new))
    (change,) = changes_to_read(comparison)
    assert (change.kind, form_notes(change), is_harmless(change)) == (kind, (note,), False)
    assert f"({note})" in " ".join("".join(redline_text(comparison)).split())
    (back,) = changes_to_read(compare(ROWS.replace(old, new), ROWS))
    assert back.kind is kind


def test_side_of_a_column_is_form() -> None:
    (change,) = changes_to_read(compare(ROWS, ROWS.replace("|---|---|", "|---|--:|")))
    assert change.kind is ChangeKind.FORMATTING
    assert is_harmless(change)


def test_row_between_joined_cells_changes_both() -> None:
    new = ROWS.replace("| ^^", "| Year 4 | 10.00 | 3 ml |\n| ^^")
    for pair in ((ROWS, new), (new, ROWS)):
        changes = changes_to_read(compare(*pair))
        (joined,) = [change for change in changes if change.kind is ChangeKind.FORMATTING]
        assert form_notes(joined) == ("one of its cells is part of another cell than before",)
        assert not is_harmless(joined)


def test_row_above_joined_cells_changes_itself() -> None:
    new = ROWS.replace("Year 3 |", "Years 3 and 4 |").replace("## A", "## A\n\nNew.")
    kinds = [change.kind for change in changes_to_read(compare(ROWS, new))]
    assert kinds == [ChangeKind.ADDED, ChangeKind.REWORDED]
