"""Pair texts that share a phrase, wherever they are in the two versions.

    Life jackets are worn by all crew.   →   All crew wear life jackets.

Texts with nearly the same words in any order are alike, too; a few must be the same but for
their endings.
"""

from collections.abc import Iterable, Sequence

from policybook.meaning.words.verb_forms import verb_stems
from policybook.redline.alignment_state import Alignment, Text
from policybook.redline.opening_words import own_text

# Neighbouring words by which a text is recognised, and their share of the shorter text.
_MIN_PHRASE, _MIN_PHRASE_SHARE = 6, 0.3
# Share of the words that say something, and their number, that make texts alike in any order.
_SAME_WORDS, _SAME_WORDS_ANYWHERE, _LEAST_SAME_WORDS = 2 / 3, 0.85, 5

Phrase = tuple[str, str, str, str]


def pair_by_phrase(alignment: Alignment) -> None:
    """Pair texts that share a long phrase which occurs once in each version, the longest first."""
    olds, news = alignment.free_old(), alignment.free_new()
    common = {p for i in olds for p in _phrases(alignment.old[i])} & {
        p for j in news for p in _phrases(alignment.new[j])
    }
    if not common:
        return
    in_old, in_new = _unique_homes(alignment.old, common), _unique_homes(alignment.new, common)
    shared: dict[tuple[int, int], int] = {}
    for phrase in common:
        i, j = in_old[phrase], in_new[phrase]
        if i >= 0 and j >= 0 and alignment.old[i].sort == alignment.new[j].sort:
            shared[i, j] = shared.get((i, j), 0) + 1
    for (i, j), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        # Phrases of four words overlap.
        length = count + 3
        least = min(len(alignment.old[i].words), len(alignment.new[j].words))
        if length >= max(_MIN_PHRASE, _MIN_PHRASE_SHARE * least) and alignment.is_free(i, j):
            alignment.pair(i, j)


def share_a_phrase(a: Text, b: Text) -> bool:
    """Return whether both share three words in a row, or one has all of the other's words."""
    if not set(zip(a.words, a.words[1:], a.words[2:], strict=False)).isdisjoint(
        zip(b.words, b.words[1:], b.words[2:], strict=False)
    ):
        return True
    return a.places.common_length(b.words) == min(len(a.words), len(b.words))


def have_same_words(a: Text, b: Text, is_near: bool) -> bool:
    """Return whether both texts have nearly the same words, in any order.

    Where they are not neighbours, more of the words must be the same.
    """
    shared, most = len(a.content & b.content), max(len(a.content), len(b.content))
    least = _SAME_WORDS if is_near else _SAME_WORDS_ANYWHERE
    if is_near and 1 < shared < _LEAST_SAME_WORDS and 2 * shared >= most:
        return verb_stems(own_text(a.unit)) == verb_stems(own_text(b.unit))
    return shared >= _LEAST_SAME_WORDS and shared >= least * most


def _phrases(text: Text) -> Iterable[Phrase]:
    """Return every four neighbouring words of a text."""
    words = text.words
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _unique_homes(texts: Sequence[Text], common: set[Phrase]) -> dict[Phrase, int]:
    """Return the place of each phrase in `common`, or -1 where several texts have it."""
    homes: dict[Phrase, int] = {}
    for place, text in enumerate(texts):
        for phrase in common.intersection(_phrases(text)):
            homes[phrase] = -1 if phrase in homes else place
    return homes
