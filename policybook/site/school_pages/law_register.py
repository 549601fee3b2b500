"""Make the page that lists the register of law: what policies still say, and what holds now.

It lists the rows for the school's nation and the school's own rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policybook.analysis.law import Confidence, LawRow, LawSubject, Series, Source
from policybook.model import Nation, addresses, dates
from policybook.reading.files import layout
from policybook.site.lists.page_links import GOVERNORS_PAGES
from policybook.site.render.renderer import Page, Renderer
from policybook.site.school_input import SchoolInput

_HEADINGS = {
    LawSubject.LAW: "Laws",
    LawSubject.BODY: "Bodies and services",
    LawSubject.DOCUMENT: "Guidance and other documents",
    LawSubject.TERM: "Terms",
}
_SURE = {
    Confidence.READ: "Checked against a source",
    Confidence.RECALLED: "Nobody has checked this yet, so it is only a hint",
    Confidence.LOOK_UP: "Not used until somebody has looked it up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """A row of the register as the page shows it."""

    id: str
    old: tuple[str, ...]
    new: str
    since: str
    nations: str
    sure: str
    source: str
    address: str
    is_own: bool


def law_register(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page]:
    """Yield the page."""
    lines = [(row.subject, _row_line(row)) for row in inputs.law.rows]
    parts = [
        (str(subject), heading, [line for its, line in lines if its is subject])
        for subject, heading in _HEADINGS.items()
    ]
    yield renderer.page(
        addresses.LAW,
        "policy/law-register.html",
        title="Register of law and names",
        description="Laws, bodies, guidance and terms that have changed, with sources.",
        trail=(("Review register", addresses.REVIEW),),
        around=GOVERNORS_PAGES,
        nation=str(inputs.school.nation or ""),
        parts=[part for part in parts if part[2]],
        series=[_series_line(item) for item in inputs.law.series],
        total=len(inputs.law.rows) + len(inputs.law.series),
        read=sum(row.source.confidence is Confidence.READ for row in inputs.law.rows),
    )


def _row_line(row: LawRow) -> LawLine:
    since = row.since.words if row.since else ""
    return LawLine(
        id=row.id,
        old=row.old,
        new=f"{row.new} (look up the one of your area)" if row.local else row.new,
        since=since,
        nations=_nations(row.nations),
        sure=_SURE[row.source.confidence],
        source=_source(row.source),
        address=row.source.address,
        is_own=row.source.path == layout.LAW,
    )


def _series_line(item: Series) -> LawLine:
    editions = "; ".join(
        f"{edition.year}, in force since {dates.format_day(edition.since)}"
        f"{' (source not checked)' if edition.recalled else ''}"
        for edition in reversed(item.editions)
    )
    return LawLine(
        id="",
        old=item.names,
        new=editions,
        since="",
        nations=_nations(item.nations),
        sure=_SURE[item.source.confidence],
        source=_source(item.source),
        address=item.source.address,
        is_own=item.source.path == layout.LAW,
    )


def _nations(nations: frozenset[Nation]) -> str:
    return (
        "all four" if nations == frozenset(Nation) else ", ".join(n for n in Nation if n in nations)
    )


def _source(source: Source) -> str:
    rest = f" To be checked: {source.to_check}." if source.to_check else ""
    words = "written from memory" if source.words == "recalled" else source.words
    return f"{words[0].upper()}{words[1:]}; {dates.format_day(source.checked)}.{rest}"
