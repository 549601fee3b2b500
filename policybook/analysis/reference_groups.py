"""Say which clauses of two versions have references to compare together.

Clauses that differ in their numbers alone are compared together, in order: the alignment
cannot tell "breaches of rule 1.2" from "breaches of rule 1.3".
"""

import re
from collections import Counter

from policybook.reading.references.reference_targets import PlacedReference
from policybook.redline.successors import ClauseMap

#: The end of an item or of a sentence.
_LAST_SIGNS = re.compile(r"[;,.]?(?:\s(?:and|or))?$")
_NUMBERS = re.compile(r"\d+|\([a-z]{1,4}\)|\b[A-Z]\b")


def list_groups(
    numbers: ClauseMap,
    olds: dict[str, list[PlacedReference]],
    news: dict[str, list[PlacedReference]],
) -> list[tuple[set[str], list[str]]]:
    """Return the clauses to compare together: the keys of the old ones, and of the new ones.

    These are a new clause with the old ones that it continues, and others of the same words.
    A new clause that continues none may have a sentence of one that was split.
    """
    alike: dict[str, set[str]] = {}
    said: dict[str, list[str]] = {}
    for key, places in olds.items():
        alike.setdefault(_hide_numbers(places[0].clause.text), set()).add(key)
        for place in places:
            said.setdefault(_hide_numbers(place.sentence), []).append(key)
    says = Counter(_hide_numbers(p.sentence) for places in news.values() for p in places)
    groups: list[tuple[set[str], list[str]]] = []
    for key, places in news.items():
        before = set(find_before(numbers, key))
        before |= alike.get(_hide_numbers(places[0].clause.text), set())
        for form in () if before else {_hide_numbers(p.sentence) for p in places}:
            # A sentence that comes once more may be new.
            before |= set(said.get(form, ())) if says[form] <= len(said.get(form, ())) else set()
        keys = [key]
        for group in [g for g in groups if g[0] & before]:
            groups.remove(group)
            before |= group[0]
            keys = [*group[1], *keys]
        groups.append((before, keys))
    order = list(news)
    return [(before, sorted(keys, key=order.index)) for before, keys in groups]


def find_before(numbers: ClauseMap, key: str) -> tuple[str, ...]:
    """Return the old clauses of a new one, or the heading with the same words."""
    return (key,) if key.startswith("# ") else numbers.predecessors(key)


def _hide_numbers(text: str) -> str:
    """Return a text with one sign for each number, and without the signs that end an item."""
    return _NUMBERS.sub("#", _LAST_SIGNS.sub("", text))
