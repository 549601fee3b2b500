"""What is shown of a redline reads back as both texts, with the spaces between their words."""

import re

import pytest
from builders import limit_examples
from hypothesis import example, given
from hypothesis import strategies as st

from policybook.redline import Piece, Run, RunKind, mark_tree, part_texts
from policybook.redline.as_text import redline_text
from policybook.redline.shown_texts import shows_both
from policybook.redline.word_diff import runs

from .comparisons import compare
from .marked_words import read_pieces

#: Words and signs that an author may write with a space between them, or without.
TOKENS = ["half", "term", "-", "8.45", "am", "**x**", ",", ".", "/", "£5", "is", "*so*", "‘a’", "é"]
#: Makes any two texts one rule that was reworded.
HEAD = "Staff who stand at the gate each morning and each night write down "
GLUED = st.lists(
    st.tuples(st.sampled_from(TOKENS), st.sampled_from(["", " ", " "])), min_size=1, max_size=10
).map(lambda pairs: HEAD + "".join(map("".join, pairs)).strip())

#: A space goes, comes, or is a sign afterwards.
PAIRS = [
    ("Filters are checked every half term.", "Filters are checked every half-term."),
    ("It is lent from 8.45 am.", "It is lent from 8:45am."),
    ("Lunch is at 12 noon.", "Lunch is at 12noon."),
    ("A re-entry is free.", "A re entry is free."),
    ("Hand in a note book.", "Hand in a notebook."),
    ("Pay £ 5 now.", "Pay £5 now."),
    ("Ask the head/deputy now.", "Ask the head / deputy now."),
    ("Use form A1.", "Use form A 1."),
    ("See rule 2 (b) first.", "See rule 2(b) first."),
    ("Be calm. Be kind.", "Be kind."),
    ("Be kind.", "Be calm. Be kind."),
    ("Bring a **non smoking** note.", "Bring a **non-smoking** note."),
    ("Bring a **half** term note.", "Bring a **half**term note."),
    ("Sign in.Then wait.", "Sign in. Then wait."),
]


@pytest.mark.parametrize(("old", "new"), [*PAIRS, *[(new, old) for old, new in PAIRS]])
def test_terminal_shows_every_space(old: str, new: str) -> None:
    assert read_terminal(old, new) == (plain(old), plain(new))


@limit_examples(300)
@given(GLUED, GLUED)
@example(HEAD + "half term", HEAD + "half-term")
@example(HEAD + "half", HEAD + "term-half")
def test_both_texts_read_back(old: str, new: str) -> None:
    assert shows_both(runs([read_pieces(old)], [read_pieces(new)]))
    assert read_terminal(old, new) == (plain(old), plain(new))


@limit_examples(150)
@given(st.lists(GLUED, min_size=1, max_size=3), st.lists(GLUED, min_size=1, max_size=3))
def test_several_texts_read_back(olds: list[str], news: list[str]) -> None:
    assert shows_both(runs(list(map(read_pieces, olds)), list(map(read_pieces, news))))


def plain(text: str) -> str:
    """Return a text without marks, and without the space before a closing sign."""
    return re.sub(r"\s+(?=[.,;:!?)])", "", " ".join(text.replace("*", "").split()))


def read_terminal(old: str, new: str) -> tuple[str, str]:
    """Return both texts as the terminal shows them."""
    text = redline_text(compare(f"## A\n\n{old}\n", f"## A\n\n{new}\n")).partition(" of 1  ")[2]
    lines = [line.strip() for line in text.split("\n")[1:] if not line.startswith("    (")]
    text = " ".join(lines) or new
    sides = []
    for kept, left in (("removed", "added"), ("added", "removed")):
        side = re.sub(rf"\[{left}: [^\]]*\]", "", text)
        sides.append(plain(re.sub(rf"\[{kept}: ([^\]]*)\]", r"\1", side).replace("␣", " ")))
    return sides[0], sides[1]


@pytest.mark.parametrize(
    "lost",
    [
        [Run(RunKind.EQUAL, (Piece("half"),), (Piece("half"),)), ("-",), (" term", "term")],
        [Run(RunKind.EQUAL, (Piece("at"),), (Piece("at"),)), (" 8", "8")],
    ],
)
def test_lost_space_is_refused(lost: list) -> None:
    made = [
        run
        if isinstance(run, Run)
        else Run(RunKind.ADDED, (), (Piece(run[0]),))
        if len(run) == 1
        else Run(RunKind.EQUAL, (Piece(run[0]),), (Piece(run[1]),))
        for run in lost
    ]
    assert not shows_both(made)


def test_joined_texts_stay_two_words() -> None:
    joined = runs([read_pieces("Be calm."), read_pieces("Be kind.")], [read_pieces("Be calm.")])
    leaves = mark_tree(tuple(part_texts(joined)))
    assert "".join(leaf.piece.text for leaf in leaves) == "Be calm. Be kind."


def test_divided_rule_has_two_lines() -> None:
    old = "The school blocks games, chat and shops. Staff may ask for a site to be opened."
    new = old.replace(". ", ".\n\n")
    text = redline_text(compare(f"## A\n\n{old}", f"## A\n\n{new}"))
    assert "    The school blocks games, chat and shops.\n    Staff may ask" in text
