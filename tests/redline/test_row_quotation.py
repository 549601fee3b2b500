"""A row in one line, each cell with the name of its column."""

import pytest

from policybook.redline import UnitContext, changes_to_read
from policybook.redline.row_quotation import quote_row

from .comparisons import compare

HEAD = "| Step | Who | Told |\n|---|---|---|\n| 1 | Head | No |\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "| Panel | Head | No |",
            "| Panel | Head | Yes |",
            ("Panel; Told: No", "Panel; Told: Yes"),
        ),
        ("| 2 | Head | No |", "| 2 | Head | Yes |", ("Step 2; Told: No", "Step 2; Told: Yes")),
        (
            "| 2 | The head | No |",
            "| 2 | The head | |",
            ("Step 2; Told: No", "Step 2; Told: (empty)"),
        ),
        ("", "| 2 | Clerk | |", ("", "Step: 2; Who: Clerk")),
        ("| 2 | Clerk | Yes |", "", ("Step: 2; Who: Clerk; Told: Yes", "")),
    ],
)
def test_row_in_one_line(old: str, new: str, words: tuple[str, str]) -> None:
    comparison = compare(f"## Rules\n\n{HEAD}{old}", f"## Rules\n\n{HEAD}{new}")
    (change,) = changes_to_read(comparison)
    assert quote_row(change, UnitContext(comparison)) == words


def test_row_without_other_words_has_none() -> None:
    old, new = (f"## Rules\n\n{HEAD}| 2 | [Clerk]({url}) | No |" for url in ("a.md", "b.md"))
    comparison = compare(old, new)
    (change,) = changes_to_read(comparison)
    assert quote_row(change, UnitContext(comparison)) == ("", "")
