"""A minor version is compared with the version that it replaces, and makes no news."""

from datetime import date

import pytest
from builders import (
    make_approved_text,
    make_record,
    make_sources,
    make_text,
)

from policybook.checks import levels
from policybook.checks.rules.minor_versions import minor_versions_correct_slips
from policybook.model.findings import Finding, Severity
from policybook.reading import library

FOLDER = "docs/policies/behaviour/"
RECORD = "docs/policies/approvals.jsonl"
TODAY = date(2026, 11, 22)
RULE = "## Rules\n\nPupils must recieve a letter.\n"
SLIP, DUTY = RULE.replace("recieve", "receive"), RULE.replace("must", "should")


def approved(body: str, on: str, **fields: str | None) -> str:
    return make_approved_text(body, approved_on=on, changes="A slip.", **fields)


def find(**texts: str) -> list[Finding]:
    files = {
        f"{FOLDER}{name.removeprefix('v').replace('_', '-')}.md": t for name, t in texts.items()
    }
    project = library.load(make_sources(files)).library
    return list(minor_versions_correct_slips(project, TODAY))


def test_slip_is_minor() -> None:
    assert not find(v2024_09=make_text(RULE), v2025_09=make_text(SLIP, change="minor"))


@pytest.mark.parametrize("change", ["major", None])
def test_other_versions_are_not_compared(change: str | None) -> None:
    assert not find(v2024_09=make_text(RULE), v2025_09=make_text(DUTY, change=change))


def test_changed_duty_is_refused() -> None:
    (finding,) = find(v2024_09=make_text(RULE), v2025_09=make_text(DUTY, change="minor"))
    assert "clause 1.1: duty made weaker (‘must’ became ‘should’)" in finding.message


def test_first_version_has_no_change() -> None:
    (finding,) = find(v2024_09=make_text(RULE, change="minor"))
    assert "there is none" in finding.message


def test_refused_draft_is_passed_over() -> None:
    """The text that binds is the one before a proposal that was never approved."""
    texts = {
        "v2024_09": approved(RULE, "2024-09-16"),
        "v2025_01": make_text(DUTY),
        "v2025_09": make_text(DUTY, change="minor"),
    }
    (finding,) = find(**texts)
    assert "duty made weaker" in finding.message


def test_withdrawn_version_needs_a_major_one() -> None:
    old = make_approved_text(
        RULE, status="withdrawn", withdrawn_on="2026-01-12", reason="It was replaced."
    )
    (finding,) = find(v2024_09=old, v2025_09=make_text(SLIP, change="minor"))
    assert "2024-09 was withdrawn" in finding.message


def test_many_changes_are_summed_up() -> None:
    rules = "## Rules\n\n" + "\n\n".join(f"Pupils must do task {n}." for n in range(30))
    new = rules.replace("must", "may")
    findings = find(v2024_09=make_text(rules), v2025_09=make_text(new, change="minor"))
    assert len(findings) == 11
    assert "20 more changes" in findings[-1].message


def test_recorded_version_has_a_warning() -> None:
    files = {
        f"{FOLDER}2024-09.md": approved(RULE, "2024-09-16"),
        f"{FOLDER}2025-09.md": approved(DUTY, "2025-09-15", change="minor"),
    }
    loaded = library.load(make_sources({**files, RECORD: make_record(files)}))
    findings = [f for f in levels.list_findings(loaded, TODAY) if f.code == "minor-change"]
    assert [f.severity for f in findings] == [Severity.WARNING]
