"""Find numbers that an author typed before headings and rules. Policybook adds its own."""

import re
from collections.abc import Iterator

from policybook.model import Clause, ClauseKind, Version
from policybook.reading.texts import clauses

_NUMBER = re.compile(r"((?:\d+|[A-Z])(?:\.\d+)+)[.)]?\s+(?=(\S+))")
_LETTER_OF_AN_ITEM = re.compile(r"\(?[a-z]\)\s|\([ivx]+\)\s")
_HEADING_NUMBER = re.compile(
    r"(?:\d+|[A-Z](?=\.\d))(?:\.\d+)*[.)]?\s+(?=\S)"
    r"|(?:(?:[IVX]{1,5}|[A-Z])[.)]|\([a-zA-Z]\))\s+(?=[A-Z])"
)
#: A quantity or a time: `2.5 GB`, `10.30 AM`. Other units start with a small letter.
_UNIT = re.compile(r"(?:[AP]\.?M|[KMGT]B|FTE|[MG]bps|[kMG]Hz|GMT|BST|UTC|[£$€%°×–—<>=+])(?!\w)")


def find_numbers(version: Version) -> Iterator[tuple[int, str, str]]:
    """Yield the line of each typed number, the number, and whether a heading or a rule has it."""
    for section in version.sections:
        headings = [(section.title, section.lines[0])] if section.number else []
        headings += [(group.text, group.lines[0]) for group in section.groups]
        for words, line in headings:
            if match := _HEADING_NUMBER.match(words):
                yield line, match[0].strip(), "heading"
    for clause in clauses.walk_text(version):
        if clause.kind is not ClauseKind.CODE and (match := _match_number(clause)):
            yield clause.lines[0], match[0].strip(), "rule"


def _match_number(clause: Clause) -> re.Match[str] | None:
    """Return the match of a typed number.

    Another check looks for letters in a paragraph, line by line.
    """
    if match := _NUMBER.match(clause.text):
        return match if _is_number_of(clause, match[1], match[2]) else None
    return None if clause.kind is ClauseKind.PARAGRAPH else _LETTER_OF_AN_ITEM.match(clause.text)


def _is_number_of(clause: Clause, number: str, next_word: str) -> bool:
    """Return whether a number counts the rule, and does not measure what follows it.

    A small letter after it suggests a quantity, unless it is the very number of the rule. A
    number with a letter counts the rules of the appendix of that letter.
    """
    if number == clause.number:
        return True
    if number[0].isalpha():
        return clause.number.startswith(f"{number[0]}.")
    return not next_word[0].islower() and not _UNIT.match(next_word)
