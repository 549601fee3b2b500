"""Say whether the same sentence binds more, less or otherwise than before.

    must → should; rings → tries to ring; sends → may send      duty made weaker
    may → must not                                              prohibition added
    a "not" that now stands elsewhere                           ‘not’ added or taken out
    may not → do not; will → is; checks → must check            the same duty in other words

"Refuse", "unlocked" and "fail" with a "not" ask for something: the reader judges them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.duty import MUST, TRIED, WILL
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import HEDGE, REVERSAL
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.patterns import NOT
from policybook.meaning.words.stems import stem

# Content words besides the verb that may differ, and the share of the sentence that they may be.
_MOST_OTHER_WORDS, _MOST_OTHER_SHARE = 2, 0.4
_LONGEST_SUBJECT = 6
#: The force of what people are asked to do; these words leave it to them.
_ASKED = 1
_LEAVES = re.compile(r"\b(?:invited|able|free|welcome)\b")
_POSSIBLE = frozenset({"can", "could", "may", "might"})
#: What comes before such words is what they allow: "dogs are not permitted".
_IS_ALLOWED = re.compile(
    r"(?:allowed|permitted|acceptable|authorised|prohibited|forbidden|banned)$"
)
_IS_SO = re.compile(r"\b(?:is|are)\s+(?!\w+(?:ed|en|ght|ept|eft)\b)", re.IGNORECASE)
_ONLY = re.compile(r"\W*only\b", re.IGNORECASE)
#: A practice that is ruled out, and one that is possible: "is not used", "may be used".
_NOT_DONE = re.compile(r"\b(?:is|are)\s+(?:not|never)\s+(?P<done>\w+(?:ed|en|t))\b", re.IGNORECASE)
_MAY_BE_DONE = re.compile(r"\b(?:may|can)\s+be\s+(?P<done>\w+)\b", re.IGNORECASE)
#: Verbs that describe as often as they bind.
_WEAK = frozenset({"will", "would", "may", "can", "could", "might"})
#: One duty: rules of clubs say "shall" where others say "will".
_FUTURE = frozenset({"shall", "will"})
#: As stems.
_NOTS = frozenset({"neither", "nor", "non", "nobod", "noth", "never"})
_PROHIBITED, _LIFTED = Matter.PROHIBITED, Matter.LIFTED
_STRONGER, _WEAKER = Matter.STRONGER, Matter.WEAKER
#: Without a word of force: "will ring" and "rings" are one.
_PLAIN = frozenset({"", "will"})


def strength_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield what became of the duty of a sentence."""
    gone, come = was.stems - now.stems, now.stems - was.stems
    if was.nots != now.nots:
        is_near = _is_near(was, gone, come) or _only_verb_and_rest(was, now, gone, come)
        if is_near and not (_is_reversal(gone) or _is_reversal(come)):
            is_bare = all(word[:1].isdigit() or word in _NOTS for word in gone + come)
            yield from _reversed(was, now, is_bare)
    elif was.forbids != now.forbids:
        # With no other word, the "not" stands elsewhere. Else it may still mean the same.
        if was.is_modal and now.is_modal and not (gone or come):
            yield replaced(Matter.NEGATION, was.verb, now.verb)
    elif hedges := _hedges(was, now, gone, come):
        yield hedges
    else:
        yield from _strength(was, now, gone, come)
        yield from _further_strength(was, now)


def _is_beside(word: str, one: SentenceMeaning) -> bool:
    """Return whether a word is in the verb of a sentence, or next to it."""
    verb = one.verb.rpartition("… ")[2]
    beside = rf"\b(?:{re.escape(verb)} (?:not )?{word}|{word} {re.escape(verb)})\b"
    return word in verb or re.search(beside, one.text.lower()) is not None


def _only_verb_and_rest(
    was: SentenceMeaning, now: SentenceMeaning, gone: Counter[str], come: Counter[str]
) -> bool:
    """Return whether besides the modal verb words only came, or only went.

    "Watches may be worn, but not in PE" → "Watches may not be worn".
    """
    is_same = was.is_modal and now.is_modal and (was.subject, was.deed) == (now.subject, now.deed)
    return is_same and bool(was.deed) and not (gone and come)


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
    same = was.is_modal and now.is_modal and was.force == now.force
    if not same or bool(hits[0]) == bool(hits[1]) or not _is_near(was, gone, come):
        return None
    is_new = hits[1] is not None
    word = next(hit[0] for hit in hits if hit)
    if not _is_beside(word, now if is_new else was):
        return None
    return one_sided(Matter.WEAKER if is_new else Matter.STRONGER, word, is_new)


def _is_near(was: SentenceMeaning, gone: Counter[str], come: Counter[str]) -> bool:
    """Return whether hardly a word differs besides the verb."""
    most = max(_MOST_OTHER_WORDS, _MOST_OTHER_SHARE * was.stems.total())
    return max(gone.total(), come.total()) <= most


def _is_reversal(stems: Counter[str]) -> bool:
    """Return whether one of the words reverses what "not" says."""
    return any(map(REVERSAL.match, stems))


def _reversed(was: SentenceMeaning, now: SentenceMeaning, is_bare: bool) -> Iterator[Weight]:
    """Yield what a "not" does that one of two sentences has.

    `is_bare`: no other words differ, but figures may.
    """
    # "You will be added once you are ready" is "you won't be added until you are".
    # "You should only say what is yours" is "you should not say what is not yours".
    kinds = {condition.kind for condition in (*was.conditions, *now.conditions)}
    if "until" in kinds or ("only" in kinds and was.negations + now.negations):
        return
    # "Must not install" and "must ask before they install" are two things.
    if was.is_modal and now.is_modal and not _is_same_topic(was, now):
        return
    # "Running is forbidden" and "please walk" may be one rule.
    modal, plain = (was, now) if was.is_modal else (now, was)
    if not plain.is_modal and not set(modal.subject) <= set(plain.stems):
        return
    if was.forbids != now.forbids and (was.is_modal or now.is_modal):
        # "Only the head may speak to the press" still forbids it to others.
        if not (_ONLY.match(was.text) or _ONLY.match(now.text)):
            matter = Matter.PROHIBITED if now.forbids else Matter.LIFTED
            # "Is out of the question" allows nothing, though it says no "not".
            if matter is _PROHIBITED or now.is_modal or not _IS_SO.search(now.text):
                yield replaced(matter, was.verb, now.verb)
    elif abs(was.nots - now.nots) == 1 and (verbs := _find_reversed_passive(was, now)):
        yield replaced(Matter.NEGATION, *verbs)
    elif is_bare and abs(was.nots - now.nots) == 1 and was.verb == now.verb:
        is_new = now.nots > was.nots
        word = NOT.search((now if is_new else was).text.lower())
        yield one_sided(Matter.NEGATION, word[0] if word else "not", is_new)


def _find_reversed_passive(was: SentenceMeaning, now: SentenceMeaning) -> tuple[str, str] | None:
    """Return the verbs of "is not used" and "may be used", in the order of the versions."""
    old_not, new_may = _NOT_DONE.search(was.text), _MAY_BE_DONE.search(now.text)
    old_may, new_not = _MAY_BE_DONE.search(was.text), _NOT_DONE.search(now.text)
    for old, new in ((old_not, new_may), (old_may, new_not)):
        if old and new and old["done"].lower() == new["done"].lower():
            return old[0], new[0]
    return None


def _is_other_deed(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether one sentence says "will set" and the other "can be used"."""
    are_modal = was.is_modal and now.is_modal
    return are_modal and was.deed != now.deed and not _WEAK.isdisjoint((was.verb, now.verb))


def _is_same_deed(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether modal verbs of both sentences stand before the same verb."""
    return was.is_modal and now.is_modal and was.deed == now.deed


def _is_same_topic(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether two sentences allow or forbid the same: a verb, or what "is not permitted"."""
    names_it_first = any(_IS_ALLOWED.search(one.verb) for one in (was, now))
    return was.deed == now.deed or (names_it_first and was.subject == now.subject)


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
    if (was.verb in _POSSIBLE or "right" in was.verb) and not now.is_modal:
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
    elif _is_same_deed(was, now) or (_is_near(was, gone, come) and not _is_other_deed(was, now)):
        matter = Matter.STRONGER if new > old else Matter.WEAKER
        yield replaced(matter, was.verb or was.duty.deed, now.verb or now.duty.deed)


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
