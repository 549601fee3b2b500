"""A text -> what it speaks of, in order: duties, periods, dates, ages, numbers, laws, people. Knows no changes.

The words are those of `vocabulary`; `weight` says what follows from a difference.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, wraps
from typing import NamedTuple, TypeVar

from policybook.redline import patterns
from policybook.redline.types import Matter

_T = TypeVar("_T")
_CACHED_TEXTS = 1 << 12  # texts: the versions of a few policies


def _remember(read: Callable[[str], Iterable[_T]]) -> Callable[[str], tuple[_T, ...]]:
    """`read`, worked out once for a text: a rule that is taken out is often added elsewhere, or back in a later version."""

    @wraps(read)
    @lru_cache(maxsize=_CACHED_TEXTS)
    def read_once(text: str) -> tuple[_T, ...]:
        return tuple(read(text))

    return read_once


class DutyTerm(NamedTuple):
    """A modal verb or what stands for one.

    `force` is 4 for must, 3 for will, 2 for should, 1 for encouraged, 0 for may; `bars` says that it forbids.
    `refusal` is a word ahead that turns the verb round: the `no` of "no pupil may".
    """

    verb: str
    force: int
    bars: bool
    refusal: str = ""

    @property
    def wording(self) -> str:
        """The duty as it is quoted: `must`, `no … may`."""
        return f"{self.refusal} … {self.verb}" if self.refusal else self.verb


class Term(NamedTuple):
    """A number with its unit, a date, a law, a person.

    `key` is what is compared; `value` and `unit` are what is said.
    """

    key: str
    value: str
    unit: str = ""

    @property
    def wording(self) -> str:
        return f"{self.value} {self.unit}" if self.unit else self.value


def _word_starts(*patterns: str) -> tuple[str, ...]:
    """What a word starts with that may be part of one of the patterns; it lets pass too much rather than too little."""
    plain = [
        re.sub(r"\[[A-Z]([a-z])\]", r"\1", re.sub(r"\w\?", "", pattern)) for pattern in patterns
    ]
    starts = {
        word.lower()
        for pattern in plain
        for word in re.findall(r"(?<!\\)[A-Za-z]{3,}|(?<=\\[sbd])[A-Za-z]{3,}", pattern)
    }
    return tuple(sorted(starts - _COMMON))


_NEVER_A_TERM = frozenset(
    ["in", "on", "at", "by", "or", "as", "it", "we", "us", "he", "so", "if", "my", "me", "do", "go"]
)
_COMMON = frozenset(
    [
        "and",
        "the",
        "for",
        "all",
        "any",
        "this",
        "from",
        "with",
        "our",
        "see",
        "that",
        "are",
        "has",
        "had",
    ]
)
_HINTS = {
    "duties": _word_starts(
        *(pattern for pattern, _, _ in patterns.DUTIES),
        patterns.MODAL.pattern,
        patterns.NOT.pattern,
        patterns.CONDITION.pattern,
        "no",
        "have",
    ),
    "facts": _word_starts(
        patterns.LAW,
        patterns.REFERENCE,
        patterns.DATE,
        patterns.AGE,
        patterns.PERIOD,
        patterns.NUMBER,
        "per",
        "million",
    ),
    "bodies": _word_starts(patterns.ROLES, "DSL", "LADO", "ICO", "SLT", "SMT", "DPO", "CEOP"),
}


_ALL_SORTS = frozenset(_HINTS)


def differing_sorts(old: str, new: str) -> frozenset[str]:
    """Which sorts of terms (duties, facts, bodies) can differ between two texts: by the words that only one has."""
    if not old or not new:
        return _ALL_SORTS
    words = _unshared_words(old.lower(), new.lower())
    if not words:
        return _ALL_SORTS  # the same words in another order
    sorts: frozenset[str] = frozenset()
    for word in words:
        sorts |= _possible_sorts(word)
        if len(sorts) == len(_ALL_SORTS):
            return sorts
    if has_law(old) or has_law(new):
        sorts |= {"facts"}
    if patterns.MAY_NAME.search(old) or patterns.MAY_NAME.search(new):
        sorts |= {"bodies"}
    return sorts


def _unshared_words(old: str, new: str) -> set[str]:
    """The words that one of the texts has more often than the other."""
    olds, news = old.split(" "), new.split(" ")
    # Words with their signs, first: few are left to look into.
    unlike = {word for word, _ in Counter(olds).items() ^ Counter(news).items()}
    gone, come = (
        Counter(patterns.PLAIN_WORD.findall(" ".join([word for word in side if word in unlike])))
        for side in (olds, news)
    )
    return {word for word, _ in gone.items() ^ come.items()}


@lru_cache(maxsize=_CACHED_TEXTS)
def _possible_sorts(word: str) -> frozenset[str]:
    """The sorts of terms that `word` may be part of."""
    if len(word) < 3 and word not in _NEVER_A_TERM:
        return _ALL_SORTS
    sorts = {sort for sort, starts in _HINTS.items() if word.startswith(starts)}
    return frozenset(sorts if word.isalpha() else {*sorts, "facts", "bodies"})


# By the group of the pattern.
_FORCE = {f"d{number}": (force, bars) for number, (_, force, bars) in enumerate(patterns.DUTIES)}


@_remember
def duties(text: str) -> Iterator[DutyTerm]:
    """The duties, permissions and prohibitions of `text`, in order. The month of May is none."""
    return (duty for duty, _ in locate_duties(text))


def locate_duties(text: str) -> Iterator[tuple[DutyTerm, tuple[int, int]]]:
    """The same, each with the place of its verb in `text`."""
    low = _lower(text)
    before = 0  # where the verb before ends
    for hit in patterns.DUTY.finditer(low):
        if _is_month(hit, text):
            continue
        force, bars = _FORCE[hit.lastgroup or "d0"]
        verb = " ".join(hit[0].split())
        ahead = "" if bars else low[before : hit.start()]
        if _contains_any(patterns.MAY_BAR, ahead) and (refusal := patterns.REFUSAL.search(ahead)):
            yield DutyTerm(verb, force or patterns.MOST, bars=True, refusal=refusal[1]), hit.span()
        else:
            yield DutyTerm(verb, force, bars), hit.span()
        before = hit.end()


@_remember
def modals(text: str) -> Iterator[str]:
    """Every modal verb by itself."""
    low = _lower(text)
    modal = patterns.MODAL if "n't" in low else patterns.FULL_MODAL
    return (hit[0] for hit in modal.finditer(low) if not _is_month(hit, text))


@_remember
def figures(text: str) -> Iterator[str]:
    """Every number by itself, whether in figures or spelt."""
    return (
        patterns.WORDS_FOR.get(figure.lower(), figure) for figure in patterns.FIGURE.findall(text)
    )


def has_law(text: str) -> bool:
    """Whether there may be the name of a law; without it there is none."""
    return _contains_any(patterns.MAY_LAW, text) and patterns.HAS_LAW.search(text) is not None


def _contains_any(signs: Iterable[str], text: str) -> bool:
    for sign in signs:  # noqa: SIM110, a generator takes twice as long
        if sign in text:
            return True
    return False


def _lower(text: str) -> str:
    """`text` in small letters, each where it was."""
    low = text.lower()
    return low if len(low) == len(text) else text


def _is_month(hit: re.Match[str], text: str) -> bool:
    """`May 2026`, `in May`, `31 May`: the month starts with a capital where no sentence does."""
    start, end = hit.span()
    if text[start:end] != "May":
        return False
    return bool(patterns.FIGURE_AHEAD.match(text, end)) or (
        start > 1 and (text[start - 2].isalnum() or text[start - 2] == ",")
    )


@_remember
def negations(text: str) -> Iterator[str]:
    """Words that turn a meaning round, those of duties left out."""
    low = _lower(text)
    no = patterns.NOT if "n't" in low else patterns.FULL_NOT
    if not no.search(low):
        return iter(())
    rest = patterns.DUTY.sub(lambda hit: " " * len(hit[0]), low)
    return (hit[0] for hit in no.finditer(rest))


@_remember
def conditions(text: str) -> Iterator[str]:
    low = _lower(text)
    if not _contains_any(patterns.MAY_CONDITION, low):
        return iter(())
    return (" ".join(hit[0].split()) for hit in patterns.CONDITION.finditer(low))


@lru_cache(maxsize=_CACHED_TEXTS)
def facts(text: str) -> Mapping[Matter, list[Term]]:
    """Laws, references, ages, periods, dates and numbers, each in order; every figure is in one of them at most."""
    by_matter: dict[Matter, list[Term]] = {}
    low = _lower(text)
    if has_law(text):
        for hit in patterns.IS_LAW.finditer(text):
            law = " ".join(hit[0].split())
            by_matter.setdefault(Matter.LAW, []).append(Term(law.lower(), law))
            low = low[: hit.start()] + " " * len(hit[0]) + low[hit.end() :]
    for hit in patterns.FACT.finditer(low):
        matter = Matter[str(hit.lastgroup)]
        if not _is_lower_case(matter, hit, text):
            by_matter.setdefault(matter, []).append(_term(matter, hit, text))
    return by_matter


def _is_lower_case(matter: Matter, hit: re.Match[str], text: str) -> bool:
    """`staff may`, `part a`: a month and an appendix have a capital."""
    if matter is Matter.DATE:
        return hit[0] in ("may", "march") and text[hit.start()].islower()
    return matter is Matter.REFERENCE and hit[0][-2:-1] == " " and text[hit.end() - 1].islower()


@_remember
def bodies(text: str) -> Iterator[Term]:
    """People and bodies, by role or by name."""
    named = patterns.NAME.finditer(text) if patterns.MAY_NAME.search(text) else ()
    spans = [(hit.start(), hit.end()) for hit in (*patterns.ROLE.finditer(_lower(text)), *named)]
    return (_body(text[start:end]) for start, end in sorted(spans))


@lru_cache(maxsize=1 << 9)
def _body(written: str) -> Term:
    name = " ".join(written.split())
    return Term(role(name.lower()), name)


@lru_cache(maxsize=1 << 9)
def role(name: str) -> str:
    """The same for what is written in several ways: `DSL`, `head teacher`, `parent/carer` and `parents and carers`."""
    plain = re.sub(
        r"\s*(?:/|\band\b|\bor\b)\s*",
        "/",
        name.replace("head teacher", "headteacher").replace("parents", "parent"),
    )
    return patterns.SHORT_FOR.get(plain, plain).removesuffix("s")


def _term(matter: Matter, hit: re.Match[str], text: str) -> Term:
    value, unit = " ".join(text[hit.start() : hit.end()].split()), ""
    if matter is Matter.DEADLINE and (parted := patterns.QUANTITY.fullmatch(value)):
        value, unit = parted[1], parted[2]
    elif (
        matter is Matter.NUMBER
        and value[0] not in "£$€"
        and value[-1] not in "%t"
        and (after := patterns.UNIT_AFTER.match(text, hit.end()))
    ):
        unit = after[1]
    return Term(_key(value.lower(), unit.lower()), value, unit)


def _key(value: str, unit: str) -> str:
    """The same for `ten days` and `10 days`; the noun after a bare number does not count."""
    figure = patterns.WORDS_FOR.get(value, value)
    return (
        f"{figure} {unit.removesuffix('s')}"
        if patterns.IS_PERIOD.fullmatch(unit)
        else figure.replace("–", "-")
    )
