"""A question for a time, a sum or a period finds the clause that has one."""

import pytest

from policybook.search import Searcher, index, shipped_rows
from policybook.search.quantities import find_quantities
from policybook.search.stemming import stems

from .ranked_texts import make_document

TEXTS = {
    "1": "The school is a friendly place where registers matter.",
    "2": "Registers close at 9.15am.",
    "3": "The charge is £80 for each pupil.",
    "4": "We reply within ten school days.",
    "5": "Attendance below 90% is a concern.",
    "6": "Ring 01234 567890 or write to office@elm.example.",
    "7": "Pupils under 13 may not have an account.",
}


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("1", []),
        ("2", ["a time of day"]),
        ("3", ["a sum of money"]),
        ("4", ["a period of time"]),
        ("5", ["a percentage"]),
        ("6", ["an email address", "a telephone number"]),
        ("7", ["an age"]),
    ],
)
def test_quantities_of_a_text(number: str, names: list[str]) -> None:
    assert find_quantities(TEXTS[number], stems(TEXTS[number])) == names


@pytest.mark.parametrize(
    "text",
    [
        "A charge of 8£ is made.",
        "Squash is 50p.",
        "It is £ 3 a day.",
        "The fee is $10.",
        "It costs 7 €.",
    ],
)
def test_sums_are_written_in_ways(text: str) -> None:
    assert find_quantities(text, stems(text)) == ["a sum of money"]


@pytest.mark.parametrize(
    "text",
    ["Eight members must be there.", "A quorum is three elected trustees.", "2 adults stay."],
)
def test_numbers_of_people(text: str) -> None:
    assert find_quantities(text, stems(text)) == ["a number of people"]


@pytest.mark.parametrize(
    "text",
    [
        "Bring 80 for each pupil.",
        "Bring 80 per pupil.",
        "See page 50.",
        "See rule 9.1 and rule 4.2.10.",
        "Year 5 and Year 6 have swimming.",
        "The 2010 Act applies.",
    ],
)
def test_other_figures_are_no_quantities(text: str) -> None:
    assert find_quantities(text, stems(text)) == []


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("what time do registers close", "2"),
        ("how much is it", "3"),
        ("how long until you reply", "4"),
        ("what number do i ring", "6"),
        ("how old do you have to be", "7"),
    ],
)
def test_question_finds_the_quantity(query: str, number: str) -> None:
    documents = [make_document(n, text) for n, text in TEXTS.items()]
    assert Searcher(index(documents, shipped_rows())).rank(query)[0].document.number == number
