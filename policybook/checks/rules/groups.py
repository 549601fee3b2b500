"""Groups of policies: each is one of those that the school lists."""

from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import report_warning
from policybook.model import Finding, Library, timeline


def groups_are_listed(library: Library, today: date) -> Iterator[Finding]:
    """The group of a policy is one of the groups in `school.yml`, if that file has a list.

    A group that differs in one letter makes a second heading on the home page, in the
    audience pages and in the register.

    Bad: `group: Safegarding` in a policy, and `groups: [Safeguarding, Staff]` in
    `school.yml`.
    Good: `group: Safeguarding`.
    Remedy: Write one of the listed groups, or add the group to `groups` in `school.yml`.
    Capitals do not matter. An approval does not cover `group`, so you may correct it.
    Codes: group-not-listed.
    """
    groups = library.school.groups
    listed = {name.casefold() for name in groups}
    if not listed:
        return
    for _policy, version, _standing in timeline.live_versions(library, today):
        group = version.facts.group
        if group and group.casefold() not in listed:
            yield report_warning(
                version,
                version.facts.lines.get("group", 1),
                "group-not-listed",
                f"the group “{group}” is not in the list `groups` of school.yml",
                f"Write one of these: {'; '.join(groups)}. Or add “{group}” to `groups` "
                "in school.yml.",
            )
