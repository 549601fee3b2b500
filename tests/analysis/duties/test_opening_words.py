"""What the words before a list make of its items."""

import pytest

from policybook.analysis.duties import opening_words
from policybook.analysis.duties.sentence import ReadingContext

from .listed_duties import list_who_and_kind, read_duties

MUST, NOT = ("drivers", "must"), ("drivers", "must not")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Drivers must:\n\n- rest\n- not smoke", [MUST, NOT]),
        ("Drivers have to\n\n- rest\n- hold a licence", [MUST, MUST]),
        ("After a stop, drivers:\n\n- rest for an hour\n- ring the office", [MUST, MUST]),
        ("All drivers who work here\n\n- rest at noon\n- do not smoke", [MUST, NOT]),
        ("When it rains:\n\n- drivers stop\n- the bus is late", [MUST]),
        ("The steps are as follows:\n\n- ring the office", [("you", "must")]),
        ("Our aims are to:\n\n- promote the good", []),
        ("Signs of a bad tyre are:\n\n- drivers stop", []),
        ("Bikes must be locked, except:\n\n- in the hall", [("", "must")]),
        (
            "It is forbidden to bring into the hall:\n\n- bikes\n- food",
            [("anyone", "must not")] * 2,
        ),
        ("Drivers may, without asking the office:\n\n- stop\n- rest", [("drivers", "may")] * 2),
        ("Drivers must follow these steps:\n\n- stop\n- rest", [MUST] * 3),
        ("Drivers should avoid harm by:\n\n- good posture\n- rest", [("drivers", "should")]),
        ("Theft includes, but may not be limited to:\n\n- fraud", []),
        ("The driver;\n\n- checks the tyres; and\n- signs the book.", [("driver", "must")] * 2),
        ("Foster carers:\n\n- attend each review", [("foster carers", "must")]),
        ("Drivers must report faults (such as):\n\n- a bad tyre\n- oil", [MUST]),
        ("Drivers must wear, for example, loose clothes like:\n\n- shorts", [MUST]),
        ("If, for example, it rains, drivers must:\n\n- stop\n- rest", [MUST] * 2),
        ("Drivers must ring the office if they see:\n\n- a bad tyre\n- oil", [MUST]),
        ("Drivers attend a day to:\n\n- learn the code\n- meet the board", [MUST]),
        ("2. Drivers must:\n\n- rest\n- not smoke\n\n3. Tyres are black.", [MUST, NOT]),
    ],
)
def test_items_go_on_with_opening_words(body: str, expected: list[tuple[str, str]]) -> None:
    assert list_who_and_kind(body)[-len(expected) :] == expected if expected else True
    assert len(list_who_and_kind(body)) == len(expected)


def test_opening_words_are_quoted() -> None:
    first, _ = read_duties("Drivers have to\n\n- rest\n- hold a licence")
    assert (first.text, first.lead) == ("rest", "Drivers have to")


@pytest.mark.parametrize(
    ("text", "reader", "has_rules"),
    [
        ("The cook:", "cook", True),
        ("We:", "we", True),
        ("Also:", "", True),
        ("The aims are:", "", False),
        ("Not without a key, unless:", "", False),
    ],
)
def test_opening_is_read(text: str, reader: str, has_rules: bool) -> None:
    opening = opening_words.read_opening(text, ReadingContext(school="Hill School"))
    assert (opening.reader, opening.has_rules) == (reader, has_rules)
