"""Compare the library with the record of approvals: findings for every approved text that differs.

There is one finding a version, at the first differing line, with the old and new text.
"""

from collections.abc import Iterable, Iterator, Mapping

from policybook.analysis.integrity.after_approval import compare_decisions, words_put_back
from policybook.analysis.integrity.first_difference import first_change
from policybook.model import Entry, EntryKind, Library, Status, Version
from policybook.model.findings import Finding
from policybook.reading import layout, link_search
from policybook.reading.approval_record import NOTHING_BEFORE, record_fault
from policybook.reading.approved_text import canonical_text

_DECIDED = (Status.APPROVED, Status.WITHDRAWN)
_Key = tuple[str, str]


def findings(library: Library) -> Iterator[Finding]:
    """Yield each way in which the library differs from the record.

    A version may be altered, missing, renamed, taken back or unrecorded. If a version's
    front matter has faults, only its body is compared; other checks report the faults.
    """
    first_entries = {(e.policy, e.version): e for e in reversed(library.record)}
    sound = {(v.policy, v.name): v for p in library.policies for v in p.versions}
    unsound = {(v.policy, v.name): v for v in library.unsound}
    yield from _double_entries(library.record, first_entries)
    yield from _missing_or_unrecorded(library, first_entries, sound, unsound)
    entries: dict[_Key, list[Entry]] = {}
    for entry in library.record:
        entries.setdefault((entry.policy, entry.version), []).append(entry)
    for key, entry in first_entries.items():
        version = sound.get(key) or unsound.get(key)
        if key in sound:
            yield from _changed_status(
                sound[key], any(e.kind is EntryKind.WITHDRAWN for e in entries[key])
            )
            yield from compare_decisions(sound[key], entries[key])
        if version and (removal := next((e for e in entries[key] if e.removed), None)):
            yield from words_put_back(version, removal, entry)
        elif version:
            yield from _altered_text(library, version, entry, body_only=key not in sound)


def unrecorded_versions(library: Library) -> Iterator[Version]:
    """Yield the versions that are not in the record, whose form can still be changed.

    Versions with faults in their front matter come last.
    """
    recorded = {(e.policy, e.version) for e in library.record}
    for policy in library.policies:
        yield from (v for v in policy.versions if (v.policy, v.name) not in recorded)
    yield from library.unsound


def _double_entries(
    record: Iterable[Entry], first_entries: Mapping[_Key, Entry]
) -> Iterator[Finding]:
    """Yield entries that record a version again with another text."""
    for entry in record:
        first = first_entries[entry.policy, entry.version]
        if entry.sha256 and first.sha256 and entry.sha256 != first.sha256:
            name = f"{entry.policy} {entry.version}"
            yield record_fault(
                entry.line,
                f"the record holds {name} twice, with another text than on line {first.line}",
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
    texts = (
        {v.path: canonical_text(v, link_search.find_pictures(library, v)) for v in strangers}
        if missing
        else {}
    )
    for entry in missing:
        yield _missing_file(
            entry, next((path for path, text in texts.items() if text == entry.text), None)
        )
    for version in strangers:
        if version.facts.status in _DECIDED:
            renamed = next((e for e in missing if e.text == texts[version.path]), None)
            yield _unrecorded_file(version, renamed, first=not first_entries)


def _missing_file(entry: Entry, now: str | None) -> Finding:
    """Return the finding for a recorded version without a file. `now` has its text."""
    where = f"; its text now stands in {now}" if now else ""
    remedy = "Rename that file back" if now else "Restore this file from the last good copy"
    return Finding(
        path=_path(entry),
        code="recorded-version-missing",
        message=f"version {entry.version} of {entry.policy} is missing: the record of "
        "approvals holds it, "
        f"but its file was deleted or renamed{where}",
        remedy=f"{remedy}: an approved version keeps its address for ever. Where it no "
        "longer holds, withdraw it.",
    )


def _unrecorded_file(version: Version, renamed: Entry | None, first: bool) -> Finding:
    """Return the finding for a version that the record lacks."""
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


def _changed_status(version: Version, withdrawn: bool) -> Iterator[Finding]:
    """Yield a finding where a recorded version is no longer approved or withdrawn."""
    status, was = version.facts.status, Status.WITHDRAWN if withdrawn else Status.APPROVED
    if status not in _DECIDED or (withdrawn and status is not was):
        yield Finding(
            path=version.path,
            line=_status_line(version),
            code="status-taken-back",
            message=f"`status` was altered: it is {status}, but the record holds this version "
            f"as {was}",
            remedy=f"Write `status: {was}` again. A new text is a new version, in a file of "
            "its own.",
        )


def _altered_text(
    library: Library, version: Version, entry: Entry, *, body_only: bool
) -> Iterator[Finding]:
    """Yield the first place in the file that differs from the approved text."""
    text = canonical_text(version, link_search.find_pictures(library, version))
    change = (
        first_change(version, entry.text, text, body_only)
        if entry.sha256 and text != entry.text
        else None
    )
    if change:
        yield Finding(
            path=version.path,
            line=change.line,
            code="altered",
            message=str(change),
            remedy="Restore the text as it was approved. A correction is a new version: "
            f"policybook new-version {version.policy} NEW",
        )


def find_lost_lines(
    record: tuple[Entry, ...], published: str | None, where: str
) -> Iterator[Finding]:
    """Yield a finding if the record lacks the last line that the published site had.

    `published` is the hash of that line, and `where` the folder of the site.
    """
    if published in (None, NOTHING_BEFORE) or any(entry.hash == published for entry in record):
        return
    yield record_fault(
        len(record) + 1,
        f"the record of approvals lacks lines that it had when the site in {where} was published: "
        f"its last line then had the hash {str(published)[:12]}…, and no line has it now",
        "Bring the whole file back from the last good copy. Where that folder is not "
        "this school's site, "
        "publish into another with --site-dir.",
    )


def _status_line(version: Version) -> int:
    """Return the line of the status in the front matter."""
    return version.facts.lines.get("status", 1)


def _path(entry: Entry) -> str:
    """Return the path of the version in an entry."""
    return f"{layout.POLICIES}{entry.policy}/{entry.version}.md"
