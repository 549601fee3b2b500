"""Divide a library into policies that stand alone, each with a hash of what it was read from.

What is not in the part of a policy cannot have an effect there. So whatever is made from the
part alone stays the same until its hash changes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from policybook.model import Entry, Library, Policy, Version
from policybook.reading.files import layout
from policybook.reading.files.source_digests import SourceDigests
from policybook.store import digest_values

#: Files about the whole school, whose values every part has.
_OF_SCHOOL = (layout.SCHOOL, layout.CONTACTS, layout.LAW, "mkdocs.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPart:
    """One policy alone, with its entries of the record, its pictures and its unsound versions.

    Its library has the facts about the school. `digest` changes with all these, and with
    each of the policy's files.
    """

    name: str
    library: Library
    digest: str


class Division:
    """A library, divided. `digests` are of the files from which it was read."""

    def __init__(self, library: Library, digests: SourceDigests) -> None:
        self.library = library
        self._policies = {policy.name: policy for policy in library.policies}
        self._unsound: dict[str, list[Version]] = {}
        for version in library.unsound:
            self._unsound.setdefault(version.policy, []).append(version)
        self._record: dict[str, list[Entry]] = {}
        for entry in library.record:
            self._record.setdefault(entry.policy, []).append(entry)
        self._lines = digests.lines
        self._files: dict[str, dict[str, bytes]] = {}
        for path, data in digests.files.items():
            if name := _find_policy(path):
                self._files.setdefault(name, {})[path] = data
        self._pictures: dict[str, dict[str, bytes]] = {}
        for path, data in library.pictures.items():
            self._pictures.setdefault(_find_policy(path), {})[path] = data
        self._school = digest_values(
            [library.school, library.contacts, *map(digests.files.get, _OF_SCHOOL)]
        )

    def parts(self) -> Iterator[LibraryPart]:
        """Yield the part of each policy that has a version, by name."""
        for name in sorted({*self._policies, *self._unsound}):
            yield self.part(name)

    def part(self, name: str) -> LibraryPart:
        """Return the part of a policy."""
        policy, files = self._policies.get(name), self._files.get(name, {})
        record = tuple(self._record.get(name, ()))
        words = self.library.words
        return LibraryPart(
            name=name,
            library=replace(
                self.library,
                policies=(policy,) if policy else (),
                unsound=tuple(self._unsound.get(name, ())),
                record=record,
                pages=(),
                pictures=self._pictures.get(name, {}),
                words={layout.LAW: words[layout.LAW]} if layout.LAW in words else {},
                whole=self.library,
            ),
            digest=digest_values(
                [self._school, *self._list_lines(record), *_list_sources(policy, files)]
            ),
        )

    def _list_lines(self, record: Iterable[Entry]) -> Iterator[object]:
        """Yield the hashes of entries, with the numbers of their lines."""
        for entry in record:
            yield entry.line
            yield self._lines.get(entry.line)

    def rest(self) -> Library:
        """Return the library without any policy that has a version."""
        names = {*self._policies, *self._unsound}
        pictures = (files for name, files in self._pictures.items() if name not in names)
        return replace(
            self.library,
            policies=(),
            unsound=(),
            record=tuple(e for e in self.library.record if e.policy not in names),
            pictures={path: data for files in pictures for path, data in files.items()},
            whole=self.library,
        )


def _find_policy(path: str) -> str:
    """Return the policy to whose folder a file belongs; empty if there is none."""
    name, slash, _ = path.removeprefix(layout.POLICIES).partition("/")
    return name if slash and path.startswith(layout.POLICIES) else ""


def _list_sources(policy: Policy | None, files: Mapping[str, bytes]) -> Iterator[object]:
    """Yield what names the sources of a policy. Some of its versions may not be shown."""
    yield [version.name for version in policy.versions] if policy else None
    for path, data in sorted(files.items()):
        yield path
        yield data
