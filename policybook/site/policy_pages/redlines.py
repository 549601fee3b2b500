"""Make the history of a policy, and its redlines as pages and data."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policybook import redline
from policybook.analysis.clause_history import RedlineOutline
from policybook.analysis.open_points import is_open_point
from policybook.model import (
    EntryKind,
    Review,
    Standing,
    Version,
    addresses,
    consultation,
    dates,
    timeline,
)
from policybook.redline import Redline
from policybook.site import dated, word_files
from policybook.site.lists.page_links import policy_links
from policybook.site.policy_input import PolicyInput
from policybook.site.redline_page import view
from policybook.site.redline_page.counts import count_changes
from policybook.site.redline_page.html import Layout
from policybook.site.redline_page.school_summaries import (
    SchoolSummary,
    school_summaries,
    without_open_points,
)
from policybook.site.redline_page.story_rows import count_unfolded, story_rows
from policybook.site.redline_page.types import Stage
from policybook.site.render.link_targets import placed_at, targets_of
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView

_FRAME = "frame.html"


def redlines(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page, the data and the Word file of each redline, then the history."""
    for (old, new), pair in inputs.redlines.items():
        yield redline_page(inputs, renderer, pair)
        yield Asset(
            path=addresses.changes_data(inputs.policy.name, old, new), data=redline_data(pair)
        )
        yield Asset(
            path=addresses.redline_word(inputs.policy.name, old, new),
            data=word_files.redline_word_file(
                pair, inputs.school, inputs.elsewhere, inputs.pictures
            ),
        )
    yield _history(inputs, renderer)


def redline_data(pair: Redline) -> bytes:
    """Return the redline as JSON, as `docs/help/data.md` describes it."""
    return (json.dumps(redline.redline_data(pair), ensure_ascii=False) + "\n").encode()


def _say_changed(new: VersionView) -> str:
    """Return "what changed", or what would change while nobody has decided."""
    is_open = new.standing in (Standing.CONSULTATION, Standing.DRAFT)
    return "what would change" if is_open else "what changed"


def redline_page(
    inputs: PolicyInput, renderer: Renderer, pair: Redline, layout: str = _FRAME
) -> Page:
    """Return the page of one redline. `layout` is the template around it."""
    old, new, name = inputs.view(pair.old), inputs.view(pair.new), inputs.policy.name
    address = addresses.redline(name, old.name, new.name)
    tally, is_whole = count_changes(redline.changes_to_read(pair)), layout == _FRAME
    return renderer.page(
        address,
        "policy/redline.html",
        layout=layout,
        whole_links=layout != _FRAME,
        title=f"{new.title}: {_say_changed(new)} from {old.month} to {new.month}",
        description=f"Every change from {old.month} to {new.month}.",
        trail=((new.title, addresses.policy(name)), ("History", addresses.history(name))),
        language=new.facts.language or "",
        around=tuple(policy_links(inputs)),
        old=old,
        new=new,
        standings=dated.standings(inputs),
        tally=tally,
        facts=view.facts(pair),
        effects=view.effects(pair),
        summaries=_summaries(inputs, pair),
        story=story_rows(pair),
        unfolded=count_unfolded,
        sections=_stages(inputs, pair, address),
        others_old=_others(inputs, lambda first, second: first if second is new else None),
        others_new=_others(inputs, lambda first, second: second if first is old else None),
        laid=Layout(renderer.form, old.month, new.month, tally.total),
        identical=redline.is_identical(pair),
        listed=False,
        indexed=False,
        history=addresses.history(name),
        data=addresses.changes_data(name, old.name, new.name),
        pack=_pack(inputs, pair) if is_whole else "",
        paper=_paper(inputs, renderer, pair) if is_whole else "",
        word=addresses.redline_word(name, old.name, new.name) if is_whole else "",
    )


def _summaries(inputs: PolicyInput, pair: Redline) -> tuple[SchoolSummary, ...]:
    """Return the school's own summaries of the changes, without its open points."""
    summaries = school_summaries(inputs.policy.versions, pair.old, pair.new)
    return without_open_points(summaries, pair.new.name)


def _stages(inputs: PolicyInput, pair: Redline, address: addresses.Address) -> tuple[Stage, ...]:
    """Return the sections of a redline, with links that fit the page at `address`."""
    targets = targets_of(inputs.elsewhere, pair.new, inputs.view(pair.new).address)
    return view.stages(pair, placed_at(targets, address))


def _others(
    inputs: PolicyInput, choose: Callable[[VersionView, VersionView], VersionView | None]
) -> list[tuple[str, addresses.Address]]:
    """Return the chosen version of each pair, by its month, with the address of the redline."""
    chosen = ((choose(old, new), address) for old, new, address in _pairs(inputs))
    return [(view.month, address) for view, address in chosen if view]


def _paper(inputs: PolicyInput, renderer: Renderer, pair: Redline) -> str:
    """Return the address of the redline's PDF, or an empty string in a build without PDFs."""
    names = (inputs.policy.name, pair.old.name, pair.new.name)
    return addresses.redline_pdf(*names) if renderer.settings.pdf else ""


def _pack(inputs: PolicyInput, pair: Redline) -> str:
    """Return the address of the governors' pack about a redline, or an empty string."""
    names = (pair.old.name, pair.new.name)
    return addresses.pack(inputs.policy.name, *names) if names in inputs.packs else ""


def _pairs(inputs: PolicyInput) -> list[tuple[VersionView, VersionView, addresses.Address]]:
    """Return each pair of versions that has a redline, with its address, the newest first."""
    views = {view.name: view for view in inputs.views}
    return [
        (views[old], views[new], addresses.redline(inputs.policy.name, old, new))
        for old, new in reversed(tuple(inputs.redlines))
    ]


# ---------- the history


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """A version in the history.

    `outline` and `redline` compare it with the version before, `counts` says how much
    changed, and `pack` is about the step. The first version has none of these. `changes` are
    the school's sentences, and `points` those about open points. `notices` has the notice
    of a withdrawn version, by day. `consultation` has the days before the decision. Each of
    `reviews` has its minute from the record, or an empty string.
    """

    view: VersionView
    notices: tuple[dated.DatedPart[str], ...]
    since: str
    until: str
    consultation: str
    outline: RedlineOutline | None
    counts: str
    redline: str
    pack: str
    changes: tuple[str, ...]
    points: tuple[str, ...]
    reviews: tuple[tuple[Review, str], ...]


def _history(inputs: PolicyInput, renderer: Renderer) -> Page:
    steps = [_step(inputs, version, shown) for version, shown in inputs.versions]
    title, name = inputs.views[-1].title, inputs.policy.name
    return renderer.page(
        addresses.history(name),
        "policy/history.html",
        title=f"{title}: history",
        description=f"Every version of the {title}.",
        trail=((title, addresses.policy(name)),),
        around=tuple(policy_links(inputs)),
        feed=addresses.policy_feed(name),
        steps=steps[::-1],
        standings=dated.standings(inputs),
        pairs=_pairs(inputs),
        reviews=dated.parts(
            inputs.alternatives(
                lambda views: next((dated.review_words(view) for view in views if view.binds), None)
            )
        ),
        heading=title,
    )


def _step(inputs: PolicyInput, version: Version, shown: VersionView) -> HistoryStep:
    before = timeline.predecessor(inputs.policy, version)
    pair = (before.name, version.name) if before else ("", "")
    starts, ends = timeline.start_day(version), timeline.end_day(inputs.policy, version)
    place = inputs.policy.versions.index(version)
    has_redline = pair in inputs.redlines
    return HistoryStep(
        view=shown,
        notices=dated.parts(inputs.alternatives(lambda views: _withdrawal(views[place]))),
        since=dates.format_day(starts) if starts else "",
        until=dates.format_end(ends) if starts and ends else "",
        consultation=consultation.describe_past(shown.facts),
        outline=inputs.outlines[pair] if has_redline else None,
        counts=_count(inputs.outlines[pair]) if has_redline else "",
        redline=addresses.redline(shown.policy, *pair) if has_redline else "",
        pack=addresses.pack(shown.policy, *pair) if pair in inputs.packs else "",
        changes=tuple(s for s in version.facts.changes if not is_open_point(s)),
        points=tuple(s for s in version.facts.changes if is_open_point(s)),
        reviews=tuple((review, _minute(inputs, shown, review)) for review in shown.facts.reviews),
    )


def _count(outline: RedlineOutline) -> str:
    """Return how many rules changed: `3 rules added, 1 reworded.` It is empty if none did."""
    names = ("added", "removed", "reworded", "moved")
    counts = [(getattr(outline.counts, name), name) for name in names]
    figures = [(count, name) for count, name in counts if count]
    if not figures:
        return ""
    (count, name), *others = figures
    first = f"{count} rule{'s' if count != 1 else ''} {name}"
    return f"{', '.join([first, *(f'{count} {name}' for count, name in others)])}."


def _withdrawal(view: VersionView) -> str:
    """Return the notice of a withdrawn version; empty for any other."""
    return view.notice if view.standing is Standing.WITHDRAWN else ""


def _minute(inputs: PolicyInput, shown: VersionView, review: Review) -> str:
    """Return the minute of a review from the record's entry of that day and body."""
    wanted = (EntryKind.REVIEWED, shown.name, dates.format_iso_day(review.on), review.by)
    return next((e.minute for e in inputs.record if (e.kind, e.version, e.on, e.by) == wanted), "")
