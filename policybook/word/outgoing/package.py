"""Put the parts of a Word file together: text, sheets, styles, links, pictures, properties."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from policybook.word.outgoing.xml_parts import (
    Element,
    as_bytes,
    escape,
    fill,
    make,
    paragraph,
    quote,
    set_value,
)

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPE_OF_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
#: The lines that Word draws above the notes.
_NOTES = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
#: The earliest day that a zip file can give to what is in it.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What a Word file says of itself. `day` dates it; nothing looks at a clock."""

    title: str
    author: str
    language: str
    day: date
    subject: str = ""


class Relations:
    """The links and pictures of one part, each with the id by which the text names it."""

    def __init__(self) -> None:
        self._targets: dict[tuple[str, str, bool], str] = {}
        self.media: dict[str, bytes] = {}

    def link(self, address: str) -> str:
        """Return the id of an address on the web."""
        return self.add("hyperlink", address, is_outside=True)

    def add(self, kind: str, target: str, *, is_outside: bool = False) -> str:
        """Return the id of a target; one target has one id."""
        key = (kind, target, is_outside)
        return self._targets.setdefault(key, f"rId{len(self._targets) + 1}")

    def picture(self, data: bytes, kind: str) -> str:
        """Keep the bytes of a picture, and return its id."""
        number = next(
            (n for n, same in enumerate(self.media.values(), 1) if same == data),
            len(self.media) + 1,
        )
        name = f"media/image{number}.{kind}"
        self.media[name] = data
        return self.add("image", name)

    def part(self) -> Element:
        """Return the relationships as a part."""
        rows = (self._one(key, name) for key, name in self._targets.items())
        return make("Relationships", None, *rows)

    def _one(self, key: tuple[str, str, bool], name: str) -> Element:
        kind, target, is_outside = key
        facts = {"Id": name, "Type": f"{_OFFICE}/{kind}", "Target": target}
        if is_outside:
            facts["TargetMode"] = "External"
        return make("Relationship", facts)


def make_package(
    facts: DocumentFacts,
    body: Sequence[Element],
    relations: Relations,
    note_relations: Relations | None = None,
    **parts: Element,
) -> bytes:
    """Return a Word file. `parts` are header, footer, numbering and footnotes, as there are."""
    whole = {
        "styles": fill("styles", language=quote(facts.language)),
        "settings": fill("settings", notes=_NOTES if "footnotes" in parts else ""),
        **parts,
    }
    for name in whole:
        relations.add(name, f"{name}.xml")
    document = make("w:document", None, make("w:body", None, *body))
    files = {
        "[Content_Types].xml": as_bytes(_content_types(whole, relations), _TYPES),
        "_rels/.rels": as_bytes(fill("package_relations"), _RELATIONS),
        "docProps/core.xml": as_bytes(_core(facts)),
        "word/document.xml": as_bytes(document),
        "word/_rels/document.xml.rels": as_bytes(relations.part(), _RELATIONS),
        **{f"word/{name}.xml": as_bytes(part) for name, part in whole.items()},
        **{f"word/{name}": data for name, data in relations.media.items()},
    }
    if note_relations is not None:
        files["word/_rels/footnotes.xml.rels"] = as_bytes(note_relations.part(), _RELATIONS)
    return _zip(files)


def _zip(files: dict[str, bytes]) -> bytes:
    """Return the files as a zip file, which is the same each time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o644 << 16
            pack.writestr(entry, data)
    return out.getvalue()


def _content_types(parts: dict[str, Element], relations: Relations) -> Element:
    endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    endings["xml"] = "application/xml"
    endings.update({n.rpartition(".")[2]: f"image/{n.rpartition('.')[2]}" for n in relations.media})
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/docProps/core.xml": _TYPE_OF_CORE,
        **{f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in parts},
    }
    rows = [make("Default", {"Extension": e, "ContentType": kind}) for e, kind in endings.items()]
    rows += [make("Override", {"PartName": n, "ContentType": k}) for n, k in overrides.items()]
    return make("Types", None, *rows)


def _core(facts: DocumentFacts) -> Element:
    """Return the properties of the file: title, author, language and day."""
    words = {name: escape(getattr(facts, name)) for name in ("title", "subject", "author")}
    stamp = f"{facts.day.isoformat()}T00:00:00Z"
    return fill("core", language=escape(facts.language), stamp=stamp, **words)


_UPRIGHT = 'w:w="11906" w:h="16838"'
_ACROSS = 'w:w="16838" w:h="11906" w:orient="landscape"'


def section_properties(header: str, footer: str, *, across: bool = False) -> Element:
    """Return a sheet of A4, upright or across, with its head and foot.

    `header` and `footer` are the ids of their parts.
    """
    size = _ACROSS if across else _UPRIGHT
    return fill("sheet", header=header, footer=footer, size=size)


def section_break(header: str, footer: str, *, across: bool) -> Element:
    """Return the end of a stretch of sheets that are upright, or across."""
    sheet = section_properties(header, footer, across=across)
    return make("w:p", None, make("w:pPr", None, set_value("w:pStyle", "Separator"), sheet))


def separator() -> Element:
    """Return an empty low paragraph, which keeps two tables apart and ends the file."""
    return paragraph("Separator")


def header_part(words: str) -> Element:
    """Return the head of every sheet."""
    return fill("header", words=escape(words))


def footer_part(words: str) -> Element:
    """Return the foot of every sheet: words, and `Page 3 of 9`."""
    return fill("footer", words=escape(words))
