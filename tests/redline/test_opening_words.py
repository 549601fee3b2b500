"""Items and the words that open their list."""

from policybook.redline import changes_to_read
from policybook.redline.opening_words import is_opening

from .comparisons import compare


def test_a_sentence_opens_no_list() -> None:
    assert is_opening("Staff must:") and is_opening("Staff must") and not is_opening("Sign.")


def test_a_lone_opening_sets_no_duty() -> None:
    old = "## A\n\nThe hall is warm.\n"
    new = f"{old}\nGuides must:\n\n- sign the book at the desk\n"
    lead, item = changes_to_read(compare(old, new))
    assert [len(lead.weights), len(item.weights)] == [1, 2]
