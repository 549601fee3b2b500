"""Tell the header or footer of printed pages from other lines that repeat."""

import re
from itertools import pairwise

from policybook.model import Library, Version

_HEADER_WORD = re.compile(
    r"\b(?:polic(?:y|ies)|version|rev|revision|draft|confidential|page|handbook|procedures?"
    r"|copyright|issue|updated|reviewed?)\b|©",
    re.IGNORECASE,
)
#: A longer line is a sentence.
_MOST_WORDS = 12
_FORM_SIGN = re.compile(
    r"_{3,}|(?:\\_){3,}|\bsignature\b|\bsigned\b|^\s*\W*\[|[$£☐]", re.IGNORECASE
)


def is_page_header(repeats: list[tuple[int, str]], version: Version, library: Library) -> bool:
    """Return whether a line that is repeated says what headers of printed pages say.

    That is the title, the school, a version or a page. Other lines may repeat for a
    reason: an address, the lines of a form, the cells of a table.
    """
    line = repeats[0][1]
    words = re.findall(r"[^\W\d_]{3,}", line.casefold())
    names = re.findall(r"[^\W\d_]{3,}", f"{version.facts.title} {library.school.name}".casefold())
    return (
        1 < len(words) <= _MOST_WORDS
        and not _FORM_SIGN.search(line)
        and (
            _has_page_numbers([text for _, text in repeats])
            or len(set(words).intersection(names)) > 1
            or bool(_HEADER_WORD.search(line))
        )
    )


def _has_page_numbers(lines: list[str]) -> bool:
    """Return whether a number in the line grows from each repeat to the next."""
    numbers = [[int(digits) for digits in re.findall(r"\d{1,6}", line)] for line in lines]
    return any(
        all(before < after for before, after in pairwise(column))
        for column in zip(*numbers, strict=False)
    )
