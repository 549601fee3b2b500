"""Where the references of a version lead."""

import pytest
from builders import load_version, make_text

from policybook.reading.references.reference_targets import find_in_version


def targets(body: str) -> list[tuple[str, str, bool]]:
    """Return each reference with the id of its target, and whether it surely leads nowhere."""
    return [
        (place.reference.words, place.target, place.is_dead)
        for place in find_in_version(load_version(make_text(body)))
    ]


STEPS = "## Steps\n\nTo appeal:\n\n1. ask\n2. wait\n3. write\n\nThen go back to {}.\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A\n\nOne.\n\n## B\n\nUnder rule 1.1.\n", ("rule 1.1", "s1-1", False)),
        ("## A\n\nSee section 2 first.\n\n## B\n\nTwo.\n", ("section 2", "s2", False)),
        ("## A\n\nOne:\n\n- a\n- b\n\nUnder rule 1.1(b).\n", ("rule 1.1(b)", "s1-1-b", False)),
        ("## A\n\nOne:\n\n- a\n\nAs paragraph 1(a) says.\n", ("paragraph 1(a)", "s1-1-a", False)),
        (STEPS.format("step 2"), ("step 2", "s1-1-2", False)),
        (STEPS.format("step 9"), ("step 9", "", True)),
        # The guidance may have the step, a table, a heading, or another list.
        ("## A\n\n1. a\n2. b\n\nThe guidance has it.\n\nGo to step 9.\n", ("step 9", "", False)),
        ("## A\n\n1. a\n2. b\n\n| A |\n| - |\n| Step 9 now. |\n", ("step 9", "", False)),
        ("## A\n\n1. a\n2. b\n\nTo step 9.\n\n### Step 8\n\nX.\n", ("step 9", "", False)),
        ("## A\n\n1. a\n2. b\n\nOr:\n\n1. c\n2. d\n\nTo step 9.\n", ("step 9", "", False)),
        ("## A\n\nUse Appendix B now.\n\n## Appendix B: Form\n\nX.\n", ("Appendix B", "s2", False)),
        ("## A\n\nSee step 2 below.\n\n### Step 2\n\nX.\n", ("step 2", "s1-g1", False)),
        ("## A\n\nSee Appendix 2 now.\n", ("Appendix 2", "", True)),
        ("## A\n\nUnder rule 4.1 now.\n", ("rule 4.1", "", True)),
        ("## A\n\nSee section 9 first.\n", ("section 9", "", True)),
        ("## A\n\nUnder clause 7 now.\n", ("clause 7", "", True)),
        # It may be the first rule of a section.
        ("## A\n\nUnder rule 1 now.\n", ("rule 1", "", False)),
        ("## A\n\nThe Act binds us.\n\nUnder clause 7 now.\n", ("clause 7", "", False)),
        # It may be section 9 of that Act.
        ("## A\n\nThe Act binds us.\n\nSee section 9 first.\n", ("section 9", "", False)),
        # The words say that it is ours.
        ("## A\n\nThe Act binds us.\n\nSee section 9 below.\n", ("section 9", "", True)),
        ("## A\n\nThe Act and section 1 of this policy.\n", ("section 1", "s1", False)),
        ("## A\n\nThe Act binds us.\n\nUse Appendix Q below.\n", ("Appendix Q", "", True)),
        # A heading has the very name, and the sentence names no law.
        (
            "## A\n\nThe Act binds us.\n\nSee Schedule 4 now.\n\n## Schedule 4 - Fees\n\nX.\n",
            ("Schedule 4", "s2", False),
        ),
        (
            "## A\n\nSchedule 4 to the Act binds us.\n\nSee Schedule 4 now.\n\n"
            "## Schedule 4 - Fees\n\nX.\n",
            ("Schedule 4", "", False),
        ),
        # The author's own numbers count.
        (
            "## 3. A\n\nOne.\n\n## 4. B\n\nSee section 3 first.\n",
            ("section 3", "s1", False),
        ),
        # It is no name: "Section 8.5 does not apply".
        (
            "## A\n\nSection 8.5 does not apply.\n\nSee rule 1.1 first.\n",
            ("rule 1.1", "s1-1", False),
        ),
        # Without sections, "section 9" means something else.
        ("See section 9 first.\n", ("section 9", "", False)),
        # Two places fit.
        (
            "## A\n\nUse Appendix B now.\n\n## Appendix B: X\n\nX.\n\n## Appendix B: Y\n\nY.\n",
            ("Appendix B", "", False),
        ),
        ("## A\n\n| A |\n| - |\n| See rule 1.2 now. |\n| b |\n", ("rule 1.2", "s1-2", False)),
    ],
)
def test_reference_leads_to_its_place(body: str, expected: tuple[str, str, bool]) -> None:
    assert targets(body)[-1] == expected


LISTS = (
    "## A\n\nOne {}.\n\nTwo:\n\n- x\n- y\n\n## B\n\nTo lock:\n\n1. look\n2. shut\n3. turn\n\n"
    "## Appendix B: Forms\n\nBlue.\n\nRed.\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # As pages label the items of a numbered list.
        ("sees 2.1(2) first", ("2.1(2)", "s2-1-2", False)),
        ("obeys rule 2.1(3)", ("rule 2.1(3)", "s2-1-3", False)),
        ("obeys rule 2.1(7)", ("rule 2.1(7)", "", True)),
        ("sees 2.1(9) first", ("2.1(9)", "", True)),
        ("sees 1.2(c) first", ("1.2(c)", "", True)),
        # Rule 1.1 has no items: the number may be of another document.
        ("sees 1.1(c) first", ("1.1(c)", "", False)),
        # A bracket after a space is the item, if there is one.
        ("under rule 1.2 (b) acts", ("rule 1.2(b)", "s1-2-b", False)),
        ("under rule 1.1 (a) acts and (b) rests", ("rule 1.1(a)", "s1-1", False)),
        # An appendix has rules of its own.
        ("fills in B.1 (see B.2)", ("B.2", "s3-2", False)),
        ("obeys rule B.9", ("rule B.9", "", True)),
        ("obeys rule C.1", ("rule C.1", "", False)),
        ("uses Appendix D", ("Appendix D", "", True)),
        ("uses Annex B", ("Annex B", "", True)),
        # Signs and words that lead to a number.
        ("acts as in 1.2", ("1.2", "s1-2", False)),
        ("acts on 1.2 above", ("1.2", "s1-2", False)),
        ("acts on 2.1 overleaf", ("2.1", "s2-1", False)),
        ("acts (§1.2)", ("1.2", "s1-2", False)),
        ("acts under s. 1.2", ("1.2", "s1-2", False)),
        ("acts on point 1.2", ("1.2", "s1-2", False)),
        ("acts under 1.2", ("1.2", "s1-2", False)),
        ("acts as said in 1.2", ("1.2", "s1-2", False)),
        ("acts in line with 1.2", ("1.2", "s1-2", False)),
        ("refers to 1.2", ("1.2", "s1-2", False)),
        ("keeps the list in 1.2", ("1.2", "s1-2", False)),
        ("acts, as 1.2 says", ("1.2", "s1-2", False)),
        ("acts under No. 1.2", ("1.2", "s1-2", False)),
        ("obeys rule 1.2b", ("rule 1.2b", "s1-2-b", False)),
        ("acts under cl. 1.2", ("1.2", "s1-2", False)),
        ("acts under Cl 1.2", ("1.2", "s1-2", False)),
        ("obeys r. 1.2", ("1.2", "s1-2", False)),
        ("obeys R 1.2", ("1.2", "s1-2", False)),
        ("acts under sec. 1.2", ("1.2", "s1-2", False)),
        ("acts under para.1.2", ("paragraph 1.2", "s1-2", False)),
        ("acts under pt 1.2", ("1.2", "s1-2", False)),
        ("acts under ¶ 1.2", ("1.2", "s1-2", False)),
        ("acts under s. 2", ("section 2", "s2", False)),
        ("acts (§2)", ("section 2", "s2", False)),
        ("acts under sec 2", ("section 2", "s2", False)),
        ("overrides 1.2 in an emergency", ("1.2", "s1-2", False)),
        ("is replaced by 1.2", ("1.2", "s1-2", False)),
        ("is subject to 1.2 of course", ("1.2", "s1-2", False)),
        ("amends 1.2 for boarders", ("1.2", "s1-2", False)),
        ("is an exception to 1.2", ("1.2", "s1-2", False)),
        ("obeys rules 1.2(a)–(b)", ("item (b)", "s1-2-b", False)),
        ("obeys rules 1.2(a) and (b)", ("item (b)", "s1-2-b", False)),
        ("obeys rule 1.2 (a) and (b)", ("item (b)", "s1-2-b", False)),
        ("is subject to 1.2(a) or (b)", ("item (b)", "s1-2-b", False)),
        ("obeys rules 1.2 (a) and 2.1", ("rule 2.1", "s2-1", False)),
        ("obeys rules 1.1 up to and including 2.1", ("rule 2.1", "s2-1", False)),
        ("obeys rules 1.1; 2.1", ("rule 2.1", "s2-1", False)),
        ("obeys rules 1.1, 1.2 and 2.1(2)", ("rule 2.1(2)", "s2-1-2", False)),
        # The words leave no doubt, and nothing has the number.
        ("acts (§ 9.4)", ("9.4", "", True)),
        ("acts under s.9.4", ("9.4", "", True)),
        ("sees 1.2 (see 8.8 above)", ("8.8", "", True)),
        ("obeys section 4.2.6", ("section 4.2.6", "", True)),
        ("obeys rule 1.1b", ("rule 1.1b", "", True)),
        ("obeys rule 1.1 (b)", ("rule 1.1(b)", "", True)),
        ("obeys article 9 below", ("Article 9", "", True)),
        ("obeys Part 3 below", ("Part 3", "", True)),
        ("uses App. C", ("Appendix C", "", True)),
        # Where nothing has the number, it may be a quantity.
        ("acts on point 7.2", ("7.2", "", False)),
        # The only list of steps is in another section.
        ("starts with step 2", ("step 2", "s2-1-2", False)),
        ("starts with step 5", ("step 5", "", True)),
        ("meets criterion 7", ("criterion 7", "", True)),
    ],
)
def test_other_forms_of_references(words: str, expected: tuple[str, str, bool]) -> None:
    assert targets(LISTS.format(words))[-1] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("does step 2 of 2.1", [("step 2", "s2-1-2", False), ("2.1", "s2-1", False)]),
        (
            "does items (a) and (b) of 1.2",
            [("item (a)", "s1-2-a", False), ("item (b)", "s1-2-b", False), ("1.2", "s1-2", False)],
        ),
        ("obeys the rule at 1.2", [("1.2", "s1-2", False)]),
        ("obeys rule number 1.2", [("1.2", "s1-2", False)]),
        ("obeys both 1.2 and 2.1", [("1.2", "s1-2", False), ("2.1", "s2-1", False)]),
        ("does step 2 of rule 2.1", [("step 2", "s2-1-2", False), ("rule 2.1", "s2-1", False)]),
        ("does step 9 of rule 2.1", [("step 9", "", True), ("rule 2.1", "s2-1", False)]),
        (
            "does point (b) of rule 1.2",
            [("point (b)", "s1-2-b", False), ("rule 1.2", "s1-2", False)],
        ),
        (
            "does items (a) and (b) of rule 1.2",
            [
                ("item (a)", "s1-2-a", False),
                ("item (b)", "s1-2-b", False),
                ("rule 1.2", "s1-2", False),
            ],
        ),
        (
            "does paragraph 2 of section 1",
            [("paragraph 2", "s1-2", False), ("section 1", "s1", False)],
        ),
        ("does step 3 of section 2", [("step 3", "s2-1-3", False), ("section 2", "s2", False)]),
        # Rule 1.1 has no items.
        ("does step 9 of rule 1.1", [("step 9", "", True), ("rule 1.1", "s1-1", False)]),
    ],
)
def test_items_of_a_rule(words: str, expected: list[tuple[str, str, bool]]) -> None:
    assert targets(LISTS.format(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "runs 1.2 metres",
        "is as in 1.2 million homes",
        "adds 1.2 above the mean",
        "is worth £1.2(b)",
        "has a grade point 1.2",
        "obeys s. 1.2 of the Education Act 1996",
        "obeys 2.1(2) of the Lettings Policy",
        "obeys step 2 of rule 2.1 of the Lettings Policy",
        "sits in room B.1",
        "obeys the AMS Bylaw 1.2(b)",
        "runs under 1.2 seconds",
        "overrides 1.2 metres of fence",
        "needs rope (see 1.2 m of it)",
        "replaces version 1.2",
        "replaces 1.2 in this version",
        "follows 1.2 pupils",
        "replaces £1.20 of the fee",
        "breaks 1.2 % of the rules",
        "scores under 1.2",
        "is version 1.2 above",
        "has form No. 1.2",
        "obeys section 1.2 of our constitution",
    ],
)
def test_numbers_that_are_no_reference(words: str) -> None:
    assert targets(LISTS.format(words)) == []


def test_law_nearby_may_have_the_step() -> None:
    body = (
        LISTS.format("binds")
        + "\n## C\n\n{}\n\nPlain words.\n\n1. a\n2. b\n3. c\n\nGo to step 5.\n"
    )
    assert targets(body.format("The Act binds us."))[-1] == ("step 5", "", True)
    near = body.replace("Plain words.", "The Act binds us.").replace("{}", "Plain.")
    near = near.replace("3. c\n\n", "3. as the guidance says\n\n")
    assert targets(near)[-1] == ("step 5", "", False)


def test_foreign_numbering_is_left_alone() -> None:
    body = "## A\n\nSee section 1.1, and not section 8.0.3 or section 4.2.\n"
    assert [target for _, target, _ in targets(body)] == ["", "", ""]
    assert [is_dead for _, _, is_dead in targets(body)] == [False, True, True]


def test_subheading_does_not_hide_references() -> None:
    body = "## A\n\n### Scope\n\nSee 2.2 above, and §2.1.\n\n## B\n\n### C\n\nOne.\n\nTwo.\n"
    # "2.1" may be the first sub-heading.
    assert targets(body) == [("2.2", "s2-2", False), ("2.1", "", False)]


def test_headings_have_references() -> None:
    body = "## A\n\n### See rule 2.1 on fees\n\nOne.\n\n## Section 2 on B\n\nTwo.\n"
    assert targets(body) == [("rule 2.1", "s2-1", False)]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("- Go home\n- Rule 2.1\n", [("rule 2.1", "s2-1", False)]),
        ("- Go home\n- **Section 2**.\n", [("section 2", "s2", False)]),
        (
            "- Go home\n- Rules 2.1 and 1.1\n",
            [("rule 2.1", "s2-1", False), ("rule 1.1", "s1-1", False)],
        ),
        ("| A | B |\n| - | - |\n| Form | Appendix C |\n", [("Appendix C", "s3", False)]),
        ("| A | B |\n| - | - |\n| Step 1 | Ask. |\n", []),
        ("- Step 1\n- Step 2\n", []),
        # A paragraph may be a rule that names itself.
        ("Rule 2.1\n", []),
    ],
)
def test_whole_items_and_cells_are_references(
    part: str, expected: list[tuple[str, str, bool]]
) -> None:
    body = f"## A\n\nThese bind all:\n\n{part}\n## B\n\nGo.\n\n## Appendix C: Form\n\nX.\n"
    assert targets(body) == expected


def test_item_that_cites_a_rule_is_not_that_rule() -> None:
    body = "## A\n\nThese bind all:\n\n- Rule 2.1\n- Section 2\n\nAs rule 2.1 says, go.\n\n"
    assert targets(f"{body}## B\n\nGo home.")[-1] == ("rule 2.1", "s2-1", False)
