"""Ask this computer what a diagnosis must know: disk, clock, cloud folders, PDFs."""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePath

from policybook import __version__
from policybook.project.health import Computer
from policybook.project.templates import read_templates

#: The variables in which OneDrive names its folders on Windows.
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def examine_computer(project: Path, environment: Mapping[str, str], now: datetime) -> Computer:
    """Return what there is to know. Raise `TemplateFault` if a template cannot be read."""
    return Computer(
        release=__version__,
        now=now,
        newest_change=_find_newest_change(project),
        synced_folders=tuple(PurePath(v) for n in _VARIABLES if (v := environment.get(n))),
        free_bytes=shutil.disk_usage(project).free,
        may_write=os.access(project, os.W_OK),
        has_git=any((folder / ".git").exists() for folder in (project, *project.parents)),
        has_typst=_can_import_typst(),
        fonts=sum(1 for _ in (read_templates(project).pdf / "fonts").glob("*.ttf")),
    )


def count_processors(limits: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """Return how many processors this process may use, at least 1.

    `limits` is the file in which Linux has what a container may use.
    """
    usable = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0)
    with contextlib.suppress(OSError, ValueError):
        share, period = limits.read_text(encoding="ascii").split()
        return max(1, min(len(usable), int(share) // int(period)))
    return len(usable)


def _find_newest_change(project: Path) -> datetime | None:
    times = [file.lstat().st_mtime for file in _list_files(project / "docs")]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def _list_files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def _can_import_typst() -> bool:
    try:
        import typst  # noqa: F401
    except (ImportError, OSError):
        return False
    return True
