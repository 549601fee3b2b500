"""Out-of-date law, bodies and names. Policybook never rewrites a text.

The school puts the new wording into the next version.
"""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import law
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Finding, Library, Severity, Status, dates, timeline
from policybook.reading.files import layout


def law_and_names_are_current(library: Library, today: date) -> Iterator[Finding]:
    """A text cites current law, bodies, names and guidance, or says that they are former.

    Bad: “the Data Protection Act 1998”; “Keeping Children Safe in Education 2023” when
    three newer editions exist.
    Good: “the Data Protection Act 2018”; “X (formerly Twitter)”; “Keeping Children Safe
    in Education, in the edition in force”.
    Remedy: Look the new name up, and use it in the next version. Do not change an
    approved text.
    Codes: law.
    """
    _, faults = law.school_register(library)
    yield from faults
    register = law.full_register(library)
    for _, version, _ in timeline.live_versions(library, today):
        is_approved = version.facts.status is Status.APPROVED
        for cite in law.cites(version, register, today):
            yield finding_at_line(
                version,
                cite.line,
                "law",
                law.describe(cite),
                law.remedy(cite, is_approved),
                Severity.WARNING if law.is_out_of_date(cite) else Severity.NOTE,
            )


def law_was_checked_recently(library: Library, today: date) -> Iterator[Finding]:
    """Someone checked each row of the register of law and names in the last 400 days.

    Bad: a row of `law.yml` last checked in January 2025, when it is November 2026.
    Good: the same row, looked up again, with its new date.
    Remedy: Look the row up at its source, and write the day after `checked:`.
    Codes: law-checked.
    """
    old_rows = [
        (row, source)
        for row, source in law.full_register(library).sources
        if law.is_old(source, today)
    ]
    for row, source in old_rows:
        if source.path == layout.LAW:
            day = (
                f"{'in' if source.checked.month_only else 'on'} {dates.format_day(source.checked)}"
            )
            message = f"the row “{row}” was last checked {day}, more than 400 days ago"
            yield _report_old_row(
                source,
                message,
                "Look at its source again, and write the new date after `checked:`.",
            )
    if our_rows := [(row, source) for row, source in old_rows if source.path != layout.LAW]:
        rows = ", ".join(f"“{row}”" for row, _ in our_rows)
        message = (
            f"{len(our_rows)} rows about law and names in Policybook itself were last checked more "
            f"than 400 days ago: {rows}"
        )
        yield _report_old_row(
            our_rows[0][1],
            message,
            "Update Policybook, or look these rows up and add them to docs/policies/law.yml.",
        )


def _report_old_row(source: law.Source, message: str, remedy: str) -> Finding:
    return report_warning(source.path, source.line, "law-checked", message, remedy)
