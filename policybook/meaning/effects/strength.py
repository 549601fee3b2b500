"""Say whether the same sentence binds more, less or otherwise than before.

    must → should; rings → tries to ring; sends → may send      duty made weaker
    a "not" that now stands elsewhere                           ‘not’ added or taken out
    may not → do not; will → is; checks → must check            the same duty in other words

`reversed_duties` has what a "not" does that came or went.
"""

import re
from collections import Counter
from collections.abc import Iterator

from policybook.meaning.effects.reversed_duties import (
    differs_in_condition,
    is_nearly_same,
    reversed_duties,
)
from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.duty import MUST, TRIED, WILL
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import HEDGE
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.similarity import words
from policybook.meaning.words.stems import stem

_LONGEST_SUBJECT = 6
#: The force of what people are asked to do; these words leave it to them.
_ASKED = 1
_LEAVES = re.compile(r"\b(?:invited|able|free|welcome)\b")
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_PAYS = re.compile(
    r"\bto (?:make (?:an? )?(?:\w+ )?(?:contribution|donation|payment)|contribute|donate|pay"
    r"|(?:meet|cover) the costs?)\b"
)
_TELLS = re.compile(r"(?:tell|inform|declare|notify|mention|report|disclose|discuss|let)$")
_LEAVE = re.compile(
    r"\b(?:obtain|get|seek|have|ask for) (?:the |an? |their )?(?:[\w']+ ){0,3}?"
    r"(?:consent|approval|permission|agreement|authori[sz]ation)\b"
)
_TO_BE_DONE = re.compile(r"\b(?:is|are) to be (?!expected|found|seen|had)\w+(?:ed|en|n|t|d)\b")
#: Verbs that describe as often as they bind.
_WEAK = frozenset({"will", "would", "may", "can", "could", "might"})
#: One duty: rules of clubs say "shall" where others say "will".
_FUTURE = frozenset({"shall", "will"})
_PROHIBITED, _LIFTED = Matter.PROHIBITED, Matter.LIFTED
_STRONGER, _WEAKER = Matter.STRONGER, Matter.WEAKER
#: Without a word of force: "will ring" and "rings" are one.
_PLAIN = frozenset({"", "will"})
_SHOULD = 2


def strength_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield what became of the duty of a sentence."""
    gone, come = was.stems - now.stems, now.stems - was.stems
    if was.nots != now.nots:
        yield from reversed_duties(was, now)
    elif was.forbids != now.forbids:
        # With no other word, the "not" stands elsewhere. Else it may still mean the same.
        if was.is_modal and now.is_modal and not (gone or come or _denies_the_same(was, now)):
            yield replaced(Matter.NEGATION, was.verb, now.verb)
        elif differs_in_condition(was, now):
            yield replaced(_PROHIBITED if now.forbids else _LIFTED, was.verb, now.verb)
    elif hedges := _hedges(was, now, gone, come):
        yield hedges
    else:
        yield from _strength(was, now, gone, come)
        yield from _further_strength(was, now)


def _denies_the_same(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether both deny the same: "shall not receive any pay", "shall receive no pay"."""
    ban, other = (was, now) if was.forbids else (now, was)
    is_same = (ban.verb.replace(" not", ""), ban.deed) == (other.verb, other.deed)
    denies = re.search(rf"\b{re.escape(other.verb)} (?:\w+ ){{1,2}}no\b", other.text.lower())
    return is_same and denies is not None


def _is_bare(hedged: SentenceMeaning, bare: SentenceMeaning) -> bool:
    """Return whether nothing but "normally" or "as a rule" differs."""
    without = HEDGE.sub(" ", hedged.text.lower())
    return words(without) == words(bare.text)


def _is_done_by_the(one: SentenceMeaning) -> bool:
    """Return whether a certain person does something: "the clerk replies"."""
    return one.duty.agent and (one.force or 0) >= WILL and one.text.startswith("The ")


def _is_passive(one: SentenceMeaning) -> bool:
    """Return whether something is done, or is to be done: "boats are checked"."""
    is_step = one.force == WILL and one.duty.deed.startswith(("is ", "are "))
    return is_step or _TO_BE_DONE.search(one.text) is not None


def _is_beside(word: str, one: SentenceMeaning) -> bool:
    """Return whether a word is in the verb of a sentence, or next to it."""
    verb = one.verb.rpartition("… ")[2]
    beside = rf"\b(?:{re.escape(verb)} (?:not )?{word}|{word} {re.escape(verb)})\b"
    return word in verb or re.search(beside, one.text.lower()) is not None


def _further_strength(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield whether a second duty of both sentences binds more or less, or is a ban now."""
    olds, news = ({d.deed: d for d in one.further} for one in (was, now))
    for deed in olds.keys() & news.keys() - {""}:
        old, new = olds[deed], news[deed]
        before, after = old.force or 0, new.force or 0
        if old.forbids != new.forbids:
            yield replaced(_PROHIBITED if new.forbids else _LIFTED, old.verb, new.verb)
        elif before != after and not (new.forbids and {WILL, MUST} == {before, after}):
            yield replaced(_STRONGER if after > before else _WEAKER, old.verb, new.verb)


def _hedges(
    was: SentenceMeaning, now: SentenceMeaning, gone: Counter[str], come: Counter[str]
) -> Weight | None:
    """Return what "normally" does that one of two sentences of the same force has."""
    hits = [HEDGE.search(one.text.lower()) for one in (was, now)]
    if bool(hits[0]) == bool(hits[1]):
        return None
    hit, (hedged, bare) = (hits[0], (was, now)) if hits[0] else (hits[1], (now, was))
    is_done = _is_done_by_the(bare) or _is_passive(bare)
    is_duty = is_done or (bare.is_modal and hit and not hit.start())
    if hit and is_duty and _is_bare(hedged, bare):
        return one_sided(_STRONGER if hedged is was else _WEAKER, hit[0], hedged is now)
    same = was.is_modal and now.is_modal and was.force == now.force
    if not same or not is_nearly_same(was, gone, come):
        return None
    is_new = hits[1] is not None
    word = next(hit[0] for hit in hits if hit)
    if not _is_beside(word, now if is_new else was):
        return None
    return one_sided(Matter.WEAKER if is_new else Matter.STRONGER, word, is_new)


def _is_near(
    was: SentenceMeaning, now: SentenceMeaning, gone: Counter[str], come: Counter[str]
) -> bool:
    """Return whether hardly a word differs. "Will set" and "can be used" are two things."""
    are_modal = was.is_modal and now.is_modal
    is_other = are_modal and was.deed != now.deed and not _WEAK.isdisjoint((was.verb, now.verb))
    return is_nearly_same(was, gone, come) and not is_other


def _is_same_deed(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether modal verbs of both sentences stand before the same verb, or verbs of paying.

    "Are asked to make a contribution", "are required to pay".
    """
    if not (was.is_modal and now.is_modal):
        return False
    pay = was.subject == now.subject and all(_PAYS.search(one.text) for one in (was, now))
    return was.deed == now.deed or pay


def _strength(
    was: SentenceMeaning, now: SentenceMeaning, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield whether a duty binds more or less."""
    old, new = was.force, now.force
    tried = (was, now) if old == TRIED else (now, was)
    if was.is_modal != now.is_modal and _has_verb_still(was, now):
        return
    if old is None and new is not None and _acts(was, now):
        old = WILL
    elif new is None and old is not None and _acts(now, was):
        new = WILL
    if old is None or new is None or (old == new and was.verb == now.verb):
        return
    if _is_in_verb(was, now) or _is_in_verb(now, was):
        return
    # "Are invited to", "are able to" and "can" all leave it to people.
    if old != new and max(old, new) <= _ASKED and _LEAVES.search(f"{was.verb} {now.verb}"):
        return
    # "May only be used here" and "must be used only here" bind alike.
    if 0 in (old, new) and all(any(c.kind == "only" for c in s.conditions) for s in (was, now)):
        return
    # What was only possible may be a fact now: "you can ask" → "you ask".
    if (was.verb in _POSSIBLE or "right to" in was.verb) and not now.is_modal:
        return
    if was.is_modal != now.is_modal and TRIED not in (old, new) and not _is_same_verb(was, now):
        yield from _came_with_words(was, now, gone, come)
    elif (
        old == new
        or {was.verb, now.verb} == _FUTURE
        # "Will not" and "must not" forbid the same.
        or ({WILL, MUST} == {old, new} and (was.forbids or was.is_modal != now.is_modal))
    ):
        if _without_be(was.verb) != _without_be(now.verb) and {was.verb, now.verb} - _PLAIN:
            yield replaced(Matter.DUTY, was.verb, now.verb)
    elif TRIED in (old, new) and not (was.is_modal and now.is_modal) and not _do_same(*tried):
        return
    elif _seeks_leave(was, now) or _is_same_deed(was, now) or _is_near(was, now, gone, come):
        yield _other_force(was, now, is_more=new > old)


def _seeks_leave(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether people who should tell of a thing must ask for leave now, or the reverse."""
    tells, asks = (now, was) if _LEAVE.search(was.text) else (was, now)
    is_same = was.is_modal and now.is_modal and was.subject == now.subject
    is_told = tells.duty.is_advice and _TELLS.match(tells.duty.deed) is not None
    shared = (was.stems & now.stems).total() > len(was.subject) + 1
    return is_same and shared and is_told and asks.force == MUST and bool(_LEAVE.search(asks.text))


def _other_force(was: SentenceMeaning, now: SentenceMeaning, *, is_more: bool) -> Weight:
    """Return the weight of a duty that binds more or less.

    A ban that only discouraged is new. One that is advice now is weaker, and not lifted.
    """
    matter = _STRONGER if is_more else _WEAKER
    are_bans = all(one.forbids and (one.is_modal or one.duty.agent) for one in (was, now))
    if is_more and are_bans and (was.force or 0) < _SHOULD:
        matter = _PROHIBITED
    return replaced(matter, was.verb or was.duty.deed, now.verb or now.duty.deed)


def _do_same(tried: SentenceMeaning, done: SentenceMeaning) -> bool:
    """Return whether a sentence tries to do what the other does, or helps with it."""
    deeds = (done.deed,) if done.is_modal else map(stem, done.duty.deed.split())
    is_charge = "responsible" in f"{done.verb} {done.duty.deed}"
    return is_charge or any(deed in tried.stems for deed in deeds if deed)


def _has_verb_still(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether both have the modal verb, which binds in one of them only as it is read."""
    modal, plain = (was, now) if was.is_modal else (now, was)
    return modal.verb in plain.text.lower()


def _is_in_verb(one: SentenceMeaning, other: SentenceMeaning) -> bool:
    """Return whether one does what the other's verb says: "plan a rest", "plan to rest".

    The same holds for "will ask" and "will be asked to".
    """
    deed, verb = stem(one.duty.deed), other.verb.split()
    is_passive = verb[:1] == ["be"] and one.duty.deed in verb
    return deed is not None and deed in map(stem, verb) and not is_passive


def _without_be(verb: str) -> str:
    """Return a verb without "is", "are" or "be" before it."""
    return re.sub(r"^(?:is|are|be) ", "", verb)


def _is_same_verb(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether a modal verb stands before the verb that the other sentence has alone."""
    modal, plain = (was, now) if was.is_modal else (now, was)
    stems = tuple(plain.stems)
    if modal.deed not in stems or len(modal.subject) > _LONGEST_SUBJECT:
        return False
    return set(stems[: stems.index(modal.deed)]) <= set(modal.subject)


def _acts(plain: SentenceMeaning, modal: SentenceMeaning) -> bool:
    """Return whether a sentence without a modal verb does what the other one asks for."""
    return (
        modal.is_modal
        and modal.duty.agent
        and not plain.forbids
        and not terms.modals(plain.text)
        and (modal.stems - plain.stems).total() <= 1
        and _is_same_verb(plain, modal)
    )


def _came_with_words(
    was: SentenceMeaning, now: SentenceMeaning, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield a duty that came with words of its own, or went with them."""
    is_new = now.is_modal
    modal, fewer, more = (now, gone, come) if is_new else (was, come, gone)
    plain = was if is_new else now
    if modal.deed in plain.stems:
        return
    if fewer.total() <= 1 < more.total() and (modal.force or 0) > TRIED and not modal.forbids:
        yield one_sided(Matter.STRONGER if is_new else Matter.WEAKER, modal.verb, is_new)
