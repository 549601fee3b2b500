"""Links and pictures that lead elsewhere."""

import pytest

from policybook.redline import changes_to_read, read_addresses, weight_words
from policybook.redline.link_changes import changed_addresses
from policybook.redline.word_diff import runs

from .comparisons import compare
from .marked_words import read_pieces

CHANGES = [
    ("[it](a)", "[it](b)", [("a", "b")]),
    ("[it](a)", "[it](a)", []),
    ("[it](a)", "**[it](a)**", []),
    ("[it](a) and [that](b)", "[it](b) and [that](a)", [("a", "b"), ("b", "a")]),
    ("[it](a) [that](b)", "[it that](c)", [("a", "c"), ("b", "c")]),
    ("[the guidance](a) first", "the [guidance](a) first", []),
    # A link that moved inside the clause stays.
    ("[Ask](a) first, then go home at once", "First, then go home at once, [ask](a)", []),
    # A role is not an address.
    ("Ask {contact: Head}", "Ask {contact: Deputy}", []),
]


@pytest.mark.parametrize(("old", "new", "changes"), CHANGES)
def test_addresses_are_paired(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    both = runs([read_pieces(old)], [read_pieces(new)])
    assert [(change.old, change.new) for change in changed_addresses(both)] == changes


def test_reworded_clause_tells_its_addresses() -> None:
    (change,) = changes_to_read(
        compare("Staff must read [it](a.md) first.", "Staff must read [it](b.md) before.")
    )
    assert "a.md → b.md" in [weight_words.describe(weight) for weight in change.weights]


def test_words_of_one_link_are_together() -> None:
    assert read_addresses(read_pieces("[the **one** form](a) ![b](c.png)")) == [
        ("the one form", "a"),
        ("b", "c.png"),
    ]
