"""Set up markdown-it-py: CommonMark with tables and roles, without HTML, within limits."""

import re
from collections import Counter
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

#: The greatest depth of blocks; a list and its item are two.
DEEPEST = 40


#: Characters in one paragraph or cell: ten times more than in any real policy. The time to
#: read marks grows with the square.
LONGEST_PASSAGE = 30_000


#: Paragraphs, items and cells in one text; the longest real policy has under 2,000.
MOST_PASSAGES = 10_000


MOST_COLUMNS = 50

#: Opening brackets in one passage, and in one text. A reader looks for the end of each.
MOST_BRACKETS = (2_000, 10_000)

#: The meta value of a token whose marks are not read.
BEYOND_LIMITS = "beyond-limits"


#: The target of a link to a role, `{contact: Headteacher}`, starts with this.
ROLE = "contact:"


_ROLE = re.compile(r"\{\s*contact\s*:([^{}]+)\}", re.IGNORECASE)


def _read_role(state: StateInline, silent: bool) -> bool:
    """Read `{contact: Headteacher}` as a link whose words are the role.

    `contacts.yml` says who has the role and how to reach them.
    """
    hit = _ROLE.match(state.src, state.pos, state.posMax)
    words = " ".join(hit[1].split()) if hit else ""
    if not hit or not words:
        return False
    # A link cannot be inside another.
    if not silent and state.linkLevel:
        state.push("text", "", 0).content = words
    elif not silent:
        state.push("link_open", "a", 1).attrSet("href", f"{ROLE}{words}")
        state.push("text", "", 0).content = words
        state.push("link_close", "a", -1)
    state.pos = hit.end()
    return True


_LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def _read_line_break(state: StateInline, silent: bool) -> bool:
    """Read `<br>` as a line break: in a cell of a table there is no other."""
    hit = _LINE_BREAK.match(state.src, state.pos, state.posMax)
    if not hit:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = hit.end()
    return True


#: The address of a link on a line of its own, without a title: `[guide]: https://…`
_DEFINITION = re.compile(
    r"\[([^\[\]^][^\[\]]*)\]:[ \t]*(?:<[^<>]*>|(?:#|/|\.{1,2}/|\w+:)\S*)[ \t]*$"
)

_NAME = re.compile(r"\[[^\[\]^][^\[\]]*\]:")
#: More addresses on lines of their own than any real policy has.
_MOST_DEFINITIONS = 500


def _read_definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read the address of links, if the text has one of those links.

    Any other line, such as `[Note]: important`, is a paragraph, so no word is lost. It ends
    before a line with an address.
    """
    words = _read_line(state, line)
    addresses = state.env.setdefault("references", {})
    if silent or not _NAME.match(words) or len(addresses) >= _MOST_DEFINITIONS:
        return False
    hit = _DEFINITION.match(words)
    is_new = hit and normalizeReference(hit[1]) not in addresses
    if hit and is_new and _is_used(state, hit[1]):
        return reference(state, line, end, silent)
    if line + 1 >= end or not _DEFINITION.match(_read_line(state, line + 1)):
        return False
    state.push("paragraph_open", "p", 1).map = [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.map, inline.content, inline.children = [line, line + 1], words.strip(), []
    state.push("paragraph_close", "p", -1)
    state.line = line + 1
    return True


def _read_line(state: StateBlock, line: int) -> str:
    """Return a line without the spaces before it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _is_used(state: StateBlock, name: str) -> bool:
    """Return whether words in brackets have this name, apart from the lines with addresses."""
    text = state.env.setdefault("folded", state.src.casefold())
    if "names" not in state.env:
        lines = (_DEFINITION.match(line.lstrip()) for line in text.split("\n"))
        state.env["names"] = Counter(hit[1] for hit in lines if hit)
    folded = name.casefold()
    return bool(text.count(f"[{folded}]") > max(1, state.env["names"][folded]))


def make_parser() -> MarkdownIt:
    """Return a reader for CommonMark with tables, without HTML."""
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    reader.enable("table")
    reader.block.ruler.at("reference", _read_definition)
    reader.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    reader.use(deflist_plugin)
    reader.inline.ruler.before("link", "role", _read_role)
    reader.inline.ruler.before("html_inline", "line_break", _read_line_break)
    reader.validateLink = lambda _: True  # type: ignore[method-assign, assignment]
    # The words of `<https://school.example/a%20b>` are those that the author typed.
    reader.normalizeLinkText = str  # type: ignore[method-assign, assignment]
    reader.core.ruler.before("inline", "bounded", _limit_passages)
    return reader


def _limit_passages(state: StateCore) -> None:
    """Mark every passage beyond the limits: its words stay, and its marks are not read.

    The first such line goes into `env`.
    """
    passages = columns = brackets = 0
    for token in state.tokens:
        if token.type == "tr_open":
            columns = 0
        elif token.type in ("th_open", "td_open"):
            columns += 1
        elif token.type == "inline":
            passages += 1
            own_brackets = token.content.count("[")
            brackets += own_brackets
            if (
                passages > MOST_PASSAGES
                or columns > MOST_COLUMNS
                or len(token.content) > LONGEST_PASSAGE
                or own_brackets > MOST_BRACKETS[0]
                or brackets > MOST_BRACKETS[1]
            ):
                state.env.setdefault("too_long", token.map[0] if token.map else 0)
                token.meta = {BEYOND_LIMITS: True}
        elif token.type == "table_close":
            columns = 0


def may_have_tables(text: str) -> bool:
    """Return whether a text has no more strokes than its tables could have.

    A text with more is one paragraph, and too long.
    """
    return text.count("|") < 4 * MOST_PASSAGES


@cache
def block_parser(*, with_tables: bool) -> MarkdownIt:
    """Return a reader of blocks. It leaves their inline marks as words."""
    without = [] if with_tables else ["table"]
    return make_parser().disable(["inline", "text_join", "html_block", *without])
