"""What a change does: a table of edits, each with the weights that a governor is to be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.redline import changes_to_read, term_sorts, terms
from policybook.redline.types import Direction, Matter, Weight
from policybook.redline.weight import weights
from policybook.redline.weight_words import describe

from .made import compare

M = Matter
D = Direction

EDITS = [
    # duties made stronger
    ("Staff should report it.", "Staff must report it.", M.STRONGER, "‘should’ became ‘must’"),
    ("Pupils may wear a badge.", "Pupils must wear a badge.", M.STRONGER, "‘may’ became ‘must’"),
    (
        "Parents are encouraged to attend.",
        "Parents are expected to attend.",
        M.STRONGER,
        "‘are encouraged to’ became ‘are expected to’",
    ),
    ("Visitors will sign in.", "Visitors must sign in.", M.STRONGER, "‘will’ became ‘must’"),
    (
        "Staff can lock the door.",
        "Staff should lock the door.",
        M.STRONGER,
        "‘can’ became ‘should’",
    ),
    (
        "Governors should attend training.",
        "Governors are required to attend training.",
        M.STRONGER,
        "‘should’ became ‘are required to’",
    ),
    ("Staff log the call.", "Staff must log the call.", M.STRONGER, "‘must’ added"),
    (
        "Phones should not be used.",
        "Phones must not be used.",
        M.STRONGER,
        "‘should not’ became ‘must not’",
    ),
    (
        "Images will not be kept.",
        "Images must never be kept.",
        M.STRONGER,
        "‘will not’ became ‘must never’",
    ),
    # duties made weaker
    ("Staff must report it.", "Staff should report it.", M.WEAKER, "‘must’ became ‘should’"),
    ("The office shall reply.", "The office may reply.", M.WEAKER, "‘shall’ became ‘may’"),
    (
        "Parents have to sign.",
        "Parents are asked to sign.",
        M.WEAKER,
        "‘have to’ became ‘are asked to’",
    ),
    ("Staff must lock the door.", "Staff lock the door.", M.WEAKER, "‘must’ removed"),
    ("Pupils must not run.", "Pupils should not run.", M.WEAKER, "‘must not’ became ‘should not’"),
    ("Parents must reply.", "Parents need not reply.", M.WEAKER, "‘must’ became ‘need not’"),
    (
        "We will tell parents.",
        "We would encourage telling parents.",
        M.DUTY,
        "‘will’ became ‘would’",
    ),
    # worded differently
    ("Staff must sign.", "Staff are required to sign.", M.DUTY, "‘must’ became ‘are required to’"),
    ("Pupils may leave.", "Pupils can leave.", M.DUTY, "‘may’ became ‘can’"),
    ("The head decides.", "The head may decide.", M.DUTY, "‘may’ added"),
    (
        "Staff must not smoke.",
        "Staff are forbidden to smoke.",
        M.DUTY,
        "‘must not’ became ‘are forbidden’",
    ),
    # prohibitions
    (
        "Pupils may use phones.",
        "Pupils must not use phones.",
        M.PROHIBITED,
        "‘may’ became ‘must not’",
    ),
    (
        "Staff may post images.",
        "Staff may not post images.",
        M.PROHIBITED,
        "‘may’ became ‘may not’",
    ),
    ("Share links with care.", "Never share links.", M.PROHIBITED, "‘never’ added"),
    (
        "Dogs are allowed on site.",
        "Dogs are not allowed on site.",
        M.PROHIBITED,
        "‘are allowed’ became ‘are not allowed’",
    ),
    (
        "Vaping is dealt with by the head.",
        "Vaping is prohibited.",
        M.PROHIBITED,
        "‘is prohibited’ added",
    ),
    ("Share passwords only by hand.", "Do not share passwords.", M.PROHIBITED, "‘do not’ added"),
    (
        "Staff must not befriend pupils online.",
        "Staff may befriend pupils online.",
        M.LIFTED,
        "‘must not’ became ‘may’",
    ),
    (
        "Pupils cannot enter the kitchen.",
        "Pupils can enter the kitchen.",
        M.LIFTED,
        "‘cannot’ became ‘can’",
    ),
    (
        "Skateboards are banned.",
        "Skateboards are kept in the rack.",
        M.LIFTED,
        "‘are banned’ removed",
    ),
    ("Staff won’t share data.", "Staff will share data.", M.LIFTED, "‘won't’ became ‘will’"),
    ("Pupils may leave.", "No pupil may leave.", M.PROHIBITED, "‘may’ became ‘no … may’"),
    (
        "No member of staff should reply.",
        "No member of staff may reply.",
        M.STRONGER,
        "‘no … should’ became ‘no … may’",
    ),
    (
        "Neither should they post images.",
        "Neither may they post images.",
        M.STRONGER,
        "‘neither … should’ became ‘neither … may’",
    ),
    ("No one may leave early.", "Pupils may leave early.", M.LIFTED, "‘no … may’ became ‘may’"),
    # not
    (
        "The school accepts liability.",
        "The school does not accept liability.",
        M.NEGATION,
        "‘not’ added",
    ),
    ("This is no excuse.", "This is an excuse.", M.NEGATION, "‘no’ removed"),
    (
        "If parents reply, we close it.",
        "If parents do not reply, we close it.",
        M.NEGATION,
        "‘not’ added",
    ),
    # ages and year groups
    (
        "Children under 13 need consent.",
        "Children under 16 need consent.",
        M.AGE,
        "under 13 → under 16",
    ),
    (
        "Pupils aged 11 to 14 take part.",
        "Pupils aged 11 to 16 take part.",
        M.AGE,
        "aged 11 to 14 → aged 11 to 16",
    ),
    (
        "You must be 13 years old.",
        "You must be 14 years old.",
        M.AGE,
        "13 years old → 14 years old",
    ),
    (
        "Pupils in Year 5 may walk home.",
        "Pupils in Year 6 may walk home.",
        M.AGE,
        "Year 5 → Year 6",
    ),
    ("This is for Key Stage 1.", "This is for Key Stage 2.", M.AGE, "Key Stage 1 → Key Stage 2"),
    ("Anyone over 18 may apply.", "Anyone over 21 may apply.", M.AGE, "over 18 → over 21"),
    # deadlines and periods
    (
        "We reply within 14 school days.",
        "We reply within 10 school days.",
        M.DEADLINE,
        "14 → 10 school days",
    ),
    (
        "We reply within 10 school days.",
        "We reply within 10 working days.",
        M.DEADLINE,
        "10 school days → 10 working days",
    ),
    ("Kept for seven years.", "Kept for six years.", M.DEADLINE, "seven → six years"),
    ("Report it within a week.", "Report it immediately.", M.DEADLINE, "a week → immediately"),
    (
        "Report it as soon as possible.",
        "Report it within 24 hours.",
        M.DEADLINE,
        "as soon as possible → 24 hours",
    ),
    ("Reviewed annually.", "Reviewed every two years.", M.DEADLINE, "annually → two years"),
    (
        "Reports go to governors termly.",
        "Reports go to governors monthly.",
        M.DEADLINE,
        "termly → monthly",
    ),
    (
        "Tell the office on the same day.",
        "Tell the office the next working day.",
        M.DEADLINE,
        "the same day → the next working day",
    ),
    # dates and times
    (
        "It starts on 1 September 2025.",
        "It starts on 1 September 2026.",
        M.DATE,
        "1 September 2025 → 1 September 2026",
    ),
    ("It starts in May 2026.", "It starts in June 2026.", M.DATE, "May 2026 → June 2026"),
    ("Doors close at 8.50am.", "Doors close at 8.45am.", M.DATE, "8.50am → 8.45am"),
    (
        "Review: academic year 2024.",
        "Review: academic year 2026.",
        M.DATE,
        "academic year 2024 → academic year 2026",
    ),
    (
        "Reviewed in the autumn term.",
        "Reviewed in the spring term.",
        M.DATE,
        "autumn term → spring term",
    ),
    ("Due on 31/08/2025.", "Due on 31/08/2026.", M.DATE, "31/08/2025 → 31/08/2026"),
    ("The club meets on Mondays.", "The club meets on Tuesdays.", M.DATE, "Mondays → Tuesdays"),
    # numbers
    (
        "A password has 8 characters.",
        "A password has 12 characters.",
        M.NUMBER,
        "8 → 12 characters",
    ),
    ("A charge of £5 is made.", "A charge of £7.50 is made.", M.NUMBER, "£5 → £7.50"),
    ("Attendance of 95% is good.", "Attendance of 96% is good.", M.NUMBER, "95% → 96%"),
    (
        "Two governors sit on the panel.",
        "Three governors sit on the panel.",
        M.NUMBER,
        "Two → Three governors",
    ),
    ("Call 01724 111111.", "Call 01724 222222.", M.NUMBER, "111111 → 222222"),
    ("Groups of 1 adult to 8.", "Groups of 1 adult to 6.", M.NUMBER, "8 → 6"),
    # law
    (
        "See the Data Protection Act 1998.",
        "See the Data Protection Act 2018.",
        M.LAW,
        "Data Protection Act 1998 → Data Protection Act 2018",
    ),
    (
        "Under the Education Act 2002.",
        "Under the Education Act 2011.",
        M.LAW,
        "Education Act 2002 → Education Act 2011",
    ),
    ("In line with GDPR.", "In line with UK GDPR.", M.LAW, "GDPR → UK GDPR"),
    (
        "Read Keeping Children Safe in Education 2023.",
        "Read Keeping Children Safe in Education 2025.",
        M.LAW,
        "Keeping Children Safe in Education 2023 → Keeping Children Safe in Education 2025",
    ),
    (
        "Under section 175 of the Education Act 2002.",
        "Under section 157 of the Education Act 2002.",
        M.LAW,
        "section 175 of the Education Act 2002 → section 157 of the Education Act 2002",
    ),
    (
        "As the Freedom of Information Act 2000 says.",
        "As the Equality Act 2010 says.",
        M.LAW,
        "Freedom of Information Act 2000 → Equality Act 2010",
    ),
    # people and bodies
    (
        "Ask the headteacher.",
        "Ask the deputy headteacher.",
        M.BODY,
        "headteacher → deputy headteacher",
    ),
    (
        "The governing body decides.",
        "The trust board decides.",
        M.BODY,
        "governing body → trust board",
    ),
    ("Tell Mrs Khan.", "Tell Mr Lewis.", M.BODY, "Mrs Khan → Mr Lewis"),
    (
        "Write to office@oakfield.example.",
        "Write to head@oakfield.example.",
        M.BODY,
        "office@oakfield.example → head@oakfield.example",
    ),
    (
        "Staff and volunteers sign.",
        "Staff, governors and volunteers sign.",
        M.BODY,
        "governors added",
    ),
    ("The DSL keeps the record.", "The SENCO keeps the record.", M.BODY, "DSL → SENCO"),
    # conditions and references
    (
        "Photographs are taken.",
        "Photographs are taken unless a family objects.",
        M.CONDITION,
        "‘unless’ added",
    ),
    (
        "Doors stay shut.",
        "Doors stay shut where practicable.",
        M.CONDITION,
        "‘where practicable’ added",
    ),
    ("Follow section 3.2.", "Follow section 3.4.", M.REFERENCE, "section 3.2 → section 3.4"),
    ("See Appendix A.", "See Appendix B.", M.REFERENCE, "Appendix A → Appendix B"),
    # wording only
    ("We like kind words.", "We value kind words.", M.CONTENT, ""),
    ("Keep it for two years.", "Keep it for 2 years.", M.WORDING, ""),
    ("The head teacher is told.", "The headteacher is told.", M.WORDING, ""),
    ("A parent is told.", "Parents are told.", M.WORDING, ""),
    ("It helps; it works.", "It helps and it works.", M.WORDING, ""),
    ("Social media is fun.", "Social networking is fun.", M.CONTENT, ""),
    ("Staff may march in March.", "Staff may walk in March.", M.CONTENT, ""),
    (
        "All leaders must lead; they should ask.",
        "All leaders should lead; they should ask.",
        M.WEAKER,
        "‘must’ became ‘should’",
    ),
    (
        "Reviewed at least once a year.",
        "Reviewed at least twice a year.",
        M.DEADLINE,
        "once a year → twice a year",
    ),
    ("Ask the DSL.", "Ask the designated safeguarding lead.", M.WORDING, ""),
    ("A parent/carer signs it.", "A parent or carer signs it.", M.WORDING, ""),
    (
        "Doors open early.",
        "Doors open early. Ask the caretaker for help.",
        M.BODY,
        "caretaker added",
    ),
    ("Doors open early.", "Doors open early. We like fresh air.", M.CONTENT, ""),
    ("They use unauthorized software.", "They are using unauthorised software.", M.WORDING, ""),
    ("Photo’s of pupils are kept.", "The photos of pupils are kept.", M.WORDING, ""),
    # what came or went is of weight, but only a reader can tell which
    ("Permission must be given.", "Permission must be given in writing.", M.CONTENT, ""),
    ("An adult employed by the school.", "An adult who works for the school.", M.CONTENT, ""),
    ("Post on the Facebook page.", "Post on the official accounts.", M.CONTENT, ""),
    # what only looks like a duty or a prohibition, and what does not look like one
    (
        "Schools now have the duty to investigate.",
        "The school should investigate.",
        M.WEAKER,
        "‘have the duty to’ became ‘should’",
    ),
    (
        "The head has a duty of care to act.",
        "The head may act.",
        M.WEAKER,
        "‘has a duty of care to’ became ‘may’",
    ),
    (
        "Schools have no duty to act.",
        "Schools must act.",
        M.STRONGER,
        "‘have no duty to’ became ‘must’",
    ),
    (
        "Accounts are not to be shared.",
        "Accounts must not be shared.",
        M.DUTY,
        "‘are not to’ became ‘must not’",
    ),
    (
        "The teacher is to tell the head.",
        "The teacher must tell the head.",
        M.DUTY,
        "‘is to’ became ‘must’",
    ),
    ("The aim of this policy is to help.", "This policy helps as an aim.", M.WORDING, ""),
    (
        "Two holders keep the key.",
        "Two holders keep the key, so that the school never loses it.",
        M.NEGATION,
        "‘never’ added",
    ),
    (
        "Tell the office.",
        "Tell the office what filters should have stopped.",
        M.DUTY,
        "‘should’ added",
    ),
    (
        "Phones must be handed in, and the internet must be switched off.",
        "Phones must be handed in, switched off.",
        M.DUTY,
        "‘must’ removed",
    ),
    (
        "Staff must report it. Staff must keep a signed copy of the form.",
        "Staff must report it.",
        M.WEAKER,
        "‘must’ removed",
    ),
    (
        "Tell the named Child Protection person.",
        "Tell the DSL.",
        M.BODY,
        "Child Protection person → DSL",
    ),
    ("The LA will advise the school.", "The employer decides.", M.BODY, "LA → employer"),
    (
        "They should tell the pupil.",
        "The head teacher should tell the pupil and the headteacher.",
        M.BODY,
        "head teacher added",
    ),
    (
        "See the Data Protection Act 1998.",
        "See the UK GDPR and the Data Protection Act 2018.",
        M.LAW,
        "Data Protection Act 1998 → Data Protection Act 2018",
    ),
    ("Post no pictures.", "Post no pictures without consent.", M.CONDITION, "‘without’ added"),
    (
        "Keep to the law (the Data Protection Act 1998).",
        "Keep to the law (the Data Protection Act 2018).",
        M.LAW,
        "Data Protection Act 1998 → Data Protection Act 2018",
    ),
    (
        "It is illegal for an adult to pose as a child.",
        "No adult may pose as a child.",
        M.DUTY,
        "‘is illegal’ became ‘no … may’",
    ),
    ("Filters block illegal material.", "Filters block material.", M.CONTENT, ""),
    ("It is unlawful to copy it.", "Copy it.", M.LIFTED, "‘is unlawful’ removed"),
    (
        "You copy it.",
        "It is against the law to copy it.",
        M.PROHIBITED,
        "‘is against the law’ added",
    ),
    # signs
    ("the school is not at risk", "The school is not at risk.", M.SIGNS, ""),
    ("Red, white and blue.", "Red; white and blue.", M.SIGNS, ""),
    # clauses that are new or gone
    ("", "Staff must tell the office within 3 days.", M.STRONGER, "‘must’ added"),
    ("", "Our values are kindness and courage.", M.NEW, ""),
    ("Pupils must never swim alone.", "", M.LIFTED, "‘must never’ removed"),
    ("Our values are kindness and courage.", "", M.GONE, ""),
]


def test_the_table_is_long_enough() -> None:
    assert len(EDITS) >= 60


@pytest.mark.parametrize(("old", "new", "matter", "words"), EDITS)
def test_edit_has_its_main_weight(old: str, new: str, matter: Matter, words: str) -> None:
    first = weights(old, new)[0]
    assert (first.matter, describe(first)) == (matter, words)


@pytest.mark.parametrize(("old", "new", "matter", "words"), EDITS)
def test_no_sort_of_terms_is_missed(
    old: str, new: str, matter: Matter, words: str, monkeypatch
) -> None:
    expected = weights(old, new)
    monkeypatch.setattr(
        term_sorts, "differing_sorts", lambda *_: frozenset({"duties", "facts", "bodies"})
    )
    assert weights(old, new) == expected


def test_weights_are_most_important_first() -> None:
    result = weights(
        "Staff should reply within 14 school days.", "Staff must reply within 10 school days."
    )
    assert result == (
        Weight(matter=M.STRONGER, direction=D.REPLACED, old="should", new="must"),
        Weight(matter=M.DEADLINE, direction=D.REPLACED, old="14", new="10", unit="school days"),
    )


MODALS = st.sampled_from(
    ["must", "should", "may", "will", "shall", "can", "must not", "cannot", "ought to", "could"]
)
FIGURES = st.integers(0, 3000).map(str)
PLAIN = st.sampled_from(
    [
        "the",
        "pupils",
        "bring",
        "a",
        "coat",
        "to",
        "school,",
        "and",
        "Form",
        "in",
        "writing:",
        "(all)",
    ]
)
TEXTS = st.lists(st.one_of(PLAIN, PLAIN, PLAIN, MODALS, FIGURES), min_size=1, max_size=12).map(
    " ".join
)


@given(TEXTS, TEXTS)
def test_figures_and_modals_are_never_wording(old: str, new: str) -> None:
    if terms.modals(old) != terms.modals(new) or terms.figures(old) != terms.figures(new):
        assert M.WORDING not in {weight.matter for weight in weights(old, new)}


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_have_a_weight(old: str, new: str) -> None:
    assert weights(old, new)


def test_item_inherits_the_opening_duty() -> None:
    lead = "## A\n\nStaff must do all of these things every day:\n\n- lock the door of the office at night"
    comparison = compare(lead + "\n", lead + "\n- keep every key in the locked box\n")
    (change,) = changes_to_read(comparison)
    assert change.weights == (Weight(matter=M.STRONGER, direction=D.ADDED, new="must"),)
    (gone,) = changes_to_read(compare(lead + "\n- keep every key in the locked box\n", lead + "\n"))
    assert gone.weights == (Weight(matter=M.WEAKER, direction=D.REMOVED, old="must"),)


def test_permission_does_not_hide_inherited_duty() -> None:
    lead = "## A\n\nIf a parent may be at fault, the head must:\n\n- write down what was said and when it was said"
    (change,) = changes_to_read(
        compare(lead + "\n", lead + "\n- ring the council where a child may be at risk\n")
    )
    assert change.weights[0] == Weight(matter=M.STRONGER, direction=D.ADDED, new="must")


def test_figures_are_set_against_their_places() -> None:
    result = weights("The rooms are 11, 12, 13, 19.", "The rooms are 19, 14, 15, 16.")
    # To keep the 19 would be to take three figures out and to add three.
    assert [(weight.old, weight.new) for weight in result] == [
        ("11", "19"),
        ("12", "14"),
        ("13", "15"),
        ("19", "16"),
    ]


def test_a_prohibition_says_its_negation() -> None:
    result = weights("Staff may enter with no badge.", "Staff must not enter with a badge.")
    assert [weight.matter for weight in result] == [M.PROHIBITED]
