"""Say whether one sentence is the passive of another: the same agent, verb and object.

    the clerk sends a copy to the tenant     a copy is sent to the tenant by the clerk
    the board shall pass the budget          the budget shall be passed by the board

Refused: another agent, tense or force; "not", "only" and pronouns; "by" with what does not act;
what follows a relative clause, but "individually".
"""

import re
from collections.abc import Iterator, Sequence

from policybook.meaning.effects.sentence_forms import singular
from policybook.meaning.sentences.word_kinds import is_agent
from policybook.meaning.words.stems import stem
from policybook.meaning.words.verb_forms import undouble, verb_stem

_MODALS = frozenset("must shall will should may can".split())
_VERBS = _MODALS | {"is", "are", "has", "have"}
#: "By the trust, and it must": who?
_BACK = frozenset("it its they them their he she his her".split())
_PRESENT = frozenset({"is", "are"})
#: With one of these, another order may mean another thing.
_HOLDS = frozenset(
    """
    not no never nor neither only also even just either both but unless whom whose
    it its they them their he him his she her this these those such one cannot , ; :
    """.split()
)
#: What follows these may belong to them: "checks the boats that members hire every week".
_RELATIVE = frozenset({"who", "which", "that"})
_FREE: tuple[list[str], ...] = ([], ["individually"])
_EVERY = frozenset({"all", "every", "each", "any", "some", "a", "an"})
_TOGETHER = re.compile(r"\b(?:together|shared?|between|jointly|combined|total|same|average)\b")
_LONGEST_AGENT = 6
_SEVERAL = frozenset("people staff children men women police".split())
_OF_ANY_TENSE = frozenset("read put set cut let hit shut".split())
#: These act in the name of those who work there.
_PLACES = re.compile(r"(?:library|hospital|museum|court|agency|authority|ministry|bank|shop)$")
_NO_VERB = re.compile(r"(?:ed|ing|ly)$")


def is_other_voice(active: Sequence[str], passive: Sequence[str]) -> bool:
    """Return whether the second sentence is the passive of the first."""
    active, passive = _first_clauses(*(_with_every(row) for row in (active, passive)))
    if not _HOLDS.isdisjoint((*active, *passive)) or "by" not in passive:
        return False
    return any(_makes(list(active), passive) for passive in _actives(list(passive)))


def _with_every(row: Sequence[str]) -> list[str]:
    """Return the words with "every rider" for "all riders"."""
    text = " ".join(row)
    if not _TOGETHER.search(text):
        text = re.sub(r"\ball (\w+s)\b", lambda hit: f"every {singular(hit[1])}", text)
    return text.split()


def _first_clauses(
    active: Sequence[str], passive: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Return the first clauses where what follows after a comma is the same and is a clause."""
    if "," in active and "," in passive:
        ends = [row.index(",") for row in (active, passive)]
        rest = active[ends[0] :]
        is_clause = rest[1:2] == ["and"] and not _VERBS.isdisjoint(rest[3:5])
        if rest == passive[ends[1] :] and is_clause and _BACK.isdisjoint(rest):
            return active[: ends[0]], passive[: ends[1]]
    return active, passive


def _actives(passive: list[str]) -> Iterator[tuple[list[str], str, str, list[str]]]:
    """Yield agent, modal verb, stem of the verb and the rest, for each way to read a passive."""
    for place, word in enumerate(passive[:-2]):
        if word in _PRESENT:
            modal, verb = "", place + 1
        elif word in _MODALS and passive[place + 1] == "be":
            modal, verb = word, place + 2
        else:
            continue
        for by in (k for k in range(verb + 1, len(passive)) if passive[k] == "by"):
            for end in range(by + 2, min(len(passive), by + 1 + _LONGEST_AGENT) + 1):
                agent, tail = passive[by + 1 : end], [*passive[verb + 1 : by], *passive[end:]]
                if not _RELATIVE.isdisjoint(passive) and tail not in _FREE:
                    continue
                rest = [*passive[:place], *tail]
                yield agent, modal, verb_stem(stem(passive[verb]) or ""), rest


def _makes(active: list[str], reading: tuple[list[str], str, str, list[str]]) -> bool:
    """Return whether an active sentence has the agent, verb and rest of a passive."""
    agent, modal, verb, rest = reading
    start = len(agent)
    if active[:start] != agent or not (is_agent(" ".join(agent)) or _PLACES.match(agent[-1])):
        return False
    if modal:
        if active[start : start + 1] != [modal]:
            return False
        start += 1
    # Two words such as "every" and "a" may mean another thing in another order.
    if len([word for word in active if word in _EVERY]) > 1 and not _EVERY.isdisjoint(agent):
        return False
    verbs = active[start : start + 1]
    if active[start + 1 :] != rest or not verbs:
        return False
    return _is_verb(verbs[0], verb) and (bool(modal) or _agrees(agent[-1], verbs[0]))


def _is_verb(word: str, key: str) -> bool:
    """Return whether a word is a present form of a verb: `sends`, but not `sent` or `sending`."""
    return not _NO_VERB.search(word) and undouble(stem(word) or "") in (key, undouble(key))


def _agrees(agent: str, word: str) -> bool:
    """Return whether a verb is in the present tense with its agent, as "put" may not be."""
    is_several = agent.endswith("s") or agent in _SEVERAL
    return word.endswith("s") != is_several and word not in _OF_ANY_TENSE
