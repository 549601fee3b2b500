"""Read items together with the words that open their list.

    Staff must:             Staff must lock the gate.
    - lock the gate    →    Staff must count the pupils.
    - count the pupils

Opening words alone say nothing: a duty in them is that of their items.
"""

import re
from collections.abc import Sequence

from policybook.meaning.sentences.reading import split_sentences
from policybook.model import ClauseKind
from policybook.redline.alignment_state import Text
from policybook.redline.types import Part, Unit

_CLAUSE = Part.CLAUSE
#: "A motion which:", "a form that:", "steps back if they:"; not "makes sure that:". So do examples.
_TELLS_WHICH = re.compile(
    r"\b(?:which|who|whose|(?:an?|any) (?:\w+ )?\w+ that"
    r"|(?:if|when|whenever|where)(?: (?:they|you|it|he|she|we|the \w+))?"
    r"|(?:provided(?: that)?|providing that|as long as|so long as|on condition that)"
    r"(?: [\w'-]+){0,3}"
    r"|which (?:may |can |could |might )?includes?(?: [\w'-]+){0,7}"
    r"|e\.?g\.?|for (?:example|instance)|such as)"
    r"[\s,:–—-]*$",
    re.IGNORECASE,
)
#: "A hirer undertakes to", with no colon: the sentence goes on in the items.
_GOES_ON = re.compile(
    r"\b(?:to|of|for|by|from|with|must|shall|should|will|may|can|not|never"
    r"|except|than|is|are|be)\s*$"
)
_END = re.compile(r"[.!?]['’”\")]?\s*$")


class OpeningWords:
    """The opening words of every item of a version, and the first item after opening words."""

    def __init__(self, texts: Sequence[Text], parents: Sequence[int]) -> None:
        self._leads: dict[int, str] = {}
        self._items: dict[int, str] = {}
        before = -1
        for place, parent in enumerate(parents):
            unit = texts[place].unit
            if unit.kind is not ClauseKind.ITEM:
                before = place if _GOES_ON.search(unit.text) else -1
            elif before >= 0 and texts[parent].unit.part is not _CLAUSE:
                parent = before
            if parent < 0 or unit.part is not _CLAUSE:
                continue
            above = texts[parent].unit
            if above.part is _CLAUSE and not above.cells and is_opening(above.text):
                self._leads[place] = own_text(above)
                self._items.setdefault(parent, own_text(texts[place].unit))

    def lead(self, units: Sequence[Unit]) -> str:
        """Return the opening words before the first of the units, or an empty text."""
        return self._leads.get(units[0].place, "") if units else ""

    def first_item(self, units: Sequence[Unit]) -> str:
        """Return the first item after the units, if these are opening words."""
        return self._items.get(units[-1].place, "") if units else ""

    def __bool__(self) -> bool:
        return bool(self._leads)


def own_text(unit: Unit) -> str:
    """Return the text of a unit without the number that an author typed."""
    return unit.text[unit.typed :]


def joined_text(units: Sequence[Unit]) -> str:
    """Return the texts of some units as one, without typed numbers."""
    return " ".join(map(own_text, units))


def read_sentences(units: Sequence[Unit]) -> list[str]:
    """Return the sentences of some units, with single spaces."""
    return [text for unit in units for text in split_sentences(" ".join(own_text(unit).split()))]


def is_opening(text: str) -> bool:
    """Return whether a text is opening words: it ends with a colon, or not like a sentence."""
    return not _END.search(text)


def only_tells_which(text: str) -> bool:
    """Return whether the items after opening words only say which thing is meant, or when.

    "The clerk shall move a motion that:" binds the clerk, and "needs no second" binds nobody.
    """
    return bool(_TELLS_WHICH.search(text))
