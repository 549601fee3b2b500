"""Two versions of a policy -> what changed, typed. Nothing here knows a page.

Only `weight_words` makes English of it, and nothing reads those words back.

    found = redline(old, new)     # never raises, whatever the texts are
    check(found)                  # raises NotLossless unless it gives back both texts exactly; a build must call it

A `Redline` holds `facts` (fields of the front matter that differ) and `sections` (`SectionChange`) in the order of the
page: the new version's, a section that is gone after the one that it followed. A section has its `heading` and
`entries`: a `ClauseChange` for each clause, group heading and table header of either version, and a `Stub` at the old
place of what moved alone.

A `ClauseChange` says what became of a unit (`kind`, `moved`), from what to what (`old`, `new`: no unit, one, or
several where clauses were divided or joined), word by word (`runs`; `cells` for a row) and to what effect (`weights`).
`count` is its number among the changes worth reading; 0 says that there is nothing to read. `part` tells a clause from
a heading.

    numbered(found)               # the changes worth reading: 1, 2, 3 …
    counts(numbered(found))       # added, removed, reworded, moved, formatting
    counts_by_section(found)      # the same for each SectionChange
    effects(found)                # what the changes do, weightiest first, each with its weights
    weight_words.in_words(weight) # the words for one of them: `‘should’ became ‘must’`, `14 → 10 school days`
    as_data(found)                # all of it as values that JSON has
    is_identical(found)           # nothing to read
    nested(change.runs)           # Span(wrap, children) and Leaf(kind, piece): <ins>, <del> inside the innermost mark
    by_clause(change)             # the runs of each of its new clauses apart, where one was divided
    replay_old(found)             # the text of each old unit, from the runs alone; replay_new(found)

Stages: `units` (a version as a row of units), `align` with `pairs`, `likeness` and `headings` (which is which),
`order` (what moved), `compare` (one pair: `words`, `edits`, `weight`, `terms`), `compose` (the order of the page),
`facts` (front matter), `replay` (the proof), `summary` and `effects` (figures and lists), `data` (plain values).
"""

from functools import lru_cache

from policybook.model import Version
from policybook.redline import field_changes, reading_order
from policybook.redline.alignment import align
from policybook.redline.alignment_state import Text, read
from policybook.redline.as_json import as_data
from policybook.redline.figures import (
    Leaf,
    Node,
    Span,
    by_clause,
    counts,
    counts_by_section,
    is_gone,
    is_identical,
    nested,
    numbered,
    of_section,
)
from policybook.redline.main_effects import Effect, EffectSide, effects
from policybook.redline.replay import NotLossless, changes, check, replay_new, replay_old
from policybook.redline.types import (
    ChangeKind,
    ClauseChange,
    Counts,
    Direction,
    FactChange,
    Matter,
    Moved,
    Part,
    Piece,
    Redline,
    Run,
    RunKind,
    SectionChange,
    Stub,
    Unit,
    Weight,
)
from policybook.redline.units import list_units

__all__ = [
    "ChangeKind",
    "ClauseChange",
    "Counts",
    "Direction",
    "Effect",
    "EffectSide",
    "FactChange",
    "Leaf",
    "Matter",
    "Moved",
    "Node",
    "NotLossless",
    "Part",
    "Piece",
    "Redline",
    "Run",
    "RunKind",
    "SectionChange",
    "Span",
    "Stub",
    "Unit",
    "Weight",
    "as_data",
    "by_clause",
    "changes",
    "check",
    "counts",
    "counts_by_section",
    "effects",
    "is_gone",
    "is_identical",
    "nested",
    "numbered",
    "of_section",
    "redline",
    "replay_new",
    "replay_old",
]


def redline(old: Version, new: Version) -> Redline:
    """Return what changed from `old` to `new`. Never raises, whatever the texts; the same two give the same redline."""
    shown = reading_order.entries(align(_texts(old), _texts(new)))
    return Redline(
        old=old,
        new=new,
        facts=field_changes.changes(old.facts, new.facts),
        sections=reading_order.sections(shown, old.sections, new.sections),
    )


@lru_cache(maxsize=8)
def _texts(version: Version) -> tuple[Text, ...]:
    """The units of a version, ready to be paired; most versions are the new one of a redline, and the old one of the next."""
    return read(list_units(version))
