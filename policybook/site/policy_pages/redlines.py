"""What changed: the history of each policy, and the redline of every pair of its versions, as a page and as data."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from policybook import redline
from policybook.analysis.redline_outline import RedlineOutline
from policybook.model import EntryKind, Library, Policy, Review, Version, addresses, dates, timeline
from policybook.redline import Redline
from policybook.site.redline_page import view
from policybook.site.redline_page.html import Layout
from policybook.site.render.link_targets import markup_places, placed_at
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView


def changes(library: Library, press: Press) -> Iterator[Page | Asset]:
    for policy in library.policies:
        for old, new in _pairs(press, policy):
            found = press.redline(old, new)
            yield page(press, policy, found)
            yield Asset(
                path=addresses.changes_data(policy.name, old.name, new.name), data=data(found)
            )
            if press.settings.pdf:
                yield Asset(
                    path=addresses.redline_pdf(policy.name, old.name, new.name),
                    data=pdf(press, found),
                )
        yield _history(press, policy)


def _pairs(press: Press, policy: Policy) -> list[tuple[Version, Version]]:
    """Every pair of versions that has a redline."""
    return [
        (old, new)
        for old, new in combinations(policy.versions, 2)
        if press.has_redline(old, new, policy)
    ]


def data(found: Redline) -> bytes:
    """The redline as JSON, as `docs/help/data.md` describes it."""
    return (json.dumps(redline.redline_data(found), ensure_ascii=False) + "\n").encode()


def pdf(press: Press, found: Redline) -> bytes:
    """The redline on paper."""
    from policybook.site.redline_page import pdf  # here, as a build without PDFs needs none of it

    old, new = press.about(found.old), press.about(found.new)
    url = press.url(addresses.redline(found.new.policy, found.old.name, found.new.name))
    language = found.new.facts.language or press.school.language
    around = pdf.redline_cover(old, new, press.school.name, url, language, press.today)
    return press.typesetter.pdf(pdf.redline_document(found, around))


def page(press: Press, policy: Policy, found: Redline, layout: str = "frame.html") -> Page:
    """The page of one redline, `layout` being what stands round it."""
    old, new = press.about(found.old), press.about(found.new)
    address = addresses.redline(policy.name, found.old.name, found.new.name)
    places = placed_at(markup_places(press.library, found.new, new.address), address)
    total = view.tally(redline.changes_to_read(found))
    return press.page(
        address, "policy/redline.html", layout=layout, whole_links=layout != "frame.html",
        title=f"{new.title}: what changed from {found.old.name} to {found.new.name}",
        description=f"Every change from version {found.old.name} to version {found.new.name}.",
        trail=((new.title, addresses.policy(policy.name)), ("History", addresses.history(policy.name))),
        language=found.new.facts.language or "", old=old, new=new, tally=total,
        facts=view.facts(found), effects=view.effects(found), sections=view.stages(found, places),
        others_old=_others(press, policy, new=found.new), others_new=_others(press, policy, old=found.old),
        laid=Layout(press.form, old.version.name, new.version.name, total.total), identical=redline.is_identical(found),
        listed=False, history=addresses.history(policy.name),
        data=addresses.changes_data(policy.name, found.old.name, found.new.name),
        paper=addresses.redline_pdf(policy.name, found.old.name, found.new.name) if press.settings.pdf and layout == "frame.html" else "",
    )  # fmt: skip


def _others(
    press: Press, policy: Policy, *, old: Version | None = None, new: Version | None = None
) -> list[tuple[str, str]]:
    """What one side of a pair may be compared with, the newest first: the version's name, and the redline's address."""
    return [
        (
            first.name if new else second.name,
            addresses.redline(policy.name, first.name, second.name),
        )
        for first, second in reversed(_pairs(press, policy))
        if first is old or second is new
    ]


# ---------- the history


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """A version in the history. `gist` and `redline` compare it with the version before; None for the first.

    `reviews` stand with the minute that the record holds for each, empty where it holds none.
    """

    seen: VersionView
    since: str
    until: str
    gist: RedlineOutline | None
    redline: str
    reviews: tuple[tuple[Review, str], ...]


def _history(press: Press, policy: Policy) -> Page:
    steps = [_step(press, policy, seen) for seen in (press.about(v) for v in policy.versions)]
    title = steps[-1].seen.title
    pairs = [
        (o.name, n.name, addresses.redline(policy.name, o.name, n.name))
        for o, n in reversed(_pairs(press, policy))
    ]
    return press.page(
        addresses.history(policy.name), "policy/history.html", title=f"{title}: history", description=f"Every version of the {title}.",
        trail=((title, addresses.policy(policy.name)),), steps=steps[::-1], pairs=pairs, heading=title,
    )  # fmt: skip


def _step(press: Press, policy: Policy, seen: VersionView) -> HistoryStep:
    before = timeline.predecessor(policy, seen.version)
    if before and not press.has_redline(before, seen.version, policy):
        before = None
    starts, later = timeline.starts(seen.version), timeline.successor(policy, seen.version)
    ends, withdrawn = timeline.starts(later) if later else None, seen.version.facts.withdrawn_on
    if withdrawn and (not ends or withdrawn.date < ends.date):
        ends = withdrawn
    return HistoryStep(
        seen=seen, since=dates.in_words(starts) if starts else "", until=dates.in_words(ends) if starts and ends else "",
        gist=press.gist(before, seen.version) if before else None,
        redline=addresses.redline(policy.name, before.name, seen.version.name) if before else "",
        reviews=tuple((review, _minute(press.library, seen.version, review)) for review in seen.version.facts.reviews),
    )  # fmt: skip


def _minute(library: Library, version: Version, review: Review) -> str:
    """The front matter has no minute of a review: it stands in the record, on the line of that day and body."""
    told = (EntryKind.REVIEWED, version.policy, version.name, dates.as_typed(review.on), review.by)
    return next(
        (e.minute for e in library.record if (e.kind, e.policy, e.version, e.on, e.by) == told), ""
    )
