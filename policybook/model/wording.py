"""Put what holds on one day into words for parents and governors.

Pages, feeds, registers and PDFs use the same words.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from policybook.model import Entry, Policy, Reader, ReviewState, Standing, Version, dates, timeline
from policybook.model.findings import format_count
from policybook.model.spans import DaySpan

_PROPOSED = "Proposed text. It is not in force; the governors have not approved it"
_DRAFT = "Draft. It is private, and not in force"
#: Why a text has no review any more.
NO_REVIEW = {
    Standing.WITHDRAWN: "None: it was withdrawn",
    Standing.SUPERSEDED: "None: a newer text replaced it",
}
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
        if on:
            return f"Withdrawn on {dates.format_day(on)}. It is not in force"
        return "Withdrawn. It is not in force"
    assert since is not None  # the front matter of an approved version has its date
    ends = timeline.end_day(policy, version)
    end = f" to {dates.format_end(ends)}" if ends else ""
    if now is Standing.UPCOMING:
        return f"Approved. In force from {dates.format_day(since)}{end}"
    if now is Standing.IN_FORCE:
        return f"In force {'from' if end else 'since'} {dates.format_day(since)}{end}"
    return f"No longer in force. It was in force from {dates.format_day(since)}{end}"


def badge(policy: Policy, version: Version, today: date) -> str:
    """Return the standing in a few words, for a badge: `In force to 3 January 2027`.

    A standing that ends or begins on a known day names the day. So a reader who sees it
    later is not misled.
    """
    now = timeline.standing(policy, version, today)
    if now is Standing.CONSULTATION:
        return "Proposed"
    if now is Standing.UPCOMING and (starts := timeline.start_day(version)):
        return f"In force from {dates.format_day(starts)}"
    if now is Standing.IN_FORCE and (ends := timeline.end_day(policy, version)):
        return f"In force to {dates.format_end(ends)}"
    if now is Standing.SUPERSEDED:
        return "Replaced"
    return str(now).capitalize()


def validity(span: DaySpan[object]) -> str:
    """Return until when something holds, as the end of a sentence. Without an end: since when."""
    if span.last:
        return f"until {dates.format_day(span.last)}, unless something new is approved."
    if span.first:
        first = dates.format_day(span.first)
        return f"from {first} on, unless something new has been approved."
    return "unless something new has been approved."


def review(outlook: timeline.Outlook) -> str:
    """Return the review date as a sentence: `Review overdue since 1 September 2025.`"""
    first = "Next review" if outlook.state is ReviewState.FINE else "Review"
    return f"{first} {review_day(outlook)}."


def review_message(outlook: timeline.Outlook) -> str:
    """Return the review date as a message: `review overdue since 1 September 2025`."""
    first = "next review" if outlook.state is ReviewState.FINE else "review"
    return f"{first} {review_day(outlook)}"


def review_day(outlook: timeline.Outlook) -> str:
    """Return since when a review is overdue, or by when it is: `by 31 August 2027`."""
    if outlook.state is ReviewState.OVERDUE:
        return f"overdue since {dates.format_day(dates.day_after(outlook.last_day))}"
    due = "due by" if outlook.state is ReviewState.DUE else "by"
    return f"{due} {dates.format_day(outlook.last_day)}"


def review_command(policies: Iterable[str]) -> str:
    """Return the command that enters a review that changed nothing, with words to fill in."""
    return (
        f"policybook review {' '.join(policies)} --on DATE --by WHO "
        '--outcome "No change" --review-year YEAR'
    )


def approval(version: Version) -> str:
    """Return who approved a version and when: `Governing Body, November 2023`."""
    facts = version.facts
    if not facts.approved_by or not facts.approved_on:
        return "Not approved"
    return f"{facts.approved_by}, {dates.format_day(facts.approved_on)}"


def version_name(name: str) -> str:
    """Return the name of a version for readers: `November 2023`, or `version 2`."""
    day = dates.read_day(name)
    return dates.format_day(day) if day else f"version {name}"


def clause_name(number: str) -> str:
    """Return what readers call a clause, by its number: `rule 3.1`, or `footnote 1`."""
    return number if number.startswith("footnote ") else f"rule {number}"


def capitalise(words: str) -> str:
    """Return the words with a capital at the start. The others keep theirs."""
    return words[:1].upper() + words[1:]


def join_words(names: Sequence[str]) -> str:
    """Return a list in words, such as audiences: `staff, governors and pupils`."""
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
    return format_count(max(1, round(words / 200)), "minute")
