"""Find since when each clause of a version has had its words.

The answer comes from a chain of redlines, from the first approved version to this one.
The redline finds the same clause in two versions, never its number. A clause counts
with those inside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from policybook import redline
from policybook.model import Version
from policybook.redline import ChangeKind, Counts, Part, Redline, changes_to_read, section_changes

_SAME_WORDS = (ChangeKind.SAME, ChangeKind.RENUMBERED, ChangeKind.FORMATTING, ChangeKind.FOLLOWED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How the clauses of a version relate to those of the version before, by id.

    `before` gives the earlier id of each clause; a clause without one is new. `same`
    has the clauses with the same words. `changes` gives the number in the redline of
    each clause that changed, and `gone` that of each earlier clause that was taken out.
    """

    old: Version
    new: Version
    before: Mapping[str, str]
    same: frozenset[str]
    changes: Mapping[str, int]
    gone: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseHistory:
    """The past of a clause.

    `since` is the first version with its present words, `introduced` the first version
    with the clause. `change` is the latest change: the version before `since`, and the
    number of the change in their redline.
    """

    since: Version
    introduced: Version
    change: tuple[Version, int] | None


def link(redline: Redline) -> Link:
    """Return how the clauses of the two versions of a redline relate."""
    before: dict[str, str] = {}
    same: set[str] = set()
    for section in redline.sections:
        for change in section_changes(section):
            if change.part is not Part.CLAUSE or not change.old:
                continue
            old_id = intern(change.old[0].id)
            is_same = change.kind in _SAME_WORDS
            for unit in change.new:
                name = intern(unit.id)
                before[name] = old_id
                if is_same:
                    same.add(name)
    clauses = [change for change in changes_to_read(redline) if change.part is Part.CLAUSE]
    return Link(
        old=redline.old,
        new=redline.new,
        before=before,
        same=frozenset(same),
        changes={unit.id: change.count for change in clauses for unit in change.new},
        gone={unit.id: c.count for c in clauses if not c.new for unit in c.old},
    )


def trace_clauses(
    ids: Sequence[str], chain: Sequence[Link], first: Version
) -> dict[str, ClauseHistory]:
    """Return the history of each outer clause of the last version of `chain`.

    `ids` are the clauses of that version, and `first` is the first version of the
    chain. An outer clause is as recent as the latest of the clauses inside it.
    """
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineOutline:
    """A redline's figures, the clauses that it touches, and which clause is which.

    `changed` has the clauses of the new version that are new, reworded or moved, each
    with the number of its first change. A clause inside another counts as the outer
    one. `link` joins the clauses of both versions.
    """

    counts: Counts
    changed: Mapping[str, int]
    link: Link

    @staticmethod
    def summarise(comparison: Redline) -> "RedlineOutline":
        """Return the outline of a redline."""
        worth = [
            c
            for c in redline.changes_to_read(comparison)
            if c.part is Part.CLAUSE
            and (c.moved or c.kind not in (ChangeKind.FORMATTING, ChangeKind.FOLLOWED))
        ]
        outer: dict[str, int] = {}
        for change in worth:
            for unit in change.new:
                outer.setdefault("-".join(unit.id.split("-")[:2]), change.count)
        return RedlineOutline(
            counts=redline.counts(redline.changes_to_read(comparison)),
            changed=outer,
            link=link(comparison),
        )
