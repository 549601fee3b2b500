"""Make the finished files of each policy, or take them from the store.

What the store has is the same, byte for byte, because its key covers all that the files are
made from. What a page asked about other policies is asked again.

An object of the store has a head in JSON, then the row, then the files, packed. Files are unpacked
only if somebody wants their bytes.
"""

import json
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from policybook.model import Library, Policy
from policybook.model.addresses import Address
from policybook.site.elsewhere import Answers, elsewhere_in
from policybook.site.making.open_policies import OpenPolicy
from policybook.site.making.outputs import POLICY_OUTPUTS
from policybook.site.pdf.typst import Typesetter
from policybook.site.policy_input import PolicyInput, policy_input
from policybook.site.policy_row import PolicyRow, policy_row
from policybook.site.policy_sources import PolicySources, SourceFinder
from policybook.site.proofs import text_balance
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, FinishedFile, Page
from policybook.store import plain_values
from policybook.store.objects import Store

_SIZE = 8
#: Pages repeat themselves, so the quickest level makes them small enough.
_LEVEL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePolicy:
    """The finished files of one policy, its row, and those of its pages that the sitemap lists.

    `answers` are those that other policies gave while the files were made.
    """

    row: PolicyRow
    listed: tuple[Address, ...]
    files: tuple[FinishedFile, ...]
    answers: Answers


def write_policy(made: MadePolicy, store: Store) -> bytes | None:
    """Return the object of a policy; None if it cannot be kept.

    A PDF that `store` has is named and not repeated.
    """
    try:
        row = plain_values.dump(made.row)
    except plain_values.NotPlain:
        return None
    places: list[list[Any]] = []
    inside: list[bytes] = []
    for file in made.files:
        key = store.find_key(file.digest) if file.path.endswith(".pdf") else ""
        places.append([file.path, file.digest, key or len(file.data)])
        if not key:
            inside.append(file.data)
    head = {
        "answers": [[*question, answer] for question, answer in made.answers.items()],
        "listed": made.listed,
        "row": len(row),
        "files": places,
    }
    start = json.dumps(head).encode()
    packed = zlib.compress(b"".join(inside), _LEVEL)
    return len(start).to_bytes(_SIZE) + start + row + packed


def read_policy(data: bytes, store: Store) -> MadePolicy | None:
    """Return the policy that `write_policy` wrote; None for any other bytes."""
    try:
        start = _SIZE + int.from_bytes(data[:_SIZE])
        head = json.loads(data[_SIZE:start])
        after = start + int(head["row"])
        row = plain_values.load(data[start:after])
        files = tuple(_read_files(head["files"], _PackedFiles(data[after:]), store))
        answers = {(version, target): answer for version, target, answer in head["answers"]}
        listed = tuple(head["listed"])
    except (ValueError, TypeError, LookupError, RecursionError, plain_values.NotPlain):
        return None
    if not isinstance(row, PolicyRow):
        return None
    return MadePolicy(row=row, listed=listed, files=files, answers=answers)


class _PackedFiles:
    """The bytes of the files, one after the other. They are unpacked at the first question."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @cached_property
    def _whole(self) -> bytes:
        return zlib.decompress(self._packed)

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes of the file from `start` to `end`."""
        return self._whole[start:end]


def _read_files(
    places: list[list[Any]], packed: _PackedFiles, store: Store
) -> Iterator[FinishedFile]:
    """Yield the files. Raise `LookupError` if the store has lost a PDF."""
    start = 0
    for path, digest, place in places:
        if isinstance(place, str):
            pdf = store.get(place)
            if pdf is None:
                raise LookupError(place)
            yield FinishedFile(path=path, digest=digest, read=partial(lambda data: data, pdf))
        else:
            read = partial(packed.read, start, start + place)
            yield FinishedFile(path=path, digest=digest, read=read)
            start += place


class PolicyMaker:
    """Makes the policies of one library on one day. `finder` has what each is made from."""

    def __init__(
        self,
        library: Library,
        finder: SourceFinder,
        renderer: Renderer,
        typesetter: Typesetter | None,
    ) -> None:
        self._library, self._finder = library, finder
        self._renderer, self._typesetter = renderer, typesetter

    def make(self, policy: Policy) -> Generator[FinishedFile, None, MadePolicy]:
        """Yield each file of a policy when it is finished, and return all that was made of it.

        If the store has the policy, nothing is made. Raises `Unbalanced` if an output is not
        exactly the text of a version.
        """
        sources, store = self._finder.find(policy), self._renderer.settings.store
        kept = self._read_kept(sources)
        if kept and self._asks_the_same(policy, kept.answers):
            yield from kept.files
            return kept
        made = yield from self._make(sources)
        if store and (data := write_policy(made, store)):
            store.put(sources.key, data)
        return made

    def has(self, policy: Policy) -> bool:
        """Return whether the store has a policy as it is now."""
        store = self._renderer.settings.store
        return store is not None and store.has(self._finder.find(policy).key)

    def open(self, policy: Policy, known: OpenPolicy | None) -> OpenPolicy:
        """Return a policy whose files are not made yet.

        It is `known`, or from the store, if that has the policy as it is now.
        """
        sources = self._finder.find(policy)
        opened = known if known and known.key == sources.key else self._open_kept(sources)
        if opened and self._asks_the_same(policy, opened.answers):
            return opened
        inputs = self._input(sources)
        return OpenPolicy(
            sources.key,
            self._make_files(inputs),
            lambda: policy_row(sources.library, inputs),
            inputs.elsewhere.answers,
        )

    def _read_kept(self, sources: PolicySources) -> MadePolicy | None:
        store = self._renderer.settings.store
        data = store.get(sources.key) if store else None
        return read_policy(data, store) if data and store else None

    def _open_kept(self, sources: PolicySources) -> OpenPolicy | None:
        kept = self._read_kept(sources)
        if kept is None:
            return None
        return OpenPolicy(sources.key, iter(kept.files), lambda: kept.row, kept.answers)

    def input(self, policy: Policy) -> PolicyInput:
        """Return what the pages of a policy show."""
        return self._input(self._finder.find(policy))

    def _input(self, sources: PolicySources) -> PolicyInput:
        return policy_input(
            sources,
            elsewhere_in(self._library, sources.titles),
            sources.day,
            all_pairs=self._renderer.settings.all_pairs,
            typesetter=self._typesetter,
        )

    def _make(self, sources: PolicySources) -> Generator[FinishedFile, None, MadePolicy]:
        inputs = self._input(sources)
        files, listed = [], []
        for part in self._make_files(inputs):
            if isinstance(part, Page) and part.listed:
                listed.append(part.address)
            files.append(FinishedFile.of(part))
            yield files[-1]
        row = policy_row(sources.library, inputs)
        for version, view in inputs.versions:
            if view.binds:
                text_balance.refuse_search(version, row.documents)
        return MadePolicy(
            row=row,
            listed=tuple(listed),
            files=tuple(files),
            answers=inputs.elsewhere.answers,
        )

    def _make_files(self, inputs: PolicyInput) -> Iterator[Page | Asset]:
        for version in inputs.policy.versions:
            text_balance.refuse_source(version)
        for make in POLICY_OUTPUTS:
            yield from make(inputs, self._renderer)

    def _asks_the_same(self, policy: Policy, answers: Answers) -> bool:
        """Return whether other policies still give the same answers."""
        elsewhere = elsewhere_in(self._library, self._finder.titles)
        versions = {version.name: version for version in policy.versions}
        return all(
            name in versions and repr(elsewhere.where(versions[name], target)) == answer
            for (name, target), answer in answers.items()
        )
