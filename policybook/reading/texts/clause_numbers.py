"""Number what is inside a clause, and show each number once. Sections number their own clauses."""

from collections.abc import Iterable
from dataclasses import replace

from policybook.model import Clause, Inline
from policybook.reading.texts import list_items
from policybook.reading.texts.inline_starts import drop_start
from policybook.reading.texts.markdown import Block
from policybook.text.list_labels import format_label

#: Number, label and id of a clause.
Place = tuple[str, str, str]


def number_child(number: str, name: str, depth: int, index: int) -> Place:
    """Return the place of a clause inside the clause `number` with the id `name`: 4.2(a)."""
    label = format_label(depth, index)
    return number + label, label, f"{name}-{label[1:-1]}"


def number_paragraph(number: str, name: str, before: Iterable[Clause]) -> Place:
    """Return the place of a paragraph after a list inside a clause: 4.2 ¶2, without a label."""
    return f"{number} ¶{2 + sum(not clause.label for clause in before)}", "", name


def number_typed(number: str, name: str, ordinal: str) -> Place:
    """Return the place of an item that keeps its typed number: 4.2(3), 3., s4-2-3."""
    count = ordinal[:-1]
    return f"{number}({count})", ordinal, f"{name}-{count}"


def can_keep(block: Block, name: str, before: Iterable[Clause]) -> bool:
    """Return whether readers can cite the items of a list by their typed numbers.

    `name` is the id of the clause around them, and `before` is what that has before them.
    A number that an item before them has too would name two.
    """
    if not list_items.is_counting(block):
        return False
    names = {number_typed("", name, item.ordinal)[2] for item in block.children}
    return names.isdisjoint(clause.id for clause in before)


def number_row(row: Clause, place: Place) -> Clause:
    """Return a row of a table with its place."""
    number, label, name = place
    return replace(row, number=number, label=label, id=name)


def shown_inlines(clause: Clause) -> tuple[Inline, ...]:
    """Return the words of a clause without a typed number that its label shows too.

    `3.` is in the label `3.`, and in `1.3`.
    """
    if not shows_ordinal(clause):
        return clause.inlines
    return drop_start(clause.inlines, len(clause.ordinal) + 1)


def shows_ordinal(clause: Clause) -> bool:
    """Return whether the label of a clause shows the number that its author typed before it."""
    if not clause.ordinal or clause.label == clause.ordinal:
        return bool(clause.ordinal)
    return clause.label.endswith(f".{clause.ordinal[:-1]}")
