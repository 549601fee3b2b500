"""Turn a section of a redline into HTML.

Each change and each unchanged rule fills in a small template. This module chooses the
template and its values.

Only elements with `data-old` and `data-new` hold words of the versions, so the page can
be read back. The values are positions in each version's order, one per stretch
(`view`). Words at one position follow each other as in the version.
"""

from collections.abc import Callable, Sequence
from html import escape

from markupsafe import Markup

from policybook.model.findings import format_count
from policybook.redline import PASSAGES
from policybook.site.redline_page.counts import ChangeCounts, describe_counts
from policybook.site.redline_page.types import (
    ChangeRow,
    Item,
    Pointer,
    Same,
    Shown,
    Stage,
    SummedEffect,
)
from policybook.site.redline_page.whole_sections import sum_effects
from policybook.site.render.snippets import Form

_CHANGE = tuple(
    """
    count previous next total label label_back old_number new_number notes words
    """.split()
)
_RULE = ("count", "number", "words")
#: As many rules of each effect are named at the head of a new section.
_NAMED_RULES = 3
_STUB = ("number", "count", "to", "what", "back")

#: More cells than these are one below the other on every screen.
_SIDE_BY_SIDE = 5

_ADDED = '<span class="pb-forth">added</span><span class="pb-back">removed</span>'
_REMOVED = '<span class="pb-forth">removed</span><span class="pb-back">added</span>'
_DIVIDED = '<span class="pb-forth">divided</span><span class="pb-back">joined</span>'
_JOINED = '<span class="pb-forth">joined</span><span class="pb-back">divided</span>'


class Layout:
    """The changes of one redline as HTML.

    `old` and `new` name the versions. `total` counts the changes.
    """

    def __init__(self, form: Callable[..., Form], old: str, new: str, total: int) -> None:
        self._form, self._total = form, total
        self._changes: dict[tuple[object, ...], Form] = {}
        self._same = tuple(
            form("policy/same.html", ("number", "words"), heading=is_one)
            for is_one in (False, True)
        )
        self._stub = form("policy/stub.html", _STUB)
        self._rule = form("policy/whole-rule.html", _RULE)
        self._old, self._new = escape(old), escape(new)

    def tallied(self, tally: ChangeCounts) -> Markup:
        """Return the figures: `2 added, 3 reworded (1 of them also moved)`, or `No change`.

        Read backwards, "added" becomes "removed".
        """
        words = describe_counts(tally, _ADDED, _REMOVED, _DIVIDED, _JOINED)
        return Markup(words or "No change")

    def counted(self, tally: ChangeCounts) -> Markup:
        """Return the figures as cells of a table. An empty cell means none."""
        return Markup("".join([f"<td>{number or ''}</td>" for number in tally.figures]))

    def rules(self, shown: Shown, start: int, stop: int) -> Markup:
        """Return some of the changes that have an effect, each as a link."""
        links = [
            f'<a href="#change-{count}">{escape(number) or f"change {count}"}</a>'
            f"{': ' if words else ''}{escape(words, quote=False)}"
            for count, number, words in shown.items[start:stop]
        ]
        return Markup("; ".join(links))

    def words(self, same: Same) -> Markup:
        """Return the words of an unchanged heading."""
        return Markup("".join(same.words))

    def heading(self, stage: Stage) -> Markup:
        """Return a changed heading; empty if it did not change."""
        return Markup(self._change(stage.heading) if isinstance(stage.heading, ChangeRow) else "")

    def rules_of_whole(self, stage: Stage) -> Markup:
        """Return the rules of a section that only one version has, as text."""
        return Markup("".join([self._rule_of_whole(row) for row in _list_rows(stage)]))

    def effects_of_whole(self, stage: Stage) -> Markup:
        """Return what the rules of such a section do, with at most three rules of each effect."""
        return Markup("".join(map(_lay_out_effect, sum_effects(_list_rows(stage)))))

    def _rule_of_whole(self, row: ChangeRow) -> str:
        kind = "pb-words" if row.change.part in PASSAGES else "pb-words pb-struck-heading"
        words = _words(kind, row.old_at, row.new_at, row.words, row.columns)
        return self._rule.filled(
            str(row.change.count), escape(row.new_number or row.old_number), words
        )

    def body(self, stage: Stage) -> Markup:
        """Return everything in a section."""
        return Markup("".join([self._stretch(s.items, s.rules, s.folded) for s in stage.stretches]))

    def _stretch(self, items: Sequence[Item], rules: int, folded: bool) -> str:
        inside = "".join([self._item(item) for item in items])
        if not folded:
            return inside
        summary = format_count(rules, "unchanged rule")
        return f'<details class="pb-fold"><summary>{summary}</summary>{inside}</details>\n'

    def _item(self, item: Item) -> str:
        if isinstance(item, Same):
            words = _words("pb-words", item.old_at, item.new_at, item.words, item.columns)
            return self._same[item.change.part not in PASSAGES].filled(escape(item.number), words)
        return self._change(item) if isinstance(item, ChangeRow) else self._pointer(item)

    def _pointer(self, pointer: Pointer) -> str:
        new = escape(pointer.new_number)
        return self._stub.filled(
            escape(pointer.number),
            str(pointer.count),
            new or "another place",
            new or "A rule",
            escape(pointer.number) or "its old place",
        )

    def _change(self, block: ChangeRow) -> str:
        count = block.change.count
        old, new = escape(block.old_number), escape(block.new_number)
        numbers = 2 if old and new and old != new else 1 if old or new else 0
        shape = (
            block.tone,
            block.small,
            count == 1,
            count == self._total,
            block.label != block.label_back,
            numbers,
        )
        form = self._changes.get(shape)
        if form is None:
            names = ("tone", "small", "first", "last", "turns", "numbers")
            form = self._form("policy/change.html", _CHANGE, **dict(zip(names, shape, strict=True)))
            self._changes[shape] = form
        return form.filled(
            str(count),
            str(count - 1),
            str(count + 1),
            str(self._total),
            escape(block.label),
            escape(block.label_back),
            old,
            new or old,
            lay_out_notes(block),
            self._words(block),
        )

    def _words(self, block: ChangeRow) -> str:
        """Return the words with their marks.

        If both versions have words, the older version's words come first, for reading
        side by side.
        """
        change = block.change
        version = self._new if change.new else self._old
        kind = "pb-words" if change.part in PASSAGES else "pb-words pb-struck-heading"
        marked = _words(
            f'{kind}" data-v="{version}', block.old_at, block.new_at, block.words, block.columns
        )
        if block.before is None:
            return marked
        start = f'class="pb-old" data-v="{self._old}"'
        return f"{_element(start, block.before, block.columns_before)}\n{marked}"


def _list_rows(stage: Stage) -> list[ChangeRow]:
    items = [item for stretch in stage.stretches for item in stretch.items]
    return [item for item in items if isinstance(item, ChangeRow)]


def _lay_out_effect(effect: SummedEffect) -> str:
    links = [f'<a href="#change-{n}">{escape(rule)}</a>' for n, rule in effect.rules]
    more = len(links) - _NAMED_RULES
    words = ", ".join(links[:_NAMED_RULES]) + (f" and {more} more" if more > 0 else "")
    return f'<p class="pb-weight">{escape(effect.name)}: {words}</p>\n'


def lay_out_notes(block: ChangeRow) -> str:
    """Return what a change does, a paragraph for each effect, and the stem of its list."""
    notes = [f'<p class="pb-weight">{escape(note)}</p>\n' for note in block.note_lines]
    return "".join(notes) + lay_out_stem(block)


def _words(
    kind: str, old_at: str, new_at: str, words: Sequence[str], columns: Sequence[str]
) -> str:
    """Return the words of a unit in an element with their position in each version."""
    return _element(f'class="{kind}" data-old="{old_at}" data-new="{new_at}"', words, columns)


def _element(start: str, words: Sequence[str], columns: Sequence[str]) -> str:
    if len(words) == 1 and not columns:
        return f"<p {start}>{words[0]}</p>"
    return f"<div {start}>{lay_out(words, columns)}</div>"


def lay_out(words: Sequence[str], columns: Sequence[str]) -> str:
    """Return a paragraph for each text, or the cells of a row with the names of its columns."""
    if columns:
        inside = "".join(map(_cell, columns, words))
        many = " pb-cells--many" if len(columns) > _SIDE_BY_SIDE else ""
        return f'<div class="pb-cells{many}">{inside}</div>'
    return "".join([f"<p>{part}</p>" for part in words])


def _cell(column: str, words: str) -> str:
    named = column and words
    name = f'<span class="pb-column" data-note>{escape(column)}: </span>' if named else ""
    return f'<span class="pb-cell">{name}<span>{words}</span></span>'


def lay_out_stem(block: ChangeRow) -> str:
    """Return the opening words of the item's list as a paragraph; empty without any."""
    stem = escape(block.stem, quote=False)
    return f'<p class="pb-stem" data-note>{stem}</p>\n' if stem else ""
