"""Open a Word file safely: a zip file of XML parts that name each other by relations.

The limits keep a hostile file from filling the memory. Nothing is fetched from a link,
and no entity of XML is read. The form is ECMA-376, part 2.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from policybook.word.incoming import names

#: What the parts may have together, unpacked; what one part of XML may have; its elements.
LARGEST_UNPACKED = 200_000_000
LARGEST_XML = 24_000_000
MOST_ELEMENTS = 300_000
#: The longest policy seen has under 2,000.
MOST_PARAGRAPHS = 12_000
LARGEST_MEDIA = 50_000_000
MOST_PARTS = 5_000
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OLE = b"\xd0\xcf\x11\xe0"
_CLIMBS = re.compile(r"(^|[/\\])\.\.?([/\\]|$)|^[/\\]|^[A-Za-z]:|\0")
_SAVE_AS = "Open it in Word and save it as a Word document (.docx)."


class UnreadableFile(Exception):
    """The file is not taken in. The message says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part names: the kind, and a part of the package or an address outside."""

    kind: str
    target: str
    is_outside: bool


class WordPackage:
    """The parts of a Word file. Every method raises `UnreadableFile` for a damaged part."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raise `UnreadableFile` unless it is a sound document of Word."""
        _refuse_other_kinds(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise UnreadableFile(
                "It is damaged, or it is no Word document. Open it in Word, and save it again."
            ) from fault
        _refuse_parts(self._zip.infolist())
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        self.main = self._find_main()
        self.relations = self._read_relations(self.main)

    def read(self, name: str, limit: int = LARGEST_XML) -> bytes:
        """Return the bytes of a part; none if there is no such part."""
        info = self._names.get(name.lower())
        if info is None:
            return b""
        if info.file_size > limit:
            raise UnreadableFile(f"Its part {name} has {info.file_size:,} bytes: too many.")
        try:
            with self._zip.open(info) as part:
                return part.read(limit)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as fault:
            raise UnreadableFile(f"Its part {name} is damaged. {_SAVE_AS}") from fault

    def read_xml(self, name: str) -> etree._Element | None:
        """Return the root of a part of XML, or None if there is no such part."""
        data = self.read(name)
        return parse_xml(data, name) if data else None

    def read_part(self, kind: str) -> etree._Element | None:
        """Return the root of the part that the document names for `kind`, or None."""
        return self.read_xml(self.find_part(kind))

    def read_property(self, name: str) -> str:
        """Return one of the file's core properties, such as its title; nothing without it."""
        root = self.read_xml("docProps/core.xml")
        return "" if root is None else str(root.findtext(name) or "")

    def find_part(self, kind: str) -> str:
        """Return the name of the part that the document names for `kind`, or nothing."""
        return next(
            (r.target for r in self.relations.values() if r.kind == kind and not r.is_outside), ""
        )

    def read_relations(self, name: str) -> Mapping[str, Relation]:
        """Return the relations of a part by their ids."""
        return self.relations if name == self.main else self._read_relations(name)

    def _find_main(self) -> str:
        """Return the name of the document's own part, after a look at its kind."""
        mains = [r.target for r in self._read_relations("").values() if r.kind == "officeDocument"]
        main = mains[0] if mains else "word/document.xml"
        if main.lower() not in self._names:
            raise UnreadableFile(f"It is a zip file, and no Word document. {_SAVE_AS}")
        root = self.read_xml("[Content_Types].xml")
        kinds = {
            str(part.get("PartName", "")).lstrip("/").lower(): str(part.get("ContentType", ""))
            for part in (root.iter(f"{_TYPES}Override") if root is not None else ())
        }
        kind = kinds.get(main.lower(), f"{_MAIN}document.main+xml")
        if "macroEnabled" in kind or any(name.endswith("vbaproject.bin") for name in self._names):
            raise UnreadableFile(f"It can hold macros, which are programs. {_SAVE_AS}")
        if not kind.startswith(_MAIN):
            raise UnreadableFile(f"It is a file of another program. {_SAVE_AS}")
        return main

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.read_xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        relations: dict[str, Relation] = {}
        for row in root if root is not None else ():
            if not isinstance(row.tag, str):
                continue
            target, is_outside = str(row.get("Target", "")), row.get("TargetMode") == "External"
            if not is_outside:
                target = _resolve(folder, target.partition("#")[0])
            kind = str(row.get("Type", "")).rpartition("/")[2]
            relations[str(row.get("Id", ""))] = Relation(
                kind=kind, target=target, is_outside=is_outside
            )
        return relations


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of XML. Raise `UnreadableFile` for entities and damaged XML."""
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise UnreadableFile(f"Its part {name} has more elements than any policy.")
    if data.count(b"<w:p>") + data.count(b"<w:p ") + data.count(b"<w:p/") > MOST_PARAGRAPHS:
        raise UnreadableFile(f"It has more than {MOST_PARAGRAPHS:,} paragraphs. Divide it in Word.")
    if names.STRICT in data:
        data = names.use_usual_names(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableFile(f"Its part {name} is damaged. {_SAVE_AS}") from fault
    if b"<!DOCTYPE" in data[:4096] or root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(
            f"Its part {name} defines entities, which no Word document does. {_SAVE_AS}"
        )
    return root


def _resolve(folder: str, target: str) -> str:
    """Return the name of a part that another names. Raise `UnreadableFile` if it climbs out."""
    name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    depth = 0
    for step in ([] if target.startswith("/") else folder.split("/")) + target.split("/"):
        depth += -1 if step == ".." else 1 if step not in ("", ".") else 0
        if depth < 0 or "\\" in step:
            raise UnreadableFile("One of its parts points outside the file, which no policy does.")
    return name


def _refuse_other_kinds(data: bytes) -> None:
    """Raise `UnreadableFile` for files of other programs, which are known by their first bytes."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile("It has a password. Save it in Word without one.")
        raise UnreadableFile(f"It is in the old form of Word, .doc. {_SAVE_AS}")
    if not data.strip():
        raise UnreadableFile("It is empty.")
    for start, kind in ((b"{\\rtf", "rich text"), (b"%PDF", "a PDF"), (b"<", "a web page")):
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(start):
            raise UnreadableFile(f"It is {kind}, and no Word document. {_SAVE_AS}")


def _refuse_parts(infos: list[zipfile.ZipInfo]) -> None:
    """Raise `UnreadableFile` for a zip file that is too large, locked or aims elsewhere."""
    listed = [info.filename for info in infos]
    if len(listed) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_UNPACKED:
        raise UnreadableFile(
            f"Unpacked it has more than {LARGEST_UNPACKED // 1_000_000} MB or {MOST_PARTS:,} parts."
            " Make its pictures smaller in Word."
        )
    if any(map(_CLIMBS.search, listed)) or len({n.lower() for n in listed}) < len(listed):
        raise UnreadableFile("Names of its parts point outside the file, or stand there twice.")
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableFile("It has a password. Save it without one.")
