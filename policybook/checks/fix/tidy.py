"""Tidy a file: order its facts, list markers and line ends, and keep its words.

Each step is proved. The file is read again after it, and the step is undone unless
facts, numbers and words of all clauses are equal. When a line becomes what it looks
like, such as an item or a heading, its block must be the one that was asked for, and all
other blocks the same. When typed letters or page breaks go, the words are compared. An
approved text does not change, except where the record of approvals does not count it.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from policybook.checks.fix.field_order import LineEdit, make_sorting_step
from policybook.checks.fix.line_edits import LineEdits, find_faults
from policybook.checks.fix.list_markers import find_marker_edits
from policybook.checks.fix.same_meaning import MeaningComparison
from policybook.checks.fix.typed_letters import (
    find_letter_edits,
    keeps_letters_and_lines,
    list_left_letters,
)
from policybook.model import Library, Status
from policybook.model.findings import Finding, Severity, format_count
from policybook.reading import library
from policybook.reading.fields import front_matter
from policybook.reading.files import layout
from policybook.reading.files.layout import FileKind
from policybook.reading.files.snapshot import Sources
from policybook.text import encodings

_BREAK_ALONE = re.compile(r"^[ \t]*\f[ \t\f]*(?:\n|\Z)", re.MULTILINE)
_BREAK_AT_AN_END = re.compile(r"^\f+|\f+$", re.MULTILINE)
_ENDS = re.compile(rb"\r\n|\r|\n")

#: Steps that make of a line what it looks like: the code of its faults, and what was done.
_LINE_STEPS = (
    ("typed-bullet", "changed typed bullets into {}", "list marker"),
    ("typed-heading", "changed typed signs into {}", "heading"),
    ("typed-number", "changed typed numbers into {}", "item"),
    ("joined-line", "separated {} from the line before", "line"),
    ("list-indent", "set in {} to the item above", "item"),
)
_UNPROVED = "the correction would change other lines too"
Comparison = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class TidiedFile:
    """A tidied file: its bytes, and the steps in words. Without `steps`, nothing changed.

    `obstacle` says why a possible change was not made. `left` has the lines that only a
    person can correct, each with the reason.
    """

    path: str
    data: bytes
    steps: tuple[str, ...]
    obstacle: str = ""
    left: tuple[tuple[int, str], ...] = ()


def tidy_files(
    sources: Sources, project: Library, wanted: Callable[[str], bool]
) -> Iterator[TidiedFile]:
    """Yield each wanted version and summary that can be tidied, or that must not be touched."""
    for path, data in sources.files.items():
        is_text = path.endswith((".md", ".yml"))
        if is_text and wanted(path) and (foreign := encodings.recognise(data)):
            yield _save_as_utf8(path, data, foreign, project)
        elif layout.classify(path).kind in (FileKind.VERSION, FileKind.SUMMARY) and wanted(path):
            text, faults = library.decode(data, path)
            result = _tidy_file(path, data, text, faults, project) if text.strip() else None
            if result and (result.steps or result.obstacle or result.left):
                yield result


def _save_as_utf8(
    path: str, data: bytes, foreign: encodings.ForeignText, project: Library
) -> TidiedFile:
    """Return the file in UTF-8, if its encoding was recognised. Other steps come next time."""
    what, obstacle = layout.classify(path), ""
    if not foreign.codec:
        obstacle = f"{foreign.description}, so its words cannot be compared"
    elif (what.policy, what.version) in project.recorded:
        command = f"policybook restore {what.policy} {what.version}"
        obstacle = f"{foreign.description}; its text is approved. Put it back with: {command}"
    if obstacle:
        return TidiedFile(path=path, data=data, steps=(), obstacle=obstacle)
    step = "saved as UTF-8; read its accents and quotation marks again"
    return TidiedFile(path=path, data=foreign.text.encode(), steps=(step,))


def _tidy_file(
    path: str, data: bytes, text: str, faults: Sequence[Finding], project: Library
) -> TidiedFile:
    seal = _find_seal(path, text, project)
    sealed = bool(seal)
    saved = text
    text, breaks = _remove_page_breaks(path, text, sealed) if faults else (text, 0)
    if fault := _find_unreadable(path, text, saved, faults):
        if fault.code != "encoding":
            place = f"on line {fault.line}"
        else:
            place = "so its words cannot be compared"
        return TidiedFile(path=path, data=data, steps=(), obstacle=f"{fault.message}, {place}")
    new, steps = _apply_steps(path, text, sealed)
    if breaks:
        steps = (f"removed {format_count(breaks, 'page break')}", *steps)
    # The line end that most lines have; LF if there is a tie.
    ends = _ENDS.findall(data)
    line_end = "\r\n" if ends.count(b"\r\n") * 2 > len(ends) else "\n"
    new_data = (
        codecs.BOM_UTF8 * data.startswith(codecs.BOM_UTF8) + new.replace("\n", line_end).encode()
    )
    if len(set(_ENDS.findall(data))) > 1 or b"\r" in set(_ENDS.findall(data)):
        steps = (*steps, "made its line ends the same")
    has_untouched_form = sealed and _read_body(
        _apply_steps(path, text, sealed=False)[0]
    ) != _read_body(new)
    obstacle = seal if has_untouched_form else ""
    is_version = layout.classify(path).kind is FileKind.VERSION
    left = tuple(sorted(_list_left_lines(new))) if is_version and not sealed else ()
    return TidiedFile(path=path, data=new_data, steps=steps, obstacle=obstacle, left=left)


def _list_left_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that still are not what they look like, and why."""
    for fault in find_faults(text):
        if fault.severity is not Severity.NOTE:
            yield fault.line, fault.reason if fault.edit is None else _UNPROVED
    yield from list_left_letters(text)


def _remove_page_breaks(path: str, text: str, sealed: bool) -> tuple[str, int]:
    """Return the text without page breaks, and how many were removed.

    A page break goes only from the end of a line, or from a line of its own, if the
    words stay the same.
    """
    comparison, before = MeaningComparison(path, sealed), text.count("\f")
    for pattern in (_BREAK_ALONE, _BREAK_AT_AN_END):
        new = pattern.sub("", text)
        text = new if comparison.is_same_without_breaks(text, new) else text
    return text, before - text.count("\f")


def _find_unreadable(path: str, text: str, saved: str, faults: Sequence[Finding]) -> Finding | None:
    """Return what still prevents reading the file, with its line in the saved file."""
    if any(fault.code == "encoding" for fault in faults):
        return faults[0]
    remaining = next(iter(library.decode(text.encode(), path)[1]), None) if faults else None
    if remaining is None:
        return None
    line = text.split("\n")[remaining.line - 1]
    return replace(
        remaining,
        line=next((n for n, old in enumerate(saved.split("\n"), 1) if line in old), remaining.line),
    )


def _read_body(text: str) -> str:
    return front_matter.split(text).body


def _find_seal(path: str, text: str, project: Library) -> str:
    """Return why a version's words may not change; empty if they may.

    They may not if it is approved, withdrawn or recorded, or if its details cannot be read.
    """
    what = layout.classify(path)
    if what.kind is not FileKind.VERSION:
        return ""
    facts, faults = front_matter.read(front_matter.split(text), path)
    is_recorded = (what.policy, what.version) in project.recorded
    if is_recorded or (facts and facts.status in (Status.APPROVED, Status.WITHDRAWN)):
        return "its text is approved, and `check --fix` never changes an approved text"
    if facts:
        return ""
    first = next(iter(faults), None)
    where = f": {first.message}, on line {first.line}" if first else ""
    return f"correct the lines between the `---` first{where}. Then give the command again"


class FixStep(NamedTuple):
    """One way to tidy a text. `words` say what it did to how many of `noun`."""

    words: str
    noun: str
    edits: Callable[[str], list[LineEdit]]
    proof: Comparison

    def describe(self, count: int) -> str:
        """Return `changed typed bullets into 2 list markers`."""
        return self.words.format(format_count(count, self.noun))


def _list_steps(path: str, sealed: bool, comparison: MeaningComparison) -> tuple[FixStep, ...]:
    """Return the steps in their order, each with its proof.

    In a summary, every line must be an item, so only typed bullets change.
    """
    is_version = layout.classify(path).kind is FileKind.VERSION
    return (
        FixStep(
            "put its facts in order",
            "",
            make_sorting_step(path, sealed),
            comparison.has_same_meaning,
        ),
        *(
            FixStep(words, noun, edits.find, edits.prove)
            for code, words, noun in (_LINE_STEPS if is_version else _LINE_STEPS[:1])
            for edits in [LineEdits(code, sealed)]
        ),
        FixStep(
            "changed typed letters into {}",
            "list marker",
            find_letter_edits,
            lambda before, after: (
                comparison.has_same_words(before, after) and keeps_letters_and_lines(before, after)
            ),
        ),
        FixStep(
            "changed other signs into {}",
            "list marker",
            find_marker_edits,
            comparison.has_same_meaning,
        ),
        FixStep(
            "removed spaces at the end of {}",
            "line",
            lambda text: _edit_lines(text, lambda line: line.rstrip(" \t")),
            comparison.has_same_meaning,
        ),
    )


def _apply_steps(path: str, text: str, sealed: bool) -> tuple[str, tuple[str, ...]]:
    """Return the text after every step that is proved harmless, and what was done."""
    comparison = MeaningComparison(path, sealed)
    steps = _list_steps(path, sealed, comparison)
    counts: Counter[FixStep] = Counter()
    before = None
    while before != text:
        before = text
        for step in steps:
            text, count = _apply_edits(text, step.edits(text), step.proof)
            counts[step] += count
    ended_text = text.rstrip("\n") + "\n"
    done = [step.describe(counts[step]) for step in steps if counts[step]]
    if ended_text != text and comparison.has_same_meaning(text, ended_text):
        text, done = ended_text, [*done, "ended it with one line end"]
    return text, tuple(done)


def _apply_edits(text: str, edits: Sequence[LineEdit], is_same: Comparison) -> tuple[str, int]:
    """Return the text with every edit that keeps its meaning, and how many there were.

    If all edits together change the meaning, each half is tried alone.
    """
    if not edits:
        return text, 0
    lines = text.split("\n")
    for number, new_lines in edits:
        lines[number : number + len(new_lines)] = new_lines
    if is_same(text, new := "\n".join(lines)):
        return new, len(edits)
    if len(edits) == 1:
        return text, 0
    half = len(edits) // 2
    text, first = _apply_edits(text, edits[:half], is_same)
    text, second = _apply_edits(text, edits[half:], is_same)
    return text, first + second


# ---------- steps


def _edit_lines(text: str, improve: Callable[[str], str]) -> list[LineEdit]:
    return [
        (n, (new,)) for n, line in enumerate(text.split("\n")) if (new := improve(line)) != line
    ]
