"""Take the chosen changes of a reply into the text of a draft, or say which it cannot take."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from policybook.model import Numbering, Version
from policybook.word.incoming.document import Paragraph
from policybook.word.incoming.draft.block_markdown import is_item, unmark
from policybook.word.incoming.draft.inline_markdown import (
    Destinations,
    protect_start,
    split_sentences,
    write_inlines,
)
from policybook.word.incoming.reply.draft_units import DraftUnit, list_units, make_key, match_units
from policybook.word.incoming.reply.reply_file import ReplyParagraph
from policybook.word.incoming.reply.source_patch import patch_cell, patch_words
from policybook.word.incoming.word_count import split_words

#: Below this share of equal paragraphs, the file is no reply to this draft.
_LEAST_SHARE = 0.5
_SIGN = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_NO_LINKS = Destinations(place=lambda _: "", picture=lambda _: "")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedDraft:
    """The draft with the changes.

    `refused` are the paragraphs, by their names in the reply, that a person must change.
    `unnumbered` are those that came in without a number, in a draft that brings its own.
    `untracked` are texts of the draft that the file has in other words without a tracked
    change. `texts` are those that changed, as the new draft must read them. If `is_other`
    is true, the file is no reply to this draft, and `text` is the old text.
    """

    text: str
    refused: frozenset[str] = frozenset()
    unnumbered: tuple[str, ...] = ()
    untracked: tuple[str, ...] = ()
    is_other: bool = False
    expected: Counter[str] = field(default_factory=Counter)
    texts: tuple[str, ...] = ()


def take_changes(
    source: str, version: Version, before: Sequence[ReplyParagraph], after: Sequence[ReplyParagraph]
) -> EditedDraft:
    """Return the text of a draft with the changes between two readings of a reply.

    `source` is the draft's file and `version` what it says. `expected` counts the words
    that the new text must have: the caller reads it again and compares.
    """
    units = list_units(version)
    matched = match_units(units, before)
    with_words = [entry for entry in before if split_words(entry.paragraph.text)]
    if len(matched) < _LEAST_SHARE * max(1, min(len(with_words), len(units))):
        return EditedDraft(text=source, is_other=True)
    is_own = version.facts.numbering is Numbering.OWN
    editor = _Editor(source.split("\n"), matched, is_own)
    old = {entry.name: entry.paragraph for entry in before}
    new = {entry.name: entry.paragraph for entry in after}
    for name, paragraph in old.items():
        if name not in new:
            editor.remove(name, paragraph)
        elif new[name].text.split() != paragraph.text.split():
            editor.change(name, paragraph, new[name])
    last = ""
    for entry in after:
        if entry.name in old:
            last = entry.name
        elif entry.paragraph.text.strip():
            editor.insert(last, entry)
    present = {id(unit) for unit in matched.values()}
    return EditedDraft(
        text="\n".join(editor.write()),
        refused=frozenset(editor.refused),
        unnumbered=tuple(editor.unnumbered),
        untracked=tuple(u.text for u in units if id(u) not in present and not u.is_note),
        expected=editor.balance,
        texts=tuple(editor.texts),
    )


class _Editor:
    """Collects edits of lines, and writes them from the end of the file to its start.

    `balance` counts the words that come, less those that go. A number of Word's counts as
    words only where the draft brings its own numbers.
    """

    def __init__(self, lines: list[str], matched: dict[str, DraftUnit], is_own: bool) -> None:
        self._lines = lines
        self._matched = matched
        self._is_own = is_own
        self._new: dict[int, tuple[int, list[str]]] = {}
        self._added: dict[int, list[str]] = {}
        self.refused: set[str] = set()
        self.unnumbered: list[str] = []
        self.texts: list[str] = []
        self.balance: Counter[str] = Counter()

    def change(self, name: str, old: Paragraph, new: Paragraph) -> None:
        """Change the words of a paragraph."""
        unit = self._matched.get(name)
        if unit is None:
            self.refused.add(name)
            return
        end = self._find_end(unit)
        source = "\n".join(self._lines[unit.start - 1 : end - 1])
        has_label = make_key(unit.text) != make_key(old.text)
        if has_label and not make_key(new.text).startswith(make_key(unit.label)):
            self.refused.add(name)
            return
        texts = [_clean(p.text, unit.label) for p in (old, new)]
        if unit.cell >= 0:
            patched = patch_cell(source, unit.cell, texts[0], texts[1])
        else:
            patched = patch_words(source, texts[0], texts[1])
        if patched is None:
            self.refused.add(name)
            return
        if unit.cell >= 0:
            self._lines[unit.start - 1] = patched
        else:
            self._new[unit.start] = (end, patched.split("\n"))
        self.texts.append(texts[1])
        self._count(old, new)

    def remove(self, name: str, old: Paragraph) -> None:
        """Remove a paragraph with its lines."""
        unit = self._matched.get(name)
        if not old.text.strip():
            return
        if unit is None or unit.cell >= 0 or unit.is_heading or self._has_items(unit):
            self.refused.add(name)
            return
        self._new[unit.start] = (self._find_end(unit), [])
        self._count(old, None)

    def insert(self, after: str, entry: ReplyParagraph) -> None:
        """Insert a paragraph below another."""
        unit, new = self._matched.get(after), entry.paragraph
        if unit is None or unit.cell >= 0:
            self.refused.add(entry.name)
            return
        runs = [unmark(run) for run in new.runs] if new.heading else new.runs
        text = split_sentences(write_inlines(runs, _NO_LINKS))
        label = new.label if self._is_own else ""
        end = self._find_end(unit)
        below = self._lines[end - 1] if end <= len(self._lines) else ""
        above = self._lines[unit.start - 1]
        # The first item below another has the indent of the one that it comes before.
        sign = _SIGN.match(below) if len(_indent(below)) > len(_indent(above)) else None
        sign = sign or _SIGN.match(above)
        is_new_item = (is_item(new) or unit.is_item) and not new.heading
        if self._is_own and not label:
            self.unnumbered.append(" ".join(new.text.split()))
        if new.heading:
            lines = ["", f"{'#' * min(new.heading + 1, 6)} {f'{label} {text}'.strip()}", ""]
        elif is_new_item and sign and unit.is_item:
            gap = _indent(sign[0])
            lines = [f"{gap}- {f'{label} {text}'.strip()}".replace("\n", f"\n{gap}  ")]
        elif is_new_item:
            lines = ["", f"- {f'{label} {text}'.strip()}".replace("\n", "\n  "), ""]
        else:
            lines = ["", f"{label} {protect_start(text)}".strip(), ""]
        self._added.setdefault(end, []).extend("\n".join(lines).split("\n"))
        self._count(None, new)

    def write(self) -> list[str]:
        """Return the lines of the new text."""
        lines = list(self._lines)
        for place in sorted({*self._new, *self._added}, reverse=True):
            if place in self._new:
                end, new = self._new[place]
                _put(lines, place - 1, end - 1, new)
            if place in self._added:  # it goes above the line that was there
                _put(lines, place - 1, place - 1, self._added[place])
        return lines

    def _find_end(self, unit: DraftUnit) -> int:
        """Return the line after the last one of a unit that has words."""
        end = unit.end
        while end - 1 > unit.start and not self._lines[end - 2].strip():
            end -= 1
        return end

    def _has_items(self, unit: DraftUnit) -> bool:
        """Return whether items stand below a unit, and would hang in the air."""
        return any(
            other.start == unit.end and other.is_item and not unit.is_item
            for other in self._matched.values()
        )

    def _count(self, old: Paragraph | None, new: Paragraph | None) -> None:
        has_label = self._is_own and not (old and new)
        if new:
            self.balance.update(split_words(f"{new.label if has_label else ''} {new.text}"))
        if old:
            self.balance.subtract(split_words(f"{old.label if has_label else ''} {old.text}"))


def _clean(text: str, label: str) -> str:
    """Return the words of a paragraph on one line, without its typed number."""
    text = " ".join(text.split())
    return text.removeprefix(label).strip() if label else text


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _put(lines: list[str], start: int, end: int, new: list[str]) -> None:
    """Replace lines by new ones, with one empty line at each end, and not two."""
    before, after = lines[start - 1] if start else "", lines[end] if end < len(lines) else ""
    if new and not new[0] and not before:
        new = new[1:]
    if new and not new[-1] and not after:
        new = new[:-1]
    if not new and not before and not after:
        end += 1
    lines[start:end] = new
