"""One term in place of another throughout is said once."""

import pytest

from policybook.redline import Matter, Redline, changes_to_read
from policybook.redline.as_text import redline_text
from policybook.redline.story import tell_story

from .comparisons import compare

RULES = (
    "Keep the {} in the safe.",
    "The clerk sends {} to nobody.",
    "Who may read {} is in the list below.",
    "The {} of a club is its own.",
    "Ask the bursar about {} on paper.",
)


def swap(old: str, new: str, other: str = "") -> Redline:
    texts = [[rule.format(term) for rule in RULES] for term in (old, new)]
    texts[1][0] += other
    return compare(*("## A\n\n" + "\n\n".join(text) + "\n" for text in texts))


def list_matters(comparison: Redline) -> list[set[Matter]]:
    return [{w.matter for w in change.weights} for change in changes_to_read(comparison)]


def test_term_is_named_at_each_place() -> None:
    comparison = swap("sensitive data", "private information")
    assert list_matters(comparison) == [{Matter.TERM}] * 5
    head = redline_text(comparison).split("\n\n")[0]
    assert "sensitive data → private information (5 changes with no other edit)" in head


def test_other_edit_is_still_to_read() -> None:
    first, *others = list_matters(swap("sensitive data", "private notes", " It is cold there."))
    assert Matter.TERM not in first
    assert others == [{Matter.TERM}] * 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("secret form 7", "secret form 9"),  # a figure
        ("the head's letters", "the letters of everybody who has ever been the head here"),  # no term
        ("pictures", "pictures and notes"),  # nothing was replaced
    ],
)  # fmt: skip
def test_other_words_are_no_term(old: str, new: str) -> None:
    assert not any(Matter.TERM in matters for matters in list_matters(swap(old, new)))


def test_term_that_stays_elsewhere_is_none() -> None:
    texts = [[rule.format(term) for rule in RULES] for term in ("records", "ledgers")]
    rest = [f"Records of year {year} are with the records of the town." for year in range(1, 6)]
    comparison = compare(*("## A\n\n" + "\n\n".join([*text, *rest]) + "\n" for text in texts))
    assert not any(Matter.TERM in matters for matters in list_matters(comparison))


def test_story_tells_the_term_once() -> None:
    story = tell_story(swap("sensitive data", "private information"))
    (line,) = story.lines
    assert (line.matter, line.old, line.new, line.rules) == (
        Matter.TERM, "sensitive data", "private information", 5,
    )  # fmt: skip
    assert story.others == 4
