"""Find the fact for which a query asks, if it plainly names a policy and plainly asks.

`assets/policy-facts.js` finds the same in the same way; each function has its namesake
there. A test compares the two.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from policybook.model.spans import DaySpan
from policybook.search.facts.fact_sheets import FactSheet, PolicyFact
from policybook.search.facts.question_forms import DOCUMENTS, SIGN, FactKind, full_forms
from policybook.search.situations.word_forms import MOST_WORDS, find_base, normalise

#: Words in the name of a policy that tell it from no other.
_SKIPPED = """a about all an and any at by current for in latest my new of on our s school schools
that the their this to whole your"""
SKIPPED = frozenset(_SKIPPED.split())
_SIGN = re.compile(SIGN, re.IGNORECASE | re.ASCII)


class FactFinder:
    """The facts of all policies on one day, prepared for many queries."""

    def __init__(self, sheets: Iterable[FactSheet | None]) -> None:
        self._sheets = [(sheet, _read_names(sheet)) for sheet in sheets if sheet]
        self._forms = [(kind, re.compile(form)) for kind, form in full_forms()]

    def find(self, query: str) -> PolicyFact | None:
        """Return the fact for which a query asks, or None."""
        if not _SIGN.search(query):
            return None
        typed = normalise(query)
        for kind, form in self._forms:
            match = form.search(typed)
            sheet = self._find_sheet(match[1]) if match else None
            if sheet:
                return next((fact for fact in sheet.facts if fact.kind is kind), None)
        return None

    def _find_sheet(self, name: str) -> FactSheet | None:
        """Return the one policy that a name fits. A whole title counts before a part of one.

        "It" is a policy where the school has no other.
        """
        if name == "it" and len(self._sheets) == 1:
            return self._sheets[0][0]
        bases, is_document = _read_name(name), not DOCUMENTS.isdisjoint(name.split())
        whole = [s for s, names in self._sheets if bases and bases in names[is_document]]
        if whole or not is_document:
            return whole[0] if len(whole) == 1 else None
        fitting = [s for s, names in self._sheets if any(bases <= other for other in names[True])]
        return fitting[0] if len(fitting) == 1 else None


def _read_names(sheet: FactSheet) -> dict[bool, list[frozenset[str]]]:
    """Return the names of a policy for a query that says "policy", and for one that does not."""
    title, *_ = names = [normalise(name) for name in sheet.names]
    has_no_noun = DOCUMENTS.isdisjoint(title.split())
    return {True: list(map(_read_name, names)), False: [_read_name(title)] * has_no_noun}


def _read_name(name: str) -> frozenset[str]:
    """Return the words of a name that tell one policy from another, without their endings."""
    words = (word for word in name.split() if word not in SKIPPED and word not in DOCUMENTS)
    return frozenset(map(find_base, words))


def as_data(sheets: Sequence[Sequence[DaySpan[FactSheet | None]]]) -> dict[str, Any]:
    """Return what the script needs: the forms of questions, and the facts of each day."""
    return {
        "limit": MOST_WORDS,
        "skipped": sorted(SKIPPED),
        "documents": sorted(DOCUMENTS),
        "kinds": list(FactKind),
        "forms": [[str(kind), form] for kind, form in full_forms()],
        "policies": [[_span_data(span) for span in days] for days in sheets],
    }


def _span_data(span: DaySpan[FactSheet | None]) -> list[Any]:
    """Return the last day of a span, the names of the policy, and its facts by kind."""
    last = span.last.isoformat() if span.last else ""
    sheet = span.value
    if sheet is None:
        return [last, [], []]
    facts = [[fact.heading, fact.address, *fact.lines] for fact in sheet.facts]
    return [last, [normalise(name) for name in sheet.names], facts]
