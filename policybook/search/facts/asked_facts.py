"""Find the fact for which a query asks, if it plainly asks for one of a policy or of all.

`assets/policy-facts.js` finds the same in the same way; each function has its namesake
there. A test compares the two.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from policybook.model.spans import DaySpan
from policybook.search.facts.fact_sheets import FactSheet, PolicyFact, SchoolFact
from policybook.search.facts.question_forms import DOCUMENTS, SIGN, FactKind, full_forms
from policybook.search.facts.school_questions import (
    ANSWERS,
    MOST_NAMED,
    SOURCES,
    Topic,
    school_forms,
)
from policybook.search.situations.word_forms import MOST_WORDS, find_base, normalise

#: Words in the name of a policy that tell it from no other.
_SKIPPED = """a about all an and any at by current for in latest my new of on our s school schools
that the their this to whole your"""
SKIPPED = frozenset(_SKIPPED.split())
_SIGN = re.compile(SIGN, re.IGNORECASE | re.ASCII)


#: Words that mean the one policy of a school. With more policies, nobody knows which.
PRONOUNS = frozenset("it this that".split())
#: Of a name, a word of so many letters may be the beginning of a word of a title: "photo".
_LEAST_BEGINNING = 4


class FactFinder:
    """The facts of all policies on one day, prepared for many queries.

    `people` are the lines of the answer to "who do I ring".
    """

    def __init__(self, sheets: Iterable[FactSheet | None], people: Sequence[str] = ()) -> None:
        self._sheets = [(sheet, _read_names(sheet)) for sheet in sheets if sheet]
        self._forms = [(kind, re.compile(form)) for kind, form in full_forms()]
        self._school_forms = [(topic, re.compile(form)) for topic, form in school_forms()]
        self._people = tuple(people)

    def find(self, query: str) -> PolicyFact | SchoolFact | None:
        """Return the fact for which a query asks, or None. One of a policy comes first."""
        if not _SIGN.search(query):
            return None
        typed = normalise(query)
        matches = [(kind, match[1]) for kind, form in self._forms if (match := form.search(typed))]
        for kind, name in matches:
            if sheet := self._find_sheet(name):
                return next((fact for fact in sheet.facts if fact.kind is kind), None)
        for topic, form in self._school_forms:
            if form.search(typed):
                return self._answer(topic)
        if len(self._sheets) > 1 and any(_names_none(name) for _, name in matches):
            return self._answer(Topic.WHICH)
        return None

    def _find_sheet(self, name: str) -> FactSheet | None:
        """Return the one policy that a name fits. A whole title counts before a part of one."""
        bases, is_document = _read_name(name), not DOCUMENTS.isdisjoint(name.split())
        if name in PRONOUNS:
            return self._sheets[0][0] if len(self._sheets) == 1 else None
        whole = [s for s, names in self._sheets if bases and bases in names[is_document]]
        if whole or not is_document:
            return whole[0] if len(whole) == 1 else None
        for fits in (frozenset.issubset, _begins):
            fitting = [s for s, names in self._sheets if any(fits(bases, n) for n in names[True])]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _answer(self, topic: Topic) -> SchoolFact:
        """Return what to say of all policies that a topic is about, the newest change first."""
        about = [sheet for sheet, _ in self._sheets if topic in sheet.topics]
        if topic is Topic.CHANGED:
            about.sort(key=lambda sheet: sheet.since or date.min, reverse=True)
        lines = [_line(sheet, topic) for sheet in about[:MOST_NAMED]]
        more = len(about) - len(lines)
        if more:
            lines.append(f"And {more} more.")
        answer = ANSWERS[topic]
        lines += self._people if topic is Topic.PEOPLE else [] if lines else [answer.nothing]
        return SchoolFact(topic, answer.heading, tuple(lines), answer.address)


def _line(sheet: FactSheet, topic: Topic) -> str:
    """Return the title of a policy, with a line of the fact that a topic repeats."""
    if topic not in SOURCES:
        return sheet.names[0]
    kind, place = SOURCES[topic]
    fact = next(fact for fact in sheet.facts if fact.kind is kind)
    return f"{sheet.names[0]}: {fact.lines[place]}"


def _names_none(name: str) -> bool:
    """Return whether a name tells no policy from another: "it", "the policy"."""
    is_document = not DOCUMENTS.isdisjoint(name.split())
    return name in PRONOUNS or (is_document and not _read_name(name))


def _begins(bases: frozenset[str], names: frozenset[str]) -> bool:
    """Return whether each word is a word of a name, or the beginning of one."""
    return all(
        base in names
        or (len(base) >= _LEAST_BEGINNING and any(name.startswith(base) for name in names))
        for base in bases
    )


def _read_names(sheet: FactSheet) -> dict[bool, list[frozenset[str]]]:
    """Return the names of a policy for a query that says "policy", and for one that does not."""
    title, *_ = names = [normalise(name) for name in sheet.names]
    has_no_noun = DOCUMENTS.isdisjoint(title.split())
    return {True: list(map(_read_name, names)), False: [_read_name(title)] * has_no_noun}


def _read_name(name: str) -> frozenset[str]:
    """Return the words of a name that tell one policy from another, without their endings."""
    words = (word for word in name.split() if word not in SKIPPED and word not in DOCUMENTS)
    return frozenset(map(find_base, words))


def as_data(
    sheets: Sequence[Sequence[DaySpan[FactSheet | None]]],
    people: Sequence[str],
    ways: Mapping[str, str],
) -> dict[str, Any]:
    """Return what the script needs: the forms of questions, and the facts of each day.

    `ways` has what each number or address in the lines of a fact links to.
    """
    return {
        "limit": MOST_WORDS,
        "sign": SIGN,
        "skipped": sorted(SKIPPED),
        "documents": sorted(DOCUMENTS),
        "pronouns": sorted(PRONOUNS),
        "kinds": list(FactKind),
        "forms": [[str(kind), form] for kind, form in full_forms()],
        "policies": [[_span_data(span) for span in days] for days in sheets],
        "topics": {
            topic: [answer.heading, answer.address, answer.nothing]
            for topic, answer in ANSWERS.items()
        },
        "sources": {topic: [kind, place] for topic, (kind, place) in SOURCES.items()},
        "schoolForms": [[str(topic), form] for topic, form in school_forms()],
        "mostNamed": MOST_NAMED,
        "people": list(people),
        "ways": dict(ways),
    }


def _span_data(span: DaySpan[FactSheet | None]) -> list[Any]:
    """Return the last day of a span, the names of the policy, and its facts by kind.

    Then come its title, its topics and since when its text is in force.
    """
    last = span.last.isoformat() if span.last else ""
    sheet = span.value
    if sheet is None:
        return [last, [], [], "", [], ""]
    facts = [[fact.heading, fact.address, *fact.lines] for fact in sheet.facts]
    since = sheet.since.isoformat() if sheet.since else ""
    names = [normalise(name) for name in sheet.names]
    return [last, names, facts, sheet.names[0], list(sheet.topics), since]
