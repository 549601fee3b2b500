"""Give the canonical text of a version, which the hash in the record covers.

This module must not know the record or any file.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policybook.model import Version
from policybook.reading import layout
from policybook.reading.fields import FIELDS


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
    header, _, body = text.partition("\n\n")
    fields: dict[str, tuple[str, ...]] = {}
    pictures: dict[str, str] = {}
    for line in header.split("\n"):
        name, _, words = line.partition(": ")
        if name == "picture":
            digits, _, path = words.partition(" ")
            pictures[path] = digits
        else:
            fields[name] = (*fields.get(name, ()), words)
    return CanonicalParts(fields, pictures, body.removesuffix("\n"))


def canonical_text(version: Version, pictures: Mapping[str, bytes]) -> str:
    """Return the text that an approval approves.

    It has the fields that count, one a line, an empty line, then the body: NFC, LF, no
    BOM. `pictures` are those that the version shows, by path. Their bytes count, and
    their paths within the folder of the policy. White space at the ends of lines does
    not count; neither do empty lines before and after the body.
    """
    header = [f"{name}: {words}" for name, words in _format_fields(version)]
    header += [
        f"picture: {sha256(pictures[path])} {_picture_path(version.policy, path)}"
        for path in sorted(pictures)
    ]
    return unicodedata.normalize("NFC", "\n".join([*header, "", *_trim_body(version.text)])) + "\n"


def digest(version: Version, pictures: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of the canonical text, as 64 hexadecimal digits."""
    return sha256(canonical_text(version, pictures).encode())


def _format_fields(version: Version) -> Iterator[tuple[str, str]]:
    """Yield the fields that the hash covers, in table order; `changes` once a sentence.

    A field that could not be read has the words of the file; one that is missing has none.
    """
    for field in FIELDS:
        if not field.in_approval:
            continue
        if field.name in version.unread:
            yield from ((field.name, words) for words in version.unread[field.name])
        else:
            yield from ((field.name, words) for words in field.canonical(version.facts))


def _picture_path(policy: str, path: str) -> str:
    """Return the path of a picture within the folder of its policy."""
    return path.removeprefix(f"{layout.POLICIES}{policy}/")


def _trim_body(text: str) -> list[str]:
    """Return the lines of the body without the white space that does not count."""
    lines = [
        line.rstrip(" \t")
        for line in text.removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")
    ]
    filled = [i for i, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


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
