"""Find what is wrong with each policy, or take it from the store if nothing has changed.

What a link to another policy leads to is asked again.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from policybook import checks, store
from policybook.analysis.disagreements import ClauseStatement, read_version
from policybook.model import Finding, Library, Standing, Version, timeline
from policybook.reading.division import Division, LibraryPart
from policybook.reading.files.source_digests import SourceDigests
from policybook.reading.library import LoadedProject
from policybook.reading.references import link_search, links, reference_links
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
    references: dict[str, tuple[reference_links.ReferenceIntoOther, ...]] = field(
        default_factory=dict
    )
    answers: Answers = field(default_factory=dict)


def find(loaded: LoadedProject, today: date, kept: Store | None) -> Iterator[Finding]:
    """Yield the findings of every check. Those about a policy may be `kept` from another time."""
    if kept is None:
        yield from checks.run(loaded.library, today)
        return
    checker = PolicyChecker(loaded.library, loaded.digests, today, kept)
    policies = [checker.find(part) for part in checker.division.parts()]
    for policy in policies:
        yield from policy.findings
    statements = {path: read for policy in policies for path, read in policy.statements.items()}
    references = {path: named for policy in policies for path, named in policy.references.items()}
    yield from checks.run_on_school(
        checker.division,
        today,
        read=lambda version: statements[version.path],
        find=lambda _, version: references[version.path],
    )


class PolicyChecker:
    """Finds what is wrong with each policy of a library. `digests` are of the files it is in."""

    def __init__(self, library: Library, digests: SourceDigests, today: date, kept: Store) -> None:
        self.division = Division(library, digests)
        self._today, self._kept = today, kept
        self._titles = reference_links.read_titles(library)
        named = sorted(self._titles.by_title.items())
        self._common = store.digest_values(["findings", store.digest_release(), today, named])

    def find(self, part: LibraryPart) -> PolicyFindings:
        """Return the findings about a policy, from the store or into the store."""
        key = self._key(part)
        if (data := self._kept.get(key)) and (known := _read(data, part.library)):
            return known
        of_policy = _check(part.library, self._titles, self._today)
        with contextlib.suppress(NotPlain):
            self._kept.put(key, store.dump(of_policy))
        return of_policy

    def has(self, part: LibraryPart) -> bool:
        """Return whether the store has findings about a policy as it is now."""
        return self._kept.has(self._key(part))

    def _key(self, part: LibraryPart) -> str:
        return store.digest_values([self._common, part.name, part.digest])


def _check(library: Library, titles: reference_links.PolicyTitles, today: date) -> PolicyFindings:
    return PolicyFindings(
        findings=tuple(checks.run_on_policy(library, today)),
        statements={
            version.path: read_version(version)
            for _, version, standing in timeline.live_versions(library, today)
            if standing is Standing.IN_FORCE
        },
        references={
            version.path: tuple(reference_links.find_into_others(titles, version))
            for version in library.walk_sound()
        },
        answers={
            (version.name, target): repr(links.resolve(library, version, target))
            for version in library.walk_versions()
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
    versions = {version.name: version for version in library.walk_versions()}
    same = all(
        name in versions and repr(links.resolve(library, versions[name], target)) == answer
        for (name, target), answer in known.answers.items()
    )
    return known if same else None


def _list_targets(version: Version) -> Iterator[str]:
    """Yield the targets of links in a version and its summaries that lead to files."""
    pieces = [piece for _, piece in link_search.find_links(version)]
    pieces += [p for s in version.summaries for _, p in link_search.find_summary_links(s)]
    yield from (piece.target for piece in pieces if links.names_file(piece.target))
