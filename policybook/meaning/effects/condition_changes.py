"""Say which conditions of a sentence came, went or say more: `locked` → `locked, if warranted`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from policybook.meaning.effects.row_differences import differences
from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.conditions import Condition
from policybook.meaning.sentences.duty import read_duty
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import is_agent, is_deed
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.patterns import NOT
from policybook.meaning.words.stems import content_stems, stem
from policybook.text import lexicon

# Other content words that may differ.
_MOST_OTHER_WORDS = 2
# The same beside "only", where they all came, or all went.
_MOST_BESIDE_ONLY = 5
_LONGEST_ADDITION, _LONGEST_CONDITION = 4, 8
_AT_ANY_TIME = re.compile(r"\b(?:at any time|at all times|anywhere|whenever|all year)\b")
_EVEN, _IF = re.compile(r"\beven (?:if|when|where)\b"), re.compile(r"\b(?:if|when|where)\b")
#: It sets no condition: it does not matter.
_WHETHER = re.compile(r"\b(?:whether or not|even if|regardless of|no matter whether)\b[^,;.]*")
_TOKEN = re.compile(r"[\w'’-]+|[,;]")
#: Words that may stand between "or" and what was added to a condition.
_BETWEEN = frozenset("a an the any all their is are if when very".split())


def condition_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield the conditions that came, went, or say more or less."""
    kinds = [sorted(c.kind for c in one.conditions) for one in (was, now)]
    if kinds[0] != kinds[1]:
        yield from _other_conditions(was, now)
        return
    for old, new in zip(was.conditions, now.conditions, strict=True):
        if _is_other_exception(old, new) and _has_same_head(was, now, old, new):
            yield replaced(Matter.CONDITION, old.words, new.words)
            return
        less, more = old.content - new.content, new.content - old.content
        is_short = len(old.content | new.content) <= _LONGEST_CONDITION
        if old.kind == new.kind and bool(less) != bool(more) and is_short:
            words, other = _joined(now if more else was, less or more), was if more else now
            if words and words.lower() not in other.text.lower():
                yield one_sided(Matter.CONDITION, words, is_new=bool(more))
            return


def _other_conditions(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield the conditions that one statement has and the other has not."""
    old, new = Counter(c.kind for c in was.conditions), Counter(c.kind for c in now.conditions)
    # "Even if it rains" and "if it rains": only a reader can tell what else that does.
    if _lost_even(was.text.lower(), now.text.lower()):
        return
    left = _without_those_in(_extra(was.conditions, old - new, now.conditions), now.text)
    came = _without_those_in(_extra(now.conditions, new - old, was.conditions), was.text)
    told = {stem(word) for c in (*left, *came) for word in (*c.content, *c.words.split())}
    gone, come = _others(was, now, told)
    if _is_free_now(was, now, left) or _is_free_now(now, was, came):
        yield one_sided(Matter.CONDITION, "only", is_new=bool(came))
        return
    is_only = {c.kind for c in (*left, *came)} == {"only"} and not (gone and come)
    if max(gone, come) > (_MOST_BESIDE_ONLY if is_only else _MOST_OTHER_WORDS):
        return
    # "Kept secret unless …" and "published" are two rules.
    if gone and come and not _keeps_main_clause(was, now, (*left, *came)):
        return
    # "Once it is signed" is "not until it is signed".
    if was.nots != now.nots and "until" in {c.kind for c in (*left, *came)}:
        return
    # "Without a reason" is "need not give a reason".
    nots = [len(NOT.findall(one.text.lower())) for one in (was, now)]
    if nots[0] != nots[1] and "without" in {c.kind for c in (*left, *came)}:
        return
    # "A reasonable attempt" and "if we can" are two things.
    if left and came and "as far as" in {left[0].kind, came[0].kind}:
        return
    for before, after in differences([c.words for c in left], [c.words for c in came]):
        yield replaced(Matter.CONDITION, before or "", after or "")


def _lost_even(old: str, new: str) -> bool:
    """Return whether "even" came or went before the same "if", "when" or "where"."""
    evens, ifs = ([len(p.findall(text)) for text in (old, new)] for p in (_EVEN, _IF))
    return evens[0] != evens[1] and ifs[0] == ifs[1]


def _is_free_now(
    one: SentenceMeaning, other: SentenceMeaning, conditions: Sequence[Condition]
) -> bool:
    """Return whether "only" went and "at any time" came: the verb is the same."""
    kinds = {condition.kind for condition in conditions}
    is_free = _AT_ANY_TIME.search(other.text) and not _AT_ANY_TIME.search(one.text)
    return kinds == {"only"} and bool(is_free) and one.deed == other.deed and bool(one.deed)


def _others(was: SentenceMeaning, now: SentenceMeaning, told: Set[str | None]) -> tuple[int, int]:
    """Return how many words each of two sentences has alone: no figures, and none `told`."""
    gone, come = (
        sum(count for word, count in side.items() if word not in told and not word.isdigit())
        for side in (was.stems - now.stems, now.stems - was.stems)
    )
    return gone, come


def _is_other_exception(old: Condition, new: Condition) -> bool:
    """Return whether another exception stands in the place of one: "except for", "unless"."""
    are_exceptions = old.kind == new.kind == "unless" and old.words != new.words
    return are_exceptions and not old.content & new.content


def _has_same_head(
    was: SentenceMeaning, now: SentenceMeaning, old: Condition, new: Condition
) -> bool:
    """Return whether hardly a word differs before the conditions of two sentences."""
    heads = (
        content_stems(one.text.lower().partition(condition.words)[0])
        for one, condition in ((was, old), (now, new))
    )
    before, after = heads
    return bool(before) and (before - after + (after - before)).total() <= _MOST_OTHER_WORDS


def _keeps_main_clause(
    was: SentenceMeaning, now: SentenceMeaning, conditions: Sequence[Condition]
) -> bool:
    """Return whether more words outside of the conditions stayed than came or went."""
    told = {stem(word) for c in conditions for word in (*c.content, *c.words.split())}
    stays = sum(n for word, n in (was.stems & now.stems).items() if word not in told)
    return stays > max(_others(was, now, told))


def _without_those_in(conditions: list[Condition], text: str) -> list[Condition]:
    """Return the conditions whose words are not in the other text, with all that they say.

    "Where a child is late, the office rings" is "the office rings where a child is late". "If a
    child is late, we ring" is "we ring when a child is late", or "for a child who is late".
    """
    plain = set(_TOKEN.findall(_WHETHER.sub("", text.lower())))
    return [
        one
        for one in conditions
        if not (one.content <= plain and (one.kind == "if" or plain.issuperset(one.words.split())))
        or not one.content
    ]


def _extra(
    conditions: Sequence[Condition], kinds: Counter[str], others: Sequence[Condition]
) -> list[Condition]:
    """Return as many conditions of each kind as the other text lacks, the new ones first."""
    familiar = {condition.content for condition in others}
    rest = kinds.copy()
    result = []
    for condition in sorted(conditions, key=lambda one: one.content in familiar):
        if rest[condition.kind]:
            rest[condition.kind] -= 1
            result.append(condition)
    return result


def _joined(one: SentenceMeaning, words: frozenset[str]) -> str:
    """Return the words as they stand, if they came in one stretch after "or" or "and"."""
    tokens = _TOKEN.findall(one.text)
    places = [k for k, word in enumerate(tokens) if word.lower() in words]
    if not places or places[-1] - places[0] > _LONGEST_ADDITION:
        return ""
    phrase = " ".join(tokens[places[0] : places[-1] + 1])
    ahead = [word.lower() for word in tokens[max(0, places[0] - 3) : places[0]]]
    behind = tokens[places[-1] + 1 : places[-1] + 2]
    if behind in (["and"], ["or"]) and ahead[-1:] != ["and"]:
        return phrase  # "If two adults are present and …".
    is_joined = any(
        word in ("and", "or") and not (set(ahead[k + 1 :]) - _BETWEEN)
        for k, word in enumerate(ahead)
    )
    # "If they are ill, and send a note": what is done is no condition.
    has_deed = ahead[-1:] in (["and"], ["or"]) and is_deed(tokens[places[0]])
    is_somebody = any(terms.bodies(phrase)) or is_agent(phrase) or lexicon.is_person(phrase)
    is_other = is_somebody or has_deed or read_duty(phrase).agent
    return phrase if is_joined and not is_other else ""
