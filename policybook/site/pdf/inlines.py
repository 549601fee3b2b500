"""Turn the inline pieces of a clause into pieces that the template sets.

A piece is a string, or an object if it is more than plain text. A word too long for its
line is a list of parts, between which the line may break. No character is added.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from policybook.model import Inline, Mark
from policybook.reading.texts import markdown

Piece = str | dict[str, object]
Href = Callable[[str], str | None]
#: Words, or the pieces of a word, between which the template writes a hyphen at a line's end.
Part = str | list[str]

#: Characters of 12 pt on the shortest line of a list.
LONGEST_WORD = 32

#: After a sign, but not inside a figure such as 1,250.00.
_PAUSE = re.compile(r"(?<=[/?&=._~#@:;,-])(?!(?<=\d[.,:])\d)")
_FIGURE = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*")
#: Signs around a word.
_AROUND = " .,;:!?()[]‘’“”'\""
_SPACE = re.compile(r"[\t\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How links lead, which ids a link may use, and how many characters a word may have.

    Where the template hyphenates, a longer word of letters stays whole.
    """

    href: Href
    ids: frozenset[str] = frozenset()
    longest: int = LONGEST_WORD
    hyphenates: bool = False


def pieces(inlines: Sequence[Inline], setting: Setting) -> list[Piece]:
    """Return what the template sets for `inlines`: every character of their text, in order."""
    return [piece for inline in inlines for piece in _build(inline, setting)]


def paragraphs(inlines: Sequence[Inline], setting: Setting) -> list[list[Piece]]:
    """Return the pieces of each paragraph. An empty text has one empty paragraph."""
    groups: list[list[Inline]] = [[]]
    for inline in inlines:
        if inline.mark is Mark.GAP:
            groups.append([])
        else:
            groups[-1].append(inline)
    return [pieces(group, setting) for group in groups]


def worded(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return `inlines` with alternative text for each picture: a heading has only words."""
    return tuple(
        Inline(mark=Mark.TEXT, text=i.text)
        if i.mark is Mark.IMAGE
        else replace(i, children=worded(i.children))
        for i in inlines
    )


def code_lines(text: str, setting: Setting) -> list[list[Part]]:
    """Return a block of code as lines. A line may break between its parts; a tab is four spaces."""
    return [broken(line.replace("\t", "    "), setting.longest) for line in text.split("\n")]


def _build(inline: Inline, setting: Setting) -> Iterator[Piece]:
    match inline.mark:
        case Mark.TEXT:
            plain = _SPACE.sub(" ", inline.text)
            parts = broken(plain, setting.longest, setting.hyphenates)
            if len(parts) == 1:
                yield plain
            else:
                yield {"mark": "parts", "parts": parts}
        case Mark.CODE:
            yield {"mark": "code", "parts": broken(_SPACE.sub(" ", inline.text), setting.longest)}
        case Mark.BREAK | Mark.GAP:
            yield {"mark": "break"}
        case Mark.IMAGE:
            yield {"mark": "image", "source": inline.target, "alt": inline.text}
        case Mark.LINK:
            yield _link(inline, setting)
        case Mark.STRONG | Mark.EMPHASIS:
            yield {"mark": inline.mark.value, "pieces": pieces(inline.children, setting)}


def _link(link: Inline, setting: Setting) -> Piece:
    """Return a link, or only its content if it leads nowhere in print or has no words."""
    target = setting.href(link.target)
    inside = pieces(link.children, setting)
    if not target or not markdown.plain_text(link.children).strip():
        return {"mark": "span", "pieces": inside}
    if target.startswith("#"):
        is_here = target[1:] in setting.ids
        if is_here:
            return {"mark": "jump", "id": target[1:], "pieces": inside}
        return {"mark": "span", "pieces": inside}
    return {"mark": "link", "target": target, "pieces": inside}


def broken(text: str, longest: int, hyphenates: bool = False) -> list[Part]:
    """Return `text` in parts, divided only inside words longer than `longest` characters.

    The best place to divide a word is after a sign. Where the template hyphenates, it
    divides a word of letters itself, and gets the pieces of any other.
    """
    if all(_is_whole(word, longest, hyphenates) for word in text.split(" ")):
        return [text]
    result: list[Part] = [""]
    for word in re.split(r"(?<= )", text):
        is_whole = _is_whole(word.rstrip(" "), longest, hyphenates)
        first, *others = [word] if is_whole else _divide_word(word, longest, hyphenates)
        last = result[-1]
        if isinstance(last, str) and isinstance(first, str):
            result[-1] = last + first
        else:
            result.append(first)
        result += others
    return result


def _is_whole(word: str, longest: int, hyphenates: bool) -> bool:
    """Return whether a word fits its line, or the template can divide it: one of letters can."""
    letters = word.strip(_AROUND)
    has_plain_case = letters in (letters.lower(), letters.upper(), letters.capitalize())
    return len(word) <= longest or (
        hyphenates and letters.isalpha() and has_plain_case and len(letters) <= LONGEST_WORD
    )


def break_at_signs(text: str) -> list[str]:
    """Return an address in parts. A line may end after each sign of punctuation."""
    return _PAUSE.split(text)


def _divide_word(word: str, longest: int, hyphenates: bool) -> Iterator[Part]:
    """Yield the parts of a word. A hyphen in an address or a figure would change it."""
    step = max(4, longest // 3)
    is_exact = not hyphenates or "@" in word or "://" in word or word.startswith("www.")
    for part in break_at_signs(word):
        pieces = [part[i : i + step] for i in range(0, len(part), step)]
        if is_exact or (_FIGURE.fullmatch(part) and len(part) > 2 * longest):
            yield from pieces
        elif _is_whole(part.strip("/-"), longest, hyphenates) or _FIGURE.fullmatch(part):
            yield part
        else:
            yield pieces
