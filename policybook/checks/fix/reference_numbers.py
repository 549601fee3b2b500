"""Write the new number of a rule into the references of drafts and proposals.

Only the numbers change, and the addresses of links to rules. The file is read again: every
other word must be the same, and each changed reference must lead to the rule that it meant.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from policybook.analysis import stale_references
from policybook.analysis.stale_references import StaleLink, StaleReference
from policybook.checks.fix import link_targets
from policybook.checks.rules.references import find_line
from policybook.model import Library, Numbering, Policy, Version, timeline
from policybook.reading import library
from policybook.reading.files.snapshot import Sources
from policybook.reading.references import references
from policybook.reading.references.reference_targets import PlacedReference, find_in_version
from policybook.reading.references.reference_types import Reference
from policybook.reading.texts import text_outline

_Stale = TypeVar("_Stale")
#: Marks of bold and italics, which end a list of numbers. Those inside a reference stay.
_MARKS = re.compile(r"[*_](?![*_]*\d)")
#: How many references with the same words may be hidden by marks before one, or in code.
_SHIFTS = (0, -1, 1, -2, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatedReferences:
    """A version's file with new numbers, and each old number with its new one.

    `obstacle` says why no number could be written. `left` has the line of each reference
    that could not be brought up to date, and what to do.
    """

    path: str
    data: bytes
    numbers: tuple[tuple[str, str], ...]
    obstacle: str = ""
    left: tuple[tuple[int, str], ...] = ()


def update_references(
    sources: Sources, project: Library, is_wanted: Callable[[str], bool]
) -> Iterator[UpdatedReferences]:
    """Yield each wanted version whose references have followed their rules."""
    for policy in project.policies:
        for version in policy.versions:
            if version.facts.is_undecided and is_wanted(version.path):
                result = _update(policy, version, sources.files[version.path])
                yield from [result] if result else []


def _update(policy: Policy, version: Version, data: bytes) -> UpdatedReferences | None:
    """Return the file of a version with new numbers; None if nothing can be done."""
    before = timeline.predecessor(policy, version)
    if before is None:
        return None
    stale = stale_references.find_stale(before, version)
    links = stale_references.find_stale_links(before, version)
    if not (stale or links):
        return None
    text = library.decode(data, version.path)[0]
    plain = [s for s in stale if s.new_number]
    written, numbered = _write_sure(plain, partial(_rewrite, text, version), _SHIFTS)
    moved = [s for s in links if s.new_target]
    led, new = _write_sure(
        moved,
        lambda pairs: link_targets.replace_targets(version, numbered, [s for s, _ in pairs]),
    )
    numbers = [(s.place.reference.words, s.new_number) for s in written]
    numbers += [(f"{s.words} ({s.target})", s.new_target) for s in led]
    is_stuck = not numbers and (plain or moved)
    ending = "\r\n" if b"\r\n" in data else "\n"
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return UpdatedReferences(
        path=version.path,
        data=bom + new.replace("\n", ending).encode() if numbers else b"",
        numbers=tuple(numbers),
        obstacle="its references cannot be told apart" if is_stuck else "",
        left=(
            *(_describe(find_line(version, s.place), s) for s in stale if s not in written),
            *(_describe(s.lines[0], s) for s in links if s not in led),
        ),
    )


def _write_sure(
    items: Sequence[_Stale],
    write: Callable[[Sequence[tuple[_Stale, int]]], str | None],
    shifts: Sequence[int] = (0,),
) -> tuple[Sequence[_Stale], str]:
    """Return the items that can be written, and the text with them.

    `write` returns None where the items that it gets cannot be written together.
    """
    sure: list[tuple[_Stale, int]] = [(item, 0) for item in items]
    text = write(sure)
    if text is None:
        sure.clear()
        for item in items:
            sizes = [n for n in shifts if write([*sure, (item, n)]) is not None]
            sure += [(item, n) for n in sizes[:1]]
        text = write(sure)
    return [item for item, _ in sure], text or ""


def _describe(line: int, stale: StaleReference | StaleLink) -> tuple[int, str]:
    """Return the line of what was not written, and what to do."""
    if isinstance(stale, StaleLink):
        words = f"the link to {stale.target}"
    else:
        words = f"“{stale.place.typed}”"
    now = " and ".join(number.removeprefix("# ") for number in stale.now)
    if not now:
        return line, f"{words} meant a rule that was removed; write what you mean"
    if isinstance(stale, StaleReference) and stale.is_unclear:
        return line, f"{words} may mean what is now {now}, but some numbers here may be new already"
    if isinstance(stale, StaleReference) and stale.is_partial:
        return line, f"{words} means what is now {now}; its sentence has other numbers to look at"
    return line, f"{words} means what is now {now}; write this by hand"


def _rewrite(
    text: str, version: Version, shifted: Sequence[tuple[StaleReference, int]]
) -> str | None:
    """Return the file's text with new numbers; None where this cannot be proved right."""
    new = _replace_numbers(text, version, shifted)
    stale = [item for item, _ in shifted]
    return new if new is not None and _is_proved(version, text, new, stale) else None


def _replace_numbers(
    text: str, version: Version, shifted: Sequence[tuple[StaleReference, int]]
) -> str | None:
    """Return the file's text with new numbers; None where a reference is not in its lines."""
    edits: list[tuple[int, int, str]] = []
    is_own = version.facts.numbering is Numbering.OWN
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for item, shift in shifted:
        place = item.place
        start, end = starts[place.clause.lines[0] - 1], starts[place.clause.lines[1] - 1]
        listed = references.find_references(_MARKS.sub(" ", text[start:end]), is_own)
        same = [r for r in listed if _is_like(r, place)]
        index = _count_before(version, place) + shift
        if not 0 <= index < len(same):
            return None
        edits += [
            (start + first, start + last, words)
            for first, last, words in same[index].list_edits(item.new_number)
        ]
    for first, last, number in sorted(set(edits), reverse=True):
        text = text[:first] + number + text[last:]
    return text


def _is_like(reference: Reference, place: PlacedReference) -> bool:
    """Return whether a reference in the source has the words of a reference in a clause."""
    return reference.full_words == place.reference.full_words


def _count_before(version: Version, place: PlacedReference) -> int:
    """Return how many references with the same words are before this one in its clause."""
    same = [
        other
        for other in find_in_version(version)
        if other.clause.lines == place.clause.lines and _is_like(other.reference, place)
    ]
    return next(n for n, other in enumerate(same) if other is place)


def _is_proved(version: Version, text: str, new: str, stale: Sequence[StaleReference]) -> bool:
    """Return whether only the numbers changed, and each leads to the rule that it meant."""
    body = "\n".join(new.split("\n")[version.body_line - 1 :])
    if len(new.split("\n")) != len(text.split("\n")):
        return False
    outline = text_outline.read_later(body, version.body_line, version.facts.numbering)
    updated = replace(version, text=body, outline=outline)
    olds, news = find_in_version(version), find_in_version(updated)
    wanted = {id(s.place): s.new_number for s in stale}
    return len(olds) == len(news) and all(
        _is_meant(was.reference, now, wanted.get(id(was), ""))
        for was, now in zip(olds, news, strict=True)
    )


def _is_meant(was: Reference, now: PlacedReference, wanted: str) -> bool:
    """Return whether a reference has the wanted number and leads to it, or is as it was."""
    reference = now.reference
    if not wanted:
        return (reference.noun, reference.number) == (was.noun, was.number)
    number = was.spell(wanted) if was.names_item or was.open_number != was.number else wanted
    return (reference.noun, reference.number, now.number) == (was.noun, number, wanted)
