"""Name a small word or a letter that turns a rule round where hardly anything else changed.

    within 10 days → after 10 days             deadline or period changed
    can see → cannot see                       ‘not’ added or taken out
    parents or the head → parents and the head condition changed
    code L → code U                            code or letter changed

It also says which small words may come and go without changing what a rule says.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.plain_forms import count_nots
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.number_words import N
from policybook.meaning.words.patterns import IS_PERIOD
from policybook.meaning.words.similarity import EMPTY, words

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[°(),;:.]")
#: Other tokens that may differ: more is another sentence.
_MOST_OTHERS = 3
_LONGEST = 120
#: Bounds in time: one instead of another moves a deadline to its other side.
_LIMITS = frozenset("within after before by until from since earlier later".split())
#: These need a time or a figure after them to be bounds.
_SAME_SIDE = (frozenset({"within", "by", "before"}), frozenset({"from", "after", "since"}))
_NOTS = {"can": "cannot", "cannot": "can", "can't": "can"}
_MODALS = frozenset("can could may might must shall should will would is are do does".split())
_DO_NOT = frozenset({"do not", "does not", "did not"})
_TIME = re.compile(rf"{N}\Z|noon\Z|midnight\Z|(?:mon|tues|wednes|thurs|fri|satur|sun)day\Z")
#: "Parents and carers", "parents or carers": the same people.
_SAME_PEOPLE = frozenset("parent parents carer carers guardian guardians mother father".split())
#: One instead of another, or one more, changes no rule.
_HARMLESS = frozenset(
    """
    a an the this these those that which who is are was were be been has had have do does did of
    then so t there and as such
    """.split()
)
#: "A key" is not "the key", and who was absent is not who is.
_ONE, _PAST, _HAVE = (
    frozenset({"a", "an"}),
    frozenset({"was", "were", "had", "did"}),
    frozenset({"has", "have"}),
)
_RELATIVE = frozenset({"who", "which", "that"})
_THIRD_PERSON = frozenset("he she it they him her them his its their".split())
_PEOPLE = "(?:parent|carer|guardian)s?"
_EITHER = re.compile(
    rf"\b(?:s?he|his|hers?|him) or (?:s?he|his|hers?|him)\b|{_PEOPLE} ?(?:or|and|/) ?{_PEOPLE}\b"
)
#: With and without "the", or with "that", these are other rules: "in charge of", "a few".
_TURNED = re.compile(
    r"\bin the (?:charge|possession|control|custody|care|employ|company) of\b"
    r"|\bthe (?:few|little|most)\b"
    r"|\b(?:decide|say|know|state|explain|agree|see|show|check|(?:tell|told)\w* [\w']+)s? which\b"
)
#: "In the hall" is "at the hall", "on the same day" is "that same day".
_ALIKE = (frozenset({"in", "at"}), frozenset({"on", "that"}))


def keeps_small_words(old: str, new: str) -> bool:
    """Return whether only small words differ that cannot change what a rule says.

    "At or below" is not "below", "on Friday" is not "by Friday", and "for" is not "to".
    """
    rows = [words(_EITHER.sub("they", text.lower())) for text in (old, new)]
    was, now = map(_order, rows)
    if (was != now and sorted(was) == sorted(now)) or not keeps_phrases(old, new):
        return False
    olds, news = map(Counter, rows)
    gone, come = ({w for w in side if w in EMPTY} for side in (olds - news, news - olds))
    differs = [_total(olds, side) != _total(news, side) for side in (_ONE, _PAST, _HAVE)]
    # "Tells the parent, who signs" is not "tells the parent and signs".
    if any(differs) or (olds["and"] != news["and"] and not _RELATIVE.isdisjoint(gone | come)):
        return False
    if bool(gone & _THIRD_PERSON) == bool(come & _THIRD_PERSON):
        gone, come = gone - _THIRD_PERSON, come - _THIRD_PERSON
    rest = gone | come if gone and come else frozenset()
    return gone | come <= _HARMLESS or any(pair <= rest <= pair | _HARMLESS for pair in _ALIKE)


def keeps_phrases(old: str, new: str) -> bool:
    """Return whether both texts have the phrases in which "the" or "which" says something."""
    olds, news = (sorted(_TURNED.findall(text.lower())) for text in (old, new))
    return olds == news


def keeps_tense(old: str, new: str) -> bool:
    """Return whether both texts have as many words such as "was"."""
    olds, news = (Counter(words(text)) for text in (old, new))
    return _total(olds, _PAST) == _total(news, _PAST)


def _total(row: Counter[str], side: Set[str]) -> int:
    """Return how often a text has one of several words."""
    return sum(row[word] for word in side)


def _order(row: Sequence[str]) -> tuple[str, ...]:
    """Return the words that say something, in order: a "not" elsewhere is another rule."""
    return tuple(word for word in row if word not in _HARMLESS)


def small_swaps(old: str, new: str) -> Iterator[Weight]:
    """Yield what small words or letters do that replace each other, or a "not" after its verb."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    if not olds or not news or max(len(olds), len(news)) > _LONGEST:
        return
    lows = [token.lower() for token in olds], [token.lower() for token in news]
    steps = [
        step
        for step in SequenceMatcher(None, *lows, autojunk=False).get_opcodes()
        if step[0] != "equal"
    ]
    # "No pupil may" is "pupils may not".
    has_other_nots = count_nots(old.lower()) != count_nots(new.lower())
    # "Do not leave unless" is "leave only if", and "not without" is "with".
    turns = not {"unless", "without"}.isdisjoint(set(lows[0]) ^ set(lows[1]))
    others = sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in steps)
    for _, i1, i2, j1, j2 in steps:
        if others - max(i2 - i1, j2 - j1) > _MOST_OTHERS:
            continue
        if i2 - i1 == j2 - j1 == 1:
            yield from _swap(olds, news, i1, j1)
        elif lows[0][i1:i2] + lows[1][j1:j2] == ["not"] and i1 and has_other_nots and not turns:
            verb = lows[0][i1 - 1]
            # "May not be open", "may be closed".
            is_other = any(
                lows[0][i2 : step[1]] == ["be"] for step in steps if step[0] == "replace"
            )
            if verb in _MODALS and not is_other:
                pair = (f"{verb} not", verb) if i1 < i2 else (verb, f"{verb} not")
                yield replaced(Matter.NEGATION, *pair)
        elif " ".join(lows[0][i1:i2] + lows[1][j1:j2]) in _DO_NOT and not turns:
            yield one_sided(Matter.NEGATION, " ".join(olds[i1:i2] or news[j1:j2]), i1 == i2)


def _swap(olds: Sequence[str], news: Sequence[str], i: int, j: int) -> Iterator[Weight]:
    """Yield what one token does that stands for another."""
    was, now = olds[i].lower(), news[j].lower()
    if _NOTS.get(was) == now or _NOTS.get(now) == was:
        yield replaced(Matter.NEGATION, was, now)
    elif {was, now} == {"and", "or"}:
        if not {w.lower() for w in (*olds[i - 1 : i], *olds[i + 1 : i + 2])} <= _SAME_PEOPLE:
            yield replaced(Matter.CONDITION, was, now)
    elif {was, now} == {"earlier", "later"} and "whichever" in map(str.lower, olds[:i]):
        yield replaced(Matter.DEADLINE, was, now)
    elif was in _LIMITS and now in _LIMITS:
        if not any({was, now} <= side for side in _SAME_SIDE):
            before, after = _limit(olds, i), _limit(news, j)
            if before and after:
                is_period = IS_PERIOD.search(before) or "er than" in before
                yield replaced(Matter.DEADLINE if is_period else Matter.DATE, before, after)
    elif _is_letter(olds, i) and _is_letter(news, j):
        yield replaced(Matter.CODE, olds[i], news[j])


def _limit(tokens: Sequence[str], place: int) -> str:
    """Return a bound with its figure and unit, or nothing: `within 10 school days`."""
    start, stop = place, place + 1
    if tokens[place].lower() in ("earlier", "later"):
        if tokens[place - 1].lower() not in ("no", "not") or tokens[stop : stop + 1] != ["than"]:
            return ""
        start, stop = place - 1, place + 2
    first = stop
    while stop < min(len(tokens), first + 4) and tokens[stop].isalnum():
        stop += 1
        if IS_PERIOD.fullmatch(" ".join(tokens[first + 1 : stop]).lower()):
            break
    is_time = first < len(tokens) and _TIME.match(tokens[first].lower())
    return " ".join(tokens[start:stop]) if is_time else ""


def _is_letter(tokens: Sequence[str], place: int) -> bool:
    """Return whether a token is a letter that names something: `code L`, `form B`."""
    token = tokens[place]
    is_capital = len(token) == 1 and token.isupper() and token != "I"
    return is_capital and tokens[place - 1 : place] != ["°"] and not any(terms.bodies(token))
