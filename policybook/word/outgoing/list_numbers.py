"""Number the paragraphs of a policy with Word's own lists, wherever Word would show the same.

The site decides every number. This module counts as Word does, and leaves a number to be
typed if Word would show another: in an appendix, under the policy's own numbers, and
before the first section.
"""

from policybook.redline import Part, Unit
from policybook.text.list_labels import format_label
from policybook.word.outgoing.xml_parts import Element, make, set_value

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
        level = _level(unit)
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


def _level(unit: Unit) -> int | None:
    """Return the level of Word's list for a unit, or None if it has none."""
    if unit.part is Part.SECTION:
        return 0
    if unit.part is not Part.CLAUSE or unit.level + 1 >= _LEVELS:
        return None
    return unit.level + 1
