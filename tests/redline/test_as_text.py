"""A redline as plain text, for a terminal."""

import pytest

from policybook.redline import Counts
from policybook.redline.as_text import counts_in_words, redline_text

from .comparisons import compare
from .phone_rules import BOX, GATE, LOST, TELL, join_blocks

EXPECTED = """\
Phones: from version 1 to version 2
1 added, 1 removed, 1 reworded.
  A removed rule set a duty: ‘should’ (change 1)
  Wording changed, please read: change 2

1 A: 1 added, 1 removed, 1 reworded

  1 of 3  removed  1.2
    [removed: Staff should report a lost phone to the office within 14 school days.]
    (It set a duty: ‘should’)

  2 of 3  reworded  1.3 → 1.2
    The office keeps each phone in a [removed: locked][added: tall] box until home time.
    (Wording changed: please read)

  3 of 3  added  1.3
    [added: Anyone who sees a phone in a lesson tells the class teacher straight away.]"""


def test_changes_are_listed_by_section() -> None:
    tall = BOX.replace("locked", "tall")
    comparison = compare(
        join_blocks("## A", GATE, LOST, BOX), join_blocks("## A", GATE, tall, TELL)
    )
    assert redline_text(comparison) == EXPECTED


def test_unlabelled_changes_are_numbered_above() -> None:
    tall = LOST.replace("phone", "tablet"), BOX.replace("locked", "tall")
    text = redline_text(compare(join_blocks("## A", LOST, BOX), join_blocks("## A", *tall)))
    assert "\n  Wording changed, please read: changes 1, 2\n" in text


def test_lines_have_a_hundred_characters() -> None:
    lines = redline_text(compare("Be kind.", "Be kind " + "and calm " * 40)).split("\n")
    assert 90 < max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(), "no change"),
        (Counts(added=2, reworded=1), "2 added, 1 reworded"),
        (
            Counts(reworded=13, links=1, divided=1, joined=2),
            "10 reworded, 1 divided, 2 joined, 1 link changed",
        ),
        (Counts(removed=1, moved=3, formatting=4), "1 removed, 3 moved, 4 formatting only"),
    ],
)
def test_counts_are_in_words(counts: Counts, words: str) -> None:
    assert counts_in_words(counts) == words
