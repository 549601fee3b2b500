"""Read the tags of a PDF: a tree of elements that say what the marked words are.

A tag of a program's own, such as `/Clause Paragraph`, is read as the usual tag that the
file gives for it. A tree that goes round in circles is read once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from policybook.word.incoming.pdf.operators import PdfBudget, read_text

_DEEPEST = 60
_MOST_SPAN = 100


@dataclass(frozen=True, slots=True)
class PdfWords:
    """The place of marked words: the page and the mark's number."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfTag:
    """An element of the tree. `tag` is the usual tag, and `name` the file's own.

    `words` describe a picture. `actual` replaces the marked words. `address` is a link's.
    """

    tag: str
    name: str
    kids: tuple["PdfTag | PdfWords", ...] = ()
    words: str = ""
    actual: str | None = None
    address: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)

    def span(self, name: str) -> int:
        """Return how many rows or columns a cell takes."""
        value = self.attributes.get(name, 1)
        return min(max(int(value), 1), _MOST_SPAN) if isinstance(value, int | float) else 1


def read_tags(root: Mapping[str, Any], pages: Mapping[int, int], budget: PdfBudget) -> PdfTag:
    """Return the tree below the root of the structure.

    `pages` has the number of each page by the number of its object. Raise what pypdf
    raises for a damaged file.
    """
    roles = root.get("/RoleMap")
    reader = PdfTagReader(roles if isinstance(roles, dict) else {}, pages, budget)
    kids = tuple(reader.read_kids(root.get("/K"), None, 0))
    return PdfTag(tag="Document", name="Document", kids=kids)


class PdfTagReader:
    """Reads elements of one file. It knows which it has read."""

    def __init__(
        self, roles: Mapping[str, Any], pages: Mapping[int, int], budget: PdfBudget
    ) -> None:
        self._roles, self._pages, self._budget = roles, pages, budget
        self._read: set[int] = set()

    def read_kids(self, kids: Any, page: int | None, depth: int) -> Iterator[PdfTag | PdfWords]:
        """Yield what an element holds: elements, and the places of words."""
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            self._budget.spend(5)
            number = getattr(kid, "idnum", None)
            if number is not None and number in self._read:
                continue
            if number is not None:
                self._read.add(number)
            kid = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(kid, int) and page is not None:
                yield PdfWords(page, int(kid))
            elif isinstance(kid, dict) and depth < _DEEPEST:
                yield from self._read_kid(kid, page, depth)

    def _read_kid(
        self, kid: Mapping[str, Any], page: int | None, depth: int
    ) -> Iterator[PdfTag | PdfWords]:
        has_page = "/Pg" in kid
        reference = kid.raw_get("/Pg") if has_page else None  # type: ignore[attr-defined]
        page = self._pages.get(getattr(reference, "idnum", -1), page)
        kind = kid.get("/Type")
        if kind == "/MCR":
            mark = kid.get("/MCID")
            if isinstance(mark, int) and page is not None:
                yield PdfWords(page, int(mark))
        elif kind == "/OBJR":
            address = _read_address(kid.get("/Obj"))
            if address:
                yield PdfTag(tag="Address", name="Address", address=address)
        elif "/S" in kid:
            yield self._read_element(kid, page, depth)

    def _read_element(self, element: Mapping[str, Any], page: int | None, depth: int) -> PdfTag:
        name = str(element["/S"])
        actual = element.get("/ActualText")
        kids = tuple(self.read_kids(element.get("/K"), page, depth + 1))
        address = next(
            (k.address for k in kids if isinstance(k, PdfTag) and k.tag == "Address"), ""
        )
        return PdfTag(
            tag=self._find_role(name).removeprefix("/"),
            name=name.removeprefix("/"),
            kids=tuple(k for k in kids if not (isinstance(k, PdfTag) and k.tag == "Address")),
            words=" ".join(read_text(element.get("/Alt", "")).split()),
            actual=None if actual is None else read_text(actual),
            address=address,
            attributes=_read_attributes(element.get("/A")),
        )

    def _find_role(self, name: str) -> str:
        """Return the usual tag of a tag."""
        for _ in range(10):
            role = str(self._roles.get(name, name))
            if role == name:
                break
            name = role
        return name


def _read_attributes(attributes: Any) -> dict[str, Any]:
    """Return the attributes of an element by name, from one table or several."""
    attributes = attributes.get_object() if hasattr(attributes, "get_object") else attributes
    result: dict[str, Any] = {}
    for table in (attributes if isinstance(attributes, list) else [attributes])[:20]:
        table = table.get_object() if hasattr(table, "get_object") else table
        if isinstance(table, dict):
            result |= {str(name): table.get(name) for name in table}
    return result


def _read_address(annotation: Any) -> str:
    """Return the address of a link; empty if it leads to a place in the file."""
    annotation = annotation.get_object() if hasattr(annotation, "get_object") else annotation
    action: Any = annotation.get("/A") if isinstance(annotation, dict) else None
    action = action.get_object() if hasattr(action, "get_object") else action
    address = action.get("/URI") if isinstance(action, dict) else None
    return read_text(address).strip() if address is not None else ""
