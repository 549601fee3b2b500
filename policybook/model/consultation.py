"""Say until when, and to whom, people send comments on a proposed text.

Every sentence names its day, so it is true on any day. A page may hold the sentence for
the days of the consultation and the one for the days after it.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

from policybook.model.dates import format_day
from policybook.model.facts import Status, VersionFacts

_LONG_TIME, _SOON = timedelta(weeks=12), timedelta(weeks=2)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
#: A web address without a user name: such a name could pretend to be the host.
_WEB = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsNotice:
    """What a page says about comments: `lead`, then to whom, as a link where there is one.

    `to` is empty when the consultation is over; `lead` then says so. `link` is empty if
    `to` is neither an e-mail address nor a web address. `is_open` says whether people may
    comment: the consultation has begun, and is not over.
    """

    lead: str
    to: str = ""
    link: str = ""
    is_open: bool = False

    def __str__(self) -> str:
        """Return the notice as plain sentences."""
        return f"{self.lead} {self.to}." if self.to else self.lead


def last_day(facts: VersionFacts) -> date | None:
    """Return the last day for comments on a version that is out for consultation."""
    is_offered = facts.status is Status.CONSULTATION
    return facts.comments_until.date if is_offered and facts.comments_until else None


def first_day(facts: VersionFacts) -> date | None:
    """Return the day on which the consultation opens, if the version gives it."""
    is_offered = facts.status is Status.CONSULTATION
    return facts.comments_from.date if is_offered and facts.comments_from else None


def announcement_day(facts: VersionFacts) -> date | None:
    """Return the day on which the feed announces the consultation.

    It is the day on which the consultation opens; if the version does not give it,
    twelve weeks before the end, which is a long time for a consultation.
    """
    last = last_day(facts)
    return first_day(facts) or (last - _LONG_TIME if last else None)


def reminder_day(facts: VersionFacts) -> date | None:
    """Return the day on which the feed says that a consultation closes soon.

    It is two weeks before the end. There is none for a consultation so short that its
    announcement says as much.
    """
    opens, last = announcement_day(facts), last_day(facts)
    return last - _SOON if opens and last and opens < last - _SOON else None


def comments_notice(facts: VersionFacts, day: date, contact: str) -> CommentsNotice | None:
    """Return what a page says about comments on `day`; None without a consultation.

    Comments go to `contact` unless the version says to whom.
    """
    if facts.status is not Status.CONSULTATION:
        return None
    first, last = first_day(facts), last_day(facts)
    if last and last < day:
        return CommentsNotice(
            lead=f"Comments closed on {format_day(last)}. The governors have not yet decided."
        )
    to = (facts.comments_to or contact).rstrip(". ")
    lead = f"Send comments by {format_day(last)} to" if last else "Send comments to"
    is_open = not (first and first > day)
    if first and not is_open:
        by = f" by {format_day(last)}" if last else ""
        lead = f"The consultation opens on {format_day(first)}. Send comments{by} to"
    return CommentsNotice(lead=lead, to=to, link=_make_link(to), is_open=is_open)


def describe_past(facts: VersionFacts) -> str:
    """Return the days of the consultation on a text that was decided on; empty without one.

    The days are those that the school announced. If the approval came before them, or
    before the last of them, the sentence says so.
    """
    first, last, approved = facts.comments_from, facts.comments_until, facts.approved_on
    if facts.is_undecided or not (first or last):
        return ""
    days = f"from {format_day(first)}" if first else ""
    if last:
        days = f"{days} to {format_day(last)}" if days else f"until {format_day(last)}"
    if approved and not approved.month_only:
        for day, name in ((first, "first"), (last, "last")):
            if day and approved.date < day.date:
                return f"Comments were invited {days}, but the approval came before the {name} day."
    return f"The consultation was {days}." if first else f"Comments were invited {days}."


def _make_link(words: str) -> str:
    """Return the address of a link for an e-mail address or a web address; empty for words."""
    if _EMAIL.fullmatch(words):
        return f"mailto:{quote(words, safe='@.+-_')}"
    return words if _WEB.fullmatch(words) else ""
