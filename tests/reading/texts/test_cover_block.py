"""What is kept from a printed cover, and which text stays a rule with its number."""

import pytest

from policybook.reading.texts import text_outline

#: A text; what its cover says; the numbers of the rules before the first section.
CASES = [
    ("November 2023\n\nOakfield School\n\n## Aims\n\nBe kind.", ["November 2023", "Oakfield School"], []),
    ("November 2023\n\nThis policy is for staff.\n\n## Aims\n\nx", ["November 2023"], ["0.2"]),
    ("This policy is for staff.\n\nNovember 2023\n\n## Aims\n\nx", [], ["0.1", "0.2"]),
    # Each line of a paragraph must be one of a cover.
    ("Date: May 2020\nAuthor: Mrs Smith\n\n## Aims\n\nx", ["Date: May 2020 Author: Mrs Smith"], []),
    ("Date: May 2020\nStaff must lock phones.\n\n## Aims\n\nx", [], ["0.1"]),
    ("- Approved by: Governors\n- Version: 2\n\n## Aims\n\nx", ["Approved by: Governors", "Version: 2"], []),
    # A table of document control; a table of rules.
    ("| Version | Date |\n|---|---|\n| 1 | May 2020 |\n\n## Aims\n\nx", ["1 | May 2020"], []),
    ("| Approved by | Governors |\n|---|---|\n| Date | 2020 |\n\n## Aims\n\nx", ["Date | 2020"], []),
    ("| Who | What |\n|---|---|\n| Date | Lock it |\n\n## Aims\n\nx", [], ["0.1"]),
    ("| Owner | Head |\n|---|---|\n| Review | Staff must report it |\n\n## Aims\n\nx", [], ["0.1"]),
    # A list of duties, code and a quotation are no cover.
    ("Approved by:\n\n- the head must sign\n\n## Aims\n\nx", [], ["0.1"]),
    ("> November 2023\n\n## Aims\n\nx", [], ["0.1"]),
    ("    November 2023\n\n## Aims\n\nx", [], ["0.1"]),
    ("## Aims\n\nNovember 2023", [], []),
    # Below the line that a person writes, all is of the cover that asks for nothing.
    ("May 2020\n\nFrom the cover:\n\nTel: 01202 555123\n\nA motto.\n\n## Aims\n\nx", ["May 2020", "From the cover:", "Tel: 01202 555123", "A motto."], []),
    ("From the cover:\n\nFern Road\n\nPupils must walk.\n\n## Aims\n\nx", ["From the cover:", "Fern Road"], ["0.3"]),
    ("Be kind.\n\nFrom the cover:\n\nA motto.\n\n## Aims\n\nx", [], ["0.1", "0.2", "0.3"]),
    # Such a line alone is a rule, as in texts that are in the record.
    ("Tel: 01202 555123\n\n## Aims\n\nx", [], ["0.1"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cover", "numbers"), CASES)
def test_cover_is_divided_from_rules(text: str, cover: list[str], numbers: list[str]) -> None:
    outline = text_outline.parse(text)
    assert [clause.text for clause in outline.cover_lines] == cover
    assert not any(clause.number or clause.label for clause in outline.cover_lines)
    zero = [section for section in outline.sections if not section.number]
    assert [part.number for s in zero for part in s.parts if hasattr(part, "number")] == numbers
