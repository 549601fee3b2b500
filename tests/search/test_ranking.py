"""The order of hits: everyday words, slips, numbers, stop words, parts of a query."""

import pytest
from builders import make_approved_text, make_sources

from policybook import search
from policybook.reading import library
from policybook.search import Hit, Index, Searcher, ThesaurusRow
from policybook.search.confidence import AnswerConfidence
from policybook.search.ranking import FEW

from .asked_school import (
    BODY,
    PATH,
    TODAY,
)
from .ranked_texts import list_first, make_document, rank_texts


@pytest.mark.parametrize(
    ("query", "clause"),
    [
        ("kid sent me a friend request on insta", "social-media 2.2"),
        ("sacked", "social-media 2.3"),
        ("discliamer", "social-media 2.4"),
        ("under 13", "social-media 3.1"),
        ("what age can children have tiktok", "social-media 3.1"),
        ("mobile phones handed in", "social-media 3.2"),
        ("cyberbulling", "social-media 3.5"),
        ("lost usb stick with pupil data", "data-protection 4.1"),
        ("subject access request", "data-protection 4.3"),
        ("SAR", "data-protection 4.3"),
        ("freedom of information", "data-protection 4.5"),
        ("complain about the headteacher", "complaints 2.3"),
        ("72 hours", "data-protection 4.2"),
        ("expelled", "behaviour 2.4"),
        ("cctv", "data-protection 2.4"),
        ("smartwatch", "mobile-phones 2.3"),
    ],
)
def test_clause_is_among_first_three(searcher: Searcher, query: str, clause: str) -> None:
    assert clause in list_first(searcher, query)


def test_clause_may_lack_a_word(searcher: Searcher) -> None:
    hits = searcher.rank("disclaimer zzzzqqqq")
    assert hits and not any(hit.confidence is AnswerConfidence.FULL for hit in hits)
    assert searcher.rank("disclaimer")[0].confidence is AnswerConfidence.FULL


def test_more_words_come_first(searcher: Searcher) -> None:
    assert list_first(searcher, "parents told same day telephone writing suspension", 1) == [
        "behaviour 2.3"
    ]


@pytest.mark.parametrize("query", ["the", "what if", "who can I", "of the and"])
def test_stop_words_alone_are_looked_for(searcher: Searcher, query: str) -> None:
    assert searcher.rank(query)


def test_stop_words_beside_others_change_nothing(searcher: Searcher) -> None:
    plain = [(h.number, h.score) for h in searcher.rank("confiscated phone")]
    assert [
        (h.number, h.score) for h in searcher.rank("what if they have the confiscated phone")
    ] == plain


@pytest.mark.parametrize("query", ["", " ", "?!", "zzzzqqqq", "\u200b"])
def test_nothing_is_found_where_nothing_is(searcher: Searcher, query: str) -> None:
    assert searcher.rank(query) == []


def test_long_query_is_answered(searcher: Searcher) -> None:
    assert searcher.rank("phone bullying " * 5000)


def test_a_repeated_word_counts_once(searcher: Searcher) -> None:
    assert searcher.rank("vape vape vape") == searcher.rank("vape")


def test_typos_keep_most_hits(searcher: Searcher, queries: list[str]) -> None:
    unchanged, tried = 0, 0
    for query in queries:
        longest = max(query.split(), key=len)
        if len(longest) < 7 or not longest.isascii():
            continue
        before, after = (
            list_first(searcher, query),
            list_first(searcher, query.replace(longest, longest[:3] + longest[4:])),
        )
        if before:
            tried, unchanged = tried + 1, unchanged + bool(set(before) & set(after))
    assert tried > 15 and unchanged >= 0.9 * tried


SAME = ThesaurusRow(says=("mum", "parent"), finds=("mum", "parent"), same=True)

ONE_WAY = ThesaurusRow(says=("insta",), finds=("social media",), same=False)


def test_word_comes_before_its_synonym() -> None:
    assert rank_texts(["A parent is told.", "A mum is told.", "Snow falls here."], "mum", SAME) == [
        "1",
        "0",
    ]
    assert rank_texts(
        ["A parent is told.", "A mum is told.", "Snow falls here."], "parent", SAME
    ) == [
        "0",
        "1",
    ]


def test_one_way_row() -> None:
    texts = ["On social media all is public.", "Insta is blue.", "Snow falls here."]
    assert rank_texts(texts, "insta", ONE_WAY) == ["1", "0"]
    assert rank_texts(texts, "social media", ONE_WAY) == ["0"]


def test_equal_hits_keep_document_order() -> None:
    assert rank_texts(["Snow falls."] * 5, "snow") == ["0", "1", "2", "3", "4"]


def test_a_hit_says_where_it_is(index: Index) -> None:
    (hit,) = search.rank(index, "disclaimer")[:1]
    assert isinstance(hit, Hit) and hit.document is index.documents[hit.number] and hit.score > 0


@pytest.mark.parametrize(
    "query", ["took my phone", "took his phone", "took a phone", "took that phone"]
)
def test_phrase_allows_any_pronoun(query: str) -> None:
    row = ThesaurusRow(says=("took my phone",), finds=("confiscated",), same=False)
    index = search.index(
        [make_document("1", "It is confiscated."), make_document("2", "A phone is switched off.")],
        [row],
    )
    assert search.rank(index, query, 1)[0].document.number == "1"


def test_two_word_phrase_keeps_pronoun() -> None:
    row = ThesaurusRow(says=("add me",), finds=("network",), same=False)
    index = search.index(
        [make_document("1", "Staff must not network."), make_document("2", "They add marks.")],
        [row],
    )
    assert [hit.document.number for hit in search.rank(index, "add marks")] == ["2"]


def test_word_weighs_less_in_phrase() -> None:
    row = ThesaurusRow(says=("kicks off",), finds=("warning",), same=False)
    index = search.index(
        [make_document("1", "A warning is given."), make_document("2", "A ball is kicked.")], [row]
    )
    assert [hit.document.number for hit in search.rank(index, "pupil kicks off")] == ["1", "2"]
    assert [hit.document.number for hit in search.rank(index, "pupil kicks")] == ["2"]


def test_row_respects_the_audience() -> None:
    files = {
        PATH: make_approved_text(BODY, applies_to="[pupils]"),
        "docs/policies/vocabulary.yml": "ours:\n  - say: teachers ring\n    means: behaviour 1.1\n",
    }
    example = library.load(make_sources(files)).library
    ranked = Searcher(
        search.index(search.documents_in_force(example, TODAY), search.school_rows(example)[0])
    )
    assert ranked.rank("teachers ring", audience="pupils")[0].document.number == "1.1"
    assert ranked.rank("teachers ring", audience="staff") == []


def test_results_for_one_audience() -> None:
    files = {
        PATH: make_approved_text(BODY, applies_to="[pupils, parents]"),
        "docs/policies/behaviour/2025-09.parents.md": "- Phones go to the office. [1.1]\n",
        "docs/policies/trips/2025-09.md": make_approved_text(
            "## Rules\n\nPhones stay on the coach.\n", applies_to="[staff]", title="Trips"
        ),
    }
    searcher = Searcher(
        search.index(
            search.documents_in_force(library.load(make_sources(files)).library, TODAY), ()
        )
    )

    def hits_for(audience: str) -> list[tuple[str, str]]:
        return sorted(
            (h.document.policy, h.document.reader)
            for h in searcher.rank("phones", audience=audience)
        )

    assert hits_for("") == [("behaviour", ""), ("behaviour", "parents"), ("trips", "")]
    assert hits_for("parents") == [("behaviour", ""), ("behaviour", "parents")]
    assert hits_for("pupils") == [("behaviour", "")]
    assert hits_for("staff") == [("trips", "")]


def test_weak_hits_are_left_out() -> None:
    body = "## Rules\n\nPhones are handed in at the school office.\n\n" + "".join(
        f"Rule {n} of the school is kind.\n\n" for n in range(30)
    )
    example = library.load(make_sources({PATH: make_approved_text(body)})).library
    hits = Searcher(search.index(search.documents_in_force(example, TODAY), ())).rank(
        "phones handed in at the school office"
    )
    assert hits[0].document.number == "1.1"
    assert len(hits) == FEW


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("3.2", "3.2"),
        ("rule 3.2", "3.2"),
        ("Clause 3.2", "3.2"),
        ("section 3", "3.1"),
    ],
)
def test_number_finds_its_clause(searcher: Searcher, query: str, number: str) -> None:
    first = searcher.rank(query)[0]
    assert (first.document.number, first.confidence) == (number, AnswerConfidence.FULL)


def test_phrase_may_be_apart_or_turned() -> None:
    row = ThesaurusRow(says=("drop complaint",), finds=("withdraw",), same=False)
    texts = ["A parent may withdraw at any time.", "Bags are put down quietly."]
    assert rank_texts(texts, "my complaint, can i drop it", row) == ["0"]
    far = "drop " + "red " * 8 + "complaint"
    assert rank_texts(texts, far, row) == []


def test_title_answers_for_its_subject() -> None:
    row = ThesaurusRow(says=("day off",), finds=("about attendance",), same=False)
    documents = [
        make_document("1", "Funerals are a reason.", policy="lettings", title="Lettings Policy"),
        make_document("1", "Funerals are a reason.", title="Attendance Policy"),
    ]
    hits = search.rank(search.index(documents, [row]), "day off for a funeral")
    assert [hit.document.policy for hit in hits] == ["p", "lettings"]


def test_words_come_before_the_subject() -> None:
    row = ThesaurusRow(says=("wedding",), finds=("about attendance",), same=False)
    documents = [
        make_document("1", "Registers are taken each day.", title="Attendance Policy"),
        make_document("2", "Close family weddings.", title="Attendance Policy"),
    ]
    hits = search.rank(search.index(documents, [row]), "a day for a wedding")
    assert hits[0].document.number == "2"


def test_number_that_is_not_there_finds_its_rule(searcher: Searcher) -> None:
    number = next(d.number for d in searcher.index.documents if d.number.count(".") == 1)
    first = searcher.rank(f"rule {number}(zz)", 1)[0]
    assert first.document.number == number
    assert first.confidence is AnswerConfidence.PARTIAL


def test_whole_clause_comes_before_rare_word() -> None:
    texts = [
        "A trombone may be hired, and a trombone is insured; trombones stay in the music room.",
        "Pupils may bring lunch on a trip.",
        *(f"Pupils on trip {n} walk." for n in range(12)),
        *(f"Lunch {n} is hot." for n in range(12)),
    ]
    assert rank_texts(texts, "bring lunch on a trip trombone")[0] in {"0", "1"}
    assert rank_texts(texts, "bring lunch on a trip")[0] == "1"
    same = ThesaurusRow(says=("outing", "trip"), finds=("outing", "trip"), same=True)
    assert rank_texts(texts, "bring lunch outing", same)[0] == "1"


def test_time_is_asked_for() -> None:
    """A rule that says no time comes after one that does, but only where a time is asked for."""
    texts = [
        "Lunch is hot, and pupils eat in the hall.",
        "In the hall, all pupils have lunch together at 12.15 pm.",
        *(f"Snow falls on hill {n}." for n in range(8)),
    ]
    assert rank_texts(texts, "what time is lunch")[0] == "1"
    assert rank_texts(texts, "where is lunch")[0] == "0"
