"""List the newest approved versions, for home and the pages for readers."""

from dataclasses import dataclass
from datetime import date

from policybook.model import ChangeSize, Reader, Standing, addresses, dates
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

_MOST = 5
_MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """A new version in a list: a link, sentences on it, and how many more the history has."""

    words: str
    address: addresses.Address
    sentences: tuple[str, ...]
    title: str
    more: int
    history: addresses.Address


def latest_changes(inputs: SchoolInput, audience: str = "") -> list[NewsLine]:
    """Return the five newest versions approved up to today, without withdrawn ones.

    A minor version is no news: the line of the version that it corrects says when it was
    corrected, and leads to it. With an `audience` of `applies_to`, only versions that apply to
    it. Pupils see no text that another one took the place of.
    """
    is_for_pupils = audience == Reader.PUPILS
    decided = (
        view
        for view in inputs.views
        if view.facts.approved_on and view.standing is not Standing.WITHDRAWN
    )
    chosen = (view for view in decided if not audience or audience in view.facts.applies_to)
    past = sorted(
        (view for view in chosen if _approval_day(view) <= inputs.today), key=_approval_day
    )
    latest: dict[addresses.Address, tuple[VersionView, VersionView]] = {}
    major: dict[str, VersionView] = {}
    for view in past:
        if view.facts.change is not ChangeSize.MINOR:
            major[view.policy] = view
        if first := major.get(view.policy):
            latest[first.own_address] = first, view
    told = [
        (first, last)
        for first, last in latest.values()
        if not (is_for_pupils and last.standing is Standing.SUPERSEDED)
    ]
    told.sort(key=lambda pair: (_approval_day(pair[0]), pair[0].title), reverse=True)
    write = _write_for_pupils if is_for_pupils else _write
    return [write(first, last) for first, last in told[:_MOST]]


def _write(view: VersionView, last: VersionView) -> NewsLine:
    """Return the line of a version. `last` is its newest correction, or the version itself."""
    changes = view.facts.changes
    corrected = "" if last is view else f"Corrected on {dates.format_day(_approval_day(last))}."
    approved, begins = f"Approved by {view.approval}.", view.first_day_words
    sentences = (approved, begins, corrected, *changes[:_MOST_SENTENCES])
    return NewsLine(
        words=f"{view.title}, {view.month}",
        address=last.own_address,
        sentences=tuple(filter(None, sentences)),
        title=view.title,
        more=max(0, len(changes) - _MOST_SENTENCES),
        history=addresses.history(view.policy),
    )


def _write_for_pupils(first: VersionView, view: VersionView) -> NewsLine:
    """Return the line for pupils, about the text with its corrections.

    It leads to the words for them. What the version changed is written for governors, so the
    line leaves it out.
    """
    summaries = (link for link in view.summaries if link.reader is Reader.PUPILS)
    address = next((link.address for link in summaries if not link.language), view.own_address)
    return NewsLine(
        words=view.title,
        address=address,
        sentences=(first.first_day_words or f"New in {first.month}.",),
        title=view.title,
        more=0,
        history=addresses.history(view.policy),
    )


def _approval_day(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else date.min
