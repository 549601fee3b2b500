"""Plan what an entry in the record of approvals writes, and write it.

The order of writing: the version's file, the files that name its clauses (`asked.yml`),
the record. Then files are deleted. Each file is written whole or not at all. If the
machine stops in between, the build says what the record lacks and which command adds
it. The command can be given again.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from policybook.analysis import integrity
from policybook.checks import levels, recorded_versions
from policybook.model import (
    ChangeSize,
    Entry,
    EntryKind,
    Library,
    Review,
    Version,
    VersionFacts,
    consultation,
    dates,
)
from policybook.model.findings import Finding, Severity
from policybook.publish import atomic_file
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.library import LoadedProject
from policybook.reading.record import approval_record, record_file

#: These findings say that the record lacks the entries that the commands add.
MISSING_ENTRIES = frozenset({"not-in-record", "review-not-recorded", "withdrawal-not-recorded"})
#: The fields of decisions that follow an approval.
_DECISIONS = frozenset({"reviews", "withdrawn_on", "withdrawn_by", "reason"})
NOTHING_RECORDED = "Nothing was recorded."
CORRECT_FIRST = "Nothing was recorded: correct these first."


class RequestError(Exception):
    """The typed request cannot be carried out. The message says what to type."""


class FileChangedError(Exception):
    """A file changed after the plan was made. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to write by path, with the record, and files to delete.

    If `is_refused`, nothing may be written. The person sees `messages` before the
    writing and `next_steps` after it. `originals` holds the files as they were read.
    `comparisons` has each version to approve with the one that it replaces.
    """

    messages: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    is_refused: bool = False
    deletions: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    comparisons: tuple[tuple[Version | None, Version], ...] = ()
    originals: Mapping[str, bytes | None] = field(default_factory=dict)


def refuse(*messages: str, last: str = NOTHING_RECORDED) -> Plan:
    """Return a plan that writes nothing, with the reasons."""
    return Plan((*messages, last), is_refused=True)


def explain_unwritten(version: Version) -> str:
    """Return what the file of a version needs, so that a command can write into it."""
    return (
        f"{version.path}: write `status: {version.facts.status}` on a line of its own, and save "
        "the file as UTF-8."
    )


def propose(
    sources: Sources,
    messages: Iterable[str],
    files: Mapping[str, bytes],
    deletions: tuple[str, ...] = (),
    next_steps: Iterable[str] = (),
) -> Plan:
    """Return a plan with the current content of the files that it touches."""
    originals = {path: sources.files.get(path) for path in (*files, *deletions)}
    steps = tuple(next_steps)
    return Plan(tuple(messages), files, False, deletions, steps, originals=originals)


# ---------- lines


class RecordLines:
    """Lines to add to the end of a record, each chained to the one before.

    `entered` is the time of writing, in UTC to the minute; each line has it in `besides`.
    """

    def __init__(self, project: Library, entered: str = "") -> None:
        self.previous, self.lines = approval_record.head(project.record), list[str]()
        self.besides = {"entered": entered} if entered else {}

    def add(self, make: Callable[[str], str]) -> Entry:
        """Add the line that `make` gives for the previous line's hash, and return its entry."""
        line = make(self.previous)
        values = json.loads(line)
        self.previous = str(values["hash"])
        self.lines.append(line)
        return approval_record.make_entry(0, values)

    def add_later(
        self, kind: EntryKind, approved: Entry, by: str, on: str, minute: str = "", **besides: str
    ) -> None:
        """Add the line of a later decision on what `approved` entered."""
        besides = {**self.besides, **besides}
        self.add(
            lambda previous: approval_record.later_line(
                kind, approved, by=by, on=on, minute=minute, previous=previous, besides=besides
            )
        )

    def append_to(self, data: bytes | None) -> bytes:
        """Return the record with the new lines at its end."""
        return record_file.tidy(data or b"") + "".join(self.lines).encode()


def find_missing_reviews(project: Library, version: Version) -> list[Review]:
    """Return the reviews in a version's front matter that are not in the record."""
    recorded_lines = {
        integrity.recorded_review_line(e)
        for e in project.record
        if e.kind is EntryKind.REVIEWED and e.key == version.key
    }
    return [
        review
        for review in version.facts.reviews
        if integrity.review_line(review) not in recorded_lines
    ]


def add_review(lines: RecordLines, approved: Entry, review: Review, minute: str = "") -> None:
    """Add the entry for a review."""
    lines.add_later(
        EntryKind.REVIEWED,
        approved,
        review.by,
        dates.format_iso_day(review.on),
        minute,
        outcome=review.outcome,
        review_year=dates.format_academic_year(review.review_year),
    )


def add_withdrawal(lines: RecordLines, approved: Entry, facts: VersionFacts) -> None:
    """Add the entry for the withdrawal in the front matter."""
    by, on = facts.withdrawn_by or "", dates.format_iso_day(facts.withdrawn_on)
    lines.add_later(EntryKind.WITHDRAWN, approved, by, on, reason=facts.reason or "")


def list_next_steps(versions: Iterable[Version], lines: RecordLines) -> tuple[str, ...]:
    """Return what to do after the record is written."""
    every = tuple(versions)
    titles = ", ".join(dict.fromkeys(v.facts.title for v in every))
    is_minor = every and all(v.facts.change is ChangeSize.MINOR for v in every)
    feed = "" if is_minor else ", the feed"
    return (
        "Now run `policybook build` and publish the folder that it makes. These pages change: "
        f"{titles} (its page, history, comparisons and PDFs), the review register{feed} and "
        "the page “Check this site”.",
        f"For the minutes, the last hash of the record: {lines.previous}",
    )


# ---------- what prevents an entry


def count_lines(data: bytes) -> int:
    """Return the number of line ends."""
    return len(re.findall(rb"\r\n|\r|\n", data))


def restore_line(
    finding: Finding, status: int, added: int, removed: frozenset[int] = frozenset()
) -> Finding:
    """Return the finding with its line in the saved file.

    It was found in a copy with `added` extra lines below the status, and without the
    lines `removed`.
    """
    place = status - sum(number < status for number in removed)
    line = max(place, finding.line - added) if finding.line > place else finding.line
    for number in sorted(removed):
        line += number <= line
    return replace(finding, line=line)


def find_sound_versions(project: Library, pairs: Iterable[tuple[str, str]]) -> list[Version]:
    """Return the versions without faults, in the order of `pairs`."""
    by_name = {v.key: v for v in project.walk_sound()}
    return [by_name[pair] for pair in pairs if pair in by_name]


def find_errors(
    loaded: LoadedProject, pairs: Sequence[tuple[str, str]], today: date
) -> Iterator[Finding]:
    """Yield errors of these versions, their summaries and the record.

    The entries that this command adds are missing from the record. That is no error. A
    decision that is being entered is judged as a new text is, even if its version is
    recorded.
    """
    by_name = {version.key: version for version in loaded.library.walk_versions()}
    versions = {
        f"{layout.POLICIES}{policy}/{version}.md": by_name.get((policy, version))
        for policy, version in pairs
    }
    paths = {layout.RECORD, *versions}
    paths |= {s.path for v in find_sound_versions(loaded.library, pairs) for s in v.summaries}
    findings = levels.list_unjudged(loaded, today)
    of_decisions = [
        finding
        for finding in findings
        if (version := versions.get(finding.path)) and _is_about_a_decision(finding, version)
    ]
    for finding in of_decisions or recorded_versions.judge(findings, loaded.library):
        if (
            finding.severity is Severity.ERROR
            and finding.path in paths
            and finding.code not in MISSING_ENTRIES
        ):
            yield finding


def describe_open_consultations(
    project: Library, pairs: Iterable[tuple[str, str]], today: date
) -> Iterator[str]:
    """Yield a note for each version on which people may still comment."""
    for version in find_sound_versions(project, pairs):
        last = consultation.last_day(version.facts)
        if last and last >= today:
            yield (
                f"People may comment on {version.policy} {version.name} until "
                f"{dates.format_day(last)}. This approval ends the consultation."
            )


def _is_about_a_decision(finding: Finding, version: Version) -> bool:
    """Return whether an error is at a review or a withdrawal in the front matter."""
    if finding.severity is not Severity.ERROR or finding.code in (*MISSING_ENTRIES, "altered"):
        return False
    above = [(line, n) for n, line in version.facts.lines.items() if line <= finding.line]
    return finding.line < version.body_line and bool(above) and max(above)[1] in _DECISIONS


# ---------- writing


def write(folder: Path, plan: Plan) -> None:
    """Write the plan's files in order, then delete what it deletes.

    Raises `OSError`, and `FileChangedError` before anything is written.
    """
    for path, original in plan.originals.items():
        file = folder / path
        if (file.read_bytes() if file.exists() else None) != original:
            raise FileChangedError(
                f"Somebody changed {path} while the question was open. {NOTHING_RECORDED} "
                "Give the command again."
            )
    # A file that names clauses is written after the text that has them.
    last = (layout.ASKED_QUESTIONS, layout.VOCABULARY, layout.RECORD)
    for path in sorted(plan.files, key=lambda p: (last.index(p) + 1 if p in last else 0, p)):
        atomic_file.replace(folder / path, plan.files[path])
    for path in plan.deletions:
        (folder / path).unlink(missing_ok=True)
