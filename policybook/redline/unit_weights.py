"""Weigh units in their lists: opening words and items are read together.

Staff:                 Staff must:
- must sign in    →    - sign in           the same duty: nothing is said
Staff must:       →    Staff should:       said once, at the opening words
"""

from collections.abc import Sequence

from policybook.redline.opening_words import OpeningWords, own_text
from policybook.redline.sentence_reading import complete
from policybook.redline.types import Direction, Matter, Unit, Weight
from policybook.redline.weight import weigh
from policybook.text.letter_forms import fold_forms

_BINDING = frozenset({Matter.WEAKER, Matter.LIFTED, Matter.STRONGER, Matter.PROHIBITED})
#: The opening words of the old and of the new version.
Around = tuple[OpeningWords, OpeningWords]


def weigh_units(
    old: Sequence[Unit], new: Sequence[Unit], around: Around | None
) -> tuple[Weight, ...]:
    """Return what a change of units does."""
    olds, news = _texts(old), _texts(new)
    if around is None or not any(around):
        return weigh(olds, news)
    items = around[0].first_item(old), around[1].first_item(new)
    leads = around[0].lead(old), around[1].lead(new)
    if any(items):
        return _opening_weights(olds, news, items)
    if not any(leads):
        return weigh(olds, news)
    if not (old and new):
        return weigh(olds, news, _fold(leads[0] or leads[1]))
    return _item_weights(olds, news, leads)


def _opening_weights(
    olds: tuple[str, ...], news: tuple[str, ...], items: tuple[str, str]
) -> tuple[Weight, ...]:
    """Return what a change of opening words does: what is also true with the first item."""
    own = weigh(olds, news)
    if not (olds and news):
        return tuple(weight for weight in own if weight.matter in (Matter.NEW, Matter.GONE))
    whole = weigh(_completed(olds, items[0]), _completed(news, items[1]))
    rest = tuple(weight for weight in own if weight in whole)
    return rest or (_unnamed(own),)


def _completed(texts: tuple[str, ...], item: str) -> tuple[str, ...]:
    """Return the texts, the last of them with its first item."""
    return (*texts[:-1], complete(texts[-1], _fold(item)))


def _item_weights(
    olds: tuple[str, ...], news: tuple[str, ...], leads: tuple[str, str]
) -> tuple[Weight, ...]:
    """Return what a change of an item does, without what its opening words say already."""
    before, after = map(_fold, leads)
    own = weigh((complete(before, olds[0]), *olds[1:]), (complete(after, news[0]), *news[1:]))
    if before == after:
        return own
    told = weigh((before,), (after,)) if before and after else ()
    # Opening words that changed say themselves what they do.
    rest = (w for w in own if w not in told and not (told and w.matter in _BINDING))
    return tuple(rest) or (_unnamed(own),)


def _unnamed(weights: Sequence[Weight]) -> Weight:
    """Return the weight of a change that does nothing of its own."""
    form = (Matter.CONTENT, Matter.WORDING, Matter.SIGNS)
    matter = next((w.matter for w in weights if w.matter in form), Matter.WORDING)
    return Weight(matter=matter, direction=Direction.WORDED)


def _texts(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(fold_forms(own_text(unit)) for unit in units)


def _fold(text: str) -> str:
    return fold_forms(text)
