"""Two states of a school's folder -> what a proposal changes in which policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from policybook import redline
from policybook.model import Entry, Library, Version, timeline
from policybook.reading.files import layout


class ProposalKind(StrEnum):
    """What a proposal does to a version."""

    NEW = "new"
    EDITED = "edited"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProposedVersion:
    """A version that a proposal adds, edits or removes.

    `earlier` is the text that it is compared with: its own text before an edit, or the
    version before a new one. `comparison` is None where there is nothing to compare.
    """

    kind: ProposalKind
    version: Version
    earlier: Version | None
    comparison: redline.Redline | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Proposal:
    """What a proposal changes. `entries` are new in the record of approvals.

    `unread` are files of versions that cannot be read, and `other_files` all the rest
    that differs, by path.
    """

    versions: tuple[ProposedVersion, ...]
    entries: tuple[Entry, ...]
    unread: tuple[str, ...]
    other_files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectState:
    """A school's folder at one time: its files and what they say."""

    files: Mapping[str, bytes]
    library: Library


def compare_states(base: ProjectState, head: ProjectState) -> Proposal:
    """Return what differs from `base` to `head`, sorted by path. Never raise for a text."""
    differing = sorted(
        path
        for path in base.files.keys() | head.files.keys()
        if base.files.get(path) != head.files.get(path)
    )
    texts = [path for path in differing if layout.classify(path).kind is layout.FileKind.VERSION]
    versions = tuple(
        change
        for path in texts
        if (change := _compare_version(path, _find(base, path), _find(head, path), head))
    )
    explained = {change.version.path for change in versions}
    return Proposal(
        versions=versions,
        entries=head.library.record[len(base.library.record) :],
        unread=tuple(path for path in texts if path not in explained),
        other_files=tuple(path for path in differing if path not in texts),
    )


def _compare_version(
    path: str, old: Version | None, new: Version | None, head: ProjectState
) -> ProposedVersion | None:
    """Return what happens to one version; None if it cannot be read as it is now."""
    if new is None:
        if old is None or path in head.files:
            return None
        return ProposedVersion(
            kind=ProposalKind.REMOVED, version=old, earlier=None, comparison=None
        )
    kind = ProposalKind.EDITED if old else ProposalKind.NEW
    policy = next(policy for policy in head.library.policies if new in policy.versions)
    earlier = old or timeline.predecessor(policy, new)
    return ProposedVersion(
        kind=kind, version=new, earlier=earlier, comparison=_compare(earlier, new, head.library)
    )


def _compare(old: Version | None, new: Version, library: Library) -> redline.Redline | None:
    """Return the redline of two texts; None without two texts."""
    if old is None or timeline.removal(library, old) or timeline.removal(library, new):
        return None
    return redline.make_redline(old, new)


def _find(state: ProjectState, path: str) -> Version | None:
    versions = (version for policy in state.library.policies for version in policy.versions)
    return next((version for version in versions if version.path == path), None)
