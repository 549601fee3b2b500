"""Find what is remembered of the record outside it: in the published site, in Git, on the web.

It reads and never writes. Whatever cannot be read remembers nothing.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policybook.analysis.integrity import EarlierRecord, read_earlier
from policybook.model import addresses
from policybook.publish import MANIFEST, read_head
from policybook.reading.files import layout

#: Seconds for Git, and for a web host.
_GIT_SECONDS, _WEB_SECONDS = 20.0, 30.0
_LARGEST_ANSWER = 100_000_000
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMemory:
    """The earlier records, in the order in which they count, and what could not be read."""

    earlier: tuple[EarlierRecord, ...]
    damaged: tuple[str, ...]


def recall(project: Path, site_dir: Path, site_name: str) -> RecordMemory:
    """Return what the site in `site_dir` and Git remember. `site_name` is for messages."""
    records = [*_recall_site(site_dir, site_name), *_recall_commit(project)]
    is_damaged = (site_dir / MANIFEST).exists() and read_head(site_dir) is None
    return RecordMemory(
        earlier=tuple(records), damaged=(f"{site_name}/{MANIFEST}",) if is_damaged else ()
    )


def _recall_site(folder: Path, site_name: str) -> Iterator[EarlierRecord]:
    name = f"it had when the site in {site_name} was published"
    if (head := read_head(folder)) is not None:
        yield EarlierRecord(name=name, head=head)
    record = read_earlier(name, _read_file(folder / addresses.RECORD))
    if record and record.hashes:
        yield record


def _recall_commit(project: Path) -> Iterator[EarlierRecord]:
    data = read_revision(project, "HEAD")
    record = read_earlier("it had in Git's last commit", data, is_in_git=True)
    if record and record.hashes:
        yield record


def read_revision(project: Path, revision: str) -> bytes:
    """Return the record in a revision of Git; nothing if there is no Git, or no such file."""
    command = ("git", "-C", str(project), "cat-file", "blob", f"{revision}:./{layout.RECORD}")
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, timeout=_GIT_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


def read_since(typed: str) -> EarlierRecord | None:
    """Return the earlier record in a folder, a file or at an address; None if there is none.

    A folder may be a school's folder or a published site.
    """
    name = f"the record of {typed} has"
    if typed.startswith(_WEB):
        return _read_address(name, typed)
    if not typed:
        return None
    place = Path(typed)
    if place.is_dir():
        files = [place / layout.RECORD, place / addresses.RECORD, place / addresses.CHECKPOINT]
    else:
        files = [place]
    return next((read_earlier(name, _read_file(file)) for file in files if file.is_file()), None)


def _read_address(name: str, typed: str) -> EarlierRecord | None:
    """Return the record or checkpoint at an address: the address itself, or below a site's."""
    site = typed if typed.endswith("/") else f"{typed}/"
    own = () if typed.endswith("/") else (typed,)
    for address in (*own, site + addresses.RECORD, site + addresses.CHECKPOINT):
        record = read_earlier(name, _fetch(address))
        if record and (record.hashes or record.count):
            return record
    return None


def _fetch(address: str) -> bytes:
    import urllib.request  # Few commands read an address, and it imports much.

    try:
        with urllib.request.urlopen(address, timeout=_WEB_SECONDS) as answer:
            return bytes(answer.read(_LARGEST_ANSWER))
    except (OSError, ValueError):
        return b""


def _read_file(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
