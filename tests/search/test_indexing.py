"""The index: the terms of each document, and their weight."""

from policybook import search
from policybook.search import SearchDocument, Searcher, ThesaurusRow

from .asked_school import (
    TODAY,
    load_school_with_other_texts,
)
from .ranked_texts import make_document


def test_main_index_lacks_other_texts() -> None:
    searcher = Searcher(
        search.index(search.documents_in_force(load_school_with_other_texts(), TODAY), ())
    )
    for word in ("tablets", "watches", "gliders"):
        assert not searcher.is_known(word)


def test_heading_weighs_less_than_text() -> None:
    documents = [
        make_document("1", "Phones are handed in.", section="Visits"),
        make_document("2", "A visit is planned."),
        make_document("3", "x"),
    ]
    assert [hit.document.number for hit in search.rank(search.index(documents, ()), "visit")] == [
        "2",
        "1",
    ]


def test_an_empty_school_has_an_index() -> None:
    index = search.index((), search.shipped_rows())
    assert search.rank(index, "phone") == [] and dict(search.index_files(index))


def test_terms_keep_heaviest_postings() -> None:

    facts = {"policy": "p", "version": "1", "title": "T", "address": "a/", "section": ""}
    texts = [
        SearchDocument(
            anchor=f"s{n}", number=str(n), text="the snow " + "falls " * (n % 7), **facts
        )
        for n in range(1500)
    ]
    index = search.index(texts, ())
    assert len(index.postings["snow"]) == 2 * 1000 and len(index.postings["=the"]) == 2 * 100
    assert list(index.postings["snow"][::2]) == sorted(index.postings["snow"][::2])


def test_rarer_terms_weigh_more() -> None:
    texts = ["Snow falls.", "Snow melts.", "Rain falls."]
    index = search.index([make_document(str(n), text) for n, text in enumerate(texts)], ())
    assert list(index.postings["snow"][::2]) == [0, 1]
    assert index.postings["rain"][1] > index.postings["snow"][1] == index.postings["snow"][3] > 0
    assert index.words == ("falls", "melts", "p", "rain", "snow")  # with those of the title


def test_useless_rows_are_left_out() -> None:
    rows = [
        ThesaurusRow(says=("zorb",), finds=("golf",), same=False),
        ThesaurusRow(says=("sleet",), finds=("snow",), same=False),
        ThesaurusRow(says=("rain", "drizzle"), finds=("rain", "drizzle"), same=True),
    ]
    index = search.index([make_document("1", "Snow and rain.")], rows)
    assert index.rows == (rows[2], rows[1])  # rows that are `same` first
    assert {"#0", "#1"} <= set(index.postings)
    assert "#2" not in index.postings
