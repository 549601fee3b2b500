"""A small outline of a redline."""

from policybook.analysis.clause_history import RedlineOutline
from policybook.redline import Counts
from tests.redline.comparisons import compare
from tests.redline.phone_rules import BOX, GATE, LOST, TELL, join_blocks


def test_outline_names_changed_clauses() -> None:
    items = f"{TELL}\n\nStaff must:\n\n- lock the door of the office at night"
    old = join_blocks("## A", GATE, LOST, items)
    new = join_blocks("## A", GATE.replace("Pupils", "**Pupils**"), BOX, items + "\n- keep the key")
    comparison = compare(old, new)
    outline = RedlineOutline.summarise(comparison)
    assert outline.counts == Counts(added=2, removed=1, formatting=1)
    # Without the clause that was only made bold; an item counts as its clause.
    assert set(outline.changed) == {"s1-2", "s1-4"}
    assert outline.link.before["s1-1"] == "s1-1"
    assert (outline.link.old, outline.link.new) == (comparison.old, comparison.new)
