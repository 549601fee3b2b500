"""What a change does: the old and the new text of a clause -> its weights. Rules, no guesses; each can be read here.

The terms of both texts (`terms`) are set against each other in order, kind by kind.

- **Prohibition added, lifted**: a verb that forbids (must not, may not, do not, never, prohibited; no pupil may) stands
  where one that does not stood, or is new; and the reverse.
- **Duty made stronger, weaker**: the verb has more or less force: must, shall, required (4), will (3), should, expected
  (2), encouraged (1), may, can (0); where it forbids: must not, may not, do not (4), will not (3), should not (2). A
  duty of force 2 or more that is added makes it stronger, one taken out weaker; but where hardly another word went with
  it and a duty of the same force goes on, it is only worded differently.
- **Duty worded differently**: another verb of the same force, or a permission added or taken out.
- **Not added or taken out**: outside such a verb. **Condition changed**: unless, except, only if, where practicable,
  reasonable.
- **Age** (and year group), **deadline or period** (a number of days or terms, how often, how soon), **date** (and time
  of day), **number** (sums, shares, counts): what stands in its place differs. `ten` and `10` are the same.
- **Law**: an Act, regulations, a code of practice or statutory guidance by name, its year included. **Person or body**:
  a role, a named person, an address. **Reference**: the number of another section or clause.
- **Other words**: none of these, but words that say what the clause is about came or went: only a reader can tell what it means.
- **Wording only**: not even that, but small words, spelling or their order; never where any figure or any modal verb differs. **Punctuation or
  capital letters only**: the same words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import TypeVar

from policybook.redline import patterns, terms
from policybook.redline.similarity import EMPTY, words
from policybook.redline.terms import DutyTerm, Term
from policybook.redline.types import Direction, Matter, Weight

_T = TypeVar("_T")
# A swap costs less than a removal and an addition, but not so little that two swaps beat keeping one.
_STEP_COST, _SWAP_COST = 2, 3
_MIN_LOST_WORDS, _WILL_FORCE = 3, 3
_MAX_CELLS = 250_000  # beyond: two clauses with 500 figures each
_YEAR = re.compile(r"\s*\(?\b(?:19|20)\d\d\b\)?")
# The space comes first because a pattern that starts with a fixed character is fast.
_SENTENCE_END = re.compile(r" (?<=[a-z]{3}[.;!?] )(?=[A-Z])")
_DIGIT = re.compile(r"\d")
_ORDER = {matter: place for place, matter in enumerate(Matter)}
_BINDING = frozenset({Matter.PROHIBITED, Matter.LIFTED, Matter.STRONGER, Matter.WEAKER})
_DUTY_MATTERS = frozenset(
    {Matter.PROHIBITED, Matter.LIFTED, Matter.STRONGER, Matter.WEAKER, Matter.DUTY, Matter.NEGATION}
)
_FIGURE_MATTERS = frozenset(
    {Matter.AGE, Matter.DEADLINE, Matter.DATE, Matter.NUMBER, Matter.LAW, Matter.REFERENCE}
)
_ADDED, _REMOVED, _REPLACED = Direction.ADDED, Direction.REMOVED, Direction.REPLACED


@lru_cache(maxsize=1 << 12)
def weights(old: str, new: str) -> tuple[Weight, ...]:
    """Return what a change from `old` to `new` does, the weightiest first; at least one thing.

    An empty text is that of a clause that is not there.
    """
    old, new = " ".join(old.replace("’", "'").split()), " ".join(new.replace("’", "'").split())
    stays = bool(old and new)
    old, new = _differing_parts(old, new) if stays else (old, new)
    sorts = terms.differing_sorts(old, new)
    result: list[Weight] = []
    duties = list(_differences(terms.duties(old), terms.duties(new))) if "duties" in sorts else []
    result += (_duty_weight(was, now, old, new) for was, now in duties)
    if "facts" in sorts:
        result += _facts(old, new)
    if not stays:
        result.append(_whole_clause(is_new=bool(new)))
    if stays and "duties" in sorts:
        signs = list(_small_words(old, new))
        if any(map(_is_prohibition, result)) or any(map(_has_refusal, duties)):  # its "no" is told
            signs = [weight for weight in signs if weight.matter is not Matter.NEGATION]
        result += signs
    if stays and "bodies" in sorts:
        result += _terms(Matter.BODY, terms.bodies(old), terms.bodies(new))
    result += _unnamed_changes(old, new, frozenset(weight.matter for weight in result))
    if not result:
        same = Matter.SIGNS if words(old) == words(new) else Matter.WORDING
        matter = same if says_the_same(old, new) else Matter.CONTENT
        return (Weight(matter=matter, direction=Direction.WORDED),)
    return tuple(sorted(dict.fromkeys(result), key=lambda weight: _ORDER[weight.matter]))


def _whole_clause(is_new: bool) -> Weight:
    if is_new:
        return Weight(matter=Matter.NEW, direction=_ADDED)
    return Weight(matter=Matter.GONE, direction=_REMOVED)


def _is_prohibition(weight: Weight) -> bool:
    return weight.matter in (Matter.PROHIBITED, Matter.LIFTED)


def _has_refusal(pair: tuple[DutyTerm | None, DutyTerm | None]) -> bool:
    return any(duty is not None and duty.refusal for duty in pair)


def inherit_duty(weights: tuple[Weight, ...], lead: str, is_new: bool) -> tuple[Weight, ...]:
    """The weights of an item that is new, or gone, with the duty of the words that it completes ("Staff must:"), if it has none of its own.

    The verb next to the colon counts. A permission inside the item ("where a child may be at risk") is no duty of its own.
    """
    duty = list(terms.duties(lead))[-1:] if lead.rstrip().endswith(":") else []
    if not duty or any(weight.matter in _BINDING for weight in weights):
        return weights
    (verb,) = duty
    if is_new:
        from_lead = Weight(matter=_added_duty(verb), direction=_ADDED, new=verb.wording)
    else:
        from_lead = Weight(matter=_removed_duty(verb, False), direction=_REMOVED, old=verb.wording)
    rest = (weight for weight in weights if weight.matter not in (Matter.NEW, Matter.GONE))
    return tuple(sorted((from_lead, *rest), key=lambda weight: _ORDER[weight.matter]))


def says_the_same(old: str, new: str) -> bool:
    """Whether both texts have the same words but for small ones, their form and their order; people and numbers in any writing."""
    a, b = _core(old), _core(new)
    unlike = sorted(dict(a.items() ^ b.items()))
    gone, come = (
        [word * (a[word] - b[word]) for word in unlike],
        [word * (b[word] - a[word]) for word in unlike],
    )
    return "".join(gone) == "".join(come)


@lru_cache(maxsize=1 << 12)
def _core(text: str) -> Counter[str]:
    plain = patterns.ROLE.sub(
        lambda hit: terms.role(hit[0]).replace("/", " "), text.lower().replace("'", "")
    )
    return Counter([stem for stem in map(_stem, words(plain)) if stem is not None])


@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str | None:
    """A word without the endings of number and tense, and in one spelling: `unauthorized` and `unauthorised`. None for a small word."""
    if word in EMPTY:
        return None
    word = patterns.WORDS_FOR.get(word, word)
    cut = re.sub(r"(?:ies|es|s|ed|ing)$", "", word) if len(word) > 3 else word
    cut = re.sub(r"[ey]$", "", cut)
    return cut.replace("z", "s")


def _differing_parts(old: str, new: str) -> tuple[str, str]:
    """Both texts without the sentences that they start and end with alike."""
    olds, news = _SENTENCE_END.split(old), _SENTENCE_END.split(new)
    most = min(len(olds), len(news))
    head = next((k for k in range(most) if olds[k] != news[k]), most)
    tail = next((k for k in range(most - head) if olds[-1 - k] != news[-1 - k]), most - head)
    return " ".join(olds[head : len(olds) - tail]), " ".join(news[head : len(news) - tail])


# --- duties


def _duty_weight(was: DutyTerm | None, now: DutyTerm | None, old: str, new: str) -> Weight:
    """Return what one duty does that differs between the texts `old` and `new`."""
    if was and now:
        matter = _replaced_duty(was, now)
    elif now:
        matter = _added_duty(now)
    else:
        assert was is not None  # `_against` gives one of the two at least
        matter = Matter.DUTY if _still_holds(was, old, new) else _removed_duty(was, bool(new))
    return _make_weight(matter, was.wording if was else None, now.wording if now else None)


def _make_weight(matter: Matter, was: str | None, now: str | None, unit: str = "") -> Weight:
    """Return the weight of what stands in one text as `was`, in the other as `now`."""
    direction = _REPLACED if was and now else _ADDED if now else _REMOVED
    return Weight(matter=matter, direction=direction, old=was or "", new=now or "", unit=unit)


def _still_holds(was: DutyTerm, old: str, new: str) -> bool:
    """Whether a duty of this force still stands, and the verb went out with hardly a word of what it asked."""
    same = any(now.force == was.force and now.bars == was.bars for now in terms.duties(new))
    return same and (_core(old) - _core(new)).total() < _MIN_LOST_WORDS


def _replaced_duty(was: DutyTerm, now: DutyTerm) -> Matter:
    if was.bars != now.bars:
        return Matter.PROHIBITED if now.bars else Matter.LIFTED
    if was.force == now.force:
        return Matter.DUTY
    return Matter.STRONGER if now.force > was.force else Matter.WEAKER


def _added_duty(now: DutyTerm) -> Matter:
    return Matter.PROHIBITED if now.bars else Matter.STRONGER if now.force >= 2 else Matter.DUTY


def _removed_duty(was: DutyTerm, stays: bool) -> Matter:
    """In a clause that stays, "will decide" may have become "decides", which is no less."""
    if was.bars:
        return Matter.LIFTED
    return (
        Matter.WEAKER
        if was.force >= 2 and not (stays and was.force == _WILL_FORCE)
        else Matter.DUTY
    )


def _small_words(old: str, new: str) -> Iterator[Weight]:
    """Negations and conditions."""
    for matter, read in ((Matter.NEGATION, terms.negations), (Matter.CONDITION, terms.conditions)):
        for was, now in _differences(read(old), read(new)):
            yield _make_weight(matter, was, now)


# --- figures, dates, laws, people


def _facts(old: str, new: str) -> Iterator[Weight]:
    olds, news = terms.facts(old), terms.facts(new)
    if not olds and not news:
        return
    for matter in _ORDER:
        if matter in olds or matter in news:
            yield from _terms(matter, olds.get(matter, ()), news.get(matter, ()))


def _terms(matter: Matter, olds: Sequence[Term], news: Sequence[Term]) -> Iterator[Weight]:
    places = {term.key: term for term in reversed((*olds, *news))}
    old_keys, new_keys = [term.key for term in olds], [term.key for term in news]
    # A body or law that both texts name, however often, neither came nor went.
    if matter in (Matter.BODY, Matter.LAW):
        both = set(old_keys) & set(new_keys)
        old_keys = [key for key in dict.fromkeys(old_keys) if key not in both]
        new_keys = [key for key in dict.fromkeys(new_keys) if key not in both]
    if matter is Matter.LAW:
        new_keys.sort(
            key=lambda key: next(
                (n for n, k in enumerate(old_keys) if _YEAR.sub("", k) == _YEAR.sub("", key)), 99
            )
        )
    for was, now in _differences(old_keys, new_keys):
        yield _term_weight(matter, places[was] if was else None, places[now] if now else None)


def _term_weight(matter: Matter, was: Term | None, now: Term | None) -> Weight:
    """Return the weight of a term; two figures share a unit where the new one starts with the old."""
    if was and now and now.unit.startswith(was.unit):
        return _make_weight(matter, was.value, now.value, now.unit)
    return _make_weight(matter, was.wording if was else None, now.wording if now else None)


# --- in general


def _differences(olds: Sequence[_T], news: Sequence[_T]) -> Iterator[tuple[_T | None, _T | None]]:
    """What differs between two rows: as much as can be stays, and one stands against one where it took its place."""
    if olds == news:
        return
    if len(olds) * len(news) > _MAX_CELLS:
        yield from ((x, y) for x, y in zip_longest(olds, news) if x != y)
        return
    cost = _costs(olds, news)
    i = j = 0
    while i < len(olds) or j < len(news):
        both = i < len(olds) and j < len(news)
        if both and cost[i][j] == cost[i + 1][j + 1] + _SWAP_COST * (olds[i] != news[j]):
            if olds[i] != news[j]:
                yield olds[i], news[j]
            i, j = i + 1, j + 1
        elif i < len(olds) and cost[i][j] == cost[i + 1][j] + _STEP_COST:
            yield olds[i], None
            i += 1
        else:
            yield None, news[j]
            j += 1


def _costs(olds: Sequence[_T], news: Sequence[_T]) -> list[list[int]]:
    """The least that it costs to get from what follows each place of one row to what follows each of the other."""
    cost = [
        [_STEP_COST * (len(news) - j) for j in range(len(news) + 1)] for _ in range(len(olds) + 1)
    ]
    for i in range(len(olds) - 1, -1, -1):
        row, below = cost[i], cost[i + 1]
        row[-1] = below[-1] + _STEP_COST
        for j in range(len(news) - 1, -1, -1):
            row[j] = min(
                below[j + 1] + _SWAP_COST * (olds[i] != news[j]),
                below[j] + _STEP_COST,
                row[j + 1] + _STEP_COST,
            )
    return cost


def _unnamed_changes(old: str, new: str, matters: frozenset[Matter]) -> Iterator[Weight]:
    """What the rules above did not name, so that no change of a figure or a modal verb passes for wording."""
    if matters.isdisjoint(_FIGURE_MATTERS) and _digits(old) != _digits(new):
        for was, now in _differences(terms.figures(old), terms.figures(new)):
            yield _make_weight(Matter.NUMBER, was, now)
    if matters.isdisjoint(_DUTY_MATTERS):
        for was, now in _differences(terms.modals(old), terms.modals(new)):
            yield _make_weight(Matter.DUTY, was, now)


def _digits(text: str) -> str:
    return "".join(_DIGIT.findall(text))
