"""Numbers that a policy types itself: the document in `cases`, and what holds for any text."""

from collections.abc import Iterator

import pytest
from builders import FencedBlock, list_documents, read_blocks
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Clause, Group, Numbering, Section
from policybook.reading.texts import clauses, text_outline

WORDS = ("Be kind.", "we do", "x", "Staff ask:", "and (b)", "metres", "")
MARKS = (
    "(a)",
    "b)",
    "iv.",
    "A.",
    "1.",
    "2)",
    "1.1",
    "2.1(a)",
    "1.1.2",
    "Appendix B:",
    "Part II",
    "4",
    "**3.1**",
    "1.9.26",
    "",
)
STARTS = ("", "- ", "    - ", "## ", "### ", "> ", "1. ", "- 1. ")
LINES = st.tuples(*map(st.sampled_from, (STARTS, MARKS, WORDS))).map(
    lambda line: f"{line[0]}{line[1]} {line[2]}"
)
TEXTS = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda end: end.join(lines))
)


def parse(text: str) -> tuple[Section, ...]:
    return text_outline.parse(text, numbering=Numbering.OWN).sections


def list_rows(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Number, label, id and words of each section, sub-heading and clause."""
    for section in parse(text):
        yield section.label, section.label, section.id, section.title
        for part in section.parts:
            if isinstance(part, Group):
                yield part.number, part.number, part.id, part.text
            else:
                yield from ((c.number, c.label, c.id, c.text) for c in clauses.walk_clause(part))


def pairs() -> Iterator[tuple[FencedBlock, FencedBlock]]:
    for document in list_documents("cases", "own-numbers.md"):
        blocks = list(read_blocks(document))
        yield from zip(blocks[::2], blocks[1::2], strict=True)


@pytest.mark.parametrize(("source", "expected"), list(pairs()))
def test_outlines(source: FencedBlock, expected: FencedBlock) -> None:
    rows = [" | ".join(cell or "-" for cell in row) for row in list_rows(source.text)]
    assert rows == expected.text.splitlines()


@pytest.mark.parametrize(
    ("text", "number", "label", "name"),
    [
        ("## 2. Who\n\n2.1 We:\n\n- (c) x:\n    - (ii) any", "2.1(c)(ii)", "(ii)", "s2-1-c-ii"),
        ("## 2. Who\n\n2.1 We will.\n\n- (a) any", "2.1(a)", "(a)", "s2-1-a"),
        ("## 2. Who\n\n2.1 We will.\n\n- any", "2.1(a)", "•", "s2-1-a"),
        ("## 4\\. A\n\n4.3 The order:\n\n1. x\n2. any", "4.3(2)", "2.", "s4-3-2"),
        ("## 4. A\n\n4.3 The order:\n\n4) x\n5) any", "4.3(5)", "5)", "s4-3-5"),
        ("4.1 x:\n\n1. y\n\n4.2 z:\n\n2. any", "4.2(2)", "2.", "s4-2-2"),
        ("## A. Scope\n\n1. any", "A.1", "1.", "sA-1"),
        ("## Appendix C: Forms\n\n1. x\n2. any", "C.2", "2.", "sC-2"),
        ("## Aims\n\n- 1. any", "1", "1.", "s1-0"),
        ("## Aims\n\n- 1\\. any", "1", "1.", "s1-0"),
        ("## Aims\n\n1. x\n2. y\n\nz\n\n1. any", "Aims ¶1(1)", "1.", "s1-p4-1"),
        ("## Aims\n\nany", "Aims ¶1", "", "s1-p1"),
        ("2.1 [any](https://x.example)", "2.1", "2.1", "s2-1"),
        ("2.1 x:\n\n- (a) **any**", "2.1(a)", "(a)", "s2-1-a"),
        ("2.1 x\n\n(a) any", "2.1(a)", "(a)", "s2-1-a"),
        ("2.1(a) x\n\n(b) any", "2.1(b)", "(b)", "s2-1-b"),
    ],
)
def test_clause_counts_through_its_parent(text: str, number: str, label: str, name: str) -> None:
    assert list(list_rows(text))[-1] == (number, label, name, "any")


@pytest.mark.parametrize(
    ("heading", "label", "title"),
    [
        ("1. Aims", "1", "Aims"),
        ("1 Aims", "1", "Aims"),
        ("Foreword", "", "Foreword"),
        ("Appendix A Signs", "Appendix A", "Signs"),
        ("Appendix B: Form", "Appendix B", "Form"),
        ("**Appendix B:** Form", "Appendix B", "Form"),
        ("Annex 2 – Form", "Annex 2", "Form"),
        ("Annex 2", "", "Annex 2"),
        ("Part II The plan", "Part II", "The plan"),
        ("Part of the plan", "", "Part of the plan"),
        ("A. Scope", "A", "Scope"),
        ("B. Scope", "", "B. Scope"),
        ("IV. Scope", "IV", "Scope"),
        ("Section 4: Aims", "Section 4", "Aims"),
        ("Stage 2: the panel", "", "Stage 2: the panel"),
        ("5. Stage 2: the panel", "5", "Stage 2: the panel"),
        ("1 – Aims", "1", "Aims"),
        ("1: Aims", "1", "Aims"),
        ("1.0 Aims", "1.0", "Aims"),
        ("3) Aims", "3", "Aims"),
        ("Appendix 1a: Form", "Appendix 1a", "Form"),
        ("Section 175 Duties", "", "Section 175 Duties"),
        ("Article 8 Rights", "", "Article 8 Rights"),
        ("7 – Up", "", "7 – Up"),
        ("11 to 16", "", "11 to 16"),
        ("2 weeks before", "", "2 weeks before"),
        ("24/7 care", "", "24/7 care"),
        ("1.5 metres", "", "1.5 metres"),
        ("2026 in figures", "", "2026 in figures"),
    ],
)
def test_headings(heading: str, label: str, title: str) -> None:
    assert next(list_rows(f"## {heading}\n\nx")) == (label, label, "s1", title)


@given(TEXTS)
def test_ids_are_unique(text: str) -> None:
    names = [name for _, _, name, _ in list_rows(text)]
    assert len(names) == len(set(names))


@given(TEXTS)
def test_number_contains_the_label(text: str) -> None:
    for section in parse(text):
        for clause in clauses.walk_section(section):
            is_bullet = clause.label == clauses.BULLET
            assert is_bullet or clause.label.strip("().") in clause.number
            assert clause.number or not clause.label


def test_a_list_of_names_has_no_numbers() -> None:
    (section,) = parse("2.1 They are:\n\n- A. Smith\n- B. Jones\n- R. Patel")
    assert isinstance(section.parts[0], Clause)
    assert [c.text for c in section.parts[0].children] == ["A. Smith", "B. Jones", "R. Patel"]
