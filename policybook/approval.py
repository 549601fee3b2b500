"""Entering approved versions in the record of approvals: what is asked, whether it may be, and the writing of it.

A version that is still a draft or out for consultation gets its approval written into its front matter first; the record follows. If
the machine stops between the two, the build says that the record does not hold the version, and the command can be given again.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from policybook import atomic, dates, levels, library, links, names, plainyaml, record
from policybook.findings import Finding, Severity
from policybook.model import EntryKind, Library, Status, Version
from policybook.sources import Sources

_STATUS = re.compile(
    rb"(?P<indent> *)['\"]?status['\"]? *: +['\"]?(?P<word>draft|consultation)\b.*?(?P<end>\r\n|\r|\n)"
)
_OPEN = (Status.DRAFT, Status.CONSULTATION)


class Misunderstood(Exception):
    """The names given are not those of versions; the message says what to type."""


@dataclass(frozen=True, slots=True)
class Request:
    """Who approved, when and in which minute, as typed; empty where the front matter is to say it."""

    by: str
    on: str
    minute: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be written: files by path, and the record as it will be. `told` is for the one who asked; `refused` means nothing may be written."""

    told: tuple[str, ...]
    refused: bool
    files: dict[str, bytes]
    entries: int


def wanted(known: Library, typed: Sequence[str], everything: bool) -> list[tuple[str, str]]:
    """The versions that are asked for, as (policy, version). Raises `Misunderstood`."""
    recorded = {(e.policy, e.version) for e in known.record}
    if everything:
        return [
            (p.name, v.name)
            for p in known.policies
            for v in p.versions
            if v.facts.status is Status.APPROVED and (p.name, v.name) not in recorded
        ]
    if not typed or len(typed) % 2:
        raise Misunderstood(
            f"Say which policy and version, such as: {names.COMMAND} approve behaviour 2026-09. "
            "Several pairs may follow each other; --all takes all that are not recorded yet."
        )
    pairs = list(zip(typed[::2], typed[1::2], strict=True))
    there = {(v.policy, v.name) for p in known.policies for v in p.versions} | {
        (v.policy, v.name) for v in known.unsound
    }
    for policy, version in pairs:
        if (policy, version) not in there:
            raise Misunderstood(f"There is no version {version} of a policy {policy}.")
    return pairs


def plan(sources: Sources, pairs: Sequence[tuple[str, str]], request: Request, today: date) -> Plan:
    """Say what approving `pairs` would write, or why it may not be."""
    known = library.load(sources).library
    recorded = {(e.policy, e.version) for e in known.record if e.kind is EntryKind.APPROVED}
    told = [
        f"{policy} {version} stands in the record already."
        for policy, version in pairs
        if (policy, version) in recorded
    ]
    fresh = [pair for pair in dict.fromkeys(pairs) if pair not in recorded]
    if against := [words for v in _versions(known, fresh) for words in _against(v, request, today)]:
        return Plan((*told, *against, "Nothing was recorded."), True, {}, 0)
    open_ones = [v for v in _versions(known, fresh) if v.facts.status in _OPEN]
    files = {v.path: _approved(sources.files[v.path], v, request) for v in open_ones}
    if unwritten := [v for v in open_ones if files[v.path] == sources.files[v.path]]:
        lines = (f"{v.path}: write `status: {v.facts.status}` on a line of its own, as UTF-8." for v in unwritten)
        return Plan((*told, *lines, "Nothing was recorded."), True, {}, 0)
    loaded = library.load(replace(sources, files={**sources.files, **files}))
    found = levels.findings(loaded, today)
    places = {v.path: (v.facts.lines["status"], _rows(files[v.path]) - _rows(sources.files[v.path])) for v in open_ones}
    stops = [_in_the_file(f, *places.get(f.path, (0, 0))) for f in _stops(found, loaded.library, fresh)]
    if stops:
        return Plan((*told, *map(str, stops), "Nothing was recorded: put these right first."), True, {}, 0)
    return _entered(sources, loaded.library, fresh, request, files, told)


def _rows(data: bytes) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data))


def _in_the_file(finding: Finding, status: int, added: int) -> Finding:
    """The finding with its line in the file as it stands, not as it would be with `added` rows below its status."""
    return replace(finding, line=max(status, finding.line - added)) if finding.line > status else finding


def _versions(known: Library, pairs: Sequence[tuple[str, str]]) -> list[Version]:
    """Sound versions, in the order asked for."""
    by_name = {(v.policy, v.name): v for p in known.policies for v in p.versions}
    return [by_name[pair] for pair in pairs if pair in by_name]


def _against(version: Version, request: Request, today: date) -> Iterator[str]:
    """What was typed lacks something, or is not what the version's own front matter says."""
    facts, name = version.facts, f"{version.policy} {version.name}"
    if facts.status in _OPEN and not (request.by and request.on):
        yield (
            f"{name} is not approved yet: its status is {facts.status}. Give --by and --on, such as: "
            f'{names.COMMAND} approve {name} --by "Governing Body" --on {today.isoformat()}'
        )
    on = dates.as_typed(facts.approved_on) if facts.approved_on else None
    for option, typed, own in (
        ("--by", request.by, facts.approved_by),
        ("--on", request.on, on),
        ("--minute", request.minute, facts.minute),
    ):
        if typed and own and typed != own:
            yield f"{name}: {option} says “{typed}”, but the front matter says “{own}”. Leave {option} out, or mend the file."


def _stops(found: list[Finding], known: Library, pairs: Sequence[tuple[str, str]]) -> list[Finding]:
    """Errors of these versions, their summaries and the record itself; that a version is not recorded is why we are here."""
    paths = {names.RECORD} | {f"{names.POLICIES}{policy}/{version}.md" for policy, version in pairs}
    paths |= {s.path for v in _versions(known, pairs) for s in v.summaries}
    return [
        f
        for f in sorted(set(found), key=lambda f: (f.path, f.line))
        if f.severity is Severity.ERROR and f.path in paths and f.code != "not-in-record"
    ]


def _entered(
    sources: Sources,
    known: Library,
    fresh: Sequence[tuple[str, str]],
    request: Request,
    files: dict[str, bytes],
    told: list[str],
) -> Plan:
    previous, lines = record.head(known.record), []
    for version in _versions(known, fresh):
        by = request.by or version.facts.approved_by or ""
        on = request.on or (dates.as_typed(version.facts.approved_on) if version.facts.approved_on else "")
        pictures = links.pictures_of(known, version)
        minute = request.minute or version.facts.minute or ""
        line = record.entry_line(EntryKind.APPROVED, version, pictures, by=by, on=on, minute=minute, previous=previous)
        previous = json.loads(line)["hash"]
        lines.append(line)
        digest = record.digest(version, pictures)
        day = dates.read_day(on)
        told.append(
            f"{version.facts.title}, version {version.name}: approved by {by}, {dates.in_words(day) if day else on}; text hash {digest[:12]}."
        )
    if lines:
        files = {**files, names.RECORD: sources.files.get(names.RECORD, b"") + "".join(lines).encode()}
    return Plan(tuple(told), False, files, len(lines))


def _approved(data: bytes, version: Version, request: Request) -> bytes:
    """The file with its approval in the front matter, and every other byte as it was. Where it cannot be written, the file as it is."""
    rows = [f"approved_by: {plainyaml.written(request.by)}", f"approved_on: {plainyaml.written(request.on)}"]
    if request.minute and not version.facts.minute:
        rows.append(f"minute: {plainyaml.written(request.minute)}")
    lines = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", data)
    at = version.facts.lines["status"] - 1
    found = _STATUS.fullmatch(lines[at]) if at < len(lines) else None
    if not found:
        return data
    end, indent = found["end"], found["indent"]
    lines[at] = lines[at].replace(found["word"], b"approved", 1) + b"".join(indent + row.encode() + end for row in rows)
    return b"".join(lines)


def write(project: Path, made: Plan) -> None:
    """Write the versions' files, then the record, each whole or not at all. Raises OSError."""
    for path in sorted(made.files, key=lambda p: (p == names.RECORD, p)):
        atomic.replace(project / path, made.files[path])
