"""Which versions had their words taken out for good: it stands in the record, and everything that shows a version asks here."""

from policybook.model import Entry, Library, Version


def removal(library: Library, version: Version) -> Entry | None:
    """The entry of the record by which the words of `version` were taken out; None where they stand."""
    key = (version.policy, version.name)
    return next((e for e in library.record if e.removed and (e.policy, e.version) == key), None)
