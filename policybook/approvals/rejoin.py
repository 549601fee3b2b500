"""Plan how two records that grew apart become one: every line of both, and one that joins them.

Two offices may approve at once, each in its own copy; a merge of Git may then have both
lines, or marks between them. No line is altered, so each office's minutes still find theirs.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from policybook.analysis import integrity
from policybook.approvals import plan
from policybook.model import Entry, EntryKind, Finding, Severity
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.record import approval_record, record_file, record_lines
from policybook.reading.record.record_chain import NOTHING_BEFORE
from policybook.text import json_file

_Lines = dict[str, tuple[bytes, Mapping[str, str]]]  # by hash

_IN_ONE_PIECE = (
    "The record is in one piece, and no other copy has a line that it lacks. If lines were lost, "
    "look for an older copy that has the hash in the minutes, and name it: policybook rejoin COPY"
)
_BRING_BACK = (
    "Name an older copy that still has this line: policybook rejoin COPY. If a copy that you named "
    "has it, or if no copy ever had it, remove this line from the file, and run it again."
)
#: How a line says its own hash.
_HASH = re.compile(rb'"hash": "([0-9a-f]{64})"')
_IS_PUBLISHED = (
    "this is the record as the site publishes it, without the words of the policies. "
    f"Name a copy of {layout.RECORD}"
)


@dataclass(frozen=True, slots=True)
class _DamagedLine:
    """A line that cannot be used: where it is, its bytes, and what is wrong."""

    file: str
    number: int
    line: bytes
    fault: str


@dataclass(slots=True)
class _Parts:
    """What the copies hold together: `lines` by hash, and what is wrong with them."""

    lines: _Lines = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    damaged: list[_DamagedLine] = field(default_factory=list)


def plan_rejoin(
    sources: Sources, others: Mapping[str, bytes], today: date, *, entered: str = ""
) -> plan.Plan:
    """Return what joining the record with other copies of it would write, or why it is refused.

    `others` are by the name that messages use. `entered` is the present time in UTC. A line
    that was damaged is left out only if another copy has the line as it was written.
    """
    own = sources.files.get(layout.RECORD, b"")
    parts = _Parts()
    for name, data in {layout.RECORD: own, **others}.items():
        _collect(parts, name, data)
    lines = _put_in_order(parts.lines)
    faults = [*parts.faults, *_find_unreplaced(parts)]
    faults = faults or [*_find_missing(lines), *_find_double_approvals(lines)]
    if faults:
        return plan.refuse(*faults)
    ends = _find_ends(lines)
    joined = _join_ends(ends, today, entered)
    data = b"".join(line + b"\n" for line, _ in lines.values()) + "".join(joined).encode()
    for _, values in lines.values():
        if values.get("removed"):  # on either side
            data = approval_record.remove_text(data, values["policy"], values["version"])
    if data == own:
        return plan.Plan((_IN_ONE_PIECE,))
    if errors := _find_errors(sources, data):
        return plan.refuse(*map(str, errors))
    messages = (*_describe_damaged(parts), *_describe(own, lines, ends))
    head = approval_record.head(approval_record.read(data)[0])
    next_steps = (
        "Bring the files of both sides together too. `policybook check` says which version is "
        "missing; `policybook restore` puts it back.",
        f"For the minutes, the last hash of the record: {head}",
    )
    return plan.propose(sources, messages, {layout.RECORD: data}, next_steps=next_steps)


def _collect(parts: _Parts, name: str, data: bytes) -> None:
    """Add the lines of a record that are not there yet, and what is wrong with it."""
    file = record_file.split(data)
    if file.cause:
        parts.faults.append(f"{name}: {file.cause}.")
    understood = [record_lines.read_values(line) for line in file.lines]
    if understood and all(map(_is_published, file.lines)):
        parts.faults.append(f"{name}: {_IS_PUBLISHED}.")
        return
    removed = {
        (v["policy"], v["version"])
        for v in understood
        if not isinstance(v, str) and v.get("removed")
    }
    for number, (line, values) in enumerate(zip(file.lines, understood, strict=True), 1):
        fault = _find_fault(values, line, removed)
        if fault or isinstance(values, str):
            parts.damaged.append(_DamagedLine(name, number, line, fault))
        else:
            parts.lines.setdefault(values["hash"], (line, values))


def _find_fault(
    values: Mapping[str, str] | str, line: bytes, removed: Collection[tuple[str, str]]
) -> str:
    """Return what is wrong with a line; empty if nothing is."""
    if isinstance(values, str):
        return values
    is_later = values["kind"] != EntryKind.APPROVED
    wordless = is_later or (values["policy"], values["version"]) in removed
    return record_lines.read_faults(values, line.decode(), wordless)


def _is_published(line: bytes) -> bool:
    """Return whether a line has the keys of an entry, but for its words and its hash."""
    return record_lines.KEYS - json_file.read_object(line).keys() == {"hash", "text"}


def _find_unreplaced(parts: _Parts) -> Iterator[str]:
    """Yield each damaged line that no copy has as it was written."""
    for damaged in parts.damaged:
        place = f"{damaged.file}:{damaged.number}: {damaged.fault}."
        if record_lines.IS_NEWER in damaged.fault:
            yield f"{place} A newer release wrote it: update Policybook."
        elif not _is_replaced(damaged, parts.lines):
            yield f"{place} {_BRING_BACK}"


def _is_replaced(damaged: _DamagedLine, lines: _Lines) -> bool:
    """Return whether a copy has the line that was damaged, by the hash that is left in it."""
    hashes = {digest.decode() for digest in _HASH.findall(damaged.line)}
    return not damaged.line.strip() or not hashes.isdisjoint(lines)


def _describe_damaged(parts: _Parts) -> Iterator[str]:
    """Yield which lines are left out: empty ones, and those that a copy has as they were."""
    for line in parts.damaged:
        cause = "is damaged; a copy has it as it was" if line.line.strip() else "is empty"
        yield f"Line {line.number} of {line.file} {cause}. It is left out."


def _find_missing(lines: _Lines) -> Iterator[str]:
    """Yield the lines after which nothing can follow, because the one before is nowhere."""
    for _, values in lines.values():
        if values["previous"] != NOTHING_BEFORE and values["previous"] not in lines:
            yield (
                f"The line before {_name(values)} has the hash {values['previous'][:12]}…, and no "
                "copy has it. Look for an older copy, and name it: policybook rejoin COPY"
            )


def _put_in_order(lines: _Lines) -> _Lines:
    """Return the lines so that each comes after those that it names, and else as they came.

    A line that only a copy has goes to the place where the record lost it.
    """
    ordered: _Lines = {}
    for digest in lines:
        waiting = [digest]
        while waiting:
            values = lines[waiting[-1]][1]
            before = [
                earlier
                for earlier in (values.get("joined", ""), values["previous"])
                if earlier in lines and earlier not in ordered
            ]
            waiting += before
            if not before:
                last = waiting.pop()
                ordered.setdefault(last, lines[last])
    return ordered


def _find_double_approvals(lines: _Lines) -> Iterator[str]:
    """Yield each version that both sides approved with different words."""
    texts: dict[tuple[str, str], str] = {}
    for _, values in lines.values():
        key = (values["policy"], values["version"])
        digest = values["sha256"]
        if digest and texts.setdefault(key, digest) != digest:
            yield (
                f"Both sides have {_name(values)}, with different words (hashes "
                f"{texts[key][:12]}… and {digest[:12]}…). Nobody can join them: find out which of "
                "the two was approved. The other needs a name of its own and its own approval."
            )


def _find_ends(lines: _Lines) -> list[str]:
    """Return the hashes of the lines that no other line follows, in order."""
    followed = {
        digest
        for _, values in lines.values()
        for digest in (values["previous"], values.get("joined", ""))
    }
    return [digest for digest in lines if digest not in followed]


def _join_ends(ends: Sequence[str], today: date, entered: str) -> list[str]:
    """Return the lines that join all ends, one after the other."""
    joined: list[str] = []
    previous = ends[0] if ends else ""
    besides = {"entered": entered} if entered else {}
    for end in ends[1:]:
        line = approval_record.joined_line(previous, end, on=today.isoformat(), besides=besides)
        values = record_lines.read_values(line.rstrip("\n").encode())
        assert not isinstance(values, str)
        previous = values["hash"]
        joined.append(line)
    return joined


def _find_errors(sources: Sources, data: bytes) -> list[Finding]:
    """Return what would be wrong with the joined record itself."""
    files = {**sources.files, layout.RECORD: data}
    loaded = library.load(replace(sources, files=files))
    findings = (*loaded.findings, *integrity.findings(loaded.library))
    return [f for f in findings if f.path == layout.RECORD and f.severity is Severity.ERROR]


def _describe(own: bytes, lines: _Lines, ends: Sequence[str]) -> Iterator[str]:
    """Yield what is joined, and where the minutes of each side still find their hash."""
    present: Iterable[Entry] = approval_record.read(own)[0]
    hashes = {entry.hash for entry in present}
    new = [values for digest, (_, values) in lines.items() if digest not in hashes]
    if new:
        yield f"This adds to the record: {', '.join(map(_name, new))}."
    if len(ends) > 1:
        yield (
            f"This joins {len(ends)} parts of the record. No line of any is changed, so that the "
            "hashes in the minutes can still be found: "
            + ", ".join(f"{digest[:12]}…" for digest in ends)
        )


def _name(values: Mapping[str, str]) -> str:
    if values["kind"] == EntryKind.JOINED:
        return "an earlier joining"
    return f"{values['policy']} {values['version']} ({values['kind']})"
