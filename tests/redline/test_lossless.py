"""Without its insertions a redline is exactly the old text, without its deletions exactly the new one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.redline import (
    ChangeKind,
    ClauseChange,
    Leaf,
    Moved,
    Node,
    NotLossless,
    RunKind,
    Stub,
    all_changes,
    changes_to_read,
    check,
    is_identical,
    mark_tree,
    redline,
    replay_new,
    replay_old,
)
from policybook.redline.replay import version_texts

from .made import compare, version

PAIRS = Path(__file__).parent / "pairs"
PLAIN = [
    "the",
    "pupils",
    "must",
    "not",
    "bring",
    "phones",
    "14",
    "days",
    "1.2",
    "é",
    "\u00a0",
    "—",
    ":",
    "‘so’",
    "'so'",
]
MARKED = [
    "**office**",
    "*never*",
    "`code`",
    "[a](x.md)",
    "[](y.md)",
    "![map](m.png)",
    "a|b",
    "&amp;",
    "\\*",
    "<b>",
]
WORDS = st.sampled_from([*PLAIN, *MARKED])
SENTENCE = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
BLOCK = st.one_of(
    SENTENCE,
    SENTENCE.map("## {}".format),
    SENTENCE.map("### {}".format),
    SENTENCE.map("# {}".format),
    SENTENCE.map("> {}".format),
    SENTENCE.map("1.2 {}".format),
    SENTENCE.map("{}:\n\n- an item\n- another".format),
    st.lists(SENTENCE, min_size=1, max_size=4).map(
        lambda texts: "\n".join(f"- {text}" for text in texts)
    ),
    st.lists(SENTENCE, min_size=1, max_size=3).map(
        lambda texts: "\n".join(f"1. {text}\n   - under it" for text in texts)
    ),
    st.lists(st.tuples(SENTENCE, SENTENCE), min_size=1, max_size=3).map(
        lambda rows: (
            "| A | B |\n| --- | --- |\n"
            + "\n".join(f"| {a} | {b} |".replace("a|b", "ab") for a, b in rows)
        )
    ),
    SENTENCE.map("```\n{}\n\n  more\n```".format),
)
BODY = st.lists(BLOCK, max_size=10)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A body and what an editor may make of it: blocks moved, dropped, doubled, written anew, words changed."""
    old = draw(BODY)
    new = draw(st.permutations(old)) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        step = draw(st.sampled_from(["drop", "add", "double", "word"]))
        if step == "add":
            new.insert(place, draw(BLOCK))
        elif place < len(new):
            new[place : place + 1] = {
                "drop": [],
                "double": [new[place]] * 2,
                "word": [new[place].replace("the", "every", 1) + " at once"],
            }[step]
    return "\n\n".join(old), "\n\n".join(new)


@limit_examples(150)
@given(edited())
def test_an_edited_text_comes_back(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    assert replay_old(comparison) == tuple(t or "" for t in _plain(comparison.old))
    assert replay_new(comparison) == tuple(t or "" for t in _plain(comparison.new))


def _plain(side) -> Sequence[str]:
    """The texts of a version as the redline holds them: a picture or link without words is U+FFFC."""
    return [unit.text for unit in sorted(_units(side), key=lambda unit: unit.place)]


def _units(side):
    from policybook.redline.units import read_units

    return read_units(side)


@limit_examples(150)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_come_back(old: str, new: str) -> None:
    compare(old, new)


@limit_examples(60)
@given(BODY.map("\n\n".join))
def test_text_is_identical_to_itself(body: str) -> None:
    comparison = compare(body, body)
    assert is_identical(comparison)
    assert all(
        change.kind is ChangeKind.SAME and not change.moved for change in all_changes(comparison)
    )


@limit_examples(60)
@given(edited())
def test_units_are_unique_and_stubs_resolve(pair: tuple[str, str]) -> None:
    comparison = compare(*pair)
    entries = [entry for section in comparison.sections for entry in section.entries]
    stubs = [entry for entry in entries if isinstance(entry, Stub)]
    moved = [change for change in all_changes(comparison) if change.moved is Moved.ALONE]
    assert sorted(stub.change.count for stub in stubs) == sorted(change.count for change in moved)
    assert [change.count for change in changes_to_read(comparison)] == list(
        range(1, len(changes_to_read(comparison)) + 1)
    )


@limit_examples(60)
@given(edited())
def test_new_units_stand_in_new_order(pair: tuple[str, str]) -> None:
    places = [unit.place for change in all_changes(compare(*pair)) for unit in change.new]
    assert places == sorted(places)


@limit_examples(60)
@given(edited())
def test_tree_of_marks_has_every_word(pair: tuple[str, str]) -> None:
    for change in all_changes(compare(*pair)):
        leaves = list(_leaves(mark_tree(change.runs)))
        for kind, units in ((RunKind.ADDED, change.old), (RunKind.REMOVED, change.new)):
            words = "".join(leaf.piece.text for leaf in leaves if leaf.kind is not kind)
            if not change.cells:
                assert "".join(words.split()) == "".join(
                    "".join(unit.text.split()) for unit in units
                )


def _leaves(nodes: Sequence[Node]):
    for node in nodes:
        if isinstance(node, Leaf):
            yield node
        else:
            yield from _leaves(node.children)


OLD = "## A\n\nPupils **must not** bring phones.\n\n| A | B |\n| - | - |\n| x | y |\n"


def _broken(change: ClauseChange) -> ClauseChange:
    return replace(change, runs=tuple(run._replace(new=()) for run in change.runs))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entries: entries[1:],
        lambda entries: (*entries, entries[0]),
        lambda entries: (_broken(entries[0]), *entries[1:]),
        lambda entries: (
            replace(entries[0], runs=tuple(r._replace(new=_bare(r.new)) for r in entries[0].runs)),
            *entries[1:],
        ),
        lambda entries: (*entries[:-1], replace(entries[-1], cells=entries[-1].cells[::-1][:1])),
    ],
    ids=[
        "a clause is missing",
        "a clause stands twice",
        "words are missing",
        "a mark is missing",
        "a cell is missing",
    ],
)
def test_redline_that_loses_text_is_refused(spoil) -> None:
    comparison = compare(OLD, OLD)
    section = comparison.sections[0]
    with pytest.raises(NotLossless):
        check(replace(comparison, sections=(replace(section, entries=spoil(section.entries)),)))


def _bare(pieces):
    return tuple(piece._replace(wraps=()) for piece in pieces)


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.old.md")), ids=lambda path: path.name)
def test_real_texts_come_back(path: Path) -> None:
    old, new = path.read_text("utf-8"), Path(str(path).replace(".old.", ".new.")).read_text("utf-8")
    comparison = compare(old, new)
    assert changes_to_read(comparison)
    for body, side in ((old, comparison.old), (new, comparison.new)):
        words = set(re.findall(r"[a-z]{4,}", " ".join(version_texts(side))))
        assert {
            word
            for word in re.findall(r"[a-z]{4,}", re.sub(r"\]\([^)]*\)", "]", body))
            if word not in words
        } == set()


def test_there_are_real_texts() -> None:
    assert len(list(PAIRS.glob("*.old.md"))) >= 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", "a"),
        ("a", ""),
        ("\u2028", "\f"),
        ("a\u2028b", "a b"),
        ("## \n", "## A\n"),
        ("![](x.png)", "![](y.png)"),
        ("- \n", "- - a\n"),
    ],
)
def test_the_smallest_texts_come_back(old: str, new: str) -> None:
    compare(old, new)


@pytest.mark.parametrize("size", [3000])
def test_long_repetitions_are_quick(size: int) -> None:
    compare("none " * size, "none none " * size + "all")
    compare("Yes.\n\n" * (size // 10), "No.\n\n" + "Yes.\n\n" * (size // 10))


def test_redline_is_deterministic() -> None:
    old, new = version(OLD), version(OLD.replace("bring", "carry"))
    assert redline(old, new).sections == redline(old, new).sections
