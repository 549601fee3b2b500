"""Words of force in sentences that differ in one stretch alone."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

_STRONGER, _WEAKER = Matter.STRONGER, Matter.WEAKER
_OPPOSITE = {
    _STRONGER: _WEAKER,
    _WEAKER: _STRONGER,
    Matter.PROHIBITED: Matter.LIFTED,
}
_BINDING = {*_OPPOSITE, Matter.LIFTED}


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("The kiosk may open late", "The kiosk must open late", _STRONGER),
        ("Fees may rise each year", "Fees must rise each year", _STRONGER),
        ("The court shall hear both", "The court may wish to hear both", _WEAKER),
        ("Cooks boil the water", "Cooks might like to boil the water", _WEAKER),
        ("The warden inspects each boat", "The warden decides whether to inspect a boat", _WEAKER),
        ("The board will sell the hut", "The board will consider whether to sell the hut", _WEAKER),
        ("The bursar waives the fee", "The bursar has discretion to waive the fee", _WEAKER),
        ("The matron is to lock it", "The matron is invited to lock it", _WEAKER),
        ("Guests are free to smoke", "Guests may on no account smoke", Matter.PROHIBITED),
        ("Riders are urged not to race", "Riders must not race", Matter.PROHIBITED),
        ("Staff avoid lending keys", "Staff never lend keys", Matter.PROHIBITED),
        ("Staff shall not lend keys", "Staff should try to avoid lending keys", _WEAKER),
        ("The bursar is responsible for the till", "The bursar advises on the till", _WEAKER),
    ],
)
def test_stretch_has_another_force(old: str, new: str, matter: Matter) -> None:
    assert matter in {weight.matter for weight in weights(f"{old}.", f"{new}.")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The road may flood in winter", "The road floods in winter"),
        ("Boys like stories", "Boys may like stories"),
        ("If a child may leave, ring us", "If a child must leave, ring us"),
        ("You can see the sea", "You cannot see the sea"),
        ("The kiosk is free to open", "The kiosk is welcome to open"),
        ("A lorry might want to turn here", "A lorry turns here"),
    ],
)
def test_unsure_stretch_is_left_to_readers(old: str, new: str) -> None:
    named = {w.matter for w in (*weights(f"{old}.", f"{new}."), *weights(f"{new}.", f"{old}."))}
    assert named.isdisjoint(_BINDING)


@pytest.mark.parametrize(
    ("rule", "more", "matter"),
    [
        ("The coxswain carries a flare.", " She also leaves a list of the crew.", _STRONGER),
        ("Prizes are small.", " Sweets are not sold at the door.", Matter.PROHIBITED),
        ("Prizes are small.", " The steward meets each winner at the gate.", _STRONGER),
        ("Guests wear a badge", " and are not left alone with children.", Matter.PROHIBITED),
    ],
)
def test_plain_sentence_binds(rule: str, more: str, matter: Matter) -> None:
    assert matter in {weight.matter for weight in weights(rule, f"{rule}{more}")}
    gone = {weight.matter for weight in weights(f"{rule}{more}", rule)}
    assert _OPPOSITE[matter] in gone


@pytest.mark.parametrize("more", [" It is not used for trips.", " Names are not recorded."])
def test_plain_sentence_describes(more: str) -> None:
    named = {weight.matter for weight in weights("The list is long.", f"The list is long.{more}")}
    assert named.isdisjoint(_BINDING)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Cooks clean the hob where time allows.", "Cooks clean the hob.", "where time allows"),
        ("Hens may be kept on.", "Hens may be kept on as long as it is dry.", "as long as"),
        ("Riders may appeal.", "Riders under a ban may appeal.", "under a ban"),
        (
            "It is lent only if two members sign and the owner agrees.",
            "It is lent only if the owner agrees.",
            "two members sign",
        ),
    ],
)
def test_condition_is_named(old: str, new: str, words: str) -> None:
    told = [w.old or w.new for w in weights(old, new) if w.matter is Matter.CONDITION]
    assert told == [words]


@pytest.mark.parametrize("noun", ["standing order 17", "point 3.5", "standing orders 4"])
def test_reference_is_no_number(noun: str) -> None:
    number = noun.rpartition(" ")[2]
    new = noun.replace(number, f"{number}1")
    told = {weight.matter for weight in weights(f"We follow {noun}.", f"We follow {new}.")}
    assert told == {Matter.REFERENCE}
