"""Titles of policies: readers can tell them apart."""

import re
from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import report_warning
from policybook.model import Finding, Library, Standing, timeline

_PUBLISHED = frozenset((Standing.IN_FORCE, Standing.UPCOMING, Standing.CONSULTATION))


def titles_are_different(library: Library, today: date) -> Iterator[Finding]:
    """No two published policies have the same title.

    Readers could not tell them apart in lists and in search, and a reference by the title
    could mean either.

    Bad: `title: Behaviour policy` in `behaviour/` and in `behaviour-eyfs/`.
    Good: `title: Behaviour policy for the early years` in the second one.
    Remedy: Give one of them another title, in its next version if it is approved. If one
    replaces the other, withdraw that one.
    Codes: same-title.
    """
    named: set[str] = set()
    first: dict[str, str] = {}
    for policy, version, standing in timeline.live_versions(library, today):
        title = " ".join(re.findall(r"\w+", version.facts.title.casefold()))
        if standing not in _PUBLISHED or not title:
            continue
        other = first.setdefault(title, policy.name)
        if other != policy.name and policy.name not in named:
            named.add(policy.name)
            yield report_warning(
                version,
                version.facts.lines.get("title", 1),
                "same-title",
                f"the policy {other} has the title “{version.facts.title}” too, so "
                "readers cannot tell the two apart",
                "Give one of them another title, in its next version if it is approved. If "
                "one replaces the other, withdraw the other.",
            )
