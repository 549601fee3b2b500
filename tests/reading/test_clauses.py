"""The clauses of a section, one by one, and the fragments of headings."""

import pytest

from policybook.model import Clause
from policybook.reading import clauses, text_outline


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("What happens next?", "what-happens-next"),
        ("Staff & pupils", "staff-pupils"),
        ("Tŷ Ŵr", "tŷ-ŵr"),
        ("...", ""),
    ],
)
def test_heading_fragments(title: str, slug: str) -> None:
    assert clauses.slug(title) == slug


SECTIONS = text_outline.parse(
    "Before.\n\n## A\n\nBring:\n\n- a coat\n- a bag:\n  - blue\n\n### B\n\n"
    "| a |\n|---|\n| 1 |\n| 2 |\n\n| b |\n|---|\n| 3 |\n"
).sections


def test_clauses_are_in_reading_order() -> None:
    numbers = [clause.number for clause in clauses.walk_sections(SECTIONS)]
    assert numbers == ["0.1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.2", "1.3", "1.4"]
    assert [c.number for c in clauses.walk_section(SECTIONS[1])] == numbers[1:]
    bring = SECTIONS[1].parts[0]
    assert isinstance(bring, Clause)
    assert [c.number for c in clauses.walk_clause(bring)] == numbers[1:5]


def test_rows_of_one_table_stay_together() -> None:
    groups = clauses.group_table_rows(SECTIONS[1].parts)
    assert [[part.text for part in group] for group in groups] == [
        ["Bring:"],
        ["B"],
        ["1", "2"],
        ["3"],
    ]
