"""What the record has against a library."""

from policybook.analysis import integrity
from policybook.model.findings import Finding
from tests.reading.record.behaviour_record import Files, load_files


def list_findings(given_files: Files, lines: str) -> list[Finding]:
    """Return what the record has against the library, without faults of the record's form."""
    loaded_files = load_files(given_files, lines)
    assert not [f for f in loaded_files.findings if f.code == "record"]
    return list(integrity.findings(loaded_files.library))


def find_only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding
