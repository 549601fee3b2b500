"""Find the bullets and numbers that somebody typed at the start of a paragraph.

A sign counts only where its form leaves no doubt: a tab follows it, or its neighbours go
on from it. Any other stays words: "2.5 metres", "I. Newton", "(a) or (b)".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policybook.text.ordinals import read_values
from policybook.word.incoming.document import (
    Block,
    Furniture,
    LeftOut,
    ListKind,
    Paragraph,
    Table,
    TextRun,
)

#: Twentieths of a point. Items set in alike can differ by so much.
_ALIKE = 120


_BULLET = re.compile(r"(?P<sign>[•·▪●○◦‣⁃➢❖■▫–—*-]|o(?=\t))(?P<gap>[\t \u00a0]+)(?=\S)")
#: In the order in which they are tried. (i) may be a letter: its neighbours decide.
_NUMBERS = re.compile(
    r"(?P<label>\d{1,3}(?:\.\d{1,3})+\.?|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{2,5}[.)]"
    r"|\d{1,2}(?=\t))(?P<gap>[\t \u00a0]+)(?=\S)"
)
_UNITS = re.compile(
    r"(?i)(?:metres?|meters?|miles?|km|cm|mm|kg|litres?|hours?|minutes?|days?|weeks?|months?"
    r"|years?|per ?cent|million|billion|pm|am|x|times|£|%)\b"
)
#: How far away the number before or after may stand.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _TypedSign:
    """A sign that may be one: its words, the form without its count, and the counts it can be."""

    text: str
    end: int
    has_tab: bool
    form: str
    counts: frozenset[tuple[str, int]]
    prefix: str = ""


def split_signs(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Return the blocks with typed signs as what they are, and the letters that were bullets."""
    signs = [_read_sign(block) for block in blocks]
    # The headings are far from each other, and go on from each other.
    of_headings = [s if _stands_out(b) else None for s, b in zip(signs, blocks, strict=True)]
    result: list[Block] = []
    for place, (block, sign) in enumerate(zip(blocks, signs, strict=True)):
        is_sure = _is_sure(signs, place, _NEAR) or _is_sure(of_headings, place, len(blocks))
        if isinstance(block, Paragraph) and sign and is_sure:
            result.append(_take(block, sign))
        else:
            result.append(block)
    letters = (
        LeftOut(what=Furniture.BULLET, text=sign.text)
        for block, old, sign in zip(result, blocks, signs, strict=True)
        if block is not old and sign and sign.form == "bullet" and sign.text.isalpha()
    )
    return tuple(_set_depths(result, blocks)), tuple(letters)


def _stands_out(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.heading > 0 or block.look.bold)


def _read_sign(block: Block) -> _TypedSign | None:
    """Return the sign at the start of a paragraph that Word itself gives none."""
    if isinstance(block, Table) or block.list_kind is ListKind.NUMBER:
        return None
    text = block.text
    if block.list_kind is ListKind.BULLET:  # somebody typed a sign after Word's own
        hit = _BULLET.match(text)
        return _TypedSign(hit["sign"], hit.end(), True, "bullet", frozenset()) if hit else None
    if hit := _BULLET.match(text):
        return _TypedSign(hit["sign"], hit.end(), "\t" in hit["gap"], "bullet", frozenset())
    hit = _NUMBERS.match(text)
    if not hit:
        return None
    label = hit["label"]
    if label[0].isdigit() and _UNITS.match(text, hit.end()):
        return None
    core = label.strip("().")
    prefix, _, last = core.rpartition(".")
    form = label.replace(core, "1", 1) + ("." if "." in core else "")
    return _TypedSign(label, hit.end(), "\t" in hit["gap"], form, read_values(last), prefix)


def _is_sure(signs: Sequence[_TypedSign | None], place: int, near: int) -> bool:
    """Return whether a sign is one: by its tab, or by one of `near` neighbours on each side."""
    sign = signs[place]
    if sign is None:
        return False
    nearby = [*signs[max(0, place - near) : place], *signs[place + 1 : place + 1 + near]]
    if sign.form == "bullet":
        beside = [*signs[max(0, place - 1) : place], *signs[place + 1 : place + 2]]
        return sign.has_tab or any(s and s.text == sign.text for s in beside)
    if sign.has_tab and (sign.form != "1" or any(s and s.form == "1" for s in nearby)):
        return True
    wanted = {(system, n + step) for system, n in sign.counts for step in (-1, 1)}
    return any(
        s and s.form == sign.form and s.prefix == sign.prefix and wanted & s.counts for s in nearby
    ) or (bool(sign.prefix) and any(s and _is_parent(s, sign) for s in nearby))


def _is_parent(sign: _TypedSign, below: _TypedSign) -> bool:
    """Return whether `2.` stands near `2.1`."""
    return ".".join(filter(None, (sign.prefix, sign.text.strip("().").rpartition(".")[2]))) == (
        below.prefix
    )


def _take(paragraph: Paragraph, sign: _TypedSign) -> Paragraph:
    """Return a paragraph without its typed sign, which becomes its number or its bullet."""
    is_bullet = sign.form == "bullet"
    return replace(
        paragraph,
        runs=tuple(_drop(paragraph.runs, sign.end)),
        label="" if is_bullet else sign.text,
        list_kind=ListKind.BULLET if is_bullet else ListKind.NUMBER,
    )


def _drop(runs: Sequence[TextRun], count: int) -> Iterator[TextRun]:
    """Yield the runs without their first `count` characters."""
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        rest = replace(run, text=run.text[cut:])
        if rest.text or rest.note or rest.picture is not None:
            yield rest


def _set_depths(blocks: Sequence[Block], before: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with the depth of each typed item, by how far it is set in."""
    row: list[Paragraph] = []
    for block, old in zip(blocks, before, strict=True):
        is_typed = isinstance(old, Paragraph) and old.list_kind is ListKind.NONE
        if isinstance(block, Paragraph) and block is not old and is_typed and not block.heading:
            row.append(block)
            continue
        yield from _by_indent(row)
        row = []
        yield block
    yield from _by_indent(row)


def _by_indent(row: Sequence[Paragraph]) -> Iterator[Paragraph]:
    indents = sorted({paragraph.look.indent for paragraph in row})
    for paragraph in row:
        yield replace(paragraph, depth=indents.index(paragraph.look.indent))


def set_depths(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, with one count of depths in each row of items.

    Word counts the levels of each list by itself. Where items of several lists stand in a
    row, the indent says which is inside which. Typed items have no list.
    """
    result = list(blocks)
    start = 0
    for place in range(len(result) + 1):
        if place < len(result) and _is_item(result[place]):
            continue
        row = [b for b in result[start:place] if isinstance(b, Paragraph)]
        if len({p.list_id for p in row}) > 1 and all(p.look.indent for p in row):
            result[start:place] = _set_by_indent(row)
        start = place + 1
    return tuple(result)


def _is_item(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.list_kind is not ListKind.NONE
        and block.list_id != ""
        and not block.heading
    )


def _set_by_indent(row: Sequence[Paragraph]) -> list[Block]:
    indents: list[int] = []
    for indent in sorted({paragraph.look.indent for paragraph in row}):
        if not indents or indent - indents[-1] > _ALIKE:
            indents.append(indent)
    return [
        replace(p, depth=max(n for n, indent in enumerate(indents) if indent <= p.look.indent))
        for p in row
    ]
