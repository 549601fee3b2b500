"""The clauses of one version as those of another."""

import pytest

from policybook.redline.successors import ClauseMap, citation_covers, words_in_context

from .comparisons import make_version
from .phone_rules import BOX, GATE, TELL, join_blocks

LIST = "Staff must:\n\n- lock doors at night always\n- count the keys before leaving"
OLD = make_version(join_blocks("## A", LIST, TELL))
NEW = make_version(
    join_blocks("## A", GATE, "Staff must:\n\n- lock doors at night always"), name="2"
)


def test_clauses_are_followed_by_words() -> None:
    clauses = ClauseMap(OLD, NEW)
    assert [clauses.successors(number) for number in ("1.1", "1.1(a)", "1.1(b)", "1.2")] == [
        ("1.2",),
        ("1.2(a)",),
        (),
        (),
    ]
    assert [clauses.predecessors(number) for number in ("1.1", "1.2")] == [(), ("1.1",)]


def test_divided_clause_has_two_successors() -> None:
    joined, apart = (make_version(text) for text in (f"{GATE} {BOX}", f"{GATE}\n\n{BOX}"))
    assert ClauseMap(joined, apart).successors("0.1") == ("0.1", "0.2")
    assert ClauseMap(apart, joined).predecessors("0.1") == ("0.1", "0.2")
    assert ClauseMap(joined, apart).same_words("0.1", ("0.1", "0.2"))


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("1.1(a)", ("1.2(a)",), True),
        ("1.1", ("1.2",), False),  # it lost an item
    ],
)
def test_items_count_with_their_clause(was: str, now: tuple[str, ...], same: bool) -> None:
    assert ClauseMap(OLD, NEW).same_words(was, now) is same


@pytest.mark.parametrize(
    ("number", "cite", "covers"),
    [
        ("1.1", "1.1", True),
        ("1.1(a)", "1.1", True),
        ("1.1", "1.1(a)", True),
        ("1.1(a)", "1.1(b)", False),
        ("1.10", "1.1", False),
    ],
)
def test_citation_covers_its_family(number: str, cite: str, covers: bool) -> None:
    assert citation_covers(number, cite) is covers


def test_items_follow_their_lead() -> None:
    assert list(words_in_context(OLD)) == [
        ("1.1", "Staff must: lock doors at night always count the keys before leaving"),
        ("1.1(a)", "Staff must: lock doors at night always"),
        ("1.1(b)", "Staff must: count the keys before leaving"),
        ("1.2", TELL),
    ]
