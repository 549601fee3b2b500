"""Describe a citation in words for pages, the register and findings."""

from policybook.analysis.law.citations import Cite, OldEdition
from policybook.analysis.law.types import LawKind, LawRow, Since, Source
from policybook.model import dates

#: A new name of so many characters has room in a note beside a rule.
_SHORT_NAME = 60


def origin(cite: Cite) -> Source:
    """Return the source of what a citation is about."""
    return cite.about.source if isinstance(cite.about, LawRow) else cite.about.series.source


def subject(cite: Cite) -> str:
    """Return the name of what is cited, whatever spelling the text has."""
    return cite.about.old[0] if isinstance(cite.about, LawRow) else cite.about.series.names[0]


def is_recalled(cite: Cite) -> bool:
    """Return whether no source was read. For an edition: whether every newer edition is unread."""
    if isinstance(cite.about, LawRow):
        return cite.about.source.recalled
    return cite.about.recalled


def is_out_of_date(cite: Cite) -> bool:
    """Return whether a source shows that the words are wrong today.

    An amended law, or one that may change, is not out of date.
    """
    about = cite.about
    moved = isinstance(about, OldEdition) or about.kind in (
        LawKind.REPLACED,
        LawKind.RENAMED,
        LawKind.CHANGED,
    )
    return moved and not is_recalled(cite)


def summarise(cite: Cite) -> str:
    """Return the note in a few words."""
    about = cite.about
    if isinstance(about, OldEdition):
        return f"“{cite.words}” is not the edition in force"
    if about.kind is LawKind.AMENDED:
        return f"“{cite.words}” has been amended"
    if about.kind is LawKind.WATCH:
        return f"“{cite.words}”: the law on this may change"
    now = {LawKind.RENAMED: "is now called", LawKind.REPLACED: "was replaced by"}
    if about.kind in now and not is_recalled(cite) and len(about.new) <= _SHORT_NAME:
        return f"“{cite.words}” {now[about.kind]} {about.new}"
    return f"“{cite.words}” {'may be' if is_recalled(cite) else 'is'} out of date"


def describe(cite: Cite) -> str:
    """Return the note as one sentence without its full stop."""
    about = cite.about
    if isinstance(about, OldEdition):
        return _edition_words(cite.words, about)
    recalled = " (source not checked)" if is_recalled(cite) else ""
    middle = {
        LawKind.REPLACED: f"was replaced{_day_words(about.since)} by {about.new}",
        LawKind.RENAMED: f"has been called {about.new}{_since_words(about)}",
        LawKind.AMENDED: f"has been amended: {about.new}",
        LawKind.CHANGED: f"is out of date: {about.new}",
        LawKind.WATCH: f": the law on this may change ({about.new})",
    }[about.kind]
    return f"“{cite.words}”{'' if middle[0] == ':' else ' '}{middle}{recalled}"


def _since_words(row: LawRow) -> str:
    """Return `since …`, or an empty text."""
    return f"{',' if ',' in row.new else ''} since {row.since.words}" if row.since else ""


def _day_words(since: Since | None) -> str:
    """Return ` on 25 May 2018`, ` in May 2018` or ` in 2018`."""
    return f" {'on' if since.is_day else 'in'} {since.words}" if since else ""


def _edition_words(words: str, about: OldEdition) -> str:
    """Return how far an edition is behind."""
    count = (
        f"{'at least ' if about.at_least else ''}{about.count} "
        f"edition{'s' if about.count > 1 else ''} behind"
    )
    recalled = " (source for that one not checked)" if about.newest.recalled else ""
    return (
        f"“{words}” is {count}: the edition of {about.newest.year} has been in force "
        f"since {dates.format_day(about.newest.since)}{recalled}"
    )


def source(cite: Cite) -> str:
    """Return `Source: …; checked November 2026. Not checked yet: the date.`"""
    read = origin(cite)
    if is_recalled(cite):
        named = "a source" if read.words == "recalled" else f"its source, {read.words}"
        return f"Nobody has checked this against {named}, as of {dates.format_day(read.checked)}."
    rest = f" Not checked yet: {read.to_check}." if read.to_check else ""
    return f"Source: {read.words}; checked {dates.format_day(read.checked)}.{rest}"


def remedy(cite: Cite, is_fixed: bool) -> str:
    """Return what an author can do. `is_fixed` says that the text is approved."""
    if is_fixed:
        what = "The approved text stays as it is; think of it for the next version."
    else:
        what = "Look at these words before the text is approved."
    return f"{what}{_local_words(cite)} {source(cite)}"


def _local_words(cite: Cite) -> str:
    """Return how a school names the new body of its area, where that differs."""
    if not (isinstance(cite.about, LawRow) and cite.about.local):
        return ""
    return (
        " The name differs from area to area: look up yours, and add it to docs/policies/law.yml"
        f" as a row with `id: {cite.about.id}`."
    )
