"""The clauses that numbers of an older version name now."""

from dataclasses import replace
from datetime import date

import pytest
from builders import load_library, make_approved_text

from policybook.model import Library
from policybook.reading.files import layout
from policybook.search import clause_numbers
from policybook.search.clause_numbers import NamedClause

TODAY = date(2026, 11, 22)
PHONES = "Phones are handed in at the office every morning."
STARS = "Pupils who are kind get a star on Friday afternoon."
HOME = "Teachers ring home on the day that a phone is lost."
FOLDER = "docs/policies/behaviour/"


@pytest.fixture(scope="module")
def library() -> Library:
    """Return a policy whose clause 1.1 was 1.2, and whose old 1.1 is gone."""
    return load_library(
        {
            f"{FOLDER}2024-09.md": make_approved_text(
                f"## A\n\n{PHONES}\n\n{STARS}\n", approved_on="2024-09"
            ),
            f"{FOLDER}2025-09.md": make_approved_text(
                f"## A\n\n{STARS}\n\n{HOME}\n", approved_on="2025-09", changes="Home."
            ),
        }
    )


@pytest.mark.parametrize(
    ("number", "declared", "of", "now"),
    [
        ("1.1", "", "2025-09", ("1.1",)),  # the version in force
        ("9.9", "", "2025-09", ()),
        ("1.2 (2024-09)", "", "2024-09", ("1.1",)),
        ("1.1 (2024-09)", "", "2024-09", ()),  # removed since
        ("1.2", "2024-09", "2024-09", ("1.1",)),  # the version in `numbers_of`
        ("1.2 (2025-09)", "2024-09", "2025-09", ("1.2",)),  # brackets count for more
        ("1.1 (2020-01)", "", "2020-01", ()),  # no such version
    ],
)
def test_number_is_followed(
    library: Library, number: str, declared: str, of: str, now: tuple[str, ...]
) -> None:
    numbers = clause_numbers.Numbers(library, TODAY, {"behaviour": declared} if declared else {})
    clause = numbers.find_clause("behaviour", number)
    assert (clause.of, clause.current, clause.now) == (of, "2025-09", now)


def test_unknown_policy_has_no_clause(library: Library) -> None:
    clause = clause_numbers.Numbers(library, TODAY, {}).find_clause("lettings", "1.1")
    assert clause == NamedClause(policy="lettings", number="1.1", of="", current="", now=())


@pytest.mark.parametrize(
    ("clause", "bare", "has_moved", "is_gone"),
    [
        (("1.2", "2025-09", ("1.2",)), "1.2", False, False),
        (("1.2 (2024-09)", "2024-09", ("1.1",)), "1.2", True, False),
        (("1.1", "2024-09", ()), "1.1", False, True),
        (("9.9", "2025-09", ()), "9.9", False, False),  # it never was there
    ],
)
def test_clause_moves_or_goes(
    clause: tuple[str, str, tuple[str, ...]], bare: str, has_moved: bool, is_gone: bool
) -> None:
    number, of, now = clause
    named = NamedClause(policy="behaviour", number=number, of=of, current="2025-09", now=now)
    assert (named.bare, named.has_moved, named.is_gone) == (bare, has_moved, is_gone)


def test_current_clauses_are_listed_once(library: Library) -> None:
    numbers = clause_numbers.Numbers(library, TODAY, {})
    clauses = [("behaviour", name) for name in ("1.1", "1.2 (2024-09)", "1.1 (2024-09)")]
    # A removed clause keeps a name that no clause has.
    assert numbers.current_clauses(clauses) == (
        ("behaviour", "1.1"),
        ("behaviour", "1.1 (2024-09)"),
    )


@pytest.mark.parametrize(
    ("text", "versions", "faults"),
    [
        ("", {}, 0),
        ("numbers_of:\n  behaviour: 2024-09\n", {"behaviour": "2024-09"}, 0),
        ("numbers_of:\n  behaviour: 2020-01\n", {}, 1),
        ("numbers_of:\n  lettings: 2024-09\n", {}, 1),
        ("numbers_of: 2024-09\n", {}, 1),
    ],
)
def test_declared_versions_exist(
    library: Library, text: str, versions: dict[str, str], faults: int
) -> None:
    words = {layout.ASKED_QUESTIONS: text}
    declared, findings = clause_numbers.declared_versions(
        replace(library, words=words), layout.ASKED_QUESTIONS
    )
    assert (declared, len(findings)) == (versions, faults)
    assert all(finding.code == "numbers-of" for finding in findings)


def test_vocabulary_has_present_clauses(library: Library) -> None:
    rows = "ours:\n  - say: gold\n    means: behaviour 1.2 (2024-09)\n"
    words = {layout.VOCABULARY: rows}
    (row,), findings = clause_numbers.current_vocabulary(replace(library, words=words), TODAY)
    assert (row.clauses, findings) == ((("behaviour", "1.1"),), ())


def test_only_versions_with_words_count(library: Library) -> None:
    (policy,) = library.policies
    found = clause_numbers.version_of(policy, "2024-09")
    assert found and found.name == "2024-09"
    assert clause_numbers.version_of(policy, "2020-01") is None
    empty = replace(policy, versions=tuple(v.with_sections(()) for v in policy.versions))
    assert clause_numbers.version_of(empty, "2024-09") is None
