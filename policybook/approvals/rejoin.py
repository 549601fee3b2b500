"""Plan how two records that grew apart become one: every line of both, and one that joins them.

Two offices may approve at once, each in its own copy; a merge of Git may then have both
lines, or marks between them. No line is altered, so each office's minutes still find theirs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from policybook.analysis import integrity
from policybook.approvals import plan
from policybook.approvals.plan import Plan
from policybook.model import Entry, EntryKind
from policybook.model.findings import Finding, Severity
from policybook.reading import approval_record, layout, library, record_file, record_lines
from policybook.reading.record_chain import NOTHING_BEFORE
from policybook.reading.snapshot import Sources

_Lines = dict[str, tuple[bytes, Mapping[str, str]]]  # by hash


def plan_rejoin(
    sources: Sources, others: Mapping[str, bytes], today: date, *, entered: str = ""
) -> Plan:
    """Return what joining the record with other copies of it would write, or why it is refused.

    `others` are by the name that messages use. `entered` is the present time in UTC.
    """
    own = sources.files.get(layout.RECORD, b"")
    lines: _Lines = {}
    faults: list[str] = []
    for name, data in {layout.RECORD: own, **others}.items():
        faults += _collect(lines, name, data)
    faults = faults or [*_find_missing(lines), *_find_double_approvals(lines)]
    if faults:
        return plan.refuse(*faults)
    ends = _find_ends(lines)
    joined = _join_ends(ends, today, entered)
    data = b"".join(line + b"\n" for line, _ in lines.values()) + "".join(joined).encode()
    for policy, version in _find_removed(lines):
        data = approval_record.remove_text(data, policy, version)
    if data == own:
        return Plan(("The record is in one piece: there is nothing to join.",), False, {}, 0)
    if errors := _find_errors(sources, data):
        return plan.refuse(*map(str, errors))
    messages = tuple(_describe(own, lines, ends))
    head = approval_record.head(approval_record.read(data)[0])
    next_steps = (
        "Bring the files of both sides together too. `policybook check` says which version is "
        "missing; `policybook restore` puts it back.",
        f"For the minutes, the last hash of the record: {head}",
    )
    files = {layout.RECORD: data}
    result = Plan(messages, False, files, len(joined), next_steps=next_steps)
    return plan.add_originals(sources, result)


def _collect(lines: _Lines, name: str, data: bytes) -> Iterator[str]:
    """Add the lines of a record that are not there yet. Yield what is wrong with it."""
    file = record_file.split(data)
    if file.cause:
        yield f"{name}: {file.cause}."
    removed = {
        (v["policy"], v["version"])
        for line in file.lines
        if not isinstance(v := record_lines.read_values(line), str) and v.get("removed")
    }
    for number, line in enumerate(file.lines, 1):
        values = record_lines.read_values(line)
        if isinstance(values, str):
            yield f"{name}:{number}: {values}. Take this line from an older copy first."
            continue
        is_later = values["kind"] != EntryKind.APPROVED
        wordless = is_later or (values["policy"], values["version"]) in removed
        if fault := record_lines.read_faults(values, line.decode(), wordless):
            yield f"{name}:{number}: {fault}. Take this line from an older copy first."
        else:
            lines.setdefault(values["hash"], (line, values))


def _find_missing(lines: _Lines) -> Iterator[str]:
    """Yield the lines after which nothing can follow, because the one before is nowhere."""
    for _, values in lines.values():
        if values["previous"] != NOTHING_BEFORE and values["previous"] not in lines:
            yield (
                f"The line before {_name(values)} has the hash {values['previous'][:12]}…, and no "
                "copy has it. Look for an older copy, and name it: policybook rejoin COPY"
            )


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


def _find_removed(lines: _Lines) -> Iterator[tuple[str, str]]:
    """Yield the versions whose words were removed on either side."""
    for _, values in lines.values():
        if values.get("removed"):
            yield values["policy"], values["version"]


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
