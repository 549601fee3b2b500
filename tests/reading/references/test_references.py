"""References in a sentence: into the policy itself, or into another document."""

import pytest

from policybook.reading.references.references import find_beside, find_references


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
        "The Behaviour Policy, section 4.2, applies.",
        "See the behaviour policy (rule 4.2).",
        "As our complaints procedure, at section 3, says.",
        "Under the Staff Code: see section 5.1.",
        "As Uniform Policy rule 1.1 says.",
        "The Uniform Policy says in rule 1.1 that ties are blue.",
        "Rule 1.1 in our Uniform Policy applies.",
        "The Uniform Policy's rule 1.1 applies.",
        "The Health and Safety Policy lists them in section 4.",
        "Part of a pupil's day, and a section on phones.",
        "Step 3: tell the office.",
        "Section 3 of their contract.",
        "Section 3 of our prospectus applies.",
        "Rule 2.2 of our Anti-bullying Strategy applies.",
        "As the School Teachers' Pay and Conditions Document, section 2.2, says.",
        "Under the JCQ Instructions for conducting examinations 2025, section 2.2.",
        "Under section 2.2, JCQ Instructions, we act.",
        "The trust's articles of association (clause 2.2) bind us.",
        "As in the staff code of conduct (section 2.2).",
        "The EHC plan (section F, paragraph 2.2) says so.",
        "Under JCQ's rules (section 2.2).",
        "The union's rule 2.2 says so.",
        "Staff in the clause a lawyer wrote.",
        "Sections 2010 and 10%.",
        "",
    ],
)
def test_references_elsewhere_are_left_alone(text: str) -> None:
    assert [r.words for r in find_references(text) if r.is_sure] == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Sections 1-4 apply.", ["1", "4"]),
        ("Sections 1–4 apply.", ["1", "4"]),
        ("Under rules 2.1-2.8 now.", ["2.1", "2.8"]),
        ("Under rule 2.1-2.8 now.", ["2.1", "2.8"]),
        ("See rules 2.1/2.8.", ["2.1", "2.8"]),
        ("As steps 1/2 say.", ["1", "2"]),
        # One number with a hyphen, a date, a year.
        ("Under section 5-2 now.", []),
        ("By step 3/4/2026 at last.", []),
        ("See sections 1-4-2020.", []),
        ("See sections 4-A.", []),
    ],
)
def test_ranges_have_both_ends(text: str, numbers: list[str]) -> None:
    assert [r.number for r in find_references(text)] == numbers


def test_link_covers_noun_and_number() -> None:
    text = "Rules 3.1 and 3.4 apply."
    spans = [text[r.start : r.end] for r in find_references(text)]
    numbers = [text[r.number_start : r.number_start + 3] for r in find_references(text)]
    assert (spans, numbers) == (["Rules 3.1", "3.4"], ["3.1", "3.4"])


@pytest.mark.parametrize(
    "text",
    [
        "This policy, section 4, says so.",
        "Our school's section 4 says so.",
        "Staff plan, as section 4 says.",
        "As section 4 of our rules says.",
        "The rest of this policy (section 4) says so.",
        "The Head decides. See section 4 and the Behaviour Policy.",
        "The Behaviour Policy applies too. Section 4 says so.",
        "Teachers plan their lessons as section 4 says.",
        "School policy is in section 4.",
    ],
)
def test_this_policy_is_no_other(text: str) -> None:
    assert [r.words for r in find_references(text)] == ["section 4"]


def test_procedures_in_a_part_are_ours() -> None:
    text = "The clearance procedures in Part A of this code apply."
    assert [r.words for r in find_references(text)] == ["Part A"]


#: What the text says about NAME, the name of another policy.
@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Section 4 of the NAME applies.", ["section 4"]),
        ("See rules 4.1 and 4.2 of the school's NAME.", ["rule 4.1", "rule 4.2"]),
        ("Appendix B to the “NAME” has it.", ["Appendix B"]),
        ("The NAME, section 4.2, applies.", ["section 4.2"]),
        ("Our NAME (see section 4.2) applies.", ["section 4.2"]),
        ("Our NAME (section 4.2) applies.", ["section 4.2"]),
        ("The NAME applies. Section 4 does not.", []),
        ("The NAME, section 4 of the Equality Act 2010 and the code apply.", []),
        ("Section 4 and the NAME apply.", []),
        ("The NAME applies.", []),
        ("As NAME rule 1.1 says.", ["rule 1.1"]),
        ("The NAME's rule 1.1 applies.", ["rule 1.1"]),
        ("Rule 1.1 in our NAME applies.", ["rule 1.1"]),
    ],
)
def test_parts_beside_a_name(text: str, parts: list[str]) -> None:
    start = text.index("NAME")
    assert [r.words for r in find_beside(text, start, start + 4)] == parts
