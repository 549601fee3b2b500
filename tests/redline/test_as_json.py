"""A redline as plain data."""

import json

import pytest

from policybook.redline import redline_data

from .comparisons import compare
from .phone_rules import BOX, GATE, LOST, TELL, join_blocks


def test_every_change_is_data() -> None:
    tall = BOX.replace("locked", "tall")
    comparison = compare(
        join_blocks("## A", GATE, LOST, BOX), join_blocks("## A", GATE, tall, TELL)
    )
    data = redline_data(comparison)
    assert json.loads(json.dumps(data)) == data
    assert (data["policy"], data["title"], data["old"], data["new"]) == (
        "phones",
        "Phones",
        "1",
        "2",
    )
    assert data["counts"] == {
        "changes": 3,
        "added": 1,
        "removed": 1,
        "reworded": 1,
        "moved": 0,
        "links": 0,
        "formatting": 0,
    }
    assert data["effects"][0] == {
        "matter": "duty made weaker",
        "side": "gone",
        "changes": [{"change": 1, "words": "‘should’"}],
    }
    assert data["changes"][1] == {
        "change": 2,
        "part": "clause",
        "kind": "reworded",
        "moved": False,
        "old": [{"number": "1.3", "id": "s1-3", "text": BOX}],
        "new": [{"number": "1.2", "id": "s1-2", "text": tall}],
        "weights": [{"matter": "other words", "words": ""}],
        "runs": [
            ["=", "The office keeps each phone in a "],
            ["-", "locked"],
            ["+", "tall"],
            ["=", " box until home time."],
        ],
    }


def test_restyled_words_have_their_sign() -> None:
    (change,) = redline_data(compare("Be **kind** now.", "Be kind, now."))["changes"]
    assert change["runs"][1] == ["~", " kind", " kind"]


def test_pairs_claim_no_effects() -> None:
    rest = "Boats are blue.\n\nThe gate is shut at noon by the porter.\n"
    old = "All requests must include a complete budget with expenses and income."
    new = "A complete budget, with income and expenses, must be in each request."
    data = redline_data(compare(f"## A\n\n{old}\n\n{rest}", f"## A\n\n{rest}\n{new}\n"))
    told = [weight["matter"] for change in data["changes"] for weight in change["weights"]]
    assert told == ["text taken out", "new text"]


TABLE = "## A\n\n| Day | Time | Room |\n|---|---|---|\n| Monday | 9.00 | 1 |\n| Friday | ^^ | 2 |\n"
EDITS = [
    ("| 1 |", "| 7 |"),
    ("Time | Room", "Hour | Place"),
    ("| Friday | ^^ | 2 |\n", ""),
    ("Monday | 9.00 | 1", "9.00 | Monday | 1"),
    (" Room |", ""),
    ("| Friday | ^^ | 2 |\n", "| Friday | ^^ | 2 |\n|  |  | 1<br>- 2 |\n"),
    (" | 2 |", " | |"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_runs_of_rows_give_both_texts(old: str, new: str) -> None:
    edited = TABLE.replace(old, new)
    if old == " Room |":  # no table has fewer headings than cells
        edited = (
            edited.replace("|---|---|---|", "|---|---|").replace(" 1 |", "").replace(" 2 |", "")
        )
    for pair in ((TABLE, edited), (edited, TABLE)):
        changes = redline_data(compare(*pair))["changes"]
        assert changes
        for change in changes:
            for side, signs, place in (("old", "=-~", 1), ("new", "=+~", -1)):
                words = "".join(run[place] for run in change["runs"] if run[0] in signs)
                assert words == "".join(unit["text"] for unit in change[side])


def test_joined_cells_are_data() -> None:
    (change,) = redline_data(compare(TABLE, TABLE.replace("^^", "")))["changes"]
    assert (change["kind"], change["old"][0]["spans"]) == ("formatting", ["", "up", ""])
    assert "spans" not in change["new"][0]
