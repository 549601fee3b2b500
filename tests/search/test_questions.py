"""Questions that people asked, the school's own words, and texts that are not in force."""

from datetime import date

import pytest
from builders import approved, sources, text

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
    files = {PATH: approved(BODY)} | {
        f"docs/policies/{name}.yml": words for name, words in more.items()
    }
    return library.load(sources(files)).library


def found(school: Library, *codes: str) -> list[Finding]:
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
    made = school(vocabulary="ours:\n  - say: gold club\n    means: star\n")
    assert first(made, "gold club") == "1.2"
    assert found(made, "vocabulary", "thesaurus") == []


def test_an_own_row_leads_to_one_clause() -> None:
    made = school(vocabulary="ours:\n  - say: zorbing, zorb\n    means: behaviour 1.3\n")
    assert first(made, "zorb") == "1.3"
    assert first(made, "can we go zorbing") == "1.3"


@pytest.mark.parametrize(
    "said",
    [
        "does the school put up with any phones that pupils bring in at all",  # longer than a phrase that is looked for in a query
        "phones",
        "teachers ring home",  # the words of another clause
        "who is kind",
    ],
)
def test_a_row_that_names_a_clause_puts_it_first_for_just_its_words(said: str) -> None:
    made = school(vocabulary=f"ours:\n  - say: tablets, {said}\n    means: behaviour 1.2\n")
    assert first(made, said) == first(made, f"{said.upper()}?") == "1.2"


def test_the_row_that_the_finding_names_puts_the_question_right() -> None:
    asked = "questions:\n  - question: teachers, ring home\n    answer: behaviour 1.2\n"
    more = "".join(f"\nTeachers ring home on day {n}.\n" for n in range(5))
    files = {PATH: approved(BODY + more), "docs/policies/asked.yml": asked}
    (fault,) = found(library.load(sources(files)).library, "asked")
    row = "- say: teachers ring home"
    assert f"`{row}` and below it `means: behaviour 1.2`" in fault.remedy
    files["docs/policies/vocabulary.yml"] = f"ours:\n  {row}\n    means: behaviour 1.2\n"
    assert found(library.load(sources(files)).library, "asked", "thesaurus") == []


def test_a_question_of_small_words_alone_is_told_so() -> None:
    (fault,) = found(
        school(asked="questions:\n  - question: what about this\n    answer: behaviour 1.2\n"),
        "asked",
    )
    assert "small words" in fault.remedy


def test_an_audience_is_not_shown_what_a_row_names_for_others() -> None:
    files = {
        PATH: approved(BODY, applies_to="[pupils]"),
        "docs/policies/vocabulary.yml": "ours:\n  - say: teachers ring\n    means: behaviour 1.1\n",
    }
    made = library.load(sources(files)).library
    ranked = Searcher(
        search.index(search.documents_in_force(made, TODAY), search.school_rows(made)[0])
    )
    assert ranked.rank("teachers ring", audience="pupils")[0].document.number == "1.1"
    assert ranked.rank("teachers ring", audience="staff") == []


def test_a_row_that_finds_nothing_is_a_note_and_a_faulty_one_an_error() -> None:
    made = school(vocabulary="ours:\n  - say: zorb\n    means: golden time\n  - say: x\n")
    note, error = sorted(
        found(made, "vocabulary", "thesaurus"), key=lambda f: f.severity is Severity.ERROR
    )
    assert (note.severity, note.line) == (Severity.NOTE, 2)
    assert (error.severity, error.line) == (Severity.ERROR, 4)


# ---------- questions that people asked


def test_a_question_that_is_answered_raises_nothing() -> None:
    made = school(asked="questions:\n  - question: who keeps phones\n    answer: behaviour 1.1\n")
    assert found(made, "asked", "asked-form") == []


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("zorbing", "behaviour 1.1", "does not find the answer"),
        ("phones", "behaviour 9.9", "not a clause of a policy in force"),
        ("phones", "lettings 1.1", "not a clause of a policy in force"),
    ],
)
def test_a_question_that_is_not_answered_stops_the_build(
    question: str, answer: str, words: str
) -> None:
    made = school(asked=f"questions:\n  - question: {question}\n    answer: {answer}\n")
    (fault,) = found(made, "asked")
    assert (fault.severity, fault.line, fault.path) == (
        Severity.ERROR,
        2,
        "docs/policies/asked.yml",
    )
    assert words in fault.message


def test_any_of_several_answers_will_do() -> None:
    made = school(
        asked="questions:\n  - question: phones\n    answer: [behaviour 1.3, behaviour 1.1]\n"
    )
    assert found(made, "asked") == []


@pytest.mark.parametrize(
    "words",
    [
        "- question: x\n",
        "questions: x\n",
        "questions:\n  - question: x\n",
        "questions:\n  - question: x\n    answer: rule 1\n",
    ],
)
def test_what_is_no_question_is_found_fault_with(words: str) -> None:
    assert {f.code for f in found(school(asked=words), "asked-form", "yaml")} <= {
        "asked-form",
        "yaml",
    }
    assert found(school(asked=words), "asked-form", "yaml")


# ---------- texts that are not in force


def apart() -> Library:
    files = {
        "docs/policies/behaviour/2024-09.md": approved(
            BODY + "\nTablets stay at home.\n", approved_on="2024-09"
        ),
        PATH: approved(BODY, changes="Tablets."),
        "docs/policies/behaviour/2026-12.md": text(
            BODY + "\nWatches stay at home.\n", changes="Watches."
        ),
        "docs/policies/behaviour/2027-01.md": text(
            BODY + "\nGliders stay at home.\n", changes="Gliders.", status="draft"
        ),
    }
    return library.load(sources(files)).library


def test_only_what_is_not_in_the_text_in_force_is_found_apart_and_no_draft() -> None:
    others = search.documents_not_in_force(apart(), TODAY)
    assert [(d.version, d.standing, d.text) for d in others] == [
        ("2026-12", "consultation", "Watches stay at home."),
        ("2024-09", "superseded", "Tablets stay at home."),
    ]
    assert {d.address for d in others} == {
        "policies/behaviour/2026-12/",
        "policies/behaviour/2024-09/",
    }


def test_none_of_it_is_in_the_index_that_everyone_searches() -> None:
    made = Searcher(search.index(search.documents_in_force(apart(), TODAY), ()))
    for word in ("tablets", "watches", "gliders"):
        assert not made.is_known(word)


# ---------- for one audience


def test_results_can_be_those_for_one_audience() -> None:
    files = {
        PATH: approved(BODY, applies_to="[pupils, parents]"),
        "docs/policies/behaviour/2025-09.parents.md": "- Phones go to the office. [1.1]\n",
        "docs/policies/trips/2025-09.md": approved(
            "## Rules\n\nPhones stay on the coach.\n", applies_to="[staff]", title="Trips"
        ),
    }
    made = Searcher(
        search.index(search.documents_in_force(library.load(sources(files)).library, TODAY), ())
    )

    def told(audience: str) -> list[tuple[str, str]]:
        return sorted(
            (h.document.policy, h.document.reader) for h in made.rank("phones", audience=audience)
        )

    assert told("") == [("behaviour", ""), ("behaviour", "parents"), ("trips", "")]
    assert told("parents") == [("behaviour", ""), ("behaviour", "parents")]
    assert told("pupils") == [("behaviour", "")]
    assert told("staff") == [("trips", "")]


def test_weak_hits_are_left_out_but_not_the_first_few() -> None:
    body = "## Rules\n\nPhones are handed in at the school office.\n\n" + "".join(
        f"Rule {n} of the school is kind.\n\n" for n in range(30)
    )
    made = library.load(sources({PATH: approved(body)})).library
    hits = Searcher(search.index(search.documents_in_force(made, TODAY), ())).rank(
        "phones handed in at the school office"
    )
    assert hits[0].document.number == "1.1"
    assert len(hits) == FEW
