"""A second deed of one sentence, and what only looks like one."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

BINDING = {Matter.STRONGER, Matter.WEAKER, Matter.PROHIBITED, Matter.LIFTED}
SHORT = "The captain checks the boat"


@pytest.mark.parametrize(
    ("old", "more", "deed"),
    [
        (SHORT, " and signs the chart", "signs the chart"),
        (SHORT, ", and then informs the crew of it", "informs the crew"),
        (SHORT, " and the oars", "the oars"),
        (SHORT, " and checks", ""),
        ("Charts are drawn by the captain", " and checked by the crew", "checked by the crew"),
        ("Charts are drawn", " and coloured", ""),
        ("The captain may check the boat", " and sign the chart", ""),
        ("The crew must tell the captain who left", " and sign the chart", ""),
        ("The crew must report a leak", " and close the hatch", "close the hatch"),
        ("The crew is responsible for the boat", " and checking the oars", "checking the oars"),
        ("The crew keeps a log", " and following this the captain signs", ""),
    ],
)
def test_only_a_deed_beside_the_duty_counts(old: str, more: str, deed: str) -> None:
    added, removed = weights(f"{old}.", f"{old}{more}."), weights(f"{old}{more}.", f"{old}.")
    named = [(w.matter, w.new) for w in added if w.matter in BINDING]
    assert named == ([(Matter.STRONGER, deed)] if deed else [])
    assert [w.old for w in removed if w.matter in BINDING] == [words for _, words in named]


@pytest.mark.parametrize(
    ("text", "more", "matter"),
    [
        ("Keys are kept in the safe", ", and the porter signs for each one", Matter.STRONGER),
        ("The clerk writes the minutes", " and the chair signs them", Matter.STRONGER),
        ("Ladders are checked monthly", " and after every fall", Matter.STRONGER),
        ("Each fall is entered in the book", ", and a yellow slip goes home with the child", Matter.STRONGER),
        ("We do not charge for parking", ", nor do we let people camp", Matter.PROHIBITED),
        ("We keep a list of hirers", ", and most of them return each year", None),
        ("The park is large", " and the trees give shade", None),
        ("Pitches are inspected weekly", " and are popular with teams", None),
        ("The keeper checks the nets", ", and it leaves no marks", None),
        ("The keeper may check the nets", ", and the crew checks the boat", Matter.STRONGER),
    ],
)  # fmt: skip
def test_clause_beside_the_duty_counts(text: str, more: str, matter: Matter | None) -> None:
    added = [weight.matter for weight in weights(f"{text}.", f"{text}{more}.")]
    assert (matter in added) if matter else set(added).isdisjoint(BINDING)


@pytest.mark.parametrize(
    ("text", "more", "matter"),
    [
        ("Hoses are rinsed after use", " and may not be left on the grass", Matter.PROHIBITED),
        ("Cars are left by the fence", ", and nobody may drive on the lawn", Matter.PROHIBITED),
        ("Cash is counted by two people", " and is never to be left on a desk", Matter.PROHIBITED),
        ("Drivers do not smoke", " and do not use a phone", Matter.PROHIBITED),
        ("Tenants are responsible for the shed", " and are forbidden to let it", Matter.PROHIBITED),
        ("Grooms who fail a test repeat it", " and must not ride alone until then", Matter.PROHIBITED),
        ("Ropes are stored dry", " and are inspected each month by the warden", Matter.STRONGER),
        ("Carers may visit the ward", " and may stay overnight", Matter.RIGHT),
        ("Boys walk to camp with a leader", ", or alone if a parent has agreed", Matter.RIGHT),
        ("The nurse rings if a child is sick", " and no parent has been told", Matter.CONDITION),
        ("The match stops when it hails", " or the light is poor", Matter.CONDITION),
    ],
)  # fmt: skip
def test_clause_has_the_subject_ahead(text: str, more: str, matter: Matter) -> None:
    added = {weight.matter for weight in weights(f"{text}.", f"{text}{more}.")}
    removed = {weight.matter for weight in weights(f"{text}{more}.", f"{text}.")}
    opposite = {Matter.PROHIBITED: Matter.LIFTED, Matter.STRONGER: Matter.WEAKER}
    assert matter in added and opposite.get(matter, matter) in removed


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Tickets cost five pounds", " and cannot be guaranteed"),
        ("Members park in the field", ", and the club is not liable for damage"),
        ("The office closes at four", " and does not open on Fridays"),
        ("Parents buy a ticket", " and do not pay for tea"),
        ("The band plays on Sundays", " and is led by a pianist"),
        ("Storms may close the road", " and may last all day"),
        ("The dog sleeps in a basket", ", or alone if it wants"),
    ],
)
def test_clause_that_describes_says_nothing(text: str, more: str) -> None:
    both = f"{text}.", f"{text}{more}."
    named = {weight.matter for weight in (*weights(*both), *weights(*both[::-1]))}
    assert named.isdisjoint({*BINDING, Matter.RIGHT})


def test_clause_may_free_from_a_duty() -> None:
    added = weights(
        "Runners collect a number.", "Runners collect a number and need not pay for it."
    )
    assert Matter.WEAKER in {weight.matter for weight in added}
