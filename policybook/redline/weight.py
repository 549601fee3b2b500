"""Weigh what a change does: the old and the new text of a clause give its weights.

All rules are here. They compare the terms of both texts (`terms`) in order, sort by
sort.

- **Prohibition added, lifted**: a verb that forbids (must not, may not, do not, never,
  prohibited; no pupil may) is new or replaces one that does not; or the reverse.
- **Duty made stronger, weaker**: the verb has more or less force. Must, shall and
  required have 4, will has 3, should and expected 2, encouraged 1, may and can 0. Verbs
  that forbid: must not, may not and do not have 4, will not 3, should not 2. An added
  duty of force 2 or more makes the text stronger; a removed one makes it weaker. If
  hardly another word went with it, and a duty of the same force remains, it is only
  worded differently.
- **Duty worded differently**: another verb of the same force, or a permission added or
  removed.
- **Not added or taken out**: outside such a verb. **Condition changed**: unless,
  except, only if, where practicable, reasonable.
- **Age** (and year group), **deadline or period** (number of days or terms, how often,
  how soon), **date** (and time of day), **number** (sums, shares, counts): the figure
  differs. `ten` and `10` are the same.
- **Law**: an Act, regulations, a code of practice or statutory guidance by name, with
  its year. **Person or body**: a role, a named person, an address. **Reference**: the
  number of another section or clause.
- **Link leads elsewhere**: a link or picture has another address. It has no rule here.
- **Other words**: none of these, but content words came or went. Only a reader can tell
  what that means.
- **Wording only**: not even that, but small words, spelling or order. It never hides a
  figure or a modal verb. **Punctuation or capital letters only**: the same words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from policybook.redline import patterns, role_patterns, term_sorts, terms
from policybook.redline.row_differences import differences
from policybook.redline.similarity import EMPTY, words
from policybook.redline.terms import DutyTerm, Term
from policybook.redline.types import Direction, Matter, Weight

_MIN_LOST_WORDS, _WILL_FORCE = 3, 3
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
    """Return what a change from `old` to `new` does, most important first: at least one weight.

    An empty text means that the clause is not in that version.
    """
    old, new = " ".join(old.replace("’", "'").split()), " ".join(new.replace("’", "'").split())
    stays = bool(old and new)
    old, new = _differing_parts(old, new) if stays else (old, new)
    sorts = term_sorts.differing_sorts(old, new)
    result: list[Weight] = []
    duties = list(differences(terms.duties(old), terms.duties(new))) if "duties" in sorts else []
    result += (_duty_weight(was, now, old, new) for was, now in duties)
    if "facts" in sorts:
        result += _facts(old, new)
    if not stays:
        result.append(_whole_clause(is_new=bool(new)))
    if stays and "duties" in sorts:
        signs = list(_small_words(old, new))
        # The weight of such a duty includes its "no".
        if any(map(_is_prohibition, result)) or any(map(_has_refusal, duties)):
            signs = [weight for weight in signs if weight.matter is not Matter.NEGATION]
        result += signs
    if stays and "bodies" in sorts:
        result += _terms(Matter.BODY, terms.bodies(old), terms.bodies(new))
    result += _unnamed_changes(old, new, frozenset(weight.matter for weight in result))
    if not result:
        same = Matter.SIGNS if words(old) == words(new) else Matter.WORDING
        matter = same if says_the_same(old, new) else Matter.CONTENT
        return (Weight(matter=matter, direction=Direction.WORDED),)
    return sort_weights(result)


def sort_weights(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    """Return the weights once each, most important first."""
    return tuple(sorted(dict.fromkeys(weights), key=lambda weight: _ORDER[weight.matter]))


def _whole_clause(is_new: bool) -> Weight:
    """Return the weight of a clause that is only in one version."""
    if is_new:
        return Weight(matter=Matter.NEW, direction=_ADDED)
    return Weight(matter=Matter.GONE, direction=_REMOVED)


def _is_prohibition(weight: Weight) -> bool:
    """Return whether the weight adds or lifts a prohibition."""
    return weight.matter in (Matter.PROHIBITED, Matter.LIFTED)


def _has_refusal(pair: tuple[DutyTerm | None, DutyTerm | None]) -> bool:
    """Return whether one of the two duties has a word such as `no` before it."""
    return any(duty is not None and duty.refusal for duty in pair)


def inherit_duty(weights: tuple[Weight, ...], lead: str, is_new: bool) -> tuple[Weight, ...]:
    """Return an item's weights with the duty of its opening words ("Staff must:").

    The item was added or removed and sets no duty itself. The verb next to the colon
    counts. A permission inside the item ("where a child may be at risk") is no duty.
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
    """Return whether both texts have the same content words.

    Small words, form and order do not count. People and numbers count in any spelling.
    """
    a, b = _core(old), _core(new)
    unlike = sorted(dict(a.items() ^ b.items()))
    gone, come = (
        [word * (a[word] - b[word]) for word in unlike],
        [word * (b[word] - a[word]) for word in unlike],
    )
    return "".join(gone) == "".join(come)


@lru_cache(maxsize=1 << 12)
def _core(text: str) -> Counter[str]:
    """Return how often each content word occurs, in one spelling."""
    plain = role_patterns.ROLE.sub(
        lambda hit: terms.role(hit[0]).replace("/", " "), text.lower().replace("'", "")
    )
    return Counter([stem for stem in map(_stem, words(plain)) if stem is not None])


@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str | None:
    """Return a word without endings of number and tense, in one spelling; None for a small word.

    `unauthorized` and `unauthorised` are the same.
    """
    if word in EMPTY:
        return None
    word = patterns.WORDS_FOR.get(word, word)
    cut = re.sub(r"(?:ies|es|s|ed|ing)$", "", word) if len(word) > 3 else word
    cut = re.sub(r"[ey]$", "", cut)
    return cut.replace("z", "s")


def _differing_parts(old: str, new: str) -> tuple[str, str]:
    """Return both texts without the sentences that they start and end with alike."""
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
        # `differences` gives at least one of the two.
        assert was is not None
        matter = Matter.DUTY if _still_holds(was, old, new) else _removed_duty(was, bool(new))
    return _make_weight(matter, was.wording if was else None, now.wording if now else None)


def _make_weight(matter: Matter, was: str | None, now: str | None, unit: str = "") -> Weight:
    """Return the weight of `was` in one text and `now` in the other."""
    direction = _REPLACED if was and now else _ADDED if now else _REMOVED
    return Weight(matter=matter, direction=direction, old=was or "", new=now or "", unit=unit)


def _still_holds(was: DutyTerm, old: str, new: str) -> bool:
    """Return whether a duty of this force remains, and hardly a word went with the verb."""
    same = any(now.force == was.force and now.bars == was.bars for now in terms.duties(new))
    return same and (_core(old) - _core(new)).total() < _MIN_LOST_WORDS


def _replaced_duty(was: DutyTerm, now: DutyTerm) -> Matter:
    """Return what replacing one duty by another does."""
    if was.bars != now.bars:
        return Matter.PROHIBITED if now.bars else Matter.LIFTED
    if was.force == now.force:
        return Matter.DUTY
    return Matter.STRONGER if now.force > was.force else Matter.WEAKER


def _added_duty(now: DutyTerm) -> Matter:
    """Return what adding a duty does."""
    return Matter.PROHIBITED if now.bars else Matter.STRONGER if now.force >= 2 else Matter.DUTY


def _removed_duty(was: DutyTerm, stays: bool) -> Matter:
    """Return what removing a duty does. `stays` says that the clause remains.

    In a clause that remains, "will decide" may have become "decides", which is no less.
    """
    if was.bars:
        return Matter.LIFTED
    return (
        Matter.WEAKER
        if was.force >= 2 and not (stays and was.force == _WILL_FORCE)
        else Matter.DUTY
    )


def _small_words(old: str, new: str) -> Iterator[Weight]:
    """Yield the negations and conditions that differ."""
    for matter, read in ((Matter.NEGATION, terms.negations), (Matter.CONDITION, terms.conditions)):
        for was, now in differences(read(old), read(new)):
            yield _make_weight(matter, was, now)


# --- figures, dates, laws, people


def _facts(old: str, new: str) -> Iterator[Weight]:
    """Yield the laws, references, figures and dates that differ."""
    olds, news = terms.facts(old), terms.facts(new)
    if not olds and not news:
        return
    for matter in _ORDER:
        if matter in olds or matter in news:
            yield from _terms(matter, olds.get(matter, ()), news.get(matter, ()))


def _terms(matter: Matter, olds: Sequence[Term], news: Sequence[Term]) -> Iterator[Weight]:
    """Yield the terms of one matter that differ."""
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
    for was, now in differences(old_keys, new_keys):
        yield _term_weight(matter, places[was] if was else None, places[now] if now else None)


def _term_weight(matter: Matter, was: Term | None, now: Term | None) -> Weight:
    """Return the weight of a term. Two figures share a unit if the new unit starts with the old."""
    if was and now and now.unit.startswith(was.unit):
        return _make_weight(matter, was.value, now.value, now.unit)
    return _make_weight(matter, was.wording if was else None, now.wording if now else None)


def _unnamed_changes(old: str, new: str, matters: frozenset[Matter]) -> Iterator[Weight]:
    """Yield figures and modal verbs that no rule named, so that none passes as wording."""
    if matters.isdisjoint(_FIGURE_MATTERS) and _digits(old) != _digits(new):
        for was, now in differences(terms.figures(old), terms.figures(new)):
            yield _make_weight(Matter.NUMBER, was, now)
    if matters.isdisjoint(_DUTY_MATTERS):
        for was, now in differences(terms.modals(old), terms.modals(new)):
            yield _make_weight(Matter.DUTY, was, now)


def _digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(_DIGIT.findall(text))
