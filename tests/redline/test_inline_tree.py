"""Runs as a tree of marks, with the addresses of changed links."""

from collections.abc import Sequence

import pytest
from builders import limit_examples
from hypothesis import given

from policybook.redline import Leaf, Node, RunKind, Span, all_changes, is_gone, mark_tree
from policybook.redline.word_diff import runs

from .comparisons import compare
from .edited_texts import edited_pairs
from .marked_words import read_pieces


@limit_examples(60)
@given(edited_pairs())
def test_tree_of_marks_has_every_word(pair: tuple[str, str]) -> None:
    for change in all_changes(compare(*pair)):
        leaves = list(_leaves(mark_tree(change.runs)))
        for kind, units in ((RunKind.ADDED, change.old), (RunKind.REMOVED, change.new)):
            words = "".join(
                leaf.piece.text for leaf in leaves if leaf.kind is not kind and not leaf.is_address
            )
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


def test_a_mark_stays_round_its_words() -> None:
    diff = runs(
        [read_pieces("You **must not** bring it.")], [read_pieces("You **must never** bring it.")]
    )
    (span,) = [node for node in mark_tree(diff) if isinstance(node, Span)]
    assert span.wrap.mark == "strong"
    assert [(leaf.kind, leaf.piece.text) for leaf in span.children if isinstance(leaf, Leaf)] == [
        (RunKind.EQUAL, "must "),
        (RunKind.REMOVED, "not"),
        (RunKind.ADDED, "never"),
    ]


def test_removed_link_is_gone_as_whole() -> None:
    nodes = mark_tree(
        runs(
            [read_pieces("Read [the form](form.md) first of all")],
            [read_pieces("Read first of all")],
        )
    )
    assert [is_gone(node) for node in nodes if isinstance(node, Span)] == [True]


_SIGNS = {RunKind.EQUAL: "{}", RunKind.REMOVED: "[-{}-]", RunKind.ADDED: "[+{}+]"}
ADDRESSES = [
    ("See [it](a) now.", "See [it](b) now.", "See it[- (a)-][+ (b)+] now."),
    ("See [it](a) now.", "See it now.", "See it[- (a)-] now."),
    ("See it now.", "See [it](a) now.", "See it[+ (a)+] now."),
    # Words and address differ: each address is beside its own words.
    ("See [one](a) now.", "See [two](b) now.", "See [-one-][- (a)-][+two+][+ (b)+] now."),
    # The same address, other words: nothing to show.
    ("See [one](a) now.", "See [two](a) now.", "See [-one-][+two+] now."),
    ("See [it](a) now.", "See [it all](a) now.", "See it[+ all+] now."),
    # Words that are the address show it already.
    ("See <http://a.uk/x> now.", "See <http://a.uk/y> now.", "See http://a.uk/[-x-][+y+] now."),
    ("![Plan](a.png) of it", "![Plan](b.png) of it", "Plan[- (a.png)-][+ (b.png)+] of it"),
]


@pytest.mark.parametrize(("old", "new", "shown"), ADDRESSES)
def test_changed_addresses_follow_their_words(old: str, new: str, shown: str) -> None:
    leaves = _leaves(mark_tree(runs([read_pieces(old)], [read_pieces(new)])))
    assert "".join(_SIGNS[leaf.kind].format(leaf.piece.text) for leaf in leaves) == shown


def test_old_form_has_old_address() -> None:
    both = runs([read_pieces("See [it](a).")], [read_pieces("See [it](b).")])
    (old,) = [node for node in mark_tree(both, as_old=True) if isinstance(node, Span)]
    (new,) = [node for node in mark_tree(both) if isinstance(node, Span)]
    assert (old.wrap.target, new.wrap.target) == ("a", "b")
