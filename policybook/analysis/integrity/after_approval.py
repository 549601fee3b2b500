"""Compare what followed an approval with the record: reviews, withdrawal and removed text.

If a version's words were removed, the record still says who approved it and when. Only
its file has its title.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from policybook.model import Entry, EntryKind, Finding, Review, Status, Version, dates
from policybook.reading.fields.fields import BY_NAME, FIELDS
from policybook.reading.record.approval_record import record_fault


def compare_decisions(version: Version, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield the differences between a recorded version and its `entries`, oldest first.

    Entries of form 1 have facts that no file has: who withdrew it, and its document.
    """
    approved = next((e for e in entries if e.kind is EntryKind.APPROVED), None)
    if approved and approved.form and "adopted_from" not in version.unread:
        yield from _differ(version, (("adopted_from", approved.adopted_from),))
    if "reviews" not in version.unread:
        yield from _reviews(version, entries)
    if version.facts.withdrawn_on and version.facts.reason:
        yield from _withdrawal(version, entries)


def _reviews(version: Version, entries: Sequence[Entry]) -> Iterator[Finding]:
    written = [review_line(review) for review in version.facts.reviews]
    recorded = [
        recorded_review_line(entry)
        for entry in entries
        if entry.kind is EntryKind.REVIEWED and entry.outcome
    ]
    strange = [words for words in written if words not in recorded]
    lost = [words for words in recorded if words not in written]
    for was, now in zip_longest(lost, strange):
        if was is None:
            yield _finding(
                version,
                "reviews",
                "review-not-recorded",
                f"the record of approvals does not have this review: {now}",
                f"If the governors did that review, run: policybook review {version.policy}",
            )
        else:
            so_now = f"it is now “{now}”" if now else "it is no longer there"
            message = f"a review changed after it was recorded: it was “{was}”, and {so_now}"
            yield report_altered(version, version.facts.lines.get("reviews", 1), message)


def review_line(review: Review) -> str:
    """Return a review in one line, for comparing front matter with the record."""
    return _line(
        dates.format_iso_day(review.on),
        review.by,
        review.outcome,
        dates.format_academic_year(review.review_year),
    )


def recorded_review_line(entry: Entry) -> str:
    """Return a recorded review in the form of `review_line`."""
    return _line(entry.on, entry.by, entry.outcome, entry.review_year)


def _line(on: str, by: str, outcome: str, year: str) -> str:
    return unicodedata.normalize("NFC", f"on {on}, by {by}: {outcome}; next in {year}")


def _withdrawal(version: Version, entries: Sequence[Entry]) -> Iterator[Finding]:
    if version.facts.status is not Status.WITHDRAWN:
        return
    first = next((e for e in entries if e.kind is EntryKind.WITHDRAWN), None)
    if first is None:
        option = "" if version.text.strip() else " --remove-text"
        yield _finding(
            version,
            "status",
            "withdrawal-not-recorded",
            "the version is withdrawn, but its withdrawal is not in the record of approvals",
            "If it was withdrawn for the reason given, run: policybook withdraw "
            f"{version.policy} {version.name}{option}",
        )
    elif first.reason:
        yield from _differ(version, (("withdrawn_on", first.on), ("reason", first.reason)))
        if first.form:
            yield from _differ(version, (("withdrawn_by", first.by),))


def report_altered(version: Version, line: int, message: str) -> Finding:
    """Return a finding about one place that is not as it was recorded."""
    remedy = "Write it again as it was recorded."
    return Finding(path=version.path, line=line, code="altered", message=message, remedy=remedy)


def _differ(version: Version, recorded: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Yield each field whose value differs from the recorded one."""
    for field, was in recorded:
        now = "".join(BY_NAME[field].canonical(version.facts))
        if unicodedata.normalize("NFC", now) != unicodedata.normalize("NFC", was):
            message = (
                f"`{field}` changed after it was recorded: it was “{was}”, and it is now “{now}”"
            )
            yield report_altered(version, version.facts.lines.get(field, 1), message)


def words_put_back(version: Version, removal: Entry, approved: Entry) -> Iterator[Finding]:
    """Yield words of a version whose words were removed, and a changed approval.

    The words may be in its file, its summaries or the record.
    """
    on = dates.read_day(removal.on)
    day = dates.format_day(on) if on else removal.on
    remedy = f"Remove them again: policybook withdraw {version.policy} {version.name} --remove-text"
    fields = [f.name for f in FIELDS if not f.kept_without_text and f.value(version.facts)]
    if version.text.strip() or fields:
        line = version.facts.lines.get(fields[0], 1) if fields else version.body_line
        yield Finding(
            path=version.path,
            line=line,
            code="removed-text",
            message=f"the words of this version were removed on {day}, but the file has words "
            "again",
            remedy=remedy,
        )
    for summary in version.summaries:
        yield Finding(
            path=summary.path,
            code="removed-text",
            message=f"the words of version {version.name} were removed on {day}, but it "
            "still has this summary",
            remedy=remedy,
        )
    if approved.text:
        name = f"{approved.policy} {approved.version}"
        yield record_fault(
            approved.line,
            f"the record still has the words of {name}, although they were removed on {day}",
            remedy,
        )
    if version.facts.approved_on:
        yield from _differ(version, (("approved_by", approved.by), ("approved_on", approved.on)))


def _finding(version: Version, field: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(
        path=version.path,
        line=version.facts.lines.get(field, 1),
        code=code,
        message=message,
        remedy=remedy,
    )
