"""Weigh units in their lists: opening words and items are read together.

Staff:                 Staff must:
- must sign in    →    - sign in           the same duty: nothing is said
Staff must:       →    Staff should:       said once, at the opening words
"""

from collections.abc import Sequence

from policybook.meaning.effects.weight import weigh
from policybook.meaning.sentences.reading import complete, read, split_sentences
from policybook.meaning.types import QUOTED, Direction, Matter, Weight
from policybook.redline.opening_words import OpeningWords, only_tells_which
from policybook.redline.types import Unit
from policybook.redline.units import text_with_marks
from policybook.text.letter_forms import fold_forms

#: What opening words and an item can say for one another.
_OF_A_LIST = QUOTED - {Matter.CONDITION} | {Matter.BODY}
_OF_NOT = frozenset({Matter.LIFTED, Matter.PROHIBITED, Matter.NEGATION})
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
    leads = _binding(around[0].lead(old)), _binding(around[1].lead(new))
    if any(items):
        return _opening_weights(olds, news, items)
    if not any(leads):
        result = weigh(olds, news)
        is_condition = not (old and new) and bool(around[0].lead(old) or around[1].lead(new))
        return tuple(w for w in result if not (is_condition and _only_says_not(w)))
    if not (old and new):
        return weigh(olds, news, fold_forms(leads[0] or leads[1]))
    return _item_weights(olds, news, leads)


def _opening_weights(
    olds: tuple[str, ...], news: tuple[str, ...], items: tuple[str, str]
) -> tuple[Weight, ...]:
    """Return what a change of opening words does, unless their first item makes up for it."""
    own = weigh(olds, news)
    if not (olds and news):
        text = (*olds, *news)[-1]
        if only_tells_which(text) or any(one.is_modal for one in read(fold_forms("".join(items)))):
            return own  # an item that binds by itself takes nothing from the words before it
        before = tuple(split_sentences(text)[:-1])
        whole = (weight for weight in own if weight.matter in (Matter.NEW, Matter.GONE))
        rest = weigh(olds and before, news and before) if before else ()
        return tuple(dict.fromkeys((*rest, *whole)))
    if _last_sentence(olds) == _last_sentence(news):
        return own  # the change is before the words that open the list
    old, new = (_completed(texts, item) for texts, item in zip((olds, news), items, strict=True))
    if _duty(old[-1]) != _duty(new[-1]):
        return own
    rest = tuple(weight for weight in own if weight.matter not in _OF_A_LIST)
    return rest or (_unnamed(own),)


def _only_says_not(weight: Weight) -> bool:
    """Return whether a ban is only the "do not" of what opening words ask: "goods that:"."""
    return weight.matter in _OF_NOT and (weight.old or weight.new).startswith(("do ", "don't"))


def _last_sentence(texts: tuple[str, ...]) -> str:
    return split_sentences(texts[-1])[-1]


def _binding(lead: str) -> str:
    """Return opening words whose items they bind; nothing for others."""
    return "" if only_tells_which(lead) else lead


def _duty(text: str) -> tuple[float | None, bool]:
    """Return force and ban of the last sentence of a text."""
    statements = read(split_sentences(text)[-1])
    return statements[-1].duty[:2] if statements else (None, False)


def _completed(texts: tuple[str, ...], item: str) -> tuple[str, ...]:
    """Return the texts, the last of them with its first item."""
    return (*texts[:-1], complete(texts[-1], fold_forms(item)))


def _item_weights(
    olds: tuple[str, ...], news: tuple[str, ...], leads: tuple[str, str]
) -> tuple[Weight, ...]:
    """Return what a change of an item does, without what its opening words say already."""
    before, after = map(fold_forms, leads)
    alone = weigh(olds, news)
    whole = weigh((complete(before, olds[0]), *olds[1:]), (complete(after, news[0]), *news[1:]))
    if all(any(one.is_modal for one in read(texts[0])) for texts in (olds, news)):
        return alone
    if before == after:
        return whole
    # Opening words that changed say themselves what they do.
    rest = (w for w in alone if w.matter not in _OF_A_LIST or w in whole)
    return tuple(rest) or (_unnamed((*alone, *whole)),)


def _unnamed(weights: Sequence[Weight]) -> Weight:
    """Return the weight of a change that does nothing of its own."""
    matters = {weight.matter for weight in weights}
    form = (Matter.CONTENT, Matter.ORDER, Matter.WORDING, Matter.SIGNS)
    matter = next((matter for matter in form if matter in matters), Matter.WORDING)
    # A "not" that came or went is no wording, whatever the opening words say.
    matter = matter if matters.isdisjoint(_OF_NOT) else Matter.CONTENT
    return Weight(matter=matter, direction=Direction.WORDED)


def _texts(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(fold_forms(text_with_marks(unit)[unit.typed :]) for unit in units)
