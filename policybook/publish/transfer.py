"""Bring a finished site to a target, file by file, so that a stopped publication goes on.

It must not know which kind of target it writes to. At every moment each file at the
target is whole: the old one or the new one. The manifest comes last.

    with open_target(address) as target:
        prepared = prepare(site, target)   # reads, and writes nothing
        send(prepared, target)
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from policybook.publish.errors import PublishError, explain_os_errors
from policybook.publish.foreign_files import shorten
from policybook.publish.manifest import MANIFEST, is_by_policybook, is_private, parse_hashes, verify
from policybook.publish.transfer_plan import (
    JOURNAL,
    PART,
    PublishedFiles,
    TransferPlan,
    is_safe,
    list_folders,
    make_plan,
    read_state,
)

Progress = Callable[[int, int], None]
_SHOWN = 10


def show_nothing(done: int, every: int) -> None:
    """Show no progress: how many of all files are done."""


class Target(Protocol):
    """A place for a site. Paths have `/`. Each method raises `PublishError`."""

    #: How many files are written between two entries in the journal.
    batch: int

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None if there is none."""

    def hash_files(
        self, hashes: Mapping[str, str], state: PublishedFiles, site: Path
    ) -> Mapping[str, str]:
        """Return the hash of each file that exists, of the new site or of an earlier one.

        It is empty if the content is not known. `site` has the files of `hashes`.
        """

    def make_folders(self, folders: Iterable[str]) -> None:
        """Make folders, and the target itself, where they are missing; outermost come first."""

    def put(self, path: str, data: bytes) -> None:
        """Write a file, completely or not at all. Everyone can read it. Its folder exists."""

    def remove(self, path: str) -> None:
        """Remove a file. It may be missing, and a folder in its place stays."""

    def remove_folders(self, folders: Iterable[str]) -> None:
        """Remove those folders that are empty; innermost come first."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A site, what is at its target, and what will change."""

    site: Path
    hashes: Mapping[str, str]
    manifest: bytes
    manifest_changes: bool
    is_resumed: bool
    state: PublishedFiles
    plan: TransferPlan

    def changes_anything(self) -> bool:
        """Return whether the target differs from the site, or an earlier publication stopped."""
        return self.manifest_changes or self.is_resumed or not self.plan.is_empty()


def read_site(site: Path) -> dict[str, str]:
    """Return the hashes of a site. Raise `PublishError` unless it may be published.

    It must be whole, exactly as it was built, and without drafts. Files of others in its
    folder are not part of it.
    """
    if not (site / MANIFEST).is_file():
        raise PublishError(f"There is no site in {site}", "Build it: policybook build")
    if is_private(site):
        raise PublishError(
            f"The site in {site} shows drafts, which are private", "Build it without --drafts."
        )
    if wrong := verify(site, with_extra=False):
        raise PublishError(f"The site in {site} is not as it was built: {wrong[0]}", "Build again.")
    hashes = parse_hashes((site / MANIFEST).read_bytes())
    assert isinstance(hashes, dict)
    if strange := [path for path in hashes if not is_safe(path)]:
        raise PublishError(
            f"The file {strange[0]!r} has a name that cannot be published", "Rename its source."
        )
    return hashes


def prepare(site: Path, target: Target) -> Transfer:
    """Return what publishing `site` would change at `target`. Write nothing."""
    hashes = read_site(site)
    journal, published = target.read(JOURNAL), target.read(MANIFEST)
    state = read_state(journal, published)
    plan = make_plan(hashes, state, target.hash_files(hashes, state, site))
    if published is not None and not is_by_policybook(published):
        plan = replace(plan, foreign=(MANIFEST, *plan.foreign))
    manifest = (site / MANIFEST).read_bytes()
    return Transfer(
        site=site,
        hashes=hashes,
        manifest=manifest,
        manifest_changes=manifest != published,
        is_resumed=journal is not None,
        state=state,
        plan=plan,
    )


def refuse_foreign_files(plan: TransferPlan) -> None:
    """Raise `PublishError` if the site needs an address where there is a file of others."""
    if not plan.foreign:
        return
    raise PublishError(
        "The target has files that Policybook did not publish, where files of the site belong: "
        f"{shorten(plan.foreign, _SHOWN)}. Nothing was changed",
        "Move or delete them yourself, or choose another folder.",
    )


def send(transfer: Transfer, target: Target, progress: Progress = show_nothing) -> None:
    """Change the target as planned. Run again, it goes on where it was stopped.

    Raise `PublishError` if files of others are in the way; then nothing was changed.
    """
    plan = transfer.plan
    refuse_foreign_files(plan)
    order, state = plan.order(), transfer.state
    target.make_folders([])
    done = 0
    for paths in _batches(order, target.batch):
        state = state.begin(paths)
        target.put(JOURNAL, state.as_journal())
        for path in paths:
            if path in transfer.hashes:
                target.make_folders(list_folders([path]))
                target.put(path, _read_source(transfer.site, path, transfer.hashes[path]))
            else:
                target.remove(path)
                target.remove_folders(reversed(list_folders([path])))
            done += 1
            progress(done, len(order))
        state = state.end(paths, transfer.hashes)
    if transfer.manifest_changes:
        target.put(MANIFEST, transfer.manifest)
    target.remove(PART)
    target.remove(JOURNAL)


def copy_site(transfer: Transfer, old: Path, staged: Path) -> None:
    """Write the whole site of `transfer` into the new folder `staged`.

    `old` is the published site, on the same disk; a file that does not change is linked
    from there rather than copied.
    """
    written = {*transfer.plan.new, *transfer.plan.changed}
    for path in transfer.hashes:
        file = staged / path
        with explain_os_errors(f"Cannot write {file}"):
            file.parent.mkdir(parents=True, exist_ok=True)
        if path in written or not _link(old / path, file):
            file.write_bytes(_read_source(transfer.site, path, transfer.hashes[path]))
    (staged / MANIFEST).write_bytes(transfer.manifest)


def _link(old: Path, new: Path) -> bool:
    """Give a file a second name. Return False where the disk cannot."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _read_source(site: Path, path: str, expected: str) -> bytes:
    """Return a file of the site. Raise `PublishError` if a new build has replaced it."""
    with explain_os_errors(f"Cannot read {site / path}"):
        data = (site / path).read_bytes()
    if hashlib.sha256(data).hexdigest() != expected:
        raise PublishError(
            f"{path} was changed while the site was being published", "Publish again."
        )
    return data


def _batches(paths: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), size):
        yield paths[start : start + size]
