"""Test that clauses and inline pieces are values: equal content is equal, and nothing changes."""

from dataclasses import FrozenInstanceError, replace

import pytest

from policybook.model import Clause, ClauseKind, Inline, Mark, Section

CLAUSE = Clause(id="s4-2", number="4.2", label="4.2", kind=ClauseKind.PARAGRAPH, text="Be kind.")


def test_equal_clauses_are_equal() -> None:
    assert replace(CLAUSE) == CLAUSE
    assert replace(CLAUSE, children=(CLAUSE,)) != CLAUSE


def test_values_cannot_change() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAUSE.text = "Be rude."  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        Inline(mark=Mark.TEXT).text = "x"  # type: ignore[misc]


def test_inline_pieces_nest() -> None:
    word = Inline(mark=Mark.TEXT, text="kind")
    assert hash(Inline(mark=Mark.STRONG, children=(word,))) != hash(word)


@pytest.mark.parametrize(
    ("label", "title", "margin"),
    [
        ("A", "Appendix A: Reporting an incident", ""),
        ("B", "APPENDIX B", ""),
        ("A", "Appendix Able and others", "A"),
        ("A", "The form in Appendix A", "A"),
        ("3", "Appendix 31", "3"),
        ("Appendix A", "Complaint form", "Appendix A"),
        ("", "Front page", ""),
    ],
)
def test_title_may_say_its_label(label: str, title: str, margin: str) -> None:
    section = Section(
        number=1, id="s1", title=title, inlines=(), lines=(1, 1), parts=(), label=label
    )
    assert section.margin_label == margin
