"""Put what holds on one day into words for parents and governors.

Pages, feeds, registers and PDFs use the same words.
"""

from datetime import date

from policybook.model import Entry, Policy, Reader, ReviewState, Standing, Version, dates, timeline
from policybook.model.timeline import Outlook

_PROPOSED = "Proposed text. It is not in force; the governors have not approved it"
_DRAFT = "Draft. It is private, and not in force"
READERS = {Reader.PARENTS: "parents", Reader.PUPILS: "pupils"}


def standing(policy: Policy, version: Version, today: date) -> str:
    """Return the standing of a version as a sentence: `In force since November 2023.`"""
    return f"{standing_phrase(policy, version, today)}."


def standing_phrase(policy: Policy, version: Version, today: date) -> str:
    """Return the standing of a version as a sentence without its last full stop."""
    now = timeline.standing(policy, version, today)
    since = timeline.start_day(version)
    if now is Standing.CONSULTATION:
        return _PROPOSED
    if now is Standing.DRAFT:
        return _DRAFT
    if now is Standing.WITHDRAWN:
        on = version.facts.withdrawn_on
        return (
            f"Withdrawn on {dates.format_day(on)}. It is not in force"
            if on
            else "Withdrawn. It is not in force"
        )
    assert since is not None  # the front matter of an approved version has its date
    if now is Standing.UPCOMING:
        return f"Approved. In force from {dates.format_day(since)}"
    if now is Standing.IN_FORCE:
        return f"In force since {dates.format_day(since)}"
    later = timeline.successor(policy, version)
    until = timeline.start_day(later) if later else None
    end = f" to {dates.format_day(until)}" if until else ""
    return f"No longer in force. It was in force from {dates.format_day(since)}{end}"


def standing_label(now: Standing) -> str:
    """Return the standing in a word or two, for a badge."""
    return {
        Standing.CONSULTATION: "Proposed",
        Standing.IN_FORCE: "In force",
        Standing.UPCOMING: "Approved, not yet in force",
    }.get(now, str(now).capitalize())


def review(outlook: Outlook) -> str:
    """Return the review date as a sentence: `Review overdue since 1 September 2025.`"""
    first = "Next review" if outlook.state is ReviewState.FINE else "Review"
    return f"{first} {_review_day(outlook)}."


def review_message(outlook: Outlook) -> str:
    """Return the review date as a message: `review overdue since 1 September 2025`."""
    first = "next review" if outlook.state is ReviewState.FINE else "review"
    return f"{first} {_review_day(outlook)}"


def _review_day(outlook: Outlook) -> str:
    """Return whether and since when a review is overdue, or by when it is due."""
    if outlook.state is ReviewState.OVERDUE:
        return f"overdue since {dates.format_day(dates.day_after(outlook.last_day))}"
    due = "due by" if outlook.state is ReviewState.DUE else "by"
    return f"{due} {dates.format_day(outlook.last_day)}"


def approval(version: Version) -> str:
    """Return who approved a version and when: `Governing Body, November 2023`."""
    facts = version.facts
    if not facts.approved_by or not facts.approved_on:
        return "Not approved"
    return f"{facts.approved_by}, {dates.format_day(facts.approved_on)}"


def audiences(names: tuple[str, ...]) -> str:
    """Return the audiences as a list in words: `staff, governors and pupils`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def notice(policy: Policy, version: Version, today: date, removal: Entry | None = None) -> str:
    """Return the notice above the heading of a version; empty for the one in force.

    The notice of a withdrawn version gives the reason. If the entry `removal` removed
    the words, the notice says when and why.
    """
    now = timeline.standing(policy, version, today)
    if now is Standing.IN_FORCE:
        return ""
    sentences, reason = standing(policy, version, today), version.facts.reason
    if now is Standing.WITHDRAWN and reason:
        sentences = f"{sentences} {_sentence(reason)}"
    if removal:
        on = dates.read_day(removal.on)
        sentences = (
            f"{sentences} Its words were removed on {dates.format_day(on) if on else removal.on}."
        )
        sentences = (
            sentences if removal.reason == reason else f"{sentences} {_sentence(removal.reason)}"
        )
    return sentences


def _sentence(reason: str) -> str:
    """Return the reason as a sentence that ends with a full stop."""
    return f"Reason: {reason}" if reason.endswith((".", "!", "?")) else f"Reason: {reason}."


def minutes_to_read(words: int) -> str:
    """Return the time to read a text, in whole minutes.

    It assumes 200 words a minute, a usual figure for plain prose on a screen.
    """
    minutes = max(1, round(words / 200))
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
