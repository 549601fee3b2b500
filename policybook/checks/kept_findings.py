"""Find what is wrong with each policy, or take it from the store if nothing has changed.

What a link to another policy leads to is asked again.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from policybook import checks, store
from policybook.analysis.disagreements import ClauseStatement, read_version
from policybook.model import Library, Standing, Version, timeline
from policybook.model.findings import Finding
from policybook.reading import link_search, links, reference_links
from policybook.reading.division import Division, LibraryPart
from policybook.reading.library import LoadedProject
from policybook.reading.reference_links import (
    PolicyTitles,
    ReferenceIntoOther,
    find_into_others,
)
from policybook.store import NotPlain, Store

#: A version's name and the target of a link -> where it leads, in words.
Answers = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFindings:
    """The findings about one policy, and what checks that compare policies read in it.

    `statements` are those of the version in force, and `references` are into other policies;
    both are by the path of the version. `answers` are those that other policies gave.
    """

    findings: tuple[Finding, ...]
    statements: dict[str, tuple[ClauseStatement, ...]] = field(default_factory=dict)
    references: dict[str, tuple[ReferenceIntoOther, ...]] = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)


def find(loaded: LoadedProject, today: date, kept: Store | None) -> Iterator[Finding]:
    """Yield the findings of every check. Those about a policy may be `kept` from another time."""
    division = Division(loaded.library, loaded.files)
    if kept is None:
        for part in division.parts():
            yield from checks.run_on_policy(part.library, today)
        yield from checks.run_on_school(division, today)
        return
    titles = reference_links.read_titles(loaded.library)
    named = sorted(titles.by_title.items())
    common = store.digest_values(["findings", store.digest_release(), today, named])
    policies = [_find_in_policy(p, common, titles, today, kept) for p in division.parts()]
    for policy in policies:
        yield from policy.findings
    statements = {path: read for policy in policies for path, read in policy.statements.items()}
    references = {path: named for policy in policies for path, named in policy.references.items()}
    yield from checks.run_on_school(
        division,
        today,
        read=lambda version: statements[version.path],
        find=lambda _, version: references[version.path],
    )


def _find_in_policy(
    part: LibraryPart, common: str, titles: PolicyTitles, today: date, kept: Store
) -> PolicyFindings:
    """Return the findings about a policy. `titles` are of every policy.

    `common` is a hash of what all policies share.
    """
    key = store.digest_values([common, part.name, part.digest])
    if (data := kept.get(key)) and (known := _read(data, part.library)):
        return known
    of_policy = _check(part.library, titles, today)
    with contextlib.suppress(NotPlain):
        kept.put(key, store.dump(of_policy))
    return of_policy


def _check(library: Library, titles: PolicyTitles, today: date) -> PolicyFindings:
    return PolicyFindings(
        findings=tuple(checks.run_on_policy(library, today)),
        statements={
            version.path: read_version(version)
            for _, version, standing in timeline.live_versions(library, today)
            if standing is Standing.IN_FORCE
        },
        references={
            version.path: tuple(find_into_others(titles, version))
            for policy in library.policies
            for version in policy.versions
        },
        answers={
            (version.name, target): repr(links.resolve(library, version, target))
            for version in _list_versions(library)
            for target in _list_targets(version)
        },
    )


def _read(data: bytes, library: Library) -> PolicyFindings | None:
    """Return what was kept, if other policies still give the same answers."""
    try:
        known = store.load(data)
    except NotPlain:
        return None
    if not isinstance(known, PolicyFindings):
        return None
    versions = {version.name: version for version in _list_versions(library)}
    same = all(
        name in versions and repr(links.resolve(library, versions[name], target)) == answer
        for (name, target), answer in known.answers.items()
    )
    return known if same else None


def _list_versions(library: Library) -> Iterator[Version]:
    yield from (version for policy in library.policies for version in policy.versions)
    yield from library.unsound


def _list_targets(version: Version) -> Iterator[str]:
    """Yield the targets of links in a version and its summaries that lead to files."""
    pieces = [piece for _, piece in link_search.find_links(version)]
    for summary in version.summaries:
        for statement in (s for group in summary.groups for s in group.statements):
            pieces += link_search.walk_links(statement.inlines)
    yield from (piece.target for piece in pieces if links.names_file(piece.target))
