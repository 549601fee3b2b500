"""The thesaurus: its form, and that it says what it means to say."""

from importlib.resources import files
from pathlib import Path

import pytest

from policybook import search
from policybook.model import Library
from policybook.model.findings import Severity
from policybook.search import Searcher, thesaurus
from policybook.search.english import STOP
from policybook.search.query_reader import LONGEST_PHRASE
from policybook.search.stemming import words
from policybook.search.thesaurus import PATH, ThesaurusRow, read_thesaurus, shipped_rows

from .asked_school import (
    TODAY,
    list_findings,
    load_school,
)


def test_shipped_thesaurus_is_broad() -> None:
    assert len(shipped_rows()) >= 600


def test_shipped_thesaurus_equals_its_yaml() -> None:
    rows, findings = read_thesaurus(
        files("policybook").joinpath(PATH).read_text(encoding="utf-8"), PATH
    )
    assert findings == ()
    assert [(row, row.line) for row in shipped_rows()] == [(row, row.line) for row in rows]


def test_other_form_of_thesaurus_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "thesaurus.yml"
    path.write_text("people:\n  - same: mum, dad\n  - {same: boy, girl}\n", encoding="utf-8")
    monkeypatch.setattr(
        thesaurus, "PATH", str(path)
    )  # absolute: it takes the place of the package's folder
    with pytest.raises(ValueError, match=":3: "):
        shipped_rows.__wrapped__()


def test_no_phrase_of_stop_words() -> None:
    phrases = {phrase for row in shipped_rows() for phrase in (*row.says, *row.finds)}
    assert [phrase for phrase in sorted(phrases) if set(words(phrase)) <= STOP] == []


def test_no_phrase_exceeds_the_limit() -> None:
    assert [p for row in shipped_rows() for p in row.says if len(words(p)) > LONGEST_PHRASE] == []


def test_rows() -> None:
    rows, findings = read_thesaurus(
        "people:\n  - same: Mum, DAD\n  - say: insta\n    means: social media, blog\n"
        "  - say: earrings\n    is: jewellery\n",
        "t.yml",
    )
    assert findings == ()
    assert rows == (
        ThesaurusRow(says=("mum", "dad"), finds=("mum", "dad"), same=True),
        ThesaurusRow(says=("insta",), finds=("social media", "blog"), same=False),
        ThesaurusRow(says=("earrings",), finds=("jewellery",), same=True),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("people:\n  - same: mum\n", 2),
        ("people:\n  - say: insta\n", 2),
        ("people:\n  - say: insta\n    means: ''\n", 2),
        ("people:\n  - say: insta\n    is: ''\n", 2),
        ("people:\n  - is: jewellery\n", 2),
        ("people:\n  - say: insta\n    means: blog\n    is: blog\n", 2),
        ("people:\n  - mum, dad\n", 2),
        ("people: mum\n", 1),
        ("people:\n  - same: mum, dad\n    also: x\n", 2),
    ],
)
def test_faulty_row_is_a_fault(text: str, line: int) -> None:
    rows, (finding,) = read_thesaurus(text, "t.yml")
    assert rows == () and finding.line == line and "Write" in finding.remedy


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            "say: put up with any\n    means: policy 1.1",
            "`say: put up with any` has only small words",
        ),
        ("say: insta\n    means: with any", "`means: with any` has only small words"),
        ("say: insta\n    is: with any", "`is: with any` has only small words"),
        ("same: with any, mum", "fewer than two are left"),
    ],
)
def test_row_of_small_words(row: str, words: str) -> None:
    rows, (finding,) = read_thesaurus(f"ours:\n  - {row}\n", "t.yml")
    assert rows == () and words in finding.message and "put up with any bullying" in finding.remedy


def test_numbers_of_is_no_theme() -> None:
    assert (
        read_thesaurus("numbers_of:\n  behaviour: 2024-09\nours:\n  - same: mum, dad\n", "t.yml")[1]
        == ()
    )


def find_first(school: Library, query: str) -> str:
    rows = (*search.school_rows(school)[0], *search.shipped_rows())
    return (
        Searcher(search.index(search.documents_in_force(school, TODAY), rows))
        .rank(query)[0]
        .document.number
    )


def test_an_own_row_leads_to_words() -> None:
    example = load_school(vocabulary="ours:\n  - say: gold club\n    means: star\n")
    assert find_first(example, "gold club") == "1.2"
    assert list_findings(example, "vocabulary", "thesaurus") == []


def test_a_kind_answers_more_surely() -> None:
    def measure(form: str) -> int:
        example = load_school(vocabulary=f"ours:\n  - say: medal\n    {form}: star\n")
        documents = search.documents_in_force(example, TODAY)
        index = search.index(documents, search.school_rows(example)[0])
        hit = Searcher(index).rank("medal for kind pupils")[0]
        assert hit.document.number == "1.2"
        return hit.strength

    assert measure("is") > measure("means")


def test_school_row_leads_to_clause() -> None:
    example = load_school(vocabulary="ours:\n  - say: zorbing, zorb\n    means: behaviour 1.3\n")
    assert find_first(example, "zorb") == "1.3"
    assert find_first(example, "can we go zorbing") == "1.3"


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
    example = load_school(
        vocabulary=f"ours:\n  - say: tablets, {words}\n    means: behaviour 1.2\n"
    )
    assert find_first(example, words) == find_first(example, f"{words.upper()}?") == "1.2"


def test_useless_row_is_a_note() -> None:
    example = load_school(vocabulary="ours:\n  - say: zorb\n    means: golden time\n  - say: x\n")
    note, error = sorted(
        list_findings(example, "vocabulary", "thesaurus"),
        key=lambda f: f.severity is Severity.ERROR,
    )
    assert (note.severity, note.line) == (Severity.NOTE, 2)
    assert (error.severity, error.line) == (Severity.ERROR, 4)
