"""Choose the style, the indents and the number of a paragraph.

The site decides every number. `ListNumbers` counts as Word does, and leaves a number to be typed
if Word would show another: in an appendix, under the policy's own numbers, and before the first
section.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from policybook.model import ClauseKind
from policybook.redline import Part, Unit
from policybook.text.list_labels import format_label
from policybook.word.outgoing.xml_parts import Element, make, set_value

#: Twentieths of a point: the margin with the numbers, and a level of a list.
_MARGIN, _STEP = 794, 510
#: The number of an item that its author typed, whether it counts or not.
_ORDINAL = re.compile(r"\d+[.)](?:\s|$)")
#: The styles of headings go to this level.
_DEEPEST = 6


class ParagraphForm(NamedTuple):
    """The look of a paragraph. `left` and `hanging` are in twentieths of a point."""

    style: str
    left: int = 0
    hanging: int = 0


def paragraph_form(unit: Unit) -> ParagraphForm:
    """Return the form of a unit that is no row."""
    match unit.part:
        case Part.TITLE:
            return ParagraphForm("PrintedTitle")
        case Part.SECTION:
            return heading_form(1, has_number=bool(unit.label))
        case Part.GROUP:
            return heading_form(unit.level - 1, has_number=bool(unit.label))
        case Part.COVER:
            return ParagraphForm("CoverLine")
    return clause_form(unit.kind, unit.level, shown_label(unit), is_quoted=unit.quoted)


def shown_label(unit: Unit) -> str:
    """Return the number before the words. Words that start with a number have no other."""
    is_typed = unit.typed or (unit.ordered and _ORDINAL.match(unit.text))
    return "" if is_typed else unit.label


def heading_form(level: int, *, has_number: bool) -> ParagraphForm:
    """Return the form of a heading; level 1 is a section's."""
    style = f"Heading{max(1, min(level, _DEEPEST))}"
    return ParagraphForm(style, _MARGIN, _MARGIN) if has_number else ParagraphForm(style)


def clause_form(
    kind: ClauseKind | None, depth: int, label: str, *, is_quoted: bool
) -> ParagraphForm:
    """Return the form of a clause. Its number hangs in the margin, or before its level."""
    style = "Quote" if is_quoted else "Clause"
    if kind is ClauseKind.CODE:
        style = "CodeBlock"
    left = _MARGIN + _STEP * depth
    if not label:
        return ParagraphForm(style, left)
    return ParagraphForm(style, left, _STEP if depth else _MARGIN)


@lru_cache(maxsize=256)
def form_elements(form: ParagraphForm) -> tuple[Element, ...]:
    """Return the form as properties of a paragraph, in the order of Word's schema."""
    elements = [set_value("w:pStyle", form.style)]
    if form.left:
        hanging = {"w:hanging": str(form.hanging)} if form.hanging else {"w:firstLine": "0"}
        elements.append(make("w:ind", {"w:left": str(form.left), **hanging}))
    return tuple(elements)


#: Sections, clauses, and seven levels of lists inside them.
_LEVELS = 9
#: Letters, Roman numbers and figures take turns: see `data/word/numbering.xml`.
_FORMS = 3
#: After z, Word counts aa, bb, cc.
_LETTERS = 26


class ListNumbers:
    """Counts the paragraphs of one file in their order."""

    def __init__(self) -> None:
        self._counters = [0] * _LEVELS

    def properties(self, unit: Unit) -> Element | None:
        """Return what makes Word number the paragraph as the site does, else None.

        Ask once for each paragraph with a number. One that gets None needs a typed number.
        """
        level = _list_level(unit)
        if level is None or self._shown(level) != unit.label:
            return None
        self._counters[level] += 1
        self._counters[level + 1 :] = [0] * (_LEVELS - level - 1)
        return make("w:numPr", None, set_value("w:ilvl", level), set_value("w:numId", 1))

    def _shown(self, level: int) -> str:
        """Return what Word would show for the next paragraph of this level."""
        following = self._counters[level] + 1
        if level == 0:
            return str(following)
        if level == 1:
            return f"{self._counters[0]}.{following}" if self._counters[0] else ""
        if (level - 2) % _FORMS == 0 and following > _LETTERS:
            return ""
        return format_label(level - 2, following - 1)


def _list_level(unit: Unit) -> int | None:
    """Return the level of Word's list for a unit, or None if it has none."""
    if unit.part is Part.SECTION:
        return 0
    if unit.part is not Part.CLAUSE or unit.level + 1 >= _LEVELS:
        return None
    return unit.level + 1
