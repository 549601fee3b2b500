"""Make the XML of Word's parts: prefixed names, text without bad characters, tracked changes.

An element is its own text, because a file has thousands: with lxml's elements a build with
redlines took half as long again. Nothing else writes a bracket or escapes a sign.
"""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import count
from string import Template
from typing import NewType

from policybook.text import data_files

#: A whole element as XML, with everything in it.
Element = NewType("Element", str)

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

_OF_TEXT = ("w", "r", "wp", "a", "pic")
_OF_FACTS = ("cp", "dc", "dcterms", "xsi")
#: Characters that no XML document may have.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"<[\w:]+")


def make(
    name: str, attributes: Mapping[str, str] | None = None, *inside: Element, text: str = ""
) -> Element:
    """Return an element with attributes, its text and the elements inside it.

    A character that XML forbids becomes the sign for a lost one.
    """
    start = name
    if attributes:
        start += "".join([f' {key}="{quote(value)}"' for key, value in attributes.items()])
    if not inside and not text:
        return Element(f"<{start}/>")
    return Element(f"<{start}>{escape(text)}{''.join(inside)}</{name}>")


def fill(name: str, /, **words: str) -> Element:
    """Return an element of `data/word`, with `words` for names such as `$title`.

    The words are as XML needs them: see `escape` and `quote`.
    """
    return Element(_read(name).substitute(words))


@cache
def _read(name: str) -> Template:
    text = data_files.read_text(f"word/{name}.xml")
    return Template("".join(line.strip() for line in text.splitlines()))


def set_value(name: str, value: str | int) -> Element:
    """Return an element whose one attribute is `w:val`."""
    return make(name, {"w:val": str(value)})


def make_text(name: str, text: str) -> Element:
    """Return a `w:t` or `w:delText` that keeps the spaces at its ends."""
    return Element(f'<{name} xml:space="preserve">{escape(text)}</{name}>')


def paragraph(style: str, words: str = "") -> Element:
    """Return a paragraph of plain words in a style."""
    run = [make("w:r", None, make("w:t", text=words))] if words else []
    return make("w:p", None, make("w:pPr", None, set_value("w:pStyle", style)), *run)


def escape(text: str) -> str:
    """Return the text as it stands in XML, with U+FFFD for a character that XML forbids."""
    clean = text if text.isascii() and text.isprintable() else _FORBIDDEN.sub("\ufffd", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote(value: str) -> str:
    """Return the text as it stands between the quotes of an attribute."""
    return escape(value).replace('"', "&quot;")


def as_bytes(element: Element, namespace: str = "") -> bytes:
    """Return a part as a file: UTF-8, with an XML declaration and its namespaces.

    `namespace` is that of names without a prefix; LibreOffice reads some parts only so.
    """
    spaces = [f' xmlns="{namespace}"'] if namespace else []
    prefixes = () if namespace else _OF_FACTS if element.startswith("<cp:") else _OF_TEXT
    spaces += [f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes]
    whole = _NAME.sub(lambda name: f"{name[0]}{''.join(spaces)}", element, count=1)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{whole}'.encode()


class Track(StrEnum):
    """How Word tracks something. The value is the name of its element."""

    NONE = ""
    ADDED = "w:ins"
    REMOVED = "w:del"
    MOVED_HERE = "w:moveTo"
    MOVED_AWAY = "w:moveFrom"


#: What is in the old text only, and goes if a reader accepts all changes.
OLD_ONLY = frozenset({Track.REMOVED, Track.MOVED_AWAY})


class Revisions:
    """Makes the elements of tracked changes. No two have the same id."""

    def __init__(self, *, author: str, day: date) -> None:
        self._ids = count(1)
        self._who = f' w:author="{quote(author)}" w:date="{day.isoformat()}T00:00:00Z"'

    def mark(self, name: str, *inside: Element) -> Element:
        """Return an element of a change, such as `w:ins`, with the next id."""
        start = f'<{name} w:id="{next(self._ids)}"{self._who}'
        return Element(f"{start}>{''.join(inside)}</{name}>" if inside else f"{start}/>")

    def move_range(self, track: Track, name: str) -> tuple[Element, Element]:
        """Return the start and the end of one half of the move `name`."""
        number = next(self._ids)
        start = f'<{track}RangeStart w:id="{number}"{self._who} w:name="{name}"/>'
        return Element(start), make(f"{track}RangeEnd", {"w:id": str(number)})
