"""A finding about a version stands at its line, or at the line of a field."""

from builders import load_library, make_approved_text

from policybook.checks.version_findings import (
    finding_at_field,
    finding_at_line,
    report_note,
    report_warning,
)
from policybook.model.findings import Severity


def test_finding_names_its_line() -> None:
    path = "docs/policies/trips/2024-09.md"
    (policy,) = load_library({path: make_approved_text(title="Trips")}).policies
    version = policy.versions[0]
    title = finding_at_field(version, "title", "code", "it is wrong", "Mend it.")
    absent = finding_at_field(version, "changes", "code", "it is wrong", "Mend it.")
    ninth = finding_at_line(version, 9, "code", "it is wrong", "Mend it.")
    assert [f.line for f in (title, absent, ninth)] == [2, 1, 9]
    assert {f.path for f in (title, absent, ninth)} == {path}


def test_place_may_be_a_path() -> None:
    warning = report_warning("docs/policies/law.yml", 3, "code", "it is wrong", "Mend it.")
    note = report_note("docs/policies/law.yml", 3, "code", "it is wrong", "Mend it.")
    assert (warning.path, warning.severity) == ("docs/policies/law.yml", Severity.WARNING)
    assert (note.line, note.severity) == (3, Severity.NOTE)
