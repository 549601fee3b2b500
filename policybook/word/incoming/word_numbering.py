"""Count as Word counts: give each paragraph the number that Word shows, and the heading above.

A list (`w:num`) uses a definition (`w:abstractNum`) of up to nine levels. The counters
belong to the definition, so that two lists of one definition continue each other; a
`w:startOverride` sets a counter once (ECMA-376, part 1, 17.9).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from policybook.meaning.words.number_words import UP_TO_TWENTY
from policybook.text import list_labels
from policybook.word.incoming.names import COMPATIBLE, W, child, is_on, number, value
from policybook.word.incoming.styles import ParagraphStyle, WordStyles, read_outline

_SLOT = re.compile(r"%([1-9])")
_MOST_LEVELS = 9
_ORDINALS = (
    " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ")
)
#: Forms in which a paragraph has no number of its own.
_SIGNS = frozenset({"bullet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """A level of a list. `text` is its number with `%1` for the counter of level 1.

    `restart` is the level, from 1, at which the counter starts anew; 0 for never.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNumber:
    """What Word shows before a paragraph: a number, or for a bullet nothing."""

    label: str = ""
    is_bullet: bool = False
    level: int = 0
    indent: int = 0
    list_id: str = ""


@dataclass(slots=True)
class _WordList:
    definition: str
    levels: Mapping[int, ListLevel]
    starts: dict[int, int] = field(default_factory=dict)


class WordNumbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: WordStyles) -> None:
        self._styles = styles
        self._definitions: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self._read: dict[str, _WordList | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._definitions[value(element, "abstractNumId")] = element
            elif element.tag == f"{W}num":
                self._lists[value(element, "numId")] = element

    def find_level(self, list_id: str, style_id: str) -> int:
        """Return the level of a list that names the style; 0 if none does."""
        word_list = self._find(list_id)
        levels = word_list.levels if word_list else {}
        return next((n for n, level in levels.items() if style_id and level.style == style_id), 0)

    def count(self, list_id: str, level: int) -> ListNumber | None:
        """Count a paragraph, and return its number; None if there is no such list."""
        word_list = self._find(list_id)
        if word_list is None or level not in word_list.levels:
            return None
        defined = word_list.levels[level]
        counts = self._counts.setdefault(word_list.definition, {})
        if level in word_list.starts and (list_id, level) not in self._started:
            counts[level] = word_list.starts[level] - 1
        self._started.add((list_id, level))
        counts[level] = counts.get(level, defined.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            restart = word_list.levels[deeper].restart if deeper in word_list.levels else None
            if restart is None or level + 1 <= restart:
                del counts[deeper]
        return ListNumber(
            label=_write(defined, word_list.levels, counts),
            is_bullet=defined.form in _SIGNS,
            level=level,
            indent=defined.indent,
            list_id=word_list.definition,
        )

    def _find(self, list_id: str) -> _WordList | None:
        if list_id not in self._read:
            self._read[list_id] = self._read_list(list_id)
        return self._read[list_id]

    def _read_list(self, list_id: str) -> _WordList | None:
        element = self._lists.get(list_id)
        if element is None or list_id == "0":
            return None
        name, levels = self._read_definition(value(child(element, "abstractNumId")))
        starts: dict[int, int] = {}
        for override in element.iterfind(f"{W}lvlOverride"):
            level = number(override, "ilvl")
            if (whole := child(override, "lvl")) is not None:
                levels[level] = _read_level(whole)
            if (start := child(override, "startOverride")) is not None:
                starts[level] = number(start)
        return _WordList(name, levels, starts)

    def _read_definition(self, name: str) -> tuple[str, dict[int, ListLevel]]:
        """Return a definition's name and levels. One can borrow those of a style's list."""
        for _ in range(_MOST_LEVELS):
            element = self._definitions.get(name)
            link = child(element, "numStyleLink")
            lender = (
                self._lists.get(self._styles.list_of(value(link))) if link is not None else None
            )
            if lender is None:
                break
            name = value(child(lender, "abstractNumId"))
        rows = element.iterfind(f"{W}lvl") if element is not None else ()
        return name, {number(row, "ilvl"): _read_level(row) for row in rows}


def _read_level(element: etree._Element) -> ListLevel:
    restart = child(element, "lvlRestart")
    indent = child(element, "pPr", "ind")
    return ListLevel(
        start=number(child(element, "start"), default=0 if child(element, "start") is None else 1),
        form=value(child(element, "numFmt"), default="decimal"),
        text=value(child(element, "lvlText")),
        restart=None if restart is None else number(restart),
        is_legal=bool(is_on(child(element, "isLgl"))),
        style=value(child(element, "pStyle")),
        indent=number(indent, "left", number(indent, "start")),
    )


def _write(level: ListLevel, levels: Mapping[int, ListLevel], counts: Mapping[int, int]) -> str:
    """Return the number of a paragraph as Word shows it."""
    if level.form in _SIGNS:
        return ""

    def fill(hit: re.Match[str]) -> str:
        place = int(hit[1]) - 1
        other = levels.get(place, ListLevel())
        form = "decimal" if level.is_legal else other.form
        return write_number(counts.get(place, other.start), form)

    return " ".join(_SLOT.sub(fill, level.text).split())


def write_number(count: int, form: str) -> str:
    """Return a count in one of Word's forms; as figures in a form that is not known."""
    match form:
        case "lowerLetter" | "upperLetter" if count > 0:
            letter = chr(97 + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 0 < count < 4_000:
            roman = list_labels.roman(count)
            return roman if form == "lowerRoman" else roman.upper()
        case "decimalZero":
            return f"{count:02}"
        case "ordinal":
            last = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
            return f"{count}{'th' if count % 100 in (11, 12, 13) else last}"
        case "cardinalText" if 0 <= count < len(UP_TO_TWENTY):
            return UP_TO_TWENTY[count].capitalize()
        case "ordinalText" if 0 < count < len(_ORDINALS):
            return _ORDINALS[count].capitalize()
        case "none":
            return ""
    return str(count)


#: A number that a reader can cite alone, such as 2.1.
_WHOLE = re.compile(r"[\dA-Z]+(?:\.\d+)+\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedParagraph:
    """A paragraph's element, its number as Word shows it, and the heading above it.

    `number` is the number through the one above, as readers cite it: `2.1(a)`.
    """

    element: etree._Element
    label: str
    number: str
    heading: str


def walk_numbered(
    root: etree._Element, styles: WordStyles, numbering: WordNumbering
) -> Iterator[NumberedParagraph]:
    """Yield every paragraph of a part in its order. Words that were deleted are no heading."""
    heading = above = ""
    for element in root.iter(f"{W}p"):
        if any(a.tag == f"{COMPATIBLE}Fallback" for a in element.iterancestors()):
            continue
        settings = child(element, "pPr")
        style = styles.paragraph(value(child(settings, "pStyle")))
        shown = count_paragraph(settings, style, numbering)
        label = shown.label if shown else ""
        outline = read_outline(settings)
        outline = style.outline if outline is None else outline
        words = " ".join(_read_words(element).split())
        if outline is not None and outline < 9 and words:
            heading, above = f"{label} {words}".strip(), ""
        is_inside = label.startswith("(") and above
        if label and not is_inside and _WHOLE.fullmatch(label):
            above = label
        number = f"{above}{label}" if is_inside else label
        yield NumberedParagraph(element=element, label=label, number=number, heading=heading)


def _read_words(element: etree._Element) -> str:
    """Return the words of a paragraph, with a space for each tab and line break."""
    return "".join(
        (part.text or "") if part.tag == f"{W}t" else " "
        for part in element.iter(f"{W}t", f"{W}tab", f"{W}br")
    )


def count_paragraph(
    settings: etree._Element | None, style: ParagraphStyle, numbering: WordNumbering
) -> ListNumber | None:
    """Count a paragraph in its list, and return its number; None if it is in no list.

    A paragraph's own list goes before that of its style; 0 switches the style's off.
    """
    direct = child(settings, "numPr")
    list_id = value(child(direct, "numId")) or style.list_id
    if not list_id or list_id == "0":
        return None
    level = child(direct, "ilvl")
    if level is not None:
        return numbering.count(list_id, number(level))
    if child(direct, "numId") is not None:
        return numbering.count(list_id, 0)
    by_style = numbering.find_level(list_id, style.list_style)
    return numbering.count(list_id, by_style or style.list_level or 0)
