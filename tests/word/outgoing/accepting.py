"""Accept or reject the tracked changes of a Word file, as Word does; written apart from the writer."""

import io
import re
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {True: (f"{W}del", f"{W}moveFrom"), False: (f"{W}ins", f"{W}moveTo")}


def read_part(data: bytes, name: str = "word/document.xml") -> Element:
    """Return a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return ElementTree.fromstring(pack.read(name))


def list_texts(data: bytes, *, accept: bool) -> list[str]:
    """Return the paragraphs and rows once all changes are accepted, or rejected.

    A row is one text, its cells joined by ` | `. White space counts as one space.
    """
    body = read_part(data).find(f"{W}body")
    assert body is not None
    texts: list[str] = []
    carried = ""
    for block in body:
        if block.tag == f"{W}tbl":
            texts += [" | ".join(row) for row in _rows(block, accept)]
        elif block.tag == f"{W}p":
            carried += _text(block, accept)
            if not _mark_goes(block, accept):
                texts.append(carried)
                carried = ""
    return [text for text in (" ".join(text.split()) for text in [*texts, carried]) if text]


def _rows(table: Element, accept: bool) -> list[list[str]]:
    rows = []
    for row in table.findall(f"{W}tr"):
        facts = row.find(f"{W}trPr")
        if facts is not None and any(facts.find(tag) is not None for tag in _GONE[accept]):
            assert not "".join(_text(row, accept).split()), "words of a row outlive it"
            continue
        cells = []
        for cell in row.findall(f"{W}tc"):
            width = cell.find(f"{W}tcPr/{W}gridSpan")
            cells.append(" ".join(_text(cell, accept).split()))
            cells += [""] * (int(width.get(f"{W}val") or 1) - 1 if width is not None else 0)
        rows.append(cells)
    return rows


def _mark_goes(paragraph: Element, accept: bool) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in _GONE[accept])


def _text(element: Element, accept: bool) -> str:
    if element.tag in _GONE[accept] or element.tag in (f"{W}pPr", f"{W}rPr", f"{W}trPr"):
        return ""
    if element.tag in (f"{W}t", f"{W}delText"):
        return element.text or ""
    if element.tag in (f"{W}tab", f"{W}br"):
        return " "
    return "".join(_text(child, accept) for child in element)


def list_faults(data: bytes) -> list[str]:
    """Return what Word would refuse or misread in the tracked changes."""
    faults: list[str] = []
    ids: list[str] = []
    moves: dict[str, list[str]] = {}
    for element in read_part(data).iter():
        name = element.tag.removeprefix(W)
        if re.fullmatch(r"(ins|del|moveFrom|moveTo|[pr]PrChange|move(From|To)RangeStart)", name):
            ids.append(element.get(f"{W}id") or "")
            if not element.get(f"{W}author") or not element.get(f"{W}date"):
                faults.append(f"{name} without an author or a date")
        if name.endswith("RangeStart"):
            moves.setdefault(element.get(f"{W}name") or "", []).append(name)
        if name == "del" and element.find(f".//{W}t") is not None:
            faults.append("w:t in a deletion")
        if name in ("ins", "moveTo", "moveFrom") and element.find(f".//{W}delText") is not None:
            faults.append("w:delText outside a deletion")
        if name == "tc" and element[-1].tag != f"{W}p":
            faults.append("a cell that does not end in a paragraph")
    if len(ids) != len(set(ids)) or "" in ids:
        faults.append("an id that is missing or stands twice")
    faults += [f"half a move: {n}" for n, halves in moves.items() if len(set(halves)) != 2]
    return faults


#: The order of the properties of paragraphs, runs, cells and rows in Word's schema, as far as we use them.
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang rPrChange",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "trPr": "cantSplit tblHeader ins del",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar titlePg",
    "style": "name basedOn next link uiPriority qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
}


def list_misplaced(data: bytes) -> list[str]:
    """Return the properties that stand where Word's schema does not have them."""
    faults = []
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        parts = [
            name for name in pack.namelist() if name.startswith("word/") and name.endswith(".xml")
        ]
    for part in parts:
        for element in read_part(data, part).iter():
            name = element.tag.removeprefix(W)
            if name in _ORDERS:
                order = _ORDERS[name].split()
                names = [child.tag.removeprefix(W) for child in element]
                strange = [n for n in names if n not in order]
                places = [order.index(n) for n in names if n in order]
                if strange or places != sorted(places):
                    faults.append(f"{part}: {name}: {' '.join(names)}")
    return faults
