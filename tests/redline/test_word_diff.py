"""The words inside one clause: whole phrases, the old before the new, every mark kept."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policybook.reading import markdown
from policybook.redline import Leaf, Piece, RunKind, Span, is_gone, mark_tree
from policybook.redline.token_edits import edits
from policybook.redline.tokens import Pieces
from policybook.redline.units import flatten
from policybook.redline.word_diff import merge_pieces, runs

from .made import compare, marked


def pieces(text: str) -> Pieces:
    return tuple(flatten(markdown.read_inline(text)))


def mark_changes(old: str, new: str) -> str:
    return marked(runs([pieces(old)], [pieces(new)]))


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
def test_marked(name: str, old: str, new: str, expected: str) -> None:
    assert mark_changes(old, new) == expected


def test_deletion_comes_before_insertion() -> None:
    kinds = [
        run.kind
        for run in runs([pieces("Phones are off now here.")], [pieces("Phones are away now here.")])
    ]
    assert kinds.index(RunKind.REMOVED) < kinds.index(RunKind.ADDED)


def test_a_mark_stays_round_its_words() -> None:
    diff = runs([pieces("You **must not** bring it.")], [pieces("You **must never** bring it.")])
    (span,) = [node for node in mark_tree(diff) if isinstance(node, Span)]
    assert span.wrap.mark == "strong"
    assert [(leaf.kind, leaf.piece.text) for leaf in span.children if isinstance(leaf, Leaf)] == [
        (RunKind.EQUAL, "must "),
        (RunKind.REMOVED, "not"),
        (RunKind.ADDED, "never"),
    ]


def test_removed_link_is_gone_as_whole() -> None:
    nodes = mark_tree(
        runs([pieces("Read [the form](form.md) first of all")], [pieces("Read first of all")])
    )
    assert [is_gone(node) for node in nodes if isinstance(node, Span)] == [True]


def test_link_with_other_target_is_restyled() -> None:
    kinds = {
        run.kind for run in runs([pieces("Read [this](a.md).")], [pieces("Read [this](b.md).")])
    }
    assert kinds == {RunKind.EQUAL, RunKind.RESTYLED}


def test_a_picture_is_one_piece() -> None:
    diff = runs(
        [pieces("See ![the old map](m.png) here.")], [pieces("See ![the new map](m.png) here.")]
    )
    images = [piece for run in diff for piece in (*run.old, *run.new) if piece.mark == "image"]
    assert [piece.text for piece in images] == ["the old map", "the new map"]


def test_a_picture_without_words_is_kept() -> None:
    diff = runs([pieces("See ![](a.png).")], [pieces("See ![](b.png).")])
    assert [
        piece.target for run in diff for piece in (*run.old, *run.new) if piece.mark == "image"
    ] == [
        "a.png",
        "b.png",
    ]


def test_cells_are_compared_apart() -> None:
    table = "| Who | When |\n| --- | --- |\n| {} | {} |\n"
    (change,) = (
        c
        for c in compare(table.format("Office", "Daily"), table.format("Office", "Weekly"))
        .sections[0]
        .entries
        if c.count
    )
    assert [marked(cell.runs) for cell in change.cells] == ["Office", "[-Daily-][+Weekly+]"]


TOKENS = st.lists(st.sampled_from([*"abcdefg", "the", "of", ".", ","]), max_size=14)


@given(TOKENS, TOKENS)
def test_steps_cover_both_sides(a: list[str], b: list[str]) -> None:
    steps = edits(a, b)
    assert [x for equal, i1, i2, _, _ in steps for x in a[i1:i2]] == a
    assert [x for equal, _, _, j1, j2 in steps for x in b[j1:j2]] == b
    assert all(a[i1:i2] == b[j1:j2] for equal, i1, i2, j1, j2 in steps if equal)


@given(TOKENS)
def test_nothing_is_marked_where_nothing_changed(a: list[str]) -> None:
    assert all(equal for equal, *_ in edits(a, a))


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
