"""Find the points of a version that somebody must still decide, from how schools write them."""

import re
from collections.abc import Iterator

from policybook.model import Version
from policybook.reading.texts import clauses

#: Letters that every open point has. Few sentences have them.
_SIGN = "to be "
_OPEN_POINT = re.compile(
    r"(?i:\bto be (?:confirmed|decided|agreed) by the "
    r"(?:school|governors|governing (?:body|board)|head ?teacher)\b)"
    r"|^\W*(?i:to be (?:confirmed|decided|agreed))\b"
)


def is_open_point(words: str) -> bool:
    """Return whether `words` say that something is still to be decided."""
    return _SIGN in words.lower() and _OPEN_POINT.search(words) is not None


def open_points(version: Version) -> Iterator[tuple[str, str]]:
    """Yield each open point of a version: the number of its rule, or empty, and its words.

    First come the questions of its front matter, then the points among its `changes`,
    then those of its text.
    """
    facts = version.facts
    yield from (("", question) for question in facts.questions)
    yield from (("", words) for words in facts.changes if is_open_point(words))
    for clause in clauses.walk_text(version):
        if is_open_point(clause.text):
            yield clause.number, clause.text
