"""Give sections and clauses the numbers that readers cite.

Clauses are counted through their section (`4.2`). An appendix counts with its letter
(`A.1`). A policy may number its sub-headings too (`4.2.1`), or bring its own numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from policybook.model import Clause, Group, Inline, Mark, Numbering, Section
from policybook.reading import markdown

_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule)\s+([A-Z])(?![\w’'])", re.IGNORECASE)
#: A number that a policy brings: `4.`, `4.1`, `4.1.2`, `A.1`.
_TYPED = re.compile(r"((?:\d{1,3}|[A-Z](?=\.\d))(?:\.\d{1,3})*)[.)]?(?:\s+(?=\S)| $)")


def number_sections(sections: Sequence[Section], numbering: Numbering | None) -> Iterator[Section]:
    """Yield the sections with the numbers that `numbering` asks for.

    The ids of clauses do not change unless the numbers come from the policy itself or
    from its sub-headings.
    """
    if numbering is Numbering.OWN:
        yield from _OwnNumbers().read(sections)
        return
    for section in sections:
        letter = _APPENDIX.match(section.title) if section.number else None
        label = letter[1].upper() if letter else str(section.number)
        if numbering is Numbering.HEADINGS:
            yield replace(section, label=label, parts=tuple(_number_headings(section, label)))
        elif letter:
            yield replace(section, label=label, parts=tuple(_put_letter(section, label)))
        else:
            yield section if section.label == label else replace(section, label=label)


def _put_letter(section: Section, label: str) -> Iterator[Clause | Group]:
    """Yield the parts of an appendix, with its letter in their numbers."""
    start = f"{section.number}."
    for part in section.parts:
        if isinstance(part, Clause) and part.number.startswith(start):
            number = f"{label}.{part.number.removeprefix(start)}"
            yield _renumber(part, number, number, part.id)
        else:
            yield part


def _renumber(clause: Clause, number: str, label: str, name: str) -> Clause:
    """Return a clause with another number and id; those inside it follow."""
    children = tuple(
        _renumber(
            child,
            number + child.number.removeprefix(clause.number),
            child.label,
            name + child.id.removeprefix(clause.id),
        )
        for child in clause.children
    )
    return replace(clause, number=number, label=label, id=name, children=children)


def _number_headings(section: Section, label: str) -> Iterator[Clause | Group]:
    """Yield the parts of a section, with sub-headings and clauses in one count.

    A sub-heading takes a number, and the parts below it count after it.
    """
    counts = [0]
    for part in section.parts:
        if isinstance(part, Clause) and not part.number[:1].isdigit():
            yield part
            continue
        if isinstance(part, Group):
            depth = min(part.level - 2, len(counts))
            del counts[depth:]
        counts[-1] += 1
        digits = ".".join(map(str, counts))
        number = f"{label}.{digits}"
        if isinstance(part, Group):
            yield replace(part, number=number)
            counts.append(0)
        else:
            yield _renumber(part, number, number, f"s{section.number}-{digits.replace('.', '_')}")


@dataclass(slots=True)
class _OwnNumbers:
    """Reads the numbers that a policy brings. `last` is the number above an unnumbered clause."""

    last: str = ""
    below: int = 0
    ids: set[str] = field(default_factory=set)

    def read(self, sections: Sequence[Section]) -> Iterator[Section]:
        """Yield the sections with their own numbers, which their words then lack."""
        for section in sections:
            number, inlines = _split_number(section.inlines)
            letter = _APPENDIX.match(section.title)
            number = number or (letter[1].upper() if letter else "")
            self.last, self.below = number, 0
            title = markdown.plain_text(inlines).strip()
            parts = tuple([self._part(part, section) for part in section.parts])
            yield replace(section, label=number, title=title, inlines=inlines, parts=parts)

    def _part(self, part: Clause | Group, section: Section) -> Clause | Group:
        number, inlines = _split_number(part.inlines)
        if isinstance(part, Group):
            self.last, self.below = number or self.last, 0
            text = markdown.plain_text(inlines)
            return replace(part, number=number, text=text, inlines=inlines)
        if part.number.startswith("note"):
            return part
        if number:
            self.last, self.below = number, 0
            whole = replace(part, text=markdown.plain_text(inlines), inlines=inlines)
            return _renumber(whole, number, number, self._name(number))
        # A clause without a number is cited by the number above it.
        self.below += 1
        number = f"{self.last} ¶{self.below + 1}".strip()
        return _renumber(part, number, "", self._name(f"{section.number}.p{len(self.ids) + 1}"))

    def _name(self, number: str) -> str:
        """Return an id for a number. A second clause with a number gets an id of its own."""
        first, *others = number.split(".")
        name = f"s{first}-{'_'.join(others) or '0'}"
        while name in self.ids:
            name += "_"
        self.ids.add(name)
        return name


def _split_number(inlines: Sequence[Inline]) -> tuple[str, tuple[Inline, ...]]:
    """Return the number at the start of a text, and the text without it."""
    first = inlines[0] if inlines else None
    if first is None:
        return "", ()
    if first.mark in (Mark.STRONG, Mark.EMPHASIS):
        alone = _TYPED.fullmatch(f"{markdown.plain_text(first.children)} ")
        if alone and len(inlines) > 1:
            rest = replace(inlines[1], text=inlines[1].text.lstrip())
            return alone[1], (rest, *inlines[2:])
        number, children = _split_number(first.children)
        return number, (replace(first, children=children), *inlines[1:])
    hit = _TYPED.match(first.text) if first.mark is Mark.TEXT else None
    if not hit:
        return "", tuple(inlines)
    return hit[1], (replace(first, text=first.text[hit.end() :]), *inlines[1:])
