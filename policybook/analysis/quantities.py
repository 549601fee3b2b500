"""Find the one time and the one number that a part of a sentence sets.

Equal periods have one key: 24 hours and 1 day.
"""

import re
from collections.abc import Iterator

from policybook.meaning.types import Matter
from policybook.meaning.words import terms

_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)|\b\d{1,2}[.:]\d\d\b")
_MINUTES_OF_A_DAY = 1440


def find_times(part: str) -> Iterator[tuple[str, str]]:
    """Yield the one deadline or time of a part; nothing where there are several."""
    times = [
        (_in_days(term.key), term.wording) for term in terms.facts(part).get(Matter.DEADLINE, [])
        if any(sign.isdigit() for sign in term.key)
    ]  # fmt: skip
    times += [(hit[0].replace(":", "."), hit[0]) for hit in _CLOCK.finditer(part)]
    if len({key for key, _ in times}) == 1:
        yield times[0]


def _in_days(key: str) -> str:
    """Return the key of a period, in days if it has whole ones: 24 hours is 1 day here."""
    count, _, unit = key.partition(" ")
    if unit == "minute" and count.isdigit() and int(count) % _MINUTES_OF_A_DAY == 0:
        return f"{int(count) // _MINUTES_OF_A_DAY} day"
    return key


def find_numbers(part: str) -> Iterator[tuple[str, str]]:
    """Yield the one number of a part, with its unit."""
    numbers = [
        (term.key, term.wording) for term in terms.facts(part).get(Matter.NUMBER, [])
        if term.unit
    ]  # fmt: skip
    if len(numbers) == 1:
        yield numbers[0]
