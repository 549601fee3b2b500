"""Make the findings that checks report about a version: at a line, or at a field of its facts."""

from policybook.model import Version
from policybook.model.findings import Finding, Severity


def finding_at_line(
    version: Version,
    line: int,
    code: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding at a line of the version's file, counted from 1."""
    return Finding(
        path=version.path, line=line, severity=severity, code=code, message=message, remedy=remedy
    )


def finding_at_field(
    version: Version,
    field: str,
    code: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding at the line of a front-matter field, or at line 1 if the file lacks it."""
    line = version.facts.lines.get(field, 1)
    return finding_at_line(version, line, code, message, remedy, severity)
