"""Turn the HTML of an ordinary page into HTML that a browser can only read.

Tags, attributes and schemes are allowed by list. Nothing runs and nothing loads from
another site, whichever Markdown extension made it. nh3 (ammonia) applies the lists.
"""

import re

import nh3
from markupsafe import Markup

from policybook.reading.references.links import SCHEMES

_PHRASES = {"a", "abbr", "br", "del", "em", "ins", "mark", "q", "s", "small", "span", "strong"}
_TYPED = {"code", "kbd", "samp", "sub", "sup", "var"}
_BLOCKS = frozenset(
    """
    blockquote details div figcaption figure hr img p pre summary
    """.split()
)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"dd", "dl", "dt", "li", "ol", "ul"}
_TABLES = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TAGS = _PHRASES | _TYPED | _BLOCKS | _HEADINGS | _LISTS | _TABLES
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
#: Python-Markdown aligns cells by a style, which our content security policy forbids.
#: We use classes.
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')
_ELSEWHERE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})")
#: Ids of the frame.
_OURS = re.compile(r"content|pb-.*")


def html(page_html: str) -> Markup:
    """Return `page_html`, which may hold anything, without its unsafe parts.

    These are scripts, loads from other sites, and ids that belong to the frame.
    """
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
