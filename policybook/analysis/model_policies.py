"""Compare a version with the model of its kind (`data/models.yml`): which sections it has.

Headings and words decide, never numbers. The states are:

- **present**: a heading for the section with at least 15 words under it, or three rules
  that speak of it;
- **thin**: less than that, or an extra need (`also`) is missing: its law is out of
  date, it links no other policy, it names no date;
- **missing**: no heading and no rule speaks of it.

The version for pupils is a file of its own; it is present if the version has that
summary.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from policybook.analysis import law
from policybook.model import Clause, Day, Group, Mark, Nation, Reader, Version, dates
from policybook.reading.references import link_search
from policybook.reading.texts import clauses
from policybook.text import data_files, phrases

#: A summary answers it, not a rule of the text.
_FOR_PUPILS = "pupils"
ENOUGH_WORDS, ENOUGH_RULES = 15, 3
_DATED = re.compile(
    r"\b20\d\d/\d\d\b|\b\d{1,2} \w+ 20\d\d\b|\b(?:every|each|once a|twice a"
    r"|once every) (?:\w+ )?(?:year|years|term)\b|\bannually\b|\byearly\b"
)


class SectionState(StrEnum):
    """How well a version covers a section."""

    PRESENT = "present"
    THIN = "thin"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedSection:
    """A section of a model. `also` is empty, `pupils`, or a name in `_EXTRA_RULES`.

    `recalled` says that nobody has read a source for it.
    """

    name: str
    required: bool
    words: tuple[str, ...]
    headings: tuple[str, ...] = ()
    also: str = ""
    recalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyModel:
    """A model policy, for the nations where it holds.

    A policy is of its kind if its title has words of `of` outside the phrases of
    `but_not`.
    """

    name: str
    of: tuple[str, ...]
    source: str
    checked: Day
    sections: tuple[ExpectedSection, ...]
    but_not: tuple[str, ...] = ()
    nations: frozenset[Nation] = frozenset(Nation)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionResult:
    """The result for one section.

    `rules` are those under its headings, then others that speak of it. `why` says in
    words why the section is thin.
    """

    wanted: ExpectedSection
    state: SectionState
    why: str = ""
    rules: tuple[Clause, ...] = ()


@cache
def read_models() -> tuple[PolicyModel, ...]:
    """Return our models. Raise ValueError, KeyError or TypeError if their file is malformed."""
    return tuple(PolicyModel(**_read(row)) for row in data_files.read_yaml("models.yml")["models"])


def _read(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _READERS.get(name, str)(value) for name, value in fields.items()}


def _read_section(fields: Mapping[str, Any]) -> ExpectedSection:
    read = _read(fields)
    section = ExpectedSection(required=read.pop("need") == "required", **read)
    if section.also not in (names := ("", _FOR_PUPILS, *_EXTRA_RULES)):
        raise ValueError(f"models.yml: {section.also} is not one of {', '.join(names)}")
    return section


#: How fields of other than words are read.
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("of", "but_not", "headings", "words"), tuple),
    "nations": lambda names: frozenset(map(Nation, names)),
    "checked": dates.read_day,
    "sections": lambda sections: tuple(map(_read_section, sections)),
    "recalled": bool,
}


def find_model(version: Version, nation: Nation | None = None) -> PolicyModel | None:
    """Return the model in `nation`, or in all four, for a version's title or folder; or None."""
    where = frozenset(Nation) if nation is None else frozenset({nation})
    named = f"{version.facts.title} | {version.policy.replace('-', ' ')}"
    models = (model for model in read_models() if where <= model.nations)
    return next((m for m in models if phrases.names(named, m.of, m.but_not)), None)


def compare_sections(
    version: Version, model: PolicyModel, register: law.Register, today: date
) -> tuple[SectionResult, ...]:
    """Return the result for every section of `model`, in its order."""
    moved = frozenset(
        cite.beside for cite in law.cites(version, register, today) if law.is_out_of_date(cite)
    )
    text = _RuleTexts(version, moved)
    return tuple(_compare_section(wanted, text) for wanted in model.sections)


class _RuleTexts:
    """A version's rules with their texts, and the rules under each heading."""

    def __init__(self, version: Version, moved: frozenset[str]) -> None:
        self.version, self.moved = version, moved
        self.rules = [
            (clause, phrases.blank_addresses(clause.text)) for clause in clauses.walk_text(version)
        ]
        self.lows = [text.lower() for _, text in self.rules]
        self.low = "\n".join(self.lows)
        self.headings = list(_headings(version))

    def rules_under(self, headings: Sequence[str]) -> list[Clause]:
        """Return the rules under every heading with one of the phrases."""
        return [
            rule
            for title, below in self.headings
            if any(
                phrases.may_hold(title.lower(), h) and phrases.compile_phrase(h).search(title)
                for h in headings
            )
            for rule in below
        ]

    def rules_speaking(self, words: Sequence[str]) -> list[Clause]:
        """Return the rules that have one of the phrases."""
        forms = [
            (phrases.longest_word(phrase), phrases.compile_phrase(phrase))
            for phrase in words
            if phrases.may_hold(self.low, phrase)
        ]
        return [
            clause
            for (clause, text), low in zip(self.rules, self.lows, strict=True)
            if any(word in low and pattern.search(text) for word, pattern in forms)
        ]


def _headings(version: Version) -> Iterator[tuple[str, list[Clause]]]:
    """Yield each heading with its clauses. A larger heading has those of smaller ones too."""
    for section in version.sections:
        yield section.title, list(clauses.walk_section(section))
        for place, part in enumerate(section.parts):
            if isinstance(part, Group):
                rest = section.parts[place + 1 :]
                ends = [isinstance(p, Group) and p.level <= part.level for p in rest]
                end = ends.index(True) if True in ends else len(rest)
                below = (p for p in rest[:end] if isinstance(p, Clause))
                yield part.text, [clause for top in below for clause in clauses.walk_clause(top)]


def _compare_section(wanted: ExpectedSection, text: _RuleTexts) -> SectionResult:
    headed, spoken = text.rules_under(wanted.headings), text.rules_speaking(wanted.words)
    under = {clause.id for clause in headed}
    rules = (*headed, *(clause for clause in spoken if clause.id not in under))
    if wanted.also == _FOR_PUPILS:
        has = any(summary.reader is Reader.PUPILS for summary in text.version.summaries)
        without = SectionState.THIN if rules else SectionState.MISSING
        state = SectionState.PRESENT if has else without
        return SectionResult(wanted=wanted, state=state, rules=rules)
    if not rules:
        return SectionResult(wanted=wanted, state=SectionState.MISSING)
    faults = (
        _length_fault(headed, spoken),
        _EXTRA_RULES[wanted.also](text, rules) if wanted.also else "",
    )
    if why := "; ".join(filter(None, faults)):
        return SectionResult(wanted=wanted, state=SectionState.THIN, why=why, rules=rules)
    return SectionResult(wanted=wanted, state=SectionState.PRESENT, rules=rules)


def _length_fault(headed: Sequence[Clause], spoken: Sequence[Clause]) -> str:
    """Return what a section with too few words lacks, or an empty text."""
    count = sum(len(clause.text.split()) for clause in headed)
    if count >= ENOUGH_WORDS or len(spoken) >= ENOUGH_RULES:
        return ""
    if headed:
        return f"{count} words under its heading"
    rules = "one rule speaks" if len(spoken) == 1 else f"{len(spoken)} rules speak"
    return f"no heading of its own, and {rules} of it"


def _law_fault(text: _RuleTexts, rules: Sequence[Clause]) -> str:
    """Return the fault of rules that cite law which is out of date."""
    tops = {"-".join(clause.id.split("-")[:2]) for clause in rules}
    return "it cites law or names that are out of date" if tops & text.moved else ""


def _link_fault(text: _RuleTexts, rules: Sequence[Clause]) -> str:
    """Return the fault of rules without a link to another policy."""
    linked = (
        piece.target
        for clause in rules
        for piece in link_search.walk_links(clause.inlines)
        if piece.mark is Mark.LINK
    )
    is_linked = any(not target.startswith("#") for target in linked)
    return "" if is_linked else "other policies are named, not linked"


def _date_fault(text: _RuleTexts, rules: Sequence[Clause]) -> str:
    """Return the fault of rules without a date."""
    if any(_DATED.search(clause.text) for clause in rules):
        return ""
    return "it names no day, no school year (such as 2027/28), and not how often"


_EXTRA_RULES: Mapping[str, Callable[[_RuleTexts, Sequence[Clause]], str]] = {
    "current": _law_fault,
    "linked": _link_fault,
    "dated": _date_fault,
}
