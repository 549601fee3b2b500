"""An amount in a query is matched to the amount in a rule by its value and unit."""

import pytest

from policybook.search import AnswerConfidence, Searcher, index, shipped_rows
from policybook.search.amounts import asks_when, find_amounts, spell_signs
from policybook.search.stemming import words

from .ranked_texts import make_document

TEXTS = {
    "register": "The register closes at 9.15 am. A pupil who comes later has a mark.",
    "gate": "The gates open at 8:40 and are locked at 8:55.",
    "end": "School ends at 3.30pm for all classes.",
    "noon": "Pupils in the nursery are collected at noon.",
    "night": "Staff do not answer messages after 10pm.",
    "visit": "The school asks for £10 towards each visit in the county.",
    "breakfast": "A place at breakfast club costs £2.50 a day.",
    "fine": "The fine is £80 for each parent, and £160 after 21 days.",
    "fair": "Pupils bring no more than £5 to the fair.",
    "milk": "A carton of milk is 50p.",
    "account": "Pupils under 13 may not have an account.",
    "collected": "Children under the age of eight are collected by an adult.",
    "move": "A parent tells the office within three days of a move.",
    "reply": "The head replies within ten school days.",
    "sick": "A child who was sick stays at home for 48 hours.",
    "letter": "A letter about a visit is sent two weeks before.",
    "cameras": "Pictures from cameras are kept for six months.",
    "detention": "A detention lasts half an hour.",
    "homework": "Homework in Year 5 takes about an hour each week.",
    "attendance": "Attendance below 90% is followed up.",
    "ratio": "There is one adult for ten pupils on a visit by coach.",
    "page": "Page 10 of the handbook has the map, and page 13 the names.",
}
#: What people type, and the rule whose amount it is.
QUERIES = [
    ("after 9", "register"),
    ("arrived at 9.20", "register"),
    ("after quarter past nine", "register"),
    ("8.40", "gate"),
    ("twenty to nine", "gate"),
    ("half past three", "end"),
    ("half three", "end"),
    ("15:30", "end"),
    ("12 o'clock", "noon"),
    ("22:00", "night"),
    ("£10", "visit"),
    ("ten pounds", "visit"),
    ("a tenner", "visit"),
    ("£2.50", "breakfast"),
    ("80 quid", "fine"),
    ("fiver", "fair"),
    ("50 pence", "milk"),
    ("under 13", "account"),
    ("13 yr old", "account"),
    ("under 8", "collected"),
    ("3 days", "move"),
    ("ten days", "reply"),
    ("two days off sick", "sick"),
    ("a fortnight before", "letter"),
    ("14 days", "letter"),
    ("half a year", "cameras"),
    ("30 mins", "detention"),
    ("60 minutes", "homework"),
    ("90 percent", "attendance"),
    ("1:10", "ratio"),
]
AMOUNTS = [query for query, _ in QUERIES]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    documents = [make_document(name, text) for name, text in TEXTS.items()]
    return Searcher(index(documents, shipped_rows()))


@pytest.mark.parametrize(("query", "name"), QUERIES)
def test_amount_finds_its_rule(searcher: Searcher, query: str, name: str) -> None:
    assert searcher.rank(query)[0].document.number == name


def list_terms(text: str) -> list[str]:
    amounts = find_amounts(words(spell_signs(text)))
    return sorted({amount.terms[0][0] for amount in amounts})


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("22:00", "10 pm"),
        ("8£", "£8"),
        ("£1,500", "1500 pounds"),
        ("two weeks", "14 days"),
        ("a year", "12 months"),
        ("under the age of 8", "aged eight"),
        ("twenty five to nine", "8.35 am"),
        ("midday", "12 noon"),
        ("a quarter of an hour", "15 minutes"),
        ("one teacher for twelve", "1 to 12"),
    ],
)
def test_same_amounts_have_one_term(text: str, same: str) -> None:
    assert list_terms(f"within {text}") == list_terms(f"within {same}") != []


@pytest.mark.parametrize(
    "text",
    [
        "Year 6 pupils",
        "rule 9.1 and rule 4.2.10",
        "after 9 children",
        "half term",
        "page 50",
        "three guests",
        "the 2010 Act",
        "aged 5 to 11 pupils",
    ],
)
def test_other_figures_are_no_amounts(text: str) -> None:
    assert list_terms(text) == []


def test_figure_alone_is_no_full_answer(searcher: Searcher) -> None:
    assert searcher.rank("£7")[:1] == []
    assert searcher.rank("10")[0].confidence is not AnswerConfidence.FULL


@pytest.mark.parametrize(
    ("query", "does"),
    [
        ("when is half term", True),
        ("when does the board meet", True),
        ("how long have i got", True),
        ("how many days off do i get", True),
        ("what time do you shut", True),
        ("deadline for claims", True),
        ("they took it off me when do i get it back", True),
        ("what happens when i do get it back", False),
        ("how many people must come", False),
        ("what if i am late", False),
        ("when i am ill who do i ring", False),
    ],
)
def test_questions_for_a_time(query: str, does: bool) -> None:
    assert asks_when(query.split()) is does
