"""Compare what the sentences of two texts say. Each is compared with the same sentence.

    must → should                                   duty made weaker
    rings → tries to ring                           duty made weaker
    every → some                                    duty made weaker
    bags, coats and phones → bags and coats         duty made weaker, prohibition lifted
    may → must not; a new sentence that forbids     prohibition added
    locked → locked, where practicable              condition changed
    the "not" stands elsewhere                      ‘not’ added or taken out
    may not → do not; must → is required to         the same duty in other words

A claim needs two sentences that say nearly the same otherwise, or a sentence that is in one
text only. Whatever is not sure is left to the reader.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policybook.redline import terms
from policybook.redline.row_differences import differences
from policybook.redline.sentence_forms import plain_form
from policybook.redline.sentence_reading import MUST, TRIED, WILL, Statement, complete, read
from policybook.redline.sentence_words import REVERSAL
from policybook.redline.term_stems import stem
from policybook.redline.types import Direction, Matter, Weight

# Shares of content words that two sentences have in common: to be the same sentence at all, and
# to say the same but for the verb.
_MIN_SAME, _MIN_LONE = 0.5, 0.3
_MOST_OTHER_WORDS, _MOST_OTHER_SHARE = 2, 0.4
_EVERY = frozenset("every all each any always".split())  # noqa: SIM905
_SOME = frozenset("some most many certain sometimes usually normally".split())  # noqa: SIM905
_LONGEST_SUBJECT = 6
_TOKEN = re.compile(r"[\w'’-]+|[,;]")

Pair = tuple[Statement | None, Statement | None]


def compare(olds: Sequence[Statement], news: Sequence[Statement]) -> Iterator[Weight]:
    """Yield what the statements of a text that changed do."""
    pairs = match(olds, news)
    lone = [pair for pair in pairs if not (pair[0] and pair[1])]
    both_sides = any(was for was, _ in lone) and any(now for _, now in lone)
    for was, now in pairs:
        if was and now:
            yield from compare_pair(was, now)
        elif one := was or now:
            if not both_sides or (one.is_modal and not _resembles(one, lone)):
                yield from _lone(one, is_new=bool(now))


def _resembles(one: Statement, lone: Sequence[Pair]) -> bool:
    """Return whether a statement may be one of those of the other text, in other words."""
    others = [was or now for was, now in lone if (was or now) is not one]
    return any(other and _likeness(one, other) >= _MIN_LONE for other in others)


def match(olds: Sequence[Statement], news: Sequence[Statement]) -> list[Pair]:
    """Return the pairs of statements that are the same sentence, and those without a partner."""
    left, right = list(range(len(olds))), list(range(len(news)))
    scored = sorted(
        (
            (-_likeness(olds[i], news[j]), abs(i - j), i, j)
            for i in left
            for j in right
        )
    )
    least = _MIN_LONE if len(olds) == len(news) == 1 else _MIN_SAME
    pairs: list[Pair] = []
    for score, _, i, j in scored:
        if -score >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((olds[i], news[j]))
    return [*pairs, *((olds[i], None) for i in left), *((None, news[j]) for j in right)]


def _likeness(was: Statement, now: Statement) -> float:
    """Return the share of content words that two statements have in common."""
    if was.text == now.text:
        return 2.0
    total = was.stems.total() + now.stems.total()
    return 2 * (was.stems & now.stems).total() / total if total else 0.5


# --- a sentence that is in one text only


def _lone(one: Statement, is_new: bool) -> Iterator[Weight]:
    """Yield what adding or removing a whole sentence does."""
    if one.is_exception:
        yield _weight(Matter.CONDITION, _exception_words(one), is_new)
    elif one.forbids:
        yield _weight(Matter.PROHIBITED if is_new else Matter.LIFTED, one.verb or "not", is_new)
    elif one.force is not None and one.force > TRIED:
        yield _weight(Matter.STRONGER if is_new else Matter.WEAKER, _name(one), is_new)


def lone_item(lead: str, item: str, is_new: bool) -> Iterator[Weight]:
    """Yield what an item of a list does that is only in one version.

    An item after "except:" is a condition. An item in the present tense needs no duty before it.
    """
    opening = read(lead)
    if opening and any(c.kind == "unless" for c in opening[-1].conditions):
        yield _weight(Matter.CONDITION, opening[-1].conditions[-1].words, is_new)
        return
    for said in read(complete(lead, item)):
        if said.is_modal or said.forbids or not any(one.force is not None for one in opening):
            yield from _lone(said, is_new)


def _exception_words(one: Statement) -> str:
    return next((c.words for c in one.conditions if c.kind == "unless"), "exception")


def _name(one: Statement) -> str:
    """Return the words that quote a duty; the whole sentence for one in the present tense."""
    return one.verb or one.text


def _weight(matter: Matter, word: str, is_new: bool) -> Weight:
    if is_new:
        return Weight(matter=matter, direction=Direction.ADDED, new=word)
    return Weight(matter=matter, direction=Direction.REMOVED, old=word)


def _replaced(matter: Matter, was: str, now: str) -> Weight:
    if was and now:
        return Weight(matter=matter, direction=Direction.REPLACED, old=was, new=now)
    return _weight(matter, was or now, is_new=bool(now))


# --- the same sentence in both texts


def compare_pair(was: Statement, now: Statement) -> Iterator[Weight]:
    """Yield what changed between two statements of the same sentence."""
    if was.text == now.text:
        return
    gone, come = was.stems - now.stems, now.stems - was.stems
    conditions = list(_conditions(was, now, gone, come))
    duties = list(_duties(was, now, gone, come))
    yield from duties
    yield from conditions
    if not any(weight.matter in _BINDING for weight in duties) and not conditions:
        yield from _scope(was, now, gone, come)


_BINDING = frozenset(
    {Matter.PROHIBITED, Matter.LIFTED, Matter.STRONGER, Matter.WEAKER, Matter.NEGATION}
)


def _duties(
    was: Statement, now: Statement, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield what became of the duty of a sentence."""
    old_nots, new_nots = was.forbids + was.negations, now.forbids + now.negations
    if old_nots != new_nots:
        yield from _reversed(was, now, gone, come)
    elif was.forbids != now.forbids:
        if was.is_modal and now.is_modal and _is_near(was, gone, come):
            yield Weight(matter=Matter.NEGATION, direction=Direction.REPLACED, old="not", new="not")
    else:
        yield from _strength(was, now, gone, come)


def _reversed(
    was: Statement, now: Statement, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield what a "not" does that one of two sentences has."""
    if not _is_near(was, gone, come) or _is_reversal(gone) or _is_reversal(come):
        return
    if was.forbids == now.forbids:
        only_not = gone.total() + come.total() <= 1
        if only_not and abs(was.negations - now.negations) == 1:
            yield _weight(Matter.NEGATION, "not", is_new=now.negations > was.negations)
    elif was.is_modal or now.is_modal:
        matter = Matter.PROHIBITED if now.forbids else Matter.LIFTED
        yield _replaced(matter, was.verb, now.verb)
    elif gone.total() + come.total() <= 1:
        yield _weight(Matter.NEGATION, "not", is_new=now.forbids)


def _is_near(was: Statement, gone: Counter[str], come: Counter[str]) -> bool:
    """Return whether hardly a word differs besides the verb."""
    least = max(_MOST_OTHER_WORDS, _MOST_OTHER_SHARE * was.stems.total())
    return max(gone.total(), come.total()) <= least


def _is_reversal(stems: Counter[str]) -> bool:
    return any(map(REVERSAL.match, stems))


def _strength(
    was: Statement, now: Statement, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield whether a duty binds more or less."""
    old, new = was.force, now.force
    if old is None and new is not None and _acts(was, now):
        old = WILL
    elif new is None and old is not None and _acts(now, was):
        new = WILL
    if old is None or new is None or (old == new and was.verb == now.verb):
        return
    same_deed = {WILL, MUST} == {old, new} and not (was.is_modal and now.is_modal)
    if old == new or same_deed:
        if was.is_modal or now.is_modal:
            yield from _in_other_words(was, now)
        return
    if not (was.is_modal or now.is_modal) and not _is_near(was, gone, come):
        return
    if was.is_modal != now.is_modal and not _same_place(was, now):
        return
    matter = Matter.STRONGER if new > old else Matter.WEAKER
    yield _replaced(matter, was.verb or _verb_of(was, now), now.verb or _verb_of(now, was))


def _in_other_words(was: Statement, now: Statement) -> Iterator[Weight]:
    """Yield that the verb is another one of the same force."""
    if was.verb != now.verb and not (
        (was.verb in ("", "will") and now.verb in ("", "will"))
    ):
        yield _replaced(Matter.DUTY, was.verb, now.verb)


def _same_place(was: Statement, now: Statement) -> bool:
    """Return whether a modal verb stands where the other sentence has its verb."""
    modal, plain = (was, now) if was.is_modal else (now, was)
    ahead = modal.subject
    return len(ahead) <= _LONGEST_SUBJECT and not set(ahead) - set(plain.stems)


def _acts(plain: Statement, modal: Statement) -> bool:
    """Return whether a sentence without a modal verb does what the other one asks for."""
    return (
        modal.is_modal
        and modal.agent
        and not plain.forbids
        and (modal.stems - plain.stems).total() <= 1
    )


def _verb_of(one: Statement, other: Statement) -> str:
    """Return a word that quotes a duty in the present tense: one that only this text has."""
    rest = Counter(_TOKEN.findall(plain_form(other.text).lower()))
    for word in _TOKEN.findall(one.text):
        if not rest[word.lower()] and word.isalpha():
            return word
    return ""


# --- every and some; lists; conditions


def _scope(
    was: Statement, now: Statement, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield that a duty or a ban covers more or less."""
    if was.force is None or now.force is None or was.forbids != now.forbids:
        return
    if was.negations != now.negations or was.force != now.force:
        return
    old, new = _words(was), _words(now)
    lost, won = old - new, new - old
    if (every := _EVERY & lost.keys()) and (some := _SOME & won.keys()):
        yield _replaced(_less(was), min(every), min(some))
    elif (some := _SOME & lost.keys()) and (every := _EVERY & won.keys()):
        yield _replaced(_more(was), min(some), min(every))
    elif was.is_modal and now.is_modal and was.force > TRIED:
        if gone and not come and (words := listed(was, gone)):
            yield _weight(_less(was), words, is_new=False)
        elif come and not gone and (words := listed(now, come)):
            yield _weight(_more(was), words, is_new=True)


def _less(one: Statement) -> Matter:
    return Matter.LIFTED if one.forbids else Matter.WEAKER


def _more(one: Statement) -> Matter:
    return Matter.PROHIBITED if one.forbids else Matter.STRONGER


def _words(one: Statement) -> Counter[str]:
    return Counter(_TOKEN.findall(one.text.lower()))


def listed(one: Statement, stems: Counter[str]) -> str:
    """Return the words of `stems` if they are one member of a list in the sentence, else nothing.

    People and alternatives are no members: another person may sign, or another thing do.
    """
    tokens = _TOKEN.findall(one.text)
    places = [k for k, word in enumerate(tokens) if (stem(word.lower()) or "") in stems]
    if not places or len(places) != stems.total() or places[-1] - places[0] > 5:
        return ""
    first, last = places[0], places[-1]
    words = " ".join(tokens[first : last + 1])
    if any(terms.bodies(words)) or any(sign in tokens[first:last] for sign in (",", ";")):
        return ""
    ahead = [word.lower() for word in tokens[max(0, first - 3) : first]]
    behind = [word.lower() for word in tokens[last + 1 : last + 2]]
    joins = {",", "and", "or"} if one.forbids else {",", "and"}
    if not one.forbids and "or" in (*ahead, *behind):
        return ""
    after_join = any(
        word in joins and not (set(ahead[k + 1 :]) - _ARTICLES) for k, word in enumerate(ahead)
    )
    opens_list = behind and behind[0] in joins and "and" in tokens[last + 1 : last + 7]
    return words if after_join or opens_list else ""


_ARTICLES = frozenset("a an the any all their his her its of to be also".split())  # noqa: SIM905


_BETWEEN = _ARTICLES | {"is", "are", "if", "when", "very"}


def _conditions(
    was: Statement, now: Statement, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield the conditions that came, went, or say more or less."""
    kinds = [c.kind for c in was.conditions], [c.kind for c in now.conditions]
    if sorted(kinds[0]) != sorted(kinds[1]):
        yield from _other_conditions(was, now, gone, come)
        return
    for old, new in zip(was.conditions, now.conditions, strict=True):
        less, more = old.content - new.content, new.content - old.content
        if old.kind == new.kind and bool(less) != bool(more):
            if words := joined(now if more else was, less or more):
                yield _weight(Matter.CONDITION, words, is_new=bool(more))
            return


def _other_conditions(
    was: Statement, now: Statement, gone: Counter[str], come: Counter[str]
) -> Iterator[Weight]:
    """Yield the conditions that one statement has and the other has not."""
    old, new = Counter(c.kind for c in was.conditions), Counter(c.kind for c in now.conditions)
    left = [c for c in was.conditions if (old - new)[c.kind]]
    came = [c for c in now.conditions if (new - old)[c.kind]]
    told = {stem(word) for c in (*left, *came) for word in c.content}
    rest = [sum(n for word, n in side.items() if word not in told) for side in (gone, come)]
    if max(rest) > max(_MOST_OTHER_WORDS, _MOST_OTHER_SHARE * was.stems.total()):
        return
    for before, after in differences([c.words for c in left], [c.words for c in came]):
        yield _replaced(Matter.CONDITION, before or "", after or "")


def joined(one: Statement, words: frozenset[str]) -> str:
    """Return the words as they stand, if they came in one stretch after "or" or "and"."""
    tokens = _TOKEN.findall(one.text)
    places = [k for k, word in enumerate(tokens) if word.lower() in words]
    if not places or places[-1] - places[0] > _LONGEST_SUBJECT:
        return ""
    phrase = " ".join(tokens[places[0] : places[-1] + 1])
    ahead = [word.lower() for word in tokens[max(0, places[0] - 3) : places[0]]]
    is_joined = any(
        word in ("and", "or") and not (set(ahead[k + 1 :]) - _BETWEEN)
        for k, word in enumerate(ahead)
    )
    return phrase if is_joined and not any(terms.bodies(phrase)) else ""
