"""Groups of policies: each is one of those that the school lists."""

from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import report_note, report_warning
from policybook.model import Finding, Library, timeline
from policybook.reading.files import layout


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


def groups_have_policies(library: Library, today: date) -> Iterator[Finding]:
    """Each group in `school.yml` has a policy.

    The site does not show a group without a policy. While a policy has a group that is not
    in the list, only that is said: it may be the same group in other letters.

    Bad: `groups: [Safeguarding, Staff]`, and no policy with `group: Staff`.
    Good: a policy of each group.
    Remedy: Write the group in a policy. An approval does not cover `group`, so you may add
    it. Or remove it from `groups` in `school.yml`.
    Codes: group-without-policy.
    """
    live = [version for _, version, _ in timeline.live_versions(library, today)]
    used = {(v.facts.group or "").casefold() for v in (*live, *library.unsound)} - {""}
    if used - {name.casefold() for name in library.school.groups}:
        return
    for name in library.school.groups:
        if name.casefold() not in used:
            yield report_note(
                layout.SCHOOL,
                library.school.lines.get("groups", 1),
                "group-without-policy",
                f"no policy is in the group “{name}”, so the site does not show it",
                f"Write `group: {name}` in a policy, or remove it from `groups`.",
            )
