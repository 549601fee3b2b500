"""Whether the same sentence binds more or less."""

from policybook.meaning.effects.strength import strength_changes
from policybook.meaning.sentences.reading import SentenceMeaning, read
from policybook.meaning.types import Matter


def one(text: str) -> SentenceMeaning:
    (statement,) = read(text)
    return statement


def test_a_procedure_became_a_permission() -> None:
    (weight,) = strength_changes(one("The clerk sends it."), one("The clerk may send it."))
    assert (weight.matter, weight.old, weight.new) == (Matter.WEAKER, "sends", "may")


def test_another_deed_claims_nothing() -> None:
    old = one("The clerk must send the minutes of the first meeting to the town hall.")
    new = one("The clerk may burn old paper behind the shed after the meeting in the hall.")
    assert list(strength_changes(old, new)) == []
