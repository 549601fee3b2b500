"""Plan the entries for summaries that were changed since they were approved or last recorded.

A school may change a summary of an approved version at any time. The record says when, so
that nobody can turn its sense round unnoticed.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from policybook.approvals import plan
from policybook.model import Entry, EntryKind, Library, Summary
from policybook.reading import summary_hashes
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources


def plan_summary_entries(
    sources: Sources,
    project: Library,
    published: Mapping[str, str],
    today: date,
    *,
    entered: str = "",
) -> plan.Plan:
    """Return what entering the changed summaries would write.

    `published` has the hash of each summary on the published site, by its path. It counts
    for a summary of which the record says nothing.
    """
    lines, messages = plan.RecordLines(project, entered), list[str]()
    for approved, summary in find_changed(project, published):
        lines.add_later(
            EntryKind.SUMMARY,
            approved,
            by="",
            on=today.isoformat(),
            summary=summary_hashes.name_summary(summary),
            summary_sha256=summary_hashes.digest_summary(summary),
        )
        messages.append(
            f"The summary {summary.path} was changed. Its page gives the day, and "
            f"{layout.RECORD} has a line about it: keep that file."
        )
    if not lines.lines:
        return plan.Plan(())
    data = lines.append_to(sources.files.get(layout.RECORD))
    return plan.propose(sources, messages, {layout.RECORD: data})


def find_changed(project: Library, published: Mapping[str, str]) -> Iterator[tuple[Entry, Summary]]:
    """Yield each summary that differs from what was recorded or published, with its approval."""
    for version, approved in summary_hashes.list_recorded(project):
        for summary in version.summaries:
            if _is_changed(project, summary, published):
                yield approved, summary


def _is_changed(project: Library, summary: Summary, published: Mapping[str, str]) -> bool:
    recorded = summary_hashes.find_recorded(project.list_entries(summary.policy), summary)
    before = recorded.digest if recorded else published.get(summary.path)
    return before is not None and before != summary_hashes.digest_summary(summary)
