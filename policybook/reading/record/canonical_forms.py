"""Give a version's canonical text in each numbered form that a record can have.

An approval names its form, and its text is always judged by that form. So nothing here is
ever changed: a new rule is a new form. `/verify/form/` describes them for people who check
a hash by other means. This module must not know the record or any file.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

#: The form of an entry that names none, and the form of new entries.
FIRST, NEWEST = "1", "2"
FORMS = (FIRST, NEWEST)
#: The fields that count, in their order.
_FIRST_FIELDS = tuple(
    """
    title approved_by approved_on effective_from review_year review_by applies_to minute changes
    numbering
    """.split()
)
FIELDS = {
    FIRST: _FIRST_FIELDS,
    NEWEST: (*_FIRST_FIELDS[:8], "language", *_FIRST_FIELDS[8:], "change"),
}
#: A target in form 2: after `](`, or after `]:` at the start of a line.
_TARGET = re.compile(r"(?:\]\(|^ {0,3}\[[^\]\n]*\]:)[ \t]*(?:<([^<>\n]*)>|([^\s<>()]+))", re.M)


def select_pictures(body: str, paths: Iterable[str]) -> list[str]:
    """Return those of `paths`, within the policy's folder, that a text shows in form 2."""
    targets = set(_list_targets(body))
    return sorted(path for path in paths if unicodedata.normalize("NFC", path) in targets)


def _list_targets(body: str) -> Iterator[str]:
    """Yield the targets in a body as paths: decoded, and without `?`, `#` and what follows."""
    for match in _TARGET.finditer(normalise_line_ends(body)):
        target = re.split(r"[?#]", match[1] if match[1] is not None else match[2])[0]
        yield posixpath.normpath(unicodedata.normalize("NFC", unquote(target)))


def compose(
    form: str, fields: Iterable[tuple[str, str]], pictures: Iterable[tuple[str, str]], body: str
) -> str:
    """Return the canonical text in a form.

    `fields` are (name, words), a line each; those that the form does not know are left out.
    `pictures` are (SHA-256, path). White space at the ends of lines does not count; neither
    do empty lines before and after the body. Raise `KeyError` for a form that is not known.
    """
    order = FIELDS[form]
    rows = sorted((row for row in fields if row[0] in order), key=lambda row: order.index(row[0]))
    header = [f"{name}: {words}" for name, words in rows]
    header += [f"picture: {digest} {path}" for digest, path in pictures]
    return unicodedata.normalize("NFC", "\n".join([*header, "", *_trim_body(body)])) + "\n"


def normalise_line_ends(text: str) -> str:
    """Return a text with LF at the end of each line, and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _trim_body(text: str) -> list[str]:
    """Return the lines of the body without the white space that does not count."""
    lines = [line.rstrip(" \t") for line in normalise_line_ends(text).split("\n")]
    filled = [i for i, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []
