"""The words inside one clause: whole phrases, the old before the new, every mark kept."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policybook.redline import Piece, RunKind
from policybook.redline.tokens import Pieces
from policybook.redline.word_diff import merge_pieces, runs

from .comparisons import mark_runs
from .marked_words import read_pieces


def mark_changes(old: str, new: str) -> str:
    return mark_runs(runs([read_pieces(old)], [read_pieces(new)]))


CASES = [
    (
        "one word",
        "Phones are off all day.",
        "Phones are away all day.",
        "Phones are [-off-][+away+] all day.",
    ),
    (
        "a phrase is added",
        "Hand it in at the gate.",
        "Hand it in at the gate, or at the office.",
        "Hand it in at the gate[+, or at the office+].",
    ),
    ("a sentence is added in front", "Be kind.", "Be calm. Be kind.", "[+Be calm.+] Be kind."),
    (
        "a sentence is taken out between",
        "One is here. Two is there. Three is gone.",
        "One is here. Three is gone.",
        "One is here.[- Two is there.-] Three is gone.",
    ),
    (
        "small words between two edits go with them",
        "the head of the school decides alone",
        "the chair of the board decides alone",
        "the [-head of the school-][+chair of the board+] decides alone",
    ),
    (
        "a decimal is one number",
        "It costs 3.50 a day",
        "It costs 4.50 a day",
        "It costs [-3.50-][+4.50+] a day",
    ),
    (
        "an address is one word",
        "write to office@oak.example today",
        "write to head@oak.example today",
        "write to [-office@oak.example-][+head@oak.example+] today",
    ),
    (
        "capitals count",
        "Head teacher decides it",
        "head teacher decides it",
        "[-Head-][+head+] teacher decides it",
    ),
    (
        "a text in capitals has the same words",
        "NO PUPIL MAY LEAVE BEFORE NOON",
        "No pupil may leave before three",
        "[~NO PUPIL MAY LEAVE BEFORE|No pupil may leave before~] [-NOON-][+three+]",
    ),
    (
        "curly quotes do not",
        "the school's 'rule'",
        "the school’s ‘rule’",
        "the[~ school's '| school’s ‘~]rule[~'|’~]",
    ),
    ("white space does not", "the  school rule", "the school rule", "the school rule"),
    (
        "a comma does",
        "red, white and blue flags",
        "red white and blue flags",
        "red[-,-] white and blue flags",
    ),
    (
        "little is kept",
        "Phones found in lessons are taken to the office.",
        "A mobile that rings will go home in lessons.",
        "[-Phones found in lessons are taken to the office-][+A mobile that rings will go home in lessons+].",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), CASES, ids=[case[0] for case in CASES])
def test_changed_words_are_marked(name: str, old: str, new: str, expected: str) -> None:
    assert mark_changes(old, new) == expected


def test_deletion_comes_before_insertion() -> None:
    kinds = [
        run.kind
        for run in runs(
            [read_pieces("Phones are off now here.")], [read_pieces("Phones are away now here.")]
        )
    ]
    assert kinds.index(RunKind.REMOVED) < kinds.index(RunKind.ADDED)


def test_link_with_other_target_is_restyled() -> None:
    kinds = {
        run.kind
        for run in runs([read_pieces("Read [this](a.md).")], [read_pieces("Read [this](b.md).")])
    }
    assert kinds == {RunKind.EQUAL, RunKind.RESTYLED}


def test_a_picture_is_one_piece() -> None:
    diff = runs(
        [read_pieces("See ![the old map](m.png) here.")],
        [read_pieces("See ![the new map](m.png) here.")],
    )
    images = [piece for run in diff for piece in (*run.old, *run.new) if piece.mark == "image"]
    assert [piece.text for piece in images] == ["the old map", "the new map"]


def test_a_picture_without_words_is_kept() -> None:
    diff = runs([read_pieces("See ![](a.png).")], [read_pieces("See ![](b.png).")])
    assert [
        piece.target for run in diff for piece in (*run.old, *run.new) if piece.mark == "image"
    ] == [
        "a.png",
        "b.png",
    ]


PIECES = st.lists(st.text("ab c.’'", min_size=1, max_size=6).map(Piece), max_size=4).map(tuple)


@example([(Piece("a"),)], [(), (Piece("a"),)])
@given(st.lists(PIECES, min_size=1, max_size=3), st.lists(PIECES, min_size=1, max_size=3))
def test_runs_give_back_each_text(old: list[Pieces], new: list[Pieces]) -> None:
    diff = runs(old, new)
    for place, text in enumerate(old):
        assert merge_pieces(
            [p for run in diff if run.old_at == place for p in run.old]
        ) == merge_pieces(text)
    for place, text in enumerate(new):
        assert merge_pieces(
            [p for run in diff if run.new_at == place for p in run.new]
        ) == merge_pieces(text)
