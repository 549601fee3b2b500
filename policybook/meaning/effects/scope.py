"""Say whether a duty or a ban covers more or less: every → some, a list with one thing less.

Staff check every pass.                     →  some passes          duty made weaker
Bags, coats and phones must be left.        →  bags and coats       duty made weaker
Pupils must not bring cans.                 →  cans or glass        prohibition added
Visitors must sign in.                      →  and must wear a badge  duty made stronger
"""

import re
from collections import Counter
from collections.abc import Iterator

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.duty import TRIED, StatedDuty
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.stems import stem

_EVERY = frozenset("every all each any always".split())
_SOME = frozenset("some most many certain sometimes usually normally".split())
_TOKEN = re.compile(r"[\w'’-]+|[,;]")
#: What opens a part of a sentence that is beside its duty.
_OPENS = frozenset("as because before during if once unless when where while after in".split())
_MODALS = frozenset("must shall will should may can cannot".split())
#: Words that may stand between a join and the thing that it joins.
_SMALL = frozenset("a an the any all their his her its of to be also".split())
_PREPOSITIONS = frozenset("about at by for from in of on to under with".split())
# Words of a member of a list, and of a last one: "and remain within sight of the leader".
_LONGEST_MEMBER, _LONGEST_TAIL = 5, 12


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
    elif len(_binding(was)) != len(_binding(now)) and min(gone.total(), come.total()) <= 1:
        yield from _further(was, now)
    elif was.is_modal and now.is_modal and was.force > TRIED and _is_sure_to_bind(was):
        if gone and not come and (words := _listed(was, gone, now)):
            yield one_sided(_less(was.forbids), words, is_new=False)
        elif come and not gone and (words := _listed(now, come, was)):
            yield one_sided(_more(was.forbids), words, is_new=True)


def _is_sure_to_bind(one: SentenceMeaning) -> bool:
    """Return whether a list after its verb is what somebody must do.

    "The second talk will cover 6)" and "it will be set up with the club" tell what is going to be.
    """
    return one.verb != "will" or one.duty.agent


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


def _count(one: SentenceMeaning, word: str) -> int:
    """Return how often a sentence has a small word."""
    return _TOKEN.findall(one.text.lower()).count(word)


def _is_aside(tokens: list[str], place: int) -> bool:
    """Return whether a word is in a part that says when or what for: "In order to …, …"."""
    low = [word.lower() for word in tokens]
    if low[0] in _OPENS and "," in low[place:]:
        return True
    modal = next((k for k, word in enumerate(low[:place]) if word in _MODALS), place)
    return not _OPENS.isdisjoint(low[modal:place])


def _listed(one: SentenceMeaning, stems: Counter[str], other: SentenceMeaning) -> str:
    """Return the words of `stems` if they are one member of a list in the sentence, else nothing.

    "The code of practice and the handbook" has no member "practice" if "of" is lost with it.

    People and alternatives are no members: another person may sign, or another thing do.
    """
    tokens = _TOKEN.findall(one.text)
    places = [k for k, word in enumerate(tokens) if (stem(word.lower()) or "") in stems]
    if not places or len(places) != stems.total() or _is_aside(tokens, places[0]):
        return ""
    first, last = places[0], places[-1]
    if last - first > (_LONGEST_TAIL if last == len(tokens) - 1 else _LONGEST_MEMBER):
        return ""
    words = " ".join(tokens[first : last + 1])
    is_address = f"{tokens[first]}@" in one.text or f"@{tokens[first]}" in one.text
    if is_address or not any(map(str.isalpha, words)):
        return ""
    ahead = [word.lower() for word in tokens[max(0, first - 3) : first]]
    if any(_PREPOSITIONS & {word} and _count(one, word) > _count(other, word) for word in ahead):
        return ""
    behind = tokens[last + 1] if last + 1 < len(tokens) else ""
    is_choice = not one.forbids and "or" in (*ahead, behind)
    if is_choice or any(terms.bodies(words)) or not {",", ";"}.isdisjoint(tokens[first:last]):
        return ""
    # ", to check it" says what for.
    is_purpose = "to" in ahead and not {"and", "or"} & set(ahead)
    if is_purpose or (last - first > _LONGEST_MEMBER and not {"and", "or"} & set(ahead)):
        return ""
    joins = {",", "and", "or"} if one.forbids else {",", "and"}
    is_joined = any(
        word in joins and not (set(ahead[k + 1 :]) - _SMALL) for k, word in enumerate(ahead)
    )
    closes = {"and", "or"} if one.forbids else {"and"}
    if "," in ahead and not closes & {*ahead, *tokens[first : last + 8]}:
        return ""
    opens_list = behind in joins and not closes.isdisjoint(tokens[last + 1 : last + 7])
    return words if is_joined or opens_list else ""
