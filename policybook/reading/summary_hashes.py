"""Give the hash of a summary's words, and find in the record what it was.

The hash covers what readers see: heading, changes, and each statement with its citations and
the targets of its links. It does not cover how the file is typed.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policybook.model import Entry, EntryKind, Library, Summary, Version
from policybook.reading.record.approved_text import sha256
from policybook.reading.references import link_search


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSummary:
    """What the record last says of a summary: its hash, and the day of the entry.

    `is_change` says that the entry records a change, and not the approval of the version.
    """

    digest: str
    on: str
    is_change: bool


def name_summary(summary: Summary) -> str:
    """Return the name of a summary within its version: `parents`, or `pupils.pl`."""
    language = f".{summary.language.lower()}" if summary.language else ""
    return f"{summary.reader}{language}"


def digest_summary(summary: Summary) -> str:
    """Return the SHA-256 of the words of a summary, as 64 hexadecimal digits."""
    words = "".join(f"{line}\n" for line in _list_lines(summary))
    return sha256(unicodedata.normalize("NFC", words).encode())


def _list_lines(summary: Summary) -> Iterator[str]:
    yield f"heading: {summary.heading}"
    yield from (f"change: {sentence}" for sentence in summary.changes)
    for group in summary.groups:
        yield f"group: {group.title}"
        for statement in group.statements:
            targets = [piece.target for piece in link_search.walk_links(statement.inlines)]
            yield " ".join((f"- {statement.text}", *statement.cites, *targets))


def describe_all(summaries: Iterable[Summary]) -> str:
    """Return the names and hashes of summaries in one line, sorted by name."""
    return "; ".join(sorted(f"{name_summary(s)} {digest_summary(s)}" for s in summaries))


def find_recorded(record: Sequence[Entry], summary: Summary) -> RecordedSummary | None:
    """Return what the record last says of a summary; None if it says nothing."""
    key, name = (summary.policy, summary.version), name_summary(summary)
    for entry in reversed(record):
        if entry.key != key:
            continue
        if entry.kind is EntryKind.SUMMARY and entry.summary == name:
            return RecordedSummary(digest=entry.summary_sha256, on=entry.on, is_change=True)
        if entry.kind is EntryKind.APPROVED:
            digests = dict(part.split(" ", 1) for part in entry.summaries.split("; ") if part)
            if name in digests:
                return RecordedSummary(digest=digests[name], on=entry.on, is_change=False)
    return None


def list_recorded(library: Library) -> Iterator[tuple[Version, Entry]]:
    """Yield each version that is in the record with its words, and its approval."""
    approvals = {
        e.key: e for e in reversed(library.record) if e.kind is EntryKind.APPROVED and e.text
    }
    for version in library.walk_sound():
        if approved := approvals.get(version.key):
            yield version, approved


def hash_recorded(library: Library) -> dict[str, str]:
    """Return the hash of each summary of a recorded version, by its path."""
    return {
        summary.path: digest_summary(summary)
        for version, _ in list_recorded(library)
        for summary in version.summaries
    }
