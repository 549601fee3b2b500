"""Material's style sheet -> the rules of it that Policybook's pages need. Knows nothing of policies, of MkDocs or of files.

Of its 140 kB a page of ours uses 13: what it says about HTML's own elements and about the few classes that the templates carry. They go
into a cascade layer, so that `policybook.css` always wins, and its rem of 20 px become rem of 16 px, so that a reader's own
text size counts. The colours and fonts that the rules read, `--md-…`, are set in `policybook.css`.
"""

import itertools
import re
from collections.abc import Iterator

#: Material's classes that the templates carry, and those that Python-Markdown gives to a note on an ordinary page.
_CLASSES = frozenset({
    "md-typeset", "md-grid", "md-main", "md-footer", "md-header", "md-header__inner",
    "admonition", "admonition-title", "note", "info", "tip", "warning", "danger",
})  # fmt: skip
_STRING = re.compile(r'"[^"]*"')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
#: Parts of a page that ours has not, or lays out itself.
_ELSEWHERE = re.compile(
    r"#|\[data-|::|:-|\[type|\[hidden|columnheader|\[align|^html$|>\*$|"
    r"\b(?:audio|details|fieldset|figcaption|figure|h5|iframe|input|js|select|small|summary|textarea|video)\b"
)
_OUTSIDE_BRACKETS = re.compile(r",(?![^(]*\))")
_UNWANTED = ("-webkit-", "-moz-", "transition", "touch-action", "scrollbar-color")
_ICON = "--md-admonition-icon--"
_LENGTH = re.compile(r"(?<![\w.#])(-?\d*\.?\d+)rem\b")


def with_notice(sheet: str, licence: str) -> str:
    """Return `sheet` with the licence of Material above it, as a comment that minifiers keep."""
    words = licence.strip().replace("*/", "* /")
    return f"/*! From the style sheet of Material for MkDocs.\n\n{words}\n*/\n{sheet}"


def needed(sheet: str) -> str:
    """Return the rules of `sheet`, Material's style sheet as it is published, that the pages use; those under a media query are left out."""
    strings = _STRING.findall(
        sheet
    )  # kept out of the way: they hold braces, at signs and semicolons
    number = itertools.count()
    bare = _STRING.sub(lambda _: f'"{next(number)}"', sheet)
    found = _RULE.findall(_AT_RULE.sub("", _COMMENT.sub("", bare)))
    rules = [(",".join(_wanted(selectors)), body) for selectors, body in found]
    read = frozenset(
        icon
        for selectors, body in rules
        if selectors
        for icon in re.findall(r"var\((--[\w-]+)", body)
    )
    kept = (
        (selectors, ";".join(_declarations(body, read))) for selectors, body in rules if selectors
    )
    text = _LENGTH.sub(
        _in_16px, "\n".join(f"{selectors}{{{body}}}" for selectors, body in kept if body)
    )
    return "@layer material{\n" + re.sub(r'"(\d+)"', lambda m: strings[int(m[1])], text) + "\n}\n"


def _wanted(selectors: str) -> Iterator[str]:
    for selector in _OUTSIDE_BRACKETS.split(selectors):
        if set(_CLASS.findall(selector)) <= _CLASSES and not _ELSEWHERE.search(selector):
            yield selector.strip()


def _declarations(body: str, read: frozenset[str]) -> Iterator[str]:
    for declaration in map(str.strip, body.split(";")):
        name = declaration.partition(":")[0]
        if (name in read and name.startswith(_ICON)) or not name.startswith(("--", *_UNWANTED)):
            yield declaration


def _in_16px(found: re.Match[str]) -> str:
    return f"{float(found[1]) * 1.25:.4f}".rstrip("0").rstrip(".") + "rem"
