"""The texts of a version with their places."""

import re

from builders import PATH, load_library, make_text

from policybook.analysis.law.passages import Passage, PassageSearch, passages

from .cited_texts import list_cites


def test_line_is_that_of_words() -> None:
    citations = list_cites("First line.\nSecond, on Twitter.\nThird.\nFourth: CRB and *Twitter*.")
    assert [(cite.words, cite.line, cite.number, cite.anchor) for cite in citations] == [
        ("Twitter", 12, "1.1", "s1-1"), ("CRB", 14, "1.1", "s1-1"), ("Twitter", 14, "1.1", "s1-1"),
    ]  # fmt: skip


def test_heading_note_is_beside_first_rule() -> None:
    cite = list_cites("Be kind.\n\n## Twitter\n\nBe kind there.")
    assert [(cite.line, cite.number, cite.anchor, cite.beside) for cite in cite] == [
        (13, "2", "s2", "s2-1")
    ]


def test_passages_are_all_texts() -> None:
    body = "Before.\n\n## A\n\n### G\n\nBe kind:\n\n- walk\n\n| h |\n|---|\n| r |\n| s |\n"
    version = load_library({PATH: make_text(body)}).policies[0].versions[0]
    assert [(p.text, p.number, p.anchor, p.beside) for p in passages(version)] == [
        ("Before.", "0.1", "s0-1", "s0-1"),
        ("A", "1", "s1", "s1-1"),
        ("G", "1", "s1-g1", "s1-1"),
        ("Be kind:", "1.1", "s1-1", "s1-1"),
        ("walk", "1.1(a)", "s1-1-a", "s1-1"),
        ("h", "1.2", "s1-2", "s1-2"),  # the header, once a table
        ("r", "1.2", "s1-2", "s1-2"),
        ("s", "1.3", "s1-3", "s1-3"),
    ]


def test_hits_have_lines_of_the_file() -> None:
    lines = ["Be kind.", "Kind", "https://kind.example/ is kind."]
    passage = Passage(" ".join(lines), "1.1", "s1-1", "s1-1", (10, 13))
    hits = PassageSearch(passage, lines, 10).find_hits(re.compile("kind", re.IGNORECASE))
    # The address does not count.
    assert [line for _, line in hits] == [10, 11, 12]
