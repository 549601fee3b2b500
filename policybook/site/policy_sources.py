"""Divide a library into what the pages of each policy are made from, and nothing else.

What is not in the sources of a policy cannot be on its pages. So the key of its sources
changes whenever its pages may change.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from policybook.model import Entry, Library, Policy
from policybook.reading import layout, reference_links
from policybook.reading.reference_links import PolicyTitles
from policybook.site.other_reviews import ReviewDays, list_reviews
from policybook.site.render.renderer import Renderer
from policybook.site.store.releases import digest_release

#: Files about the whole school. The pages of every policy are made anew if one of them changes.
_OF_SCHOOL = (layout.SCHOOL, layout.CONTACTS, layout.LAW, "mkdocs.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySources:
    """What the pages of one policy are made from, apart from what they ask `Elsewhere`.

    `library` has this policy alone, with its own entries of the record and its own
    pictures. `titles` and `reviews` are of every policy. `key` has hexadecimal digits. It
    changes with anything: the sources, the day, the school, the templates, the settings
    and the release.
    """

    policy: Policy
    library: Library
    titles: PolicyTitles
    reviews: tuple[ReviewDays, ...]
    key: str


class DividedLibrary:
    """A library, which gives the sources of each of its policies."""

    def __init__(
        self, library: Library, files: Mapping[str, bytes], today: date, renderer: Renderer
    ) -> None:
        """`files` are the bytes from which the library was read."""
        self._library, self._today, self._renderer = library, today, renderer
        self.titles = reference_links.read_titles(library)
        self._reviews = list_reviews(library, today)
        self._record: dict[str, list[Entry]] = {}
        for entry in library.record:
            self._record.setdefault(entry.policy, []).append(entry)
        self._files: dict[str, dict[str, bytes]] = {}
        for path, data in files.items():
            if path.startswith(layout.POLICIES):
                name = path.removeprefix(layout.POLICIES).partition("/")[0]
                self._files.setdefault(name, {})[path] = data
        self._of_school = [files.get(path) for path in _OF_SCHOOL]

    def sources(self, policy: Policy) -> PolicySources:
        """Return the sources of a policy of the library."""
        files = self._files.get(policy.name, {})
        pictures = self._library.pictures
        words = self._library.words
        record = tuple(self._record.get(policy.name, ()))
        return PolicySources(
            policy=policy,
            library=replace(
                self._library,
                policies=(policy,),
                unsound=(),
                record=record,
                pages=(),
                pictures={path: pictures[path] for path in files if path in pictures},
                words={layout.LAW: words[layout.LAW]} if layout.LAW in words else {},
            ),
            titles=self.titles,
            reviews=self._reviews,
            key=_hash([self._school_key, *_list_sources(policy, files, record)]),
        )

    @cached_property
    def _school_key(self) -> bytes:
        """Return a hash of all that the pages of every policy are made from."""
        parts = [
            digest_release(),
            self._today,
            self._library.school,
            self._of_school,
            sorted(self.titles.by_title.items()),
            self._reviews,
            self._renderer.digest,
        ]
        return _hash(parts).encode()


def _list_sources(
    policy: Policy, files: Mapping[str, bytes], record: tuple[Entry, ...]
) -> Iterator[object]:
    """Yield the sources of one policy."""
    yield policy.name
    yield [version.name for version in policy.versions]
    for path, data in sorted(files.items()):
        yield path
        yield data
    yield record


def _hash(parts: list[object]) -> str:
    """Return a hash of values whose form as text says all that they are."""
    whole = hashlib.sha256()
    for part in parts:
        data = b"b" + part if isinstance(part, bytes) else repr(part).encode()
        whole.update(len(data).to_bytes(8) + data)
    return whole.hexdigest()
