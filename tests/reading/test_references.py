"""References in a sentence: into the policy itself, or into another document."""

import pytest

from policybook.reading.references import find_references


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Appeals are under rule 3.1 (see section 9).", ["rule 3.1", "section 9"]),
        ("Rules 3.1 and 3.4 apply.", ["rule 3.1", "rule 3.4"]),
        ("As in sections 3, 4 and 5.", ["section 3", "section 4", "section 5"]),
        ("See clauses 3.1 to 3.4.", ["clause 3.1", "clause 3.4"]),
        ("As paragraph 4(b) says.", ["paragraph 4(b)"]),
        ("Go back to step 3.", ["step 3"]),
        ("By criteria 1 and 3.", ["criterion 1", "criterion 3"]),
        ("The form is in Appendix B.", ["Appendix B"]),
        ("Use Appendices A and B.", ["Appendix A", "Appendix B"]),
        ("Under part 2 of this policy.", ["Part 2"]),
        ("They decide (see 4.2).", ["4.2"]),
        ("In section 4.2(a)(i) of our rules.", ["section 4.2(a)(i)"]),
        ("In\u00a0rule\u00a03.1 it says so.", ["rule 3.1"]),
    ],
)
def test_references_are_found(text: str, words: list[str]) -> None:
    assert [r.words for r in find_references(text) if r.is_sure] == words


@pytest.mark.parametrize(
    "text",
    [
        "Under section 89 of the Education and Inspections Act 2006 the head may act.",
        "Section 89(5) applies, and so does section 17A.",
        "See paragraph 12 of KCSIE.",
        "Part 3 of the guidance says so.",
        "See Article 8.",
        "Under the Equality Act 2010, section 6 applies.",
        "As in section 4 of the Behaviour Policy.",
        "Part of a pupil's day, and a section on phones.",
        "Step 3: tell the office.",
        "Section 3 of their contract.",
        "Staff in the clause a lawyer wrote.",
        "Sections 2010 and 10%.",
        "",
    ],
)
def test_references_elsewhere_are_left_alone(text: str) -> None:
    assert [r.words for r in find_references(text) if r.is_sure] == []


def test_link_covers_noun_and_number() -> None:
    text = "Rules 3.1 and 3.4 apply."
    spans = [text[r.start : r.end] for r in find_references(text)]
    numbers = [text[r.number_start : r.number_start + 3] for r in find_references(text)]
    assert (spans, numbers) == (["Rules 3.1", "3.4"], ["3.1", "3.4"])
