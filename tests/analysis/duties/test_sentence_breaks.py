"""Where sentences end, even in pasted text."""

import pytest

from policybook.analysis.duties.sentence_words import sentence_breaks

from .listed_duties import read_duties


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Page 2 of 4 2. ROLES AND RESPONSIBILITIES The headteacher must ask. Staff must wait.",
            [("headteacher", "The headteacher must ask."), ("staff", "Staff must wait.")],
        ),
        ("3. REWARDS & SANCTIONS Parents must ask.", [("parents", "Parents must ask.")]),
        ("The pupils are in school The school has a duty of care to ask.", [("school", "The school has a duty of care to ask.")]),
        ("School helps everybody All staff must ask", [("school", "School helps everybody"), ("staff", "All staff must ask")]),
        ("Staff must follow The code of conduct.", [("staff", "Staff must follow The code of conduct.")]),
        ("As said in The code staff must ask.", [("staff", "As said in The code staff must ask.")]),
        ("The DSL and the SENCO must ask.", [("dsl and the senco", "The DSL and the SENCO must ask.")]),
        ("Staff must call the GSA IT Service Desk.", [("staff", "Staff must call the GSA IT Service Desk.")]),
        ("Staff must tell the NSPCC Helpline.", [("staff", "Staff must tell the NSPCC Helpline.")]),
    ],
)  # fmt: skip
def test_pasted_text_is_split_into_sentences(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(duty.who, duty.text) for duty in read_duties(body)] == expected


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two", ["One.", "Two"]),
        ("Why? Yes", ["Why?", "Yes"]),
        ("He said “go.” Then", ["He said “go.", "Then"]),  # the sign after the stop is in the gap
        ("It costs 1.5 a day. and more", ["It costs 1.5 a day. and more"]),
        ("a | b", ["a", "b"]),  # cells of a row
        ("We help All staff must ask", ["We help", "All staff must ask"]),
        ("Read The code must", ["Read The code must"]),  # a name
    ],
)
def test_breaks_divide_a_text(text: str, sentences: list[str]) -> None:
    breaks = sentence_breaks(text)
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == sentences
