"""A school's folder and a day -> its library. Knows no command and no MkDocs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path

from policybook.analysis import integrity
from policybook.checks import levels
from policybook.model import Entry, Finding, Library, dates
from policybook.project import templates
from policybook.project.record_memory import RecordMemory
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources, read_sources
from policybook.reading.library import LoadedProject
from policybook.store import Store

#: A project keeps here what need not be made again; anyone may delete it at any time.
CACHE = Path(".cache", "policybook")
_YEARS = 20  # how long after the newest approval a clock is still believed


class WrongClock(Exception):
    """The computer's clock cannot be right; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedProject:
    """A school's folder as it was read once, and the day to take for today."""

    folder: Path
    today: date
    sources: Sources
    loaded: LoadedProject

    @property
    def library(self) -> Library:
        return self.loaded.library

    def find_all(self) -> tuple[Finding, ...]:
        """Return every finding of reading and of the checks.

        Only a build makes the folder of the store.
        """
        store, unused = Store(self.folder / CACHE), templates.find_unused(self.folder)
        kept = store if store.is_there() else None
        return (*levels.list_findings(self.loaded, self.today, kept), *unused)


def open_project(folder: Path, today: date, *, by_clock: bool) -> OpenedProject:
    """Read the school's folder. Raise `WrongClock` if `today` is by a clock that must be wrong."""
    sources = read_sources(folder)
    loaded = library.load(sources)
    if by_clock:
        refuse_wrong_clock(loaded.library.record, today)
    return OpenedProject(folder=folder, today=today, sources=sources, loaded=loaded)


def refuse_wrong_clock(record: Iterable[Entry], today: date) -> None:
    """Raise `WrongClock` if `today` is before the newest entry, or more than 20 years after it."""
    days = [day.date for entry in record if (day := dates.read_day(entry.on))]
    newest = max(days, default=None)
    if newest is None:
        return
    latest = newest.replace(year=newest.year + _YEARS, day=min(newest.day, 28))
    if not newest <= today <= latest:
        raise WrongClock(
            f"This computer's clock says that today is {dates.format_day(today)}, but the newest "
            f"entry in the record of approvals is of {dates.format_day(newest)}. Set the clock, or "
            "give the day with --today. Nothing was changed; the site is as it was."
        )


def find_cut_off(
    record: tuple[Entry, ...], findings: Sequence[Finding], memory: RecordMemory
) -> tuple[Finding, ...]:
    """Return a finding if the record lacks lines that an earlier one has.

    The first earlier record that has more is enough. A record with faults has findings
    already.
    """
    if any(finding.path == layout.RECORD for finding in findings):
        return ()
    lost = (integrity.find_lost_lines(record, earlier) for earlier in memory.earlier)
    return tuple(islice(chain.from_iterable(lost), 1))


def describe_memory(record: tuple[Entry, ...], memory: RecordMemory) -> Iterator[str]:
    """Yield a sentence if the record could not be compared as usual."""
    if not record:
        return
    for file in memory.damaged:
        yield f"{file} is damaged, so it does not say how the published record ended."
    if not memory.earlier:
        yield "No earlier record was found here, so this one cannot be compared."
