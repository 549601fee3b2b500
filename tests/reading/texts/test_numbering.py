"""The numbers that readers cite: letters of appendices, numbered sub-headings, own numbers."""

import pytest

from policybook.model import Clause, Numbering
from policybook.reading.summaries import NUMBER
from policybook.reading.texts import clauses, text_outline


def outline_of(text: str, numbering: Numbering | None = None) -> list[str]:
    """Each section, sub-heading and clause: its number, its id and its words."""
    lines = []
    for section in text_outline.parse(text, numbering=numbering).sections:
        lines.append(f"{section.label} {section.id} {section.title}")
        for part in section.parts:
            if isinstance(part, Clause):
                lines += [f"{c.number} {c.id} {c.text}" for c in clauses.walk_clause(part)]
            else:
                lines.append(f"{part.number} {part.id} {part.text}")
    return lines


def test_appendix_counts_with_its_letter() -> None:
    text = "## Aims\n\nx\n\n## Appendix B: Forms\n\nUse:\n\n- one\n\ny\n\n## Appendix\n\nz"
    assert outline_of(text) == [
        "1 s1 Aims",
        "1.1 s1-1 x",
        "B s2 Appendix B: Forms",
        "B.1 s2-1 Use:",
        "B.1(a) s2-1-a one",
        "B.2 s2-2 y",
        "3 s3 Appendix",
        "3.1 s3-1 z",
    ]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Appendix A", "A"),
        ("ANNEX C – Forms", "C"),
        ("Annexe D. Forms", "D"),
        ("Schedule E", "E"),
        ("Appendix 1: Forms", "1"),
        ("Appendix A’s forms", "1"),
        ("Appendices", "1"),
        ("Appendix Aims", "1"),
        ("The appendix A", "1"),
        ("Appendix a: forms", "A"),
    ],
)
def test_letter_is_in_the_title(title: str, label: str) -> None:
    assert outline_of(f"## {title}\n\nx")[0].partition(" ")[0] == label


def test_sub_headings_have_numbers() -> None:
    text = "## A\n\nx\n\n### B\n\ny:\n\n- z\n\n#### C\n\nu\n\nv\n\n### D\n\nw\n\n[^1]: n\n\n## Appendix Q\n\n### E\n\ne"
    assert outline_of(text, Numbering.HEADINGS) == [
        "1 s1 A",
        "1.1 s1-1 x",
        "1.2 s1-g1 B",
        "1.2.1 s1-2_1 y:",
        "1.2.1(a) s1-2_1-a z",
        "1.2.2 s1-g2 C",
        "1.2.2.1 s1-2_2_1 u",
        "1.2.2.2 s1-2_2_2 v",
        "1.3 s1-g3 D",
        "1.3.1 s1-3_1 w",
        "footnote 1 note-1 n",
        "Q s2 Appendix Q",
        "Q.1 s2-g1 E",
        "Q.1.1 s2-1_1 e",
    ]


def test_policy_brings_its_numbers() -> None:
    text = "## 4. Aims\n\n4.1 Be kind:\n\n- always\n\n4.1.2. Be safe.\n\nAnd well.\n\n### 4.2 More\n\n**4.2.1** Walk.\n\n## Appendix A\n\nA.1 Forms.\n\n4.1 Again."
    lines = outline_of(text, Numbering.OWN)
    assert lines == [
        "4 s1 Aims",
        "4.1 s4-1 Be kind:",
        "4.1(a) s4-1-a always",
        "4.1.2 s4-1_2 Be safe.",
        "4.1.2 ¶2 s1-p3 And well.",
        "4.2 s1-g1 More",
        "4.2.1 s4-2_1 Walk.",
        " s2 Appendix A",
        "A.1 sA-1 Forms.",
        "4.1 s4-1_ Again.",
    ]


@pytest.mark.parametrize("number", ["4.2", "4.2(a)", "A.1", "4.2.1", "4.2.1(a)(ii)"])
def test_numbers_can_be_cited(number: str) -> None:
    assert NUMBER.fullmatch(number)


@pytest.mark.parametrize("text", ["4", "A", "AB.1", "4.a", "§4.1"])
def test_other_words_are_no_number(text: str) -> None:
    assert not NUMBER.fullmatch(text)
