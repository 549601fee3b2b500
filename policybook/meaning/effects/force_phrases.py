"""Compare how strongly two sentences bind that differ in one stretch of words alone.

    The shop may open late → must open late                          duty made stronger
    The panel shall take advice → may wish to take advice            duty made weaker
    The head has discretion to authorise it → authorises it          duty made stronger
    The club will weigh up whether to hold it → will hold it         duty made stronger
    Pupils are welcome to bring food → may on no account bring food  prohibition added

A stretch is read as words of force and the deed behind them. Both sides must have the same deed;
where one has no word of force, its subject must be somebody who can have a duty.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from policybook.meaning.effects.force_words import find_change
from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.sentences.word_kinds import STATES, is_agent
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.stems import stem
from policybook.text import lexicon

#: Force as in `weight`: what may be left, what is asked, advised, done, and what must be done.
_FREE, _ASKED, _ADVISED, _DONE, _MUST = 0, 1, 2, 3, 4
_MAY = r"(?:may|might|can|could)"
_WILL = r"(?:(?:will|shall|must|should) )?"
#: Longer phrases come first. `…` is the deed; a phrase that ends with "not" forbids it.
_PHRASES: tuple[tuple[int, str], ...] = (
    (_MUST, r"(?:must|may|shall|should|can) (?:on no account|under no circumstances|never) …"),
    (_FREE, rf"{_MAY} (?:also )?(?:wish|want|choose|like|prefer|decide|opt) to …"),
    (_FREE, rf"{_WILL}(?:decides?|considers?|weighs? up|thinks? about) whether to …"),
    (_FREE, r"(?:has|have) (?:the )?(?:discretion|power|freedom|option|choice) (?:to|of) …"),
    (_FREE, r"(?:is|are) (?:free|welcome|able|allowed|permitted|entitled) to …"),
    (_FREE, rf"{_MAY} …"),
    (_ASKED, r"(?:is|are) (?:\w+ly )?(?:asked|invited|urged|encouraged|requested) (?:not )?to …"),
    (_ADVISED, r"(?:is|are) (?:\w+ly )?(?:advised|recommended) (?:not )?to …"),
    (_ADVISED, r"should (?:try|aim|seek) (?:not )?to …"),
    (_ADVISED, r"(?:(?:should|must|shall|will|may) )?considers? (?P<deed>[a-z-]+ing)"),
    (_ADVISED, r"should (?:not )?…"),
    (_MUST, r"(?:must|shall|has to|have to|(?:is|are) (?:required|obliged) to|needs? to) …"),
    (_MUST, r"(?:(?:must|shall|may|can) not|cannot|must never) …"),
    (_MUST, r"(?:is|are) (?:not )?to …"),
    (_DONE, r"(?:will|will not|does not|do not|never) …"),
)
_DEED = r"(?P<deed>[a-z-]+)"
_BARRING = re.compile(r"on no account|under no circumstances|\bnever\b|\bnot\b|\bcannot\b")
_READERS = tuple((force, re.compile(phrase.replace("…", _DEED))) for force, phrase in _PHRASES)
#: These belong to the stretch, although both sentences have them.
_HELPERS = frozenset(
    "will shall must should may can could might is are has have does do not".split()
)
_BEFORE_DEEDS = frozenset({"to", "not"})
#: "Tries to avoid speaking" is "tries not to speak".
_AVOID = re.compile(r"(?:try|aim|seek)(?:ing)? to avoid |avoids? ")
_BARE = re.compile(rf"{_MAY} \S+$")
_EVERY = re.compile(r" (?:an?|the|any|each|every|all)$")
#: "Some guests cannot climb stairs" describes.
_SOME = frozenset("some many most few several".split())
_SUBORDINATE = re.compile(
    r"\b(?:if|where|when|whether|unless|that|which|who|what|how|because|until|as|once|while"
    r"|before|after)\b[^,;|]*$"
)
#: "Staff who wish to leave", "a teacher planning a lesson": the clause is over before the verb.
_WHOLE_RELATIVE = re.compile(
    r"^((?:an?|the|any|each|every|all) )?([\w'-]+) (?:who|which|that|\w+ing) .+"
)


class _ForcedDeed(NamedTuple):
    """What a stretch of words says: its force, the stem of its deed, and whether it forbids it."""

    force: int
    deed: str
    bars: bool
    is_plain: bool = False
    is_bare: bool = False


def phrase_changes(was: str, now: str) -> Iterator[Weight]:
    """Yield what became of the force of two sentences that are the same but for one stretch.

    What `force_words` and `strength` read goes before.
    """
    change = find_change(*(text.lower().rstrip(".") for text in (was, now)))
    before, behind = change.before.split(), change.after.split()
    ahead: list[str] = []
    while before and before[-1] in _HELPERS:
        ahead.insert(0, before.pop())
    # The deed may stand behind the stretch.
    more = list(takewhile(_BEFORE_DEEDS.__contains__, behind))
    behind = behind[len(more) :]
    subject = _WHOLE_RELATIVE.sub(r"\2", " ".join(before))
    if not before or _SUBORDINATE.search(subject) or before[0] in _SOME:
        return
    stretches = [" ".join([*ahead, *side.split(), *more]) for side in (change.old, change.new)]
    old, new = (_read(stretch, "".join(behind[:1])) for stretch in stretches)
    if old and new and old.deed == new.deed and _is_sure(old, new, subject):
        yield from _compare(old, new, *stretches)


def _read(stretch: str, behind: str) -> _ForcedDeed | None:
    """Return what a stretch says of its deed, or of the word behind it; None if it is not sure."""
    for text, has_more in ((stretch, False), (f"{stretch} {behind}".strip(), True)):
        if has_more and not behind:
            continue
        avoids = _AVOID.search(text)
        plain = _AVOID.sub("", text) if avoids else text
        for force, reader in _READERS:
            if (hit := reader.fullmatch(_EVERY.sub("", plain))) and (deed := stem(hit["deed"])):
                if re.match(rf"{STATES}$", hit["deed"]):
                    return None  # "Parents cannot see the file" may tell what is possible.
                bars = bool(_BARRING.search(plain)) or bool(avoids)
                force = _ADVISED if avoids and force > _ADVISED else force
                return _ForcedDeed(force, deed, bars, is_bare=_BARE.match(plain) is not None)
        # "Hears every pupil", "hears a pupil".
        word = _EVERY.sub("", plain)
        if _is_verb(word) and (deed := stem(word)):
            force = _ADVISED if avoids else _DONE
            return _ForcedDeed(force, deed, bars=bool(avoids), is_plain=True)
    return None


def _is_verb(word: str) -> bool:
    """Return whether a word is a verb of what somebody does, and not of a state."""
    can_be = lexicon.is_verb(word) or bool(lexicon.third_person(word)) or word.endswith("ing")
    return can_be and not re.match(rf"{STATES}s?\b", word)


def _is_sure(old: _ForcedDeed, new: _ForcedDeed, subject: str) -> bool:
    """Return whether both sides surely speak of somebody's duty, or have words of force."""
    forces = {old.force, new.force}
    if not (old.is_plain or new.is_plain or forces == {_FREE, _DONE}):
        return True
    # "You can ask" and "you ask" may both tell a fact.
    if old.is_bare or new.is_bare:
        return False
    return is_agent(subject) or any(map(lexicon.is_person, subject.split()[-1:]))


def _compare(old: _ForcedDeed, new: _ForcedDeed, was: str, now: str) -> Iterator[Weight]:
    """Yield the weight of another force."""
    if old.bars != new.bars:
        ban, leave = (old, new) if old.bars else (new, old)
        if ban.force >= _DONE and leave.force <= _ASKED:
            yield replaced(Matter.LIFTED if old.bars else Matter.PROHIBITED, was, now)
        return
    if old.force == new.force or {old.force, new.force} == {_DONE, _MUST}:
        return
    if max(old.force, new.force) <= _ASKED:
        return
    if old.bars and old.force <= _ADVISED < new.force:
        yield replaced(Matter.PROHIBITED, was, now)
        return
    yield replaced(Matter.STRONGER if new.force > old.force else Matter.WEAKER, was, now)
