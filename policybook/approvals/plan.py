"""What every entry in the record of approvals goes through: a plan of what would be written, and the writing of it.

A version's file is written first, then those that name its clauses (`asked.yml`), then the record, then files are deleted; each is written
whole or not at all. If the machine stops between two of them, the build says what the record lacks and which command enters it, and the
command can be given again.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from policybook.analysis import integrity
from policybook.checks import levels
from policybook.model import Entry, EntryKind, Library, Review, Version, VersionFacts, dates
from policybook.model.findings import Finding, Severity
from policybook.publish import atomic_file
from policybook.reading import approval_record, layout
from policybook.reading.library import Loaded
from policybook.reading.snapshot import Sources

#: They say that the record lacks what these commands are about to enter.
_MISSING_ENTRIES = frozenset({"not-in-record", "review-not-recorded", "withdrawal-not-recorded"})
NOTHING_RECORDED = "Nothing was recorded."


class RequestError(Exception):
    """What was typed cannot be done; the message says what to type."""


class FileChangedError(Exception):
    """A file is no longer as it was when the plan was made; nothing was written."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be written: files by path, the record among them, and files to be deleted. `is_refused` means that nothing may be written.

    `messages` is for the one who asked, before anything is written, and `next_steps` when it is. `originals` holds the files as they were read.
    `comparisons` are the versions that are to be approved, each with the one that it replaces.
    """

    messages: tuple[str, ...]
    is_refused: bool
    files: dict[str, bytes]
    entries: int
    deletions: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    comparisons: tuple[tuple[Version | None, Version], ...] = ()
    originals: dict[str, bytes | None] = field(default_factory=dict)


def refuse(*messages: str, last: str = NOTHING_RECORDED) -> Plan:
    return Plan((*messages, last), True, {}, 0)


def add_originals(sources: Sources, plan: Plan) -> Plan:
    """The plan with the files that it touches as they are now."""
    touched = (*plan.files, *plan.deletions)
    return replace(plan, originals={path: sources.files.get(path) for path in touched})


# ---------- lines


class RecordLines:
    """Lines to be put to the end of a record, chained."""

    def __init__(self, project: Library) -> None:
        self.previous, self.lines = approval_record.head(project.record), list[str]()

    def add(self, make: Callable[[str], str]) -> Entry:
        """Add the line that `make` gives for the hash of the line before, and return its entry."""
        line = make(self.previous)
        values = json.loads(line)
        self.previous = str(values["hash"])
        self.lines.append(line)
        return Entry(line=0, **{**values, "kind": EntryKind(values["kind"])})

    def append_to(self, data: bytes) -> bytes:
        return data + "".join(self.lines).encode()


def find_approval(project: Library, policy: str, version: str) -> Entry | None:
    """The line by which a version was approved."""
    kind = EntryKind.APPROVED
    return next(
        (
            e
            for e in project.record
            if e.kind is kind and (e.policy, e.version) == (policy, version)
        ),
        None,
    )


def find_missing_reviews(project: Library, version: Version) -> list[Review]:
    """The reviews in a version's front matter that the record does not hold, oldest line first."""
    key = (version.policy, version.name)
    held = {
        integrity.recorded_review_line(e)
        for e in project.record
        if e.kind is EntryKind.REVIEWED and (e.policy, e.version) == key
    }
    return [review for review in version.facts.reviews if integrity.review_line(review) not in held]


def add_review(lines: RecordLines, approved: Entry, review: Review, minute: str = "") -> None:
    year = dates.year_text(review.review_year)
    lines.add(
        lambda previous: approval_record.later_line(
            EntryKind.REVIEWED, approved, by=review.by, on=dates.as_typed(review.on), minute=minute, previous=previous,
            besides={"outcome": review.outcome, "review_year": year},
        )
    )  # fmt: skip


def add_withdrawal(lines: RecordLines, approved: Entry, facts: VersionFacts, by: str = "") -> None:
    """Enter the withdrawal that front matter tells of."""
    on = dates.as_typed(facts.withdrawn_on) if facts.withdrawn_on else ""
    lines.add(
        lambda previous: approval_record.later_line(
            EntryKind.WITHDRAWN,
            approved,
            by=by,
            on=on,
            minute="",
            previous=previous,
            besides={"reason": facts.reason or ""},
        )
    )


def list_next_steps(versions: Iterable[Version], lines: RecordLines) -> tuple[str, ...]:
    """What is to be done when the record has been written."""
    titles = ", ".join(dict.fromkeys(v.facts.title for v in versions))
    return (
        "Now run `policybook build` and publish the folder that it makes. These pages change: "
        f"{titles} (its page, history, comparisons and PDFs), the review register, the feed and "
        "the page “Check this site”.",
        f"For the minutes, the last hash of the record: {lines.previous}",
    )


# ---------- what stands in the way


def count_lines(data: bytes) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data))


def restore_line(finding: Finding, status: int, added: int) -> Finding:
    """The finding with its line in the file as it stands, not as it would be with `added` rows below its status."""
    return (
        replace(finding, line=max(status, finding.line - added))
        if finding.line > status
        else finding
    )


def find_sound_versions(project: Library, pairs: Iterable[tuple[str, str]]) -> list[Version]:
    """Sound versions, in the order asked for."""
    by_name = {(v.policy, v.name): v for p in project.policies for v in p.versions}
    return [by_name[pair] for pair in pairs if pair in by_name]


def find_errors(loaded: Loaded, pairs: Sequence[tuple[str, str]], today: date) -> Iterator[Finding]:
    """Errors of these versions, their summaries and the record itself; that the record lacks what is to be entered is none."""
    paths = {layout.RECORD} | {
        f"{layout.POLICIES}{policy}/{version}.md" for policy, version in pairs
    }
    paths |= {s.path for v in find_sound_versions(loaded.library, pairs) for s in v.summaries}
    for finding in levels.list_findings(loaded, today):
        if (
            finding.severity is Severity.ERROR
            and finding.path in paths
            and finding.code not in _MISSING_ENTRIES
        ):
            yield finding


# ---------- writing


def write(folder: Path, plan: Plan) -> None:
    """Write the versions' files, then the record, then delete what is to go. Raises `OSError`; `Meanwhile` before anything is written."""
    for path, original in plan.originals.items():
        file = folder / path
        if (file.read_bytes() if file.exists() else None) != original:
            raise FileChangedError(
                f"{path} was changed while you were asked. {NOTHING_RECORDED} Give the command again."
            )
    last = (
        layout.ASKED,
        layout.VOCABULARY,
        layout.RECORD,
    )  # what names clauses follows the text that has them
    for path in sorted(plan.files, key=lambda p: (last.index(p) + 1 if p in last else 0, p)):
        atomic_file.replace(folder / path, plan.files[path])
    for path in plan.deletions:
        (folder / path).unlink(missing_ok=True)
