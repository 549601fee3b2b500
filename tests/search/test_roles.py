"""A query that says who asks is read without those words, and lifts rules about that reader."""

import pytest

from policybook import search
from policybook.search import Searcher
from policybook.search.roles import find_role
from policybook.search.stemming import words

from .ranked_texts import make_document

TEXTS = {
    "1": "Staff may take a photograph of a visit with a school camera.",
    "2": "Parents may take a photograph of their own child at the end.",
    "3": "Governors look at each complaint once a year.",
    "4": "Snow falls on the playground in winter.",
}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(search.index([make_document(n, text) for n, text in TEXTS.items()], ()))


@pytest.mark.parametrize(
    ("query", "role", "said"),
    [
        ("as a parent can I film", "parents", "parent"),
        ("I'm a TA and he hit me", "staff", "ta"),
        ("im a teaching assistant, who do I tell", "staff", "teaching assistant"),
        ("who do I tell if i am a supply teacher", "staff", "supply teacher"),
        ("as a parent governor do I vote", "governors", "parent governor"),
        ("can a parent film", "", ""),
        ("as a last resort", "", ""),
        ("as a", "", ""),
    ],
)
def test_role_of_who_asks(query: str, role: str, said: str) -> None:
    query_words = words(query)
    found, places = find_role(query_words)
    assert (found, " ".join(query_words[n] for n in places)) == (role, said)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("as a parent can i take a photograph", "2"),
        ("im a teacher can i take a photograph", "1"),
    ],
)
def test_role_lifts_its_rules(searcher: Searcher, query: str, number: str) -> None:
    assert searcher.rank(query)[0].document.number == number


def test_role_need_not_be_in_the_rule(searcher: Searcher) -> None:
    plain = searcher.rank("snow on the playground")[0]
    asked = searcher.rank("as a parent what about snow on the playground")[0]
    assert (asked.document.number, asked.strength) == (plain.document.number, plain.strength)


def test_chosen_reader_lifts_rules() -> None:
    index = search.index(
        [
            make_document("1", TEXTS["1"], audiences=("staff", "parents")),
            make_document("2", TEXTS["2"], audiences=("staff", "parents")),
        ],
        (),
    )
    for audience, number in (("staff", "1"), ("parents", "2")):
        hits = search.rank(index, "take a photograph", audience=audience)
        assert hits[0].document.number == number


def test_role_alone_is_a_subject(searcher: Searcher) -> None:
    assert searcher.rank("as a governor")[0].document.number == "3"
