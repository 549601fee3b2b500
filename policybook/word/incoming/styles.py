"""Read the styles of a Word file: what makes a heading, a list and a look.

A style takes what it does not say from the style that it is based on, and at the end from
the defaults of the document (ECMA-376, part 1, 17.7). Word translates the ids of styles,
and never the names "heading 1" and "Title".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from policybook.word.incoming.names import W, child, is_on, number, value

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"(toc|contents) ?(\d|heading)?|table of figures")
_QUOTES = frozenset({"quote", "intense quote", "block text"})
#: Based on itself by way of others: no real file has so long a row of styles.
_LONGEST_ROW = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How words look, as far as one place says it. None: it does not say."""

    size: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    highlighted: bool | None = None
    raised: bool | None = None

    def over(self, below: "TextLook") -> "TextLook":
        """Return this look, with what it does not say from `below`."""
        said = {name: getattr(self, name) for name in self.__slots__}
        return replace(below, **{name: how for name, how in said.items() if how is not None})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A style with all that it inherits.

    `outline` is the level of a heading from 0, or None. `list_id` is the id of a list,
    which `list_level` goes with; `list_style` is the style that names the list.
    """

    name: str = ""
    outline: int | None = None
    list_id: str = ""
    list_level: int | None = None
    list_style: str = ""
    look: TextLook = TextLook()
    is_title: bool = False
    is_quote: bool = False
    is_contents: bool = False
    is_centred: bool = False


class WordStyles:
    """The styles of a document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._looks: dict[str, TextLook] = {}
        self._default = ""
        self.defaults = TextLook()
        if root is None:
            return
        self.defaults = read_look(child(root, "docDefaults", "rPrDefault", "rPr"))
        for style in root.iter(f"{W}style"):
            self._elements[value(style, "styleId")] = style
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default = value(style, "styleId")

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """Return a paragraph's style; that of ordinary text for an unknown id."""
        style_id = style_id if style_id in self._elements else self._default
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._resolve(style_id)
        return self._paragraphs[style_id]

    def look(self, style_id: str) -> TextLook:
        """Return the look of a style of characters."""
        if style_id not in self._looks:
            look = TextLook()
            for element in self._row(style_id):
                look = look.over(read_look(child(element, "rPr")))
            self._looks[style_id] = look
        return self._looks[style_id]

    def list_of(self, style_id: str) -> str:
        """Return the id of the list that a style of lists names, or nothing."""
        element = self._elements.get(style_id)
        return value(child(element, "pPr", "numPr", "numId"))

    def _row(self, style_id: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < _LONGEST_ROW:
            seen.add(style_id)
            yield self._elements[style_id]
            style_id = value(child(self._elements[style_id], "basedOn"))

    def _resolve(self, style_id: str) -> ParagraphStyle:
        """Return a style: of each setting, what the nearest style in the row says."""
        rows = list(self._row(style_id))
        names = [value(child(row, "name")).strip().lower() for row in rows]
        outlines = map(read_outline, [child(row, "pPr") for row in rows], names)
        levels = (child(row, "pPr", "numPr", "ilvl") for row in rows)
        numbered = (row for row in rows if value(child(row, "pPr", "numPr", "numId")))
        of_list = next(numbered, None)
        return ParagraphStyle(
            name=value(child(self._elements.get(style_id), "name")),
            outline=next((outline for outline in outlines if outline is not None), None),
            list_id=value(child(of_list, "pPr", "numPr", "numId")),
            list_level=next((number(level) for level in levels if level is not None), None),
            list_style=value(of_list, "styleId"),
            look=self.look(style_id).over(self.defaults),
            is_title="title" in names,
            is_quote=not _QUOTES.isdisjoint(names),
            is_contents=bool(names) and _CONTENTS.fullmatch(names[0]) is not None,
            is_centred=any(value(child(row, "pPr", "jc")) == "center" for row in rows),
        )


def read_outline(settings: etree._Element | None, name: str = "") -> int | None:
    """Return the level of a heading from 0; 9 for ordinary text; None if nothing says it."""
    level = child(settings, "outlineLvl")
    if level is not None:
        return min(number(level), 9)
    hit = _HEADING.fullmatch(name)
    return int(hit[1]) - 1 if hit else None


def read_look(settings: etree._Element | None) -> TextLook:
    """Return the look that a `w:rPr` gives."""
    if settings is None or not len(settings):
        return TextLook()
    size = child(settings, "sz")
    light, raised = child(settings, "highlight"), child(settings, "vertAlign")
    strikes = [is_on(child(settings, name)) for name in ("strike", "dstrike")]
    capitals = [is_on(child(settings, name)) for name in ("caps", "smallCaps")]
    return TextLook(
        size=None if size is None else number(size),
        bold=is_on(child(settings, "b")),
        italic=is_on(child(settings, "i")),
        struck=None if strikes == [None, None] else any(strikes),
        capitals=None if capitals == [None, None] else any(capitals),
        hidden=is_on(child(settings, "vanish")),
        highlighted=None if light is None else value(light) not in ("none", ""),
        raised=None if raised is None else value(raised) == "superscript",
    )
