"""Turn one policy into its row: what the pages of the whole school show of it.

A row has facts, findings and figures. The home page, the register and search use rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from policybook import search
from policybook.analysis import law, reading_ages, statutory
from policybook.analysis.duties import Duty
from policybook.model import Library, Policy, Standing, Version, addresses, timeline
from policybook.model.consultation import CommentsNotice
from policybook.model.spans import DaySpan
from policybook.reading.texts import clauses
from policybook.site import dated, margin_notes
from policybook.site.policy_input import PolicyInput, Views
from policybook.site.version_view import VersionView

_LONGEST_OPENING = 160
#: Words.
_SHORTEST_OPENING = 6


class RowStatus(NamedTuple):
    """What a list of policies says of one policy on some days.

    `view` is the text in force, or else the newest. `coming` comes into force next, and
    `proposal` is another text out for consultation.
    """

    view: VersionView
    coming: dated.VersionLink | None
    proposal: dated.VersionLink | None

    @property
    def group(self) -> str:
        """Return the group of the register: the review state of a text in force, or `none`."""
        return str(self.view.review_state) if self.view.binds else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """What the pages of the whole school show of one policy.

    `group` is the policy's own group. Where the school names no groups, it is the usual
    group of such a policy; it may be empty.
    `views` has every version, the oldest first. `days` has what lists say of the policy
    from today on, and `standings` the standing of each version. `comments` are on the
    shown text, if it is out for consultation. From `doubtful_from` on,
    a decision about the policy may be missing. `same_text` are the days, today among
    them, on which the same text is in force. `shown` is the text in force, or else
    the newest. `proposal` is a later text out for consultation; it may be missing.
    `packs` has the governors' pack on each version that has one. Search finds `documents`, and
    `documents_apart` only for people who ask for texts that are not in force.
    """

    name: str
    group: str
    views: tuple[VersionView, ...]
    days: tuple[DaySpan[RowStatus], ...]
    standings: Mapping[str, dated.Standings]
    comments: tuple[DaySpan[CommentsNotice | None], ...]
    doubtful_from: date
    same_text: DaySpan[str]
    shown: VersionView
    proposal: VersionView | None
    packs: Mapping[str, addresses.Address]
    opening: str
    moves: tuple[margin_notes.Moves, ...]
    matrix: margin_notes.Matrix | None
    readings: tuple[reading_ages.Readings, ...]
    duties: tuple[Duty, ...]
    documents: tuple[search.SearchDocument, ...]
    documents_apart: tuple[search.SearchDocument, ...]

    @property
    def current(self) -> VersionView | None:
        """Return the view of the text in force, or None."""
        return self.shown if self.shown.binds else None


def policy_row(library: Library, inputs: PolicyInput) -> PolicyRow:
    """Return the row of the policy of `inputs`. The policy belongs to `library`."""
    alone = replace(library, policies=(inputs.policy,))
    (registered,) = timeline.register(alone, inputs.today)
    shown = inputs.view(registered.version)
    proposal = registered.proposal
    return PolicyRow(
        name=inputs.policy.name,
        group=_group(library, inputs.policy, shown),
        views=inputs.views,
        days=inputs.alternatives(lambda views: _status(inputs, views)),
        standings=dated.standings(inputs),
        comments=inputs.alternatives(lambda views: (dated.in_force(views) or views[-1]).comments),
        doubtful_from=dated.doubtful_from(inputs),
        same_text=dated.same_text(inputs),
        shown=shown,
        proposal=inputs.view(proposal) if proposal else None,
        packs={new: addresses.pack(inputs.policy.name, old, new) for old, new in inputs.packs},
        opening="" if shown.standing is Standing.WITHDRAWN else opening(registered.version),
        moves=tuple(
            margin_notes.Moves(view=view, notes=inputs.moved[view.name])
            for view in inputs.views
            if inputs.moved[view.name]
        ),
        matrix=margin_notes.matrix(
            tuple(inputs.versions),
            law.full_register(library),
            inputs.today,
            library.school.nation,
        ),
        readings=reading_ages.measure_versions(alone, (registered,), inputs.today),
        duties=inputs.duties,
        documents=search.documents_in_force(alone, inputs.today),
        documents_apart=search.documents_not_in_force(alone, inputs.today),
    )


def _group(library: Library, policy: Policy, shown: VersionView) -> str:
    """Return the group that the policy names, or else the usual one in a school without groups."""
    if shown.facts.group or library.school.groups:
        return shown.facts.group or ""
    return statutory.usual_group(policy)


def _status(inputs: PolicyInput, views: Views) -> RowStatus:
    shown, offered = dated.in_force(views) or views[-1], timeline.proposal(inputs.policy)
    coming = dated.coming(views)
    coming = coming if coming and coming.name != shown.name else None
    proposal = views[-1] if offered and offered.name != shown.name else None
    return RowStatus(
        view=replace(shown, comments=None),  # `PolicyRow.comments` has them
        coming=dated.link_to(coming, inputs.redline_between(shown, coming)),
        proposal=dated.link_to(
            proposal,
            inputs.redline_between(shown, proposal),
            inputs.pack_between(shown, proposal),
        ),
    )


def opening(version: Version) -> str:
    """Return what a policy is about: the first sentence of its first numbered section.

    It has at most 160 letters. Clauses of fewer than six words are passed over.
    """
    first = next(
        (
            clause.text
            for section in version.sections
            if section.number
            for clause in clauses.walk_section(section)
            if len(clause.text.split()) >= _SHORTEST_OPENING
        ),
        "",
    )
    sentence = first.split(". ")[0].rstrip(".:;, ")
    if len(sentence) > _LONGEST_OPENING:
        return sentence[:_LONGEST_OPENING].rsplit(" ", 1)[0] + " …"
    return sentence + "." if sentence else ""
