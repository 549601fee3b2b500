"""Pages about the site itself: how to check it, and how far it is accessible."""

from collections.abc import Iterator
from dataclasses import dataclass

from policybook import addresses, dates, record
from policybook.model import Entry, Library
from policybook.press import Asset, Page, Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An entry of the record as it is shown; `address` is empty where the version has no page."""

    name: str
    address: str
    kind: str
    by: str
    day: str
    sha256: str


def about_the_site(library: Library, press: Press) -> Iterator[Page | Asset]:
    yield press.page(
        addresses.VERIFY,
        "policy/verify.html",
        title="Check this site",
        entries=[_shown(library, entry) for entry in reversed(library.record)],
        head=record.head(library.record),
        description="How anyone can check that an approved policy has not changed.",
    )
    yield press.page(
        addresses.ACCESSIBILITY,
        "policy/accessibility.html",
        title="Accessibility",
        description="What was tested, and what was not.",
    )


def _shown(library: Library, entry: Entry) -> Recorded:
    known = {(v.policy, v.name): v for p in library.policies for v in p.versions}
    version, day = known.get((entry.policy, entry.version)), dates.read_day(entry.on)
    return Recorded(
        name=f"{version.facts.title if version else entry.policy}, version {entry.version}",
        address=addresses.version(entry.policy, entry.version) if version else "",
        kind=str(entry.kind).capitalize(),
        by=entry.by,
        day=dates.in_words(day) if day else entry.on,
        sha256=entry.sha256,
    )
