"""References in another form, in another order, and figures that are no amounts."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter
from policybook.redline.weight_words import describe

_FACTS = frozenset({Matter.REFERENCE, Matter.NUMBER, Matter.LAW, Matter.DEADLINE, Matter.DATE})


def facts(old: str, new: str) -> list[tuple[str, str]]:
    result = weights(old, new)
    assert result
    return [(w.matter.name, describe(w)) for w in result if w.matter in _FACTS]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Members accept Articles II, III, and IV.",
            "Members accept Article II, Article III, and Article IV.",
        ),
        ("Members accept Articles II and III.", "Members accept Article 2 and Article III."),
        ("Terms are as defined in 0.0.", "Terms are as defined in section 0.0."),
        ("Each member pays once (see Article 7).", "Each member pays once (see Article VII)."),
        ("Ropes are checked under rule 3.1.", "Ropes are checked under section 3.1."),
        ("Ropes are checked under rules 3 and 4.", "Ropes are checked under rule 3 and rule 4."),
        ("Ropes are checked under rules 3.1 and 3.2.", "Ropes are checked under §3.1 and §3.2."),
        # no amounts
        ("Send a notice.", "Send a notice in the form of a 1099-PATR."),
        ("Keep the 990-EZ form.", "Keep the 990-N form."),
        ("Send it by (1) post, and (2) by notice.", "Send it by post and by notice."),
        ("Guides (1) pay and (2) vote.", "Guides (1) pay, (2) vote and (3) stand."),
        ("A team that is a player short plays on.", "A team that is (1) player short plays on."),
        # the same amount
        (
            "Send notice at least 10 but no more than 60 days before.",
            "Send notice at least ten (10) days but no more than sixty (60) days before.",
        ),
        ("The board has upto two chairs.", "The board has up to two chairs."),
        ("Guides met at the last Tuesday walk.", "Guides met at the most recent Tuesday walk."),
    ],
)
def test_other_form_is_no_change(old: str, new: str) -> None:
    assert not facts(old, new)
    assert not facts(new, old)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Members accept Articles II and IV.", "Members accept Articles II and V.", "IV → V"),
        ("Notice is as in Section 5.", "Notice is as in Subsection 5.", "Section 5 → Subsection 5"),
        ("Pay once (see Article 7).", "Pay once (see Article VIII).", "Article 7 → Article VIII"),
        (
            "Guides vote, as set out in section 4.11.3.",
            "Guides vote, as set out in Bylaw 3, section 6.3.",
            "section 4.11.3 → Bylaw 3, section 6.3",
        ),
        (
            "Delegates come under Article VIII A, Section 1.",
            "Delegates come under Article VIII, Section 1, Subsection 1.",
            "Article VIII A, Section 1 → Article VIII, Section 1, Subsection 1",
        ),
        ("See rules 3 and 4 for 3 to 5 days.", "See rules 3 and 6 for 3 to 5 days.", "4 → 6"),
    ],
)
def test_one_place_is_one_reference(old: str, new: str, change: str) -> None:
    assert facts(old, new) == [("REFERENCE", change)]


def test_several_parts_are_references() -> None:
    result = facts("Act under paragraphs 7.3 and 7.5.", "Act under §6.0.4 and §6.0.5.")
    assert result == [("REFERENCE", "paragraphs 7.3 → §6.0.4"), ("REFERENCE", "7.5 → §6.0.5")]


def test_crossed_references_keep_their_words() -> None:
    result = facts(
        "The clerk checks completeness under paragraph 4.4 and eligibility under paragraph 4.3.",
        "The clerk checks eligibility under Log Policy §4.0.4 and completeness under §4.0.3.",
    )
    assert result == [
        ("REFERENCE", "paragraph 4.4 → §4.0.3"),
        ("REFERENCE", "paragraph 4.3 → §4.0.4"),
    ]


def test_unsure_pairs_are_not_quoted() -> None:
    old = "Guides act under rule 4.4 for ropes, then guides act under rule 4.3 for dogs."
    new = "For dogs under rule 5.1 guides act, then clerks act under rule 5.2 for ropes."
    matters = [weight.matter for weight in weights(old, new)]
    assert Matter.CONTENT in matters
    assert Matter.NUMBER not in matters


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Sections 3 and 20 pupils meet.", "Sections 3 and 25 pupils meet.", "20 → 25 pupils"),
        ("Act under Article 8 of it.", "Act under Article 9 of it.", "Article 8 → Article 9"),
        ("See Bylaws 1-15-23 now.", "See Bylaws 9-15-23 now.", "1 → 9"),
        ("The rate is 2.5 now.", "The rate is 3.5 now.", "2.5 → 3.5"),
        ("Guides (3) and cooks (2) come.", "Guides (4) and cooks (2) come.", "3 → 4"),
    ],
)
def test_other_figures_still_count(old: str, new: str, change: str) -> None:
    assert [words for _, words in facts(old, new)] == [change]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("occasions where guides work late", "occasions when guides work late"),
        ("one situation where guides rest", "situations when guides rest"),
        ("leave, even if the hours are not reached", "leave if the hours are not reached"),
        ("walks, even when it snows", "walks when it snows"),
    ],
)
def test_one_word_sets_no_condition(old: str, new: str) -> None:
    matters = {w.matter for w in weights(f"Guides plan {old}.", f"Guides plan {new}.")}
    assert Matter.CONDITION not in matters


@pytest.mark.parametrize(
    "rule",
    [
        "It shall be out of order for the board to ratify a plan.",
        "It is out of order to amend a plan.",
        "It will be out of order to speak twice.",
    ],
)
def test_out_of_order_forbids(rule: str) -> None:
    assert weights("", rule)[0].matter is Matter.PROHIBITED


@pytest.mark.parametrize(
    "advice",
    [
        "Don't be discouraged by this.",
        "Do not hesitate to ask a guide.",
        "Please do not worry about it.",
        "Don't be afraid of the fells.",
        "The lift is out of order.",
    ],
)
def test_advice_forbids_nothing(advice: str) -> None:
    assert {weight.matter for weight in weights("", advice)} == {Matter.NEW}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Guides count the crew.", "Guides count the crew. 7.15 {unused}"),
        ("Guides count the crew.", "Guides count the crew (supersedes 6.11)."),
        ("Guides count the crew.", "Guides count the crew. ---7.11 Sails: two of them fit."),
    ],
)
def test_number_of_rule_is_no_amount(old: str, new: str) -> None:
    assert all("." not in words for _, words in facts(old, new))


def test_note_of_editor_sets_no_duty() -> None:
    old = "Guides keep a log."
    (weight,) = weights(old, f"{old[:-1]} [MAY NEED TO INSERT THE NAME HERE].")
    assert weight.matter is Matter.CONTENT
