"""Sentences that only one version has: what surely binds is named, and nothing else."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

HALL = "The hall is warm."
NOTHING = {Matter.NEW, Matter.GONE, Matter.CONTENT}


@pytest.mark.parametrize(
    ("sentence", "matter"),
    [
        ("Staff must lock the gate.", Matter.STRONGER),
        ("It is our responsibility to keep the lab safe.", Matter.STRONGER),
        ("We do not tolerate any sort of bullying.", Matter.PROHIBITED),
        ("Some children do not tolerate milk.", None),
        ("The office will send a letter.", Matter.STRONGER),
        ("The road will be long.", None),
        ("We need to share this planet.", None),
        ("Members will receive a card.", None),
        ("Pupils do not run.", Matter.PROHIBITED),
        ("We do not celebrate long hours.", None),
        ("I do not have a form.", None),
        ("Please do not worry.", None),
        ("You should feel free to ask.", None),
        ("For example, staff must lock a gate.", None),
        ("Please do not shout.", Matter.PROHIBITED),
        ("No, but the office has one.", None),
        ("You can do this by ringing the office.", None),
        ("This does not apply to guide dogs.", Matter.CONDITION),
    ],
)
def test_only_sure_sentences_are_named(sentence: str, matter: Matter | None) -> None:
    matters = {weight.matter for weight in weights(HALL, f"{HALL} {sentence}")} - NOTHING
    assert matters == ({matter} if matter else set())


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("We are not liable for a lost bag.", "We pay for a lost bag.", Matter.LIFTED),
        ("We act with reasonable care.", "We act with care if a tutor agrees.", Matter.CONDITION),
        ("Once it is signed, send it.", "When it is signed, send it.", Matter.CONDITION),
        ("You join once it is done.", "You do not join until it is done.", Matter.CONDITION),
        ("For example, we ask if you are 5.", "For example, we ask.", Matter.CONDITION),
        ("We help.", "We help even when we are tired.", Matter.CONDITION),
        ("The Hub helps.", "The Hub (children and families) helps.", Matter.BODY),
        ("Without limiting this, staff must sign.", "Staff must sign.", Matter.CONDITION),
    ],
)
def test_what_is_unsure_is_left_out(old: str, new: str, matter: Matter) -> None:
    assert matter not in {weight.matter for weight in weights(old, new)}


def test_sentence_beyond_the_cap_claims_nothing() -> None:
    long = "Staff must lock " + "the gate and " * 150 + "the door"
    assert {w.matter for w in weights(f"{long}.", f"{long} within 3 days.")} == {Matter.CONTENT}


@pytest.mark.parametrize(
    ("old", "new", "matters"),
    [
        ("Ball games are discouraged.", "Ball games are out of the question.", {Matter.PROHIBITED}),
        ("Running is forbidden.", "Running is fine.", {Matter.CONTENT}),
        ("Pupils have the right to be heard.", "Pupils are heard.", {Matter.CONTENT}),
        ("Food is prohibited here.", "Food is not recommended here.", {Matter.LIFTED}),
        ("Food is not recommended here.", "Food is prohibited here.", {Matter.PROHIBITED}),
        ("We do not authorise trips unless it is urgent.", "We authorise trips only if it is urgent.", {Matter.CONTENT}),
        ("Residents cannot use the laundry after ten at night.", "Residents can use the laundry at any hour.", {Matter.LIFTED, Matter.NUMBER, Matter.CONTENT}),
        ("Tenants have a right to two weeks' notice.", "Tenants have no right to notice.", {Matter.DEADLINE, Matter.CONTENT}),
        (
            "Pupils must not leave unless a parent agrees.",
            "Pupils may leave only if a parent agrees.",
            {Matter.CONTENT},
        ),
        # a bound is no "not"
        ("Reply within 3 days.", "Reply no later than in 5 days.", {Matter.DEADLINE}),
    ],
)  # fmt: skip
def test_other_words_say_less(old: str, new: str, matters: set[Matter]) -> None:
    assert {weight.matter for weight in weights(old, new)} == matters
