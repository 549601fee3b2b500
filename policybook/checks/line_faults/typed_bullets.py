"""Find lines that start with a sign that makes no list, and the level of each in its list.

Word processors use another sign for the items inside an item: `•`, then `o`, then `▪`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policybook.checks.line_faults.context import ITEM_KINDS, Line, LineContext, LineFault
from policybook.model.findings import format_count
from policybook.text.line_shapes import ShapeKind, describe_oddity, find_words_column, read_shape

#: The signs of each level in word processors, the outermost first. Before them come numbers.
_SIGNS_OF_LEVELS = ("-*+•●·∙⦁⦿\uf0b7&", "o◦○", "▪■§▫□\uf0a7", "–—−")

#: Why `check --fix` leaves a list whose signs or indents disagree.
UNCLEAR_LEVELS = "only you can tell which items of its list are inside others"
#: The column of each typed item, and the item that it is inside, by their lines.
ItemPlaces = Mapping[int, tuple[int, Line | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """An item that others may be inside. `words` is the column where its words start."""

    line: Line
    signs: frozenset[str]
    words: int


def find_typed_bullets(context: LineContext) -> Iterator[LineFault]:
    """Yield each line that starts like an item and is none.

    If a level in a list is unclear, `check --fix` changes no item of the list.
    """
    for run in _read_runs(context):
        places = read_places(context, run)
        for line in run:
            if not line.is_item:
                yield _describe(context, line, places)


def _read_runs(context: LineContext) -> Iterator[list[Line]]:
    """Yield the items and typed bullets that follow one another, if one of them is typed."""
    run: list[Line] = []
    is_below_gap = False
    for line in context.lines:
        is_typed = _is_typed(context, line)
        is_item = line.is_item and line.shape.kind in (ShapeKind.MARK, ShapeKind.NUMBER)
        is_other_list = is_typed and is_below_gap and run and run[-1].is_item
        is_rest = line.is_blank or (not is_below_gap and line.kind in ("paragraph", "item"))
        if not (is_typed or is_item or is_rest) or (is_other_list and not _leads(context, line)):
            yield from [run] if any(not item.is_item for item in run) else []
            run = []
        if is_typed or is_item:
            run.append(line)
        is_below_gap = line.is_blank
    yield from [run] if any(not item.is_item for item in run) else []


def _is_typed(context: LineContext, line: Line) -> bool:
    return (
        line.shape.kind in (*ITEM_KINDS, ShapeKind.SYMBOL)
        and line.kind not in ("", "row", "heading", "code")
        and not line.is_item
        and _is_item_meant(context, line)
    )


def _leads(context: LineContext, line: Line) -> bool:
    before = context.last_filled(line)
    return before is not None and before.text.rstrip(" *_").endswith(":")


def read_places(context: LineContext, run: Sequence[Line]) -> ItemPlaces:
    """Return the place of each typed item of a list, or nothing if a level is unclear."""
    result: dict[int, tuple[int, Line | None]] = {}
    stack: list[_Level] = []
    indents = [line.shape.indent for line in run]
    base = min(indents) if min(indents) > 3 else 0
    is_set_in = max(indents) - min(indents) > 1
    is_even = len({context.before(line) is None for line in run[1:]}) < 2
    for line in run:
        indent = line.shape.indent - base
        level = sum(item.words <= indent for item in stack)
        if not line.is_item:
            is_joined = is_even or context.before(line) is not None
            typed = _find_level(stack, line, _leads(context, line), is_joined)
            if is_set_in:
                typed = _compare_indent(stack, line, typed)
            if typed is None:
                if _is_unsure(context, line):
                    continue
                return {}
            level, needed = typed, stack[typed - 1].words if typed else 0
            column = indent if needed <= indent < needed + 4 else needed
            result[line.number] = column, stack[level - 1].line if level else None
        signs = stack[level].signs if level < len(stack) else frozenset()
        words = find_words_column(line.text) if line.is_item else result[line.number][0] + 2
        stack[level:] = [_Level(line=line, signs=signs | {line.shape.sign}, words=words)]
    return result


def _compare_indent(stack: Sequence[_Level], line: Line, by_sign: int | None) -> int | None:
    """Return the level that the indent of a line says; None if a new sign says another."""
    level = sum(item.line.shape.indent < line.shape.indent for item in stack)
    is_new = all(line.shape.sign not in item.signs for item in stack)
    return None if is_new and by_sign != level else level


def _find_rank(line: Line) -> int | None:
    """Return the level that a sign has in word processors; -1 for a number, None if it varies."""
    if line.shape.kind is ShapeKind.NUMBER:
        return -1
    ranks = (n for n, signs in enumerate(_SIGNS_OF_LEVELS) if line.shape.sign[0] in signs)
    return next(ranks, None)


def _find_level(stack: Sequence[_Level], line: Line, leads: bool, is_joined: bool) -> int | None:
    """Return the level that the sign of a line says, below `stack`; None if that is unclear.

    `leads` is whether the line above ends with a colon. `is_joined` is whether no empty
    line sets it apart from the others.
    """
    same = next((n for n, item in enumerate(stack) if line.shape.sign in item.signs), None)
    if same is not None:
        return None if leads and same + 1 < len(stack) else same
    if not stack or leads:
        return len(stack)
    rank, ranks = _find_rank(line), [_find_rank(item.line) for item in stack]
    if rank is not None and rank in ranks:
        return ranks.index(rank)
    is_deeper = rank is not None and ranks[-1] is not None and rank > ranks[-1]
    return len(stack) if is_deeper and is_joined else None


def say_how_to_set_in(places: ItemPlaces) -> str:
    """Return what to add to the remedy of a list whose levels are unclear."""
    return "" if places else " Begin each item inside another with two spaces more than that one."


def _describe(context: LineContext, line: Line, places: ItemPlaces) -> LineFault:
    kind, sign = line.shape.kind, line.shape.sign
    column, parent = places.get(line.number, (line.shape.indent, None))
    is_unsure = _is_unsure(context, line)
    typed = line.text[: len(line.text) - len(line.text.lstrip())]
    is_as_typed = typed.isascii() and len(typed.expandtabs(4)) == column
    start = f"{typed if is_as_typed else ' ' * column}- "
    remedy = "Start the item with a hyphen and a space, `- `."
    if kind is ShapeKind.TIGHT_MARK:
        name = {"-": "hyphen", "+": "plus"}.get(sign, "star")
        message = f"a {name} without a space after it makes no list"
        remedy = f"Write a space after the {name}: `{sign} `."
    elif kind is ShapeKind.MARK:
        cause = describe_oddity(line.text) or "it is indented too far"
        message = f"“{line.shown}” is not an item: {cause}"
        remedy = f"Write `{sign} ` at the start of the line, with an ordinary space."
    else:
        message = (
            f"the line starts with “{sign}”, which makes no list; the page would show the sign"
        )
    if parent is not None:
        spaces = format_count(column, "space")
        remedy = f"Start the line with {spaces} and `- `, so that it is inside “{parent.shown}”."
    remedy += say_how_to_set_in(places)
    if kind is ShapeKind.SYMBOL:
        remedy += f" To keep the sign, write it after the hyphen: `- {sign} `."
    if kind is ShapeKind.DASH and line.shape.words[:1].isdigit():
        remedy += f" If it is a minus, write “minus {line.shape.words.split()[0]}”."
    return LineFault(
        line=line.number,
        code="typed-bullet",
        message=message,
        remedy=remedy,
        edit=None if is_unsure or not places else f"{start}{line.shape.words}",
        becomes="item",
        inside=parent.number if parent else 0,
        reason=f"“{sign}” may be part of the words" if is_unsure else UNCLEAR_LEVELS,
    )


def _is_item_meant(context: LineContext, line: Line) -> bool:
    """Return whether a line that may be the rest of a sentence starts like an item on purpose."""
    kind, sign, before = line.shape.kind, line.shape.sign, context.before(line)
    start = line.text.lstrip()
    is_letter = sign == "o" and not start.startswith(("o\t", "o  "))
    if kind is ShapeKind.SYMBOL:
        return _has_like(context, line)
    if start[:1] == "\N{FULLWIDTH ASTERISK}" or (kind is ShapeKind.BULLET and not is_letter):
        return True
    if kind is ShapeKind.DASH and start[1:2] == "\t":
        return True
    before = context.last_filled(line) if is_letter else before
    is_below_item = before is not None and (
        before.shape.kind is ShapeKind.BULLET
        or (kind is ShapeKind.TIGHT_MARK and (before.is_item or before.shape.kind in ITEM_KINDS))
    )
    if is_letter:
        start_line = context.lines[line.block.start - context.first] if line.block else line
        is_in_list = start_line is not line and start_line.shape.kind in ITEM_KINDS
        return _has_like(context, line) or is_below_item or is_in_list
    is_meant = sign != "*" and context.is_break_meant(line)
    return _has_like(context, line) or is_below_item or is_meant


def _is_unsure(context: LineContext, line: Line) -> bool:
    """Return whether a sign may be part of the words: a tick, a lone dash, a sign before a mark."""
    may_be_words = line.shape.kind is ShapeKind.DASH or line.shape.sign == "*"
    is_alone = may_be_words and not _has_like(context, line) and "\t" not in line.text
    is_marked = read_shape(line.shape.words).kind is not ShapeKind.WORDS
    is_symbol = line.shape.kind is ShapeKind.SYMBOL or line.shape.sign in "✓✔□✦★☆"
    return is_alone or is_marked or is_symbol


def _has_like(context: LineContext, line: Line) -> bool:
    """Return whether a line beside this one starts with the same sign.

    Between two lines that start with the letter `o`, a line may be empty.
    """
    beside = [context.before(line), context.after(line)]
    if line.shape.sign == "o":
        beside = [context.last_filled(line), context.next_filled(line)]
    return any(other and other.shape.sign == line.shape.sign for other in beside)
