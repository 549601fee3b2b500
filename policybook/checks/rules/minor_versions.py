"""Minor versions: they correct slips of the pen, and change nothing that people must hear of."""

from collections.abc import Iterator
from datetime import date

from policybook import redline
from policybook.checks import slips_of_the_pen
from policybook.checks.version_findings import finding_at_line
from policybook.model import ChangeSize, Finding, Library, Policy, Standing, Version, timeline

#: Changes that are named for one version.
_MOST = 10
_REMEDY = "Write `change: major`. Or take this change out of the version."


def minor_versions_correct_slips(library: Library, today: date) -> Iterator[Finding]:
    """A version with `change: minor` corrects slips of the pen, and nothing else.

    It may change spelling, punctuation, form, the lines of a printed cover, and the facts
    of its own approval. The feed and the latest changes pass over it.

    Bad: `change: minor`, and “must” became “should”, or 14 days became 10.
    Good: `change: minor`, and “recieve” became “receive”.
    Remedy: Write `change: major`, or take the change out of the version.
    Protects: nobody may change a rule without anyone hearing of it.
    Codes: minor-change.
    """
    for policy in library.policies:
        for version in policy.versions:
            if version.facts.change and not timeline.removal(library, version):
                yield from _check_version(library, policy, version, today)


def _check_version(
    library: Library, policy: Policy, version: Version, today: date
) -> Iterator[Finding]:
    # It replaces the last version that was approved before it, or else the last.
    before = policy.versions[: policy.versions.index(version)]
    approved = [v for v in before if v.facts.approved_on]
    earlier = (approved or before or (None,))[-1]
    if earlier is None:
        message = "the field `change` compares with an earlier version, and there is none"
        yield _make_finding(version, 0, message, "Remove the line `change`.")
    elif version.facts.change is ChangeSize.MAJOR:
        return
    elif timeline.removal(library, earlier) or (
        timeline.standing(policy, earlier, today) is Standing.WITHDRAWN
    ):
        message = f"the version calls itself minor, but version {earlier.name} was withdrawn"
        yield _make_finding(version, 0, message, "Write `change: major`.")
    else:
        yield from _compare(earlier, version)


def _compare(earlier: Version, version: Version) -> Iterator[Finding]:
    faults = list(slips_of_the_pen.find_major_changes(redline.redline(earlier, version)))
    for fault in faults[:_MOST]:
        message = f"the version calls itself minor, but in {fault.place}: {fault.words}"
        yield _make_finding(version, fault.line, message, _REMEDY)
    if (more := len(faults) - _MOST) and more > 0:
        message = f"the version calls itself minor, but {more} more changes are not"
        yield _make_finding(version, 0, message, _REMEDY)


def _make_finding(version: Version, line: int, message: str, remedy: str) -> Finding:
    return finding_at_line(
        version, line or version.facts.lines.get("change", 1), "minor-change", message, remedy
    )
