"""What was approved stays as it was approved."""

from collections.abc import Iterator
from datetime import date

from policybook import record
from policybook.findings import Finding
from policybook.model import Library


def approved_versions_are_recorded(library: Library, today: date) -> Iterator[Finding]:
    """Every approved version stands in the record of approvals, letter for letter as it was recorded.

    Bad: a word of an approved version changed.
    Good: a new version with the better word, approved in its turn.
    Remedy: Write the words again as they were approved, and put the better ones into a new version.
    """
    yield from record.findings(library)
