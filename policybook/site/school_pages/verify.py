"""Make the page on how to check the site, and the record of approvals without its texts.

The page of a large school has a link to the entries of each policy.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from policybook.model import Day, Entry, EntryKind, addresses, dates
from policybook.model.findings import format_count
from policybook.reading.record import approval_record
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView
from policybook.text import json_file, languages

_KINDS = {
    EntryKind.APPROVED: "Approved",
    EntryKind.REVIEWED: "Reviewed",
    EntryKind.WITHDRAWN: "Withdrawn",
    EntryKind.JOINED: "Joined",
    EntryKind.SUMMARY: "Summary changed",
}

#: So many entries are in one table, of 83 bytes each when packed. A longer record is divided.
LONGEST_TABLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An entry of the record as the page shows it. `words` are its other sentences.

    `entered` says when it was written, and how long after the decision.

    `address` and `text` are empty if the site has no such page or file.
    """

    name: str
    address: str
    text: str
    kind: str
    words: tuple[str, ...]
    when: str
    entered: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPart:
    """A policy whose entries are on their own page, with its title."""

    title: str
    address: addresses.Address
    entries: tuple[Recorded, ...]


def verify(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page, the pages of a long record, and the published record."""
    views = {(view.policy, view.name): view for view in inputs.views}
    entries = [
        (entry.policy, _entry(entry, views.get((entry.policy, entry.version))))
        for entry in reversed(inputs.record)
    ]
    is_long = len(entries) > LONGEST_TABLE
    parts = _divide(entries, {policy: view.title for (policy, _), view in views.items()})
    adopted = any(entry.adopted_from for entry in inputs.record)
    yield renderer.page(
        addresses.VERIFY,
        "policy/verify.html",
        title="Check this site",
        description="How anyone can check that an approved policy has not changed.",
        entries=[entry for policy, entry in entries if not (is_long and policy)],
        parts=parts if is_long else (),
        count=len(entries),
        adopted=adopted,
        example=next((entry for _, entry in entries if entry.text), None),
        sheet=_find_sheet(inputs),
        whole=renderer.url if renderer.settings.url else None,
        head=approval_record.head(inputs.record),
        record=addresses.RECORD,
        forms=addresses.FORMS,
        checkpoint=addresses.CHECKPOINT,
        is_joined=any(entry.joined for entry in inputs.record),
    )
    for part in parts if is_long else ():
        yield renderer.page(
            part.address,
            "policy/verify-policy.html",
            title=f"The record of approvals: {part.title}",
            trail=(("Check this site", addresses.VERIFY),),
            listed=False,
            policy=part.title,
            entries=part.entries,
            adopted=adopted,
        )
    yield from _data(inputs, renderer)


class SheetExample(NamedTuple):
    """A version, and the page about its printed copies."""

    name: str
    digest: str
    address: addresses.Address


def _find_sheet(inputs: SchoolInput) -> SheetExample | None:
    """Return the example of a printed copy: a text in force, if there is one."""
    row = next((row for row in inputs.policies if row.current), None)
    if row is None:
        return None
    view = row.shown
    name = f"the {view.title} of {view.month}"
    return SheetExample(name, view.short_digest, addresses.check_sheet(view.short_digest))


def _divide(
    entries: Iterable[tuple[str, Recorded]], titles: Mapping[str, str]
) -> tuple[RecordPart, ...]:
    """Return the entries of each policy, by its title. A part of the record itself has none."""
    by_policy: dict[str, list[Recorded]] = {}
    for policy, entry in entries:
        if policy:
            by_policy.setdefault(policy, []).append(entry)
    parts = (
        RecordPart(
            title=titles.get(policy, policy),
            address=addresses.record_of(policy),
            entries=tuple(of_policy),
        )
        for policy, of_policy in by_policy.items()
    )
    return tuple(sorted(parts, key=lambda part: (part.title.casefold(), part.address)))


def _data(inputs: SchoolInput, renderer: Renderer) -> Iterator[Asset]:
    lines = approval_record.checkpoint(inputs.record, renderer.settings.url)
    checkpoint = "".join(f"{line}\n" for line in lines)
    yield Asset(path=addresses.CHECKPOINT, data=checkpoint.encode())
    if inputs.hidden:
        names = [{"policy": policy, "version": version} for policy, version in inputs.hidden]
        data = json_file.as_json({"schema_version": 1, "kept_in_school": names})
        yield Asset(path=addresses.KEPT, data=data.encode())
    yield Asset(path=addresses.RECORD, data=approval_record.format_published(inputs.record))


def _entry(entry: Entry, view: VersionView | None) -> Recorded:
    """Return an entry as the page shows it. `view` is None if the site hides its version."""
    day = dates.read_day(entry.on)
    on = dates.format_day(day) if day else entry.on
    name = f"{view.title if view else entry.policy}, version {entry.version}"
    return Recorded(
        name=name if entry.policy else "The record itself",
        address=view.own_address if view else "",
        text=addresses.text(entry.policy, entry.version) if view and not view.removed else "",
        kind="Words removed" if entry.removed else _KINDS[entry.kind],
        words=tuple(_sentences(entry)),
        when=f"{entry.by}, {on}" if entry.by else on,
        entered=_describe_entering(entry, day),
        sha256=entry.sha256,
    )


def _describe_entering(entry: Entry, decided: Day | None) -> str:
    """Return when an entry was written; empty if it does not say."""
    written = dates.read_day(entry.entered.partition("T")[0])
    if written is None or decided is None:
        return ""
    days = (written.date - decided.date).days
    later = f", {format_count(days, 'day')} later" if days > 0 and not decided.month_only else ""
    return f"entered {dates.format_instant(entry.entered)}{later}"


def _sentences(entry: Entry) -> Iterator[str]:
    if entry.adopted_from:
        source, digest = entry.adopted_from, entry.source_sha256
        yield f"Adopted from the printed document, {source}. Hash of its words: {digest}"
        if entry.source_file_sha256:
            yield f"Hash of its file: {entry.source_file_sha256}"
    if entry.joined:
        yield f"Two records were joined. The second one ended with the hash {entry.joined}"
    if entry.summary:
        reader, _, language = entry.summary.partition(".")
        words = f"{reader}, {languages.english_name(language)}" if language else reader
        yield f"The summary for {words}. Hash of its words: {entry.summary_sha256}"
    if entry.outcome:
        yield f"{entry.outcome.rstrip('.')}. Next review in {entry.review_year}."
    if entry.reason:
        yield f"Reason: {entry.reason}"
    if entry.minute:
        yield f"Minute: {entry.minute}"
