"""Work out what a publication changes at its target, from manifests alone.

It must not know how a target is reached. A file that Policybook did not publish is
never replaced and never removed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from policybook.publish.manifest import MANIFEST, is_by_policybook, parse_hashes
from policybook.text import json_file

#: What a publication that is not finished has done so far; removed at its end.
JOURNAL = ".policybook-publishing.json"
#: A file while it is being written, before it gets its name.
PART = ".policybook-part"


@dataclass(frozen=True, slots=True)
class PublishedFiles:
    """The files at a target that Policybook published.

    `files` has those whose content is certain, with their hashes. `unsure` has those
    that a stopped publication was writing or removing.
    """

    files: Mapping[str, str]
    unsure: frozenset[str] = frozenset()

    def owns(self, path: str) -> bool:
        """Return whether Policybook published the file at `path`."""
        return path in self.files or path in self.unsure

    def paths(self) -> frozenset[str]:
        """Return the path of every file that Policybook published."""
        return self.unsure | self.files.keys()

    def begin(self, paths: Iterable[str]) -> "PublishedFiles":
        """Return the state while the files at `paths` are written or removed."""
        unsure = self.unsure | set(paths)
        return PublishedFiles(_without(self.files, unsure), unsure)

    def end(self, paths: Iterable[str], hashes: Mapping[str, str]) -> "PublishedFiles":
        """Return the state after that: `hashes` has the files that are to be there."""
        done = set(paths)
        written = {path: hashes[path] for path in done & hashes.keys()}
        return PublishedFiles({**self.files, **written}, self.unsure - done)

    def as_journal(self) -> bytes:
        """Return the journal; `read_state` gives back the same state."""
        state = {"made_by": "Policybook", "files": self.files, "unsure": sorted(self.unsure)}
        return json_file.as_json(state).encode()


@dataclass(frozen=True, slots=True)
class TransferPlan:
    """What a publication changes. Each tuple is sorted.

    `foreign` are files of others at addresses of the new site: they stop a publication.
    `altered` are no longer part of the site, but somebody changed them: they stay.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    foreign: tuple[str, ...]
    altered: tuple[str, ...]

    def is_empty(self) -> bool:
        """Return whether every file at the target is as it should be."""
        return not (self.new or self.changed or self.removed)

    def order(self) -> tuple[str, ...]:
        """Return the paths to write and to remove, in the order that is safe for readers.

        New files come before the pages that use them, and pages before removals. A file
        to remove comes first only if a folder of the new site needs its name, or the
        other way round.
        """
        written = [*self.new, *self.changed]
        blocking = set(_find_blocking(self.removed, written))
        files = (path for path in sorted(self.new) if not _is_page(path))
        changed = (path for path in sorted(self.changed) if not _is_page(path))
        pages = (path for path in sorted(written) if _is_page(path))
        rest = (path for path in self.removed if path not in blocking)
        return (*sorted(blocking), *files, *changed, *pages, *rest)


def read_state(journal: bytes | None, manifest: bytes | None) -> PublishedFiles:
    """Return what Policybook published at a target, by its journal, else by its manifest.

    A path that would leave the target is left out, whoever wrote it.
    """
    for data in (journal, manifest):
        if data is None or not is_by_policybook(data):
            continue
        if isinstance(hashes := parse_hashes(data), dict):
            files = {path: value for path, value in hashes.items() if is_safe(path)}
            unsure = frozenset(filter(is_safe, _read_unsure(data)))
            return PublishedFiles(_without(files, unsure), unsure)
    return PublishedFiles({})


def make_plan(
    hashes: Mapping[str, str], state: PublishedFiles, there: Mapping[str, str]
) -> TransferPlan:
    """Return how to turn what is `there` into the site with `hashes`.

    `there` has the hash of each file at the target that matters, empty if unknown.
    """
    # A folder of ours in the place of a new file goes when its files have gone.
    existing = (hashes.keys() & there.keys()) - set(list_folders(state.paths()))
    same = {path for path in existing if there[path] == hashes[path]}
    gone = [path for path in state.paths() - hashes.keys() if path in there]
    ours = {path for path in gone if there[path] in ("", state.files.get(path, there[path]))}
    # A stop may have removed the file and left its folder.
    ours |= state.unsure - hashes.keys() - there.keys()
    return TransferPlan(
        new=tuple(sorted(hashes.keys() - existing)),
        changed=tuple(sorted(path for path in existing - same if state.owns(path))),
        removed=tuple(sorted(ours)),
        unchanged=len(same),
        foreign=tuple(sorted(path for path in existing - same if not state.owns(path))),
        altered=tuple(sorted(set(gone) - ours)),
    )


def is_safe(path: str) -> bool:
    """Return whether a path stays inside its folder and is no file of the publication itself."""
    parts = path.split("/")
    outside = any(part in ("", ".", "..") for part in parts)
    strange = any(sign in path for sign in "\\\0\n\r") or ":" in parts[0]
    return not (outside or strange or path in (MANIFEST, JOURNAL, PART))


def list_folders(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the folders of the files at `paths`, outermost first, without the target itself."""
    folders = {
        str(folder) for path in paths for folder in PurePosixPath(path).parents if folder.parts
    }
    return tuple(sorted(folders))


def _find_blocking(removed: Iterable[str], written: Iterable[str]) -> Iterator[str]:
    """Yield each file to remove whose name a folder needs, or whose folder's name a file needs."""
    files = set(written)
    folders = set(list_folders(files))
    for path in removed:
        if path in folders or not files.isdisjoint(list_folders([path])):
            yield path


def _read_unsure(data: bytes) -> list[str]:
    """Return the paths that a journal is unsure of; none for a manifest."""
    unsure = json_file.read_object(data).get("unsure")
    return [path for path in unsure if isinstance(path, str)] if isinstance(unsure, list) else []


def _without(files: Mapping[str, str], paths: frozenset[str]) -> dict[str, str]:
    return {path: value for path, value in files.items() if path not in paths}


def _is_page(path: str) -> bool:
    return path.endswith(".html")
