"""Duties that name no one."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from policybook.analysis.duties import Duty, DutyKind, duties
from policybook.checks.version_findings import report_note
from policybook.model import Finding, Library, Standing, Version, timeline

_PERMISSIONS = (DutyKind.MAY, DutyKind.NEED_NOT)


def duties_name_someone(library: Library, today: date) -> Iterator[Finding]:
    """A rule that something must, should or will be done names who does it.

    The check looks at drafts and at texts in consultation.

    Bad: “The disclosure must be recorded.”
    Good: “The headteacher must record the disclosure.”
    Remedy: Begin the sentence with the person who does it.
    Codes: unclear-duty.
    """
    for _, version, standing in timeline.live_versions(library, today):
        if standing not in (Standing.DRAFT, Standing.CONSULTATION):
            # An approved text cannot change. Its page of duties lists them instead.
            continue
        unclear = [
            duty
            for duty in duties(version, library.school.name)
            if not (duty.who or duty.is_plain or duty.kind in _PERMISSIONS)
        ]
        for number, group in groupby(unclear, key=lambda duty: duty.number.partition("(")[0]):
            yield _report_clause(version, number, list(group))


def _report_clause(version: Version, number: str, unclear: list[Duty]) -> Finding:
    verbs = "”, “".join(dict.fromkeys(duty.verb for duty in unclear))
    return report_note(
        version,
        unclear[0].line,
        "unclear-duty",
        f"rule {number} says “{verbs}”, but not who does it",
        "Name the person: “The headteacher must record …”, not “It must be recorded”.",
    )
