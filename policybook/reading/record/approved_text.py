"""Give the canonical text of a version, which the hash in the record covers.

`canonical_forms` has the rules of each form. This module must not know any file.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policybook.model import Library, Version
from policybook.reading.fields.fields import FIELDS
from policybook.reading.files import layout
from policybook.reading.record import canonical_forms
from policybook.reading.record.canonical_forms import FIRST, NEWEST
from policybook.reading.references import link_search


@dataclass(frozen=True, slots=True)
class CanonicalParts:
    """A canonical text in parts: the lines of each field, the hashes of pictures, the body.

    Pictures are by their path within the policy's folder.
    """

    fields: Mapping[str, tuple[str, ...]]
    pictures: Mapping[str, str]
    body: str


def split_canonical(text: str) -> CanonicalParts:
    """Return the parts of a canonical text."""
    # Without any field, the text starts with the empty line that ends the fields.
    header, _, body = text.partition("\n\n") if text[:1] != "\n" else ("", "", text[1:])
    fields: dict[str, tuple[str, ...]] = {}
    pictures: dict[str, str] = {}
    for line in header.split("\n") if header else ():
        name, _, words = line.partition(": ")
        if name == "picture":
            digits, _, path = words.partition(" ")
            pictures[path] = digits
        else:
            fields[name] = (*fields.get(name, ()), words)
    return CanonicalParts(fields, pictures, body.removesuffix("\n"))


def canonical_text(version: Version, pictures: Mapping[str, bytes], form: str = NEWEST) -> str:
    """Return the text that an approval approves, in a form.

    It has the fields that count, one a line, an empty line, then the body: NFC, LF, no
    BOM. `pictures` are those that count, by path. Their bytes count, and their paths
    within the folder of the policy.
    """
    rows = (
        (sha256(pictures[path]), path.removeprefix(f"{layout.POLICIES}{version.policy}/"))
        for path in sorted(pictures)
    )
    return canonical_forms.compose(form, _format_fields(version), rows, version.text)


def digest(version: Version, pictures: Mapping[str, bytes], form: str = NEWEST) -> str:
    """Return the SHA-256 of the canonical text, as 64 hexadecimal digits."""
    return sha256(canonical_text(version, pictures, form).encode())


def counted_pictures(library: Library, version: Version, form: str) -> dict[str, bytes]:
    """Return the pictures that a form counts as shown by `version`, by path.

    Form 1 counts what this release's reader of Markdown shows. Later forms give a pattern.
    """
    if form == FIRST:
        return link_search.find_pictures(library, version)
    folder = f"{layout.POLICIES}{version.policy}/"
    names = [path.removeprefix(folder) for path in library.pictures if path.startswith(folder)]
    shown = canonical_forms.select_pictures(version.text, names) if names else ()
    return {folder + name: library.pictures[folder + name] for name in shown}


def text_in_library(library: Library, version: Version, form: str = "") -> str:
    """Return the canonical text of a version of the library, in a form or that of its approval."""
    approved = library.find_approval(version.key)
    form = form or (approved.form or FIRST if approved else NEWEST)
    return canonical_text(version, counted_pictures(library, version, form), form)


def _format_fields(version: Version) -> Iterator[tuple[str, str]]:
    """Yield the fields that a hash may cover; `changes` once a sentence.

    A field that could not be read has the words of the file; one that is missing has none.
    """
    for field in FIELDS:
        if not field.in_approval:
            continue
        if field.name in version.unread:
            yield from ((field.name, words) for words in version.unread[field.name])
        else:
            yield from ((field.name, words) for words in field.canonical(version.facts))


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data`, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def words_digest(text: str) -> str:
    r"""Return the SHA-256 of the words of a document, each followed by LF.

    Spaces, tabs and ends of lines separate words. For a file in UTF-8 without a BOM,
    this command gives the same:

        tr -s ' \t\r\n\f\v' '\n' < FILE | grep . | sha256sum
    """
    return sha256(
        "".join(f"{word}\n" for word in re.split(r"[ \t\r\n\f\v]+", text) if word).encode()
    )
