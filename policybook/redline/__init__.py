"""Compare two versions: typed changes, proved to hold every word of both.

It must not know a page or a file. Only `weight_words` makes English of a change, and no code
reads those words back.

    changes = redline(old, new)          # never raises, whatever the texts are
    check(changes)                       # raises NotLossless unless it gives both texts back
    for effect in effects(changes): ...  # what the changes do, most important first

A `Redline` holds `facts` (fields of the front matter that differ) and `sections`. A
`SectionChange` has its `heading` and its `entries`. An entry is a `ClauseChange` for each
clause, group heading and table header of either version, or a `Stub` at the old place of a
unit that moved alone. Sections and entries are in the order of the page.

A `ClauseChange` says what happened to a unit (`kind`, `moved`), its old and new units (`old`,
`new`; several where a clause was split or joined), the words (`runs`; `cells` for a row) and
the effect (`weights`). `count` is its number among the changes worth reading; 0 means that
there is nothing to read.

Stages: `units`, `alignment` (with `similarity` and `headings`), `longest_increasing` (what
moved), `clause_change` (with `word_diff`, `token_edits`, `unit_weights`, `link_changes` and
the package `meaning`), `moved_sentences` (with `taken_in`), `placed_sentences`, `rule_homes`,
`similar_rules`, `sure_claims` (with `kept_words` and `sure_figures`), `term_swaps`,
`reading_order`, `replay` (the proof, with `shown_texts`), `unit_context`,
`figures`, `inline_tree`, `main_effects` and `weighty_words`, `as_json`.
"""

from collections.abc import Iterator

from policybook.meaning.types import Direction, Matter, Weight
from policybook.model import Version, VersionFacts
from policybook.reading.fields.fields import FIELDS
from policybook.redline import reading_order, word_diff
from policybook.redline.alignment import align
from policybook.redline.alignment_state import prepare_texts
from policybook.redline.as_json import redline_data
from policybook.redline.figures import (
    changes_to_read,
    counts,
    counts_by_section,
    is_identical,
    runs_by_clause,
    section_changes,
    unit_numbers,
)
from policybook.redline.form_changes import form_notes, is_harmless, is_small
from policybook.redline.inline_tree import Leaf, Node, Span, is_gone, mark_tree
from policybook.redline.link_changes import read_addresses
from policybook.redline.main_effects import Effect, EffectSide, effects
from policybook.redline.replay import NotLossless, all_changes, check, replay_new, replay_old
from policybook.redline.shown_texts import part_texts
from policybook.redline.types import (
    PASSAGES,
    ChangeKind,
    ClauseChange,
    Counts,
    FactChange,
    Moved,
    Part,
    Piece,
    Redline,
    Run,
    RunKind,
    SectionChange,
    Stub,
    Unit,
)
from policybook.redline.unit_context import UnitContext
from policybook.redline.units import read_units


def redline(old: Version, new: Version) -> Redline:
    """Return what changed from `old` to `new`. Equal versions always give an equal redline.

    Never raises, whatever the texts are.
    """
    shown = reading_order.page_entries(align(prepare_texts(old), prepare_texts(new)))
    return Redline(
        old=old,
        new=new,
        facts=tuple(compare_fields(old.facts, new.facts)),
        sections=reading_order.group_by_section(shown, old.sections, new.sections),
    )


def make_redline(old: Version, new: Version) -> Redline:
    """Return the redline of two versions. Raise `NotLossless` if it loses a word."""
    result = redline(old, new)
    check(result)
    return result


def compare_fields(old: VersionFacts, new: VersionFacts) -> Iterator[FactChange]:
    """Yield each compared field whose value differs, in the order of the front matter."""
    for field in FIELDS:
        was, now = field.in_words(old), field.in_words(new)
        if field.compared and was != now:
            runs = word_diff.runs([_pieces(was)], [_pieces(now)])
            yield FactChange(name=field.name, label=field.label, old=was, new=now, runs=runs)


def _pieces(value: str) -> tuple[Piece, ...]:
    """Return the value as pieces; an empty value has none."""
    return (Piece(value),) if value else ()
