"""The same amount in another form is the same amount."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter
from policybook.meaning.words.plain_amounts import plain_amounts

M = Matter


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("8.45 am", "08:45"),
        ("9.15 p.m.", "21:15"),
        ("12.15 am", "00:15"),
        ("12 noon", "12:00"),
        ("noon", "12:00"),
        ("£1,000.00", "£1000"),
        ("£1.000", "£1.000"),
        ("£2.50", "£2.50"),
        ("1st September 2026", "2026-09-01"),
        ("September 1, 2026", "2026-09-01"),
        ("1½", "1 1/2"),
        ("two thirds of", "2/3 of"),
        ("one in five", "1 in 5"),
        ("5 milligrams", "5 mg"),
        ("2 metres", "2 m"),
        ("5Mg", "5 Mg"),
        ("8 degrees Celsius", "8 °c"),
        ("95 per cent", "95%"),
        ("Staff may march.", "Staff may march."),
    ],
)
def test_amount_has_one_form(text: str, plain: str) -> None:
    assert plain_amounts(text) == plain
    assert plain_amounts(plain) == plain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fee is £250.", "The fee is £250.00."),
        ("A fee of £1,000.", "A fee of £1000."),
        ("A fee of £1,000.00.", "A fee of £1000."),
        ("Doors open at 8.45 am.", "Doors open at 8:45am."),
        ("Doors open at 8.45 am.", "Doors open at 08:45."),
        ("Home at 3.15 pm.", "Home at 15:15."),
        ("Home at 3.15.", "Home at 3:15."),
        ("Open from 8.45 to 9.00.", "Open from 8:45 to 9:00."),
        ("Doors shut at 9am.", "Doors shut at 09.00."),
        ("Doors shut at 8:45.", "Doors shut at 08:45."),
        ("The fee is 50p.", "The fee is £0.50."),
        ("It costs £1,500,000.", "It costs £1.5 million."),
        ("Stay 2 metres away.", "Stay two metres away."),
        ("Pupils aged 5-11 swim.", "Pupils aged 5–11 swim."),
        ("Lunch is at 12:00 noon.", "Lunch is at 12 noon."),
        ("Lunch is at noon.", "Lunch is at 12 noon."),
        ("Checked every half term.", "Checked every half-term."),
        ("Rest for 30 mins.", "Rest for 30 minutes."),
        ("On 1 September 2026.", "On 1st September 2026."),
        ("On 01/09/2026.", "On 1/9/2026."),
        ("Give 5 mg.", "Give 5mg."),
        ("Run 3 kilometres.", "Run 3 km."),
        ("Attendance of 95% is good.", "Attendance of 95 per cent is good."),
        ("Fill it ¾ full.", "Fill it 3/4 full."),
        ("Three quarters of them sign.", "3/4 of them sign."),
        ("The ratio is 1 : 4.", "The ratio is 1:4."),
        ("One in five is tested.", "1 in 5 is tested."),
        ("Support is 1:1.", "Support is one-to-one."),
        ("A pupil in Year Six helps.", "A pupil in Year 6 helps."),
    ],
)
def test_other_form_is_wording(old: str, new: str) -> None:
    for pair in ((old, new), (new, old)):
        (weight,) = weights(*pair)
        assert weight.matter in (M.WORDING, M.SIGNS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A bill of £1,000.", "A bill of £1.000."),
        ("Home at 3.15 pm.", "Home at 3.15 am."),
        ("Lunch is at 12 noon.", "Lunch is at 12 midnight."),
        ("Doors shut at 8:45.", "Doors shut at 8:45 pm."),
        ("Home at 3:15.", "Home at 3:15 am."),
        ("The fee is 50p.", "The fee is £50."),
        ("It costs £1.5 million.", "It costs £1.5k."),
        ("On 01/09/2026.", "On 09/01/2026."),
        ("Give 2.5 ml.", "Give 25 ml."),
        ("The fee is £250.", "The fee is £250.50."),
    ],
)
def test_other_amount_is_no_wording(old: str, new: str) -> None:
    (weight,) = weights(old, new)
    assert weight.matter in (M.DATE, M.NUMBER)
