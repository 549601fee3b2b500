"""Where references lead in a policy that brings its own numbers."""

import pytest
from builders import load_version, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.references.reference_targets import find_in_version
from policybook.reading.texts import clauses

PIECES = (
    "step", "3", "4", "of", "section", "2.1", "(b)", "paragraph", "\n\n", "\n\n- (a)", "Part", "II", "and", ",",
    "stage", "as", "the Act", "1.1(a)(i)", "Appendix", "B", "1.1", "\n\n1.", "see", ".", "steps", "Points", "A.4",
)  # fmt: skip
BODY = """## 1. Aims

1.1 We will:

- (a) act, as {inside} says:
    - (i) now
    - (ii) later
- (b) wait.

1.2 {text}

## 2. Stage 2: the panel

2.1 In this order.

1. ask
2. wait
3. write

2.2 Again.

1. ask
2. wait

2.3 {below}

## A. Scope

4. plan
5. do

## Appendix B: Form

B.1 Name.

## Part II The plan

{far}
"""


def targets(text: str = "x", **places: str) -> list[tuple[str, str, bool]]:
    """Return each reference as typed, its target, and whether it surely leads nowhere."""
    values = {"inside": "x", "below": "x", "far": "x", "text": text, **places}
    version = load_version(make_text(BODY.format(**values), numbering="own"))
    return [(p.typed, p.target, p.is_dead) for p in find_in_version(version)]


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Under 1.1(a)(ii) they act.", "1.1(a)(ii)", "s1-1-a-ii"),
        ("Staff act as paragraph 1.1(b) says.", "paragraph 1.1(b)", "s1-1-b"),
        ("Staff act as 1.1 says.", "1.1", "s1-1"),
        ("See also 2.1 first.", "2.1", "s2-1"),
        ("See also section 2 first.", "section 2", "s2"),
        ("Paragraph (b) applies.", "Paragraph (b)", "s1-1-b"),
        ("Go to step 3 now.", "step 3", "s2-1-3"),
        ("Go to step 2 of section 2.1 now.", "step 2 of section 2.1", "s2-1-2"),
        ("Go to step 2 of 2.2 now.", "step 2 of 2.2", "s2-2-2"),
        ("By criterion 3 they fail.", "criterion 3", "s2-1-3"),
        ("It is at stage 2 then.", "stage 2", "s2"),
        ("The form is in Appendix B now.", "Appendix B", "s4"),
        ("The table in Part II has it.", "Part II", "s5"),
        ("As section A says.", "section A", "s3"),
        ("After step A.4 they stop.", "step A.4", "sA-4"),
    ],
)
def test_reference_leads_to_its_place(text: str, words: str, target: str) -> None:
    assert targets(text) == [(words, target, False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What section 9.4 says applies.", "section 9.4"),
        ("Under 1.1(z) they act.", "1.1(z)"),
        ("Paragraph (z) applies.", "Paragraph (z)"),
        ("The form is in Appendix 2 now.", "Appendix 2"),
        ("Go to step 4 of section 2.1 now.", "step 4 of section 2.1"),
        ("Go to step 2 of section 9.4 now.", "step 2 of section 9.4"),
        ("It is at stage 3 then.", "stage 3"),
        ("See section 7 first.", "section 7"),
    ],
)
def test_reference_that_leads_nowhere(text: str, words: str) -> None:
    assert targets(text) == [(words, "", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Under section 29 of the Education Act 2002 they may.",
        "As section 2 of the Behaviour Policy says.",
        "Pupils in key stage 2 may.",
        "A ratio of 1.1 to 2.1 is kept.",
        "In 1.1 hours, or at 2.1 %.",
        "Points 3 and 4 of the agenda.",
        "The item 9 on the list.",
        "It rises to 4.3 then.",
        "(a) and (b) apply.",
        "Part of a day, and a section on phones.",
    ],
)
def test_other_words(text: str) -> None:
    assert targets(text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_text_has_places(text: str) -> None:
    version = load_version(make_text(f"## 1. A\n\n{text}\n", numbering="own"))
    ids = {c.id for c in clauses.walk_sections(version.sections)} | {s.id for s in version.sections}
    for place in find_in_version(version):
        assert place.target in {"", *ids}
        assert place.typed in text.replace("\n", " ") + place.clause.text


def test_letter_is_of_its_own_clause() -> None:
    assert targets(inside="paragraph (b)") == [("paragraph (b)", "s1-1-b", False)]


def test_step_is_of_the_list_above() -> None:
    assert targets(below="After step 2 go on.") == [("step 2", "s2-2-2", False)]
    # Two lists have it, and neither is near.
    assert targets(far="After step 2 go on.") == [("step 2", "", False)]


def test_number_beside_a_law_is_unclear() -> None:
    assert targets("The Education Act binds us. See section 2.") == [("section 2", "", False)]


def test_two_clauses_with_one_number() -> None:
    assert targets("As 2.1 says.", far="2.1 Again.") == [("2.1", "", False)]


def test_item_of_a_list_is_no_section() -> None:
    body = "## Aims\n\nWe ask for this.\n\n1. a blazer;\n2. a tie.\n\n## Help\n\nSee section 1.\n"
    (place,) = find_in_version(load_version(make_text(body, numbering="own")))
    assert (place.typed, place.target) == ("section 1", "")


INSERTED = """## 18. Bags

18.1 Bags are small.

18.1A Bags are blue.

2.5m of rope is kept.

## 19A. Hats

19A.1 {}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See rule 18.1A.", [("rule 18.1A", "s18-1A", False)]),
        ("See 18.1A and section 19A.", [("18.1A", "s18-1A", False), ("section 19A", "s2", False)]),
        ("Under rule 18.1C.", [("rule 18.1C", "", True)]),
        (
            "Subject to 18.1A, as 19A.1 says.",
            [("18.1A", "s18-1A", False), ("19A.1", "s19A-1", False)],
        ),
        ("Under rule 18.1bis.", [("rule 18.1bis", "", True)]),
        ("As §18.1 says.", [("§18.1", "s18-1", False)]),
        ("As §7.4 says.", [("§7.4", "", True)]),
        ("Under the AMS Bylaw 18.1(a).", []),
    ],
)
def test_inserted_numbers_are_places(text: str, expected: list[tuple[str, str, bool]]) -> None:
    version = load_version(make_text(INSERTED.format(text), numbering="own"))
    assert [(p.typed, p.target, p.is_dead) for p in find_in_version(version)] == expected
    numbers = [clause.number for clause in clauses.walk_sections(version.sections)]
    assert numbers == ["18.1", "18.1A", "18.1A ¶2", "19A.1"]
