"""Say how each line with a typed letter becomes an item, and what the page then shows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policybook.model import Clause, ClauseKind, Numbering, Version
from policybook.model.findings import format_count
from policybook.reading.texts import clauses, text_outline
from policybook.text.line_shapes import find_words_column
from policybook.text.quotations import quote_start
from policybook.text.typed_lists import Letter, TypedList, find_lists


class _LetteredItem(NamedTuple):
    """The item that a letter would be: its column, and the line around it, if any."""

    letter: Letter
    column: int
    parent: str


def find_letters(version: Version) -> Iterator[tuple[int, str, str]]:
    """Yield the line of each typed letter, the letter, and how to make an item of the line."""
    lines = version.text.split("\n")
    runs = list(find_lists(lines))
    if not runs:
        return
    others, around = _find_other_lines(version), _find_items(version)
    items = [
        _place(letter, run, lines, around.get(run.letters[0].line + version.body_line), version)
        for run in runs
        for letter in run.letters
        if letter.line + version.body_line not in others
    ]
    for item in items:
        kept = item.letter.typed + " " if version.facts.numbering is Numbering.OWN else ""
        words = lines[item.letter.line][item.letter.end :]
        lines[item.letter.line] = f"{' ' * item.column}- {kept}{words}"
    numbers = _read_numbers("\n".join(lines), version)
    for item in sorted(items, key=lambda item: item.letter.line):
        number = item.letter.line + version.body_line
        yield number, item.letter.typed, _say_how(version, item, numbers.get(number, ""))


def _place(
    letter: Letter, run: TypedList, lines: Sequence[str], item: Clause | None, version: Version
) -> _LetteredItem:
    """Return the item of a letter. Below an item, its own item must be inside that one."""
    level, column, parent = 0, 0, ""
    if item is not None:
        parent = lines[item.lines[0] - version.body_line]
        column = find_words_column(parent)
    outer = run.outer
    while outer is not None:
        if outer.is_list:
            above = [other.line for other in outer.letters if other.line < letter.line]
            parent = parent if level else lines[above[-1]]
            level += 1
        outer = outer.outer
    return _LetteredItem(letter, column + 2 * level, quote_start(parent.strip()))


def _say_how(version: Version, item: _LetteredItem, number: str) -> str:
    """Return the remedy for one letter. `number` is what the page would show."""
    mark = f"{format_count(item.column, 'space')} and `- `" if item.column else "`- `"
    where = f", so that it is inside “{item.parent}”" if item.parent else ""
    if version.facts.numbering is Numbering.OWN:
        return f"Write {mark} before the letter{where}."
    remedy = f"Write {mark} instead of the letter{where}."
    if item.letter.surname:
        name = f"{item.letter.typed} {item.letter.surname}"
        remedy += f" If “{name}” is a name, write the hyphen before it, and keep the initial."
    if not number or number.endswith(f"({item.letter.bare})"):
        return remedy
    return (
        f"{remedy} The page then shows {number}. If people cite “{item.letter.typed}”, keep it "
        "instead, with an empty line before and after the line."
    )


def _read_numbers(text: str, version: Version) -> Mapping[int, str]:
    """Return the number of the item that starts in each line."""
    outline = text_outline.parse(text, version.body_line, version.facts.numbering)
    return {
        clause.lines[0]: clause.number
        for clause in clauses.walk_sections(outline.sections)
        if clause.kind is ClauseKind.ITEM
    }


def _find_items(version: Version) -> dict[int, Clause]:
    """Return the item that each line goes on with, without the lines that start one."""
    return {
        number: clause
        for clause in clauses.walk_text(version)
        if clause.kind is ClauseKind.ITEM
        for number in range(clause.lines[0] + 1, clause.lines[1])
    }


def _find_other_lines(version: Version) -> set[int]:
    """Return the lines of code, and those whose letter is the label of a clause."""
    every = list(clauses.walk_text(version))
    code = {n for c in every if c.kind is ClauseKind.CODE for n in range(*c.lines)}
    return code | {c.lines[0] for c in every if c.typed}
