"""Read the pictures of a Word file, with the words that describe them."""

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from policybook.word.incoming.document import Picture
from policybook.word.incoming.names import COMPATIBLE, DRAWING, RELATION, VML, WORD_DRAWING
from policybook.word.incoming.package import LARGEST_MEDIA, Relation, WordPackage

#: The kinds that a page shows, by the first bytes of the file.
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"RIFF", ".webp"),
)


def read_picture(
    element: etree._Element, package: WordPackage, relations: Mapping[str, Relation]
) -> Iterator[Picture]:
    """Yield the pictures of a drawing. One that no browser shows has no data."""
    outline = next(element.iter(f"{WORD_DRAWING}docPr"), None)
    words = ""
    if outline is not None:
        words = str(outline.get("descr", "") or outline.get("title", ""))
    for blip in element.iter(f"{DRAWING}blip"):
        if not _is_old_form(blip):
            name = str(blip.get(f"{RELATION}embed", "") or blip.get(f"{RELATION}link", ""))
            yield _read(package, relations.get(name), words)
    for image in element.iter(f"{VML}imagedata"):
        if not _is_old_form(image):
            shape = image.getparent()
            alt = str(shape.get("alt", "")) if shape is not None else ""
            yield _read(package, relations.get(str(image.get(f"{RELATION}id", ""))), alt)


def _is_old_form(element: etree._Element) -> bool:
    """Return whether an element is in the form for old programs, which stands there twice."""
    return any(parent.tag == f"{COMPATIBLE}Fallback" for parent in element.iterancestors())


def _read(package: WordPackage, relation: Relation | None, words: str) -> Picture:
    words = " ".join(words.split())
    if relation is None or relation.is_outside:
        return Picture(name="", data=b"", words=words)
    data = package.read(relation.target, LARGEST_MEDIA)
    suffix = next((suffix for start, suffix in _KINDS if data.startswith(start)), "")
    name = posixpath.splitext(posixpath.basename(relation.target))[0]
    return Picture(name=f"{name}{suffix}", data=data if suffix else b"", words=words)
