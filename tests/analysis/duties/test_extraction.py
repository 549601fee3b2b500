"""The duties of a text, in order: each quotes the policy."""

import pytest
from builders import (
    PATH,
    make_sources,
    make_text,
)
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis.duties import Duty, duties
from policybook.model import Version
from policybook.reading import library
from policybook.reading.texts import clauses

from .listed_duties import OAKFIELD, list_who_and_kind, read_duties


def test_agreed_permission_counts() -> None:
    assert list_who_and_kind("We agree that pupils can ask.") == [("pupils", "may")]


def test_terms_have_one_spelling() -> None:
    assert {
        duty.who
        for duty in read_duties(
            "All schools representatives must ask. School representatives must wait."
        )
    } == {"school representatives"}


def test_sentence_is_listed_once_per_duty() -> None:
    assert list_who_and_kind("Phones must be handed in, the sound must be off.") == [("", "must")]
    assert list_who_and_kind("Staff must ask first, and must not guess, and must wait.") == [
        ("staff", "must"),
        ("staff", "must not"),
    ]


def test_item_has_the_opening_duty() -> None:
    listed = read_duties(
        "The headteacher must:\n\n- record it\n- tell the DSL, who may ask the parents.\n- go where a child may be at risk\n"
    )
    assert [(d.number, d.who, str(d.kind), d.text, d.lead) for d in listed] == [
        ("1.1(a)", "headteacher", "must", "record it", "The headteacher must:"),
        ("1.1(b)", "headteacher", "must", "tell the DSL, who may ask the parents.", "The headteacher must:"),
        ("1.1(c)", "headteacher", "must", "go where a child may be at risk", "The headteacher must:"),
    ]  # fmt: skip


def test_opening_words_can_be_a_duty() -> None:
    listed = read_duties("You must follow these rules in your own time:\n\n- Be kind.\n")
    assert [(d.number, d.who, d.text) for d in listed] == [
        ("1.1", "you", "You must follow these rules in your own time:"),
        ("1.1(a)", "you", "Be kind."),
    ]


def list_texts(version: Version) -> dict[str, str]:
    return {clause.number: clause.text for clause in clauses.walk_sections(version.sections)}


def check_words(version: Version, listed: list[Duty]) -> None:
    clause_texts = list_texts(version)
    for duty in listed:
        assert duty.text and duty.text in clause_texts[duty.number]
        assert not duty.lead or any(duty.lead in text for text in clause_texts.values())


@pytest.mark.parametrize(
    "version", [v for p in OAKFIELD.policies for v in p.versions], ids=lambda v: v.name
)
def test_oakfields_duties_quote_the_policy(version: Version) -> None:
    listed = list(duties(version, OAKFIELD.school.name))
    assert len(listed) > 40
    check_words(version, listed)


PARTS = st.sampled_from(
    ["Staff", "pupils", "the headteacher", "must", "must not", "should", "may", "will", "be", "told", "by", "and", "or", "that", "who", "they", "you",
     "No", "Neither", ".", ",", ":", ";", "’s", "|", "\n\n- ", "\n\n", "(", ")", "ask", "Do not", "Don’t", "never", "e.g.", "**bold**", "May",
     "\n  - "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40))
def test_duty_is_part_of_its_clause(parts: list[str]) -> None:
    version = load_any_version(" ".join(["Start", *parts]))
    check_words(version, list(duties(version, "Hill (View) School")))


def load_any_version(body: str) -> Version:
    return (
        library.load(make_sources({PATH: make_text(f"## Rules\n\n{body}\n")}))
        .library.policies[0]
        .versions[0]
    )


def test_only_somebody_may_have_it() -> None:
    assert list_who_and_kind("Only the headteacher may have one looked at.") == [
        ("headteacher", "may")
    ]
    assert list_who_and_kind("Only staff may be in the kitchen.") == [("staff", "may")]
    assert list_who_and_kind("A child may have a rash. A child may be at risk.") == []


@pytest.mark.parametrize(
    "body",
    [
        "I give permission for my child to bring a phone:\n\n- [ ] My child walks home alone.",
        "I agree to the rules.",
        "Don't be scared of taking part.",
        "Do not hesitate to ring the office.",
        "Don't worry about a late form.",
        "| Who | Visits |\n|---|---|\n| Pupils | Day visits: left in school. Others: not allowed |",
    ],
)
def test_nobody_must_do_these(body: str) -> None:
    assert read_duties(body) == []


def test_neighbours_of_these_are_duties() -> None:
    assert list_who_and_kind("Don't be late. Do not worry other pupils.")[0] == ("you", "must not")
    assert list_who_and_kind(
        "| Who | Visits |\n|---|---|\n| Pupils | Phones are not allowed |"
    ) == [("anyone", "must not")]
    assert list_who_and_kind("I must hand in the form.") == [("i", "must")]


def test_item_opens_those_after_it() -> None:
    body = (
        "- Please tell the office.\n- If the head teacher hears of it they should:\n"
        "- Record the worry.\n- Schools must tell the police.\n- Never promise a secret.\n\nRing the bell."
    )
    assert [(duty.who, duty.kind, bool(duty.lead)) for duty in read_duties(body)] == [
        ("you", "must", False),
        ("headteacher", "should", True),
        ("school", "must", False),
        ("headteacher", "must not", False),
        ("you", "must", False),
    ]


def test_condition_goes_on_after_and() -> None:
    body = "Staff may read it only if it is locked and the account can be wiped."
    assert list_who_and_kind(body) == [("staff", "may")]
    assert list_who_and_kind("If it rains, a ball and a hoop may be used.") == [("", "may")]


def test_typed_numbers_are_no_sentences() -> None:
    body = "A player should:\n\n1. arrive on time\n2. not use bad words\n3. Not eat or chew."
    assert list_who_and_kind(body) == [
        ("player", "should"),
        ("player", "should not"),
        ("player", "should not"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A parent is entitled to a copy.", [("parents", "may")]),
        ("Parents have the right to appeal.", [("parents", "may")]),
        ("Pupils who are entitled to lunch sign here.", [("pupils", "must")]),
        ("No pupil is entitled to a place.", []),
    ],
)
def test_rights_are_permissions(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body) == expected


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("Take responsibility for a class", "must not"),
        ("Wear a hat – and so must nobody else", "must not"),
        ("Be late", "must not"),
        ("be late; they may ring", "must not"),
    ],
)
def test_item_goes_on_with_its_list(item: str, kind: str) -> None:
    assert list_who_and_kind(f"Helpers must not:\n\n- {item}") == [("helpers", kind)]


@pytest.mark.parametrize(
    "body",
    [
        "The clerk shall (a) publish the agenda; (b) keep the minutes; and (c) not vote.",
        "The clerk shall\n\n(a) publish the agenda;\n\n(b) keep the minutes; and\n\n(c) not vote.",
        "The clerk must: 1: publish it. 2: keep it. 3: Not vote.",
    ],
)
def test_list_inside_a_text_is_one(body: str) -> None:
    who_and_kind = list_who_and_kind(body)
    assert who_and_kind == [("clerk", "must"), ("clerk", "must"), ("clerk", "must not")]


@pytest.mark.parametrize(
    "body", ["Rule (a) and rule (b) apply.", "Staff wear (a) hats or (c) caps."]
)
def test_letters_alone_are_no_list(body: str) -> None:
    assert len(read_duties(body)) <= 1


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Staff must:\n\n- write it down. Help may be sought.\n- ring home", "must may must"),
        ("Staff must:\n\n- not run. Walk to the gate.", "must not|must"),
        ("(11) No dogs (big or small) must be left.", "must not"),
        ("It is the duty of staff:\n\n- to lock the gate\n- to ring home", "must must"),
        ("### Site manager\n\n- To lock the gate\n- To be kind, staff must walk", "must must"),
        ("### Accounting officer\n\nShould tell the board. May buy ink.", "should may"),
        ("Should tell-tales come, staff ring home.", "must"),
    ],
)
def test_items_and_numbers(body: str, kinds: str) -> None:
    expected = kinds.split("|") if "|" in kinds or kinds == "must not" else kinds.split()
    assert [str(duty.kind) for duty in read_duties(body)] == expected


def test_aims_bind_nobody() -> None:
    aims = "Our policy aims to:\n\n- ensure that staff will be safe\n- say what may be done"
    assert list_who_and_kind(aims) == []
    assert list_who_and_kind("This text aims to:\n\n- help; staff must read it") == [
        ("staff", "must")
    ]


WHO = "| Who | Task | By |\n|---|---|---|\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{WHO}| Clerk | must write | 9.10 |\n| ^^ | must keep a copy | |\n",
            [("clerk", "must write", "Clerk"), ("clerk", "must keep a copy", "Clerk")],
        ),
        (f"{WHO}| Clerk | Parents must sign | |\n", [("parents", "Parents must sign", "")]),
        (f"{WHO}| 9.10 | must ring | |\n", [("", "must ring", "")]),
        (WHO.replace("Who", "Day") + "| Clerk | must write | |\n", [("", "must write", "")]),
        ("| | B |\n|---|---|\n| a | b |\n| ^^ | must ring |\n", [("", "must ring", "")]),
    ],
)
def test_column_names_who_acts(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(duty.who, duty.text, duty.lead) for duty in read_duties(body)] == expected


def test_paragraph_after_list_stands_alone() -> None:
    """The words that open a list do not open what follows it in the same item."""
    body = "1. Tell the head:\n    - in person; or\n    - by telephone.\n\n    A second call is no sin."
    assert all("sin" not in duty.text for duty in read_duties(body))
