"""HTML that another program made of an ordinary page -> HTML that a browser can only read: tags, attributes and schemes by list.

Nothing is fetched from another site and nothing runs, whatever extensions of Markdown made it. The list is kept by nh3 (ammonia).
"""

import re

import nh3
from markupsafe import Markup

from policybook.reading.links import SCHEMES

_TAGS = {
    "a", "abbr", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "ins", "kbd", "li", "mark", "ol",
    "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "var",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
#: Python-Markdown aligns by a style, which the content security policy forbids; ours are classes.
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')
_ELSEWHERE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
_OURS = re.compile(r"content|pb-.*")  # ids of the frame


def html(page_html: str) -> Markup:
    """Return `made`, which may hold anything, without whatever acts, fetches from elsewhere or takes an id of the frame."""
    aligned = _ALIGNED.sub(r'\1 class="pb-\2"', page_html)
    return Markup(
        nh3.clean(
            aligned,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=_keep_attribute,
            url_schemes=set(SCHEMES),
            link_rel=None,
        )
    )


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src" and _ELSEWHERE.match(value):
        return None
    if name == "id" and _OURS.fullmatch(value):
        return f"{value}-1"
    return value
