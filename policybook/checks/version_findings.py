"""Make the findings that checks report: at a line, or at a field of a version's facts."""

from policybook.model import Finding, Severity, Summary, Version

#: Where a finding is: in a version, in a summary, or in another file, which has this path.
Place = Version | Summary | str


def finding_at_line(
    place: Place,
    line: int,
    code: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding at a line of the place's file, counted from 1."""
    path = place if isinstance(place, str) else place.path
    return Finding(
        path=path, line=line, severity=severity, code=code, message=message, remedy=remedy
    )


def report_warning(place: Place, line: int, code: str, message: str, remedy: str) -> Finding:
    """Return a warning at a line of the place's file, counted from 1."""
    return finding_at_line(place, line, code, message, remedy, Severity.WARNING)


def report_note(place: Place, line: int, code: str, message: str, remedy: str) -> Finding:
    """Return a note at a line of the place's file, counted from 1."""
    return finding_at_line(place, line, code, message, remedy, Severity.NOTE)


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
