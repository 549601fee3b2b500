"""Make a page for each kind of reader: parents, pupils, staff and governors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from policybook.model import Reader, Standing, addresses, spans
from policybook.site import dated
from policybook.site.lists.common_situations import common_situations
from policybook.site.lists.latest_changes import latest_changes
from policybook.site.lists.page_links import GOVERNORS_PAGES
from policybook.site.lists.policy_lines import LONG_LIST, LineGroup, PolicyLine, line_groups
from policybook.site.lists.register_lines import (
    RegisterCount,
    change_counts,
    register_lines,
    state_counts,
)
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Page, Renderer
from policybook.site.school_input import SchoolInput


class LineLink(NamedTuple):
    """A link in a line: its words, and its address."""

    words: str
    address: addresses.Address


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage:
    """A page for one kind of reader.

    `audience` is the name of the reader in `applies_to`. `summary` is the kind of
    summary that the page lists first, or None. `lead_without` opens the page while no policy
    has such a summary.
    """

    address: addresses.Address
    title: str
    lead: str
    audience: str
    summary: Reader | None = None
    lead_without: str = ""


PAGES = (
    ReaderPage(
        address=addresses.PARENTS,
        title="For parents and carers",
        lead="What the school’s policies mean for you and your child, in plain words.",
        audience="parents",
        summary=Reader.PARENTS,
        lead_without="The school’s policies for you and your child. "
        "None has a summary in plain words yet.",
    ),
    ReaderPage(
        address=addresses.PUPILS,
        title="For pupils",
        lead="What the school’s rules mean for you, in plain words.",
        audience="pupils",
        summary=Reader.PUPILS,
        lead_without="The school’s rules for you. No summary in plain words is ready yet: "
        "ask a grown-up at school to explain them.",
    ),
    ReaderPage(
        address=addresses.STAFF,
        title="For staff",
        lead="The policies that apply to people who work here, and what each asks of them.",
        audience="staff",
    ),
    ReaderPage(
        address=addresses.GOVERNORS,
        title="For governors",
        lead="What to decide, what changed, and what each policy says.",
        audience="governors",
    ),
)


def reader_pages(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page]:
    """Yield the page for each kind of reader, unless the school has its own page there."""
    rows = {row.name: row for row in inputs.policies}
    every = line_groups(inputs.policies, inputs.school.groups)
    for page in PAGES:
        if page.address in inputs.listed:
            continue
        is_governors = page.address == addresses.GOVERNORS
        groups = _keep_lines(every, page)
        # It promises plain words only where a policy has a summary.
        lines = (line for group in groups for line in group.lines)
        has_summary = any(link.reader is page.summary for line in lines for link in line.summaries)
        lead = page.lead if has_summary or not page.lead_without else page.lead_without
        yield renderer.page(
            page.address,
            "policy/readers.html",
            title=page.title,
            description=lead,
            lead=lead,
            audience=page.audience,
            reader=str(page.summary or ""),
            groups=groups,
            is_long=sum(len(group.lines) for group in groups) >= LONG_LIST,
            links={
                line.view.policy: _list_links(page, rows[line.view.policy])
                for group in groups
                for line in group.lines
            },
            around=GOVERNORS_PAGES if is_governors else (),
            decisions=_gather_decisions(inputs) if is_governors else None,
            others=[(other.title, other.address) for other in PAGES if other is not page],
            doubtful=inputs.doubt,
            situations=[] if is_governors else common_situations(inputs, page.audience),
            changed=latest_changes(inputs, "" if is_governors else page.audience),
            people=[] if is_governors else inputs.help.people,
            updates=f"#{page.audience}",
        )


class Decisions(NamedTuple):
    """What governors have to decide or to know of by day, and the days without any of it."""

    reviews: list[RegisterCount]
    changes: list[RegisterCount]
    none: dated.When


def _gather_decisions(inputs: SchoolInput) -> Decisions:
    """Return the overdue and due reviews, the proposed texts and the coming changes."""
    lines = register_lines(inputs, {})
    reviews = [group for group in state_counts(inputs, lines) if group.key in ("overdue", "due")]
    changes = change_counts(inputs, lines)
    every = [line for group in (*reviews, *changes) for line in group.lines]
    counted = spans.count([line.span for line in every], inputs.today)
    return Decisions(reviews, changes, dated.when(counted, lambda count: not count))


def _keep_lines(groups: tuple[LineGroup, ...], page: ReaderPage) -> list[LineGroup]:
    """Return the groups with the lines for the readers of `page`."""
    kept = (
        group._replace(lines=tuple(line for line in group.lines if _is_for(page, line)))
        for group in groups
    )
    return [group for group in kept if group.lines]


def _is_for(page: ReaderPage, line: PolicyLine) -> bool:
    """Return whether a policy has words for these readers. Governors answer for every policy.

    Parents and pupils need no policy that is withdrawn.
    """
    has_summary = any(link.reader is page.summary for link in line.summaries)
    is_governors = page.address == addresses.GOVERNORS
    if page.summary and line.view.standing is Standing.WITHDRAWN:
        return has_summary
    return has_summary or is_governors or page.audience in line.view.facts.applies_to


def _list_links(page: ReaderPage, row: PolicyRow) -> list[LineLink]:
    """Return the links of a line. The first one is that of the policy's title."""
    view = row.shown
    text = LineLink("the whole policy", addresses.policy(row.name))
    summary = [
        LineLink("in short", link.address)
        for link in view.summaries
        if link.reader is page.summary and not link.language
    ]
    if page.summary:
        return [*summary, text]
    duties = [LineLink("who must do what", addresses.duties(row.name))] if row.current else []
    changes = [LineLink("what changed", addresses.history(row.name))] if row.views[1:] else []
    return [text, *duties, *changes]
