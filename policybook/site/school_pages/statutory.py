"""Make the page to show an inspector: the policies that a school must have, and its own.

Dates are named days, as in the review register. A policy kept in school is named, and
nothing of its text is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policybook.analysis.statutory import (
    Need,
    Publication,
    RequiredPolicy,
    ShelfRow,
    ShelfState,
)
from policybook.model import addresses, dates
from policybook.reading.fields.fields import BY_NAME
from policybook.site import dated
from policybook.site.lists.page_links import GOVERNORS_PAGES
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView
from policybook.text import csv_file, json_file

COLUMNS = tuple(
    """
    id name state reason policies approved_by approved_on review_by published must_publish
    recommended_cycle_months confidence sources checked
    """.split()
)
_KEPT = "Kept in school; ask the office."
_PUBLISHING = {
    Publication.MUST: "must be published",
    Publication.SHOULD: "should be published",
    Publication.NO: "it need not be on the website",
    Publication.UNKNOWN: "whether it must be published is not known",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPolicy:
    """A policy of the school as the page shows it.

    `facts` are sentences: the office's own facts about it. `address` is empty for a
    policy kept in school.
    """

    view: VersionView
    address: str
    kept: bool
    facts: tuple[str, ...]

    @property
    def review(self) -> str:
        """Return the review date of a text in force, in the words of the register."""
        return self.view.review if self.view.binds else f"{self.view.planned_review()}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPolicy:
    """A row of the list with the policies that the school has for it."""

    row: ShelfRow
    policies: tuple[HeldPolicy, ...]
    asked: str
    source: str

    @property
    def wanted(self) -> RequiredPolicy:
        """Return the row of the list."""
        return self.row.wanted


def statutory(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page and its data."""
    held = {policy.view.policy: policy for policy in _hold(inputs)}
    listed = [_listed(row, held) for row in inputs.shelf.rows]
    others = [held[name] for name in inputs.shelf.others]
    others.sort(key=lambda policy: policy.view.title.casefold())
    facts = [policy for policy in listed if not policy.wanted.recalled]
    required = [policy for policy in facts if policy.wanted.need is not Need.GOOD_PRACTICE]
    last = inputs.span.last
    school = inputs.school
    yield renderer.page(
        addresses.STATUTORY,
        "policy/statutory.html",
        title="Statutory policies",
        description="The policies that a school must have, and those of this school.",
        trail=(("Review register", addresses.REVIEW),),
        around=GOVERNORS_PAGES,
        span=dated.parts((inputs.span,))[0],
        doubtful=dated.doubt_from(dates.day_after(last)) if last else inputs.doubt,
        gap=inputs.shelf.gap,
        kind=", ".join(str(part) for part in (school.nation, school.kind, school.phase) if part),
        parts=_parts([policy for policy in required if not policy.wanted.information]),
        information=[policy for policy in required if policy.wanted.information],
        practice=[policy for policy in facts if policy.wanted.need is Need.GOOD_PRACTICE],
        recalled=[policy for policy in listed if policy.wanted.recalled],
        others=others,
        has_facts=any(policy.facts for policy in others),
    )
    cells = [_cells(policy) for policy in listed]
    data = {
        "schema_version": 1,
        **inputs.span.as_data(),
        "school": inputs.school.name,
        "gap": inputs.shelf.gap,
        "policies": cells,
        "others": list(inputs.shelf.others),
    }
    yield Asset(path=addresses.STATUTORY_JSON, data=json_file.as_json(data).encode())
    rows = ([_as_cell(value) for value in line.values()] for line in cells)
    yield Asset(path=addresses.STATUTORY_CSV, data=csv_file.as_csv(COLUMNS, rows))


def _hold(inputs: SchoolInput) -> Iterator[HeldPolicy]:
    """Yield the school's policies: those on the site, and those that are kept in school."""
    for row in inputs.register:
        address = addresses.policy(row.name)
        yield HeldPolicy(view=row.shown, address=address, kept=False, facts=_facts(row.shown))
    for view in inputs.kept:
        yield HeldPolicy(view=view, address="", kept=True, facts=(_KEPT, *_facts(view)))


def _facts(view: VersionView) -> tuple[str, ...]:
    """Return the office's own facts about a policy as sentences."""
    names = ("reference", "approval_level", "review_cycle")
    given = ((BY_NAME[name].label, BY_NAME[name].in_words(view.facts)) for name in names)
    return tuple(f"{label}: {words}." for label, words in given if words)


def _listed(row: ShelfRow, held: Mapping[str, HeldPolicy]) -> ListedPolicy:
    wanted = row.wanted
    cycle = f"review recommended every {wanted.cycle} months" if wanted.cycle else ""
    approve = f"approved by {wanted.approve}" if wanted.approve else ""
    asked = "; ".join(filter(None, (_PUBLISHING[wanted.publish], cycle, approve)))
    sources = ", ".join(source for source in wanted.sources if source != "recalled")
    day = dates.format_day(wanted.checked)
    return ListedPolicy(
        row=row,
        policies=tuple(held[name] for name in row.policies),
        asked=f"{asked[0].upper()}{asked[1:]}.",
        source=_describe_unchecked(sources, day)
        if wanted.recalled
        else f"{sources}; checked {day}.",
    )


def _describe_unchecked(sources: str, day: str) -> str:
    """Return that nobody has compared a row with the Department's own page, up to `day`."""
    origin = f"{sources}, which is second-hand" if sources else "none"
    return f"{origin}; the Department’s own page has not been checked, as of {day}."


def _parts(listed: list[ListedPolicy]) -> list[tuple[str, str, list[ListedPolicy]]]:
    """Return the parts of the list, what is missing first: id, heading, rows.

    A school that waits for no text has no part for it.
    """
    headings = {
        ShelfState.MISSING: "Not here",
        ShelfState.PRESENT: "Here",
        ShelfState.COMING: "Not in force yet",
        ShelfState.UNDECIDED: "For some schools only",
        ShelfState.NOT_APPLICABLE: "Not applicable",
    }
    parts = [
        (str(state).replace(" ", "-"), heading, [p for p in listed if p.row.state is state])
        for state, heading in headings.items()
    ]
    return [part for part in parts if part[2] or part[1] != headings[ShelfState.COMING]]


def _cells(listed: ListedPolicy) -> dict[str, Any]:
    """Return a row of the list as data."""
    wanted, views = listed.wanted, [policy.view for policy in listed.policies]
    approvals = [view.facts for view in views]
    values = (
        wanted.id,
        wanted.name,
        str(listed.row.state),
        listed.row.reason,
        [view.policy for view in views],
        [facts.approved_by or "" for facts in approvals],
        [dates.format_iso_day(f.approved_on) for f in approvals],
        [view.review_last_day.isoformat() for view in views],
        [not policy.kept for policy in listed.policies],
        str(wanted.publish),
        wanted.cycle,
        "source not checked" if wanted.recalled else "a source was read",
        list(wanted.sources),
        dates.format_iso_day(wanted.checked),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _as_cell(value: Any) -> str:
    """Return a value as the text of one cell of a spreadsheet."""
    if isinstance(value, list):
        return "; ".join("yes" if v is True else "no" if v is False else str(v) for v in value)
    return "" if value is None else str(value)
