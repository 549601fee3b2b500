"""Check the record on a published site: its chain of hashes, and the published texts."""

import hashlib
from collections.abc import Callable, Iterator, Mapping

from policybook.model import EntryKind
from policybook.reading.record import record_chain
from policybook.reading.record.approval_record import REMOVED
from policybook.reading.record.record_chain import NOTHING_BEFORE, ChainLink
from policybook.text import json_file

_NEEDED = ("kind", "policy", "version", "sha256", "previous")


def differences(
    data: bytes,
    head: str | None,
    text_of: Callable[[str, str], bytes | None],
    kept: bytes | None = None,
) -> Iterator[str]:
    """Yield in words each fault of a published record. Never raises, whatever `data` holds.

    `head` is the hash in the manifest, or None. `text_of(policy, version)` returns the
    published text of a version, or None. `kept` is the file that names the versions
    whose text is kept in school, or None.
    """
    previous, lines = NOTHING_BEFORE, data.split(b"\n")[:-1]
    entries: list[Mapping[str, str]] = []
    links: list[ChainLink] = []
    for number, line in enumerate(lines, 1):
        entry = _entry(line)
        if entry is None:
            yield f"line {number} of the record is damaged"
            return
        previous = hashlib.sha256(line).hexdigest()
        joined = entry.get("joined", "")
        links.append(ChainLink(previous=entry["previous"], hash=previous, joined=joined))
        entries.append(entry)
    for place in record_chain.find_breaks(links):
        yield (
            f"line {place + 1} of the record does not follow from the line before: its "
            "chain of hashes breaks here"
        )
    if head is not None and head != previous:
        yield (
            "the record does not end with the hash that the manifest names: lines were "
            "taken away, added or altered"
        )
    yield from _compare_texts(entries, text_of, _read_kept(kept))


def _read_kept(data: bytes | None) -> frozenset[tuple[str, str]]:
    """Return the versions whose text is kept in school: policy and version."""
    names = json_file.read_object(data or b"").get("kept_in_school", ())
    try:
        return frozenset((str(each["policy"]), str(each["version"])) for each in names)
    except (KeyError, TypeError):
        return frozenset()


def _entry(line: bytes) -> Mapping[str, str] | None:
    """Return the entry of a line, or None where it is damaged."""
    entry = json_file.read_object(line)
    is_sound = entry.keys() >= set(_NEEDED) and all(isinstance(v, str) for v in entry.values())
    return entry if is_sound else None


def _compare_texts(
    entries: list[Mapping[str, str]],
    text_of: Callable[[str, str], bytes | None],
    kept: frozenset[tuple[str, str]],
) -> Iterator[str]:
    removed = {(e["policy"], e["version"]) for e in entries if e.get("removed") == REMOVED}
    for entry in entries:
        key = (entry["policy"], entry["version"])
        if entry["kind"] != EntryKind.APPROVED:
            continue
        text = text_of(*key)
        if key in kept and text is None:
            continue
        if key in removed and text is not None:
            yield f"the words of {' '.join(key)} are published, although they were removed"
        elif key not in removed and (
            text is None or hashlib.sha256(text).hexdigest() != entry["sha256"]
        ):
            yield (
                f"the text of {' '.join(key)} is "
                f"{'missing' if text is None else 'not the one that was recorded'}"
            )
