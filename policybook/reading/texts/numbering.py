"""Give sections and clauses the numbers that readers cite.

Clauses are counted through their section (`4.2`). An appendix counts with its letter
(`A.1`). A policy may number its sub-headings too (`4.2.1`), or bring its own numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policybook.model import Clause, Group, Numbering, Section
from policybook.reading.texts import own_numbers

_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule)\s+([A-Z])(?![\w’'])", re.IGNORECASE)


def number_sections(sections: Sequence[Section], numbering: Numbering | None) -> Iterator[Section]:
    """Yield the sections with the numbers that `numbering` asks for.

    The ids of clauses do not change unless the numbers come from the policy itself or
    from its sub-headings.
    """
    if numbering is Numbering.OWN:
        yield from own_numbers.number_sections(sections)
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
