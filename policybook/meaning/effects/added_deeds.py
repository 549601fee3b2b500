"""Say whether a sentence asks for a second deed of the same person, or no longer does.

The nurse records the dose.     →  … and asks a colleague to sign.       duty made stronger
Cheques are signed by the head. →  … and countersigned by the bursar.    duty made stronger

The deed must come with "and", in the form of the verb before it; or it is left to the reader.
"""

import re
from collections.abc import Iterator

from policybook.meaning.effects.weight_values import first_words, one_sided
from policybook.meaning.sentences.duty import WILL, read_duty
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import PASSIVE, is_agent, is_deed
from policybook.meaning.types import Matter, Weight

#: What follows a verb rather than a noun that looks like it: "checks the", "reports it".
_OBJECT = (
    r"(?:the|an?|it|them|their|his|her|its|any|all|each|every|this|that|these|those|whether|how"
    r"|what)"
)
_SECOND = re.compile(
    rf",? and (?:then |also )?(?P<deed>[a-z-]+)(?= {_OBJECT}\b|[.,;]?$| (?:by|to|in|with|on|at)\b)"
)
_BEFORE_OBJECT = re.compile(rf"[a-z-]+ {_OBJECT}\b")
_PARTICIPLE = re.compile(r"\w+ed$|\w*(?:given|taken|written|sent|kept|told|put|read|shown|drawn)$")
#: "By the head", "to all parents".
_WHO = re.compile(r"\b(?:by|to) ((?:(?:the|an?|all|each|every|any|both|two|our) )?[\w' -]+)")
#: What opens another clause.
_CLAUSE = re.compile(
    r"\b(?:who|which|that|if|when|where|while|as|because|whether|how|what|so|unless|until)\b"
    r"|\bto (?!(?:the|an?|all|any|each|every|their|his|her|its|our|this|that|both)\b"
    r"|(?:parents|staff|pupils|governors|trustees|members|families)\b)"
)
_OPENERS = ("if ", "when ", "where ", "once ", "after ", "before ", "as ", "until ", "unless ")
_NOR = re.compile(r"[,;]? nor (?:do|does|may|can|must|shall|should|will|are|is) (?:\w+ )+\w+")
_CLAUSE_AFTER = re.compile(r"(?:[,;]| -)? (?:and|but) (?:then |also )?(?P<clause>.+)")
#: "Are checked monthly and after every fall".
_OCCASION = re.compile(r"(?:after|before|following|at|on|whenever|when) (?:every|each|any|all)\b")
_GOES_HOME = re.compile(
    r"(?:a|the|each|every|one) (?:[\w-]+ ){1,4}goes (?:home|to (?:the|each|every))\b"
)
_SOME = re.compile(
    r"(?:most|some|many|few|several|others?|following|it|this|that|these|those|they)\b"
)
_LONGEST_SUBJECT = 5


def added_deeds(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield a second deed that a sentence gained or lost; nothing else of it may differ."""
    for short, long, is_new in ((was, now, True), (now, was, False)):
        before, stretch = _find_addition(short.text, long.text)
        if weight := _added_clause(short, stretch, is_new=is_new):
            yield weight
            continue
        hit = _SECOND.match(stretch)
        if not hit or short.forbids or (short.force or 0) < WILL:
            continue
        stretch = stretch[hit.start("deed") :]
        if _is_beside_duty(short, before) and _is_deed_of_agent(short, hit["deed"], stretch):
            matter = Matter.STRONGER if is_new else Matter.WEAKER
            yield one_sided(matter, first_words(stretch), is_new)


def _added_clause(short: SentenceMeaning, stretch: str, *, is_new: bool) -> Weight | None:
    """Return what a clause with its own subject does that a sentence gained or lost.

    "And users lock the screen", "nor do we use a naughty chair", "and after every accident".
    """
    if _NOR.match(stretch):
        matter = Matter.PROHIBITED if is_new else Matter.LIFTED
        return one_sided(matter, first_words(stretch.lstrip(", ")), is_new)
    hit = _CLAUSE_AFTER.match(stretch)
    if short.forbids or short.further or (short.force or 0) < WILL or not hit:
        return None
    clause = hit["clause"]
    if not (_OCCASION.match(clause) or _is_duty(clause)):
        return None
    matter = Matter.STRONGER if is_new else Matter.WEAKER
    return one_sided(matter, first_words(clause), is_new)


def _is_duty(clause: str) -> bool:
    """Return whether somebody, by name of the office, does something in a clause."""
    duty = read_duty(clause)
    subject = clause.partition(f" {duty.deed}")[0]
    if _GOES_HOME.match(clause):
        return True
    is_sure = duty.agent and is_deed(duty.deed) and len(subject.split()) <= _LONGEST_SUBJECT
    is_sure = is_sure and duty.force == WILL and not duty.verb and not duty.forbids
    return is_sure and subject != clause and not (_SOME.match(clause) or _CLAUSE.search(subject))


def _find_addition(short: str, long: str) -> tuple[str, str]:
    """Return what the longer sentence has more and what is before it, if that is one stretch.

    Both are in small letters.
    """
    low, more = short.lower().rstrip(". "), long.lower().rstrip(". ")
    pairs = enumerate(zip(low, more, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), len(low))
    rest = low[start:]
    # The addition starts between two words.
    if not more.endswith(rest) or len(more) <= len(low) or rest[:1].isalnum():
        return "", ""
    return low[:start], more[start : len(more) - len(rest)]


def _is_beside_duty(short: SentenceMeaning, before: str) -> bool:
    """Return whether no other clause is open where the second deed comes in."""
    subject, verb, rest = before.partition((short.verb or short.duty.deed).lower())
    main = subject.rpartition(",")[2] if subject.startswith(_OPENERS) else subject
    return bool(verb) and not (_CLAUSE.search(main) or _CLAUSE.search(rest))


def _is_deed_of_agent(short: SentenceMeaning, deed: str, stretch: str) -> bool:
    """Return whether the second verb has the form of the first, and somebody does both."""
    if deed.endswith("ing") and not short.verb.endswith("for"):
        return False
    if not is_deed(deed.removeprefix("re-")):
        return False
    if _PARTICIPLE.match(deed) and PASSIVE.search(short.text.lower()):
        return _names_somebody(f"{short.text} {stretch}")
    if not short.duty.agent or not _BEFORE_OBJECT.match(stretch):
        return False
    return short.is_modal or (short.duty.deed.endswith("s") == deed.endswith("s"))


def _names_somebody(text: str) -> bool:
    """Return whether a sentence says by whom something is done, or for whom."""
    for hit in _WHO.finditer(text.lower()):
        words = hit[1].split()
        if any(is_agent(" ".join(words[:end])) for end in range(1, min(len(words), 5) + 1)):
            return True
    return False
