"""Turn one policy into its row: what the pages of the whole school show of it.

A row has facts, findings and figures. The home page, the register and search use rows.
"""

from dataclasses import dataclass, replace

from policybook import search
from policybook.analysis import law, reading_ages
from policybook.analysis.duties import Duty
from policybook.analysis.reading_ages import Readings
from policybook.model import Library, Standing, Version, addresses, timeline
from policybook.model.addresses import Address
from policybook.reading import clauses
from policybook.search import SearchDocument
from policybook.site import margin_notes
from policybook.site.margin_notes import Matrix, Moves
from policybook.site.policy_input import PolicyInput
from policybook.site.version_view import VersionView

_LONGEST_OPENING = 160
#: Words.
_SHORTEST_OPENING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow:
    """What the pages of the whole school show of one policy.

    `views` has every version, the oldest first. `shown` is the text in force, or else
    the newest. `proposal` is a later text out for consultation, and `proposal_redline`
    compares the two; both may be missing. Search finds `documents`, and
    `documents_apart` only for people who ask for texts that are not in force.
    """

    name: str
    views: tuple[VersionView, ...]
    shown: VersionView
    proposal: VersionView | None
    proposal_redline: Address | None
    opening: str
    moves: tuple[Moves, ...]
    matrix: Matrix | None
    readings: tuple[Readings, ...]
    duties: tuple[Duty, ...]
    documents: tuple[SearchDocument, ...]
    documents_apart: tuple[SearchDocument, ...]

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
        views=inputs.views,
        shown=shown,
        proposal=inputs.view(proposal) if proposal else None,
        proposal_redline=_redline(inputs, registered.version, proposal),
        opening="" if shown.standing is Standing.WITHDRAWN else opening(registered.version),
        moves=tuple(
            Moves(view=view, notes=inputs.moved[view.name])
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


def _redline(inputs: PolicyInput, old: Version, new: Version | None) -> Address | None:
    """Return the address of the page that compares two versions, if there is one."""
    if new is None or (old.name, new.name) not in inputs.redlines:
        return None
    return addresses.redline(inputs.policy.name, old.name, new.name)


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
