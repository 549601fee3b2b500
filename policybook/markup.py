"""Inline pieces -> HTML. Every character of a policy is escaped; a link is made only where `Places` gives it an address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from policybook.model import Inline, Mark

_TAGS = {Mark.STRONG: "strong", Mark.EMPHASIS: "em"}


def _none(target: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Places:
    """How link targets and pictures of one text become addresses on one page. None: the text stands without its link."""

    link: Callable[[str], str | None] = _none
    picture: Callable[[str], str | None] = _none


def html(inlines: Sequence[Inline], places: Places) -> Markup:
    """Return `inlines` as HTML that a browser can only read, never run."""
    return Markup("").join(_piece(piece, places) for piece in inlines)


def _piece(piece: Inline, places: Places) -> Markup:
    if piece.mark is Mark.TEXT:
        return escape(piece.text)
    if piece.mark is Mark.BREAK:
        return Markup("<br>")
    if piece.mark is Mark.GAP:
        return Markup('<span class="pb-gap"> </span>')
    if piece.mark is Mark.CODE:
        return Markup("<code>{}</code>").format(piece.text)
    if piece.mark is Mark.IMAGE:
        source = places.picture(piece.target)
        return escape(piece.text) if source is None else Markup('<img src="{}" alt="{}">').format(source, piece.text)
    inner = html(piece.children, places)
    if piece.mark is Mark.LINK:
        address = places.link(piece.target)
        return inner if address is None else Markup('<a href="{}">{}</a>').format(address, inner)
    return Markup("<{0}>{1}</{0}>").format(Markup(_TAGS[piece.mark]), inner)
