"""Entries <-> lines of the record, and the canonical text that an approval stands for. Form: `policybook.record`."""

import codecs
import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from policybook import dates, names
from policybook.findings import Finding
from policybook.model import Day, Entry, EntryKind, Version, VersionFacts

RECORD_PATH = names.RECORD
NOTHING_BEFORE = "0" * 64
_KEYS = frozenset({"by", "hash", "kind", "minute", "on", "policy", "previous", "sha256", "text", "version"})
_RESTORE = (
    "Restore the whole file from the last good copy; do not mend it by hand, nor put any line in or out: "
    "nothing but the commands of build.py may edit it."
)


# ---------- the text that is recorded


def canonical(version: Version, pictures: Mapping[str, bytes]) -> str:
    """The text that an approval stands for: fields that count, one a line, an empty line, the body. NFC, LF, no BOM.

    `pictures` are those the version shows, by path; they count by bytes and by path within the policy's folder.
    White space at the ends of lines, and empty lines before and after the body, do not count.
    """
    header = [f"{name}: {words}" for name, words in _fields(version.facts)]
    header += [f"picture: {_sha256(pictures[path])} {_within(version.policy, path)}" for path in sorted(pictures)]
    return unicodedata.normalize("NFC", "\n".join([*header, "", *_body(version.text)])) + "\n"


def digest(version: Version, pictures: Mapping[str, bytes]) -> str:
    """The SHA-256 of the canonical text, as 64 hexadecimal digits."""
    return _sha256(canonical(version, pictures).encode())


def _fields(facts: VersionFacts) -> Iterator[tuple[str, str]]:
    """The fields that the hash covers, in their fixed order. `changes` comes once for each of its sentences."""
    yield "title", facts.title
    yield from (
        (name, words)
        for name, words in (
            ("approved_by", facts.approved_by),
            ("approved_on", _typed(facts.approved_on)),
            ("effective_from", _typed(facts.effective_from)),
            ("review_year", dates.year_text(facts.review_year)),
            ("review_by", _typed(facts.review_by)),
            ("applies_to", ", ".join(facts.applies_to)),
            ("minute", facts.minute),
        )
        if words
    )
    yield from (("changes", sentence) for sentence in facts.changes)


def _typed(day: Day | None) -> str | None:
    return dates.as_typed(day) if day else None


def _within(policy: str, path: str) -> str:
    return path.removeprefix(f"{names.POLICIES}{policy}/")


def _body(text: str) -> list[str]:
    lines = [
        line.rstrip(" \t") for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]
    filled = [i for i, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# ---------- writing and reading lines


def entry_line(
    kind: EntryKind, version: Version, pictures: Mapping[str, bytes], *, by: str, on: str, minute: str, previous: str
) -> str:
    """The line to append, with its LF. `on` is a day or month as in front matter; `previous` the head of the record."""
    text = canonical(version, pictures)
    values = {
        "kind": str(kind),
        "policy": version.policy,
        "version": version.name,
        "sha256": _sha256(text.encode()),
        "text": text,
        "by": by,
        "on": on,
        "minute": minute,
        "previous": previous,
    }
    return _written({**values, "hash": _hash(values)}) + "\n"


def head(entries: Sequence[Entry]) -> str:
    """The hash of the last line, which stands for the whole record; 64 zeros where there is none."""
    return entries[-1].hash if entries else NOTHING_BEFORE


def _written(values: Mapping[str, str]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def _hash(values: Mapping[str, str]) -> str:
    return _sha256(_written({key: value for key, value in values.items() if key not in ("hash", "text")}).encode())


def read(data: bytes) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return the entries and every fault of the record's form, with its line. Never raises.

    Any byte that differs from what was written is found. An entry whose line was altered comes with empty `sha256` and
    `text`, since what was approved is not known from it. CRLF for LF and a BOM at the start are no change.
    """
    entries: list[Entry] = []
    found: list[Finding] = []
    previous: str | None = NOTHING_BEFORE
    *lines, rest = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").split(b"\n")
    for number, line in enumerate(lines, 1):
        values = _values(line)
        faults = [values] if isinstance(values, str) else list(_faults(values, line.decode(), previous))
        found += (damaged(number, fault) for fault in faults)
        previous = None if isinstance(values, str) else values["hash"]
        if not isinstance(values, str) and values["kind"] in list(EntryKind):
            entries.append(_entry(number, values, sound=not faults))
    if rest:
        found.append(damaged(len(lines) + 1, "the record is incomplete: its last line breaks off half-way"))
    return tuple(entries), tuple(found)


def _values(line: bytes) -> dict[str, str] | str:
    """The values of a line by key; or what is wrong with it, in words."""
    try:
        values = json.loads(line.decode())
        _written(values).encode()  # an escaped half of a pair of surrogates is not text
    except (ValueError, RecursionError):
        return f"the record is damaged: this line {'cannot be read' if line.strip() else 'is empty'}"
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return "the record is damaged: this line is not an entry of words"
    if values.keys() != _KEYS:
        missing, extra = ", ".join(sorted(_KEYS - values.keys())), ", ".join(sorted(values.keys() - _KEYS))
        return f"the record is damaged: this line {f'lacks {missing}' if missing else f'holds {extra} besides'}"
    return values


def _faults(values: Mapping[str, str], line: str, previous: str | None) -> Iterator[str]:
    """What is wrong with an entry. `previous` is None where the line before could not be read, which is said there."""
    if values["kind"] not in list(EntryKind):
        yield f"the record holds an entry of an unknown kind, “{values['kind']}”"
    if _hash(values) != values["hash"]:
        yield "the record was altered: the hash of this line does not fit what it says"
    elif _sha256(values["text"].encode()) != values["sha256"]:
        yield "the record was altered: the text in this line does not fit its hash"
    elif line != _written(values):
        yield "the record was altered: this line is not written as it was, although it says the same"
    if previous is not None and values["previous"] != previous:
        yield "the record was altered: its chain of hashes breaks here; the line before is missing or another one"


def _entry(number: int, values: Mapping[str, str], sound: bool) -> Entry:
    known = ("sha256", "text")
    kept = {key: value if sound or key not in known else "" for key, value in values.items() if key != "kind"}
    return Entry(line=number, kind=EntryKind(values["kind"]), **kept)


def damaged(line: int, message: str) -> Finding:
    """A fault of the record itself."""
    return Finding(path=RECORD_PATH, line=line, code="record", message=message, remedy=_RESTORE)
