"""Write all that was made of one policy as one object of the store, and read it back.

An object has a head in JSON, then the row, then the files, packed. The head says what the
policy's pages asked about other policies, and what the answers were. Files are unpacked only
if somebody wants their bytes.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from policybook.model.addresses import Address
from policybook.site.elsewhere import Answers
from policybook.site.policy_row import PolicyRow
from policybook.site.render.types import FinishedFile
from policybook.store import plain_values
from policybook.store.objects import Store
from policybook.store.plain_values import NotPlain

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
    except NotPlain:
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
    except (ValueError, TypeError, LookupError, RecursionError, NotPlain):
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
