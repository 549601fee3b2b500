"""List the newest approved versions, for home and the pages for readers."""

from dataclasses import dataclass
from datetime import date

from policybook.model import ChangeSize, Reader, Standing, addresses
from policybook.model.addresses import Address
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

_MOST = 5
_MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """A new version in a list: a link, sentences on it, and how many more the history has."""

    words: str
    address: Address
    sentences: tuple[str, ...]
    title: str
    more: int
    history: Address


def latest_changes(inputs: SchoolInput, audience: str = "") -> list[NewsLine]:
    """Return the five newest versions approved up to today, without minor and withdrawn ones.

    With an `audience` of `applies_to`, only those that apply to it. Pupils see no text that
    another one took the place of.
    """
    is_for_pupils = audience == Reader.PUPILS
    major = (view for view in inputs.views if view.facts.change is not ChangeSize.MINOR)
    decided = (
        view for view in major if view.facts.approved_on and view.standing is not Standing.WITHDRAWN
    )
    chosen = (view for view in decided if not audience or audience in view.facts.applies_to)
    past = [
        view
        for view in chosen
        if _approval_day(view) <= inputs.today
        and not (is_for_pupils and view.standing is Standing.SUPERSEDED)
    ]
    newest = sorted(past, key=lambda view: (_approval_day(view), view.title), reverse=True)
    write = _write_for_pupils if is_for_pupils else _write
    return [write(view) for view in newest[:_MOST]]


def _write(view: VersionView) -> NewsLine:
    changes = view.facts.changes
    sentences = (f"Approved by {view.approval}.", view.first_day_words, *changes[:_MOST_SENTENCES])
    return NewsLine(
        words=f"{view.title}, {view.month}",
        address=view.own_address,
        sentences=tuple(filter(None, sentences)),
        title=view.title,
        more=max(0, len(changes) - _MOST_SENTENCES),
        history=addresses.history(view.policy),
    )


def _write_for_pupils(view: VersionView) -> NewsLine:
    """Return the line for pupils.

    It leads to the words for them. What the version changed is written for governors, so the
    line leaves it out.
    """
    summaries = (link for link in view.summaries if link.reader is Reader.PUPILS)
    address = next((link.address for link in summaries if not link.language), view.own_address)
    return NewsLine(
        words=view.title,
        address=address,
        sentences=(view.first_day_words or f"New in {view.month}.",),
        title=view.title,
        more=0,
        history=addresses.history(view.policy),
    )


def _approval_day(view: VersionView) -> date:
    return view.facts.approved_on.date if view.facts.approved_on else date.min
