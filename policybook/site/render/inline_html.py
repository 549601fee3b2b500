"""Turn inline pieces into HTML. Every character of a policy is escaped.

A link needs an address from `LinkTargets`. The functions return plain `str`, for speed;
the whole becomes `Markup` once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markupsafe import Markup

from policybook.model import Inline, Mark
from policybook.reading.texts import typed_inlines

_TAGS = {Mark.STRONG: "strong", Mark.EMPHASIS: "em"}


def _none(target: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """How link targets and pictures of a text become addresses on one page.

    None leaves the text without its link.
    """

    link: Callable[[str], str | None] = _none
    picture: Callable[[str], str | None] = _none


def html(inlines: Sequence[Inline], places: LinkTargets) -> Markup:
    """Return `inlines` as HTML that a browser can only read, never run."""
    return Markup(text(inlines, places))


#: A screen reader would not say what the sign of a box means.
_BOXES = {
    sign: f'<span role="img" aria-label="{name}">{sign}</span>'
    for sign, name in (("☐", "empty checkbox"), ("☑", "ticked checkbox"))
}


# Versions of a policy share most of their text.
@lru_cache(maxsize=1 << 12)
def _escaped(text: str) -> str:
    """Return `text` as HTML, with words for the boxes in it."""
    words = escape(text)
    for sign, box in _BOXES.items():
        if sign in words:
            words = words.replace(sign, box)
    return words


def text(inlines: Sequence[Inline], places: LinkTargets) -> str:
    """Return `inlines` as HTML, in plain `str`."""
    return "".join(
        [
            _escaped(inline.text) if inline.mark is Mark.TEXT else _piece(inline, places)
            for inline in inlines
        ]
    )


def _piece(piece: Inline, places: LinkTargets) -> str:
    if piece.mark is Mark.LINK:
        return linked(text(piece.children, places), places.link(piece.target))
    if piece.mark in _TAGS:
        return marked_up(text(piece.children, places), piece.mark)
    return leaf(piece.mark, piece.text, piece.target, places)


def linked(inner: str, address: str | None) -> str:
    """Return `inner`, which is HTML, as a link to `address`; unchanged if there is none."""
    return inner if address is None else f'<a href="{escape(address)}">{inner}</a>'


def marked_up(inner: str, mark: Mark) -> str:
    """Return `inner`, which is HTML, with strong or ordinary emphasis."""
    return f"<{_TAGS[mark]}>{inner}</{_TAGS[mark]}>"


def leaf(mark: Mark, text: str, target: str, places: LinkTargets) -> str:
    """Return a piece without inner pieces: text, code, a picture, a line break or a gap."""
    if mark is Mark.BREAK:
        return "<br>"
    if mark is Mark.GAP:
        return '<span class="pb-gap"> </span>'
    if mark is Mark.CODE:
        return f"<code>{escape(text)}</code>"
    if mark is Mark.IMAGE and (source := places.picture(target)) is not None:
        return f'<img src="{escape(source)}" alt="{escape(text)}">'
    return escape(text)


def link_mail(words: str) -> Markup:
    """Return `words` as HTML, with each address in them as a link."""
    inlines = typed_inlines.refine((Inline(mark=Mark.TEXT, text=words),), has_boxes=False)
    return html(inlines, LinkTargets(link=str))
