"""Pair the units of two versions: which unit of the old version is which of the new one.

Words alone decide; numbers do not count. Equal units are paired first. Then come units
that are alike in their place, and last units that are alike anywhere. The module
`headings` pairs headings; `split_and_merge` finds clauses that were divided or joined.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.changed_parts import pair_changed_parts
from policybook.redline.headings import pair_headings
from policybook.redline.longest_increasing import stationary_pairs
from policybook.redline.phrases import have_same_words, pair_by_phrase, share_a_phrase
from policybook.redline.split_and_merge import attach_leftovers
from policybook.redline.unlike_pairs import part_unlike

# Words. Shorter texts recur by chance.
_MIN_WORDS = 3
# Likeness that makes a pair between two paired neighbours, and beside only one.
_MIN_IN_GAP = 0.25
_MIN_BESIDE = 0.4
# Under this likeness a pair must share a phrase, too.
_MIN_WITHOUT_PHRASE = 0.35
# Words of an item that may have got an explanation.
_SHORT_START = 3
# Least likeness of two rows with the same first cell.
_SAME_LABEL = 0.7
# Likeness that makes a pair anywhere. It rises from the first to the second value as
# clauses become shorter than so many words.
_MIN_ANYWHERE, _MIN_ANYWHERE_SHORT = 0.45, 0.65
_SHORT_WORDS = 14
# Pairs of texts in a gap that are all compared.
_MAX_CELLS = 2500


def align(old: Sequence[Text], new: Sequence[Text]) -> Alignment:
    """Return the pairs of `old` and `new`."""
    alignment = Alignment(old, new)
    _pair_equal(alignment)
    _extend_equal(alignment)
    if len(alignment.to_new) == len(alignment.old) == len(alignment.new):
        return alignment
    for step in (
        _pair_in_tight_gaps,
        _pair_in_gaps,
        _pair_beside,
        _pair_short,
        _pair_anywhere,
        pair_by_phrase,
    ):
        if len(alignment.to_new) < min(len(alignment.old), len(alignment.new)):
            step(alignment)
    part_unlike(alignment)
    _pair_opening_words(alignment)
    pair_headings(alignment)
    pair_changed_parts(alignment)
    attach_leftovers(alignment)
    return alignment


# --- equal texts

# The sort of a text, and its words.
Key = tuple[str, str]


def _pair_equal(alignment: Alignment) -> None:
    """Pair texts that occur once in each version and have enough words."""
    once_old, once_new = _unique_places(alignment.old), _unique_places(alignment.new)
    for key, i in once_old.items():
        j = once_new.get(key)
        if j is not None and (key[0] == "heading" or len(alignment.old[i].words) >= _MIN_WORDS):
            alignment.to_new[i], alignment.to_old[j] = j, i


def _unique_places(texts: Sequence[Text]) -> Mapping[Key, int]:
    """Return the place of each text that occurs once."""
    places: dict[Key, int] = {}
    for place, text in enumerate(texts):
        key = text.key
        places[key] = -1 if key in places else place
    return {key: place for key, place in places.items() if place >= 0}


def _extend_equal(alignment: Alignment) -> None:
    """Extend each pair, and both ends of the page, to neighbours that are equal."""
    for i, j in [(-1, -1), *sorted(alignment.to_new.items())]:
        if i + 1 not in alignment.to_new:
            _extend_from(alignment, i, j, 1)
    for i, j in [
        (len(alignment.old), len(alignment.new)),
        *sorted(alignment.to_new.items(), reverse=True),
    ]:
        if i - 1 not in alignment.to_new:
            _extend_from(alignment, i, j, -1)


def _extend_from(alignment: Alignment, i: int, j: int, step: int) -> None:
    """Pair the neighbours of (`i`, `j`) in the direction of `step` as long as they are equal."""
    i, j = i + step, j + step
    while (
        0 <= i < len(alignment.old)
        and 0 <= j < len(alignment.new)
        and alignment.is_free(i, j)
        and alignment.old[i].key == alignment.new[j].key
    ):
        alignment.pair(i, j)
        i, j = i + step, j + step


# --- texts that are alike in their place


def _pair_in_tight_gaps(alignment: Alignment) -> None:
    """Pair texts between two pairs that have no other pair between them on either side."""
    ends = [(-1, -1), *sorted(alignment.to_new.items()), (len(alignment.old), len(alignment.new))]
    next_new = dict(pairwise(sorted(j for _, j in ends)))
    for (i, j), (i2, j2) in pairwise(ends):
        if next_new.get(j) == j2 and i2 - i > 1 and j2 - j > 1:
            _pair_in_order(alignment, range(i + 1, i2), range(j + 1, j2), _MIN_IN_GAP)


def _pair_in_gaps(alignment: Alignment) -> None:
    """Pair texts between two pairs that did not move."""
    unmoved = stationary_pairs(
        [(i, j, len(alignment.old[i].words) + 1) for i, j in sorted(alignment.to_new.items())]
    )
    ends = [(-1, -1), *sorted(unmoved), (len(alignment.old), len(alignment.new))]
    for (i, j), (i2, j2) in pairwise(ends):
        if i2 - i > 1 and j2 - j > 1:
            _pair_in_order(alignment, range(i + 1, i2), range(j + 1, j2), _MIN_IN_GAP)


def _pair_beside(alignment: Alignment) -> None:
    """Pair texts after a pair that has no neighbouring pair, then texts before it."""
    for step in (1, -1):
        for i, j in sorted(alignment.to_new.items()):
            if i + step in alignment.to_new or j + step in alignment.to_old:
                continue
            olds = _free_neighbours(i, step, len(alignment.old), alignment.to_new)
            news = _free_neighbours(j, step, len(alignment.new), alignment.to_old)
            if olds and news:
                _pair_in_order(alignment, olds, news, _MIN_BESIDE)


def _free_neighbours(start: int, step: int, stop: int, paired: dict[int, int]) -> list[int]:
    """Return the places without a partner next to `start`, up to the first pair."""
    places = range(start + 1, stop) if step > 0 else range(start - 1, -1, -1)
    return sorted(takewhile(lambda k: k not in paired, places))


def _pair_in_order(
    alignment: Alignment, among_old: Iterable[int], among_new: Iterable[int], minimum: float
) -> None:
    """Pair the texts of a gap in their order, so that most words stay with similar words."""
    olds, news = alignment.free_old(among_old), alignment.free_new(among_new)
    if not olds or not news:
        return
    if len(olds) * len(news) > _MAX_CELLS:
        _pair_equal_in_order(alignment, olds, news)
        olds, news = alignment.free_old(olds), alignment.free_new(news)
    alike = sorted(
        _likenesses(alignment, olds, news, minimum), key=lambda pair: (pair[0], -pair[1])
    )
    for i, j in stationary_pairs(alike):
        alignment.pair(i, j)


def _pair_equal_in_order(alignment: Alignment, olds: list[int], news: list[int]) -> None:
    """Pair the equal texts of a gap in their order."""
    keys = [alignment.old[i].key for i in olds], [alignment.new[j].key for j in news]
    for x, y, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
        for k in range(size):
            alignment.pair(olds[x + k], news[y + k])


def _likenesses(
    alignment: Alignment, olds: list[int], news: list[int], minimum: float
) -> Iterator[tuple[int, int, float]]:
    """Yield each pair of a gap that is alike enough, with its weight."""
    if len(olds) * len(news) > _MAX_CELLS:
        pairs: Iterable[tuple[int, int]] = _sharing_pairs(
            [alignment.old[i] for i in olds], [alignment.new[j] for j in news]
        )
    else:
        pairs = ((x, y) for x in range(len(olds)) for y in range(len(news)))
    for x, y in pairs:
        a, b = alignment.old[olds[x]], alignment.new[news[y]]
        likeness = _likeness(a, b, minimum)
        if likeness >= minimum:
            yield olds[x], news[y], likeness**1.5 * (max(len(a.words), len(b.words)) + 0.5)


def _likeness(a: Text, b: Text, minimum: float) -> float:
    """Return the likeness of two texts, from 0 to 1; 0 where it is surely under `minimum`."""
    if a.sort != b.sort:
        return 0.0
    if a.key == b.key:
        return 1.0
    if a.sort == "heading":
        return 0.0
    if a.first_cell and a.first_cell == b.first_cell:
        return _SAME_LABEL + (1 - _SAME_LABEL) * a.places.likeness(b.words)
    n, m = len(a.words), len(b.words)
    unlike = (a.content or b.content) and a.content.isdisjoint(b.content)
    if 2 * min(n, m) < minimum * (n + m) and minimum == _MIN_IN_GAP and _starts_alike(a, b):
        return minimum
    if 2 * min(n, m) < minimum * (n + m) or unlike:
        return 0.0
    likeness = a.places.likeness(b.words)
    if likeness < _MIN_WITHOUT_PHRASE and not share_a_phrase(a, b):
        likeness = 0.0
    is_alike = likeness < minimum and have_same_words(a, b, minimum <= _MIN_BESIDE)
    return minimum if is_alike else likeness


def _pair_opening_words(alignment: Alignment) -> None:
    """Pair opening words whose first items are a pair: "staff are asked to:", "staff must:"."""
    for i, j in [(i - 1, j - 1) for i, j in alignment.to_new.items() if i and j]:
        a, b = alignment.old[i], alignment.new[j]
        are_leads = all(one.unit.text.rstrip().endswith(":") for one in (a, b))
        if are_leads and alignment.is_free(i, j) and a.sort == b.sort and a.content & b.content:
            alignment.pair(i, j)


def _starts_alike(a: Text, b: Text) -> bool:
    """Return whether one text begins with the few words that are all of the other one.

    An item got an explanation: "Shoes" → "Shoes, which must be black and have no mark".
    """
    short, long = sorted((a, b), key=lambda text: len(text.words))
    count = len(short.words)
    return count <= _SHORT_START and bool(short.content) and long.words[:count] == short.words


def _sharing_pairs(
    olds: Sequence[Text], news: Sequence[Text], least: int = 2
) -> Iterator[tuple[int, int]]:
    """Yield pairs of places whose texts share `least` content words, or all of a short text's.

    Words that are in very many texts do not count.
    """
    where: dict[str, list[int]] = {}
    for y, text in enumerate(news):
        for word in text.content:
            where.setdefault(word, []).append(y)
    most = max(20, len(news) // 20)
    for x, text in enumerate(olds):
        shared: dict[int, int] = {}
        for word in text.content:
            sharing = where.get(word, ())
            if len(sharing) <= most:
                for y in sharing:
                    shared[y] = shared.get(y, 0) + 1
        for y, count in shared.items():
            if count >= min(least, len(text.content)):
                yield x, y


# --- texts that are alike anywhere


def _pair_short(alignment: Alignment) -> None:
    """Pair remaining texts of a word or two that occur once in each version."""
    once_old, once_new = _unique_places(alignment.old), _unique_places(alignment.new)
    for key, i in once_old.items():
        j = once_new.get(key, -1)
        if j >= 0 and alignment.is_free(i, j) and alignment.old[i].content:
            alignment.pair(i, j)


def _pair_anywhere(alignment: Alignment) -> None:
    """Pair remaining texts that are alike, the most similar first."""
    olds, news = alignment.free_old(), alignment.free_new()
    scored = []
    for x, y in _sharing_pairs(
        [alignment.old[i] for i in olds], [alignment.new[j] for j in news], least=3
    ):
        a, b = alignment.old[olds[x]], alignment.new[news[y]]
        if len(a.content & b.content) >= _MIN_WORDS:
            minimum = _minimum_anywhere(min(len(a.words), len(b.words)))
            likeness = _likeness(a, b, minimum)
            if likeness >= minimum:
                scored.append((-likeness, abs(olds[x] - news[y]), olds[x], news[y]))
    for _, _, i, j in sorted(scored):
        if alignment.is_free(i, j):
            alignment.pair(i, j)


def _minimum_anywhere(count: int) -> float:
    """Return the least likeness for a pair anywhere; it rises for texts of few words."""
    return _MIN_ANYWHERE + max(0, _SHORT_WORDS - count) / _SHORT_WORDS * (
        _MIN_ANYWHERE_SHORT - _MIN_ANYWHERE
    )
