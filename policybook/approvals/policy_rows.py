"""Find the version that each row of a spreadsheet is about: by its folder or its title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policybook.model import Finding, Library, Version
from policybook.reading.files import layout
from policybook.reading.school.policies_csv import FactsRow, simplify_title
from policybook.text.strict_yaml import did_you_mean


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row, its version, and whether the record of approvals has that version."""

    row: FactsRow
    version: Version
    is_recorded: bool


def list_newest(project: Library) -> list[Version]:
    """Return the newest version of each policy, by folder. Its front matter may have faults."""
    newest = dict[str, Version]()
    for version in sorted(project.walk_versions(), key=lambda v: layout.sort_key(v.name)):
        newest[version.policy] = version
    return [newest[policy] for policy in sorted(newest)]


def match_rows(
    project: Library, rows: Iterable[FactsRow], path: str
) -> tuple[list[RowMatch], list[Finding]]:
    """Return the version of each row, and a finding for each row without one of its own.

    A row is about the newest version of its policy, unless it names another version.
    """
    newest, recorded = list_newest(project), project.recorded
    matches, findings = list[RowMatch](), list[Finding]()
    lines = dict[str, int]()
    for row in rows:
        version = _find_version(project, newest, row, path, findings)
        if version is None:
            continue
        if version.path in lines:
            message = f"{version.policy} is on line {lines[version.path]} already"
            findings.append(make_fault(path, row, message, "Keep one row for each policy."))
            continue
        lines[version.path] = row.line
        matches.append(RowMatch(row, version, version.key in recorded))
    return matches, findings


def _find_version(
    project: Library, newest: Sequence[Version], row: FactsRow, path: str, findings: list[Finding]
) -> Version | None:
    """Return the version of a row; None, with a finding, if that is not one version."""
    if not row.title and not row.folder:
        return None
    policies = _find_policies(newest, row)
    if not policies:
        findings.append(_find_nothing(newest, row, path))
        return None
    if len(policies) > 1:
        folders = " and ".join(version.policy for version in policies)
        message = f"“{row.title}” is the title of {folders}"
        remedy = "Add a column “folder” with the name of each policy's folder."
        findings.append(make_fault(path, row, message, remedy))
        return None
    if not row.version:
        return policies[0]
    policy = policies[0].policy
    versions = {v.name: v for v in project.walk_versions() if v.policy == policy}
    if row.version not in versions:
        message = f"{policy} has no version “{row.version}”"
        remedy = f"Its versions are {', '.join(versions)}."
        findings.append(make_fault(path, row, message, remedy))
    return versions.get(row.version)


def _find_policies(newest: Sequence[Version], row: FactsRow) -> list[Version]:
    """Return the policies of the row's folder, or those with its title.

    If there is none, `Behaviour` means the policy with the title `Behaviour Policy`.
    """
    if row.folder:
        return [version for version in newest if version.policy == row.folder]
    title = simplify_title(row.title)
    policies = [v for v in newest if title and simplify_title(v.facts.title) == title]
    return policies or [v for v in newest if _shorten(v.facts.title) == _shorten(row.title) != ""]


def _shorten(title: str) -> str:
    """Return a simplified title without the words that offices leave out."""
    words = simplify_title(title).split()
    return " ".join(word for word in words if word not in ("policy", "the", "our", "school"))


def _find_nothing(newest: Sequence[Version], row: FactsRow, path: str) -> Finding:
    if row.folder:
        names = [version.policy for version in newest]
        message = f"there is no policy in a folder “{row.folder[:60]}”"
        remedy = f"Write the name of its folder in docs/policies/.{did_you_mean(row.folder, names)}"
    else:
        titles = {v.facts.title.lower(): v.facts.title for v in newest}
        message = f"there is no policy with the title “{row.title[:100]}”"
        near = did_you_mean(row.title, titles)
        remedy = "Write the title as the policy has it, or import the policy first." + near
    return make_fault(path, row, message, remedy)


def make_fault(path: str, row: FactsRow, message: str, remedy: str) -> Finding:
    """Return a finding at a row of the spreadsheet `path`."""
    return Finding(path=path, line=row.line, code="spreadsheet", message=message, remedy=remedy)
