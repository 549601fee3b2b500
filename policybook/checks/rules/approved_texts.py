"""What was approved stays as it was approved."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.model import Library
from policybook.model.findings import Finding, Severity
from policybook.reading import layout, link_search

#: The address of this family of checks below `/help/checks/`.
NAME = "recorded"


def approved_versions_are_recorded(library: Library, today: date) -> Iterator[Finding]:
    """Every approved version stands in the record of approvals, letter for letter as it was recorded.

    Bad: a word of an approved version changed.
    Good: a new version with the better word, approved in its turn.
    Remedy: Write the words again as they were approved, and put the better ones into a new version.
    """
    yield from integrity.findings(library)


def removed_pictures_are_deleted(library: Library, today: date) -> Iterator[Finding]:
    """Where the words of a version were taken out, no picture that nobody shows any more stays in the policy's folder.

    Bad: `class.jpg`, which only that version showed.
    Good: the command deleted it; or another version shows it.
    Remedy: Delete the picture, or show it in another version.
    Protects: words that had to go must not live on in a picture.
    Codes: picture-left.
    """
    policies = {entry.policy for entry in library.record if entry.removed}
    if not policies:
        return
    versions = [*(v for p in library.policies for v in p.versions), *library.unsound]
    shown = {path for version in versions for path in link_search.find_pictures(library, version)}
    for path in sorted(set(library.pictures) - shown):
        if layout.named(path).policy in policies:
            yield Finding(
                path=path,
                severity=Severity.WARNING,
                code="picture-left",
                message="no version shows this picture, and the words of a version of this policy were taken out",
                remedy="If it shows what had to go, delete it.",
            )
