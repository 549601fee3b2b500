"""Approved texts: each stays as it was approved."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.model import Finding, Library, Severity
from policybook.reading.files import layout
from policybook.reading.references import link_search


def approved_versions_are_recorded(library: Library, today: date) -> Iterator[Finding]:
    """Every approved version is in the record of approvals, and its text is unchanged.

    Bad: an approved version in which somebody changed a word.
    Good: a new version with the better word, approved in its turn.
    Remedy: Restore the approved words, and put the better ones into a new version.
    """
    yield from integrity.findings(library)


def removed_pictures_are_deleted(library: Library, today: date) -> Iterator[Finding]:
    """If a version's words were removed, so are the pictures that only it showed.

    Bad: `class.jpg`, which only that version showed.
    Good: the command deleted the picture; or another version shows it.
    Remedy: Delete the picture, or show it in another version.
    Protects: removed words must not survive in a picture.
    Codes: picture-left.
    """
    policies = {entry.policy for entry in library.record if entry.removed}
    if not policies:
        return
    versions = list(library.walk_versions())
    shown_pictures = {
        path for version in versions for path in link_search.find_pictures(library, version)
    }
    for path in sorted(set(library.pictures) - shown_pictures):
        if layout.classify(path).policy in policies:
            yield Finding(
                path=path,
                severity=Severity.WARNING,
                code="picture-left",
                message="no version shows this picture, and words of this policy were removed",
                remedy="Delete it if it shows what had to be removed.",
            )
