"""Read and write the record of approvals, `approvals.jsonl`.

Lines are only ever added. Each one has the hash of the line before, so that changing or
removing a line shows. The form, for people who check it by other means:

- A line is a JSON object and an LF. Its keys are those of `Entry` except `line`,
  sorted. The last nine are there only if they have a value.
- `text` is the canonical text of the version; `sha256` is the SHA-256 of its UTF-8.
- `file` is the whole file as it was approved; `file_sha256` is the SHA-256 of its UTF-8.
  Older approvals have neither.
- `hash` is the SHA-256 of the same object without `hash`, `text` and `file`.
- `previous` is the `hash` of the line before. On the first line it is 64 zeros.
- `text` is empty on a review or a withdrawal; so are `text` and `file` if the words were
  removed (`removed` on a later line). No hash of a line depends on them.
- `source_sha256` is the SHA-256 of the words of the document of an adoption, one word a
  line (`words_digest`). `source_file_sha256` is that of its file.

This module must not know a file or a clock.
"""

import codecs
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from policybook.model import Entry, EntryKind, Version
from policybook.model.findings import Finding
from policybook.reading import layout
from policybook.reading.approved_text import canonical_text, sha256

RECORD_PATH = layout.RECORD
NOTHING_BEFORE = "0" * 64
#: The value of `removed`.
REMOVED = "text"
_KEYS = frozenset(
    {"by", "hash", "kind", "minute", "on", "policy", "previous", "sha256", "text", "version"}
)
#: The keys that no hash of a line covers: the words can leave, and the chain stays valid.
_WORDS = frozenset({"hash", "text", "file"})
#: A line has both of these keys, or neither.
_FILE = frozenset({"file", "file_sha256"})
_SOURCE = frozenset({"adopted_from", "source_sha256"})
#: The other extra keys that a kind of line may have: all of one set, or none.
_BESIDES: Mapping[str, tuple[frozenset[str], ...]] = {
    EntryKind.APPROVED: (_SOURCE, _SOURCE | {"source_file_sha256"}),
    EntryKind.REVIEWED: (frozenset({"outcome", "review_year"}),),
    EntryKind.WITHDRAWN: (frozenset({"reason"}), frozenset({"reason", "removed"})),
}
_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_RESTORE = (
    "Restore the whole file from the last good copy. Do not edit it by hand. "
    "Only the commands of Policybook may change it."
)


# ---------- writing and reading lines


def describe_file(data: bytes) -> dict[str, str]:
    """Return the keys that keep a whole file beside its text. The file must be UTF-8."""
    return {"file": data.decode(), "file_sha256": sha256(data)}


def entry_line(
    kind: EntryKind,
    version: Version,
    pictures: Mapping[str, bytes],
    *,
    by: str,
    on: str,
    minute: str,
    previous: str,
    besides: Mapping[str, str] = _NO_WORDS,
) -> str:
    """Return the line to add for an approval, with its LF.

    `on` is a day or month as in front matter. `previous` is the head of the record.
    `besides` has the extra keys, such as those of `describe_file`.
    """
    text = canonical_text(version, pictures)
    named = {
        "policy": version.policy,
        "version": version.name,
        "sha256": sha256(text.encode()),
        "text": text,
    }
    return _line(
        {
            "kind": str(kind),
            **named,
            "by": by,
            "on": on,
            "minute": minute,
            "previous": previous,
            **besides,
        }
    )


def later_line(
    kind: EntryKind,
    approved: Entry,
    *,
    by: str,
    on: str,
    minute: str,
    previous: str,
    besides: Mapping[str, str],
) -> str:
    """Return the line of a review or withdrawal of what `approved` entered.

    It has the hash of the approved text and not the text.
    """
    named = {
        "policy": approved.policy,
        "version": approved.version,
        "sha256": approved.sha256,
        "text": "",
    }
    return _line(
        {
            "kind": str(kind),
            **named,
            "by": by,
            "on": on,
            "minute": minute,
            "previous": previous,
            **besides,
        }
    )


def _line(values: Mapping[str, str]) -> str:
    """Return the line for these values, with its hash and LF."""
    return _format_json({**values, "hash": _hash(values)}) + "\n"


def remove_text(data: bytes, policy: str, version: str) -> bytes:
    """Return a valid record without the stored words of one version.

    Every other byte stays, so that the chain of hashes stays valid.
    """
    return b"".join(_empty_text(line, policy, version) for line in data.splitlines(keepends=True))


def _empty_text(line: bytes, policy: str, version: str) -> bytes:
    """Return the line with empty `text` and `file` if it is of this version; else unchanged."""
    words = line.removeprefix(codecs.BOM_UTF8).rstrip(b"\r\n")
    values = _values(words)
    if isinstance(values, str) or _key(values) != (policy, version):
        return line
    emptied = {key: "" for key in ("text", "file") if values.get(key)}
    return line.replace(words, _format_json({**values, **emptied}).encode()) if emptied else line


def format_published(entries: Iterable[Entry]) -> bytes:
    """Return the record as the site shows it.

    Each line is what its hash covers. So the SHA-256 of a line is the `previous` of the
    next.
    """
    return "".join(f"{_format_json(_hashed_values(entry))}\n" for entry in entries).encode()


def _hashed_values(entry: Entry) -> dict[str, str]:
    """Return the values of an entry that its hash covers, by key."""
    values = {
        name: str(getattr(entry, name))
        for name in Entry.__slots__
        if name != "line" and name not in _WORDS
    }
    return {name: words for name, words in values.items() if words or name in _KEYS}


def head(entries: Sequence[Entry]) -> str:
    """Return the hash of the last line, which depends on the whole record.

    Return 64 zeros if the record is empty.
    """
    return entries[-1].hash if entries else NOTHING_BEFORE


def _format_json(values: Mapping[str, str]) -> str:
    """Return values as the JSON of a line: keys sorted, characters not escaped."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def _hash(values: Mapping[str, str]) -> str:
    """Return the hash of a line from its values."""
    covered = {key: value for key, value in values.items() if key not in _WORDS}
    return sha256(_format_json(covered).encode())


def read(data: bytes) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return the entries, and a finding for every fault of the form with its line. Never raise.

    Any byte that differs from what was written is a finding. An entry whose line was
    altered has empty `sha256` and `text`, because the approved text is then unknown.
    CRLF for LF and a BOM at the start are no fault.
    """
    entries: list[Entry] = []
    findings: list[Finding] = []
    previous: str | None = NOTHING_BEFORE
    *lines, rest = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").split(b"\n")
    understood = [_values(line) for line in lines]
    removed = {
        _key(v) for v in understood if not isinstance(v, str) and v.get("removed") == REMOVED
    }
    for number, (line, values) in enumerate(zip(lines, understood, strict=True), 1):
        if isinstance(values, str):
            findings.append(record_fault(number, values))
            previous = None
            continue
        wordless = values["kind"] != EntryKind.APPROVED or _key(values) in removed
        faults = list(_faults(values, line.decode(), previous, wordless))
        findings += (record_fault(number, fault) for fault in faults)
        previous = values["hash"]
        if values["kind"] in list(EntryKind):
            entries.append(_entry(number, values, sound=not faults))
    if rest:
        findings.append(
            record_fault(len(lines) + 1, "the record is incomplete: its last line ends too early")
        )
    return tuple(entries), tuple(findings)


def _key(values: Mapping[str, str]) -> tuple[str, str]:
    """Return the policy and version of a line."""
    return values["policy"], values["version"]


def _values(line: bytes) -> dict[str, str] | str:
    """Return the values of a line by key, or in words what is wrong with it."""
    try:
        values = json.loads(line.decode())
        if b"\\u" in line:
            # Raises for an escaped half of a pair of surrogates, which is not text.
            _format_json(values).encode()
    except (ValueError, RecursionError):
        return (
            f"the record is damaged: this line {'cannot be read' if line.strip() else 'is empty'}"
        )
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return "the record is damaged: this line is not an entry of words"
    if missing := ", ".join(sorted(_KEYS - values.keys())):
        return f"the record is damaged: this line lacks {missing}"
    extra = values.keys() - _KEYS
    if extra >= _FILE and values["kind"] == EntryKind.APPROVED:
        extra -= _FILE
    if extra and extra not in _BESIDES.get(values["kind"], ()):
        return f"the record is damaged: this line also has {', '.join(sorted(extra))}"
    return values


def _faults(
    values: Mapping[str, str], line: str, previous: str | None, wordless: bool
) -> Iterator[str]:
    """Yield what is wrong with an entry.

    `previous` is None if the line before could not be read; that line has its own
    finding. If `wordless` is true, the line may lack the text.
    """
    if values["kind"] not in list(EntryKind):
        yield f"the record has an entry of an unknown kind, “{values['kind']}”"
    if _hash(values) != values["hash"]:
        yield "the record was altered: the hash of this line does not match its content"
    elif (
        not (wordless and not values["text"])
        and sha256(values["text"].encode()) != values["sha256"]
    ):
        yield "the record was altered: the text in this line does not match its hash"
    elif (
        "file" in values
        and not (wordless and not values["file"])
        and sha256(values["file"].encode()) != values["file_sha256"]
    ):
        yield "the record was altered: the file in this line does not match its hash"
    elif line != _format_json(values):
        yield ("the record was altered: this line has the same content, but its characters changed")
    if previous is not None and values["previous"] != previous:
        yield (
            "the record was altered: its chain of hashes breaks here, "
            "because the line before is missing or different"
        )


def _entry(number: int, values: Mapping[str, str], sound: bool) -> Entry:
    """Return the entry of a line, without hash and text unless the line is sound."""
    digests = ("sha256", "text", "file")
    texts = {
        key: value if sound or key not in digests else ""
        for key, value in values.items()
        if key != "kind"
    }
    return Entry(line=number, kind=EntryKind(values["kind"]), **texts)


def record_fault(line: int, message: str, remedy: str = _RESTORE) -> Finding:
    """Return a finding about the record itself."""
    return Finding(path=RECORD_PATH, line=line, code="record", message=message, remedy=remedy)
