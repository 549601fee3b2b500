"""Say less of references whose form alone changed, and pair those that changed places.

(see Article 7) → (see Article VII)              nothing: no law went
as 0.0 says → as section 0.0 says                nothing: no number went
completeness under 4.4 → completeness under §3   4.4 → §3, wherever the words stand now
"""

import re
from collections.abc import Iterator, Sequence

from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.types import OTHER_WORDS, Direction, Matter, Weight
from policybook.meaning.words.reference_terms import place_number

_REFERENCE, _REPLACED = Matter.REFERENCE, Direction.REPLACED
_ARTICLE = re.compile(r"articles?\s+\d+", re.IGNORECASE)
_BARE = re.compile(r"[\d.,]+")
#: The name of a document is in capitals: "eligibility under Money Policy §4".
_WORD = re.compile(r"\b[a-z]{3,}\b")
#: Between a reference and the word that it goes with.
_SMALL = frozenset(
    """
    under section sections subsection paragraph paragraphs clause clauses rule rules article
    articles see the and with per for from within chapter part bylaw
    """.split()
)


def as_places(weights: Sequence[Weight], old: str, new: str) -> Iterator[Weight]:
    """Yield the weights without figures that stay in another form, each reference with its pair."""
    rest = list(weights)
    for gone in [weight for weight in weights if weight.direction is Direction.REMOVED]:
        for come in [weight for weight in rest if weight.direction is Direction.ADDED]:
            if gone in rest and _is_other_form(gone, come):
                rest.remove(gone)
                rest.remove(come)
            elif gone in rest and _is_other_article(gone, come):
                rest[rest.index(gone)] = replaced(_REFERENCE, gone.old, come.new)
                rest.remove(come)
    pairs = [w for w in rest if w.matter is _REFERENCE and w.direction is _REPLACED]
    by_words = list(_pair(pairs, old, new)) if len(pairs) > 1 else pairs
    if by_words == pairs:
        yield from rest
        return
    yield from (weight for weight in rest if weight not in pairs)
    yield from by_words


def _is_other_form(gone: Weight, come: Weight) -> bool:
    """Return whether a figure that went is the one that came: a place, or a bare number."""
    kinds = {gone.matter, come.matter}
    if kinds == {_REFERENCE, Matter.LAW}:
        return _are_articles(gone, come) and place_number(gone.old) == place_number(come.new)
    bare = gone.old if gone.matter is Matter.NUMBER else come.new
    other = come.new if gone.matter is Matter.NUMBER else gone.old
    if not _BARE.fullmatch(bare):
        return False
    if kinds == {_REFERENCE, Matter.NUMBER}:
        return place_number(other) == bare
    return kinds == {Matter.DEADLINE, Matter.NUMBER} and other.split()[0] == bare


def _is_other_article(gone: Weight, come: Weight) -> bool:
    """Return whether an article of the text itself, in figures on one side, has another number."""
    return {gone.matter, come.matter} == {_REFERENCE, Matter.LAW} and _are_articles(gone, come)


def _are_articles(gone: Weight, come: Weight) -> bool:
    law, place = (gone.old, come.new) if gone.matter is Matter.LAW else (come.new, gone.old)
    return bool(_ARTICLE.fullmatch(law)) and place.lower().startswith("article")


def _pair(pairs: Sequence[Weight], old: str, new: str) -> Iterator[Weight]:
    """Yield references that replace others, by the words before them if these changed places."""
    was = _words_before(old, [weight.old for weight in pairs])
    now = _words_before(new, [weight.new for weight in pairs])
    have_moved = any(word in now and now[place] != word for place, word in enumerate(was))
    if not have_moved:
        yield from pairs
    elif sorted(was) == sorted(now) and len(set(was)) == len(was):
        for word, weight in zip(was, pairs, strict=True):
            yield replaced(_REFERENCE, weight.old, pairs[now.index(word)].new)
    else:
        yield OTHER_WORDS


def _words_before(text: str, quotes: Sequence[str]) -> list[str]:
    """Return the last word before each quotation that says what it is of."""
    low, start, result = text.lower(), 0, []
    for quote in quotes:
        place = low.find(quote.lower(), start)
        start = place + len(quote) if place >= 0 else start
        words = [word for word in _WORD.findall(text[: max(place, 0)]) if word not in _SMALL]
        result.append(words[-1] if words else "")
    return result
