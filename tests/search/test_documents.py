"""What can be found: clauses of texts in force and their summaries, nothing else."""

from datetime import date

import pytest

from policybook import search
from policybook.model import Library
from policybook.search import SearchDocument, Searcher

from .asked_school import (
    TODAY,
    load_school_with_other_texts,
)


@pytest.fixture(scope="session")
def documents(school: Library) -> tuple[SearchDocument, ...]:
    return search.documents_in_force(school, date(2026, 11, 22))


def test_only_texts_in_force_are_there(documents: tuple[SearchDocument, ...]) -> None:
    assert {(d.policy, d.version) for d in documents} == {
        ("behaviour", "2025-07"),
        ("complaints", "2024-11"),
        ("data-protection", "2025-11"),
        ("mobile-phones", "2026-03"),
        ("social-media", "2023-11"),
    }


@pytest.mark.parametrize(
    "word", ["pagoda", "zeppelin", "gondola", "trampoline", "toboggan", "dziecko"]
)
def test_index_lacks_other_texts(searcher: Searcher, word: str) -> None:
    assert not [term for term in searcher.index.postings if word[:6] in term]
    assert word not in searcher.index.words


@pytest.mark.parametrize(
    "word", ["superseded pagoda", "proposed zeppelin", "drafted gondola", "upcoming trampoline"]
)
def test_no_other_text_is_found(searcher: Searcher, word: str) -> None:
    versions = {hit.document.version for hit in searcher.rank(word + " social networking", 1000)}
    assert not versions & {"2022-11", "2026-12", "2027-09", "2026-10", "2024-10"}


def test_standing_goes_by_the_day(school: Library) -> None:
    then = search.documents_in_force(school, date(2023, 1, 1))
    assert [(d.policy, d.version) for d in then] == [("social-media", "2022-11")]
    assert "lettings" in {d.policy for d in search.documents_in_force(school, date(2027, 1, 1))}
    assert search.documents_in_force(school, date(2000, 1, 1)) == ()


def find_document(documents: tuple[SearchDocument, ...], **wanted: str) -> SearchDocument:
    (document,) = [
        d for d in documents if all(getattr(d, name) == value for name, value in wanted.items())
    ]
    return document


def test_a_clause_has_its_place(documents: tuple[SearchDocument, ...]) -> None:
    document = find_document(documents, policy="social-media", number="3.1")
    assert document.text == "No pupil under 13 should be accessing social networking sites."
    assert (document.address, document.anchor, document.section) == (
        "policies/social-media/",
        "s3-1",
        "Pupils",
    )
    assert document.plain == "Your child must be 13 to use apps like Instagram."


def test_item_has_its_lead(
    documents: tuple[SearchDocument, ...],
) -> None:
    document = find_document(documents, policy="social-media", number="2.5(c)(ii)")
    assert document.text == "the police."
    assert document.lead.startswith("If the head teacher receives") and document.lead.endswith(
        "telling only:"
    )


def test_group_heading_is_in_section(
    documents: tuple[SearchDocument, ...],
) -> None:
    assert (
        find_document(documents, policy="social-media", number="3.5").section
        == "Pupils: Cyber bullying"
    )


def test_statements_are_numbered_through_summary(documents: tuple[SearchDocument, ...]) -> None:
    document = find_document(documents, reader="parents", anchor="st2")
    assert (document.address, document.number) == ("policies/social-media/parents/", "")
    assert {d.reader for d in documents} == {"", "parents", "pupils"}


def test_other_texts_without_drafts() -> None:
    others = search.documents_not_in_force(load_school_with_other_texts(), TODAY)
    assert [(d.version, d.standing, d.text) for d in others] == [
        ("2026-12", "consultation", "Watches stay at home."),
        ("2024-09", "superseded", "Tablets stay at home."),
    ]
    assert {d.address for d in others} == {
        "policies/behaviour/2026-12/",
        "policies/behaviour/2024-09/",
    }


#: The text of a result, and what a reader sees.
SHOWN = [
    (
        "Pupils in Reception to Year 4 | No devices | | |",
        "Pupils in Reception to Year 4: No devices",
    ),
    ("4 | A talk | Phase leader | The same day", "4: A talk; Phase leader; The same day"),
    ("| No devices | | Visits", "No devices; Visits"),
    ("Children | | |", "Children"),
    ("Tick yes|no on the form.", "Tick yes|no on the form."),  # no row
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_rows_are_shown_without_bars(text: str, shown: str) -> None:
    document = SearchDocument(
        policy="", version="", title="", address="", anchor="", number="", section="", text=text
    )
    assert document.shown_text == shown
