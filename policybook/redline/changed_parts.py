"""Pair a line of words with the heading that it became, and a heading with its line of words.

    **Visitors in school**  →  ## Visitors in school        the same words in another form

The same holds for a row of a table and its header. Only lines with the same words pair. A line of
a word or two needs a neighbour that is paired, and lines that recur pair in their order.
"""

from collections.abc import Iterator, Sequence

from policybook.redline.alignment_state import Alignment, Text

_MIN_WORDS = 3
_OTHER = {"clause": "heading", "heading": "clause", "row": "header", "header": "row"}


def pair_changed_parts(alignment: Alignment) -> None:
    """Pair remaining texts with the same words, of which one is a heading now, or no heading."""
    olds = _places(alignment.old, alignment.free_old())
    news = _places(alignment.new, alignment.free_new()) if olds else {}
    for (sort, words), places in olds.items():
        homes = news.get((_OTHER.get(sort, ""), words), [])
        if len(places) == len(homes):
            for i, j in zip(places, homes, strict=True):
                if len(alignment.old[i].words) >= _MIN_WORDS or any(_beside(alignment, i, j)):
                    alignment.pair(i, j)


def _places(texts: Sequence[Text], free: list[int]) -> dict[tuple[str, str], list[int]]:
    """Return the places of the remaining texts, by their sort and words."""
    places: dict[tuple[str, str], list[int]] = {}
    for place in free:
        text = texts[place]
        if text.content and text.sort in _OTHER:
            places.setdefault(text.key, []).append(place)
    return places


def _beside(alignment: Alignment, i: int, j: int) -> Iterator[bool]:
    """Yield whether the neighbours on each side are paired with each other."""
    yield alignment.to_new.get(i - 1) == j - 1
    yield alignment.to_new.get(i + 1) == j + 1
