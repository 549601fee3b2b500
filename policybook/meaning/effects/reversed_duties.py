"""Say what a "not" does that one of two sentences has.

    may → must not; should do it → do not do it at any time     prohibition added
    cannot → can if the head agrees                             prohibition lifted
    is not used → may be used                                   ‘not’ taken out

"Refuse", "unlocked" and "fail" with a "not" ask for something: the reader judges them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from policybook.meaning.effects.rights import is_people
from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import REVERSAL
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.patterns import NOT
from policybook.meaning.words.stems import stem

# Content words besides the verb that may differ, and the share of the sentence that they may be.
_MOST_OTHER_WORDS, _MOST_OTHER_SHARE = 2, 0.4
#: What comes before such words is what they allow: "dogs are not permitted".
_IS_ALLOWED = re.compile(
    r"(?:allowed|permitted|acceptable|authorised|prohibited|forbidden|banned)$"
)
_IS_SO = re.compile(r"\b(?:is|are)\s+(?!\w+(?:ed|en|ght|ept|eft)\b)", re.IGNORECASE)
#: Nothing of it is left: "do not drink wine at any time".
_TOTAL = re.compile(r"\b(?:at any time|at all|in any form|of any kind|anywhere)\b", re.IGNORECASE)
_ONLY = re.compile(r"\W*only\b", re.IGNORECASE)
#: A practice that is ruled out, and one that is possible: "is not used", "may be used".
_NOT_DONE = re.compile(r"\b(?:is|are)\s+(?:not|never)\s+(?P<done>\w+(?:ed|en|t))\b", re.IGNORECASE)
_MAY_BE_DONE = re.compile(r"\b(?:may|can)\s+be\s+(?P<done>\w+)\b", re.IGNORECASE)
#: Not to do these is no ban.
_BY_NATURE = re.compile(r"(?:pay|open|close|work|wait|receive|get|need|have|hold|accept|own)$")
_WITH = re.compile(r"\b(?:with|has|have|had)\b")
#: As stems.
_NOTS = frozenset({"neither", "nor", "non", "nobod", "noth", "never"})
_PROHIBITED, _LIFTED = Matter.PROHIBITED, Matter.LIFTED


def reversed_duties(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield what became of a duty whose sentence has another number of words such as "not"."""
    gone, come = was.stems - now.stems, now.stems - was.stems
    is_bare = all(word[:1].isdigit() or word in _NOTS for word in gone + come)
    gone, come = _without_told(gone, was, now), _without_told(come, now, was)
    if _is_reversal(gone) or _is_reversal(come):
        return
    if (
        is_nearly_same(was, gone, come)
        or _only_verb_and_rest(was, now, gone, come)
        or _forbids_it_all(was, now)
    ):
        yield from _reversed(was, now, is_bare)


def turns_without(was: str, now: str) -> bool:
    """Return whether "not without a radio" is "with a radio", or has one, on the other side."""
    bare, other = (was, now) if "without" in was else (now, was)
    return "without" in bare and "without" not in other and _WITH.search(other) is not None


def is_nearly_same(was: SentenceMeaning, gone: Counter[str], come: Counter[str]) -> bool:
    """Return whether hardly a word differs besides the verb."""
    most = max(_MOST_OTHER_WORDS, _MOST_OTHER_SHARE * was.stems.total())
    return max(gone.total(), come.total()) <= most


def differs_in_condition(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether besides the verb only a condition came or went: "can … if no one objects"."""
    kinds = {condition.kind for one in (was, now) for condition in one.conditions}
    is_one_sided = bool(was.conditions) != bool(now.conditions) and kinds == {"if"}
    gone, come = was.stems - now.stems, now.stems - was.stems
    rest = _without_told(gone, was, now) + _without_told(come, now, was)
    return is_one_sided and not rest and was.is_modal and now.is_modal and was.deed == now.deed


def _without_told(
    stems: Counter[str], one: SentenceMeaning, other: SentenceMeaning
) -> Counter[str]:
    """Return stems without those of a sentence's verb and of conditions of its own."""
    kinds = Counter(c.kind for c in other.conditions)
    alone = [c for c in one.conditions if not kinds[c.kind] and c.kind in ("if", "unless")]
    told = {stem(word) for c in alone for word in c.content} | set(map(stem, one.verb.split()))
    return Counter({word: count for word, count in stems.items() if word not in told})


def _only_verb_and_rest(
    was: SentenceMeaning, now: SentenceMeaning, gone: Counter[str], come: Counter[str]
) -> bool:
    """Return whether besides the modal verb words only came, or only went.

    "Watches may be worn, but not in PE" → "Watches may not be worn".
    """
    is_same = was.is_modal and now.is_modal and (was.subject, was.deed) == (now.subject, now.deed)
    return is_same and bool(was.deed) and not (gone and come)


def _forbids_it_all(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether one sentence forbids wholly what the other asks or allows in some way.

    "Guests should drink wine in moderation" → "guests do not drink wine at any time".
    """
    ban, other = (was, now) if was.forbids else (now, was)
    if not other.is_modal or not _TOTAL.search(ban.text):
        return False
    stems = takewhile(lambda pair: pair[0] == pair[1], zip(ban.stems, other.stems, strict=False))
    return other.deed in [stem for stem, _ in stems][:-1]


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
    is_same_verb = bool(was.verb) and was.verb == now.verb
    # "Drivers do not use phones", "drivers use phones".
    are_sure = was.is_modal or now.is_modal or (is_bare and _is_of_people(was, now))
    if was.forbids != now.forbids and are_sure and not is_same_verb:
        # "Only the head may speak to the press" still forbids it to others.
        if not (_ONLY.match(was.text) or _ONLY.match(now.text)):
            matter = Matter.PROHIBITED if now.forbids else Matter.LIFTED
            # "Is out of the question" allows nothing, though it says no "not".
            if matter is _PROHIBITED or now.is_modal or not _IS_SO.search(now.text):
                yield replaced(matter, *(_verb_or_ban(one) for one in (was, now)))
    elif abs(was.nots - now.nots) == 1 and (verbs := _find_reversed_passive(was, now)):
        yield replaced(Matter.NEGATION, *verbs)
    elif is_bare and abs(was.nots - now.nots) == 1 and was.verb == now.verb:
        is_new = now.nots > was.nots
        word = NOT.search((now if is_new else was).text.lower())
        yield one_sided(Matter.NEGATION, word[0] if word else "not", is_new)


def _is_of_people(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether people of a kind do in one sentence what they do not in the other."""
    ban = was if was.forbids else now
    subject, _, rest = ban.text.lower().partition(f" {ban.duty.deed}")
    is_plain = _BY_NATURE.search(ban.duty.deed) is None
    return is_plain and bool(rest) and is_people(subject) and was.duty.agent and now.duty.agent


def _verb_or_ban(one: SentenceMeaning) -> str:
    """Return the modal verb of a sentence, or the words of a ban that has none."""
    return one.verb or (one.duty.deed if one.forbids else "")


def _find_reversed_passive(was: SentenceMeaning, now: SentenceMeaning) -> tuple[str, str] | None:
    """Return the verbs of "is not used" and "may be used", in the order of the versions."""
    old_not, new_may = _NOT_DONE.search(was.text), _MAY_BE_DONE.search(now.text)
    old_may, new_not = _MAY_BE_DONE.search(was.text), _NOT_DONE.search(now.text)
    for old, new in ((old_not, new_may), (old_may, new_not)):
        if old and new and old["done"].lower() == new["done"].lower():
            return old[0], new[0]
    return None


def _is_same_topic(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether two sentences allow or forbid the same: a verb, or what "is not permitted"."""
    names_it_first = any(_IS_ALLOWED.search(one.verb) for one in (was, now))
    return was.deed == now.deed or (names_it_first and was.subject == now.subject)
