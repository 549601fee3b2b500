"""Write what a redline in print has around its changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from policybook.model.wording import capitalise
from policybook.reading.fields.field_types import CoverRow
from policybook.site.pdf import cover
from policybook.site.version_view import VersionView

_COVER_TEXT = cover.CoverText(
    version="{version}",
    fingerprint="Fingerprints of the texts: {hash}",
    address="This comparison is published at",
    printed="Look there to see whether a later version has been made.",
)

_PACK_ADDRESS = (
    "This pack is published where the code leads: at the address at the foot of each sheet."
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
    """Return the words around a governors' pack.

    The foot of each sheet has the address and the fingerprints, so its cover repeats neither.
    """
    standing = f"{new.badge}, not in force" if new.facts.is_undecided else new.badge
    return replace(
        redline_cover(old, new, school, url, language, day),
        version=f"From {old.month} to {new.month}",
        kicker="Governors’ pack",
        head=f"Governors’ pack: {old.month} to {new.month}. {standing}.",
        standing=new.standing_phrase,
        words=replace(_COVER_TEXT, address=_PACK_ADDRESS, printed=""),
        facts=(
            ("From", f"{capitalise(old.month)}. {old.standing_words}"),
            ("To", f"{capitalise(new.month)}. {new.standing_words}"),
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
