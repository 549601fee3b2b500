"""Follow the fields of Word: contents, page numbers, links and cross-references.

A field starts with its code, such as `REF _Ref12 \\r \\h`, and then shows a result. Fields
stand inside each other and reach over paragraphs (ECMA-376, part 1, 17.16).
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))?', re.IGNORECASE)
_PLACE = re.compile(r'\\l\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_REFERENCE = re.compile(r"(?:REF|NOTEREF)\s+(\S+)", re.IGNORECASE)
_CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF"})
#: These change their words by themselves when the file is opened or printed.
_CHANGING = frozenset({"DATE", "TIME", "PRINTDATE", "SAVEDATE", "FILENAME", "LASTSAVEDBY"})


class FieldKind(StrEnum):
    """What the result of a field is."""

    TEXT = "text"
    CONTENTS = "contents"
    PAGE_NUMBER = "page number"
    CHANGING = "changing"


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows_result: bool = False

    @property
    def name(self) -> str:
        """Return the first word of the code."""
        return (self.code.split() or [""])[0].upper()


@dataclass(slots=True)
class FieldStack:
    """The fields that are open at a place."""

    _open: list[_Field] = field(default_factory=list)

    def mark(self, kind: str) -> None:
        """Follow a `w:fldChar`: `begin`, `separate` or `end`. Never raise for one too many."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def add_code(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].shows_result:
            self._open[-1].code += text

    def drop_codes(self) -> None:
        """End fields whose result has not started: the file is damaged, and words follow."""
        self._open = [f for f in self._open if f.shows_result]

    def enter(self, code: str) -> None:
        """Open a field that is one element, `w:fldSimple`."""
        self._open.append(_Field(code, shows_result=True))

    @property
    def is_code(self) -> bool:
        """Whether words at this place belong to a field's code, which nobody sees."""
        return any(not f.shows_result for f in self._open)

    @property
    def kind(self) -> FieldKind:
        """The kind of the words at this place."""
        names = {f.name for f in self._open}
        for kind, those in (
            (FieldKind.CONTENTS, _CONTENTS),
            (FieldKind.PAGE_NUMBER, _PAGES),
            (FieldKind.CHANGING, _CHANGING),
        ):
            if names & those:
                return kind
        return FieldKind.TEXT

    @property
    def address(self) -> str:
        """The address of the link at this place, or nothing."""
        for f in reversed(self._open):
            hit = _LINK.match(f.code.strip())
            if hit and (hit[1] or hit[2]):
                place = _PLACE.search(f.code)
                return (hit[1] or hit[2]) + (f"#{place[1] or place[2]}" if place else "")
        return ""

    @property
    def bookmark(self) -> str:
        """The bookmark that the words at this place refer to, or nothing."""
        for f in reversed(self._open):
            code = f.code.strip()
            if hit := _REFERENCE.match(code):
                return hit[1].strip('"')
            place = _PLACE.search(code) if f.name == "HYPERLINK" else None
            if place and not self.address:
                return place[1] or place[2]
        return ""
