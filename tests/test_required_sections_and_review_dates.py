"""The school's own policies in `docs/`: required sections, approval dates and review dates."""

from datetime import date
from pathlib import Path

import pytest

from policybook import checks
from policybook.checks.rules.sections import required_sections_are_present
from policybook.model import Policy, Status, Version, dates
from policybook.model.findings import Severity
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
LOADED = library.load(read_sources(ROOT))
POLICIES = LOADED.library.policies


def list_versions() -> list[Version]:
    versions = [version for policy in POLICIES for version in policy.versions]
    assert versions, "there is no policy in docs/policies"
    return versions


def label(item: Version | Policy) -> str:
    return f"{item.policy} {item.name}" if isinstance(item, Version) else item.name


@pytest.mark.parametrize("policy", POLICIES, ids=label)
def test_policies_have_all_required_sections(policy: Policy) -> None:
    required = LOADED.library.school.required_sections
    assert required.get("") or required.get(policy.name), "school.yml requires no section"
    findings = required_sections_are_present(LOADED.library, TODAY)
    missing = [str(finding) for finding in findings if f"/{policy.name}/" in finding.path]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("version", list_versions(), ids=label)
def test_approved_policies_have_approval_date(version: Version) -> None:
    if version.facts.status is Status.APPROVED:
        assert version.facts.approved_on
        assert version.facts.approved_by


@pytest.mark.parametrize("version", list_versions(), ids=label)
def test_policies_have_review_date(version: Version) -> None:
    assert "review_year" in version.facts.lines


@pytest.mark.parametrize("version", list_versions(), ids=label)
def test_review_date_follows_approval_date(version: Version) -> None:
    facts = version.facts
    if facts.approved_on:
        assert dates.last_day(facts.review_year) > facts.approved_on.date
        assert facts.review_by is None or facts.review_by.date > facts.approved_on.date


def test_policies_have_no_other_errors() -> None:
    findings = [*LOADED.findings, *checks.run(LOADED.library, TODAY)]
    errors = [str(finding) for finding in findings if finding.severity is Severity.ERROR]
    assert not errors, "\n".join(errors)


@pytest.mark.parametrize("version", list_versions(), ids=label)
def test_versions_have_both_summaries(version: Version) -> None:
    assert {summary.reader for summary in version.summaries} == {"parents", "pupils"}
