"""Read the words of a PDF's page, in the order in which the page shows them.

It knows fonts, positions and marks. It knows no tag: `pdf_tags` says what the marks
mean. The operators are those of ISO 32000-1, sections 8 and 9.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from policybook.word.incoming.document import Furniture
from policybook.word.incoming.pdf.fonts import PdfFont, read_font
from policybook.word.incoming.pdf.operators import PdfBudget, read_operators, read_text
from policybook.word.incoming.pdf.pieces import PdfPiece

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)
#: Forms within forms, and marks within marks.
_DEEPEST_FORM, _DEEPEST_MARK = 5, 50
#: A shift of more than this in thousandths is a space.
_SPACE = -180
#: What these operators set.
_SET = {"TL": "leading", "Tc": "letter_gap", "Tw": "word_gap"}
_ZONES = ((0.88, Furniture.HEADER), (0.12, Furniture.WATERMARK), (-1e9, Furniture.FOOTER))


def read_page(page: Mapping[str, Any], number: int, budget: PdfBudget) -> list[PdfPiece]:
    """Return the pieces of a page. Raise what pypdf raises for a damaged file.

    `page` is a page of pypdf. Raise `PdfBudgetError` if the file is far too large.
    """
    box = [float(edge) for edge in page.get("/MediaBox", (0, 0, 595, 842))]
    reader = PdfPageReader(number, (box[1], max(box[3] - box[1], 1)), budget)
    contents = page.get_contents()  # type: ignore[attr-defined]
    if contents is not None:
        reader.read(contents.get_data(), page.get("/Resources", {}))
    return reader.pieces


@dataclass(frozen=True, slots=True)
class PdfMark:
    """Marked content that is open: its number, what furniture it is, and its words if given."""

    number: int | None = None
    furniture: Furniture | None = None
    actual: str | None = None


@dataclass(frozen=True, slots=True)
class PdfTextState:
    """What `q` saves and `Q` brings back."""

    matrix: _Matrix = _IDENTITY
    font: PdfFont = field(default_factory=PdfFont)
    size: float = 10
    letter_gap: float = 0
    word_gap: float = 0
    stretch: float = 1
    leading: float = 0


class PdfPageReader:
    """Reads the content of one page, and of the forms in it, into pieces."""

    def __init__(self, number: int, span: tuple[float, float], budget: PdfBudget) -> None:
        self.pieces: list[PdfPiece] = []
        self._number, self._span, self._budget = number, span, budget
        self._state, self._saved = PdfTextState(), list[PdfTextState]()
        self._line = self._text = _IDENTITY
        self._marks: list[PdfMark] = []
        self._fonts: dict[int, tuple[Any, PdfFont]] = {}
        self._depth = 0

    def read(self, data: bytes, resources: Mapping[str, Any]) -> None:
        """Read a content. `resources` has its fonts, forms and properties."""
        self._budget.spend(len(data) // 100)
        for operator, operands in read_operators(data, self._budget):
            if operator in ("Tf", "BDC", "BMC", "Do"):
                self._use_resource(operator, operands, resources)
            elif operator == "EMC":
                del self._marks[-1:]
            else:
                numbers = [n for n in operands if isinstance(n, float)]
                self._act(operator, operands, [*numbers, *(0.0,) * 6])

    def _use_resource(
        self, operator: str, operands: list[Any], resources: Mapping[str, Any]
    ) -> None:
        name = operands[0] if operands and isinstance(operands[0], str) else ""
        if operator == "Tf":
            size = operands[-1] if operands else 10.0
            font = _look_up(resources, "/Font", name)
            self._state = replace(
                self._state,
                font=self._read_font(font),
                size=size if isinstance(size, float) else 10.0,
            )
        elif operator == "Do":
            self._draw(_look_up(resources, "/XObject", name), name, resources)
        elif len(self._marks) < _DEEPEST_MARK:
            properties = operands[1] if len(operands) > 1 else {}
            if isinstance(properties, str):
                properties = _look_up(resources, "/Properties", properties) or {}
            self._marks.append(_read_mark(name, properties))

    def _read_font(self, font: Any) -> PdfFont:
        if font is None:
            return PdfFont()
        if id(font) not in self._fonts:
            # With the dictionary beside it, no other font can get the same id.
            self._fonts[id(font)] = font, read_font(font)
            self._budget.spend(len(self._fonts[id(font)][1].characters) // 10)
        return self._fonts[id(font)][1]

    def _draw(self, drawing: Any, name: str, resources: Mapping[str, Any]) -> None:
        """Read a form that the page shows, or take a picture."""
        kind = drawing.get("/Subtype") if drawing is not None else None
        if kind == "/Image":
            self._add(name, picture=name)
        elif kind == "/Form" and self._depth < _DEEPEST_FORM:
            saved, self._depth = (self._state, self._saved, self._line, self._text), self._depth + 1
            self._transform([*(float(n) for n in drawing.get("/Matrix", _IDENTITY)), *_IDENTITY])
            self._saved = []
            self.read(drawing.get_data(), drawing.get("/Resources", resources))
            (self._state, self._saved, self._line, self._text), self._depth = saved, self._depth - 1

    # ---------- positions

    def _act(self, operator: str, operands: list[Any], n: list[Any]) -> None:
        """Follow an operator that changes the place or look of text, or shows it."""
        match operator:
            case "q" if len(self._saved) < 100:
                self._saved.append(self._state)
            case "Q" if self._saved:
                self._state = self._saved.pop()
            case "cm":
                self._transform(n)
            case "BT":
                self._line = self._text = _IDENTITY
            case "Tm":
                self._line = self._text = (n[0], n[1], n[2], n[3], n[4], n[5])
            case "Td":
                self._start_line(n[0], n[1])
            case "TD":
                self._state = replace(self._state, leading=-n[1])
                self._start_line(n[0], n[1])
            case "T*":
                self._start_line(0, -self._state.leading)
            case "Tz":
                self._state = replace(self._state, stretch=n[0] / 100)
            case "TL" | "Tc" | "Tw":
                self._state = replace(self._state, **{_SET[operator]: n[0]})
            case "Tj":
                self._show(operands)
            case "TJ" if operands and isinstance(operands[0], list):
                self._show(operands[0])
            case "'" | '"':
                self._start_line(0, -self._state.leading)
                self._show(operands if operator == "'" else operands[2:])

    def _transform(self, n: Sequence[float]) -> None:
        matrix = _multiply((n[0], n[1], n[2], n[3], n[4], n[5]), self._state.matrix)
        self._state = replace(self._state, matrix=matrix)

    def _start_line(self, x: float, y: float) -> None:
        """Start a line beside the start of the last."""
        self._line = self._text = _multiply((1, 0, 0, 1, x, y), self._line)

    # ---------- words

    def _show(self, parts: Sequence[Any]) -> None:
        """Show strings, with shifts between them in thousandths of a letter's height."""
        text, start, state = list[str](), self._text, self._state
        for part in parts:
            if isinstance(part, bytes):
                for characters, width in state.font.read(part):
                    self._budget.spend()
                    text.append(characters)
                    gap = state.letter_gap + (state.word_gap if characters == " " else 0)
                    self._advance(width / 1000 * state.size + gap)
            elif isinstance(part, float):
                if part < _SPACE and text and not text[-1].isspace():
                    text.append(" ")
                self._advance(-part / 1000 * state.size)
        if text:
            self._add("".join(text), start=start)

    def _advance(self, distance: float) -> None:
        self._text = _multiply((1, 0, 0, 1, distance * self._state.stretch, 0), self._text)

    def _add(self, text: str, start: _Matrix | None = None, picture: str = "") -> None:
        """Add a piece. Where the file gives the words itself, they replace the first piece's."""
        self._budget.spend(4)
        mark = next((m.number for m in reversed(self._marks) if m.number is not None), None)
        furniture = next((m.furniture for m in self._marks if m.furniture), None)
        for index, entry in enumerate(self._marks):
            if entry.actual is not None and not picture:
                text = entry.actual
                self._marks[index] = replace(entry, actual="")
                break
        state = self._state
        whole = _multiply(start or _IDENTITY, state.matrix)
        end = _multiply(self._text, state.matrix) if start else whole
        scale = math.hypot(whole[2], whole[3]) or 1
        stroke = math.hypot(whole[0], whole[1]) or 1
        height = (whole[5] - self._span[0]) / self._span[1]
        if furniture and not picture:
            furniture = _name_furniture(furniture, height)
        self.pieces.append(
            PdfPiece(
                page=self._number,
                text="" if picture else text,
                start=(whole[4], whole[5]),
                end=(end[4], end[5]),
                along=(whole[0] / stroke, whole[1] / stroke),
                size=abs(state.size) * scale,
                height=height,
                bold=state.font.bold,
                italic=state.font.italic,
                mark=mark,
                furniture=furniture,
                picture=picture,
            )
        )


def _look_up(resources: Mapping[str, Any], kind: str, name: str) -> Any:
    """Return a resource by its kind and name; None if there is none."""
    table: Any = resources.get(kind) if hasattr(resources, "get") else None
    value: Any = table.get(name) if table is not None and hasattr(table, "get") else None
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if hasattr(value, "get") else None


def _read_mark(tag: str, properties: Any) -> PdfMark:
    """Return the mark of a tag with its properties."""
    if not hasattr(properties, "get"):
        properties = {}
    number, actual = properties.get("/MCID"), properties.get("/ActualText")
    furniture = None
    if tag == "/Artifact":
        kind = str(properties.get("/Subtype", "")).removeprefix("/").lower()
        names = {str(value): value for value in Furniture}
        furniture = names.get(kind, Furniture.WATERMARK)
    return PdfMark(
        number=int(number) if isinstance(number, int | float) else None,
        furniture=furniture,
        actual=None if actual is None else read_text(actual),
    )


def _name_furniture(named: Furniture, height: float) -> Furniture:
    """Return what furniture is, by its name in the file or by its place."""
    if named is not Furniture.WATERMARK:
        return named
    return next(zone for least, zone in _ZONES if height >= least)


def _multiply(first: _Matrix, second: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i, a * h + b * j,
        c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip
