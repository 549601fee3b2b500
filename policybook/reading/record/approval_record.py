"""Read and write the record of approvals, `approvals.jsonl`.

Lines are only ever added. Each one has the hash of the line before, so that changing or
removing a line shows. `record_lines` has the form of a line, `record_chain` that of the
chain, and `record_file` what a program may change without harm. `text` is empty on a review
or a withdrawal; so are `text` and `file` if the words were removed (`removed` on a later
line). No hash of a line depends on them.

This module must not know a file or a clock.
"""

import codecs
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from policybook.model import Entry, EntryKind, Finding, Version
from policybook.reading.files import layout
from policybook.reading.record import record_chain, record_file, record_lines
from policybook.reading.record.approved_text import canonical_text, sha256
from policybook.reading.record.record_chain import NOTHING_BEFORE, ChainFault, ChainLink

RECORD_PATH = layout.RECORD
#: The first line of a checkpoint.
CHECKPOINT_MARK = "policybook/1"
#: The value of `removed`.
REMOVED = "text"
_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_RESTORE = (
    "Find an older copy of the file, and run: policybook rejoin COPY. It brings this line back and "
    "keeps the others. Only if no copy ever had the line, remove it from the file."
)
_LOST_LINES = (
    "Find an older copy of the file, and run: policybook rejoin COPY. It brings the missing "
    "lines back and keeps the new ones."
)
_SAVE_AGAIN = "Save the file again with the encoding UTF-8, or take an older copy of it."
_CUT = "the record is incomplete: its last line ends too early"
_MERGE = "the record has the marks of a merge (<<<<<<<) that Git could not finish"
_BREAKS = (
    "the record was altered: its chain of hashes breaks here, "
    "because the line before is missing or different"
)
_APART = (
    "a second part of the record starts here: two people approved at the same time, or two copies "
    "were put together"
)
_REJOIN = "Join them, so that nothing of either is lost: policybook rejoin"


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
        "kind": str(kind),
        "policy": version.policy,
        "version": version.name,
        "sha256": sha256(text.encode()),
        "text": text,
    }
    decided = {"by": by, "on": on, "minute": minute, "previous": previous}
    return record_lines.format_line({**named, **decided, **besides})


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
        "kind": str(kind),
        "policy": approved.policy,
        "version": approved.version,
        "sha256": approved.sha256,
        "text": "",
    }
    decided = {"by": by, "on": on, "minute": minute, "previous": previous}
    return record_lines.format_line({**named, **decided, **besides})


def joined_line(previous: str, joined: str, *, on: str, besides: Mapping[str, str]) -> str:
    """Return the line that joins two records, with the hash of the end of each."""
    names = ("policy", "version", "sha256", "text", "by", "minute")
    return record_lines.format_line(
        {
            "kind": str(EntryKind.JOINED),
            **dict.fromkeys(names, ""),
            "on": on,
            "previous": previous,
            "joined": joined,
            **besides,
        }
    )


def remove_text(data: bytes, policy: str, version: str) -> bytes:
    """Return a valid record without the stored words of one version.

    Every other byte stays, so that the chain of hashes stays valid.
    """
    lines = record_file.tidy(data).splitlines(keepends=True)
    return b"".join(_empty_text(line, policy, version) for line in lines)


def _empty_text(line: bytes, policy: str, version: str) -> bytes:
    """Return the line with empty `text` and `file` if it is of this version; else unchanged."""
    words = line.removeprefix(codecs.BOM_UTF8).rstrip(b"\r\n")
    values = record_lines.read_values(words)
    if isinstance(values, str) or _key(values) != (policy, version):
        return line
    emptied = {key: "" for key in ("text", "file") if values.get(key)}
    if emptied:
        return line.replace(words, record_lines.format_json({**values, **emptied}).encode())
    return line


def format_published(entries: Iterable[Entry]) -> bytes:
    """Return the record as the site shows it.

    Each line is what its hash covers. So the SHA-256 of a line is the `previous` of the
    next.
    """
    return "".join(
        f"{record_lines.format_json(record_lines.hashed_values(entry))}\n" for entry in entries
    ).encode()


def head(entries: Sequence[Entry]) -> str:
    """Return the hash of the last line, which depends on the whole record.

    Return 64 zeros if the record is empty.
    """
    return entries[-1].hash if entries else NOTHING_BEFORE


def checkpoint(entries: Sequence[Entry], url: str) -> tuple[str, ...]:
    """Return the four lines by which anyone can tell later whether the record was cut.

    They are the mark, the site's address, the number of entries, and the last hash.
    """
    return (CHECKPOINT_MARK, url, str(len(entries)), head(entries))


def read(data: bytes) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return the entries, and a finding for every fault of the form with its line. Never raise.

    Any byte that differs from what was written is a finding, unless it is only of how the
    file was saved. An entry whose line was altered has empty `sha256` and `text`, because
    the approved text is then unknown.
    """
    return read_lines(record_file.split(data))


def read_lines(file: record_file.RecordFile) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return what `read` does. Memory never holds two whole files of the record."""
    if file.cause:
        return (), (record_fault(1, file.cause, _SAVE_AGAIN),)
    findings: dict[int, list[Finding]] = {}
    for number, place in enumerate(file.marks[:1]):
        findings[number] = [record_fault(place, _MERGE, _REJOIN)]
    named = (record_lines.read_values(line) for line in file.lines if b'"removed"' in line)
    removed = {_key(v) for v in named if not isinstance(v, str) and v.get("removed") == REMOVED}
    entries: list[Entry] = []
    links: list[ChainLink | None] = []
    for number, line in enumerate(file.lines, 1):
        values = record_lines.read_values(line)
        links.append(_link(values))
        faults = findings.setdefault(number, [])
        if isinstance(values, str):
            is_cut = file.is_open and number == len(file.lines)
            faults.append(record_fault(number, _CUT if is_cut else values, _find_remedy(values)))
            continue
        wordless = values["kind"] != EntryKind.APPROVED or _key(values) in removed
        if fault := record_lines.read_faults(values, line.decode(), wordless):
            faults.append(record_fault(number, fault))
        if values["kind"] in list(EntryKind):
            entries.append(make_entry(number, values, sound=not fault))
    if not file.marks:
        _add_breaks(findings, links)
    return tuple(entries), tuple(f for number in sorted(findings) for f in findings[number])


def read_file(file: record_file.RecordFile, entry: Entry) -> str:
    """Return the whole file that an entry approved; empty if its line lacks it or was altered."""
    if not (entry.sha256 and entry.file_sha256):
        return ""
    values = record_lines.read_values(file.lines[entry.line - 1])
    return "" if isinstance(values, str) else values["file"]


def _find_remedy(fault: str) -> str:
    """Return what to do about a line that cannot be read."""
    if record_lines.IS_NEWER in fault:
        return "A newer release wrote it: update Policybook."
    return _RESTORE


def _add_breaks(findings: dict[int, list[Finding]], links: Sequence[ChainLink | None]) -> None:
    """Add where the chain breaks. Two parts can be joined only if nothing else is wrong."""
    is_whole = not any(findings.values())
    is_named = False
    for place, fault in record_chain.find_breaks(links).items():
        if fault is ChainFault.APART and is_named:
            continue  # one joining mends them all
        is_named = is_named or fault is ChainFault.APART
        if fault is ChainFault.APART and is_whole:
            finding = record_fault(place + 1, _APART, _REJOIN)
        else:
            finding = record_fault(place + 1, _BREAKS, _LOST_LINES)
        findings.setdefault(place + 1, []).append(finding)


def _link(values: dict[str, str] | str) -> ChainLink | None:
    if isinstance(values, str):
        return None
    return ChainLink(
        previous=values["previous"], hash=values["hash"], joined=values.get("joined", "")
    )


def links(entries: Iterable[Entry]) -> list[ChainLink]:
    """Return what each entry says of the chain."""
    return [ChainLink(previous=e.previous, hash=e.hash, joined=e.joined) for e in entries]


def _key(values: Mapping[str, str]) -> tuple[str, str]:
    """Return the policy and version of a line."""
    return values["policy"], values["version"]


def make_entry(number: int, values: Mapping[str, str], *, sound: bool = True) -> Entry:
    """Return the entry of a line, without hash and text unless the line is sound."""
    texts = {
        key: value if sound or key not in ("sha256", "text") else ""
        for key, value in values.items()
        if key not in ("kind", "file")
    }
    return Entry(line=number, kind=EntryKind(values["kind"]), **texts)


def record_fault(line: int, message: str, remedy: str = _RESTORE) -> Finding:
    """Return a finding about the record itself."""
    return Finding(path=RECORD_PATH, line=line, code="record", message=message, remedy=remedy)
