"""Define the styles and settings of our Word files."""

from functools import lru_cache
from typing import NamedTuple

from policybook.word.outgoing.xml_parts import Element, make, set_value

_FONT = "Arial"
_INK, _LINK = "1F2933", "0B5394"


class TextStyle(NamedTuple):
    """A style of paragraphs. `size` is in half points, spaces in twentieths of a point.

    `name` is the one by which every language of Word knows the style.
    """

    key: str
    name: str
    size: int = 22
    bold: bool = False
    before: int = 0
    after: int = 120
    level: int | None = None
    based_on: str = "Normal"


_HEADINGS = (32, 26, 24, 22, 22, 22)
_STYLES = (
    TextStyle("Title", "Title", 44, True, 0, 240),
    TextStyle("Subtitle", "Subtitle", 26, False, 0, 240),
    TextStyle("PrintedTitle", "Printed title", 28, True, 120, 160),
    *(
        TextStyle(f"Heading{level}", f"heading {level}", size, True, 280, 120, level - 1)
        for level, size in enumerate(_HEADINGS, 1)
    ),
    TextStyle("Clause", "Policy clause"),
    TextStyle("CoverLine", "Cover line"),
    TextStyle("CoverName", "Cover name", 20, True),
    TextStyle("Quote", "Quote"),
    TextStyle("CodeBlock", "Code block", 20),
    TextStyle("TableText", "Table text", 20, False, 40, 40),
    TextStyle("TableHeading", "Table heading", 20, True, 40, 40),
    TextStyle("Notice", "Notice", 24, True, 0, 240),
    TextStyle("header", "header", 18, False, 0, 0),
    TextStyle("footer", "footer", 18, False, 0, 0),
    TextStyle("FootnoteText", "footnote text", 18, False, 0, 60),
    TextStyle("Separator", "Table separator", 4, False, 0, 120),
)


@lru_cache(maxsize=8)
def styles_part(language: str) -> Element:
    """Return the styles, with the language of the text."""
    run = make(
        "w:rPr",
        None,
        make("w:rFonts", {f"w:{kind}": _FONT for kind in ("ascii", "hAnsi", "eastAsia", "cs")}),
        set_value("w:color", _INK),
        set_value("w:sz", 22),
        set_value("w:szCs", 22),
        make("w:lang", {"w:val": language}),
    )
    paragraph = make("w:spacing", {"w:after": "120", "w:line": "276", "w:lineRule": "auto"})
    defaults = make(
        "w:docDefaults",
        None,
        make("w:rPrDefault", None, run),
        make("w:pPrDefault", None, make("w:pPr", None, paragraph)),
    )
    normal = make(
        "w:style",
        {"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
        set_value("w:name", "Normal"),
        make("w:qFormat"),
    )
    return make(
        "w:styles", None, defaults, normal, *map(_paragraph_style, _STYLES), *_other_styles()
    )


def _paragraph_style(style: TextStyle) -> Element:
    properties = []
    if style.level is not None or style.key == "PrintedTitle":
        properties += [make("w:keepNext"), make("w:keepLines")]
    spacing = {"w:before": str(style.before), "w:after": str(style.after)}
    if style.key == "Separator":
        spacing.update({"w:line": "40", "w:lineRule": "exact"})
    properties.append(make("w:spacing", spacing))
    if style.level is not None:
        properties.append(set_value("w:outlineLvl", style.level))
    look: list[Element] = []
    if style.key == "CodeBlock":
        look.append(_font("Courier New"))
    if style.bold:
        look += [make("w:b"), make("w:bCs")]
    look += [set_value("w:sz", style.size), set_value("w:szCs", style.size)]
    follows = [set_value("w:next", "Clause")] if style.level is not None else []
    return make(
        "w:style",
        {"w:type": "paragraph", "w:styleId": style.key},
        set_value("w:name", style.name),
        set_value("w:basedOn", style.based_on),
        *follows,
        make("w:qFormat"),
        make("w:pPr", None, *properties),
        make("w:rPr", None, *look),
    )


def _font(name: str) -> Element:
    return make("w:rFonts", {f"w:{kind}": name for kind in ("ascii", "hAnsi", "cs")})


def _character_style(key: str, name: str, *look: Element) -> Element:
    return make(
        "w:style",
        {"w:type": "character", "w:styleId": key},
        set_value("w:name", name),
        make("w:rPr", None, *look),
    )


def _other_styles() -> list[Element]:
    """Return the styles of links, code, marks of notes, and tables."""
    borders = [
        make(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "7B8794"})
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    margins = [make(f"w:{side}", {"w:w": "100", "w:type": "dxa"}) for side in ("left", "right")]
    table = make(
        "w:style",
        {"w:type": "table", "w:styleId": "TableGrid"},
        set_value("w:name", "Table Grid"),
        make(
            "w:tblPr",
            None,
            make("w:tblBorders", None, *borders),
            make("w:tblCellMar", None, *margins),
        ),
    )
    return [
        _character_style(
            "Hyperlink", "Hyperlink", set_value("w:color", _LINK), set_value("w:u", "single")
        ),
        _character_style("CodeText", "Code text", _font("Courier New")),
        _character_style(
            "FootnoteReference", "footnote reference", set_value("w:vertAlign", "superscript")
        ),
        table,
    ]


def settings_part(*, has_notes: bool) -> Element:
    """Return the settings: what Word must know to show the file as we wrote it."""
    compatible = make(
        "w:compatSetting",
        {
            "w:name": "compatibilityMode",
            "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
        },
    )
    inside = [make("w:defaultTabStop", {"w:val": "510"})]
    if has_notes:
        inside.append(
            make("w:footnotePr", None, *(make("w:footnote", {"w:id": i}) for i in ("-1", "0")))
        )
    return make("w:settings", None, *inside, make("w:compat", None, compatible))
