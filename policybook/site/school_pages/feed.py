"""What changed, as an Atom feed (RFC 4287): one entry an approved version, one a review that changed nothing, one a withdrawal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from policybook.model import Library, addresses, dates
from policybook.site.render.renderer import Asset, Page, Press

_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Event:
    on: date
    id: str
    title: str
    summary: str
    address: str


def feed(library: Library, press: Press) -> Iterator[Page | Asset]:
    events = sorted(_events(press), reverse=True)[:_MOST]
    yield Asset(path=addresses.FEED, data=_atom(events, press).encode())


def _events(press: Press) -> Iterator[_Event]:
    for seen in press.every:
        facts, name = seen.version.facts, f"{seen.policy.name}:{seen.version.name}"
        if facts.approved_on and facts.approved_on.date <= press.today:
            words = " ".join(facts.changes) or (
                seen.notice if seen.removed else "The first version published here."
            )
            yield _Event(
                on=facts.approved_on.date,
                id=name,
                address=seen.own_address,
                summary=words,
                title=f"{seen.title}, approved {dates.in_words(facts.approved_on)}",
            )
        if facts.withdrawn_on and facts.withdrawn_on.date <= press.today:
            yield _Event(
                on=facts.withdrawn_on.date,
                id=f"{name}:withdrawn",
                address=seen.own_address,
                summary=seen.notice,
                title=f"{seen.title}, withdrawn {dates.in_words(facts.withdrawn_on)}",
            )
        for number, review in enumerate(facts.reviews, 1):
            if review.on.date <= press.today:
                yield _Event(
                    on=review.on.date,
                    id=f"{name}:review-{number}",
                    address=seen.own_address,
                    summary=review.outcome,
                    title=f"{seen.title}, reviewed {dates.in_words(review.on)}",
                )


def _atom(events: list[_Event], press: Press) -> str:
    newest = events[0].on if events else press.today
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(press.school.name)}: policies</title>",
        f"<id>{escape(press.url('') if press.settings.url else 'urn:policybook:feed')}</id>",
        f"<updated>{newest.isoformat()}T00:00:00Z</updated>",
        f"<author><name>{escape(press.school.name)}</name></author>",
        f'<link rel="self" href="{escape(press.url(addresses.FEED))}"/>',
        f'<link href="{escape(press.url(""))}"/>',
    ]
    for event in events:
        lines += [
            "<entry>",
            f"<title>{escape(event.title)}</title>",
            f"<id>urn:policybook:{escape(event.id)}</id>",
            f"<updated>{event.on.isoformat()}T00:00:00Z</updated>",
            f'<link href="{escape(press.url(event.address))}"/>',
            f"<summary>{escape(event.summary)}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"
