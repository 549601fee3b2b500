"""Which rule a query names: by its number, or by its policy and number."""

import pytest

from policybook import search
from policybook.search import AnswerConfidence, Searcher, rule_names
from policybook.search.stemming import words

from .ranked_texts import list_first, make_document

TITLES = {
    "complaints": "Complaints Policy",
    "social-media": "Social Media and Networking Policy",
}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    documents = [
        make_document(number, f"Rule of {title}", policy=policy, title=title)
        for policy, title in TITLES.items()
        for number in ("2.2", "2.2(c)", "4.1")
    ]
    return Searcher(search.index(documents, ()))


@pytest.mark.parametrize(
    ("query", "number", "stems"),
    [
        ("Complaints 2.2(c)", ("2", "2", "c"), {"complaint"}),
        ("rule 2.2 of the complaints policy", ("2", "2"), {"complaint"}),
        ("what is social media 4.1(a)(ii)", ("4", "1", "a", "ii"), {"social", "media"}),
        ("2.2", (), set()),  # no other words: `clause_number` reads it
        ("year 5 trip", (), set()),
        ("", (), set()),
    ],
)
def test_title_and_number(query: str, number: tuple[str, ...], stems: set[str]) -> None:
    assert rule_names.title_number(words(query)) == (number, stems)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("complaints 2.2", "complaints 2.2"),
        ("Complaints policy 2.2(c)", "complaints 2.2(c)"),
        ("2.2 (c) social media", "social-media 2.2(c)"),
        ("section 4.1 of the social media policy", "social-media 4.1"),
        ("social media 4.1(b)", "social-media 4.1"),  # the closest
    ],
)
def test_policy_and_number_come_first(searcher: Searcher, query: str, first: str) -> None:
    assert list_first(searcher, query, 1) == [first]


@pytest.mark.parametrize(
    "query",
    [
        "2:2",
        "4:1",
        "2.2 ml",
        "2.2ml",
        "4.1 kg",
        "4.1 pm",
        "2/2",
        "£2.2",
        "£ 4.1",
        "2.2%",
        "4.1 °C",
        "2.2 m",
        "ratio 2:2",
        "4.1g",
    ],
)
def test_an_amount_names_no_rule(searcher: Searcher, query: str) -> None:
    assert all(hit.confidence is not AnswerConfidence.FULL for hit in searcher.rank(query))


@pytest.mark.parametrize(
    "query", ["2.2", "rule 2.2", "2.2 c", "2.2(c)", "para 2.2 (c)", "cl. 2.2", "s.2.2"]
)
def test_a_number_names_its_rule(searcher: Searcher, query: str) -> None:
    assert searcher.rank(query)[0].strength == 2000


def test_inserted_numbers_name_their_rules() -> None:
    rules = [make_document(n, f"The rule of maps {n}") for n in ("4.1", "4.1bis", "18.1A")]
    found = Searcher(search.index(rules, ()))
    assert list_first(found, "rule 4.1bis", 1)[0].endswith("4.1bis")
    assert list_first(found, "section 18.1a", 1)[0].endswith("18.1A")
    typed = [make_document(f"1.{n}", f"5.1{end} Maps") for n, end in enumerate(("", ".1", ".1A"))]
    assert list_first(Searcher(search.index(typed, ())), "rule 5.1.1A", 1)[0].endswith("1.2")


def test_an_appendix_is_found_by_its_name() -> None:
    rules = [
        make_document("1.1", "See Appendix B."),
        make_document("A.1", "Fill it in.", section="Appendix A: Form"),
        make_document("B.1", "Look.", section="Appendix B: Map"),
        make_document("Appendix 2 ¶1", "Sign.", section="Card"),
    ]
    found = Searcher(search.index(rules, ()))
    firsts = [list_first(found, f"appendix {name}", 1)[0] for name in ("A", "B", "2")]
    assert [first.split(" ", 1)[1] for first in firsts] == ["A.1", "B.1", "Appendix 2 ¶1"]


def test_a_time_names_no_rule(searcher: Searcher) -> None:
    hits = searcher.rank("rule for opening at 2.2")
    assert all(hit.strength < 2000 for hit in hits)


def test_figures_are_never_joined() -> None:
    documents = [make_document("1", "Within 22 days"), make_document("2", "Rule")]
    assert Searcher(search.index(documents, ())).correct_words("2.2") == ["2", "2"]
    assert Searcher(search.index(documents, ())).correct_words("trip 2.2") == ["trip", "2", "2"]


def test_a_letter_names_a_rule_of_an_appendix() -> None:
    rules = [make_document(n, f"The rule of maps {n}") for n in ("1.1", "2.1", "2.2", "A.1", "B.1")]
    found = Searcher(search.index(rules, ()))
    assert list_first(found, "rule A.1", 1) == list_first(found, "A.1", 1)
    assert list_first(found, "rule B.1", 1)[0].endswith("B.1")
    assert rule_names.clause_number(words("a 1")) == ()
