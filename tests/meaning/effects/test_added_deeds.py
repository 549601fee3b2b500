"""A second deed of one sentence, and what only looks like one."""

import pytest

from policybook.meaning.effects.added_deeds import added_deeds
from policybook.meaning.sentences.reading import read
from policybook.meaning.types import Matter

SHORT = "The captain checks the boat"


@pytest.mark.parametrize(
    ("old", "more", "deed"),
    [
        (SHORT, " and signs the chart", "signs the chart"),
        (SHORT, ", and then informs the crew of it", "informs the crew"),
        (SHORT, " and the oars", ""),
        (SHORT, " and checks", ""),
        (SHORT, " and sign the chart", ""),
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
    (short,), (long,) = read(f"{old}."), read(f"{old}{more}.")
    added, removed = list(added_deeds(short, long)), list(added_deeds(long, short))
    assert [weight.new for weight in added] == [weight.old for weight in removed]
    assert [(w.matter, w.new) for w in added] == ([(Matter.STRONGER, deed)] if deed else [])
