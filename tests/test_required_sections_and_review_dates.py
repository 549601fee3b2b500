"""The school's own policies in `docs/`: the sections that it requires and the review dates are there. The other checks too."""

from datetime import date
from pathlib import Path

import pytest

from policybook import checks
from policybook.checks.rules.sections import required_sections_are_present
from policybook.model import Policy, Version, dates
from policybook.model.findings import Severity
from policybook.reading import library
from policybook.reading.snapshot import read_sources

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
LOADED = library.load(read_sources(ROOT))
POLICIES = LOADED.library.policies


def versions() -> list[Version]:
    found = [v for p in POLICIES for v in p.versions]
    assert found, "there is no policy in docs/policies"
    return found


def name(one: Version | Policy) -> str:
    return f"{one.policy} {one.name}" if isinstance(one, Version) else one.name


@pytest.mark.parametrize("version", versions(), ids=name)
def test_the_review_date_is_present_and_after_the_approval(version: Version) -> None:
    facts = version.facts
    assert "review_year" in facts.lines
    if facts.approved_on:
        assert dates.last_day(facts.review_year) > facts.approved_on.date
        assert facts.review_by is None or facts.review_by.date > facts.approved_on.date


@pytest.mark.parametrize("version", versions(), ids=name)
def test_an_approved_version_says_by_whom_and_when(version: Version) -> None:
    if version.facts.status == "approved":
        assert version.facts.approved_by
        assert version.facts.approved_on


@pytest.mark.parametrize("policy", POLICIES, ids=name)
def test_the_required_sections_are_present(policy: Policy) -> None:
    required = LOADED.library.school.required_sections
    assert required.get("") or required.get(policy.name), (
        "school.yml requires no section of this policy"
    )
    missing = [
        f
        for f in required_sections_are_present(LOADED.library, TODAY)
        if f"/{policy.name}/" in f.path
    ]
    assert not missing, "\n".join(map(str, missing))


def test_nothing_else_is_wrong_with_the_policies() -> None:
    found = [*LOADED.findings, *checks.run(LOADED.library, TODAY)]
    errors = [str(f) for f in found if f.severity is Severity.ERROR]
    assert not errors, "\n".join(errors)


@pytest.mark.parametrize("policy", POLICIES, ids=name)
def test_the_text_in_force_has_both_summaries(policy: Policy) -> None:
    for version in policy.versions:
        assert {s.reader for s in version.summaries} == {"parents", "pupils"}, version.name
