"""List the newest decisions about policies, for home and the pages for readers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.model import ChangeSize, Reader, Standing, addresses, dates
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

_MOST, _MOST_REVIEWS = 5, 2
_MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """A decision in a list: a link, sentences on it, and how many more the history has."""

    words: str
    address: addresses.Address
    sentences: tuple[str, ...]
    title: str
    more: int
    history: addresses.Address


_Event = tuple[date, NewsLine]


def latest_changes(inputs: SchoolInput, audience: str = "") -> list[NewsLine]:
    """Return the five newest decisions up to today, of which at most two are reviews.

    With an `audience` of `applies_to`, only those about versions that apply to it. Pupils see
    no reviews, and no text that another one took the place of.
    """
    views = [view for view in inputs.views if not audience or audience in view.facts.applies_to]
    is_for_pupils = audience == Reader.PUPILS
    reviews = [] if is_for_pupils else sorted(_list_reviews(views, inputs.today), key=_sort_key)
    told = [
        *_list_approvals(views, inputs.today, is_for_pupils),
        *_list_withdrawals(views, is_for_pupils),
        *reviews[-_MOST_REVIEWS:],
    ]
    return [line for _, line in sorted(told, key=_sort_key, reverse=True)[:_MOST]]


def _sort_key(event: _Event) -> tuple[date, str]:
    return event[0], event[1].title


def _list_approvals(
    views: Sequence[VersionView], today: date, is_for_pupils: bool
) -> Iterator[_Event]:
    """Yield the approved versions, without withdrawn ones.

    A minor version is no news: the line of the version that it corrects says when it was
    corrected, and leads to it.
    """
    decided = (view for view in views if view.standing is not Standing.WITHDRAWN)
    past = sorted((v for v in decided if date.min < _approval_day(v) <= today), key=_approval_day)
    latest: dict[addresses.Address, tuple[VersionView, VersionView]] = {}
    major: dict[str, VersionView] = {}
    for view in past:
        if view.facts.change is not ChangeSize.MINOR:
            major[view.policy] = view
        if first := major.get(view.policy):
            latest[first.own_address] = first, view
    write = _write_for_pupils if is_for_pupils else _write
    for first, last in latest.values():
        if not (is_for_pupils and last.standing is Standing.SUPERSEDED):
            yield _approval_day(first), write(first, last)


def _list_withdrawals(views: Sequence[VersionView], is_for_pupils: bool) -> Iterator[_Event]:
    for view in views:
        if view.standing is Standing.WITHDRAWN and view.facts.withdrawn_on:
            words = "It does not apply any more." if is_for_pupils else view.notice
            yield view.facts.withdrawn_on.date, _write_decision(view, "withdrawn", words)


def _list_reviews(views: Sequence[VersionView], today: date) -> Iterator[_Event]:
    """Yield the last review of each version that changed nothing in its text."""
    for view in views:
        past = [review.on for review in view.facts.reviews if review.on.date <= today]
        if past:
            on = max(past)
            words = f"Reviewed {'in' if on.month_only else 'on'} {dates.format_day(on)}."
            yield on.date, _write_decision(view, "reviewed", f"{words} The text did not change.")


def _write_decision(view: VersionView, what: str, words: str) -> NewsLine:
    return NewsLine(
        words=f"{view.title}, {view.month}: {what}",
        address=view.own_address,
        sentences=(words,),
        title=view.title,
        more=0,
        history=addresses.history(view.policy),
    )


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
