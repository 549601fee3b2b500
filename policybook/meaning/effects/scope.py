"""Say whether a duty or a ban covers more or less: every → some, another duty beside it.

Staff check every pass.    →  some passes            duty made weaker
Visitors must sign in.     →  and must wear a badge  duty made stronger

`list_members` compares lists.
"""

import re
from collections import Counter
from collections.abc import Iterator

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.duty import TRIED, StatedDuty
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.stems import stem

_EVERY = frozenset("every all each any always".split())
_SOME = frozenset("some most many certain sometimes usually normally".split())
#: "At least one member", "one of the drivers".
_ONE_OF = re.compile(r"\b(?:at least one|(?:any )?one of|one member of)\b")
_TOKEN = re.compile(r"[\w'’-]+|[,;]")


def scope_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield that a duty or a ban covers more or less, where nothing else of it changed."""
    if was.force is None or was.duty[:2] != now.duty[:2] or was.negations != now.negations:
        return
    gone, come = was.stems - now.stems, now.stems - was.stems
    old, new = (Counter(_TOKEN.findall(one.text.lower())) for one in (was, now))
    lost, won = (old - new).keys(), (new - old).keys()
    if (every := _EVERY & lost) and (some := _SOME & won):
        yield replaced(_less(was.forbids), min(every), min(some))
    elif (some := _SOME & lost) and (every := _EVERY & won):
        yield replaced(_more(was.forbids), min(some), min(every))
    elif (one := _ONE_OF.search(was.text.lower())) and "all" in won:
        yield replaced(_more(was.forbids), one[0], "all")
    elif (one := _ONE_OF.search(now.text.lower())) and "all" in lost:
        yield replaced(_less(was.forbids), "all", one[0])
    elif len(_binding(was)) != len(_binding(now)) and min(gone.total(), come.total()) <= 1:
        yield from _further(was, now)


def _less(forbids: bool) -> Matter:
    return Matter.LIFTED if forbids else Matter.WEAKER


def _more(forbids: bool) -> Matter:
    return Matter.PROHIBITED if forbids else Matter.STRONGER


def _binding(one: SentenceMeaning) -> list[StatedDuty]:
    """Return the further duties that bind."""
    return [duty for duty in one.further if (duty.force or 0) > TRIED]


def _further(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield the duty that a sentence has besides the one that it had."""
    is_new = len(_binding(now)) > len(_binding(was))
    longer, shorter = (now, was) if is_new else (was, now)
    extra = list((Counter(_binding(longer)) - Counter(_binding(shorter))).elements())
    own = longer.stems - shorter.stems
    for duty in [duty for duty in extra if _is_its_own(duty, own, shorter)][:1]:
        matter = _more(duty.forbids) if is_new else _less(duty.forbids)
        yield one_sided(matter, duty.verb, is_new)


def _is_its_own(duty: StatedDuty, own: Counter[str], shorter: SentenceMeaning) -> bool:
    """Return whether only the longer sentence says what a duty asks.

    "Will be kept will be kept" asks for one thing.
    """
    deed = stem(duty.deed)
    # "And must have at least one word": the verb says nothing of its own.
    if deed is None:
        return own.total() > 1
    return deed in own and (deed not in shorter.stems or own.total() > own[deed])
