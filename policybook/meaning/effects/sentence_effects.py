"""Compare what the sentences of two texts say. Each is compared with the same sentence.

    a sentence that is in one text only           `lone_sentences`
    the same sentence in both                     `force_words`, `strength`, `force_phrases`,
                                                  `condition_changes`, `scope`, `people`

A claim needs two sentences that say nearly the same otherwise, or a sentence whose words are in
one text only. Whatever is not sure is left to the reader.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policybook.meaning.effects.added_clauses import added_clauses
from policybook.meaning.effects.condition_changes import condition_changes
from policybook.meaning.effects.force_phrases import phrase_changes
from policybook.meaning.effects.force_words import force_swaps
from policybook.meaning.effects.limits import limit_changes
from policybook.meaning.effects.list_members import member_changes
from policybook.meaning.effects.lone_sentences import lone_sentence
from policybook.meaning.effects.narrowed_bans import narrowed_bans
from policybook.meaning.effects.people import people
from policybook.meaning.effects.reversed_duties import turns_without
from policybook.meaning.effects.rights import right_changes
from policybook.meaning.effects.scope import scope_changes
from policybook.meaning.effects.strength import strength_changes
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.types import BINDING, Matter, Weight
from policybook.meaning.words.similarity import words

# Shares of content words that make two statements the same sentence: among several, and where
# each text has one.
_MIN_SAME, _MIN_ALONE = 0.5, 0.25
# The share that several statements need before a duty of one is compared.
_MIN_SURE = 0.6
# More than this share of a lone sentence must be words that the other text has not.
_MIN_ITS_OWN = 0.5
# Content words that may differ in the sentences beside a lone one.
_MOST_OTHER_WORDS = 4

#: "We are not liable": what nobody answers for is no ban.
_LIABLE = re.compile(r"\b(?:liable|responsible)\b", re.IGNORECASE)
_BANS = frozenset({Matter.PROHIBITED, Matter.LIFTED})

Pair = tuple[SentenceMeaning | None, SentenceMeaning | None]


def compare(olds: Sequence[SentenceMeaning], news: Sequence[SentenceMeaning]) -> Iterator[Weight]:
    """Yield what the statements of a text that changed do."""
    pairs = match(olds, news)
    # A sentence of each text may be one sentence in quite other words.
    both_sides = any(not now for _, now in pairs) and any(not was for was, _ in pairs)
    # So may a part of a sentence that changed much.
    are_near = all(_is_nearly_same(was, now) for was, now in pairs if was and now)
    old, new = _words(olds), _words(news)
    lost, won = old - new, new - old
    same_bans = sum(one.forbids for one in olds) == sum(one.forbids for one in news)
    if both_sides and len(olds) == len(news) == 1:
        yield from force_swaps(olds[0].text, news[0].text)
    for was, now in pairs:
        if was and now:
            is_new = now.stems - was.stems <= won and was.stems - now.stems <= lost
            if is_new and (clause := added_clauses(was, now)) is not None:
                yield from (*clause, *people(was.text, now.text))
                continue
            changes = _compare_pair(was, now, lost, won, same_bans)
            if max(len(olds), len(news)) > 1 and _likeness(was, now) < _MIN_SURE:
                changes = (weight for weight in changes if weight.matter not in BINDING)
            # A condition, or a ban, that is in another sentence now neither came nor went.
            yield from (
                weight
                for weight in changes
                if not (weight.matter is Matter.CONDITION and _is_elsewhere(was, now, olds, news))
                and not (same_bans and was.forbids != now.forbids and weight.matter in _BANS)
                and not (weight.matter in _BANS and _LIABLE.search((was, now)[now.forbids].text))
            )
            continue
        one = was or now
        if one and are_near and not both_sides and _is_its_own(one, won if now else lost):
            yield from lone_sentence(one, is_new=bool(now))


def _is_nearly_same(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether hardly a word differs between the same sentence in both texts."""
    gone, come = was.stems - now.stems, now.stems - was.stems
    return gone.total() + come.total() <= _MOST_OTHER_WORDS


def _kinds(statements: Sequence[SentenceMeaning]) -> Counter[str]:
    """Return how many conditions there are of each kind."""
    return Counter(one.kind for statement in statements for one in statement.conditions)


def _is_elsewhere(
    was: SentenceMeaning,
    now: SentenceMeaning,
    olds: Sequence[SentenceMeaning],
    news: Sequence[SentenceMeaning],
) -> bool:
    """Return whether a condition that came or went in a sentence is in another one of its text."""
    gone, come = _kinds((was,)) - _kinds((now,)), _kinds((now,)) - _kinds((was,))
    old, new = _kinds(olds), _kinds(news)
    return bool(gone - (old - new) or come - (new - old))


def _words(statements: Sequence[SentenceMeaning]) -> Counter[str]:
    """Return the content words of all statements."""
    every: Counter[str] = Counter()
    for statement in statements:
        every.update(statement.stems)
    return every


def match(olds: Sequence[SentenceMeaning], news: Sequence[SentenceMeaning]) -> list[Pair]:
    """Return the pairs of statements that are the same sentence, and those without a partner."""
    left, right = list(range(len(olds))), list(range(len(news)))
    scored = sorted((-_likeness(olds[i], news[j]), abs(i - j), i, j) for i in left for j in right)
    least = _MIN_ALONE if len(olds) == len(news) == 1 else _MIN_SAME
    pairs: list[Pair] = []
    for score, _, i, j in scored:
        if -score >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((olds[i], news[j]))
    return [*pairs, *((olds[i], None) for i in left), *((None, news[j]) for j in right)]


def _likeness(was: SentenceMeaning, now: SentenceMeaning) -> float:
    """Return the share of content words that two statements have in common."""
    total = was.stems.total() + now.stems.total()
    return 2 * (was.stems & now.stems).total() / total if total else _MIN_SAME


def _is_its_own(one: SentenceMeaning, extra: Counter[str]) -> bool:
    """Return whether most words of a statement are in its text only."""
    total = one.stems.total()
    return not total or (one.stems & extra).total() > _MIN_ITS_OWN * total


# --- the same sentence in both texts


def _compare_pair(
    was: SentenceMeaning,
    now: SentenceMeaning,
    lost: Counter[str],
    won: Counter[str],
    same_bans: bool,
) -> Iterator[Weight]:
    """Yield what changed between two statements.

    `lost` and `won` are words of the whole texts, which may have the same number of bans.
    """
    if was.text == now.text or turns_without(was.text, now.text):
        return
    duties = list(force_swaps(was.text, now.text)) or list(strength_changes(was, now))
    if all(weight.matter is Matter.NEGATION for weight in duties):
        duties = list(phrase_changes(was.text, now.text)) or duties
    rights = list(right_changes(was, now))
    if rights:
        duties = [one for one in duties if one.matter is not Matter.DUTY]
    duties = duties or list(narrowed_bans(was, now)) or rights
    # Words that only changed their sentence make no duty wider, and no ban.
    are_own = was.stems - now.stems <= lost and now.stems - was.stems <= won
    has_duty = any(weight.matter in BINDING for weight in duties)
    members = list(member_changes(was, now)) if not has_duty and (are_own or same_bans) else []
    conditions = [] if members else list(condition_changes(was, now))
    if not duties:
        conditions += limit_changes(was, now)
    duties += members
    if _turns_unless_to_only(was, now):
        duties, conditions = [], []
    persons = list(people(was.text, now.text))
    if any(_has_other_subject(was, now, person) for person in persons):
        duties = [weight for weight in duties if weight.matter not in _BANS]
    yield from (*duties, *conditions, *persons)
    is_same_duty = not conditions and not any(weight.matter in BINDING for weight in duties)
    if is_same_duty and are_own:
        yield from scope_changes(was, now)


def _has_other_subject(was: SentenceMeaning, now: SentenceMeaning, person: Weight) -> bool:
    """Return whether a ban and a leave are for others: "pupils may not", "staff may"."""
    starts = zip((was, now), (person.old, person.new), strict=True)
    is_start = all(
        name and re.match(rf"(?:The )?{re.escape(name)}\b", s.text) for s, name in starts
    )
    return is_start and was.forbids != now.forbids


def _turns_unless_to_only(was: SentenceMeaning, now: SentenceMeaning) -> bool:
    """Return whether "must not … unless" became "may … only if", or the other way round.

    Both bind alike.
    """
    gone, come = _kinds((was,)) - _kinds((now,)), _kinds((now,)) - _kinds((was,))
    kinds = {*gone, *come}
    ban, leave = (was, now) if was.forbids else (now, was)
    exceptions = [c.content for c in ban.conditions if c.kind == "unless" and c.content]
    if leave.force == 0 and any(one <= set(words(leave.text)) for one in exceptions):
        return True
    return abs(was.nots - now.nots) == 1 and {"unless"} < kinds <= {"unless", "only", "if"}
