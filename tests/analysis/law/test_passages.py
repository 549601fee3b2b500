"""The texts of a version with their places."""

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
