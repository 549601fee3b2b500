"""The installed Material -> the style sheet that our templates build on, with its licence.

Our pages use 13 of its 140 kB: the rules for HTML's own elements and for the few classes in the
templates. The rules go into a cascade layer, so that `policybook.css` always wins. Material's rem
is 20 px, ours is 16 px, so that the reader's text size counts. `policybook.css` sets the colours
and fonts that the rules read (`--md-…`).
"""

import contextlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata, resources
from pathlib import Path

from policybook.site.render.types import Templates
from policybook.text import data_files

#: Material's classes in the templates, and those that Python-Markdown gives to a note on a page.
_CLASSES = frozenset({
    "md-typeset", "md-grid", "md-main", "md-footer", "md-header", "md-header__inner",
    "admonition", "admonition-title", "note", "info", "tip", "warning", "danger",
})  # fmt: skip
_STRING = re.compile(r'"[^"]*"')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
#: Parts that our pages do not have, or that our own sheet lays out.
_ELSEWHERE = re.compile(
    r"#|\[data-|::|:-|\[type|\[hidden|columnheader|\[align|^html$|>\*$|"
    r"\b(?:audio|details|fieldset|figcaption|figure|h5|iframe|input|js|select|small|summary|"
    r"textarea|video)\b"
)
_OUTSIDE_BRACKETS = re.compile(r",(?![^(]*\))")
_UNWANTED = ("-webkit-", "-moz-", "transition", "touch-action", "scrollbar-color")
_VARIABLE = re.compile(r"var\((--[\w-]+)")
_ICON = "--md-admonition-icon--"
_LENGTH = re.compile(r"(?<![\w.#])(-?\d*\.?\d+)rem\b")


STYLE_SHEET = "assets/material.css"


def add_theme(templates: Templates) -> Templates:
    """Add Material's style sheet to the templates. A school's own sheet of that name stays."""
    # By its package: to find a theme by name, MkDocs reads the metadata of every package.
    folder = Path(str(resources.files("material")))
    sheets = sorted(folder.glob("templates/assets/stylesheets/main.*.min.css"))
    rules = needed("".join(file.read_text(encoding="utf-8") for file in sheets))
    sheet = with_notice(rules, material_licence())
    return replace(
        templates, assets={STYLE_SHEET: sheet.encode(), **templates.assets}, styles=(STYLE_SHEET,)
    )


def material_licence() -> str:
    """Return the licence of the installed Material. If it has no licence file, return ours."""
    with contextlib.suppress(metadata.PackageNotFoundError):
        if text := metadata.distribution("mkdocs-material").read_text("licenses/LICENSE"):
            return text
    return data_files.read_text("material-licence.txt")


def with_notice(sheet: str, licence: str) -> str:
    """Return `sheet` below the licence of Material, in a comment that minifiers keep."""
    words = licence.strip().replace("*/", "* /")
    return f"/*! From the style sheet of Material for MkDocs.\n\n{words}\n*/\n{sheet}"


def needed(sheet: str) -> str:
    """Return the rules that our pages need of Material's published style sheet.

    Rules under a media query are left out.
    """
    # Numbers replace the strings, which may hold braces, at signs and semicolons.
    strings = _STRING.findall(sheet)
    number = itertools.count()
    bare = _STRING.sub(lambda _: f'"{next(number)}"', sheet)
    every_rule = _RULE.findall(_AT_RULE.sub("", _COMMENT.sub("", bare)))
    rules = [
        (",".join(selectors), body)
        for text, body in every_rule
        if (selectors := list(_select(text)))
    ]
    variables = frozenset(name for _, body in rules for name in _VARIABLE.findall(body))
    lines = [
        f"{selectors}{{{declarations}}}"
        for selectors, body in rules
        if (declarations := ";".join(_declarations(body, variables)))
    ]
    text = _LENGTH.sub(_in_16px, "\n".join(lines))
    return "@layer material{\n" + re.sub(r'"(\d+)"', lambda m: strings[int(m[1])], text) + "\n}\n"


def _select(selectors: str) -> Iterator[str]:
    """Yield the selectors that can match something on our pages."""
    for selector in _OUTSIDE_BRACKETS.split(selectors):
        if set(_CLASS.findall(selector)) <= _CLASSES and not _ELSEWHERE.search(selector):
            yield selector.strip()


def _declarations(body: str, variables: frozenset[str]) -> Iterator[str]:
    """Yield the declarations that our pages need, and the icons among the `variables`."""
    for declaration in map(str.strip, body.split(";")):
        name = declaration.partition(":")[0]
        is_icon = name in variables and name.startswith(_ICON)
        if is_icon or not name.startswith(("--", *_UNWANTED)):
            yield declaration


def _in_16px(length: re.Match[str]) -> str:
    return f"{float(length[1]) * 1.25:.4f}".rstrip("0").rstrip(".") + "rem"
