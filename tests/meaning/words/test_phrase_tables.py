"""The tables of phrases that say the same, and of abbreviations."""

from collections import Counter
from importlib.resources import files

import pytest

from policybook.meaning.words.phrase_tables import abbreviate, full_names, one_phrase


def read_rows(name: str) -> list[list[str]]:
    """Return the rows of a table, without what its words in capitals are."""
    text = files("policybook").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [line.split(" | ") for line in lines if " = " not in line]


PLAIN_ROWS = [row for row in read_rows("same_phrases") if "".join(row).islower()]


@pytest.mark.parametrize("row", PLAIN_ROWS, ids=lambda row: row[0])
def test_every_row_has_one_form(row: list[str]) -> None:
    for forms in zip(*(phrase.split("/") for phrase in row), strict=True):
        assert {one_phrase(f"x {form} x") for form in forms} == {f"x {one_phrase(forms[0])} x"}


def test_no_phrase_is_in_two_rows() -> None:
    others = Counter(form for row in PLAIN_ROWS for other in row[1:] for form in other.split("/"))
    assert [form for form, count in others.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("fees of a minimum of £5", "fees of at least £5"),
        ("not more than two dogs", "at most 2 dogs"),
        ("in the course of the visit", "during the visit"),
        ("in the course of things", "in the course of things"),
        ("members of the board vote", "board members vote"),
        (
            "staff may not go unless the head has agreed",
            "staff may not go without head's agreement",
        ),
        ("staff may go unless the head has agreed", "staff may go unless the head has agreed"),
    ],
)
def test_neighbours_decide(text: str, plain: str) -> None:
    assert one_phrase(text) == plain


def test_abbreviation_has_one_name() -> None:
    names = [name for row in read_rows("abbreviations") for name in row]
    assert len({name.lower() for name in names}) == len(names)
    assert abbreviate("the Designated Safeguarding Lead (DSL) and DSLs") == "the DSL and DSLs"
    assert abbreviate("the designated safeguarding lead (Mrs)") == "the DSL (Mrs)"
    assert full_names()["ehcp"] == "education, health and care plan"
