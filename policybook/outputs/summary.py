"""The summaries in plain words, each statement with the way to its clause; and their printable views."""

from collections.abc import Iterator
from dataclasses import dataclass

from policybook import addresses, clauses, timeline, views, wording
from policybook.model import Inline, Library, Standing, StatementGroup, Summary
from policybook.places import markup_places, placed
from policybook.press import Asset, Page, Press
from policybook.press import Words as Wording
from policybook.views import About


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement with its anchor and the clauses that it explains: (number, address)."""

    anchor: str
    inlines: tuple[Inline, ...]
    cites: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidGroup:
    title: str
    statements: tuple[Said, ...]


def summaries(library: Library, press: Press) -> Iterator[Page | Asset]:
    for policy in library.policies:
        for version in policy.versions:
            seen = press.about(version)
            for summary in version.summaries:
                own = addresses.summary(policy.name, summary.reader, version.name, summary.language)
                yield from _pages(library, press, seen, summary, own)
                if seen.binds:
                    yield from _pages(
                        library,
                        press,
                        seen,
                        summary,
                        addresses.summary(policy.name, summary.reader, "", summary.language),
                    )


def _pages(library: Library, press: Press, seen: About, summary: Summary, address: str) -> Iterator[Page]:
    for template, at in (
        (f"policy/{summary.reader}.html", address),
        ("policy/summary-print.html", addresses.printed(address)),
    ):
        yield _page(library, press, seen, summary, at, template, address)


def _page(library: Library, press: Press, seen: About, summary: Summary, at: str, template: str, screen: str) -> Page:
    title = _title(seen, summary)
    others = [way for way in views.summary_links(seen) if way.summary is not summary]
    words = Wording(markup_places(library, seen.version, seen.address, asks_here=True))
    return press.page(
        at,
        template,
        title=title,
        description=f"{seen.title} in plain words for {wording.READERS[summary.reader]}.",
        trail=((seen.title, addresses.policy(seen.policy.name)),),
        language=summary.language or seen.version.facts.language or "",
        seen=seen,
        summary=summary,
        groups=_groups(summary, seen),
        others=others,
        current=_current(press, seen, summary),
        screen=screen,
        printed=addresses.printed(screen),
        pdf=addresses.summary_pdf(summary),
        asks=views.asks(library, seen),
        minutes=wording.minutes_to_read(_count(summary)),
        words=lambda inlines: placed(words(inlines), at),
        history=addresses.history(seen.policy.name),
        listed=seen.binds and at == addresses.summary(seen.policy.name, summary.reader, "", summary.language),
    )


def _title(seen: About, summary: Summary) -> str:
    reader = "you" if summary.reader == "parents" else "pupils"
    if seen.standing in (Standing.CONSULTATION, Standing.DRAFT):
        return f"Proposed: what the {seen.title} would mean for {reader}"
    return f"What the {seen.title} means for {reader}"


def _current(press: Press, seen: About, summary: Summary) -> str:
    """Where a reader of another version's summary finds what holds: the same summary of the text in force, or that text."""
    binding = timeline.in_force(seen.policy, press.today)
    if binding is None or binding is seen.version:
        return ""
    has = any(s.reader is summary.reader and s.language == summary.language for s in binding.summaries)
    own = addresses.summary(seen.policy.name, summary.reader, "", summary.language)
    return own if has else addresses.policy(seen.policy.name)


def _groups(summary: Summary, seen: About) -> tuple[SaidGroup, ...]:
    ids = {c.number: c.id for c in clauses.each(seen.version.sections)}
    numbers = iter(range(1, 1 + sum(len(g.statements) for g in summary.groups)))
    return tuple(
        SaidGroup(
            title=g.title, statements=tuple(_said(g, i, next(numbers), ids, seen) for i in range(len(g.statements)))
        )
        for g in summary.groups
    )


def _said(group: StatementGroup, index: int, number: int, ids: dict[str, str], seen: About) -> Said:
    statement = group.statements[index]
    cites = tuple((cite, f"{seen.address}#{ids[cite]}") for cite in statement.cites if cite in ids)
    return Said(anchor=f"st{number}", inlines=statement.inlines, cites=cites)


def _count(summary: Summary) -> int:
    return sum(len(s.text.split()) for g in summary.groups for s in g.statements)
