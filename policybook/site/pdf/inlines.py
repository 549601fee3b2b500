"""Inline pieces of a clause -> pieces that the template sets: strings, and objects for what is not plain text.

A word that is too long for its line is a list of parts, between which the line may break; no character is added.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from policybook.model import Inline, Mark
from policybook.reading import markdown

Piece = str | dict[str, object]
Href = Callable[[str], str | None]

LONGEST_WORD = 32  # characters that fit on the shortest line of a list, in 12 pt

_PAUSE = re.compile(r"(?<=[/?&=._~#@:;,-])")
_SPACE = re.compile(r"[\t\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How links are resolved, which ids can be linked to, and how long a word may be."""

    href: Href
    ids: frozenset[str] = frozenset()
    longest: int = LONGEST_WORD


def pieces(inlines: Sequence[Inline], setting: Setting) -> list[Piece]:
    """Return what the template sets for `inlines`; every character of their text is there, in order."""
    return [piece for inline in inlines for piece in _build(inline, setting)]


def paragraphs(inlines: Sequence[Inline], setting: Setting) -> list[list[Piece]]:
    """The same, divided where a new paragraph begins. At least one paragraph, empty where there is nothing."""
    groups: list[list[Inline]] = [[]]
    for inline in inlines:
        if inline.mark is Mark.GAP:
            groups.append([])
        else:
            groups[-1].append(inline)
    return [pieces(group, setting) for group in groups]


def worded(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """The same, each picture by its alternative: a heading holds words alone."""
    return tuple(
        Inline(mark=Mark.TEXT, text=i.text)
        if i.mark is Mark.IMAGE
        else replace(i, children=worded(i.children))
        for i in inlines
    )


def code_lines(text: str, setting: Setting) -> list[list[str]]:
    """A block of code as lines, each a list of parts between which it may be broken; a tab is four spaces."""
    return [broken(line.replace("\t", "    "), setting.longest) for line in text.split("\n")]


def _build(inline: Inline, setting: Setting) -> Iterator[Piece]:
    match inline.mark:
        case Mark.TEXT:
            yield from _text(inline.text, setting.longest)
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
    """A link; its content alone where it leads nowhere on paper, or has no words to be read out."""
    target = setting.href(link.target)
    inside = pieces(link.children, setting)
    if not target or not markdown.plain(link.children).strip():
        return {"mark": "span", "pieces": inside}
    if target.startswith("#"):
        is_here = target[1:] in setting.ids
        return (
            {"mark": "jump", "id": target[1:], "pieces": inside}
            if is_here
            else {"mark": "span", "pieces": inside}
        )
    return {"mark": "link", "target": target, "pieces": inside}


def _text(text: str, longest: int) -> Iterator[Piece]:
    plain = _SPACE.sub(" ", text)
    parts = broken(plain, longest)
    if len(parts) == 1:
        yield plain
    else:
        yield {"mark": "parts", "parts": parts}


def broken(text: str, longest: int) -> list[str]:
    """Return `text` in parts, divided only inside words of more than `longest` characters, best after a sign."""
    if all(len(word) <= longest for word in text.split(" ")):
        return [text]
    result = [""]
    for word in re.split(r"(?<= )", text):
        first, *others = _divide_word(word, longest) if len(word) > longest else [word]
        result[-1] += first
        result += others
    return result


def break_at_signs(text: str) -> list[str]:
    """An address in parts: after each sign of pause a line may end."""
    return _PAUSE.split(text)


def _divide_word(word: str, longest: int) -> Iterator[str]:
    step = max(4, longest // 3)
    for part in break_at_signs(word):
        yield from (part[i : i + step] for i in range(0, len(part), step))
