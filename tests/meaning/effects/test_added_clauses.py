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
