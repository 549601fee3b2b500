"""Test the list of sections and clauses that other programs read."""

import json

from builders import make_approved_text, make_sources

from policybook.reading import library
from policybook.site.policy_pages.clause_lists import as_json, clause_rows, make_file

BODY = """Words before the first section.

## Purpose

We keep children safe:

- at school
- on trips

### On trips

| who | what |
|---|---|
| staff | a phone |
| ^^ | a list |

## Rules

Be kind.
"""


def rows() -> list[dict[str, str]]:
    files = {"docs/policies/behaviour/2025-09.md": make_approved_text(BODY)}
    (policy,) = library.load(make_sources(files)).library.policies
    (version,) = policy.versions
    assert json.loads(as_json(version)) == list(clause_rows(version))
    published = {"schema_version": 1, "clauses": list(clause_rows(version))}
    assert json.loads(make_file(version)) == published
    return list(clause_rows(version))


def test_rows_are_in_page_order() -> None:
    assert [(row["number"], row["label"], row["kind"], row["text"]) for row in rows()] == [
        ("0.1", "0.1", "paragraph", "Words before the first section."),
        ("1", "1", "section", "Purpose"),
        ("1.1", "1.1", "paragraph", "We keep children safe:"),
        ("1.1(a)", "(a)", "item", "at school"),
        ("1.1(b)", "(b)", "item", "on trips"),
        ("", "", "heading", "On trips"),
        ("1.2", "1.2", "row", "staff | a phone"),
        ("1.3", "1.3", "row", " | a list"),
        ("2", "2", "section", "Rules"),
        ("2.1", "2.1", "paragraph", "Be kind."),
    ]


def test_row_names_its_section_and_anchor() -> None:
    assert [(row["id"], row["section"]) for row in rows()][2:4] == [
        ("s1-1", "Purpose"),
        ("s1-1-a", "Purpose"),
    ]


def test_row_has_words_that_reach_down() -> None:
    assert [row["above"] for row in rows() if "above" in row] == ["staff"]
