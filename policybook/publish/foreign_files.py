"""Keep the files of others that are in a site's folder when a new site takes its place.

The old manifest names what Policybook published there. Everything else belongs to the
school, a host or a certificate authority, and no build may delete it.
"""

import contextlib
import os
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from policybook.publish.errors import PublishError, explain_os_errors
from policybook.publish.manifest import find_extra_files, has_same_content


def find_foreign_files(site: Path, staged: Path) -> Mapping[str, Path]:
    """Return the files in `site` that no build made, by path, without those that `staged` has too.

    Raise `PublishError` if the new site needs the place of one, and has other content.
    """
    foreign = find_extra_files(site)
    if not foreign:
        return {}
    taken = {_fold(path): path for path in _list_files(staged)}
    folders = {_fold(str(above)) for path in taken.values() for above in _list_above(path)}
    in_the_way = []
    others = {}
    for path, file in foreign.items():
        folded = _fold(path)
        if folded in taken and has_same_content(file, staged / taken[folded]):
            continue
        above = {_fold(str(folder)) for folder in _list_above(path)}
        if folded in taken or folded in folders or above & taken.keys():
            in_the_way.append(path)
        else:
            others[path] = file
    if in_the_way:
        raise PublishError(
            f"{site} has files that Policybook did not make, where pages of the new site belong: "
            f"{shorten(in_the_way)}. Nothing was published",
            "Move them out of that folder, or delete them, and build again.",
        )
    return others


def carry_over(files: Mapping[str, Path], site: Path, staged: Path) -> None:
    """Give each of `files` a second name in `staged`, or copy it where the disk cannot."""
    for file in files.values():
        new = staged / file.relative_to(site)
        with explain_os_errors(f"Cannot keep {file}"):
            new.parent.mkdir(parents=True, exist_ok=True)
            for folder in new.relative_to(staged).parents:
                with contextlib.suppress(OSError):
                    shutil.copymode(site / folder, staged / folder)
            try:
                os.link(file, new, follow_symlinks=False)
            except (OSError, NotImplementedError):
                shutil.copy2(file, new, follow_symlinks=False)


def shorten(paths: Iterable[str], most: int = 5) -> str:
    """Return the first paths in one line, at most `most`, and how many more there are."""
    every = sorted(paths)
    more = len(every) - most
    return ", ".join(every[:most]) + (f" and {more} more" if more > 0 else "")


def _list_files(folder: Path) -> Iterable[str]:
    for above, _, names in os.walk(folder):
        for name in names:
            yield (Path(above) / name).relative_to(folder).as_posix()


def _list_above(path: str) -> Iterable[PurePosixPath]:
    """Return the folders above a path, without the site itself."""
    return [folder for folder in PurePosixPath(path).parents if folder.parts]


def _fold(path: str) -> str:
    """Return a path as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", path).casefold()
