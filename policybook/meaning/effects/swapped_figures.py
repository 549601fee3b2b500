"""Say that figures of a text changed places: `8.40 am → 9.15 am`, `9.15 am → 8.40 am`.

All other words must be the same, so that no figure went elsewhere with its words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.terms import Term

# More figures in other places are rather parts of a sentence in another order.
_MOST_FIGURES = 3


def swapped_figures(
    matter: Matter, texts: tuple[str, str], olds: Sequence[Term], news: Sequence[Term]
) -> Iterator[Weight]:
    """Yield a weight for each place of a text that has another of the same figures now."""
    if Counter(term.key for term in olds) != Counter(term.key for term in news):
        return
    pairs = [(was, now) for was, now in zip(olds, news, strict=True) if was.key != now.key]
    if not 0 < len(pairs) <= _MOST_FIGURES:
        return
    if _blank(texts[0], olds) == _blank(texts[1], news):
        for was, now in pairs:
            yield replaced(matter, was.wording, now.wording)


def _blank(text: str, terms: Sequence[Term]) -> str:
    """Return the text in small letters, with a sign in the place of each term."""
    parts, start = [], 0
    low = text.lower()
    for term in terms:
        # The noun after a bare number is no part of the figure.
        wording = (term.wording if " " in term.key else term.value).lower()
        if (place := low.find(wording, start)) < 0:
            wording = term.value.lower()
            place = low.find(wording, start)
        if place < 0:
            return ""
        parts.append(low[start:place])
        start = place + len(wording)
    return "\0".join([*parts, low[start:]])
