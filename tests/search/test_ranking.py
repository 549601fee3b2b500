"""The order of hits: everyday words, slips, numbers, stop words, parts of a query."""

import pytest

from policybook import search
from policybook.search import Hit, Index, SearchDocument, Searcher, ThesaurusRow


def first(searcher: Searcher, query: str, among: int = 3) -> list[str]:
    return [
        f"{hit.document.policy} {hit.document.number}".strip()
        for hit in searcher.rank(query, among)
    ]


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
    assert clause in first(searcher, query)


def test_clause_may_lack_a_word(searcher: Searcher) -> None:
    hits = searcher.rank("disclaimer zzzzqqqq")
    assert hits and not any(hit.whole for hit in hits)
    assert searcher.rank("disclaimer")[0].whole


def test_more_words_come_first(searcher: Searcher) -> None:
    assert first(searcher, "parents told same day telephone writing suspension", 1) == [
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


@pytest.mark.parametrize(("number", "other"), [("2081", "2018"), ("73", "72"), ("1300", "13")])
def test_a_number_is_never_guessed_at(searcher: Searcher, number: str, other: str) -> None:
    assert searcher.rank(other)
    assert searcher.rank(number) == []


def test_known_word_is_not_guessed(searcher: Searcher) -> None:
    (wanted,) = searcher.query_terms(searcher.correct_words("vapes"))
    assert wanted.terms[0] == ("vap", 100)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("disclamer", "disclaimer"),
        ("discliamer", "disclaimer"),
        ("diisclaimer", "disclaimer"),
        ("confiscted", "confiscated"),
        ("terminaton", "termination"),
        ("networkng", "networking"),
        ("discip", "disciplinary"),
    ],
)
def test_a_slip_finds_what_was_meant(searcher: Searcher, slip: str, meant: str) -> None:
    assert first(searcher, slip, 1) == first(searcher, meant, 1)


@pytest.mark.parametrize(("query", "asked"), [
    ("headteachers office", ["headteachers", "office"]),
    ("dutyof care", ["dutyof", "care"]),
    ("phonecupboard", ["phone", "cupboard"]),
    ("dis claimer", ["disclaimer"]),
])  # fmt: skip
def test_words_run_together_or_torn_apart(searcher: Searcher, query: str, asked: list[str]) -> None:
    assert searcher.correct_words(query) == asked


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
            first(searcher, query),
            first(searcher, query.replace(longest, longest[:3] + longest[4:])),
        )
        if before:
            tried, unchanged = tried + 1, unchanged + bool(set(before) & set(after))
    assert tried > 15 and unchanged >= 0.9 * tried


def document(number: str, text: str, **other: str) -> SearchDocument:
    facts = {
        "policy": "p",
        "version": "1",
        "title": "P",
        "address": "policies/p/",
        "anchor": "s" + number,
        "section": "",
    }
    return SearchDocument(number=number, text=text, **{**facts, **other})


def ranked(texts: list[str], query: str, *rows: ThesaurusRow) -> list[str]:
    index = search.index([document(str(n), text) for n, text in enumerate(texts)], rows)
    return [hit.document.number for hit in search.rank(index, query)]


SAME = ThesaurusRow(says=("mum", "parent"), finds=("mum", "parent"), same=True)
ONE_WAY = ThesaurusRow(says=("insta",), finds=("social media",), same=False)


def test_word_comes_before_its_synonym() -> None:
    assert ranked(["A parent is told.", "A mum is told.", "Snow falls here."], "mum", SAME) == [
        "1",
        "0",
    ]
    assert ranked(["A parent is told.", "A mum is told.", "Snow falls here."], "parent", SAME) == [
        "0",
        "1",
    ]


def test_one_way_row() -> None:
    texts = ["On social media all is public.", "Insta is blue.", "Snow falls here."]
    assert ranked(texts, "insta", ONE_WAY) == ["1", "0"]
    assert ranked(texts, "social media", ONE_WAY) == ["0"]


def test_phrase_needs_its_stop_words() -> None:
    row = ThesaurusRow(
        says=("freedom of information", "foi"), finds=("freedom of information", "foi"), same=True
    )
    texts = ["FOI is answered soon.", "Snow falls here."]
    assert ranked(texts, "freedom of information", row) == ["0"]
    assert ranked(texts, "information freedom", row) == []


def test_heading_weighs_less_than_text() -> None:
    documents = [
        document("1", "Phones are handed in.", section="Visits"),
        document("2", "A visit is planned."),
        document("3", "x"),
    ]
    assert [hit.document.number for hit in search.rank(search.index(documents, ()), "visit")] == [
        "2",
        "1",
    ]


def test_equal_hits_keep_document_order() -> None:
    assert ranked(["Snow falls."] * 5, "snow") == ["0", "1", "2", "3", "4"]


def test_an_empty_school_has_an_index() -> None:
    index = search.index((), search.shipped_rows())
    assert search.rank(index, "phone") == [] and dict(search.index_files(index))


def test_a_hit_says_where_it_is(index: Index) -> None:
    (hit,) = search.rank(index, "disclaimer")[:1]
    assert isinstance(hit, Hit) and hit.document is index.documents[hit.number] and hit.score > 0


def test_first_words_weigh_more() -> None:
    texts = (
        "Staff may not bring cameras. Laptops are locked away.",
        "Laptops are locked away. Staff may not bring cameras.",
    )
    index = search.index([document(str(n), text) for n, text in enumerate(texts, 1)], ())
    assert [hit.document.number for hit in search.rank(index, "laptops")] == ["2", "1"]
    assert [hit.document.number for hit in search.rank(index, "cameras")] == ["1", "2"]


@pytest.mark.parametrize(
    "query", ["took my phone", "took his phone", "took a phone", "took that phone"]
)
def test_phrase_allows_any_pronoun(query: str) -> None:
    row = ThesaurusRow(says=("took my phone",), finds=("confiscated",), same=False)
    index = search.index(
        [document("1", "It is confiscated."), document("2", "A phone is switched off.")], [row]
    )
    assert search.rank(index, query, 1)[0].document.number == "1"


def test_two_word_phrase_keeps_pronoun() -> None:
    row = ThesaurusRow(says=("add me",), finds=("network",), same=False)
    index = search.index(
        [document("1", "Staff must not network."), document("2", "They add marks.")], [row]
    )
    assert [hit.document.number for hit in search.rank(index, "add marks")] == ["2"]


def test_word_weighs_less_in_phrase() -> None:
    row = ThesaurusRow(says=("kicks off",), finds=("warning",), same=False)
    index = search.index(
        [document("1", "A warning is given."), document("2", "A ball is kicked.")], [row]
    )
    assert [hit.document.number for hit in search.rank(index, "pupil kicks off")] == ["1", "2"]
    assert [hit.document.number for hit in search.rank(index, "pupil kicks")] == ["2"]


def test_unknown_query_finds_the_nearest(searcher: Searcher) -> None:
    assert searcher.rank("vippes")
    assert first(searcher, "disclaimer vippes", 1) == first(searcher, "disclaimer", 1)


def test_guess_prefers_words_of_texts() -> None:
    row = ThesaurusRow(says=("barded",), finds=("away",), same=False)
    index = search.index([document("1", "They are barred."), document("2", "Keep away.")], [row])
    assert search.rank(index, "bared", 1)[0].document.number == "1"


def test_form_of_stop_word_counts() -> None:
    row = ThesaurusRow(says=("mean",), finds=("unkind",), same=False)
    index = search.index([document("1", "Nobody is unkind.")], [row])
    assert search.rank(index, "mean")
