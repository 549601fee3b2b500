"""Make the page of the text in force, and a page for each version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from policybook.model import (
    Standing,
    Version,
    addresses,
    timeline,
    wording,
)
from policybook.model.addresses import Address
from policybook.reading.texts import clauses
from policybook.site import clause_marks, dated, version_view
from policybook.site.lists.page_links import policy_links
from policybook.site.margin_notes import MovedCitation
from policybook.site.notices import linked_data
from policybook.site.policy_input import PolicyInput, Views
from policybook.site.proofs import text_balance
from policybook.site.render.clause_html import cover_html, text_html
from policybook.site.render.link_targets import placed
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.version_view import VersionView


def texts(inputs: PolicyInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the policy's page and a page for each version."""
    yield _text_in_force(inputs, renderer) if inputs.current else _none_in_force(inputs, renderer)
    for version, view in inputs.versions:
        notes: dict[str, str] = {}
        if not view.binds:
            later = clause_marks.later_rules(inputs, renderer, version)
            notes = _join_notes(later, _law_notes(inputs, renderer, view))
        text = text_html(renderer, inputs.elsewhere, version, notes)
        yield _page(inputs, renderer, version, view.own_address, text)


def _text_in_force(inputs: PolicyInput, renderer: Renderer) -> Page:
    version, view = next((v, view) for v, view in inputs.versions if view.binds)
    beside = _join_notes(
        clause_marks.past_marks(inputs, renderer, version),
        _law_notes(inputs, renderer, view),
        _plain_words(renderer, version, view),
    )
    text = text_html(renderer, inputs.elsewhere, version, beside)
    return _page(inputs, renderer, version, view.address, text)


def _join_notes(*several: Mapping[str, Markup]) -> dict[str, str]:
    """Return the notes beside each clause, joined in order, as HTML."""
    result: dict[str, list[Markup]] = {}
    for notes in several:
        for clause_id, html in notes.items():
            result.setdefault(clause_id, []).append(html)
    return {clause_id: "".join(parts) for clause_id, parts in result.items()}


def _law_notes(inputs: PolicyInput, renderer: Renderer, view: VersionView) -> dict[str, Markup]:
    """Return by clause: notes on law and names that a source says are out of date.

    Notes that only ask an author to look are in the register, not on a page for parents.
    """
    by_clause: dict[str, list[MovedCitation]] = {}
    for note in inputs.moved[view.name]:
        if note.weighs:
            by_clause.setdefault(note.beside, []).append(note)
    return {
        clause_id: renderer.fragment("policy/law-note.html", notes=notes)
        for clause_id, notes in by_clause.items()
    }


def _plain_words(renderer: Renderer, version: Version, view: VersionView) -> dict[str, Markup]:
    """Return by clause: the statements that explain it, in the language of the text."""
    by_clause: dict[str, list[tuple[str, str, str]]] = {}
    ids = {clause.number: clause.id for clause in clauses.walk_sections(version.sections)}
    summaries = version_view.sort_views(version)
    for summary, link in zip(summaries, view.summaries, strict=True):
        if summary.language:
            continue
        for number, statement in enumerate(summary.statements, 1):
            for cite in statement.cites:
                if cite in ids:
                    outer = "-".join(ids[cite].split("-")[:2])
                    by_clause.setdefault(outer, []).append(
                        (wording.READERS[link.reader], statement.text, f"{link.address}#st{number}")
                    )
    return {
        clause_id: renderer.fragment("policy/inshort.html", statements=rows)
        for clause_id, rows in by_clause.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStatus:
    """What stands above a text on some days: its notice and the status panel.

    `current` is the version in force, if it is another one. `coming` is the approved
    version that comes into force next, and `proposal` is out for consultation; only a
    text in force announces them. `redline` compares the text with the version in force.
    """

    view: VersionView
    current: dated.VersionLink | None
    coming: dated.VersionLink | None
    proposal: dated.VersionLink | None
    redline: str


def _status(inputs: PolicyInput, place: int, views: Views) -> TextStatus:
    """Return the status of the version at `place` on the day of `views`."""
    view, binding = views[place], dated.in_force(views)
    offered = timeline.proposal(inputs.policy)
    proposal = views[-1] if offered and view.binds else None
    coming = dated.coming(views) if view.binds else None
    return TextStatus(
        view=dated.settle(view),
        current=dated.link_to(None if view.binds else binding),
        coming=dated.link_to(coming, inputs.redline_between(view, coming)),
        proposal=dated.link_to(proposal, inputs.redline_between(view, proposal)),
        redline=inputs.redline_between(binding, view),
    )


def _page(
    inputs: PolicyInput, renderer: Renderer, version: Version, address: Address, text: Markup
) -> Page:
    """Return the page of a version, at its own address or the policy's."""
    view, place = inputs.view(version), inputs.policy.versions.index(version)
    is_own_page = address == view.own_address
    text = placed(cover_html(renderer, inputs.elsewhere, version, folded=True) + text, address)
    statuses = inputs.alternatives(lambda views: _status(inputs, place, views))
    page = renderer.page(
        address,
        "policy/text.html",
        title=view.title if not is_own_page else f"{view.title}, {view.month}",
        heading=view.title,
        description=f"{view.title}, {view.month}. {_decision(view)}",
        trail=((view.title, addresses.policy(view.policy)),) if is_own_page else (),
        language=view.facts.language or "",
        mark=view.mark,
        canonical=inputs.address_for_search(view),
        feed=addresses.policy_feed(view.policy),
        linked_data=linked_data.describe_version(inputs, renderer, version, view),
        listed=view.binds and not is_own_page,
        view=view,
        text=text,
        own=is_own_page,
        around=tuple(policy_links(inputs)),
        statuses=dated.parts(statuses),
        reviews=dated.reviews(inputs, place),
        would_change=dated.when(statuses, _would_change),
        successors=_list_successors(inputs, view),
        doubtful=dated.doubt(inputs, view),
        short=[link for link in view.summaries if not link.language],
        translated=[link for link in view.summaries if link.language],
        **_list_versions(inputs),
        print_address=addresses.print_view(view.address),
        history=addresses.history(view.policy),
        asks=inputs.contacts[view.name],
    )
    text_balance.refuse_page(version, page.html, text, "policy/text.html")
    return page


def _decision(view: VersionView) -> str:
    """Return who approved a version, for search engines. It holds on any day."""
    return f"Approved by {view.approval}." if view.facts.approved_on else f"{view.approval}."


def _list_successors(inputs: PolicyInput, view: VersionView) -> list[tuple[str, Address]]:
    """Return the title and page of each policy that the reason for a withdrawal names."""
    if view.standing is not Standing.WITHDRAWN or not view.facts.reason:
        return []
    places = dict.fromkeys(inputs.elsewhere.named(view.facts.reason))
    return [(title, addresses.policy(name)) for title, name in places if name != view.policy]


def _would_change(status: TextStatus) -> bool:
    """Return whether the changes of a version are still to come."""
    view = status.view
    return bool(view.facts.changes) and not view.binds and view.standing != Standing.SUPERSEDED


def _list_versions(inputs: PolicyInput) -> dict[str, Any]:
    """Return what a page says of all versions, the newest first."""
    return {
        "versions": inputs.views[::-1],
        "standings": dated.standings(inputs),
        "redlines": _redlines(inputs),
    }


def _redlines(inputs: PolicyInput) -> dict[str, str]:
    """Return by version: the redline from the version before."""
    return {
        new.name: address
        for old, new in pairwise(inputs.policy.versions)
        if (address := inputs.redline_between(inputs.view(old), inputs.view(new)))
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneStatus:
    """What stands above the versions of a policy that has no text in force when it is made.

    `current` is a version that has come into force since. `coming` is the one that does
    so next.
    """

    newest: VersionView | None
    current: dated.VersionLink | None
    coming: dated.VersionLink | None


def _none_in_force(inputs: PolicyInput, renderer: Renderer) -> Page:
    newest = inputs.views[-1]
    statuses = inputs.alternatives(
        lambda views: NoneStatus(
            newest=views[-1] if dated.in_force(views) is None else None,
            current=dated.link_to(dated.in_force(views)),
            coming=dated.link_to(dated.coming(views)),
        )
    )
    return renderer.page(
        addresses.policy(newest.policy),
        "policy/none.html",
        title=newest.title,
        description=f"{newest.title}: its versions.",
        around=tuple(policy_links(inputs)),
        statuses=dated.parts(statuses),
        successors=_list_successors(inputs, newest),
        doubtful=dated.doubt(inputs),
        **_list_versions(inputs),
        history=addresses.history(newest.policy),
    )
