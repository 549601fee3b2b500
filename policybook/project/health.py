"""A school's folder and its computer -> what is missing or risky. It reads, and changes nothing.

Nothing in it stops a build: the findings do that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path, PurePath

from policybook.model import School, wording
from policybook.model.findings import Severity, format_count
from policybook.project.open import OpenedProject, WrongClock, refuse_wrong_clock
from policybook.reading.files import layout
from policybook.reading.school import release_number

#: The folders of programs that copy files to other computers, by a part of the path.
_CLOUD_FOLDERS = (
    (re.compile(r"(?i)onedrive\b.*"), "OneDrive"),
    (re.compile(r"(?i)dropbox\b.*"), "Dropbox"),
    (re.compile(r"(?i)google ?drive\b.*|my drive|drivefs"), "Google Drive"),
    (re.compile(r"(?i)icloud.*|mobile documents|com~apple~clouddocs"), "iCloud"),
    (re.compile(r"(?i)cloudstorage|nextcloud|owncloud|box sync|sharepoint.*"), "a cloud folder"),
)
_LEAST_BYTES = 500_000_000  # a site of 100 policies with its PDFs, and its next build beside it


class State(StrEnum):
    """How a part of the project is."""

    GOOD = "good"
    RISKY = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """One part of the project, how it is, and what to do where it is not good."""

    subject: str
    state: State
    words: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """What the diagnosis must know of the computer and the program.

    `fonts` counts the fonts for PDFs. `newest_change` is the latest time at which a file of
    the project was changed, by the clock that `now` is of.
    """

    release: str
    now: datetime
    newest_change: datetime | None
    synced_folders: tuple[PurePath, ...]
    free_bytes: int
    may_write: bool
    has_git: bool
    has_typst: bool
    fonts: int


def diagnose(school: OpenedProject, computer: Computer) -> Iterator[Diagnosis]:
    """Yield every part of the project and its computer, with what to do."""
    settings = school.library.school
    yield _check_release(settings.policybook, computer.release)
    yield _check_findings(school)
    yield _check_school(settings)
    yield _check_address(school.loaded.host.url)
    yield _check_contacts(school)
    yield _check_clock(school, computer)
    yield _check_place(school.folder, computer.synced_folders)
    yield _check_copies(computer.has_git)
    yield _check_disk(computer)
    yield _check_pdfs(computer)


def _check_release(project: str, release: str) -> Diagnosis:
    if release_number.is_newer_release(project, release):
        return _wrong(
            "Policybook",
            f"this is release {release}, and release {project} made the project",
            "Upgrade: uv tool upgrade policybook (from a file: uv tool install --force FILE). "
            "It changes none of the school's files.",
        )
    by = f"; release {project} made the project" if project else ""
    return _good("Policybook", f"release {release}{by}")


def _check_findings(school: OpenedProject) -> Diagnosis:
    errors = sum(f.severity is Severity.ERROR for f in school.find_all())
    count = format_count(len(school.library.policies), "policy", "policies")
    if errors:
        verb = "stops" if errors == 1 else "stop"
        return _wrong(
            "Policies",
            f"{count}; {format_count(errors, 'error')} {verb} the build",
            "Read them: policybook check",
        )
    if not school.library.policies:
        return _risky("Policies", "there are none", "Start one: policybook new behaviour")
    return _good("Policies", f"{count}; no error stops the build")


def _check_school(school: School) -> Diagnosis:
    names = ("name", "contact", "nation", "kind", "phase")
    missing = [name for name in names if name not in school.lines]
    if missing:
        return _risky(
            "School",
            f"{layout.SCHOOL} does not say {wording.join_words(missing)}",
            "Add a line for each: the name of the setting, a colon and the words.",
        )
    return _good("School", school.name)


def _check_address(url: str) -> Diagnosis:
    if not url:
        return _risky(
            "Address",
            "mkdocs.yml has no address of the site",
            "Write it after `site_url:`, and remove a # before that. Feeds, calendars and printed "
            "sheets need it.",
        )
    host = re.sub(r"^https?://|[:/].*$", "", url)
    if re.search(r"(^|\.)(example(\.(com|net|org))?|test|invalid)$|^localhost$|^[\d.]+$", host):
        return _risky(
            "Address",
            f"{url} is no address that readers can open",
            "Write the address where you publish the site after `site_url:` in mkdocs.yml, and "
            "remove a # before that.",
        )
    if url.startswith("http:"):
        return _risky(
            "Address", f"{url} is not encrypted", "If your host allows it, write https:// there."
        )
    return _good("Address", url)


def _check_contacts(school: OpenedProject) -> Diagnosis:
    contacts = school.library.contacts
    if not contacts:
        return _risky(
            "Contacts",
            f"{layout.CONTACTS} names nobody",
            "Write there whom people ask, by role. Policies then need no telephone numbers.",
        )
    return _good("Contacts", format_count(len(contacts), "role"))


def _check_clock(school: OpenedProject, computer: Computer) -> Diagnosis:
    try:
        refuse_wrong_clock(school.library.record, school.today)
    except WrongClock as fault:
        return _wrong("Clock", str(fault).partition(". ")[0], "Set the clock of this computer.")
    newest = computer.newest_change
    if newest and newest > computer.now + timedelta(days=1):
        return _risky(
            "Clock",
            f"it says {computer.now:%d.%m.%Y}, but a file was changed on {newest:%d.%m.%Y}",
            "Compare the clock of this computer with another one.",
        )
    return _good("Clock", "it agrees with the record of approvals")


def _check_place(folder: Path, synced: tuple[PurePath, ...]) -> Diagnosis:
    name = find_cloud(folder, synced)
    if name:
        return _risky(
            "Folder",
            f"it is in {name}, which may change or lock files while a build writes the site",
            "Pause it while you build, or write the site elsewhere: policybook --site-dir FOLDER",
        )
    if str(folder).startswith(("\\\\", "//")):
        return _risky(
            "Folder",
            "it is on another computer, where a build is slower and can be interrupted",
            "Write the site on this computer: policybook --site-dir FOLDER",
        )
    return _good("Folder", "no cloud program copies it, as far as its path shows")


def find_cloud(folder: PurePath, synced: tuple[PurePath, ...]) -> str:
    """Return the name of the program that copies a folder to the cloud; empty for none.

    `synced` has folders that such a program named itself.
    """
    for part in folder.parts:
        for pattern, name in _CLOUD_FOLDERS:
            if pattern.fullmatch(part):
                return name
    return "a cloud folder" if any(folder.is_relative_to(place) for place in synced) else ""


def _check_copies(has_git: bool) -> Diagnosis:
    if has_git:
        return _good("Copies", "Git keeps the history; push it to another computer too")
    return _risky(
        "Copies",
        "the folder is not in Git, so its only copies are those of your backup",
        "See that the school's backup has this folder, above all docs/policies/approvals.jsonl.",
    )


def _check_disk(computer: Computer) -> Diagnosis:
    if not computer.may_write:
        return _wrong("Disk", "you may not write in this folder", "Ask whoever owns the folder.")
    if computer.free_bytes < _LEAST_BYTES:
        free = computer.free_bytes // 1_000_000
        return _risky("Disk", f"only {free} MB are free", "Make room: a build needs 500 MB.")
    return _good("Disk", f"{computer.free_bytes // 1_000_000_000} GB are free")


def _check_pdfs(computer: Computer) -> Diagnosis:
    if not computer.has_typst:
        return _risky(
            "PDFs",
            "this computer cannot make them: the package typst does not run",
            "Build without them: policybook --no-pdf. Readers still have the printable view.",
        )
    if not computer.fonts:
        return _risky(
            "PDFs",
            "there are no fonts for them",
            "If the school has its own templates/pdf, copy Policybook's folder fonts into it.",
        )
    return _good("PDFs", f"they can be made, with {format_count(computer.fonts, 'font')}")


def _good(subject: str, words: str) -> Diagnosis:
    return Diagnosis(subject=subject, state=State.GOOD, words=words)


def _risky(subject: str, words: str, remedy: str) -> Diagnosis:
    return Diagnosis(subject=subject, state=State.RISKY, words=words, remedy=remedy)


def _wrong(subject: str, words: str, remedy: str) -> Diagnosis:
    return Diagnosis(subject=subject, state=State.WRONG, words=words, remedy=remedy)
