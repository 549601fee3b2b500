"""Questions that people asked, the school's own words, and texts that are not in force."""

from datetime import date

import pytest
from builders import make_approved_text, make_sources, make_text

from policybook import checks, search
from policybook.model import Library
from policybook.model.findings import Finding, Severity
from policybook.reading import library
from policybook.search import Searcher
from policybook.search.ranking import FEW

TODAY = date(2026, 11, 22)
BODY = "## Rules\n\nPhones are handed in at the office.\n\nPupils who are kind get a star on Friday.\n\nTeachers ring home.\n"
PATH = "docs/policies/behaviour/2025-09.md"


def school(**more: str) -> Library:
    files = {PATH: make_approved_text(BODY)} | {
        f"docs/policies/{name}.yml": words for name, words in more.items()
    }
    return library.load(make_sources(files)).library


def findings(school: Library, *codes: str) -> list[Finding]:
    return [f for f in checks.run(school, TODAY) if f.code in codes]


def first(school: Library, query: str) -> str:
    rows = (*search.school_rows(school)[0], *search.shipped_rows())
    return (
        Searcher(search.index(search.documents_in_force(school, TODAY), rows))
        .rank(query)[0]
        .document.number
    )


# ---------- the school's own words


def test_an_own_row_leads_to_words() -> None:
    example = school(vocabulary="ours:\n  - say: gold club\n    means: star\n")
    assert first(example, "gold club") == "1.2"
    assert findings(example, "vocabulary", "thesaurus") == []


def test_school_row_leads_to_clause() -> None:
    example = school(vocabulary="ours:\n  - say: zorbing, zorb\n    means: behaviour 1.3\n")
    assert first(example, "zorb") == "1.3"
    assert first(example, "can we go zorbing") == "1.3"


@pytest.mark.parametrize(
    "words",
    [
        "does the school put up with any phones that pupils bring in at all",  # longer than a phrase that is looked for in a query
        "phones",
        "teachers ring home",  # the words of another clause
        "who is kind",
    ],
)
def test_named_clause_comes_first(words: str) -> None:
    example = school(vocabulary=f"ours:\n  - say: tablets, {words}\n    means: behaviour 1.2\n")
    assert first(example, words) == first(example, f"{words.upper()}?") == "1.2"


def test_suggested_row_answers_the_question() -> None:
    asked = "questions:\n  - question: teachers, ring home\n    answer: behaviour 1.2\n"
    more = "".join(f"\nTeachers ring home on day {n}.\n" for n in range(5))
    files = {PATH: make_approved_text(BODY + more), "docs/policies/asked.yml": asked}
    (fault,) = findings(library.load(make_sources(files)).library, "asked")
    row = "- say: teachers ring home"
    assert f"`{row}` and below it `means: behaviour 1.2`" in fault.remedy
    files["docs/policies/vocabulary.yml"] = f"ours:\n  {row}\n    means: behaviour 1.2\n"
    assert findings(library.load(make_sources(files)).library, "asked", "thesaurus") == []


def test_question_of_small_words() -> None:
    (fault,) = findings(
        school(asked="questions:\n  - question: what about this\n    answer: behaviour 1.2\n"),
        "asked",
    )
    assert "small words" in fault.remedy


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


def test_useless_row_is_a_note() -> None:
    example = school(vocabulary="ours:\n  - say: zorb\n    means: golden time\n  - say: x\n")
    note, error = sorted(
        findings(example, "vocabulary", "thesaurus"), key=lambda f: f.severity is Severity.ERROR
    )
    assert (note.severity, note.line) == (Severity.NOTE, 2)
    assert (error.severity, error.line) == (Severity.ERROR, 4)


# ---------- questions that people asked


def test_answered_question_raises_nothing() -> None:
    example = school(
        asked="questions:\n  - question: who keeps phones\n    answer: behaviour 1.1\n"
    )
    assert findings(example, "asked", "asked-form") == []


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("zorbing", "behaviour 1.1", "does not find the answer"),
        ("phones", "behaviour 9.9", "not a clause of a policy in force"),
        ("phones", "lettings 1.1", "not a clause of a policy in force"),
    ],
)
def test_unanswered_question_is_a_warning(question: str, answer: str, words: str) -> None:
    example = school(asked=f"questions:\n  - question: {question}\n    answer: {answer}\n")
    (fault,) = findings(example, "asked")
    assert (fault.severity, fault.line, fault.path) == (
        Severity.WARNING,
        2,
        "docs/policies/asked.yml",
    )
    assert words in fault.message


@pytest.mark.parametrize(
    ("title", "approved_on", "answered"),
    [
        ("Mobile Phones Policy", "2026-03-02", True),
        ("Mobile Phones Policy", "2020-03-02", False),  # older than the answer's policy
        ("Lettings Policy", "2026-03-02", False),  # its title is about something else
        ("Behaviour of phones", "2026-03-02", True),
    ],
)
def test_newer_policy_may_answer(title: str, approved_on: str, answered: bool) -> None:
    rules = "## Phones\n\n" + "".join(f"Phones {word}.\n\n" for word in ("a", "b", "c", "d"))
    files = {
        PATH: make_approved_text(BODY, title="Behaviour policy", approved_on="2025-09-01"),
        "docs/policies/phones/2026-03.md": make_approved_text(
            rules, title=title, approved_on=approved_on
        ),
        "docs/policies/asked.yml": "questions:\n  - question: phones\n    answer: behaviour 1.1\n",
    }
    assert findings(library.load(make_sources(files)).library, "asked") == [] or not answered
    assert bool(findings(library.load(make_sources(files)).library, "asked")) is not answered


def test_any_of_several_answers_will_do() -> None:
    example = school(
        asked="questions:\n  - question: phones\n    answer: [behaviour 1.3, behaviour 1.1]\n"
    )
    assert findings(example, "asked") == []


@pytest.mark.parametrize(
    "words",
    [
        "- question: x\n",
        "questions: x\n",
        "questions:\n  - question: x\n",
        "questions:\n  - question: x\n    answer: rule 1\n",
    ],
)
def test_malformed_question_is_a_fault(words: str) -> None:
    assert {f.code for f in findings(school(asked=words), "asked-form", "yaml")} <= {
        "asked-form",
        "yaml",
    }
    assert findings(school(asked=words), "asked-form", "yaml")


# ---------- texts that are not in force


def apart() -> Library:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(
            BODY + "\nTablets stay at home.\n", approved_on="2024-09"
        ),
        PATH: make_approved_text(BODY, changes="Tablets."),
        "docs/policies/behaviour/2026-12.md": make_text(
            BODY + "\nWatches stay at home.\n", changes="Watches."
        ),
        "docs/policies/behaviour/2027-01.md": make_text(
            BODY + "\nGliders stay at home.\n", changes="Gliders.", status="draft"
        ),
    }
    return library.load(make_sources(files)).library


def test_other_texts_without_drafts() -> None:
    others = search.documents_not_in_force(apart(), TODAY)
    assert [(d.version, d.standing, d.text) for d in others] == [
        ("2026-12", "consultation", "Watches stay at home."),
        ("2024-09", "superseded", "Tablets stay at home."),
    ]
    assert {d.address for d in others} == {
        "policies/behaviour/2026-12/",
        "policies/behaviour/2024-09/",
    }


def test_main_index_lacks_other_texts() -> None:
    searcher = Searcher(search.index(search.documents_in_force(apart(), TODAY), ()))
    for word in ("tablets", "watches", "gliders"):
        assert not searcher.is_known(word)


# ---------- for one audience


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
