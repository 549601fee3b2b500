"""Policies that a school must have: which are missing, and which cannot be read on the site.

The list is for schools in England that are maintained or academies. It is not complete.
"""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import statutory
from policybook.checks.version_findings import report_note, report_warning
from policybook.model import Library, Policy, Standing, timeline
from policybook.model.findings import Finding, format_count
from policybook.reading.files import layout

#: A finding names so many policies.
_NAMED = 6


def required_policies_are_here(library: Library, today: date) -> Iterator[Finding]:
    """A school has the policies that a school like it must have.

    The page `/statutory/` has the whole list, with sources.

    Bad: `school.yml` says that the school is in England, and there is no attendance
    policy; or its only attendance policy was withdrawn.
    Good: an attendance policy; or in `docs/policies/statutory.yml`, below
    `not_applicable:`, the line `careers: The school has no pupils older than 11.`
    Remedy: Add the policy, or say in `docs/policies/statutory.yml` which policy covers
    it, or why the school does not need it.
    Codes: statutory-missing.
    """
    _, faults = statutory.school_decisions(library)
    yield from faults
    shown = [p for p in library.policies if _is_shown(p, today)]
    shelf = statutory.compare(library, shown, today)
    missing = [row.wanted.name for row in shelf.rows if _is_missing(row)]
    if missing:
        more = len(missing) - _NAMED
        names = "; ".join((*missing[:_NAMED], *([f"and {more} more"] if more > 0 else ())))
        yield report_note(
            layout.STATUTORY,
            1,
            "statutory-missing",
            f"{format_count(len(missing), 'policy', 'policies')} that a school like this "
            f"must have {'is' if len(missing) == 1 else 'are'} not here: {names}",
            "The page /statutory/ has the sources. If another policy covers one, or the "
            "school does not need it, say so in docs/policies/statutory.yml.",
        )


def _is_shown(policy: Policy, today: date) -> bool:
    """Return whether the public may know of a text that binds or is on its way."""
    gone = (Standing.DRAFT, Standing.WITHDRAWN, Standing.SUPERSEDED)
    return any(timeline.standing(policy, v, today) not in gone for v in policy.versions)


def _is_missing(row: statutory.ShelfRow) -> bool:
    """Return whether a source says that the school must have the policy of a row."""
    wanted = row.wanted
    asked = wanted.need is statutory.Need.MUST and not wanted.recalled and not wanted.information
    return asked and row.state is statutory.ShelfState.MISSING


def published_policies_are_readable(library: Library, today: date) -> Iterator[Finding]:
    """A policy that a school must publish has its text on the site.

    Bad: the complaints procedure of a school in England has `kept_internally: true`.
    Good: the same procedure without this line.
    Remedy: Remove `kept_internally` from the policy.
    Codes: statutory-kept.
    """
    kept = {p.name: p for p in library.policies if timeline.is_kept_internally(p, today)}
    if not kept:
        return
    for row in statutory.compare(library, library.policies, today).rows:
        wanted = row.wanted
        if wanted.publish is not statutory.Publication.MUST or wanted.recalled:
            continue
        if row.policies and all(name in kept for name in row.policies):
            version = kept[row.policies[0]].versions[-1]
            yield report_warning(
                version,
                version.facts.lines.get("kept_internally", 1),
                "statutory-kept",
                f"this policy is kept in school, but a school like this must publish it: "
                f"{wanted.name}",
                "Remove the line `kept_internally`. The page /statutory/ has the source.",
            )
