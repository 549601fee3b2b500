"""What can be found: clauses of texts in force and their summaries, nothing else."""

from datetime import date

import pytest

from policybook import search
from policybook.model import Library
from policybook.search import SearchDocument, Searcher


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
def test_no_word_of_another_text_is_in_the_index(searcher: Searcher, word: str) -> None:
    assert not [term for term in searcher.index.postings if word[:6] in term]
    assert word not in searcher.index.words


@pytest.mark.parametrize(
    "word", ["superseded pagoda", "proposed zeppelin", "drafted gondola", "upcoming trampoline"]
)
def test_no_other_text_is_found(searcher: Searcher, word: str) -> None:
    found = {hit.document.version for hit in searcher.rank(word + " social networking", 1000)}
    assert not found & {"2022-11", "2026-12", "2027-09", "2026-10", "2024-10"}


def test_standing_goes_by_the_day(school: Library) -> None:
    then = search.documents_in_force(school, date(2023, 1, 1))
    assert [(d.policy, d.version) for d in then] == [("social-media", "2022-11")]
    assert "lettings" in {d.policy for d in search.documents_in_force(school, date(2027, 1, 1))}
    assert search.documents_in_force(school, date(2000, 1, 1)) == ()


def of(documents: tuple[SearchDocument, ...], **wanted: str) -> SearchDocument:
    (found,) = [
        d for d in documents if all(getattr(d, name) == value for name, value in wanted.items())
    ]
    return found


def test_a_clause_has_its_place(documents: tuple[SearchDocument, ...]) -> None:
    found = of(documents, policy="social-media", number="3.1")
    assert found.text == "No pupil under 13 should be accessing social networking sites."
    assert (found.address, found.anchor, found.section) == (
        "policies/social-media/",
        "s3-1",
        "Pupils",
    )
    assert found.plain == "Your child must be 13 to use apps like Instagram."


def test_a_clause_inside_another_knows_the_words_it_completes(
    documents: tuple[SearchDocument, ...],
) -> None:
    found = of(documents, policy="social-media", number="2.5(c)(ii)")
    assert found.text == "the police."
    assert found.lead.startswith("If the head teacher receives") and found.lead.endswith(
        "telling only:"
    )


def test_a_heading_within_a_section_is_part_of_the_place(
    documents: tuple[SearchDocument, ...],
) -> None:
    assert of(documents, policy="social-media", number="3.5").section == "Pupils: Cyber bullying"


def test_a_statement_is_counted_through_its_summary(documents: tuple[SearchDocument, ...]) -> None:
    found = of(documents, reader="parents", anchor="st2")
    assert (found.address, found.number) == ("policies/social-media/parents/", "")
    assert {d.reader for d in documents} == {"", "parents", "pupils"}
