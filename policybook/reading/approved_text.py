"""x"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

from policybook.model import Version, VersionFacts
from policybook.reading import layout
from policybook.reading.fields import FIELDS


def canonical_text(version: Version, pictures: Mapping[str, bytes]) -> str:
    """The text that an approval stands for: fields that count, one a line, an empty line, the body. NFC, LF, no BOM.

    `pictures` are those the version shows, by path; they count by bytes and by path within the policy's folder.
    White space at the ends of lines, and empty lines before and after the body, do not count.
    """
    header = [f"{name}: {words}" for name, words in _format_fields(version.facts)]
    header += [
        f"picture: {sha256(pictures[path])} {_picture_path(version.policy, path)}"
        for path in sorted(pictures)
    ]
    return unicodedata.normalize("NFC", "\n".join([*header, "", *_trim_body(version.text)])) + "\n"


def digest(version: Version, pictures: Mapping[str, bytes]) -> str:
    """The SHA-256 of the canonical text, as 64 hexadecimal digits."""
    return sha256(canonical_text(version, pictures).encode())


def _format_fields(facts: VersionFacts) -> Iterator[tuple[str, str]]:
    """Yield the fields that the hash covers, in table order. `changes` comes once for each sentence."""
    for field in FIELDS:
        if field.in_approval:
            yield from ((field.name, words) for words in field.canonical(facts))


def _picture_path(policy: str, path: str) -> str:
    return path.removeprefix(f"{layout.POLICIES}{policy}/")


def _trim_body(text: str) -> list[str]:
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
    return hashlib.sha256(data).hexdigest()


def words_digest(text: str) -> str:
    """The SHA-256 of a document's words, one a line: what stands between spaces, tabs and ends of lines, each followed by LF.

    `tr -s ' \\t\\r\\n\\f\\v' '\\n' < FILE | grep . | sha256sum` gives the same for a file in UTF-8 without a BOM.
    """
    return sha256(
        "".join(f"{word}\n" for word in re.split(r"[ \t\r\n\f\v]+", text) if word).encode()
    )
