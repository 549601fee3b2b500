"""Write what a redline in print has around its changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from policybook.reading.fields.field_types import CoverRow
from policybook.site.pdf import cover
from policybook.site.version_view import VersionView

_COVER_TEXT = cover.CoverText(
    version="{version}",
    fingerprint="Fingerprints of the texts: {hash}",
    address="This comparison is published at",
    printed="Look there to see whether a later version has been made.",
)


def redline_cover(
    old: VersionView, new: VersionView, school: str, url: str, language: str, day: date
) -> cover.Cover:
    """Return the words around the redline: both versions, their standing and hash.

    `url` is the page's address. `day` dates a redline to a version without approval.
    """
    approved = new.facts.approved_on
    kicker = "What would change" if new.facts.is_undecided else "What changed"
    return cover.Cover(
        school=school,
        title=new.title,
        version=f"From version {old.name} to version {new.name}",
        kicker=kicker,
        head=f"{kicker} from {old.name} to {new.name}. {_head_standing(new)}",
        standing=f"{old.name}: {old.standing_words} {new.name}: {new.standing_phrase}",
        sheet="",
        address=url,
        short_address=url.partition("://")[2] or url,
        hash12=f"{old.short_digest} (from), {new.short_digest} (to)",
        day=approved.date if approved else day,
        facts=(*_version_rows("From", old), *_version_rows("To", new)),
        language=language,
        words=_COVER_TEXT,
    )


def pack_cover(
    old: VersionView, new: VersionView, school: str, url: str, language: str, day: date
) -> cover.Cover:
    """Return the words around a governors' pack, as around its redline."""
    return replace(
        redline_cover(old, new, school, url, language, day),
        kicker="Governors’ pack",
        head=f"Governors’ pack on {new.name}, after {old.name}. {_head_standing(new)}",
        standing=f"{new.name}: {new.standing_phrase}",
        words=replace(_COVER_TEXT, address="This pack is published at", printed=""),
        facts=(
            ("From", f"Version {old.name} ({old.short_digest}). {old.standing_words}"),
            ("To", f"Version {new.name} ({new.short_digest}). {new.standing_words}"),
        ),
    )


def _head_standing(view: VersionView) -> str:
    """Return the standing of a version as short as each sheet must have it."""
    standing = f"{view.badge}, not in force" if view.facts.is_undecided else view.badge
    return f"{view.name}: {standing}."


def _version_rows(which: str, view: VersionView) -> Iterator[tuple[str, str]]:
    """Yield what the cover says of a version. Its hash is at the foot of every sheet."""
    yield which, f"Version {view.name}. {view.standing_words}"
    if view.facts.approved_on:
        yield str(CoverRow.APPROVAL), view.approval
    if view.binds:
        yield str(CoverRow.REVIEW), view.review
