"""Give the type of each file that a site can have, by the ending of its name.

A host that is not told may send a text as Latin-1, a calendar as plain text, or refuse a
file. Sources: RFC 4180, 5545, 7111, 8259 and 9239; IANA's register of media types.
"""

from dataclasses import dataclass

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedType:
    """The type of files with one ending.

    Texts are always in UTF-8. `rare` types are those that nginx does not know by itself.
    """

    ending: str
    kind: str
    is_text: bool = False
    rare: bool = False

    @property
    def header(self) -> str:
        """Return the value of the header `Content-Type`."""
        return f"{self.kind}; charset=utf-8" if self.is_text else self.kind


def _text(ending: str, kind: str, *, rare: bool = False) -> ServedType:
    return ServedType(ending=ending, kind=kind, is_text=True, rare=rare)


def _data(ending: str, kind: str) -> ServedType:
    return ServedType(ending=ending, kind=kind)


#: JSON is always in UTF-8 and takes no charset (RFC 8259, section 11).
TYPES = (
    _text(".html", "text/html"),
    _text(".css", "text/css"),
    _text(".js", "text/javascript"),
    _text(".txt", "text/plain"),
    _text(".xml", "application/xml"),
    _text(".csv", "text/csv", rare=True),
    _text(".ics", "text/calendar", rare=True),
    _text(".jsonl", "application/x-ndjson", rare=True),
    _data(".json", "application/json"),
    _data(".pdf", "application/pdf"),
    _data(".docx", f"{_OFFICE}.wordprocessingml.document"),
    _data(".xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
    _data(".odt", f"{_OPEN}.text"),
    _data(".ods", f"{_OPEN}.spreadsheet"),
    _data(".png", "image/png"),
    _data(".jpg", "image/jpeg"),
    _data(".jpeg", "image/jpeg"),
    _data(".gif", "image/gif"),
    _data(".webp", "image/webp"),
    _data(".svg", "image/svg+xml"),
    _data(".ico", "image/x-icon"),
)
