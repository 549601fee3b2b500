"""Compare what the sentences of two texts say. Each is compared with the same sentence.

    a sentence that is in one text only           its duty, ban or exception came or went
    the same sentence in both                     `sentence_strength`, `condition_changes`,
                                                  `sentence_scope`, `sentence_people`

A claim needs two sentences that say nearly the same otherwise, or a sentence whose words are in
one text only. Whatever is not sure is left to the reader.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policybook.redline import terms
from policybook.redline.condition_changes import condition_changes
from policybook.redline.sentence_duty import StatedDuty
from policybook.redline.sentence_people import people
from policybook.redline.sentence_reading import (
    SentenceMeaning,
    complete,
    read,
    split_sentences,
)
from policybook.redline.sentence_scope import scope_changes
from policybook.redline.sentence_strength import strength_changes
from policybook.redline.sentence_words import STATES, is_deed
from policybook.redline.types import Matter, Weight
from policybook.redline.weight_values import one_sided

# Shares of content words that make two statements the same sentence: among several, and where
# each text has one.
_MIN_SAME, _MIN_ALONE = 0.5, 0.25
# The share that several statements need before a duty of one is compared.
_MIN_SURE = 0.6
# More than this share of a lone sentence must be words that the other text has not.
_MIN_ITS_OWN = 0.5
# Content words that may differ in the sentences beside a lone one.
_MOST_OTHER_WORDS = 4
_BINDING = frozenset(
    {Matter.PROHIBITED, Matter.LIFTED, Matter.STRONGER, Matter.WEAKER, Matter.NEGATION}
)

#: "We are not liable": what nobody answers for is no ban.
_LIABLE = re.compile(r"\b(?:liable|responsible)\b", re.IGNORECASE)
#: "You will not be charged" promises as often as it forbids.
_WILL_NOT_BE = re.compile(r"\b(?:will not|will never|won't) (?:\w+ly )?be (?:\w+ly )?(\w+)")
#: "We can't always control": nor is what nobody is able to do.
_NO_RULE = re.compile(
    rf"\b(?:can't|cannot|won't|will not) (?!be\b|\w+ be\b)|{_LIABLE.pattern}", re.IGNORECASE
)
#: "A child cannot be charged" forbids nobody; "phones cannot be used" does.
_CANNOT_BE = re.compile(r"\b(?:can't|cannot|can not) be (?:\w+ly )?(\w+)", re.IGNORECASE)
#: "Please do not worry" forbids nothing, and "you should feel free" asks for nothing.
#: Nor does "carers must bear in mind that"; nor "we should talk about this".
_FEELINGS = frozenset(
    """
    feel worry hesitate fear panic mind bear note remember understand recognise realise
    appreciate aware mindful
    """.split()
)
_TALKS = frozenset({"talk", "discuss", "think"})
_WE = re.compile(r"\b(?:we|i)\b", re.IGNORECASE)
#: "The board shall consist of:" says what there is.
_DEFINES = re.compile(
    r"\b(?:consists?|comprises?|composed|made up|means?|defined|constitutes?)\b[^.;]*$",
    re.IGNORECASE,
)
#: "The dates of these teams shall be the same as those of the school:" says what is so.
_IS_SO = re.compile(r"\b(?:shall|will|must) be (?:the|as|an?) ", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|nobody|no-one|no one|none)\b", re.IGNORECASE)
#: "The board is not responsible for", "no action needs to be taken": nobody must do anything.
_NOT_FOR = re.compile(r"(?:is|are) not responsible|no\w* … (?:needs?|ha[sv]e?|\w+ required)\b")
#: What is going to be.
_FUTURE = frozenset({"will", "would"})
_ADVISED = 2.0
#: As stems: these belong to a duty.
_NOTS = frozenset({"neither", "nor", "nobod", "non"})
#: "We work longer than we need to": this describes as often as it binds.
_NEEDS = frozenset("need needs have has had".split())
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
    for was, now in pairs:
        if was and now:
            changes = _compare_pair(was, now, lost, won)
            if max(len(olds), len(news)) > 1 and _likeness(was, now) < _MIN_SURE:
                changes = (weight for weight in changes if weight.matter not in _BINDING)
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
            yield from _lone(one, is_new=bool(now))


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


def has_same_words(old: str, new: str) -> bool:
    """Return whether two texts have the same content words besides the verbs of their duties."""
    olds, news = _words(read(old)), _words(read(new))
    return {*(olds - news), *(news - olds)} <= _NOTS


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


# --- a sentence that is in one text only


def _is_its_own(one: SentenceMeaning, extra: Counter[str]) -> bool:
    """Return whether most words of a statement are in its text only."""
    total = one.stems.total()
    return not total or (one.stems & extra).total() > _MIN_ITS_OWN * total


def _lone(one: SentenceMeaning, is_new: bool) -> Iterator[Weight]:
    """Yield what adding or removing a whole sentence does."""
    if one.exception:
        words = next((c.words for c in one.conditions if c.kind == "unless"), one.exception)
        yield one_sided(Matter.CONDITION, words, is_new)
        return
    told = set()
    for duty in (one.duty, *one.further):
        if not _is_sure(duty, one.text):
            continue
        if duty.forbids:
            matter = Matter.PROHIBITED if is_new else Matter.LIFTED
        else:
            matter = Matter.STRONGER if is_new else Matter.WEAKER
        if matter not in told:
            told.add(matter)
            yield one_sided(matter, duty.verb or duty.deed, is_new)


def _is_sure(duty: StatedDuty, text: str) -> bool:
    """Return whether a sentence that is in one text only surely binds.

    In the present tense, and with "will", whole sentences describe at least as often as they
    bind: "we don't like queues", "the road will be long".
    """
    if not duty.force or _NOT_FOR.match(duty.verb):
        return False
    if duty.deed in _FEELINGS or (duty.deed in _TALKS and _WE.match(text)):
        return False
    if duty.forbids:
        is_unable = _NO_RULE.search(text) and not _may_not(duty, text)
        return not is_unable and _is_ban(duty, text)
    if duty.verb.partition(" ")[0] in _NEEDS and not (duty.agent and not _WE.search(text)):
        return False
    if re.search(rf"\b{re.escape(duty.verb)} (?:\w+ )?\w+ no\b", text, re.IGNORECASE):
        return False
    if duty.verb in _FUTURE:
        return is_deed(duty.deed)
    if duty.force < _ADVISED:
        return duty.verb.startswith(("must", "shall"))
    # "The hall should be warm" says what is good.
    return bool(duty.verb) and (duty.force > _ADVISED or duty.agent or is_deed(duty.deed))


def _may_not(duty: StatedDuty, text: str) -> bool:
    """Return whether "cannot" says what people may not do: "guests cannot vote"."""
    cannot = duty.verb in ("cannot", "can not", "can't")
    cannot = cannot and not re.search(r"\b(?:cannot|can not|can't) always\b", text.lower())
    return cannot and duty.agent and is_deed(duty.deed) and not _WE.search(text)


def _is_ban(duty: StatedDuty, text: str) -> bool:
    """Return whether a sentence with a "not" forbids something.

    "Please do not worry", "we don't like queues" and "this is not covered" forbid nothing. In the
    present tense such a sentence must name people, and what they do not do.
    """
    if (duty.verb.startswith(("will", "won't"))) and (passive := _WILL_NOT_BE.search(text)):
        return is_deed(passive[1].lower())
    if passive := _CANNOT_BE.search(text):
        return is_deed(passive[1].lower())
    if duty.verb == "never":
        return duty.agent or re.search(r"\b(?:and|but) never\b", text) is not None
    if duty.verb:
        return True
    words = duty.deed.split()
    names_people = _NOBODY.match(text) is not None or any(terms.bodies(text))
    does = any(map(is_deed, words)) or not re.match(STATES, words[-1])
    return names_people and does and words[0] not in ("is", "are")


def lone_item(lead: str, item: str, is_new: bool) -> Iterator[Weight]:
    """Yield what an item of a list does that is only in one version.

    An item after "except:" is a condition. An item takes a duty from its opening words only
    if these have a modal verb.
    """
    lead = split_sentences(lead)[-1] if lead else lead
    # "…" and a name with an address ask for nothing.
    names_only = "@" in item and not is_deed(item.split()[0].lower())
    if (
        _DEFINES.search(lead)
        or _IS_SO.search(lead)
        or names_only
        or not any(map(str.isalpha, item))
    ):
        return
    opening = read(lead)
    if any(one.is_modal for one in read(item)):
        lead, opening = "", ()
    if opening and any(c.kind == "unless" for c in opening[-1].conditions):
        yield one_sided(Matter.CONDITION, opening[-1].conditions[-1].words, is_new)
        return
    for one in read(complete(lead, item)):
        if one.is_modal or one.forbids or all(said.force is None for said in opening):
            yield from _lone(one, is_new)


# --- the same sentence in both texts


def _compare_pair(
    was: SentenceMeaning, now: SentenceMeaning, lost: Counter[str], won: Counter[str]
) -> Iterator[Weight]:
    """Yield what changed between two statements. `lost` and `won` are words of the whole texts."""
    if was.text == now.text:
        return
    duties, conditions = list(strength_changes(was, now)), list(condition_changes(was, now))
    yield from (*duties, *conditions, *people(was.text, now.text))
    is_same_duty = not conditions and not any(weight.matter in _BINDING for weight in duties)
    # Words that only changed their sentence make no duty wider.
    if is_same_duty and was.stems - now.stems <= lost and now.stems - was.stems <= won:
        yield from scope_changes(was, now)
