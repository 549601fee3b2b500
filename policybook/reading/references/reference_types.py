"""A reference in a sentence, and the nouns of references."""

import re
from typing import NamedTuple

#: Nouns whose number may be a letter. Only a heading can answer.
LETTERED = frozenset({"appendix", "annex", "schedule", "part", "chapter", "article"})
#: Nouns that name an item of a numbered list.
ITEMS = frozenset({"step", "criterion"})
#: Nouns that name an item by its letter: "paragraph (b)".
RELATIVE = frozenset({"paragraph", "clause", "point", "item", "rule", "section"})

#: A letter without its brackets: 3.1b.
_LAST_LETTER = re.compile(r"^(\d+(?:\.\d+)+)([a-z])$")


def find_holder(number: str, item: str) -> str:
    """Return the rule of which a list names another item: 1.1(a) for 1.1(a)(i) and (ii)."""
    stem, *parts = re.split(r"(?=\()", number)
    deepest = (n for n in range(len(parts) - 1, 0, -1) if _kind(parts[n]) == _kind(item))
    return stem + "".join(parts[: next(deepest, 0)])


def _kind(item: str) -> tuple[bool, bool]:
    """Return whether an item has a figure, and whether it has a Roman number."""
    return item[1].isdecimal(), set(item) <= set("()ivx")


class Reference(NamedTuple):
    """A reference in a text: its noun in the singular, its number, and where both are.

    `start` and `end` are the characters that become a link: "rule 3.1", or only "3.4"
    in a list. The number starts at `number_start`. `section 4` of a text about law may
    be of that law: then `is_sure` is false.
    """

    noun: str
    number: str
    start: int
    end: int
    number_start: int
    is_sure: bool
    #: The noun and number of the place that holds it: `section 5.2` after "step 4 of".
    within: str = ""
    #: The words say that it leads into this text: "section 4 below".
    is_inner: bool = False
    #: The rule of which it names an item: `rule 1.1` after "step 2 of". It is a reference too.
    inside: str = ""
    #: Where the number ends if a bracket after a space is none of it: "rule 1.2 (b)".
    short_end: int = 0
    #: The words leave no doubt that it is a reference: "§ 9.4", "see 9.4 above".
    is_certain: bool = False
    #: Nothing follows such a bracket in the words: "see rule 1.2 (b)."
    is_closed: bool = False
    #: Where the number of `within` starts.
    within_start: int = 0

    @property
    def words(self) -> str:
        """Return the reference in words: `rule 3.1`; without its noun in a list, `3.1`."""
        noun = self.noun.capitalize() if self.noun in LETTERED else self.noun
        words = f"{noun} {self.number}".strip()
        return f"{words} of {self.within}" if self.within else words

    @property
    def full_words(self) -> str:
        """Return the reference in words, with the rule of which it names an item."""
        return f"{self.words} of {self.inside}" if self.inside else self.words

    @property
    def number_end(self) -> int:
        """Return where the number ends in the text."""
        return self.end if self.short_end else self.number_start + len(self.number)

    def shorten(self) -> "Reference":
        """Return the reference without the bracket that stands apart."""
        if not self.short_end:
            return self
        number = self.number.rpartition("(")[0]
        return self._replace(number=number, end=self.short_end, short_end=0)

    @property
    def open_number(self) -> str:
        """Return the number with its last letter in brackets: `3.1(b)` for "rule 3.1b"."""
        return _LAST_LETTER.sub(r"\1(\2)", self.number)

    @property
    def names_item(self) -> bool:
        """Return whether the words have the number of an item alone: "step 2", "item (b)"."""
        return bool(self.inside or self.within) or self.noun in ITEMS

    def spell(self, number: str) -> str:
        """Return another number as this one is written: "3.1 (b)" beside "rule 1.2 (b)"."""
        head, bracket, item = number.rpartition("(")
        if not bracket:
            return number.rpartition(".")[2] if self.inside or self.within else number
        if self.names_item:
            return f"({item}" if self.number.startswith("(") else item.rstrip(")")
        if self.open_number != self.number:
            return f"{head}{item.rstrip(')')}"
        return f"{head} ({item}" if self.short_end else number

    def list_edits(self, number: str) -> list[tuple[int, int, str]]:
        """Return what to write for another number: start, end and words of each place."""
        edits = [(self.number_start, self.number_end, self.spell(number))]
        if self.within:
            around = self.within.rpartition(" ")[2]
            new = number.rpartition("(")[0] or number.rpartition(".")[0]
            new = new if "." in around else new.partition(".")[0]
            edits.append((self.within_start, self.within_start + len(around), new))
        return edits
