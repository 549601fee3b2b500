"""Find what is wrong with each policy, or take it from the store if nothing has changed.

What a link to another policy leads to is asked again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from policybook import checks, store
from policybook.analysis.disagreements import ClauseStatement, read_version
from policybook.model import Library, Standing, Version, timeline
from policybook.model.findings import Finding
from policybook.reading import link_search, links
from policybook.reading.division import Division, LibraryPart
from policybook.reading.library import LoadedProject
from policybook.store import NotPlain, Store

#: A version's name and the target of a link -> where it leads, in words.
Answers = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFindings:
    """The findings about one policy, and what its rules say, for checks that compare policies.

    `statements` has the version in force by its path. `answers` are those that other policies gave.
    """

    findings: tuple[Finding, ...]
    statements: dict[str, tuple[ClauseStatement, ...]] = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)


def find(loaded: LoadedProject, today: date, kept: Store | None) -> Iterator[Finding]:
    """Yield the findings of every check. Those about a policy may be `kept` from another time."""
    division = Division(loaded.library, loaded.files)
    if kept is None:
        for part in division.parts():
            yield from checks.run_on_policy(part.library, today)
        yield from checks.run_on_school(division, today)
        return
    statements: dict[str, tuple[ClauseStatement, ...]] = {}
    for part in division.parts():
        of_policy = _find_in_policy(part, today, kept)
        statements |= of_policy.statements
        yield from of_policy.findings
    yield from checks.run_on_school(division, today, lambda version: statements[version.path])


def _find_in_policy(part: LibraryPart, today: date, kept: Store) -> PolicyFindings:
    key = store.digest_values(["findings", store.digest_release(), today, part.name, part.digest])
    if (data := kept.get(key)) and (known := _read(data, part.library)):
        return known
    library = part.library
    of_policy = PolicyFindings(
        findings=tuple(checks.run_on_policy(library, today)),
        statements={
            version.path: read_version(version)
            for _, version, standing in timeline.live_versions(library, today)
            if standing is Standing.IN_FORCE
        },
        answers={
            (version.name, target): repr(links.resolve(library, version, target))
            for version in _list_versions(library)
            for target in _list_targets(version)
        },
    )
    kept.put(key, store.dump(of_policy))
    return of_policy


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
