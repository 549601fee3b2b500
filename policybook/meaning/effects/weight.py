"""Weigh what a change does: the old and the new text of a clause give its weights.

The sentences of both texts are read and compared one by one (`sentence_effects`, which names
the modules of its rules); figures, dates and laws are compared here, by the terms of both texts
(`term_changes`), sort by sort.

- **Prohibition added, lifted; duty made stronger, weaker**: the same sentence binds more, less
  or otherwise, covers more or less, or a sentence that binds came or went. Must and shall have
  force 4; will and what is done in the present tense 3; should 2; what is only tried or
  considered 1.5; asked and encouraged 1; may and can 0. What was only discouraged and is
  forbidden now is a prohibition added.
- **Duty worded differently**: another verb of the same force. A ban with "will" is as strong as
  one with "must". If more was changed, *other words* follows.
- **Permission, right or power**: who may do something, or is entitled to it (`rights`).
- **Not added or taken out**: outside such a verb, where no other word changed. **Condition
  changed**: if, unless, only, where practicable, an exception.
- **Age** (and year group), **deadline or period** (number of days or terms, how often,
  how soon), **date** (and time of day), **number** (sums, shares, counts): the figure
  differs. `ten` and `10` are the same, and so are other forms of one amount (`plain_amounts`).
  Figures that changed places and bounds that turned are named.
- **Law**: an Act, regulations, a code of practice or statutory guidance by name, with
  its year. **Person or body**: a role, a named person, an address. **Reference**: the
  number of another section or clause.
- **Link leads elsewhere**: a link or picture has another address. It has no rule here.
- **Other words**: content words came or went that none of these accounts for (`residue`).
  Only a reader can tell what that means. The same holds for sentences that are too long or
  too many to be read.
- **Same words, another order**: a phrase stands elsewhere in its sentence (`word_order`).
- **Wording only**: not even that, but small words, spelling or order, or a sentence that
  surely says the same (`rewordings`). It never hides a figure, a modal verb, another number
  ("a chair", "the chairs") or another tense.
- **Punctuation or capital letters only**: the same words, and signs that surely change no rule
  (`sign_changes`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from policybook.meaning.effects import lone_sentences, sentence_effects
from policybook.meaning.effects.figure_bounds import with_bounds
from policybook.meaning.effects.own_words import as_written
from policybook.meaning.effects.people import people
from policybook.meaning.effects.residue import leaves_unsaid
from policybook.meaning.effects.rewordings import are_surely_same, without_reading
from policybook.meaning.effects.sign_changes import are_minor
from policybook.meaning.effects.slips import mend
from policybook.meaning.effects.small_swaps import keeps_small_words, small_swaps
from policybook.meaning.effects.term_changes import fact_changes, unnamed_figures
from policybook.meaning.sentences import reading
from policybook.meaning.sentences.word_kinds import is_agent, may_bind
from policybook.meaning.types import BINDING, OTHER_WORDS, Direction, Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.plain_amounts import plain_amounts
from policybook.meaning.words.similarity import words
from policybook.meaning.words.stems import (
    has_same_forms,
    has_same_order,
    says_the_same,
    turns_round,
)

#: "[MAY NEED TO INSERT THE NAME HERE]" is a note of an editor.
_PLACEHOLDER = re.compile(r"\[[^\[\]a-z]{12,}\]")
#: Figures are compared by themselves.
_FIGURE = re.compile(r"\b\d[\w.,:]*")
_WORDS = re.compile(r"[\w'-]+")
#: "The office"; nobody calls the secretary "it".
_BODY = re.compile(
    r"(?:The|Our|the|our) (?:[\w-]+ ){0,3}?(?:office|school|club|trust|board|committee|council"
    r"|panel|society|charity|association|nursery|academy|team|company|library|kitchen|church"
    r"|college|branch|group|body|department|service|setting)"
)
#: "Smoking is", "smoking and vaping are".
_NUMBER_OF_VERB = frozenset({"is", "are", "has", "have"})
_ORDER = {matter: place for place, matter in enumerate(Matter)}
_WORDING = Weight(matter=Matter.WORDING, direction=Direction.WORDED)
_ADDED, _REMOVED, _REPLACED = Direction.ADDED, Direction.REMOVED, Direction.REPLACED


def weights(old: str, new: str) -> tuple[Weight, ...]:
    """Return what a change from `old` to `new` does, most important first: at least one weight.

    An empty text means that the clause is not in that version.
    """
    return weigh((old,) if old else (), (new,) if new else ())


@lru_cache(maxsize=1 << 12)
def weigh(olds: tuple[str, ...], news: tuple[str, ...], lead: str = "") -> tuple[Weight, ...]:
    """Return the same for clauses of several texts.

    `lead` is the opening words before an item that is only in one version. Its duty is the
    item's, too; its figures are not.
    """
    stays = bool(olds and news)
    was, now = _differing_sentences(_sentences(olds), _sentences(news))
    if not reading.can_compare(was, now):
        return (_whole_clause(is_new=bool(news)) if not stays else OTHER_WORDS,)
    old, new = " ".join(was), " ".join(now)
    if len(was) == len(now) == 1 and mend(old, new) == new:
        return (_WORDING,)
    if are_surely_same(was, now):
        return (_WORDING,)
    if lead:
        result = _item_weights(lead, olds, news)
    else:
        result = _sentence_weights(_with_subjects(was, olds), _with_subjects(now, news))
    if stays:
        result = list(_without_kept_duties(result, words(" ".join(olds)), words(" ".join(news))))
    result = [weight for weight in result if not _is_named_still(weight, old, new)]
    result += fact_changes(old, new)
    if len(was) == len(now) == 1:
        told = {weight.matter for weight in result}
        # "Need not in heat or on Sundays", "must in heat and on Sundays": one list.
        if any(w.direction is _REPLACED and _turns_not(w) for w in result):
            told.add(Matter.CONDITION)
        result += (w for w in small_swaps(old, new) if not _is_told(w, told))
    if not stays:
        result.append(_whole_clause(is_new=bool(news)))
    result = list(with_bounds(old, new, result))
    result += unnamed_figures(old, new, frozenset(weight.matter for weight in result))
    if stays and leaves_unsaid(result, old, new):
        result.append(OTHER_WORDS)
    result = [as_written(weight, f"{lead} {old}", f"{lead} {new}") for weight in result]
    result = result or [_unnamed(old, new)]
    return sort_weights(without_reading(result, was, now)) or (_WORDING,)


def _turns_not(weight: Weight) -> bool:
    """Return whether a duty took the place of its own denial: "need not", "must"."""
    return weight.matter in BINDING and (" not" in weight.old) != (" not" in weight.new)


def _is_told(swap: Weight, told: Set[Matter]) -> bool:
    """Return whether weights say already what a small word does. Another deadline does not."""
    also = {Matter.NEGATION: BINDING, Matter.CODE: {Matter.REFERENCE}}.get(swap.matter, frozenset())
    return swap.matter in told - {Matter.DEADLINE} or not told.isdisjoint(also)


def _without_kept_duties(
    weights: Iterable[Weight], olds: Sequence[str], news: Sequence[str]
) -> Iterator[Weight]:
    """Yield the weights without duties that went though all words stayed, or came with no word.

    A sentence ends elsewhere where a full stop was forgotten: that changes no duty.
    """
    was, now = f" {' '.join(olds)} ", f" {' '.join(news)} "
    kept = {_REMOVED: was in now, _ADDED: now in was, _REPLACED: was == now}
    for weight in weights:
        if not (weight.matter in BINDING and kept.get(weight.direction)):
            yield weight


def _is_named_still(weight: Weight, old: str, new: str) -> bool:
    """Return whether a person who left one sentence, or came, is in the other text as well."""
    if weight.matter is not Matter.BODY or weight.direction is _REPLACED:
        return False
    other = new if weight.direction is _REMOVED else old
    key = terms.role((weight.old or weight.new).lower())
    return any(term.key == key for term in terms.bodies(other))


def _sentence_weights(was: Sequence[str], now: Sequence[str]) -> list[Weight]:
    """Return what the sentences do that only one of the texts has, by their words."""
    was, now = ([_PLACEHOLDER.sub("", text) for text in side] for side in (was, now))
    keys = [{" ".join(words(text)) for text in side} for side in (was, now)]
    both = keys[0] & keys[1]
    was, now = ([text for text in side if " ".join(words(text)) not in both] for side in (was, now))
    if len(was) == len(now) == 1 and not _may_differ_in_duty(was[0], now[0]):
        return list(people(was[0], now[0]))
    return list(
        sentence_effects.compare(
            [said for text in was for said in reading.read(text)],
            [said for text in now for said in reading.read(text)],
        )
    )


def _may_differ_in_duty(was: str, now: str) -> bool:
    """Return whether two sentences can differ in more than people and other words.

    Most pairs cannot, and reading them takes ten times as long.
    """
    olds, news = (set(_WORDS.findall(_FIGURE.sub("", text.lower()))) for text in (was, now))
    lost, won = olds - news - _NUMBER_OF_VERB, news - olds - _NUMBER_OF_VERB
    are_owned = any(f"{word}'s" in won for word in lost) or any(f"{w}'s" in lost for w in won)
    return not (lost and won) or are_owned or any(map(may_bind, lost)) or any(map(may_bind, won))


def _with_subjects(lone: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return sentences with the body of the one before them for their "it": `the office`."""
    every = _sentences(texts)
    subjects = {text: _body_of(before) for before, text in pairwise(every) if text[:3] == "It "}
    return [f"{subject}{t[2:]}" if (subject := subjects.get(t)) else t for t in lone]


def _body_of(sentence: str) -> str:
    """Return the body that surely acts in a sentence, or nothing."""
    (one, *more) = reading.read(sentence) or (None,)
    if one is None or more or not one.duty.agent:
        return ""
    subject = sentence.partition(f" {one.verb or one.duty.deed} ")[0].rpartition(", ")[2]
    return subject if _BODY.fullmatch(subject) and is_agent(subject) else ""


def _item_weights(lead: str, olds: Sequence[str], news: Sequence[str]) -> list[Weight]:
    """Return what an item does that is only in one version."""
    item = " ".join(_sentences((*olds, *news)))
    return list(lone_sentences.lone_item(lead, item, is_new=bool(news)))


def _unnamed(old: str, new: str) -> Weight:
    """Return the weight of a change that no rule names."""
    are_signs, is_minor = words(old) == words(new), are_minor(old, new)
    old, new = plain_amounts(old), plain_amounts(new)
    same = says_the_same(old, new) and has_same_forms(old, new) and not turns_round(old, new)
    same = same and terms.figures(old) == terms.figures(new)
    # "A year" is another period than "the year".
    same = same and _has_period(old) == _has_period(new)
    if not same or terms.modals(old) != terms.modals(new) or _bans(old) != _bans(new):
        matter = Matter.CONTENT
    else:
        is_wording = has_same_order(old, new) and keeps_small_words(old, new)
        same_words = Matter.WORDING if is_wording else Matter.CONTENT
        same_amounts = Matter.WORDING if are_minor(old, new) else Matter.CONTENT
        same_signs = Matter.SIGNS if is_minor else same_amounts
        matter = same_signs if are_signs else same_words
    return Weight(matter=matter, direction=Direction.WORDED)


def _has_period(text: str) -> bool:
    return Matter.DEADLINE in terms.facts(text)


def _bans(text: str) -> int:
    """Return how many duties of a text forbid, so that "no pupil may" is not "pupils may"."""
    return sum(duty.bars for duty in terms.duties(text))


def _sentences(texts: Sequence[str]) -> list[str]:
    """Return the sentences of the texts."""
    return [
        sentence
        for text in texts
        for sentence in reading.split_sentences(" ".join(text.replace("’", "'").split()))
    ]


def _differing_sentences(olds: list[str], news: list[str]) -> tuple[list[str], list[str]]:
    """Return the sentences of both texts without those that are in both, wherever they stand."""
    both = Counter(olds) & Counter(news)
    if not both:
        return olds, news
    return _without(olds, both.copy()), _without(news, both)


def _without(sentences: list[str], both: Counter[str]) -> list[str]:
    """Return the sentences without `both`, each as often as it is in them."""
    rest = []
    for sentence in sentences:
        if both[sentence]:
            both[sentence] -= 1
        else:
            rest.append(sentence)
    return rest


def sort_weights(weights: Iterable[Weight]) -> tuple[Weight, ...]:
    """Return the weights once each, most important first."""
    return tuple(sorted(dict.fromkeys(weights), key=lambda weight: _ORDER[weight.matter]))


def _whole_clause(is_new: bool) -> Weight:
    """Return the weight of a clause that is only in one version."""
    if is_new:
        return Weight(matter=Matter.NEW, direction=_ADDED)
    return Weight(matter=Matter.GONE, direction=_REMOVED)
