"""Compare the library with the record of approvals: findings for every approved text that differs.

There is one finding a version. It lists each line that differs, and the command that puts
the file back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from policybook.analysis.integrity.after_approval import (
    compare_decisions,
    report_altered,
    words_put_back,
)
from policybook.analysis.integrity.text_changes import (
    TextChange,
    list_allowed_changes,
    list_changes,
)
from policybook.model import Entry, EntryKind, Finding, Library, Status, Version
from policybook.reading.fields.fields import FIELDS
from policybook.reading.files import layout
from policybook.reading.record.approval_record import record_fault
from policybook.reading.record.approved_text import text_in_library
from policybook.reading.record.canonical_forms import FIRST, FORMS

_DECIDED = (Status.APPROVED, Status.WITHDRAWN)
#: These findings say that the record lacks a decision that the file has.
_LACKING = ("review-not-recorded", "withdrawal-not-recorded")
#: Places that a finding lists.
_MOST_PLACES = 20
_PICTURES = (
    "The record has only the hash of a picture, so bring the picture itself back from a copy"
)
_Key = tuple[str, str]


def findings(library: Library) -> Iterator[Finding]:
    """Yield each way in which the library differs from the record.

    A version may be altered, missing, renamed, taken back or unrecorded.
    """
    first_entries = {e.key: e for e in reversed(library.record)}
    sound = {v.key: v for v in library.walk_sound()}
    unsound = {v.key: v for v in library.unsound}
    yield from _double_entries(library.record, first_entries)
    yield from _missing_or_unrecorded(library, first_entries, sound, unsound)
    entries: dict[_Key, list[Entry]] = {}
    for entry in library.record:
        entries.setdefault(entry.key, []).append(entry)
    for key, entry in first_entries.items():
        version = sound.get(key) or unsound.get(key)
        if version is None:
            continue
        if removal := next((e for e in entries[key] if e.removed), None):
            yield from _changed_status(version, withdrawn=True)
            yield from compare_decisions(version, entries[key])
            yield from words_put_back(version, removal, entry)
        elif not any(e.kind is EntryKind.APPROVED for e in entries[key]):
            yield _lost_approval(version.path, version.name)
        else:
            yield from _compare(library, version, entries[key], key in sound)


def unrecorded_versions(library: Library) -> Iterator[Version]:
    """Yield the versions that are not in the record, whose form can still be changed.

    Versions with faults in their front matter come last.
    """
    recorded = library.recorded
    yield from (v for v in library.walk_sound() if v.key not in recorded)
    yield from library.unsound


def _lost_approval(path: str, name: str) -> Finding:
    """Return the finding for a version whose line of approval was lost from the record."""
    return Finding(
        path=path,
        code="not-in-record",
        message=f"the record has later decisions on version {name}, but the line of its approval "
        "is missing, so nothing here can be compared with it",
        remedy=f"Find an older copy of {layout.RECORD}, and run: policybook rejoin COPY. It "
        "brings the missing lines back.",
    )


def _double_entries(
    record: Iterable[Entry], first_entries: Mapping[_Key, Entry]
) -> Iterator[Finding]:
    """Yield entries that record a version again with another text."""
    for entry in record:
        first = first_entries[entry.key]
        if entry.sha256 and first.sha256 and entry.sha256 != first.sha256:
            name = f"{entry.policy} {entry.version}"
            yield record_fault(
                entry.line,
                f"the record holds {name} twice, with another text than on line {first.line}",
                "Ask who entered the second text, and find out which of the two was approved. The "
                "minutes have its hash.",
            )


def _missing_or_unrecorded(
    library: Library,
    first_entries: Mapping[_Key, Entry],
    sound: Mapping[_Key, Version],
    unsound: Mapping[_Key, Version],
) -> Iterator[Finding]:
    """Yield recorded versions without a file, and decided versions without a record.

    A renamed version is both.
    """
    strangers = [version for key, version in sound.items() if key not in first_entries]
    missing = [
        e
        for key, e in first_entries.items()
        if key not in sound and key not in unsound and e.sha256
    ]
    texts = {
        v.path: tuple(text_in_library(library, v, form) for form in FORMS)
        for v in (strangers if missing else ())
    }
    for entry in missing:
        if entry.kind is not EntryKind.APPROVED:
            yield _lost_approval(_path(entry), entry.version)
            continue
        yield _missing_file(
            entry, next((path for path, forms in texts.items() if entry.text in forms), None)
        )
    for version in strangers:
        if version.facts.status in _DECIDED:
            renamed = next((e for e in missing if e.text in texts[version.path]), None)
            yield _unrecorded_file(version, renamed, first=not first_entries)


def _missing_file(entry: Entry, now: str | None) -> Finding:
    """Return the finding for a recorded version without a file. `now` has its text."""
    where = f"; its text now stands in {now}" if now else ""
    command = f"policybook restore {entry.policy} {entry.version}"
    remedy = "Rename that file back" if now else f"Put it back with `{command}`"
    return Finding(
        path=_path(entry),
        code="recorded-version-missing",
        message=f"version {entry.version} of {entry.policy} is missing: the record of "
        "approvals holds it, "
        f"but its file was deleted or renamed{where}",
        remedy=f"{remedy}: an approved version keeps its address for ever. If it "
        "no longer applies, withdraw it.",
    )


def _unrecorded_file(version: Version, renamed: Entry | None, first: bool) -> Finding:
    remedy = (
        "If the text was approved as it stands, run: policybook approve "
        f"{version.policy} {version.name}"
    )
    if first:
        remedy = (
            f"The record, {layout.RECORD}, is missing or empty. If the school has had "
            f"one, bring it back from a copy first. {remedy}"
        )
    if renamed:
        remedy = f"It has the text of {_path(renamed)}: rename it back, so that its address stays."
    return Finding(
        path=version.path,
        line=_status_line(version),
        code="not-in-record",
        message=f"the status is {version.facts.status}, but this version is not in "
        "the record of approvals",
        remedy=remedy,
    )


def _compare(
    library: Library, version: Version, entries: Sequence[Entry], is_sound: bool
) -> Iterator[Finding]:
    """Yield the one finding for a version that differs from its entries, the oldest first."""
    changes = _list_text_changes(library, version, entries[0])
    if len(version.unread) == len(FIELDS):
        message = "the front matter was changed since the version was approved: it cannot be read"
        findings = [report_altered(version, 1, message)]
        changes = [change for change in changes if change.is_in_body]
    else:
        withdrawn = any(e.kind is EntryKind.WITHDRAWN for e in entries)
        findings = [*_changed_status(version, withdrawn), *compare_decisions(version, entries)]
    lacking = [f for f in findings if f.code == "withdrawal-not-recorded"]
    if lacking and not version.text.strip():
        # A removal of words was stopped half-way. Nothing may bring the words back.
        yield lacking[0]
        return
    findings += (report_altered(version, change.line, str(change)) for change in changes)
    if not findings and not is_sound:
        message = "the front matter was changed since the version was approved, and has faults now"
        findings.append(report_altered(version, 1, message))
    if findings:
        pictures = [change for change in changes if change.is_picture]
        if any(f.code not in _LACKING for f in findings):
            # The command that puts the file back puts these back too.
            allowed = list_allowed_changes(version, library.read_original(entries[0]))
            findings += (report_altered(version, change.line, str(change)) for change in allowed)
        yield _merge(version, findings, len(pictures), len(findings) - len(pictures))


def _merge(version: Version, findings: list[Finding], pictures: int, others: int) -> Finding:
    """Return one finding for all that differs, with the command that puts the file back."""
    name = f"{version.policy} {version.name}"
    first, *rest = findings = sorted(findings, key=lambda finding: finding.line)
    is_lacking = all(f.code in _LACKING for f in findings) and len({f.code for f in findings}) == 1
    restore = f"policybook restore {name}"
    if is_lacking:
        remedy = f"{first.remedy} (otherwise, put the file back: {restore})"
    else:
        remedy = f"A correction is a new version (policybook new-version {version.policy} NEW)."
        remedy += f" {_PICTURES}." if pictures else ""
        remedy += f" To put the file back as the record has it, run: {restore}" if others else ""
    places = [f"Line {f.line}: {f.message}" for f in findings] if rest else []
    if len(places) > _MOST_PLACES:
        places[_MOST_PLACES:] = [f"… and {len(places) - _MOST_PLACES} more places"]
    message = f"{len(findings)} places differ from the version that was approved"
    return Finding(
        path=version.path,
        line=first.line,
        code=first.code if is_lacking else "altered",
        message=message if rest else first.message,
        details=tuple(places),
        remedy=remedy,
    )


def _changed_status(version: Version, withdrawn: bool) -> Iterator[Finding]:
    """Yield a finding where a recorded version is no longer approved or withdrawn."""
    was = Status.WITHDRAWN if withdrawn else Status.APPROVED
    words = version.unread.get("status", (str(version.facts.status),))
    if words not in (("approved",), ("withdrawn",)) or (withdrawn and words != ("withdrawn",)):
        now = f"it is {words[0]}" if words else "it is missing"
        yield report_altered(
            version,
            _status_line(version),
            f"`status` was altered: {now}, but the record holds this version as {was}",
        )
    elif words == ("withdrawn",) and not (
        withdrawn or (version.facts.withdrawn_on and version.facts.reason)
    ):
        yield report_altered(
            version,
            _status_line(version),
            "`status` was altered: it is withdrawn, but the record holds this version as approved",
        )


def _list_text_changes(library: Library, version: Version, entry: Entry) -> list[TextChange]:
    """Return every place in the file that differs from the approved text."""
    text = text_in_library(library, version, entry.form or FIRST)
    return list_changes(version, entry.text, text) if entry.sha256 and text != entry.text else []


def _status_line(version: Version) -> int:
    return version.facts.lines.get("status", 1)


def _path(entry: Entry) -> str:
    return f"{layout.POLICIES}{entry.policy}/{entry.version}.md"
