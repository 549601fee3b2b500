"""A redline as plain text, for a terminal.

`[removed: …]` and `[added: …]` mark the words, so that no colour is needed.
"""

import textwrap
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from policybook import redline
from policybook.redline import (
    ChangeKind,
    ClauseChange,
    Counts,
    Effect,
    Leaf,
    Matter,
    Moved,
    Node,
    Redline,
    Run,
    RunKind,
    weight_words,
)
from policybook.text.letter_forms import show_hidden

_BRACKETS = {RunKind.ADDED: "[added: {}]", RunKind.REMOVED: "[removed: {}]"}
#: Nobody writes a space before these.
_CLOSING = frozenset(".,;:!?)")
#: A line ends at a space alone, so that a hyphen at its end is one of the text.
_WRAPPER = textwrap.TextWrapper(
    100,
    initial_indent="    ",
    subsequent_indent="    ",
    break_long_words=False,
    break_on_hyphens=False,
)
# Changes that the line of an effect names.
_MAX_ITEMS = 4


def redline_text(comparison: Redline) -> str:
    """Return what changed, section by section, in lines of at most 100 characters."""
    return "\n".join(_lines(comparison))


def counts_in_words(counts: Counts) -> str:
    """Return the counts as words: `2 added, 1 reworded`, or `no change`."""
    named = (
        ("added", counts.added),
        ("removed", counts.removed),
        ("reworded", counts.reworded - counts.divided - counts.joined),
        ("divided", counts.divided),
        ("joined", counts.joined),
        ("moved", counts.moved),
        ("link changed" if counts.links == 1 else "links changed", counts.links),
        ("formatting only", counts.formatting),
    )
    return ", ".join(f"{number} {word}" for word, number in named if number) or "no change"


def _lines(comparison: Redline) -> Iterator[str]:
    """Yield the lines of the redline."""
    total = redline.changes_to_read(comparison)
    old, new = comparison.old, comparison.new
    yield f"{new.facts.title}: from version {old.name} to version {new.name}"
    yield f"{counts_in_words(redline.counts(total))}."
    for fact in comparison.facts:
        yield f"  {fact.label}: {fact.old or '–'} → {fact.new or '–'}"
    for effect in redline.effects(comparison):
        yield from _effect(effect)
    for section, counts in redline.counts_by_section(comparison):
        changes = [c for c in redline.section_changes(section) if c.count]
        if changes:
            source = section.new or section.old
            if source and source.number:
                title = f"{source.label} {source.title}".strip()
            else:
                title = "Before the first section"
            yield f"\n{title}: {counts_in_words(counts)}"
            for change in changes:
                yield from _change(change, len(total))


def _effect(effect: Effect) -> Iterator[str]:
    """Yield the line of an effect, with its first four changes.

    Changes that no label names are in a line with all their numbers, so that none is passed
    over. Yield nothing of other effects without a word or figure.
    """
    if effect.matter is Matter.CONTENT:
        numbers = ", ".join(str(change.count) for change, _ in effect.items)
        line = f"Wording changed, please read: change{'s' if ',' in numbers else ''} {numbers}"
        yield from textwrap.wrap(line, 100, initial_indent="  ", subsequent_indent="    ")
        return
    items = [
        f"{weight_words.effect_item(effect.side, weights)} (change {change.count})"
        for change, weights in effect.items
        if weights
    ]
    if effect.matter is Matter.TERM:
        items = list(_swapped_terms(effect))
    if items and effect.matter:
        more = f"; and {len(items) - _MAX_ITEMS} more" if len(items) > _MAX_ITEMS else ""
        name = weight_words.name_of_effect(effect.matter, effect.side)
        yield f"  {name}: {'; '.join(items[:_MAX_ITEMS])}{more}"


def _swapped_terms(effect: Effect) -> Iterator[str]:
    """Yield each term once that replaces another, with the number of changes."""
    told = Counter(
        weight_words.describe(weight) for _, weights in effect.items for weight in weights
    )
    for terms, count in told.items():
        yield f"{terms} ({count} change{'s' if count > 1 else ''} with no other edit)"


def _change(change: ClauseChange, total: int) -> Iterator[str]:
    """Yield the lines of one change."""
    numbers = " → ".join(n for n in (_numbers(change.old), _numbers(change.new)) if n)
    moved = ["moved"] if change.moved is Moved.ALONE else []
    if moved and change.kind in (ChangeKind.SAME, ChangeKind.RENUMBERED):
        kind = []
    else:
        kind = [str(change.kind)]
    yield f"\n  {change.count} of {total}  {', '.join(moved + kind)}" + (
        f"  {numbers}" if numbers else ""
    )
    texts = [" | ".join(_text(cell.runs) for cell in change.cells)]
    for text in texts if change.cells else map(_text, redline.runs_by_clause(change)):
        yield _WRAPPER.fill(text)
    notes = (f"{name}: {words}" if words else name for name, words in weight_words.notes(change))
    for words in (*notes, *redline.form_notes(change)):
        yield f"    ({words})"


def _numbers(units: tuple[redline.Unit, ...]) -> str:
    """Return the numbers of the units, with commas."""
    return ", ".join(unit.number for unit in units if unit.number)


def _text(runs: tuple[Run, ...]) -> str:
    """Return the words of both sides, with brackets around neighbouring words of one kind."""
    leaves = _leaves(redline.mark_tree(tuple(redline.part_texts(runs))))
    groups = [
        (kind, "".join(text for _, text in group))
        for kind, group in groupby(leaves, lambda leaf: leaf[0])
    ]
    return "".join(
        _bracket(kind, text, groups[place + 1][1] if place + 1 < len(groups) else " ")
        for place, (kind, text) in enumerate(groups)
    )


def _bracket(kind: RunKind, text: str, after: str) -> str:
    """Return the text in the brackets of its kind.

    White space at its start stays outside if the text goes on with white space, or with a
    sign that nobody writes after one. Else it would seem to be in both versions, so it is a ␣.
    """
    core = text.rstrip()
    if kind not in _BRACKETS or not core:
        return text
    start = len(core) - len(core.lstrip())
    if start and not (after[0].isspace() or after[0] in _CLOSING):
        return _BRACKETS[kind].format(f"␣{core[start:]}") + text[len(core) :]
    return text[:start] + _BRACKETS[kind].format(core[start:]) + text[len(core) :]


def _leaves(nodes: tuple[Node, ...]) -> Iterator[tuple[RunKind, str]]:
    """Yield the kind and text of every leaf."""
    for node in nodes:
        if isinstance(node, Leaf):
            text = node.piece.text
            yield node.kind, text if node.kind is RunKind.EQUAL else show_hidden(text)
        else:
            yield from _leaves(node.children)
