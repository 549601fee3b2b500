"""Findings about policies that a school must have."""

from builders import PATH, list_findings, make_sources, make_text

from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout

SCHOOL = "name: Hill View School\nnation: England\nkind: maintained\nphase: primary\n"


def list_statutory(files: dict[str, str], school: str = SCHOOL) -> list[Finding]:
    findings = list_findings(make_sources({layout.SCHOOL: school, **files}))
    return [finding for finding in findings if finding.code.startswith("statutory")]


def test_missing_policies_are_one_hint() -> None:
    (finding,) = list_statutory({PATH: make_text(title="Attendance")})
    assert (finding.code, finding.severity) == ("statutory-missing", Severity.NOTE)
    assert "Behaviour" in finding.message and " more" in finding.message
    assert "attendance" not in finding.message.lower()
    assert "pay" not in finding.message  # only recalled


def test_draft_does_not_count() -> None:
    def count(status: str) -> str:
        (finding,) = list_statutory({PATH: make_text(title="Attendance", status=status)})
        return finding.message.split()[0]

    assert int(count("draft")) == int(count("consultation")) + 1


def test_other_nations_hear_nothing() -> None:
    school = SCHOOL.replace("England", "Wales")
    assert list_statutory({PATH: make_text(title="Attendance")}, school) == []


def test_kept_policy_must_be_published() -> None:
    files = {PATH: make_text(title="Complaints", kept_internally="true")}
    kept = [f for f in list_statutory(files) if f.code == "statutory-kept"]
    assert [(f.path, f.line, f.severity) for f in kept] == [(PATH, 7, Severity.WARNING)]


def test_kept_staff_policy_is_fine() -> None:
    files = {
        PATH.replace("behaviour", "staff"): make_text(
            title="Staff Capability", kept_internally="true"
        )
    }
    assert [f.code for f in list_statutory(files)] == ["statutory-missing"]
