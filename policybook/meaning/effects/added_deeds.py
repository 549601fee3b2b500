"""Say whether a sentence asks for a second deed of the same person, or no longer does.

The nurse records the dose.     →  … and asks a colleague to sign.       duty made stronger
Cheques are signed by the head. →  … and countersigned by the bursar.    duty made stronger

The deed must come with "and", in the form of the verb before it; or it is left to the reader.
"""

import re
from collections.abc import Iterator

from policybook.meaning.effects.weight_values import one_sided
from policybook.meaning.sentences.duty import WILL
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
#: Words of a deed that are quoted.
_QUOTED = 3


def added_deeds(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield a second deed that a sentence gained or lost; nothing else of it may differ."""
    for short, long, is_new in ((was, now, True), (now, was, False)):
        stretch = _find_addition(short.text, long.text)
        hit = _SECOND.match(stretch)
        if not hit or short.forbids or (short.force or 0) < WILL:
            continue
        if _is_deed_of_agent(short, hit["deed"], stretch[hit.start("deed") :]):
            words = " ".join(stretch[hit.start("deed") :].rstrip(".,;").split()[:_QUOTED])
            yield one_sided(Matter.STRONGER if is_new else Matter.WEAKER, words, is_new)


def _find_addition(short: str, long: str) -> str:
    """Return what the longer sentence has more, in small letters, if that is one stretch."""
    low, more = short.lower().rstrip(". "), long.lower().rstrip(". ")
    start = 0
    while start < len(low) and low[start] == more[start : start + 1]:
        start += 1
    rest = low[start:]
    # The addition starts between two words.
    if not more.endswith(rest) or len(more) <= len(low) or (rest and rest[0].isalnum()):
        return ""
    return more[start : len(more) - len(rest)]


def _is_deed_of_agent(short: SentenceMeaning, deed: str, stretch: str) -> bool:
    """Return whether the second verb has the form of the first, and somebody does both."""
    if not is_deed(deed.removeprefix("counter").removeprefix("re-")):
        return False
    first = short.duty.deed.split()[-1] if short.duty.deed else ""
    if passive := PASSIVE.search(f"is {deed}" if _PARTICIPLE.match(deed) else ""):
        is_passive = passive and PASSIVE.search(short.text.lower())
        return bool(is_passive) and _names_somebody(f"{short.text} {stretch}")
    if not short.duty.agent or not _BEFORE_OBJECT.match(stretch):
        return False
    return short.is_modal or (first.endswith("s") == deed.endswith("s"))


def _names_somebody(text: str) -> bool:
    """Return whether a sentence says by whom something is done, or for whom."""
    for hit in _WHO.finditer(text.lower()):
        words = hit[1].split()
        if any(is_agent(" ".join(words[:end])) for end in range(1, min(len(words), 5) + 1)):
            return True
    return False
