"""How much a duty or a ban covers."""

from policybook.meaning.effects.scope import scope_changes
from policybook.meaning.sentences.reading import SentenceMeaning, read
from policybook.meaning.types import Matter


def one(text: str) -> SentenceMeaning:
    (statement,) = read(text)
    return statement


def test_a_longer_list_names_its_member() -> None:
    (weight,) = scope_changes(
        one("Riders must bring hats."), one("Riders must bring hats and warm gloves.")
    )
    assert (weight.matter, weight.new) == (Matter.STRONGER, "warm gloves")


def test_people_are_no_members() -> None:
    changes = scope_changes(
        one("Staff must tell pupils."), one("Staff must tell pupils and parents.")
    )
    assert list(changes) == []
