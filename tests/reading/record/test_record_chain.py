"""The chain of hashes, and two parts of it that a later line joins."""

import pytest

from policybook.reading.record.record_chain import (
    NOTHING_BEFORE,
    ChainFault,
    ChainLink,
    count_lines_up_to,
    find_breaks,
)

BROKEN, APART = ChainFault.BROKEN, ChainFault.APART


def make_links(words: str) -> list[ChainLink | None]:
    """`a b<a c<a d<b+c`: a line each, with the line before and the one that it joins; `?` is unreadable."""
    links: list[ChainLink | None] = []
    for word in words.split():
        name, _, before = word.partition("<")
        previous, _, joined = before.partition("+")
        link = ChainLink(previous=previous or NOTHING_BEFORE, hash=name, joined=joined)
        links.append(None if word == "?" else link)
    return links


@pytest.mark.parametrize(
    ("words", "breaks"),
    [
        ("", {}),
        ("a b<a c<b", {}),
        ("a b<a c<a", {2: APART}),
        ("a b<a c<a d<b+c", {}),
        ("a b<a c<a d<b+c e<d", {}),
        ("a b<a c<a d<b e<c f<d+e", {}),
        ("a b<a c<a d<a e<b+c f<e+d", {}),
        ("a b<a c<a d<a e<b+c", {3: APART}),
        ("a b", {1: APART}),
        ("a b c<a+b", {}),
        ("b<a c<b", {0: BROKEN}),
        ("a c<b", {1: BROKEN}),
        ("a b<a d<b+c", {2: BROKEN}),
        ("a b<a d<b+b", {2: BROKEN}),
        ("a ? c<b d<c", {}),
        ("a b<a c<a d<x", {2: APART, 3: BROKEN}),
    ],
)
def test_breaks_are_found(words: str, breaks: dict[int, ChainFault]) -> None:
    result = find_breaks(make_links(words))
    if BROKEN in breaks.values():  # what else is apart does not matter then
        result = {k: v for k, v in result.items() if v is BROKEN}
        breaks = {k: v for k, v in breaks.items() if v is BROKEN}
    assert result == breaks


@pytest.mark.parametrize(
    ("end", "count"), [("a", 1), ("b", 2), ("c", 2), ("d", 4), ("e", 5), ("x", 0)]
)
def test_lines_before_an_end(end: str, count: int) -> None:
    links = [link for link in make_links("a b<a c<a d<b+c e<d") if link]
    assert count_lines_up_to(links, end) == count
