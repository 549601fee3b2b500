"""Say what a query gives each document, and which of its words the document has.

Several rows of the thesaurus may hold one word of a query ("fill in", "fill in a form").
Without `REPEATED` a text with a single fitting word would gain from each of them.
`search-engine.js` does the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from policybook.search.confidence import TermMatch

#: Hundredths that a phrase keeps for those of its words that a stronger phrase has counted.
REPEATED = 25


def total_weights(matches: Sequence[TermMatch]) -> dict[int, int]:
    """Return for each document the sum of what the words and phrases of a query give it."""
    totals: dict[int, int] = defaultdict(int)
    phrases: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
    for match in matches:
        covers = match.want.covers
        for number, weight in match.weights.items():
            if match.want.is_phrase:
                phrases[number].append((weight, covers))
            else:
                totals[number] += weight
    for number, weighed in phrases.items():
        totals[number] += _phrase_weight(weighed)
    return totals


def _phrase_weight(weighed: Sequence[tuple[int, tuple[int, ...]]]) -> int:
    """Return what phrases give a document together, the strongest first."""
    total, counted = 0, set[int]()
    for weight, covers in sorted(weighed, key=lambda pair: (-pair[0], pair[1])):
        again = len(counted.intersection(covers))
        total += weight * (100 * len(covers) - (100 - REPEATED) * again) // (100 * len(covers))
        counted.update(covers)
    return total


def find_places(
    matches: Sequence[TermMatch], documents: Callable[[TermMatch], Iterable[int]]
) -> Mapping[int, set[int]]:
    """Return for each document the places of the query's words that a part of a match gives it."""
    places: dict[int, set[int]] = defaultdict(set)
    for match in matches:
        for number in documents(match):
            places[number].update(match.want.covers)
    return places


def subject_weights(matches: Sequence[TermMatch]) -> dict[int, int]:
    """Return for each document the most that a row gives it whose subject it is about."""
    weights: dict[int, int] = {}
    for match in matches:
        for number, weight in match.subjects.items():
            weights[number] = max(weights.get(number, 0), weight)
    return weights
