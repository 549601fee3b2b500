"""Which clause of one version is which of the other: units -> pairs. Texts alone decide; numbers are never looked at.

First what is equal, then what is alike in its place, then what is alike anywhere. Headings are paired by `headings`,
clauses that were divided or joined by `divide`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise, takewhile

from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.headings import pair_headings
from policybook.redline.longest_increasing import stationary_pairs
from policybook.redline.split_and_merge import attach_leftovers

_FEW = 3  # words: fewer do not tell that a text is the same one
_IN_PLACE = 0.25  # likeness that makes a pair between two neighbours that are pairs
_SURE = 0.35  # under this likeness a pair must share a phrase, too
_BESIDE = 0.4  # the same with only one such neighbour
_SAME_LABEL = 0.7  # likeness of two rows with the same first cell, at the least
_ANYWHERE = 0.45  # the same without, for a clause of _SHORT words; it rises to _ANYWHERE_SHORT for the shortest
_ANYWHERE_SHORT = 0.65
_SHORT = 14
_PHRASE_LEAST = 6  # words in a row by which a text is known again
_PHRASE_SHARE = 0.3  # and their share of the shorter text
_CROWD = 2500  # cells of a gap that are all looked at


def align(old: Sequence[Text], new: Sequence[Text]) -> Alignment:
    """Return the pairs of `old` and `new`."""
    found = Alignment(old, new)
    _pair_equal(found)
    _grow(found)
    if len(found.to_new) == len(found.old) == len(found.new):
        return found
    for step in (
        _pair_in_tight_gaps,
        _pair_in_gaps,
        _pair_beside,
        _pair_short,
        _pair_anywhere,
        _pair_by_phrase,
    ):
        if len(found.to_new) < min(len(found.old), len(found.new)):  # both have a free one
            step(found)
    pair_headings(found)
    attach_leftovers(found)
    return found


# --- what is equal

Key = tuple[str, str]  # the sort of a text, and its words


def _pair_equal(found: Alignment) -> None:
    """What stands once in each version and says enough to be known again."""
    once_old, once_new = _once(tuple(found.old)), _once(tuple(found.new))
    for key, i in once_old.items():
        j = once_new.get(key)
        if j is not None and (key[0] == "heading" or len(found.old[i].words) >= _FEW):
            found.to_new[i], found.to_old[j] = j, i


@lru_cache(maxsize=4)
def _once(texts: tuple[Text, ...]) -> Mapping[Key, int]:
    """Where each text stands that stands once; most versions are the new one of a redline, and the old one of the next."""
    places: dict[Key, int] = {}
    for at, text in enumerate(texts):
        key = text.key
        places[key] = -1 if key in places else at
    return {key: at for key, at in places.items() if at >= 0}


def _grow(found: Alignment) -> None:
    """From each pair, and from both ends, on to the neighbours as long as they are equal."""
    for i, j in [(-1, -1), *sorted(found.to_new.items())]:
        if i + 1 not in found.to_new:
            _grow_from(found, i, j, 1)
    for i, j in [(len(found.old), len(found.new)), *sorted(found.to_new.items(), reverse=True)]:
        if i - 1 not in found.to_new:
            _grow_from(found, i, j, -1)


def _grow_from(found: Alignment, i: int, j: int, step: int) -> None:
    i, j = i + step, j + step
    while (
        0 <= i < len(found.old)
        and 0 <= j < len(found.new)
        and found.is_free(i, j)
        and found.old[i].key == found.new[j].key
    ):
        found.pair(i, j)
        i, j = i + step, j + step


# --- what is alike, in its place


def _pair_in_tight_gaps(found: Alignment) -> None:
    """Between two pairs with nothing else that is paired between them, on either side; within what moved, too."""
    ends = [(-1, -1), *sorted(found.to_new.items()), (len(found.old), len(found.new))]
    next_new = dict(pairwise(sorted(j for _, j in ends)))
    for (i, j), (i2, j2) in pairwise(ends):
        if next_new.get(j) == j2 and i2 - i > 1 and j2 - j > 1:
            _pair_in_order(found, range(i + 1, i2), range(j + 1, j2), _IN_PLACE)


def _pair_in_gaps(found: Alignment) -> None:
    """Between two pairs that did not move, whatever moved in or out between them."""
    kept = stationary_pairs(
        [(i, j, len(found.old[i].words) + 1) for i, j in sorted(found.to_new.items())]
    )
    ends = [(-1, -1), *sorted(kept), (len(found.old), len(found.new))]
    for (i, j), (i2, j2) in pairwise(ends):
        if i2 - i > 1 and j2 - j > 1:
            _pair_in_order(found, range(i + 1, i2), range(j + 1, j2), _IN_PLACE)


def _pair_beside(found: Alignment) -> None:
    """After a single pair, then before one."""
    for step in (1, -1):
        for i, j in sorted(found.to_new.items()):
            if i + step in found.to_new or j + step in found.to_old:
                continue
            olds = _free_run(i, step, len(found.old), found.to_new)
            news = _free_run(j, step, len(found.new), found.to_old)
            if olds and news:
                _pair_in_order(found, olds, news, _BESIDE)


def _free_run(at: int, step: int, stop: int, paired: dict[int, int]) -> list[int]:
    places = range(at + 1, stop) if step > 0 else range(at - 1, -1, -1)
    return sorted(takewhile(lambda k: k not in paired, places))


def _pair_in_order(
    found: Alignment, among_old: Iterable[int], among_new: Iterable[int], floor: float
) -> None:
    """Pair within a gap so that order is kept and as many words as possible stay with their likes."""
    olds, news = found.free_old(among_old), found.free_new(among_new)
    if not olds or not news:
        return
    if len(olds) * len(news) > _CROWD:
        _pair_equal_in_order(found, olds, news)
        olds, news = found.free_old(olds), found.free_new(news)
    alike = sorted(_likenesses(found, olds, news, floor), key=lambda pair: (pair[0], -pair[1]))
    for i, j in stationary_pairs(alike):
        found.pair(i, j)


def _pair_equal_in_order(found: Alignment, olds: list[int], news: list[int]) -> None:
    keys = [found.old[i].key for i in olds], [found.new[j].key for j in news]
    for x, y, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
        for k in range(size):
            found.pair(olds[x + k], news[y + k])


def _likenesses(
    found: Alignment, olds: list[int], news: list[int], floor: float
) -> Iterator[tuple[int, int, float]]:
    """Each pair of a gap that is alike enough, with its worth."""
    if len(olds) * len(news) > _CROWD:
        pairs: Iterable[tuple[int, int]] = _acquainted(
            [found.old[i] for i in olds], [found.new[j] for j in news]
        )
    else:
        pairs = ((x, y) for x in range(len(olds)) for y in range(len(news)))
    for x, y in pairs:
        a, b = found.old[olds[x]], found.new[news[y]]
        likeness = _likeness(a, b, floor)
        if likeness >= floor:
            yield olds[x], news[y], likeness**1.5 * (max(len(a.words), len(b.words)) + 0.5)


def _likeness(a: Text, b: Text, floor: float) -> float:
    """0 to 1; 0 too where it is sure to be under `floor`."""
    if a.sort != b.sort:
        return 0.0
    if a.key == b.key:
        return 1.0
    if a.sort == "heading":
        return 0.0  # see `headings`
    if a.first_cell and a.first_cell == b.first_cell:
        return _SAME_LABEL + (1 - _SAME_LABEL) * a.places.likeness(b.words)
    n, m = len(a.words), len(b.words)
    if 2 * min(n, m) < floor * (n + m) or a.content.isdisjoint(b.content):
        return 0.0
    likeness = a.places.likeness(b.words)
    return likeness if likeness >= _SURE or _share_a_phrase(a, b) else 0.0


def _share_a_phrase(a: Text, b: Text) -> bool:
    """Whether both have three words in a row, or one has all of the other's words."""
    if not set(zip(a.words, a.words[1:], a.words[2:], strict=False)).isdisjoint(
        zip(b.words, b.words[1:], b.words[2:], strict=False)
    ):
        return True
    return a.places.common_length(b.words) == min(len(a.words), len(b.words))


def _acquainted(
    olds: Sequence[Text], news: Sequence[Text], least: int = 2
) -> Iterator[tuple[int, int]]:
    """Pairs of places whose texts share `least` content words, or all of a short one's.

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
            met = where.get(word, ())
            if len(met) <= most:
                for y in met:
                    shared[y] = shared.get(y, 0) + 1
        for y, count in shared.items():
            if count >= min(least, len(text.content)):
                yield x, y


# --- what is alike, anywhere

Phrase = tuple[str, str, str, str]


def _pair_short(found: Alignment) -> None:
    """Texts of a word or two that stand once in each version, and are left over."""
    once_old, once_new = _once(tuple(found.old)), _once(tuple(found.new))
    for key, i in once_old.items():
        j = once_new.get(key, -1)
        if j >= 0 and found.is_free(i, j) and found.old[i].content:
            found.pair(i, j)


def _pair_by_phrase(found: Alignment) -> None:
    """A sentence that was carried over: a row of words that stands once in either version, the longest first."""
    olds, news = found.free_old(), found.free_new()
    common = {p for i in olds for p in _phrases(found.old[i])} & {
        p for j in news for p in _phrases(found.new[j])
    }
    if not common:
        return
    in_old, in_new = _homes(found.old, common), _homes(found.new, common)
    shared: dict[tuple[int, int], int] = {}
    for phrase in common:
        i, j = in_old[phrase], in_new[phrase]
        if i >= 0 and j >= 0 and found.old[i].sort == found.new[j].sort:
            shared[i, j] = shared.get((i, j), 0) + 1
    for (i, j), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        length = count + 3  # rows of four words overlap
        least = min(len(found.old[i].words), len(found.new[j].words))
        if length >= max(_PHRASE_LEAST, _PHRASE_SHARE * least) and found.is_free(i, j):
            found.pair(i, j)


def _phrases(text: Text) -> Iterable[Phrase]:
    """Each row of four words."""
    words = text.words
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _homes(texts: Sequence[Text], common: set[Phrase]) -> dict[Phrase, int]:
    """Of each of these phrases the place where it stands; -1 where it stands at several."""
    found: dict[Phrase, int] = {}
    for at, text in enumerate(texts):
        for phrase in common.intersection(_phrases(text)):
            found[phrase] = -1 if phrase in found else at
    return found


def _pair_anywhere(found: Alignment) -> None:
    """Best first; equal texts before all others."""
    olds, news = found.free_old(), found.free_new()
    scored = []
    for x, y in _acquainted([found.old[i] for i in olds], [found.new[j] for j in news], least=3):
        a, b = found.old[olds[x]], found.new[news[y]]
        if len(a.content & b.content) >= _FEW:
            floor = _floor_anywhere(min(len(a.words), len(b.words)))
            likeness = _likeness(a, b, floor)
            if likeness >= floor:
                scored.append((-likeness, abs(olds[x] - news[y]), olds[x], news[y]))
    for _, _, i, j in sorted(scored):
        if found.is_free(i, j):
            found.pair(i, j)


def _floor_anywhere(count: int) -> float:
    return _ANYWHERE + max(0, _SHORT - count) / _SHORT * (_ANYWHERE_SHORT - _ANYWHERE)
