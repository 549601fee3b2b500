"""What no label accounts for: then a change also asks the reader to look."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

LOG = "The log is kept."


def has_more(old: str, new: str) -> bool:
    matters = {weight.matter for weight in weights(old, new)}
    return Matter.CONTENT in matters and len(matters) > 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a sentence with a deed beside a figure
        (f"{LOG} A copy is sent within a week.", LOG),
        (f"{LOG} Every entry is read out twice a year.", LOG),
        (f"{LOG} It is renewed annually in June.", LOG),
        # half a sentence
        ("The club pays £9 a day.", "The club lends boats at £9 a day and pays £3."),
        ("Girls may swim in the summer term only.", "Members may swim at any time of the year."),
        ("The hall is lent free of charge.", "The hall is lent on payment of a fee of £9."),
        ("Guides are checked before they start work.", "Guides are checked within four weeks of starting work."),
        ("Tenants pay £20.", "Tenants who have a second cat pay £25."),
        ("The rate is 50% to tenants and the rest to the reserve fund.", "The rate is to tenants."),
        # words beside a duty, a ban or a condition
        ("Nobody is dismissed, even if the claim is mistaken.", "Nobody is dismissed, provided that the claim is true."),
        ("Drivers must send the form.", "Drivers should give out the form."),
    ],
)  # fmt: skip
def test_more_than_labels_say(old: str, new: str) -> None:
    assert has_more(old, new)
    assert has_more(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Staff must sign.", "Staff must sign if they leave early."),
        (f"{LOG} The bursar checks it at the end of each term.", LOG),
        (f"{LOG} The matron rings the family of those who are ill for more than two days.", LOG),
        (
            "Lawyers are not allowed at hearings.",
            "Lawyers are allowed at hearings at the discretion of the chair.",
        ),
        (
            "Vans are not used to move boats.",
            "Vans are used to move boats if the driver is insured.",
        ),
        ("Tenants ring the office.", "If the lift is stuck, tenants ring the office."),
        ("Boats must be locked.", "Boats must, where practicable, be locked."),
        ("Guests may stay.", "Guests may stay unless the warden objects."),
        ("Reply within 5 days.", "Reply within 10 days."),
        ("Late fees apply after 14 days.", "Late fees do not apply."),
        ("Members are told.", "Members are told within 3 working days."),
        (LOG, f"{LOG} Visitors must sign it on arrival."),
        (LOG, f"{LOG} Pupils must not write in it."),
        ("Cash is counted by the bursar.", "Cash is counted by the treasurer."),
        ("Pupils must bring a hat.", "A hat must be brought."),
        ("Tutors cannot teach.", "Tutors can teach if the head agrees."),
        ("You don't have to wear a tie.", "You have to wear a tie."),
    ],
)
def test_labels_that_say_everything(old: str, new: str) -> None:
    assert not has_more(old, new)
    assert not has_more(new, old)
