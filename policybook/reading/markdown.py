"""Markdown -> a tree of blocks with their lines and inline pieces. Knows CommonMark, and nothing of policies.

Markdown is read by markdown-it-py (CommonMark with tables). Raw HTML is text. No character of the text is lost, however it is
marked up; where blocks are nested deeper than `DEEPEST`, `Document.too_deep` names the line. Of a text that nobody could read, and that
would take minutes to, `Document.too_long` names the line, and its words are left out from there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from policybook.model import Inline, Mark

DEEPEST = 40  # block levels; a list and its item are two
LONGEST_PASSAGE = 30_000  # characters of one paragraph or cell, over ten times the longest seen: marks take the square of it to read
MOST_PASSAGES = 10_000  # paragraphs, items and cells of one text; the longest seen has under 2,000
MOST_COLUMNS = 50
_DEEPEST_MARK = 12  # marks inside marks; the text of deeper ones is kept, the mark is not

_MARKS = {"strong_open": Mark.STRONG, "em_open": Mark.EMPHASIS, "link_open": Mark.LINK}


@dataclass(slots=True)
class Block:
    """One block. `kind` is heading, paragraph, list, item, table, quote or code; `lines` count from 0 in the text given."""

    kind: str
    lines: tuple[int, int]
    level: int = 0
    ordered: bool = False
    inlines: tuple[Inline, ...] = ()
    children: Sequence["Block"] = ()
    rows: Sequence[Sequence[tuple[Inline, ...]]] = ()
    row_lines: Sequence[tuple[int, int]] = ()
    aligns: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    blocks: tuple[Block, ...]
    too_deep: int | None
    too_long: int | None = None


def _any_link(url: str) -> bool:
    """A bad link becomes a finding, not silent text."""
    return True


#: Begins the target of a link that a text makes by naming a role, `{contact: Headteacher}`.
ROLE = "contact:"
_ROLE = re.compile(r"\{\s*contact\s*:([^{}]+)\}", re.IGNORECASE)


def _role(state: StateInline, silent: bool) -> bool:
    """`{contact: Headteacher}` is a link whose words are the role: who has it, and how to reach them, stands elsewhere."""
    hit = _ROLE.match(state.src, state.pos, state.posMax)
    words = " ".join(hit[1].split()) if hit else ""
    if not hit or not words:
        return False
    if not silent and state.linkLevel:  # no link stands inside another
        state.push("text", "", 0).content = words
    elif not silent:
        state.push("link_open", "a", 1).attrSet("href", f"{ROLE}{words}")
        state.push("text", "", 0).content = words
        state.push("link_close", "a", -1)
    state.pos = hit.end()
    return True


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    reader.enable("table")
    reader.disable("reference")  # `[Note]: important` would vanish from the page
    reader.inline.ruler.before("link", "role", _role)
    reader.validateLink = _any_link  # type: ignore[method-assign]
    reader.core.ruler.before("inline", "bounded", _bound)
    return reader


def _bound(state: StateCore) -> None:
    """Leave out, before anyone looks for marks in it, what is beyond all bounds; the first such line goes into `env`."""
    passages = columns = 0
    for token in state.tokens:
        if token.type == "tr_open":
            columns = 0
        elif token.type in ("th_open", "td_open"):
            columns += 1
        elif token.type == "inline":
            passages += 1
            if (
                passages > MOST_PASSAGES
                or columns > MOST_COLUMNS
                or len(token.content) > LONGEST_PASSAGE
            ):
                state.env.setdefault("too_long", token.map[0] if token.map else 0)
                token.content = "…"
        elif token.type == "table_close":
            columns = 0


_READER = _reader()
_CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
}
#: One of these stands in a text, with a line end behind it, in which a rule of markdown-it finds anything. A rule across the page and the
#: line under a heading end in their sign, or in space.
_SIGNS = {
    "table": ("|",),
    "fence": ("```", "~~~"),
    "blockquote": (">",),
    "hr": ("-\n", "*\n", "_\n", " \n", "\t\n"),
    "lheading": ("-\n", "=\n", " \n", "\t\n"),
}
#: Words without any of these signs are words alone.
_MAY_BE_MARKED = re.compile(r"[\r\n\0\\`*_\[<&{]")


def read(text: str) -> MarkdownDocument:
    """Return the blocks of `text` in reading order. Never raises."""
    env: dict[str, int] = {}
    tokens = _blocks_without(_needless(text)).parse(text, env)
    deep = next((t.map[0] for t in tokens if t.level >= DEEPEST - 1 and t.map), None)
    return MarkdownDocument(tuple(_fill(tokens)), deep, env.get("too_long"))


def _needless(text: str) -> tuple[str, ...]:
    """The rules that find nothing in `text`. A text of more strokes than tables could have is one paragraph, and too long."""
    whole = f"{text}\n"
    without = (
        []
        if "\r" in text
        else [rule for rule, signs in _SIGNS.items() if not any(s in whole for s in signs)]
    )
    if text.count("|") >= 4 * MOST_PASSAGES:
        without.append("table")
    return tuple(without)


@cache
def _blocks_without(rules: tuple[str, ...]) -> MarkdownIt:
    """A reader of blocks that does not try `rules`: it tries each at every line, twice in a paragraph."""
    return _reader().disable(["inline", "text_join", "html_block", *rules])


@lru_cache(maxsize=1 << 14)
def read_inline(text: str) -> tuple[Inline, ...]:
    """Return the inline pieces of the words of one block. The same words, which most rules of the next version have, are read once."""
    if text and not _MAY_BE_MARKED.search(text):
        return (Inline(mark=Mark.TEXT, text=text),)
    return inlines_of(_READER.parseInline(text)[0].children or ())


def _fill(tokens: Sequence[Token]) -> list[Block]:
    """The blocks that markdown-it's flat tokens tell of."""
    blocks: list[Block] = []
    stack = [(Block("root", (0, 0)), blocks)]
    coming = iter(tokens)
    for token in coming:
        block, children = stack[-1]
        lines = (token.map[0], token.map[1]) if token.map else block.lines
        if token.nesting > 0:
            within: list[Block] = []
            block = (
                _open_block(token, lines, within)
                if token.type != "table_open"
                else _table(coming, lines)
            )
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
            block.inlines = read_inline(token.content)
        elif token.nesting < 0:
            stack.pop()
    return blocks


def _open_block(token: Token, lines: tuple[int, int], within: Sequence[Block]) -> Block:
    """The block that `token` opens, which holds what will stand `within`."""
    if token.type == "heading_open":
        return Block("heading", lines, level=int(token.tag[1]))
    kind = _CONTAINERS.get(token.type, "paragraph")
    return Block(kind, lines, ordered=token.type == "ordered_list_open", children=within)


def _table(tokens: Iterator[Token], lines: tuple[int, int]) -> Block:
    """The table whose other tokens come next."""
    rows: list[list[tuple[Inline, ...]]] = []
    row_lines: list[tuple[int, int]] = []
    aligns: list[str] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
            row_lines.append((token.map[0], token.map[1]) if token.map else lines)
        elif token.type == "inline":
            rows[-1].append(read_inline(token.content))
        elif token.type == "th_open":
            aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
    return Block("table", lines, rows=rows, row_lines=row_lines, aligns=aligns)


@dataclass(slots=True)
class _OpenBlock:
    mark: Mark
    target: str
    children: list[Inline]


def inlines_of(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    """Return the inline tree of markdown-it's flat inline tokens; a line break in the source is a space."""
    stack = [_OpenBlock(Mark.TEXT, "", [])]
    unmarked = 0  # marks that were too deep to keep, still open
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
                piece = Inline(mark=done.mark, target=done.target, children=_merge(done.children))
                stack[-1].children.append(piece)
        else:
            stack[-1].children.append(_leaf(token))
    return _merge(stack[0].children)


def _leaf(token: Token) -> Inline:
    if token.type == "image":
        words = plain(inlines_of(token.children or ()))
        return Inline(mark=Mark.IMAGE, text=words, target=str(token.attrGet("src") or ""))
    if token.type == "code_inline":
        return Inline(mark=Mark.CODE, text=token.content)
    if token.type == "hardbreak":
        return Inline(mark=Mark.BREAK)
    return Inline(mark=Mark.TEXT, text=" " if token.type == "softbreak" else token.content)


def _merge(pieces: Sequence[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one."""
    result: list[Inline] = []
    for piece in pieces:
        if piece.mark is Mark.TEXT and result and result[-1].mark is Mark.TEXT:
            result[-1] = Inline(mark=Mark.TEXT, text=result[-1].text + piece.text)
        elif piece.mark is not Mark.TEXT or piece.text:
            result.append(piece)
    return tuple(result)


def plain(inlines: Sequence[Inline]) -> str:
    """The words of `inlines` as text; a line break and a new paragraph count as a space, a picture as its alternative."""
    if len(inlines) == 1 and not inlines[0].children and inlines[0].mark is Mark.TEXT:
        return inlines[0].text  # as most blocks are
    return "".join(_plain(inlines))


def _plain(inlines: Sequence[Inline]) -> Iterator[str]:
    for piece in inlines:
        if piece.mark in (Mark.BREAK, Mark.GAP):
            yield " "
        elif piece.children:
            yield from _plain(piece.children)
        else:
            yield piece.text
