"""Name the folder of the site and those beside it, and refuse folders that must stay."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policybook.publish.errors import PublishError, explain_os_errors
from policybook.publish.manifest import is_published_site

_OF_THE_PROJECT = ("docs", "templates", "policybook", ".git", ".venv")
_ANOTHER = "Choose another folder with --site-dir."


@dataclass(frozen=True, slots=True)
class SiteFolders:
    """The published folder, links followed, and the names beside it that only a build uses.

    All are on the same disk.
    """

    site: Path

    @property
    def lock(self) -> Path:
        """Return the path of the lock file."""
        return self._sibling("lock")

    @property
    def journal(self) -> Path:
        """Return the path of the journal."""
        return self._sibling("journal")

    @property
    def draft(self) -> Path:
        """Return the path of the journal while it is being written."""
        return self._sibling("journal-draft")

    def new(self) -> Path:
        """Return the folder where this process builds."""
        return self._sibling(f"building-{os.getpid()}")

    def old(self) -> Path:
        """Return the folder to which this process moves the old site for a moment."""
        return self._sibling(f"old-{os.getpid()}")

    def left(self, kind: str) -> Iterator[Path]:
        """Yield the folders of a kind (`building`, `old`) that any process left."""
        start = f".{self.site.name}.{kind}-"
        with os.scandir(self.site.parent) as entries:
            paths = [
                e.path
                for e in entries
                if e.name.startswith(start) and e.name.removeprefix(start).isdecimal()
            ]
        yield from map(Path, sorted(paths))

    def _sibling(self, what: str) -> Path:
        """Return a hidden path beside the site."""
        return self.site.with_name(f".{self.site.name}.{what}")


def resolve_folders(site_dir: Path) -> SiteFolders:
    """Return the folders for a site in `site_dir`."""
    return SiteFolders(Path(os.path.realpath(site_dir)))


def refuse_target(site_dir: Path, project: Path) -> None:
    """Raise `PublishError` if building into `site_dir` would destroy something or cannot work.

    That is so for the folders of the project and those around it, a file, a separate
    disk (mount point), and a folder with content that Policybook did not publish. An
    empty or missing folder is fine.
    """
    refuse_sources(site_dir, project)
    refuse_foreign(resolve_folders(site_dir).site)


def refuse_sources(site_dir: Path, project: Path, remedy: str = _ANOTHER) -> None:
    """Raise `PublishError` if `site_dir` is a folder with sources, or around the project."""
    site, home = resolve_folders(site_dir).site, Path(os.path.realpath(project))
    if any(_same(site, path) for path in (home, *home.parents)):
        raise PublishError(
            f"The site cannot go into {site_dir}: the school's own files are there", remedy
        )
    if any(_same(path, home / name) for path in (site, *site.parents) for name in _OF_THE_PROJECT):
        raise PublishError(
            f"The site cannot go into {site_dir}: that folder has the sources", remedy
        )


def _same(path: Path, other: Path) -> bool:
    """Return whether two paths are the same folder.

    On Windows and macOS `Docs` and `docs` are.
    """
    try:
        return path == other or os.path.samefile(path, other)
    except OSError:
        return False


def refuse_foreign(site: Path) -> None:
    """Raise `PublishError` unless `site` is absent, empty or a site by Policybook."""
    with explain_os_errors(f"Cannot read {site}"):
        if not os.path.lexists(site):
            return
        if not site.is_dir():
            raise PublishError(f"{site} is not a folder", _ANOTHER)
        if os.path.ismount(site):
            what = "is a separate disk (a mount point), which a build cannot replace"
            raise PublishError(f"{site} {what}", "Choose a folder inside it with --site-dir.")
        names = os.listdir(site)
    if ".git" in names:
        raise PublishError(
            f"{site} contains a .git folder, which would be lost",
            f"{_ANOTHER} Copy the site from there.",
        )
    if names and not is_published_site(site):
        what = "contains files that Policybook did not publish, and they would be lost"
        raise PublishError(
            f"{site} {what}",
            "Move or delete them yourself, or choose another folder with --site-dir.",
        )
