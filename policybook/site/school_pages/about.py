"""Pages about the site itself: how to check it, and how far it is accessible."""

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.model import Entry, Library, addresses, dates
from policybook.reading import approval_record
from policybook.site.render.renderer import Asset, Page, Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An entry of the record as it is shown. `said` is what it says besides; `address` and `text` are empty where the site has none."""

    name: str
    address: str
    text: str
    kind: str
    said: tuple[str, ...]
    when: str
    sha256: str


def about_the_site(library: Library, press: Press) -> Iterator[Page | Asset]:
    entries = [_shown(press, entry) for entry in reversed(library.record)]
    yield press.page(
        addresses.VERIFY,
        "policy/verify.html",
        title="Check this site",
        entries=entries,
        adopted=any(entry.adopted_from for entry in library.record),
        example=next((entry for entry in entries if entry.text), None),
        whole=press.url if press.settings.url else None,
        head=approval_record.head(library.record),
        record=addresses.RECORD,
        description="How anyone can check that an approved policy has not changed.",
    )
    yield press.page(
        addresses.ACCESSIBILITY,
        "policy/accessibility.html",
        title="Accessibility",
        description="What was tested, and what was not.",
    )


def _shown(press: Press, entry: Entry) -> Recorded:
    seen, day = press.known(entry.policy, entry.version), dates.read_day(entry.on)
    on = dates.in_words(day) if day else entry.on
    return Recorded(
        name=f"{seen.title if seen else entry.policy}, version {entry.version}",
        address=seen.own_address if seen else "",
        text=addresses.text(entry.policy, entry.version) if seen and not seen.removed else "",
        kind="Words taken out" if entry.removed else str(entry.kind).capitalize(),
        said=tuple(_said(entry)),
        when=f"{entry.by}, {on}" if entry.by else on,
        sha256=entry.sha256,
    )


def _said(entry: Entry) -> Iterator[str]:
    if entry.adopted_from:
        yield f"Adopted from the printed document, {entry.adopted_from}. Hash of its words: {entry.source_sha256}"
    if entry.outcome:
        yield f"{entry.outcome.rstrip('.')}. Next review in {entry.review_year}."
    if entry.reason:
        yield f"Reason: {entry.reason}"
    if entry.minute:
        yield f"Minute: {entry.minute}"
