"""Read the words of a paragraph of Word: runs, links, fields, notes, pictures and boxes.

Word cuts its runs anywhere, also inside words, so runs of one look are joined.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml import etree

from policybook.word.incoming import signs
from policybook.word.incoming.document import Furniture, LeftOut, LookAt, Picture, TextRun
from policybook.word.incoming.fields import FieldKind, FieldStack
from policybook.word.incoming.names import (
    COMPATIBLE,
    MATHS,
    RELATION,
    W,
    child,
    first_form,
    is_on,
    value,
    words_of,
)
from policybook.word.incoming.package import Relation, WordPackage
from policybook.word.incoming.pictures import read_picture
from policybook.word.incoming.styles import TextLook, WordStyles, read_look

_FOOTNOTE, _ENDNOTE = f"{W}footnoteReference", f"{W}endnoteReference"
#: A text box, in the form of today and in the old one.
BOX = f"{W}txbxContent"
_INSIDE = frozenset(
    W + name
    for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "bdo", "dir", "del")
)
_BREAKS = {"page": " ", "column": " "}
_FIXED_HYPHEN = "-"


@dataclass(slots=True)
class WordParts:
    """What the readers of one file share, and what they collect.

    `boxes` are the elements of text boxes at the paragraph that is being read. In a header
    or footer, page numbers are words like the others.
    """

    package: WordPackage
    styles: WordStyles
    relations: dict[str, Relation]
    fields: FieldStack = field(default_factory=FieldStack)
    keeps_page_numbers: bool = False
    contents: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    look_at: list[LookAt] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def note(self, what: str, text: str) -> None:
        """Enter something that a person should look at."""
        entry = LookAt(what=what, text=" ".join(text.split()))
        if entry not in self.look_at:
            self.look_at.append(entry)

    def note_prompt(self, words: str) -> None:
        """Enter a content control that nobody filled in."""
        if words.strip():
            self.note("content control that still holds its prompt", words)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a run say: a link, or a bookmark that a link names."""

    address: str = ""
    bookmark: str = ""


class ParagraphReader:
    """Reads the runs of one paragraph. `places` are the bookmarks in it."""

    def __init__(self, parts: WordParts, look: TextLook) -> None:
        self._parts = parts
        self._look = look
        self._looks: dict[bytes, TextLook] = {}
        self.runs: list[TextRun] = []
        self.sizes: list[tuple[TextLook, int]] = []
        self.places: list[str] = []
        self.has_control = False
        self._of_word: dict[str, Callable[[etree._Element, _Place], None]] = {
            f"{W}r": self._read_run,
            f"{W}hyperlink": self._read_link,
            f"{W}fldSimple": self._read_field,
            f"{W}sdt": self._read_control,
            f"{W}bookmarkStart": self._read_bookmark,
            f"{COMPATIBLE}AlternateContent": self._read_choice,
            f"{MATHS}oMath": self._read_formula,
            f"{MATHS}oMathPara": self._read_formula,
        }

    def read(self, elements: Iterable[etree._Element], place: _Place | None = None) -> None:
        """Read the content of a paragraph, in its order."""
        place = place or _Place()
        for element in elements:
            read = self._of_word.get(element.tag)
            if read:
                read(element, place)
            elif element.tag in _INSIDE:
                self.read(element, place)

    # --- around runs

    def _read_link(self, element: etree._Element, place: _Place) -> None:
        relation = self._parts.relations.get(str(element.get(f"{RELATION}id", "")))
        anchor = value(element, "anchor")
        address = relation.target if relation and relation.is_outside else ""
        if address and anchor:
            address += f"#{anchor}"
        self.read(element, _Place(address, "" if address else anchor))

    def _read_field(self, element: etree._Element, place: _Place) -> None:
        self._parts.fields.enter(value(element, "instr"))
        self.read(element, place)
        self._parts.fields.mark("end")

    def _read_control(self, element: etree._Element, place: _Place) -> None:
        settings, content = child(element, "sdtPr"), child(element, "sdtContent")
        if child(settings, "showingPlcHdr") is not None and content is not None:
            self._parts.note_prompt(words_of(content))
        self.has_control = True
        self.read(content if content is not None else (), place)

    def _read_bookmark(self, element: etree._Element, place: _Place) -> None:
        if (name := value(element, "name")) and name != "_GoBack":
            self.places.append(name)

    def _read_choice(self, element: etree._Element, place: _Place) -> None:
        content = first_form(element)
        if content is not None:
            read = self._read_run if content.find(f"{W}r") is None else self.read
            read(content, place)

    def _read_formula(self, element: etree._Element, place: _Place) -> None:
        words = words_of(element, f"{MATHS}t")
        self._parts.note("formula", words)
        self._add(words, TextLook(), place)

    # --- runs

    def _read_run(self, element: etree._Element, place: _Place) -> None:
        settings = child(element, "rPr")
        look = self._find_look(settings)
        for part in element:
            tag = part.tag
            if tag == f"{W}t":
                font = value(child(settings, "rFonts"), "ascii") if settings is not None else ""
                self._add(signs.replace_private(part.text or "", font), look, place)
            elif tag == f"{W}fldChar":
                self._parts.fields.mark(value(part, "fldCharType"))
                self._read_form_box(part, look, place)
            elif tag == f"{W}instrText":
                self._parts.fields.add_code(part.text or "")
            elif tag in (_FOOTNOTE, _ENDNOTE):
                self._read_note(part)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                self._read_drawing(part)
            elif tag == f"{COMPATIBLE}AlternateContent":
                self._read_choice(part, place)
            elif sign := _read_small_sign(part):
                self._add(sign, look, place)
                if sign == "□":
                    self._parts.note("sign of a font that is not known", value(part, "font"))
            elif tag == f"{W}ruby":
                base = child(part, "rubyBase")
                self.read(base if base is not None else (), place)

    def _find_look(self, settings: etree._Element | None) -> TextLook:
        """Return how a run looks: its own settings, its style's, its paragraph's."""
        if settings is None:
            return self._look
        style = child(settings, "rStyle")
        look = read_look(settings)
        if style is not None:
            look = look.over(self._parts.styles.look(value(style)))
        return look.over(self._look)

    def _read_note(self, element: etree._Element) -> None:
        kind = "endnote" if element.tag == _ENDNOTE else "footnote"
        place = (kind, value(element, "id"))
        if place not in self._parts.notes:
            self._parts.notes.append(place)
        self.runs.append(TextRun(note=str(self._parts.notes.index(place) + 1)))

    def _read_form_box(self, element: etree._Element, look: TextLook, place: _Place) -> None:
        """Add the box of a form's field that is to be ticked."""
        box = child(element, "ffData", "checkBox")
        if box is not None:
            ticks = [is_on(child(box, name)) for name in ("checked", "default")]
            is_ticked = next((tick for tick in ticks if tick is not None), False)
            self.runs.append(TextRun(text="☑" if is_ticked else "☐"))

    def _read_drawing(self, element: etree._Element) -> None:
        boxes = [b for b in element.iter(BOX) if not _is_inside_other(b, element)]
        self._parts.boxes += boxes
        for picture in read_picture(element, self._parts.package, self._parts.relations):
            self.runs.append(TextRun(picture=picture))
        if not boxes and any(str(part.tag).endswith("}relIds") for part in element.iter()):
            self._parts.note("diagram whose words are not read", "")

    def _add(self, text: str, look: TextLook, place: _Place) -> None:
        """Add words, unless they are a field's code, contents or a page number."""
        fields = self._parts.fields
        text = text.replace("\u00ad", "").replace("\u2011", _FIXED_HYPHEN)
        if not text or fields.is_code:
            return
        kind = fields.kind
        if kind is FieldKind.CONTENTS:
            self._parts.contents.append(text)
            return
        if kind is FieldKind.PAGE_NUMBER and not self._parts.keeps_page_numbers:
            self._parts.left_out.append(LeftOut(what=Furniture.PAGE_NUMBER, text=text))
            return
        if look.hidden:
            self._parts.left_out.append(LeftOut(what=Furniture.HIDDEN, text=text))
            return
        if kind is FieldKind.CHANGING:
            self._parts.note("words that Word changes by itself, such as a date", text)
        if look.raised and text.strip():
            text = signs.raise_figures(text)
            self._parts.note("raised figures or letters", text)
        self.sizes.append((look, len(text.strip())))
        self.runs.append(
            TextRun(
                text=text,
                bold=bool(look.bold),
                italic=bool(look.italic),
                struck=bool(look.struck),
                highlighted=bool(look.highlighted),
                address=place.address or fields.address,
                bookmark=place.bookmark or fields.bookmark,
            )
        )


def join_runs(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """Yield runs, with neighbours of one look joined."""
    for look, group in groupby(runs, key=lambda run: replace(run, text="")):
        if look.note or look.picture is not None:
            yield from group
        else:
            yield replace(look, text="".join(run.text for run in group))


def _read_small_sign(element: etree._Element) -> str:
    """Return the words of an element that stands for a sign; nothing for any other."""
    match element.tag.removeprefix(W):
        case "tab" | "ptab":
            return "\t"
        case "br":
            return _BREAKS.get(value(element, "type"), "\n")
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return _FIXED_HYPHEN
        case "sym":
            return signs.read_sign(value(element, "font"), value(element, "char"))
    return ""


def _is_inside_other(box: etree._Element, drawing: etree._Element) -> bool:
    """Return whether a box is in another box, or in the old form of one that is read already."""
    for parent in box.iterancestors():
        if parent is drawing:
            return False
        if parent.tag in (BOX, f"{COMPATIBLE}Fallback"):
            return True
    return False
