"""Say when a summary was last read again, and when it was changed after the approval."""

from collections.abc import Iterator, Sequence

from policybook.model import Entry, Reader, Summary, dates, wording
from policybook.reading import summary_hashes


def describe_history(
    summary: Summary, source: Summary | None, record: Sequence[Entry], original: str
) -> str:
    """Return the sentences about a summary's past; empty if nobody recorded any.

    `source` is the original of a translation, and `original` the name of its language.
    """
    return " ".join(
        (*_describe_review(summary, source, original), *_describe_change(summary, record))
    )


def _describe_review(summary: Summary, source: Summary | None, original: str) -> Iterator[str]:
    """Yield with which text somebody compared every statement. A child needs no such sentence."""
    version = summary.reviewed
    if version and source:
        yield f"Last compared with the {original} of {wording.version_name(version)}."
    elif version == summary.version and summary.reader is not Reader.PUPILS:
        yield f"Every point was checked against the policy of {wording.version_name(version)}."


def _describe_change(summary: Summary, record: Sequence[Entry]) -> Iterator[str]:
    """Yield the day of the last change.

    A change that is not in the record yet was made after the day that the record has.
    """
    recorded = summary_hashes.find_recorded(record, summary)
    day = dates.read_day(recorded.on) if recorded else None
    if recorded is None or day is None:
        return
    if recorded.digest != summary_hashes.digest_summary(summary):
        yield f"This summary was changed after {dates.format_day(day)}."
    elif recorded.is_change:
        yield f"This summary was changed on {dates.format_day(day)}."
