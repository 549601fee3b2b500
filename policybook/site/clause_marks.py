"""Make the marks beside the clauses of a text about their past, and about the text after it."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from markupsafe import Markup

from policybook.analysis import clause_history
from policybook.model import ClauseKind, Standing, Version
from policybook.reading.texts import clauses
from policybook.site.policy_input import PolicyInput, approved_texts
from policybook.site.render.renderer import Renderer


def past_marks(inputs: PolicyInput, renderer: Renderer, current: Version) -> dict[str, Markup]:
    """Return by clause: since when it has had its present words.

    If the version in force changed a clause, its mark links to the change. Words of the
    first version have no mark: there is nothing to tell.
    """
    approved = approved_texts(inputs.policy, inputs.views)
    if len(approved) < 2:
        return {}
    outlines = [inputs.outlines[old.name, new.name] for old, new in pairwise(approved)]
    every = tuple(clauses.walk_sections(current.sections))
    past = clause_history.trace_clauses(
        [clause.id for clause in every], [outline.link for outline in outlines], approved[0]
    )
    changed = outlines[-1].changed
    rows = {clause.id for clause in every if clause.kind is ClauseKind.ROW}
    return {
        clause_id: _mark(inputs, renderer, stood, changed.get(clause_id, 0), approved)
        for clause_id, stood in past.items()
        if clause_id in changed or (clause_id not in rows and stood.since is not approved[0])
    }


def _mark(
    inputs: PolicyInput,
    renderer: Renderer,
    stood: clause_history.ClauseHistory,
    count: int,
    approved: list[Version],
) -> Markup:
    """Return the mark beside a clause about its past.

    `count` is the number of the clause's change in the redline to the newest of
    `approved`, or 0 if there is no change.
    """
    before, change = (approved[-2], count) if count else stood.change or (None, 0)
    after = approved[-1] if count else stood.since
    redline = inputs.redline_between(inputs.view(before) if before else None, inputs.view(after))
    since, introduced, day = (
        inputs.view(version).starts for version in (stood.since, stood.introduced, after)
    )
    state = ("new" if introduced == day else "changed") if count else "since"
    says_more = bool(introduced) if count else introduced != since
    fields = ("since", "introduced", "day", "address")
    form = renderer.form(
        "policy/mark.html", fields, state=state, told=says_more, linked=bool(redline)
    )
    address = f"{redline}#change-{change}" if redline else ""
    return Markup(form.filled(escape(since), escape(introduced), escape(day), escape(address)))


def later_rules(inputs: PolicyInput, renderer: Renderer, version: Version) -> dict[str, Markup]:
    """Return by clause of a replaced text: where the text after it has the clause.

    Only a clause with another number or other words has a mark, and one that was taken out.
    """
    steps = dict(pairwise(approved_texts(inputs.policy, inputs.views)))
    after = steps.get(version)
    if after is None or inputs.view(version).standing is not Standing.SUPERSEDED:
        return {}
    view = inputs.view(after)
    redline = inputs.redline_between(inputs.view(version), view)
    return {
        clause_id: renderer.fragment(
            "policy/later.html",
            month=view.month,
            number=number,
            address=f"{view.own_address}#{later}",
            change=f"{redline}#change-{count}" if redline and count else "",
        )
        for clause_id, later, number, count in _follow_rules(inputs, version, after)
    }


def _follow_rules(
    inputs: PolicyInput, version: Version, after: Version
) -> Iterator[tuple[str, str, str, int]]:
    """Yield outer clauses of `version` that `after` changed: id; id, number and change later."""
    link = inputs.outlines[version.name, after.name].link
    later = {old: new for new, old in reversed(tuple(link.before.items()))}
    numbers = {clause.id: clause.number for clause in clauses.walk_sections(after.sections)}
    for clause in clauses.walk_sections(version.sections):
        new = later.get(clause.id, "")
        is_same = new in link.same and numbers.get(new) == clause.number
        if clause.id.count("-") == 1 and not is_same and (new in numbers or clause.id in link.gone):
            count = link.changes.get(new) or link.gone.get(clause.id, 0)
            yield clause.id, new, numbers.get(new, ""), count
