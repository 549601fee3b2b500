"""Keep a small outline of a redline after its page is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from policybook import redline
from policybook.analysis import clause_history
from policybook.redline import ChangeKind, Counts, Part, Redline


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineOutline:
    """A redline's figures, the clauses that it touches, and which clause is which.

    `changed` has the clauses of the new version that are new, reworded or moved, each
    with the number of its first change. A clause inside another counts as the outer
    one. `link` joins the clauses of both versions.
    """

    counts: Counts
    changed: Mapping[str, int]
    link: clause_history.Link

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
            link=clause_history.link(comparison),
        )
