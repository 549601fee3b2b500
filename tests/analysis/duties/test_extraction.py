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
from policybook.reading import clauses, library

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
