"""Amounts of several parts are one figure each."""

import pytest

from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter
from policybook.meaning.words.amount_patterns import is_ratio
from policybook.redline.weight_words import describe

M = Matter


@pytest.mark.parametrize(
    ("figure", "text", "expected"),
    [
        ("1:14", "the ratio is 1:14", True),
        ("1:10", "we keep 1:10 outdoors", True),
        ("2:15", "a ratio of 2:15", True),
        ("1:80", "1:80", True),
        ("1:15", "lunch ends at 1:15", False),
        ("1:15", "12:15 to 1:15", False),
        ("2:45", "2:45 is home time", False),
        ("08:45", "one adult is there at 08:45", False),
        ("3 pm", "at 3 pm", False),
    ],
)
def test_ratio_is_no_time(figure: str, text: str, expected: bool) -> None:
    assert is_ratio(figure, text) is expected


CHANGES = [
    # ratios
    ("The ratio is 1:4.", "The ratio is 1:14.", M.NUMBER, "1:4 → 1:14"),
    ("We keep 1:8 outdoors.", "We keep 1:10 outdoors.", M.NUMBER, "1:8 → 1:10"),
    ("Reception 1:4 £0", "Reception 1:14 £0", M.NUMBER, "1:4 → 1:14"),
    ("A ratio of one to eight.", "A ratio of one to ten.", M.NUMBER, "one to eight → one to ten"),
    ("1 in 5 pupils is checked.", "1 in 10 pupils is checked.", M.NUMBER, "1 in 5 → 1 in 10"),
    ("One in five signs.", "One in ten signs.", M.NUMBER, "One in five → One in ten"),
    ("Two out of three sign.", "Two out of five sign.", M.NUMBER, "Two out of three → Two out of five"),
    ("The score is 3:2.", "The score is 3:5.", M.NUMBER, "3:2 → 3:5"),
    ("Support is one-to-one.", "Support is one-to-two.", M.NUMBER, "one-to-one → one-to-two"),
    ("Use 1:20 bleach.", "Use 1:40 bleach.", M.NUMBER, "1:20 → 1:40"),
    # units
    ("Keep it at 2 to 8 °C.", "Keep it at 2 to 8 °F.", M.NUMBER, "8 °C → 8 °F"),
    ("Keep it at 2–8 °C.", "Keep it at 2–8 °F.", M.NUMBER, "8 °C → 8 °F"),
    ("Give 5 mg.", "Give 5 g.", M.NUMBER, "5 mg → 5 g"),
    ("Give 5mg.", "Give 5g.", M.NUMBER, "5 mg → 5 g"),
    ("Give 5 mg.", "Give 10 mg.", M.NUMBER, "5 → 10 mg"),
    ("Give 5 m of it.", "Give 6 mm of it.", M.NUMBER, "5 m → 6 mm"),
    ("Stand 2 metres apart.", "Stand 2 feet apart.", M.NUMBER, "2 metres → 2 feet"),
    ("Run 3 km.", "Run 3 miles.", M.NUMBER, "3 km → 3 miles"),
    ("A file of 5 MB.", "A file of 5 GB.", M.NUMBER, "5 MB → 5 GB"),
    ("Wait 5 minutes.", "Wait 5 hours.", M.DEADLINE, "5 minutes → 5 hours"),
    # fractions
    ("Fill it ¾ full.", "Fill it ½ full.", M.NUMBER, "¾ → ½ full"),
    ("It lasts ¾ of a day.", "It lasts 4/3 of a day.", M.NUMBER, "¾ → 4/3"),
    ("Take 1½ tablets.", "Take 2½ tablets.", M.NUMBER, "1½ → 2½ tablets"),
    ("Two thirds of them sign.", "Three quarters of them sign.", M.NUMBER, "Two thirds → Three quarters"),
    ("Half of them sign.", "A third of them sign.", M.NUMBER, "Half → A third"),
    ("A two-thirds majority.", "A three-quarters majority.", M.NUMBER, "two-thirds → three-quarters majority"),
    # how often
    ("Take it twice a day.", "Take it three times a day.", M.DEADLINE, "twice a day → three times a day"),
    ("Take it 3 times a day.", "Take it 3 times a week.", M.DEADLINE, "3 times a day → 3 times a week"),
    # signs
    ("The balance is −£5.", "The balance is +£5.", M.NUMBER, "−£5 → +£5"),
    ("The sum is £20 − £5.", "The sum is £20 + £5.", M.NUMBER, "− £5 → + £5"),
    ("Hours × £4 − £5.", "Hours × £4 + £5.", M.NUMBER, "− £5 → + £5"),
    ("A change of −5 points.", "A change of 5 points.", M.NUMBER, "−5 → 5 points"),
    ("Keep at 2 to 8 °C.", "Keep at -2 to 8 °C.", M.NUMBER, "2 → -2"),
    # days
    ("Closed 24/12–02/01.", "Closed 24/12–20/01.", M.DATE, "24/12–02/01 → 24/12–20/01"),
    ("Closed 24/12 to 02/01.", "Closed 24/12 to 03/01.", M.DATE, "24/12 to 02/01 → 24/12 to 03/01"),
    ("Term starts on 7/1.", "Term starts on 1/7.", M.DATE, "7/1 → 1/7"),
    # names of year groups and weeks
    ("A Year 6 pupil helps.", "A Year 5 pupil helps.", M.AGE, "Year 6 → Year 5"),
    ("Two Year 6 pupils help.", "Two Year 5 pupils help.", M.AGE, "Year 6 → Year 5"),
    ("Every Year R class sings.", "Every Year 1 class sings.", M.AGE, "Year R → Year 1"),
    ("Years 5/6 swim.", "Years 3/4 swim.", M.AGE, "Years 5/6 → Years 3/4"),
    ("Trips under 5 miles.", "Trips under 5 km.", M.NUMBER, "5 miles → 5 km"),
    ("A Week 2 menu is used.", "A Week 3 menu is used.", M.NUMBER, "2 → 3 menu"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "matter", "words"), CHANGES)
def test_amount_is_one_figure(old: str, new: str, matter: Matter, words: str) -> None:
    assert [(weight.matter, describe(weight)) for weight in weights(old, new)] == [(matter, words)]


@pytest.mark.parametrize(
    "name",
    [
        *("Year 6 pupil", "Year R child", "Reception child", "Key Stage 2 pupil", "Nursery child"),
        *("Week 2 helper", "Year Six pupil", "KS2 pupil", "Term 3 helper", "Day 2 helper"),
    ],
)
def test_name_is_no_period(name: str) -> None:
    result = weights("An adult opens it.", f"An adult or a {name} opens it.")
    assert M.DEADLINE not in {weight.matter for weight in result}


def test_period_of_a_year_stays() -> None:
    (weight,) = weights("It is kept a year.", "It is kept a year 6 months.")
    assert (weight.matter, describe(weight)) == (M.DEADLINE, "6 months added")
