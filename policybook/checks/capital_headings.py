"""Find the lines of a text that read as headings typed in capitals.

They come with a paste from a word processor, where the layout made them headings.
"""

import re
from collections.abc import Iterable, Iterator

#: Headings, list items and bold lines. Another check looks at them.
MARKED_LINE = re.compile(r"\s*(?:#|[-*+]\s|>|\*\*|__\w)")

_WORD = r"[A-Z][A-Z'’]+(?:[-/][A-Z][A-Z'’]+)*"
_WORDS = rf"{_WORD}(?:(?:,?\s+(?:[&–-]\s+)?)(?:A\s+)?{_WORD})*"
#: A heading in capitals, on its own line or before the sentence that was its paragraph:
#: `3. REWARDS AND SANCTIONS Good behaviour …`.
_CAPITALS = re.compile(
    r"(?P<ahead>^\s*|[.!?:;)]\s+|\bPage\s+\d+\s+of\s+\d+\s+|\s(?=\d+(?:\.\d+)*[.)]\s))"
    rf"(?:(?P<number>\d+(?:\.\d+)*[.)]?)\s+)?(?P<name>{_WORDS})"
    r"(?=:?\s*$|\s+(?:[\"“‘'(•\d]|[AI]\s|[A-Z][a-z’']))"
)
#: A line of capitals only may have brackets. Figures and single letters must number a part.
_WHOLE = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)*[.)]?)\s+)?"
    r"(?P<name>[A-Z][A-Z ,&'’()/–-]*(?:: [A-Z][A-Z ,&'’()/–-]*)?[A-Z)]):?\s*"
)
_PART = re.compile(
    r"\s*(?P<number>(?:APPENDIX|APPENDICES|ANNEX|PART|SCHEDULE|SECTION)\s+(?:\d{1,2}|[A-Z]))\b"
    r"[ :.–-]*(?P<name>[A-Z ,&'’()/-]*)"
)
_SHOUTED_WORDS = """
    MUST NOT NEVER DO DON'T SHOULD SHALL WILL ALWAYS ONLY CAN CANNOT MAY IS ARE PLEASE NOTE
    IMPORTANT WARNING NO STOP
"""
#: A line with one of these is a sentence, not a heading.
_SHOUTED = frozenset(_SHOUTED_WORDS.split())
_ABBREVIATIONS = """
    ACAS CAMHS CEOP COSHH DFES EYFS GDPR HMCI KCSIE LADO MARS MASH OFQUAL OFSTED PSHE PSHCE
    RIDDOR SEND SENCO SENDCO TODO UNICEF
"""
_SHORT_FORMS = frozenset(_ABBREVIATIONS.split())
_SMALL_WORDS = "A AN AND AT BY FOR FROM IN OF OR THE TO WITH"
_NEVER_LAST = frozenset(_SMALL_WORDS.split())
#: A heading has at most so many words.
_MOST_WORDS = 12
#: So many words without a full stop are the rest of a name: `3. CUSIP Number`.
_SHORTEST_PARAGRAPH = 4


def find_headings(lines: Iterable[tuple[int, str]], text: str) -> Iterator[tuple[int, str]]:
    """Yield the line number and words of each line that reads as a heading in capitals."""
    for number, line in lines:
        if MARKED_LINE.match(line):
            continue
        if _PART.fullmatch(line):
            yield number, line.strip()
        elif (line_match := _WHOLE.fullmatch(line)) and _is_heading(
            line_match["name"], line_match["number"] or "", True, text
        ):
            yield number, line.strip().removesuffix(":")
        elif not line_match:
            for match in () if _is_mostly_capitals(line) else _CAPITALS.finditer(line):
                if _starts_paragraph(line[match.end() :]) and _is_heading(
                    match["name"], match["number"] or "", False, text
                ):
                    yield number, f"{match['number'] or ''} {match['name']}".strip()


def _is_heading(name: str, number: str, is_whole_line: bool, text: str) -> bool:
    words = re.findall(r"[A-Z'’]+", name)
    long_words = [
        w for w in words if len(w) > 3 and re.search("[AEIOUY]", w) and w not in _SHORT_FORMS
    ]
    if (
        not long_words
        or len(words) > _MOST_WORDS
        or words[-1] in _NEVER_LAST
        or (not number and _SHOUTED.intersection(words))
    ):
        return False
    if len(words) > 1:
        # Within a line, abbreviations are side by side: `FFIEC BSA/AML`.
        return bool(number) or is_whole_line or _NEVER_LAST.union(long_words).issuperset(words)
    return (bool(number) or is_whole_line) and not _is_abbreviation(name, text)


def _is_abbreviation(word: str, text: str) -> bool:
    """Return whether a word in capitals is in a sentence too, as it is or with a small s."""
    singular = re.escape(word.removesuffix("S"))
    return bool(re.search(rf"[a-z],? {re.escape(word)}\b|\b{singular}s\b", text))


def _starts_paragraph(rest: str) -> bool:
    """Return whether a heading may end before `rest`: nothing, or a sentence."""
    words = rest.strip(" :")
    return words == "" or words[-1] in ".!?" or len(words.split()) > _SHORTEST_PARAGRAPH


def _is_mostly_capitals(line: str) -> bool:
    """Return whether a long line is in capitals, as limits of liability are."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(line.split()) > 2 * _MOST_WORDS and sum(map(str.isupper, letters)) * 2 > len(letters)


def is_shouted(line: str) -> bool:
    """Return whether a line may be part of a long passage in capitals, such as a warning."""
    return (
        len(line.split()) > 4
        and line == line.upper()
        and not re.match(r"\s*\d+(?:\.\d+)*[.)]?\s", line)
    )


def is_in_passage(number: int, shouted: set[int]) -> bool:
    """Return whether a line is inside, or next to, several lines in capitals.

    The first or last of such lines may be short or numbered.
    """
    neighbours = [index in shouted for index in range(number - 2, number + 3)]
    return (
        (neighbours[2] and (neighbours[1] or neighbours[3]))
        or all(neighbours[:2])
        or all(neighbours[3:])
    )
