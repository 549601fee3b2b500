"""Find the title of a policy on its cover, and take it out of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policybook.word.incoming.document import Block, Paragraph
from policybook.word.incoming.structure.headings_by_look import is_school, walk_headings

_KIND = re.compile(
    r"(?i)\b(?:policy|policies|procedures?|plan|scheme|statement|code(?: of conduct)?|charter"
    r"|guidance|guidelines|strategy|protocol|agreement|framework|objectives|terms of reference"
    r"|handbook|notice|form)\b"
)
_MOST_WORDS = 14
_LONGEST = 200
#: Blocks at the start among which the title is sought where there is no heading.
_COVER = 15
#: Words that tell one title from another.
_LONG = re.compile(r"[^\W\d_]{4,}")
_ENDS = re.compile(r"(?i)[\s–—:-]*(?:\(?(?:draft|final|v(?:ersion)?\.? ?\d[\d.]*)\)?)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """The title, and the text without its line. If not `is_sure`, a person should confirm it."""

    title: str
    blocks: tuple[Block, ...]
    is_sure: bool


def take_title(blocks: Sequence[Block], property_title: str, file_title: str) -> TitleLine:
    """Return the title, and the blocks without the line that is the title.

    Where no line of the cover is one for sure, the text keeps every line, and the title is
    a guess: the first heading, the properties of the file, or its name.
    """
    place = _find_line(blocks, property_title)
    if place is not None and not _agrees(blocks[place], file_title):
        place = None
    block = None if place is None else blocks[place]
    if place is None or not isinstance(block, Paragraph):
        first = blocks[0] if blocks else None
        is_first = isinstance(first, Paragraph) and first.heading > 0 and not first.label
        heading = _words(first) if isinstance(first, Paragraph) and is_first else ""
        guesses = (heading, _find_largest(blocks), property_title, file_title)
        named = (g for g in (file_title, property_title) if _is_name(g))
        title = next(named, next(filter(None, guesses), ""))
        return TitleLine(title=title, blocks=tuple(blocks), is_sure=False)
    title = _words(block)
    is_only_heading = block.heading > 0 and sum(1 for _ in walk_headings(blocks)) == 1
    if block.origin == "text box" or is_only_heading:
        # The lines of a box belong together; and a text without headings is hard to read.
        return TitleLine(title=title, blocks=tuple(blocks), is_sure=True)
    rest = [*blocks[:place], *blocks[place + 1 :]]
    if block.heading:
        # Headings below the title count from it.
        rest = [_raise(b) for b in rest]
    return TitleLine(title=title, blocks=tuple(rest), is_sure=True)


def free_cover(blocks: Sequence[Block], file_title: str) -> tuple[Block, ...]:
    """Return the blocks, with the heading above the title as a line of the cover.

    It is one if it is the name of a school, or if no other heading has its level and the
    title comes next. The title has the mark of one then.
    """
    cover = [*blocks[:_COVER], None]
    place, first = next(
        (n, b) for n, b in enumerate(cover) if b is None or is_school(b) or _is_heading(b)
    )
    if not isinstance(first, Paragraph) or first.label or _is_name(first.text):
        return tuple(blocks)
    after, line = next((n, b) for n, b in enumerate(cover) if n > place and _has_words(b))
    levels = [heading.heading for heading in walk_headings(blocks)]
    is_alone = (
        first.heading > 0 and levels.count(first.heading) == 1 and first.heading <= min(levels)
    )
    is_of_school = is_school(first)
    is_title = (
        isinstance(line, Paragraph)
        and bool(line.heading or line.is_title or line.look.bold or line.look.centred)
        and _is_name(line.text)
        and not line.label
        and _agrees(line, file_title)
    )
    above = [b for b in cover[:place] if isinstance(b, Paragraph)]
    is_below = any(b.is_title or _is_name(b.text) for b in above)
    is_named = file_title != "" and file_title.casefold() in first.text.casefold()
    if is_named or is_below or is_of_school + is_alone + is_title < 2:
        return tuple(blocks)
    result = [*blocks]
    result[place] = replace(first, heading=0)
    if is_title and isinstance(line, Paragraph) and not (line.heading and len(levels) < 3):
        result[after] = replace(line, heading=0, is_title=True)
    return tuple(result)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.heading > 0


def _has_words(block: Block | None) -> bool:
    return not isinstance(block, Paragraph) or block.text.strip() != ""


def _agrees(block: Block, file_title: str) -> bool:
    """Return whether a line can be the title of a file with this name.

    "Policy objectives" is none of "Lettings policy": they share no word but the kind.
    """
    if not isinstance(block, Paragraph) or block.is_title or not _is_name(file_title):
        return True
    kinds = {hit[0].lower() for hit in _KIND.finditer(file_title)}
    words = {word for word in _LONG.findall(file_title.lower()) if word not in kinds}
    line = block.text.lower()
    return not words or (any(w in line for w in words) and any(kind in line for kind in kinds))


def _words(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.split())


def _raise(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.heading > 1:
        return replace(block, heading=block.heading - 1)
    return block


def _find_line(blocks: Sequence[Block], property_title: str) -> int | None:
    """Return the place of the title's line, or None where no line is one for sure."""
    lines = list(_walk_cover(blocks))
    wanted = " ".join(property_title.casefold().split())
    heading = _find_title_heading(blocks)
    named = [(n, line) for n, line in lines if _is_name(line.text)]
    for n, line in lines:
        if line.is_title and (_is_name(line.text) or (not named and heading is None)):
            return n
    is_alone = not named and heading is None
    for n, line in lines:
        if wanted and _words(line).casefold() == wanted and (is_alone or _is_name(line.text)):
            return n
    if heading is not None:
        return heading
    if named:
        return max(named, key=lambda pair: (pair[1].look.size, -pair[0]))[0]
    return None


def _walk_cover(blocks: Sequence[Block]) -> Iterator[tuple[int, Paragraph]]:
    """Yield the short lines before the first heading, with their places."""
    for n, block in enumerate(blocks):
        if n >= _COVER or (isinstance(block, Paragraph) and block.heading):
            return
        is_short = isinstance(block, Paragraph) and len(block.text) <= _LONGEST
        if is_short and isinstance(block, Paragraph) and 0 < len(block.text.split()) <= _MOST_WORDS:
            yield n, block


def _find_largest(blocks: Sequence[Block]) -> str:
    """Return the words of the one line of the cover that is larger than all others, or bold."""
    lines = [line for _, line in _walk_cover(blocks)]
    sizes = sorted((line.look.size for line in lines), reverse=True)
    for line in lines:
        if is_school(line):
            continue
        if line.look.bold and line.look.size == sizes[0] and sizes.count(sizes[0]) == 1:
            return _words(line)
    return ""


def _is_name(text: str) -> bool:
    """Return whether a line names a policy, such as "Behaviour Policy"."""
    if len(text) > _LONGEST:
        return False
    words = _ENDS.sub("", text.strip())
    hits = list(_KIND.finditer(words))
    is_sentence = words.endswith((".", ",", ";")) or not words[:1].isupper()
    return bool(hits) and not is_sentence and ":" not in words[hits[0].start() :]


def _find_title_heading(blocks: Sequence[Block]) -> int | None:
    """Return the place of the first heading if it is the title.

    It is, if it alone has the highest level, or is the only one and names a policy.
    """
    places = [n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.heading]
    headings = list(walk_headings(blocks))
    if not headings or headings[0].label or places[0] >= _COVER:
        return None
    top, below = headings[0].heading, [h.heading for h in headings[1:]]
    is_name = _is_name(headings[0].text)
    if (not below and is_name) or (below and min(below) > top and (is_name or places[0] == 0)):
        return places[0]
    return None
