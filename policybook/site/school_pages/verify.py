"""Make the page on how to check the site, and the record of approvals without its texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.model import Entry, addresses, dates
from policybook.reading import approval_record
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView
from policybook.text import json_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An entry of the record as the page shows it. `words` are its other sentences.

    `address` and `text` are empty if the site has no such page or file.
    """

    name: str
    address: str
    text: str
    kind: str
    words: tuple[str, ...]
    when: str
    sha256: str


def verify(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page and the published record."""
    views = {(view.policy, view.name): view for view in inputs.views}
    entries = [
        _entry(entry, views.get((entry.policy, entry.version))) for entry in reversed(inputs.record)
    ]
    yield renderer.page(
        addresses.VERIFY,
        "policy/verify.html",
        title="Check this site",
        description="How anyone can check that an approved policy has not changed.",
        today=inputs.today,
        entries=entries,
        adopted=any(entry.adopted_from for entry in inputs.record),
        example=next((entry for entry in entries if entry.text), None),
        whole=renderer.url if renderer.settings.url else None,
        head=approval_record.head(inputs.record),
        record=addresses.RECORD,
    )
    if inputs.hidden:
        names = [{"policy": policy, "version": version} for policy, version in inputs.hidden]
        data = json_file.as_json({"kept_in_school": names})
        yield Asset(path=addresses.KEPT, data=data.encode())
    yield Asset(path=addresses.RECORD, data=approval_record.format_published(inputs.record))


def _entry(entry: Entry, view: VersionView | None) -> Recorded:
    """Return an entry as the page shows it. `view` is None if the site hides its version."""
    day = dates.read_day(entry.on)
    on = dates.format_day(day) if day else entry.on
    return Recorded(
        name=f"{view.title if view else entry.policy}, version {entry.version}",
        address=view.own_address if view else "",
        text=addresses.text(entry.policy, entry.version) if view and not view.removed else "",
        kind="Words removed" if entry.removed else str(entry.kind).capitalize(),
        words=tuple(_sentences(entry)),
        when=f"{entry.by}, {on}" if entry.by else on,
        sha256=entry.sha256,
    )


def _sentences(entry: Entry) -> Iterator[str]:
    if entry.adopted_from:
        source, digest = entry.adopted_from, entry.source_sha256
        yield f"Adopted from the printed document, {source}. Hash of its words: {digest}"
        if entry.source_file_sha256:
            yield f"Hash of its file: {entry.source_file_sha256}"
    if entry.outcome:
        yield f"{entry.outcome.rstrip('.')}. Next review in {entry.review_year}."
    if entry.reason:
        yield f"Reason: {entry.reason}"
    if entry.minute:
        yield f"Minute: {entry.minute}"
