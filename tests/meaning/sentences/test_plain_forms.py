"""Idioms and names in their plain form."""

import pytest

from policybook.meaning.sentences.duty import read_duty
from policybook.meaning.sentences.plain_forms import count_nots, find_idiom, plain_form


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Pay no later than noon.", "Pay by noon."),
        ("Bring no more than two.", "Bring at most two."),
        ("Guides must not fail to sign.", "Guides must sign."),
        ("It is not unusual.", "It is usual."),
        ("The Can Do prize is new.", "The Can_Do_ prize is new."),
        ("A no-smoking rule holds.", "A no_smoking rule holds."),
        ("Guides must not smoke.", "Guides must not smoke."),
        ("Shops open in May.", "Shops open in May."),
    ],
)
def test_sentence_has_its_plain_form(sentence: str, plain: str) -> None:
    assert plain_form(sentence) == plain


@pytest.mark.parametrize(
    "deed",
    [
        "interact",
        "include",
        "inform",
        "involve",
        "insist",
        "increase",
        "interrupt",
        "install",
        "invite",
        "improve",
        "impose",
        "intimidate",
        "undermine",
        "understand",
        "undertake",
        "undress",
        "unlock",
        "infect",
        "indicate",
        "implement",
        "import",
        "interfere",
        "interview",
        "unite",
        "injure",
    ],
)
def test_verb_keeps_its_first_letters(deed: str) -> None:
    """ "In" and "un" are no second "not" there: the ban stays a ban."""
    sentence = f"Staff must not {deed} anyone."
    assert plain_form(sentence) == sentence
    assert read_duty(sentence).forbids


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("unreasonable", "reasonable"),
        ("unusual", "usual"),
        ("impossible", "possible"),
        ("inappropriate", "appropriate"),
        ("unattended", "attended"),
        ("immediate", "not immediate"),
        ("important", "not important"),
        ("informed", "not informed"),
        ("included", "not included"),
        ("interested", "not interested"),
        ("independent", "dependent"),
    ],
)
def test_two_negations_are_none(word: str, plain: str) -> None:
    assert plain_form(f"This is not {word}.") == f"This is {plain}."


def test_neither_nor_is_one_not() -> None:
    assert count_nots("neither guides nor guests may sing, and no dog may") == 2


def test_idiom_is_found_as_written() -> None:
    assert find_idiom("need not", "there is no need to sign") == "there is no need to"
