"""The options that commands share, read and checked; and the policy and version that were named."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policybook.cli.program import say
from policybook.model import Library, Policy, Version
from policybook.project.clock import today_in_london
from policybook.project.open import OpenedProject, open_project
from policybook.publish import atomic_file

#: Where a code is explained.
HINT = "What a code in [brackets] means: policybook check --explain CODE"
#: When the garbage collector runs: a build makes many values and few cycles.
COLLECTED = (100_000, 20, 20)
_MKDOCS = ("mkdocs", "material", "markdown")


class Refused(Exception):
    """The command cannot be done; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class CommonOptions:
    """The options that commands share. An option that this command lacks has its default.

    `workers` is None if nobody has chosen a number.
    """

    project: Path
    site_dir: Path
    today: date
    today_given: bool
    drafts: bool
    pdf: bool
    all_pairs: bool
    workers: int | None = None


def read_options(options: argparse.Namespace) -> CommonOptions:
    """Read the options that all commands share. Raise `Refused` if there is no such project."""
    project = find_project(options)
    drafts = getattr(options, "drafts", False)
    folder = getattr(options, "site_dir", None) or project / ("site-drafts" if drafts else "site")
    return CommonOptions(
        project=project,
        site_dir=Path(os.path.abspath(folder)),
        today=options.today or today_in_london(),
        today_given=options.today is not None,
        drafts=drafts,
        pdf=getattr(options, "pdf", False),
        all_pairs=getattr(options, "redlines", "all") == "all",
        workers=getattr(options, "workers", None),
    )


def open_school(common: CommonOptions) -> OpenedProject:
    """Read the school's folder, once. Raise `WrongClock` if the computer's day must be wrong."""
    return open_project(common.project, common.today, by_clock=not common.today_given)


def open_school_aloud(common: CommonOptions) -> OpenedProject:
    """Read the school's folder, and say which texts are not saved as UTF-8.

    For commands that print no findings. What they show of such a text may have wrong letters.
    """
    school = open_school(common)
    for finding in school.loaded.findings:
        if finding.code == "encoding":
            place = f"{finding.path}:{finding.line}"
            say(f"{place}: {finding.message}. {finding.remedy}", file=sys.stderr)
    return school


def find_policy(library: Library, name: str) -> Policy:
    """Return the policy of that name. Raise `Refused` with the names that there are."""
    for policy in library.policies:
        if policy.name == name:
            return policy
    names = ", ".join(policy.name for policy in library.policies) or "none"
    raise Refused(
        f"There is no policy {name} that can be read. The policies are: {names}. "
        "Run `policybook check` to see what is wrong."
    )


def find_version(policy: Policy, name: str) -> Version:
    """Return the version of that name. Raise `Refused` with the names that there are."""
    for version in policy.versions:
        if version.name == name:
            return version
    names = ", ".join(version.name for version in policy.versions)
    raise Refused(
        f"{policy.name} has no version {name} that can be read. Its versions are: {names}."
    )


@contextlib.contextmanager
def explain_writing(place: Path | str) -> Iterator[None]:
    """Raise `Refused` with the reason if the computer does not let anyone write `place`."""
    try:
        yield
    except OSError as fault:
        raise Refused(f"{place} cannot be written: {fault.strerror}.") from fault


def write_file(file: Path, data: bytes) -> None:
    """Write a file, and the folders around it where they are missing. Raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    atomic_file.replace(file, data)


def find_project(options: argparse.Namespace) -> Path:
    """Return the school's folder. Raise `Refused` if there is none."""
    project: Path = options.project.resolve()
    if not project.is_dir():
        raise Refused(f"There is no folder {options.project}.")
    return project


def show_or_write(text: str, file: Path | None) -> int:
    """Print the text, or write it to a new file. Return the exit code."""
    if file is not None:
        return write_new_file(file, text.encode())
    print(text, end="")
    return 0


def write_new_file(file: Path, data: bytes) -> int:
    """Write a new file and say so. Raise `Refused` if it exists: somebody may have marked it up."""
    if file.exists():
        raise Refused(f"There is already a file {file}. Move it, or give another name.")
    with explain_writing(file):
        atomic_file.replace(file, data)
    print(f"Wrote {short_path(file.absolute())}")
    return 0


def short_path(path: Path) -> str:
    """Return the path as seen from the current folder, if it is below that folder."""
    with contextlib.suppress(ValueError, OSError):
        return path.relative_to(Path.cwd()).as_posix()
    return str(path)


@contextlib.contextmanager
def mkdocs_needed() -> Iterator[None]:
    """Run code that imports MkDocs. Raise `Refused` with what to install if it is missing."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material prints an advertisement without
    try:
        yield
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] not in _MKDOCS:
            raise
        raise Refused(
            "This command needs MkDocs and its theme Material; install both with: "
            'pip install "mkdocs<2" "mkdocs-material<10"'
        ) from fault
