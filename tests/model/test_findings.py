"""Test how findings read in a terminal, in a program and on GitHub."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model.findings import (
    MOST_SHOWN,
    Finding,
    Severity,
    as_github,
    as_json,
    as_text,
    escape_invisible,
    format_count,
    has_errors,
    sort_findings,
)

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def finding(path: str = "docs/a.md", line: int = 1, **other: object) -> Finding:
    return Finding(
        **{
            "path": path,
            "line": line,
            "code": "date",
            "message": "it is “x”",
            "remedy": "Mend it.",
            **other,
        }
    )  # type: ignore[arg-type]


def test_finding_is_line_then_remedy() -> None:
    assert str(finding(line=8)) == "docs/a.md:8: error: it is “x”. [date]\n    Mend it."


@given(st.text(st.characters()))
def test_visible_leaves_no_control_character(text: str) -> None:
    shown = escape_invisible(text)
    assert not {unicodedata.category(c) for c in shown} & HIDDEN
    assert escape_invisible(shown) == shown
    assert shown == text or any(unicodedata.category(c) in HIDDEN for c in text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\nb", "a\\x0ab"),
        ("beha\u200bviour", "beha\\u200bviour"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Tŷ – “é” اردو", "Tŷ – “é” اردو"),
    ],
)
def test_hidden_characters_are_escaped(text: str, shown: str) -> None:
    assert escape_invisible(text) == shown


@given(
    st.lists(
        st.builds(
            finding, path=st.text(), message=st.text(), remedy=st.text(), line=st.integers(1, 9)
        )
    )
)
def test_reports_can_be_printed_anywhere(findings: list[Finding]) -> None:
    for report in (as_text(findings), as_github(findings), as_json(findings)):
        report.encode("utf-8")
        assert not {unicodedata.category(c) for c in report.replace("\n", "")} & HIDDEN
    assert as_json(findings).isascii()
    assert len(json.loads(as_json(findings))) == len(set(findings))
    assert len(as_github(findings).split("\n")) == max(1, len(set(findings)))


def test_findings_are_sorted_and_unique() -> None:
    findings = [finding("b"), finding("a", 10), finding("a", 9), finding("a", 9)]
    assert [(f.path, f.line) for f in sort_findings(findings)] == [("a", 9), ("a", 10), ("b", 1)]


def test_errors_come_before_200_warnings() -> None:
    warnings = [finding("a", n, severity=Severity.WARNING) for n in range(300)]
    lines = as_text([*warnings, finding("z", 7)]).split("\n")
    assert sum(line.startswith(("a:", "z:")) for line in lines) == MOST_SHOWN
    assert "z:7: error: it is “x”. [date]" in lines
    assert lines[-1] == "… and 101 more."


def test_workflow_command_is_one_line() -> None:
    line = as_github(
        [
            finding(
                "docs/a,b:c%.md",
                3,
                severity=Severity.NOTE,
                message="one\n::error::two",
                remedy="100%",
            )
        ]
    )
    assert (
        line == "::notice file=docs/a%2Cb%3Ac%25.md,line=3,title=date::one\\x0a::error::two. 100%25"
    )


def test_only_errors_stop_a_build() -> None:
    assert has_errors([finding(severity=Severity.WARNING), finding()])
    assert not has_errors([finding(severity=Severity.WARNING), finding(severity=Severity.NOTE)])


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 problems"), (1, "1 problem"), (2, "2 problems")]
)
def test_counts_agree_with_their_noun(number: int, words: str) -> None:
    assert format_count(number, "problem") == words
    assert format_count(number, "policy", "policies").startswith(str(number))
