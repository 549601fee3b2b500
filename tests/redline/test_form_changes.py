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


@pytest.mark.parametrize("cell", ["", "<<"])
def test_cells_that_reach_over_others_are_form(cell: str) -> None:
    table = "| A | B |\n| - | - |\n| Year 3 | 5 ml |\n| {} | 10 ml |\n"
    comparison = compare(table.format("^^"), table.format(cell))
    (change,) = changes_to_read(comparison)
    assert change.kind is ChangeKind.FORMATTING and not is_harmless(change)
    assert form_notes(change)[0].startswith("a cell of this row now belongs")
