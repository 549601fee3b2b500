"""Clause numbers in `asked.yml` and `vocabulary.yml` lead to the version in force."""

from datetime import date

import pytest
from builders import (
    make_approved_text,
)

from policybook import search
from policybook.model.findings import Severity
from policybook.reading.files import layout
from tests.checks.numbered_files import (
    DECIDED,
    FIGHTS,
    NEW,
    PHONES,
    TODAY,
    declare_version,
    list_search_findings,
    make_files,
    read_library,
)


@pytest.mark.parametrize(
    ("number", "now"),
    [
        ("1.1", ("2.1",)),
        ("1.2", ()),
        ("1.3", ("2.3",)),
        ("2.2", ("2.2",)),
        ("9.9", ()),
        ("1.1 (2024-09)", ("2.1",)),
    ],
)
def test_number_leads_to_current_version(number: str, now: tuple[str, ...]) -> None:
    results = read_library(
        make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"))
    )
    assert (
        search.current_numbers(results, TODAY, layout.ASKED_QUESTIONS)
        .find_clause("behaviour", number)
        .now
        == now
    )


def test_number_leads_to_earlier_version() -> None:
    results = read_library(
        make_files(make_approved_text(NEW, **DECIDED), declare_version("2026-12"))
    )
    numbers = search.current_numbers(results, date(2026, 1, 1), layout.ASKED_QUESTIONS)
    assert numbers.find_clause("behaviour", "2.3").now == ("1.3",)
    assert numbers.find_clause("behaviour", "1.1").now == ()


def test_number_leads_through_middle_version() -> None:
    given = make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"))
    given["docs/policies/behaviour/2025-09.md"] = make_approved_text(
        f"## Rules\n\n{FIGHTS}\n\n{PHONES}\n", changes="Fights first.", approved_on="2025-09-15"
    )
    assert search.current_numbers(read_library(given), TODAY, layout.ASKED_QUESTIONS).find_clause(
        "behaviour", "1.3"
    ).now == ("2.3",)


def test_moved_number_warns_once_per_row() -> None:
    messages = list_search_findings(
        make_files(make_approved_text(NEW, **DECIDED), declare_version("2024-09"))
    )
    assert [(f.path, f.line, f.code) for f in messages] == [
        (layout.ASKED_QUESTIONS, 7, "number-moved"),
        (layout.ASKED_QUESTIONS, 9, "number-moved"),
        (layout.ASKED_QUESTIONS, 9, "number-moved"),
        (layout.ASKED_QUESTIONS, 11, "number-moved"),
        (layout.VOCABULARY, 5, "number-moved"),
    ]
    assert {f.severity for f in messages} == {Severity.WARNING}
    assert (
        "behaviour 1.1 of version 2024-09" in messages[0].message
        and "is now 2.1 in version 2026-12" in messages[0].message
    )
    assert messages[0].remedy.startswith("Write behaviour 2.1")


def test_missing_clause_names_similar_clauses() -> None:
    asked = "questions:\n  - question: no coat\n    answer: behaviour 1.2\n"
    (messages,) = list_search_findings(
        make_files(
            make_approved_text(NEW, **DECIDED),
            declare_version("2024-09"),
            asked=asked,
            words="our words: []\n",
        )
    )
    assert (messages.code, messages.severity, messages.line) == ("number-gone", Severity.WARNING, 5)
    assert (
        "“no coat”" in messages.message
        and "behaviour 2.1, “Every pupil hands the phone" in messages.remedy
    )


def test_undeclared_version_gets_a_remedy() -> None:
    messages = [
        f
        for f in list_search_findings(make_files(make_approved_text(NEW, **DECIDED)))
        if f.code == "asked"
    ]
    assert messages and all(f.severity is Severity.WARNING for f in messages)
    assert "1.1 of version 2024-09 is now 2.1: write behaviour 2.1." in messages[0].remedy
    assert "`  behaviour: 2024-09`" in messages[0].remedy
