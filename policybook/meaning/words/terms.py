"""Read from a text what it names: duties, periods, dates, ages, numbers, laws and people.

The words are those of `patterns`; `weight` judges a difference. Knows no changes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar

from policybook.meaning.types import Matter
from policybook.meaning.words import amount_patterns, patterns, reference_terms, role_patterns
from policybook.meaning.words.amount_keys import age_key, amount_key, ratio_key
from policybook.meaning.words.code_patterns import blank_codes, plain_figures
from policybook.meaning.words.number_words import WORDS_FOR
from policybook.meaning.words.phrase_tables import full_names
from policybook.meaning.words.plain_amounts import plain_amounts

_T = TypeVar("_T")
# The texts of the versions of a few policies.
_CACHED_TEXTS = 1 << 12


def _remember(read: Callable[[str], Iterable[_T]]) -> Callable[[str], tuple[_T, ...]]:
    """Return `read` with a cache. Rules often recur elsewhere, or in a later version."""

    @wraps(read)
    @lru_cache(maxsize=_CACHED_TEXTS)
    def read_once(text: str) -> tuple[_T, ...]:
        return tuple(read(text))

    return read_once


class DutyTerm(NamedTuple):
    """A modal verb, or words with the same force.

    `force` is 4 for must, 3 for will, 2 for should, 1 for encouraged and 0 for may.
    `bars` says that the verb forbids. `refusal` is an earlier word that reverses the
    verb: the `no` of "no pupil may".
    """

    verb: str
    force: int
    bars: bool
    refusal: str = ""

    @property
    def wording(self) -> str:
        """Return the words that quote the duty: `must`, or `no … may`."""
        return f"{self.refusal} … {self.verb}" if self.refusal else self.verb


class Term(NamedTuple):
    """A number with its unit, a date, a law or a person.

    Comparisons use `key`; people read `value` and `unit`.
    """

    key: str
    value: str
    unit: str = ""

    @property
    def wording(self) -> str:
        """Return the term as people read it."""
        return f"{self.value} {self.unit}" if self.unit else self.value


# Force and prohibition of each verb, by the group of its pattern.
_FORCE = {f"d{number}": (force, bars) for number, (_, force, bars) in enumerate(patterns.DUTIES)}


@_remember
def duties(text: str) -> Iterator[DutyTerm]:
    """Yield the duties, permissions and prohibitions of `text`. The month of May is none."""
    return (duty for duty, _ in locate_duties(text))


def locate_duties(text: str) -> Iterator[tuple[DutyTerm, tuple[int, int]]]:
    """Yield each duty with the start and end of its verb in `text`."""
    low = _lower(text)
    # The end of the verb before.
    before = 0
    for hit in patterns.DUTY.finditer(low):
        if _is_month(hit, text):
            continue
        force, bars = _FORCE[hit.lastgroup or "d0"]
        verb = " ".join(hit[0].split())
        ahead = "" if bars else low[before : hit.start()]
        if refusal := patterns.REFUSAL.search(ahead):
            yield DutyTerm(verb, force or patterns.MOST, bars=True, refusal=refusal[1]), hit.span()
        else:
            yield DutyTerm(verb, force, bars), hit.span()
        before = hit.end()


@_remember
def modals(text: str) -> Iterator[str]:
    """Yield every modal verb alone."""
    hits = patterns.MODAL.finditer(_lower(text))
    return (hit[0] for hit in hits if not _is_month(hit, text))


@_remember
def figures(text: str) -> Iterator[str]:
    """Yield every number alone, in figures or spelt, as figures."""
    text = blank_codes(plain_figures(text))
    return (WORDS_FOR.get(figure.lower(), figure) for figure in patterns.FIGURE.findall(text))


def _lower(text: str) -> str:
    """Return `text` in small letters, each in its place."""
    low = text.lower()
    return low if len(low) == len(text) else text


def _is_month(hit: re.Match[str], text: str) -> bool:
    """Return whether the hit is the month of May: `May 2026`, `in May`, `31 May`.

    The month has a capital in the middle of a sentence.
    """
    start, end = hit.span()
    if text[start:end] != "May":
        return False
    return bool(patterns.FIGURE_AHEAD.match(text, end)) or (
        start > 1 and (text[start - 2].isalnum() or text[start - 2] == ",")
    )


@lru_cache(maxsize=_CACHED_TEXTS)
def facts(text: str) -> Mapping[Matter, list[Term]]:
    """Return the laws, references, ages, periods, dates and numbers, each in order.

    Every figure is in at most one of them.
    """
    by_matter: dict[Matter, list[Term]] = {}
    text = blank_codes(plain_figures(text))
    low = _lower(text)
    for hit in patterns.IS_LAW.finditer(text):
        law = " ".join(hit[0].split())
        by_matter.setdefault(Matter.LAW, []).append(Term(law.lower(), law))
        low = low[: hit.start()] + " " * len(hit[0]) + low[hit.end() :]
    for (start, end), key in reference_terms.locate(low):
        if not _lacks_capital(text, start, end):
            value = " ".join(text[start:end].split())
            by_matter.setdefault(Matter.REFERENCE, []).append(Term(key, value))
            low = f"{low[:start]}{' ' * (end - start)}{low[end:]}"
    for hit in patterns.FACT.finditer(low):
        matter = Matter[str(hit.lastgroup)]
        if matter is Matter.DATE and amount_patterns.is_ratio(hit[0], low):
            matter = Matter.NUMBER
        if matter in _MAY_BE_AGE and _is_age(hit, low):
            matter = Matter.AGE
        if not _is_lower_case(matter, hit, text):
            by_matter.setdefault(matter, []).append(_term(matter, hit, text))
    return by_matter


_MAY_BE_AGE = frozenset({Matter.DEADLINE, Matter.NUMBER})
_YEARS = re.compile(r"\d[\s-]years?\b(\s*(?:of\s+age|olds?)\b)?")


def _is_age(hit: re.Match[str], low: str) -> bool:
    """Return whether so many years are an age: `the age limit is 5 3/4 years`."""
    years = _YEARS.search(hit[0] + low[hit.end() : hit.end() + 14])
    return bool(years and (years[1] or patterns.BEFORE_AN_AGE.search(low, 0, hit.start())))


def _is_lower_case(matter: Matter, hit: re.Match[str], text: str) -> bool:
    """Return whether a month or an appendix lacks its capital: `staff may`, `part a`."""
    if matter is Matter.DATE:
        return hit[0] in ("may", "march") and text[hit.start()].islower()
    return matter is Matter.REFERENCE and _lacks_capital(text, *hit.span())


def _lacks_capital(text: str, start: int, end: int) -> bool:
    """Return whether a reference by a letter lacks its capital: `part a`."""
    return end - start > 1 and text[end - 2].isspace() and text[end - 1].islower()


_ARTICLE = re.compile(r"\barticles?\s+\d+\b", re.IGNORECASE)


def without_references(text: str) -> str:
    """Return `text` with its references, and articles in figures, as spaces."""
    text = _ARTICLE.sub(lambda hit: " " * len(hit[0]), text)
    for (start, end), _ in reference_terms.locate(_lower(text)):
        if not _lacks_capital(text, start, end):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


@_remember
def bodies(text: str) -> Iterator[Term]:
    """Yield people and bodies, by role or by name."""
    hits = (*role_patterns.ROLE.finditer(_lower(text)), *role_patterns.NAME.finditer(text))
    return (_body(text[start:end]) for start, end in sorted(hit.span() for hit in hits))


@lru_cache(maxsize=1 << 9)
def _body(written: str) -> Term:
    """Return the term of a person or body."""
    name = " ".join(written.split())
    return Term(role(name.lower()), name)


_IRREGULAR = {
    "children": "child",
    "families": "family",
    "young people": "young person",
    "member of staff": "staff",
    "members of staff": "staff",
}


@lru_cache(maxsize=1 << 9)
def role(name: str) -> str:
    """Return one name for several spellings: `DSL`, `head teacher`, `parent/carer`."""
    plain = re.sub(
        r"\s*(?:/|\band\b|\bor\b)\s*",
        "/",
        name.replace("head teacher", "headteacher").replace("parents", "parent"),
    )
    plain = _IRREGULAR.get(plain, plain)
    return full_names().get(plain, plain).removesuffix("s")


def _term(matter: Matter, hit: re.Match[str], text: str) -> Term:
    """Return the term of a hit: its value and, for a period or number, its unit."""
    value, unit = " ".join(text[hit.start() : hit.end()].split()), ""
    if matter is Matter.NUMBER and (measured := _MEASURED.fullmatch(value)):
        sign, *parts = measured.groups()
        figure, unit = filter(None, parts)
        return Term(plain_amounts(value.lower()), sign + figure, unit)
    if matter is Matter.NUMBER and (key := ratio_key(value.lower())):
        return Term(key, value)
    if matter is Matter.DEADLINE and (parted := patterns.QUANTITY.fullmatch(value)):
        value, unit = parted[1], parted[2]
    elif (
        matter is Matter.NUMBER
        and value[0] not in "£$€"
        and not value.endswith(("%", "st", "cent"))
        and (after := patterns.UNIT_AFTER.match(text, hit.end()))
        and not patterns.SAYS_WHICH.fullmatch(after[1])
    ):
        unit = after[1]
    if matter is Matter.AGE:
        return Term(age_key(value.lower()), value)
    return Term(amount_key(value.lower(), unit.lower()), value, unit)


#: A measure, as its number and its unit.
_MEASURED = re.compile(rf"({amount_patterns.SIGN}?){amount_patterns.QUANTITY}", re.IGNORECASE)
