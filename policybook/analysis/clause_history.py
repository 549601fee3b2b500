"""Since when each clause of a version has stood in its words: a chain of redlines, from the first approved version to this one, read backwards.

The same clause in two versions is found by the redline, never by its number. A clause counts with those inside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from policybook.model import Version
from policybook.redline import ChangeKind, Part, Redline, changes_to_read, section_changes

_SAME, _CLAUSE = (
    ChangeKind.SAME,
    Part.CLAUSE,
)  # looked up once: a member of an enumeration takes long
_SAME_WORDS = (ChangeKind.SAME, ChangeKind.RENUMBERED, ChangeKind.FORMATTING, ChangeKind.LINK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How the clauses of a version hang together with those of the one before, by id.

    `before` names the clause that each was, and `same` are those whose words did not change; a clause without one before is new.
    `changes` gives the number of the change that each clause that did not stay the same has in the redline.
    """

    old: Version
    new: Version
    before: Mapping[str, str]
    same: frozenset[str]
    changes: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseHistory:
    """`since` is the version from which a clause has had its words, `introduced` the one that brought it; `change` is what last changed it."""

    since: Version
    introduced: Version
    change: (
        tuple[Version, int] | None
    )  # the version before `since`, and the number of the change in the redline from it


def link(redline: Redline) -> Link:
    before: dict[str, str] = {}
    same: set[str] = set()
    for section in redline.sections:
        for change in section_changes(section):
            if change.part is not _CLAUSE or not change.old:
                continue
            old_id, is_same = (
                intern(change.old[0].id),
                change.kind is _SAME or change.kind in _SAME_WORDS,
            )
            for unit in change.new:
                name = intern(unit.id)
                before[name] = old_id
                if is_same:
                    same.add(name)
    counts = {
        unit.id: c.count
        for c in changes_to_read(redline)
        if c.part is Part.CLAUSE
        for unit in c.new
    }
    return Link(
        old=redline.old, new=redline.new, before=before, same=frozenset(same), changes=counts
    )


def trace_clauses(
    ids: Sequence[str], chain: Sequence[Link], first: Version
) -> dict[str, ClauseHistory]:
    """Return it for each outer clause of the last version of `chain`, whose clauses have these `ids`; `first` is the chain's first version."""
    result: dict[str, ClauseHistory] = {}
    places = {
        version.name: place for place, version in enumerate([first, *(step.new for step in chain)])
    }
    for name in ids:
        outer = "-".join(name.split("-")[:2])
        history = _trace_clause(name, chain, first)
        outer_history = result.get(outer)
        if outer_history is None:
            result[outer] = history
        elif places[history.since.name] > places[outer_history.since.name]:
            result[outer] = ClauseHistory(
                since=history.since, introduced=outer_history.introduced, change=history.change
            )
    return result


def _trace_clause(name: str, chain: Sequence[Link], first: Version) -> ClauseHistory:
    since: Version | None = None
    change: tuple[Version, int] | None = None
    for step in reversed(chain):
        if since is None and name not in step.same:
            since = step.new
            change = (step.old, step.changes[name]) if name in step.changes else None
        if name not in step.before:
            return ClauseHistory(since=since or step.new, introduced=step.new, change=change)
        name = step.before[name]
    return ClauseHistory(since=since or first, introduced=first, change=change)
