"""Plan the restoration of a recorded version: its file as it was approved, with what followed.

An entry holds the whole file. An older entry holds only the approved text; then the rest
comes from the file as it is now, or from another version, and a message says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from policybook.analysis import integrity
from policybook.approvals import front_matter_edits, plan
from policybook.model import Entry, EntryKind, Finding, Library, Review, Status, dates
from policybook.reading import library
from policybook.reading.fields import front_matter
from policybook.reading.fields.fields import BY_NAME, FIELDS
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.record import approval_record, record_file
from policybook.reading.record.approved_text import split_canonical
from policybook.reading.record.canonical_forms import FIRST, NEWEST

NOTHING_RESTORED = "Nothing was restored."
#: The fields that no approved text has: the record has their values in other places, or none.
_NOT_HELD = {FIRST: ("owner", "language"), NEWEST: ("owner",)}
#: The line that the detail of a finding names.
_LINE = re.compile(r"Line (\d+):")
_UNKNOWN_OWNER = "Not recorded"


@dataclass(frozen=True, slots=True)
class _Rebuilt:
    """A file, and what the record could not say about it."""

    data: bytes
    notes: tuple[str, ...]


def plan_restoration(sources: Sources, policy: str, name: str) -> plan.Plan:
    """Return what restoring a version would write, or why it is refused.

    Raises `RequestError` if the record has no such version.
    """
    loaded = library.load(sources)
    entries = [e for e in loaded.library.record if e.key == (policy, name)]
    approved = loaded.library.find_approval((policy, name))
    if approved is None and entries:
        raise plan.RequestError(
            f"The record holds later decisions on {policy} {name}, but the line of its approval "
            "is missing. Find an older copy of the record, and run: policybook rejoin COPY"
        )
    if approved is None:
        raise plan.RequestError(
            f"The record of approvals has no version {name} of a policy {policy}, so nothing can "
            "be restored from it."
        )
    if refusal := _explain_refusal(approved, entries):
        return plan.refuse(refusal, last=NOTHING_RESTORED)
    path = f"{layout.POLICIES}{policy}/{name}.md"
    differences = [
        *_find_differences(loaded, path),
        *(f for f in loaded.findings if f.path == path and f.code == "encoding"),
    ]
    if path in sources.files and not differences:
        return plan.Plan(tuple(_list_uncovered(loaded.library, path, approved)))
    rebuilt = _choose(sources, loaded.library, path, approved, entries)
    if rebuilt is None:
        return plan.refuse(
            f"{path} cannot be put back from the record alone. Bring it back from a copy.",
            last=NOTHING_RESTORED,
        )
    unnamed = _list_unnamed(path, sources.files.get(path, b""), rebuilt.data, differences)
    messages = (*_describe(path, differences), *unnamed, *rebuilt.notes)
    if path in sources.files:
        return plan.propose(sources, messages, {path: rebuilt.data})
    # A link or a file that cannot be read is replaced; nothing there can be compared.
    return plan.Plan(messages, {path: rebuilt.data})


def _explain_refusal(approved: Entry, entries: Sequence[Entry]) -> str:
    """Return why this entry gives no file; empty if it does."""
    name = f"{approved.policy} {approved.version}"
    if any(entry.removed for entry in entries):
        return (
            f"The words of {name} were removed, so the record does not have them. "
            f"To remove them again: policybook withdraw {name} --remove-text"
        )
    if not approved.sha256:
        return (
            f"Line {approved.line} of {layout.RECORD} was altered. "
            "First bring the line back from an older copy of the file: policybook rejoin COPY"
        )
    return ""


def _find_differences(loaded: library.LoadedProject, path: str) -> list[Finding]:
    return [finding for finding in integrity.findings(loaded.library) if finding.path == path]


def _list_uncovered(project: Library, path: str, approved: Entry) -> Iterator[str]:
    """Yield what to say of a file with the approved text, and what else differs in it."""
    original = project.read_original(approved)
    version = next(version for version in project.walk_versions() if version.path == path)
    changes = list(integrity.list_allowed_changes(version, original))
    covered = "is as it was approved" if original and not changes else "has the approved text"
    yield f"{path} {covered}."
    yield from (f"{path}:{change.line}: {change}." for change in changes)
    if changes:
        yield "No approval covers what differs, so it stays."
    elif not original:
        yield "The record of this version is of an older form: it does not hold `owner`."


def _describe(path: str, differences: Sequence[Finding]) -> Iterator[str]:
    """Yield what is about to be replaced."""
    for finding in differences:
        yield f"{path}:{finding.line}: {finding.message}."
        yield from (f"    {words}" for words in finding.details)
        if "the picture " in " ".join((finding.message, *finding.details)):
            yield "The record has only the hash of a picture: bring the picture back from a copy."


def _list_unnamed(
    path: str, current: bytes, restored: bytes, differences: Sequence[Finding]
) -> Iterator[str]:
    """Yield each other line that goes back: of allowed fields, comments and spaces."""
    if not current:
        return
    words = [words for f in differences for words in (f"Line {f.line}:", *f.details)]
    # A finding about all facts names line 1, and not what is in it.
    named = {int(hit[1]) for text in words if (hit := _LINE.match(text))} - {1}
    now, was = (library.decode(data, path)[0].split("\n") for data in (current, restored))
    for name, i1, i2, j1, j2 in SequenceMatcher(None, now, was, autojunk=False).get_opcodes():
        if name == "equal":
            continue
        for place in range(max(i2 - i1, j2 - j1)):
            line = min(i1 + place, i2)
            if line + 1 not in named:
                old, new = now[line : line + (line < i2)], was[j1 + place : min(j1 + place + 1, j2)]
                yield f"{path}:{line + 1}: {_describe_line(old, new)}"


def _describe_line(now: Sequence[str], was: Sequence[str]) -> str:
    """Return what happens to a line when the file is put back."""
    if not was:
        return f"the line “{now[0]}” is taken out again."
    if not now:
        return f"the line “{was[0]}” comes back."
    return f"the line “{now[0]}” becomes “{was[0]}” again."


def _choose(
    sources: Sources, project: Library, path: str, approved: Entry, entries: Sequence[Entry]
) -> _Rebuilt | None:
    """Return the first file that agrees with the record; None if none does."""
    attempts = [_rebuild(project, path, approved, entries)]
    record = record_file.split(sources.files[layout.RECORD])
    if whole := approval_record.read_file(record, approved):
        attempts.insert(0, _bring_up_to_date(sources, path, whole, entries))
    for rebuilt in attempts:
        new = library.load(replace(sources, files={**sources.files, path: rebuilt.data}))
        faults = _find_differences(new, path)
        if all(_is_about_pictures(finding) for finding in faults):
            return rebuilt
    return None


def _is_about_pictures(finding: Finding) -> bool:
    """Return whether a finding names nothing but pictures, which no entry holds."""
    places = finding.details or (f"Line 1: {finding.message}",)
    return all(words.partition(": ")[2].startswith("the picture ") for words in places)


# ---------- from the whole file


def _bring_up_to_date(
    sources: Sources, path: str, whole: str, entries: Sequence[Entry]
) -> _Rebuilt:
    """Return the approved file with the reviews and the withdrawal that were recorded since."""
    data = whole.encode()
    for entry in entries:
        project = library.load(replace(sources, files={**sources.files, path: data})).library
        version = next((version for version in project.walk_sound() if version.path == path), None)
        if version is None:
            break
        review = _read_review(entry)
        if review and integrity.review_line(review) not in map(
            integrity.review_line, version.facts.reviews
        ):
            data = front_matter_edits.add_review(data, version, review)
        elif entry.kind is EntryKind.WITHDRAWN and version.facts.status is not Status.WITHDRAWN:
            facts = {"withdrawn_on": entry.on, "reason": entry.reason}
            facts |= {"withdrawn_by": entry.by} if entry.form else {}
            data = front_matter_edits.set_status(data, version, "withdrawn", facts)
    return _Rebuilt(data, (f"This puts {path} back as it was approved.",))


def _read_review(entry: Entry) -> Review | None:
    on, year = dates.read_day(entry.on), dates.read_academic_year(entry.review_year)
    if entry.kind is not EntryKind.REVIEWED or not (on and year):
        return None
    return Review(on=on, by=entry.by, outcome=entry.outcome, review_year=year)


# ---------- from the approved text


def _rebuild(project: Library, path: str, approved: Entry, entries: Sequence[Entry]) -> _Rebuilt:
    """Return a file with what the record holds, and what it does not hold."""
    parts = split_canonical(approved.text)
    values: dict[str, Any] = {
        name: BY_NAME[name].type.recorded(lines)
        for name, lines in parts.fields.items()
        if name in BY_NAME
    }
    reviews = tuple(review for entry in entries if (review := _read_review(entry)))
    withdrawal = next((e for e in entries if e.kind is EntryKind.WITHDRAWN), None)
    values["status"] = Status.WITHDRAWN if withdrawal else Status.APPROVED
    values["reviews"] = reviews
    if withdrawal:
        values |= {"withdrawn_on": dates.read_day(withdrawal.on), "reason": withdrawal.reason}
        values |= {"withdrawn_by": withdrawal.by} if withdrawal.form else {}
    values["adopted_from"] = approved.adopted_from if approved.form else ""
    notes = [
        f"This puts {path} back with the words that were approved. The record of this version is "
        "of an older form: it does not hold how the file was typed, its comments, or spaces at the "
        "ends of lines."
    ]
    for name in _NOT_HELD[approved.form or FIRST]:
        words, source = _find_value(project, path, approved.policy, name)
        if words:
            values[name] = words
            notes.append(f"It does not hold `{name}`, which is now “{words}”, {source}.")
    rows = [row for field in FIELDS for row in field.rows(values.get(field.name))]
    text = f"{front_matter.format_block(rows)}\n{parts.body}\n"
    return _Rebuilt(text.encode(), tuple(notes))


def _find_value(project: Library, path: str, policy: str, name: str) -> tuple[str, str]:
    """Return a value that the record does not hold, and where it comes from."""
    versions = [v for p in project.policies if p.name == policy for v in reversed(p.versions)]
    versions += [v for v in project.unsound if v.policy == policy]
    versions.sort(key=lambda version: version.path != path)
    for version in versions:
        words, is_same = getattr(version.facts, name), version.path == path
        if name not in version.unread and (words or (is_same and name == "language")):
            return words or "", "as in the file until now" if is_same else f"as in {version.path}"
    return (_UNKNOWN_OWNER, "because no file says it: correct it") if name == "owner" else ("", "")
