"""Turn the look that a school chose into files: its colours as a style sheet, its crest, its icon.

Words always keep the contrast of WCAG 2.2: a colour that is too light or too dark is changed.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from policybook.model.look import SiteLook
from policybook.reading.files import svg_drawings
from policybook.site.render.types import Templates
from policybook.text import contrast, readable_colours

COLOURS = "assets/school.css"
#: The grounds on which links are read in dark: of the page, of panels and of notes.
_DARK_GROUNDS = ("#191c25", "#222632", "#272d50", "#2e3341")
_DARK = "#191c25"


def add_look(templates: Templates, look: SiteLook, files: Mapping[str, bytes]) -> Templates:
    """Return the templates with the school's own files. `files` are the sources by path."""
    assets = dict(templates.assets)
    sheets = []
    if look.colour:
        assets[COLOURS] = make_colours(look.colour).encode()
        sheets.append(COLOURS)
    for number, path in enumerate(look.style_sheets, 1):
        if data := files.get(f"docs/{path}"):
            sheets.append(f"assets/school-{number}.css")
            assets[sheets[-1]] = data
    logo = _add_picture(assets, "logo", look.logo, files)
    icon = _add_picture(assets, "icon", look.icon, files)
    return replace(templates, assets=assets, school_styles=tuple(sheets), logo=logo, icon=icon)


def _add_picture(assets: dict[str, bytes], name: str, path: str, files: Mapping[str, bytes]) -> str:
    """Add a picture to `assets`. Return its path there; empty if there is none to show."""
    data = files.get(f"docs/{path}", b"") if path else b""
    if path.lower().endswith(".svg"):
        data = svg_drawings.read_drawing(data).data
    if not data:
        return ""
    published = f"assets/school-{name}{PurePosixPath(path).suffix.lower()}"
    assets[published] = data
    return published


def make_colours(colour: str) -> str:
    """Return the style sheet that gives the site the school's colour, in light and dark."""
    light, dark = _declare(_light(colour)), _declare(_dark(colour))
    return (
        f"@media screen{{:root{{{light}}}\n"
        f':root[data-scheme="dark"]{{{dark}}}}}\n'
        "@media screen and (prefers-color-scheme: dark){"
        f':root:not([data-scheme="light"]){{{dark}}}}}\n'
    )


def _light(colour: str) -> dict[str, str]:
    link = readable_colours.darken_for_links(colour)
    return {
        "bar": readable_colours.darken_for_bar(colour),
        "link": link,
        "focus": link,
        "note": link,
    }


def _dark(colour: str) -> dict[str, str]:
    bar = contrast.darken(contrast.mix(colour, _DARK, 0.5), ("#ffffff",))
    link = contrast.lighten(colour, _DARK_GROUNDS, 5.5)
    return {"bar": bar, "link": link, "note": link}


def _declare(colours: Mapping[str, str]) -> str:
    """Return the variables of `policybook.css` with these colours."""
    return "".join(f"--pb-{name}:{colour};" for name, colour in colours.items())
