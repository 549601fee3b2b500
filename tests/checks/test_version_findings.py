"""A finding about a version stands at its line, or at the line of a field."""

from builders import load_library, make_approved_text

from policybook.checks.version_findings import finding_at_field, finding_at_line


def test_finding_names_its_line() -> None:
    path = "docs/policies/trips/2024-09.md"
    (policy,) = load_library({path: make_approved_text(title="Trips")}).policies
    version = policy.versions[0]
    title = finding_at_field(version, "title", "code", "it is wrong", "Mend it.")
    absent = finding_at_field(version, "changes", "code", "it is wrong", "Mend it.")
    ninth = finding_at_line(version, 9, "code", "it is wrong", "Mend it.")
    assert [f.line for f in (title, absent, ninth)] == [2, 1, 9]
    assert {f.path for f in (title, absent, ninth)} == {path}
