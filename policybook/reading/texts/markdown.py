"""Read Markdown into a tree of blocks with their lines and inline pieces.

markdown-it-py reads it (CommonMark with tables). Raw HTML is text. No character of the
text is lost. If blocks nest deeper than `DEEPEST`, `too_deep` has the line. If a text
is too large to read, `too_long` has the line, and marks are left as words from there.
This module must not know policies.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from policybook.model import CellSpan, Inline, Mark
from policybook.reading.texts import clauses, typed_inlines
from policybook.reading.texts.markdown_parser import (
    BEYOND_LIMITS,
    DEEPEST,
    LONGEST_PASSAGE,
    block_parser,
    make_parser,
    may_have_tables,
)

#: The greatest depth of marks. Deeper text stays, without its mark.
_DEEPEST_MARK = 12

_MARKS = {"strong_open": Mark.STRONG, "em_open": Mark.EMPHASIS, "link_open": Mark.LINK}


#: The address of each link that the text names elsewhere, with its name.
References = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Block:
    """One block.

    `kind` is heading, paragraph, list, item, table, quote, note or code. `label` is that
    of a note. `lines` count from 0 in the given text. `ordinal` is the number that the
    author typed before an item, with its sign: `3.` or `3)`.
    """

    kind: str
    lines: tuple[int, int]
    level: int = 0
    ordered: bool = False
    ordinal: str = ""
    label: str = ""
    inlines: tuple[Inline, ...] = ()
    children: Sequence["Block"] = ()
    rows: Sequence[Sequence[tuple[Inline, ...]]] = ()
    row_lines: Sequence[tuple[int, int]] = ()
    aligns: Sequence[str] = ()
    spans: Sequence[Sequence[CellSpan]] = ()


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    """A text as blocks; and the lines, from 0, where it is too deep or too long."""

    blocks: tuple[Block, ...]
    too_deep: int | None
    too_long: int | None = None


_READER = make_parser()
#: What a cell has if another cell reaches over it.
_SPANS = {"<<": CellSpan.LEFT, "^^": CellSpan.UP}
_CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "footnote_reference_open": "note",
    "dl_open": "definitions",
    "dt_open": "term",
    "dd_open": "definition",
}
#: A text without any of these signs has no marks.
_MAY_BE_MARKED = re.compile(r"[\r\n\0\\`*_\[<&{@]|://|www\.")


def read(text: str) -> MarkdownDocument:
    """Return the blocks of `text` in reading order. Never raise."""
    env: dict[str, Any] = {}
    tokens = block_parser(with_tables=may_have_tables(text)).parse(text, env)
    deep = next((t.map[0] for t in tokens if t.level >= DEEPEST - 1 and t.map), None)
    return MarkdownDocument(tuple(_fill(tokens, _references(env))), deep, env.get("too_long"))


def _references(env: Mapping[str, Any]) -> References:
    """Return the names of the addresses that stand on lines of their own."""
    return tuple((name, row["href"]) for name, row in env.get("references", {}).items())


@lru_cache(maxsize=1 << 14)
def read_inline(text: str, references: References = ()) -> tuple[Inline, ...]:
    """Return the inline pieces of the words of one block.

    `references` are the addresses of links such as `[words][name]`, by name.

    The result is cached, because most rules of the next version have the same words.
    """
    if text and not _MAY_BE_MARKED.search(text):
        return (Inline(mark=Mark.TEXT, text=text),)
    if len(text) > LONGEST_PASSAGE:
        return _keep_words(text)
    env = {"references": {name: {"href": href, "title": ""} for name, href in references}}
    inlines = build_inlines(_READER.parseInline(text, env)[0].children or ())
    if any(sign in text for sign in typed_inlines.SIGNS):
        return typed_inlines.refine(inlines, has_boxes="\\[" not in text)
    return inlines


def _read_token(token: Token, references: References) -> tuple[Inline, ...]:
    """Return the inline pieces of a token; only its words if it is beyond the limits."""
    is_beyond = token.meta.get(BEYOND_LIMITS)
    return _keep_words(token.content) if is_beyond else read_inline(token.content, references)


def _keep_words(text: str) -> tuple[Inline, ...]:
    """Return a text without reading its marks, which could take minutes."""
    return (Inline(mark=Mark.TEXT, text=text.replace("\n", " ")),)


def _fill(tokens: Sequence[Token], references: References) -> list[Block]:
    """Return the tree of blocks from the flat tokens of markdown-it."""
    blocks: list[Block] = []
    stack = [(Block("root", (0, 0)), blocks)]
    coming = iter(tokens)
    for token in coming:
        block, children = stack[-1]
        lines = (token.map[0], token.map[1]) if token.map else block.lines
        if token.nesting > 0:
            within: list[Block] = []
            if token.type != "table_open":
                block = _open_block(token, lines, within)
            else:
                block = _table(coming, lines, references)
            children.append(block)
            if token.type != "table_open":
                stack.append((block, within))
        elif token.type in ("fence", "code_block"):
            words = (
                f"{token.info.strip()}\n{token.content}" if token.info.strip() else token.content
            )
            text = Inline(mark=Mark.CODE, text=words.rstrip("\n"))
            children.append(Block("code", lines, inlines=(text,)))
        elif token.type == "inline":
            block.inlines = _read_token(token, references)
        elif token.nesting < 0:
            done, _ = stack.pop()
            if done.kind == "definitions":
                done.kind, done.children = "list", list(_define(done.children))
    return blocks


def _define(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield each term as an item: the term in bold, then what it means."""
    item = Block("item", (0, 0))
    for block in blocks:
        if block.kind == "term":
            term = Inline(mark=Mark.STRONG, children=block.inlines)
            words = Block("paragraph", block.lines, inlines=(term,) if block.inlines else ())
            item = Block("item", block.lines, children=[words])
            yield item
        else:
            item.children = [*item.children, *block.children]
            item.lines = (item.lines[0], max(item.lines[1], block.lines[1]))


def _open_block(token: Token, lines: tuple[int, int], within: Sequence[Block]) -> Block:
    """Return the block that `token` opens. Its children will be in `within`."""
    if token.type == "heading_open":
        return Block("heading", lines, level=int(token.tag[1]))
    kind = _CONTAINERS.get(token.type, "paragraph")
    if kind == "note":
        return Block(kind, lines, label=str(token.meta["label"]), children=within)
    ordered = token.type == "ordered_list_open"
    # markdown-it gives the number of an item as `info`, and the sign after it as `markup`.
    ordinal = token.info + token.markup if kind == "item" and token.info else ""
    return Block(kind, lines, ordered=ordered, ordinal=ordinal, children=within)


def _table(tokens: Iterator[Token], lines: tuple[int, int], references: References) -> Block:
    """Return the table whose other tokens come next."""
    rows: list[list[tuple[Inline, ...]]] = []
    row_lines: list[tuple[int, int]] = []
    spans: list[list[CellSpan]] = []
    aligns: list[str] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
            spans.append([])
            row_lines.append((token.map[0], token.map[1]) if token.map else lines)
        elif token.type == "inline":
            span = _SPANS.get(token.content.strip(), CellSpan.NONE)
            spans[-1].append(span)
            cell = () if span else _read_token(token, references)
            has_lines = "\\" not in token.content and any(p.mark is Mark.BREAK for p in cell)
            rows[-1].append(typed_inlines.bullet_lines(cell) if has_lines else cell)
        elif token.type == "th_open":
            aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
    return Block("table", lines, rows=rows, row_lines=row_lines, aligns=aligns, spans=spans)


@dataclass(slots=True)
class _OpenBlock:
    """A mark that is open, with the pieces inside it."""

    mark: Mark
    target: str
    children: list[Inline]


def build_inlines(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    """Return the inline tree from the flat inline tokens of markdown-it.

    A line break in the source is a space.
    """
    stack = [_OpenBlock(Mark.TEXT, "", [])]
    # Open marks that are too deep to keep.
    unmarked = 0
    for token in tokens:
        if token.type in _MARKS:
            if len(stack) > _DEEPEST_MARK:
                unmarked += 1
            else:
                stack.append(_OpenBlock(_MARKS[token.type], str(token.attrGet("href") or ""), []))
        elif token.nesting < 0:
            if unmarked:
                unmarked -= 1
            else:
                done = stack.pop()
                piece = Inline(mark=done.mark, target=done.target, children=merge(done.children))
                stack[-1].children.append(piece)
        else:
            stack[-1].children.append(_leaf(token))
    return merge(stack[0].children)


def _leaf(token: Token) -> Inline:
    """Return the piece of a token that has no pieces inside it."""
    if token.type == "image":
        words = plain_text(build_inlines(token.children or ()))
        return Inline(mark=Mark.IMAGE, text=words, target=str(token.attrGet("src") or ""))
    if token.type == "code_inline":
        return Inline(mark=Mark.CODE, text=token.content)
    if token.type == "footnote_ref":
        label = str(token.meta["label"])
        shown = (Inline(mark=Mark.TEXT, text=f"[{label}]"),)
        return Inline(mark=Mark.LINK, target=f"#{clauses.note_id(label)}", children=shown)
    if token.type == "hardbreak":
        return Inline(mark=Mark.BREAK)
    return Inline(mark=Mark.TEXT, text=" " if token.type == "softbreak" else token.content)


def merge(pieces: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the pieces, with neighbouring texts as one piece."""
    result: list[Inline] = []
    for piece in pieces:
        if piece.mark is Mark.TEXT and result and result[-1].mark is Mark.TEXT:
            result[-1] = Inline(mark=Mark.TEXT, text=result[-1].text + piece.text)
        elif piece.mark is not Mark.TEXT or piece.text:
            result.append(piece)
    return tuple(result)


def plain_text(inlines: Sequence[Inline]) -> str:
    """Return the words of `inlines` as text.

    A line break and a new paragraph are a space. A picture is its alternative.
    """
    if len(inlines) == 1 and not inlines[0].children and inlines[0].mark is Mark.TEXT:
        return inlines[0].text
    return "".join(_plain(inlines))


def _plain(inlines: Sequence[Inline]) -> Iterator[str]:
    """Yield the parts of the plain text."""
    for piece in inlines:
        if piece.mark in (Mark.BREAK, Mark.GAP):
            yield " "
        elif piece.children:
            yield from _plain(piece.children)
        else:
            yield piece.text
