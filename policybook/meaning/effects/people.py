"""Say which people a sentence names that it did not name before, and the other way round.

    Parents and carers are told.  →  Parents are told.            carers removed
    The bursar signs.             →  The site manager signs.      bursar → site manager
    The Key Person tells parents. →  Staff tell parents.          Key Person → Staff
    by a person who is not a governor  →  by the clerk            a person who … → the clerk

A role need not be in the list of roles if it stands where the other sentence has its own. In a
sentence of which more changed, a person who is new there is part of the other words. Two names
in capitals that name nobody are no people ("Sensitive Data"), nor are words of the name of a law.
Customers and clients are the same people.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.meaning.effects.other_roles import (
    ARTICLES,
    PRONOUNS,
    listed_role,
    other_role,
    replaced_person,
    role_in_place,
)
from policybook.meaning.effects.row_differences import differences
from policybook.meaning.effects.sentence_forms import singular
from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.word_kinds import PASSIVE, is_agent
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.number_words import N
from policybook.meaning.words.patterns import IS_LAW
from policybook.meaning.words.stems import content_stems, stem
from policybook.meaning.words.verb_forms import verb_stem, verb_stems

_FRAME_WORD = re.compile(r"@|[\w'’]+")
_ONLY_LISTED = re.compile(r"@ (?:and|or|@)")
#: These act, too, where they change places with somebody.
_BODY = re.compile(r"\b[Tt]he (school|office|board|council|trust|club|library|kitchen)\b")
_COUNT = re.compile(rf"{N} ")
_ARTICLE = re.compile(r"(?:the|an?|any|each|every) ", re.IGNORECASE)
_LONGEST_SUBJECT = 6
# Other content words that may come or go with a person.
_MOST_OTHER_WORDS, _MOST_OTHER_SHARE = 2, 0.2
#: What is in brackets explains: it adds nobody.
_BRACKETS = re.compile(r"\([^()]*\)")
#: "Neither staff nor pupils may" → "pupils may not".
_NOTS = frozenset({"neither", "nor"})
_BODIES = "(board|committee|council|body|panel|team|trust|society|association)"
#: "The secretary shall call" → "must be called".
_DOES = re.compile(
    r"^(?:(?:the|an?|any|each|every) )?((?:[\w'-]+ ){0,3}[\w'-]+) (?:also )?"
    r"(?:must|shall|will|should|may|can) (?!(?:not )?(?:be|have)\b)",
    re.IGNORECASE,
)
_IS_DONE = re.compile(
    r"\b(?:must|shall|will|should|may|can) (?:also )?be \w+(?:ed|en|t|d|wn)\b(?!.*\bby\b)"
)
#: "The nurse and the chair, who read it", "the nurse, who reads it".
_ARE = re.compile(r"\bare\b")
_WHO_DOES = re.compile(r", who [^,;.]+")
#: "By a person who is independent of the school", "by the clerk".
_BY = re.compile(r"(?P<start>.*? by )(?P<who>(?:an?|the|any|another|its|our) [^,;:.]+)\.?")
_DESCRIBED = re.compile(r"\b(?:who|whom|with|without|independent|unconnected|not)\b")
#: "And one person independent of the school".
_ONE_MORE = re.compile(
    r"(?:,|\band|\bor) ((?:an?|another|one|two|three|four|\d+) (?:other )?([\w-]+(?: [\w-]+)?)"
    r" (independent of|unconnected with|from outside|(?:nominated|appointed|elected) by)"
    r" (?:(?:the|an?|our) )?[\w-]+)"
)


def people(was: str, now: str) -> Iterator[Weight]:
    """Yield the people and bodies that differ between the same sentence in two texts."""
    every = (
        list(_by_whom(was, now))
        or list(role_in_place(was, now))
        or list(_named(was, now))
        or list(listed_role(was, now))
        or list(_described(was, now))
        or list(_doer(was, now))
        or list(listed_role(*(_WHO_DOES.sub("", _ARE.sub("is", text)) for text in (was, now))))
    )
    laws = " ".join(hit[0] for text in (was, now) for hit in IS_LAW.finditer(text))
    for weight in every:
        if not _is_spelling(weight) and not (weight.old in laws and weight.new in laws):
            yield weight


def _is_spelling(weight: Weight) -> bool:
    """Return whether one person is written in two ways: "keyholders", "commitee".

    "Two people", "one person": their number is said by itself.
    """
    old, new = weight.old.lower(), weight.new.lower()
    if _COUNT.match(old) and _COUNT.match(new):
        old, new = (singular(n) or n for n in (_COUNT.sub("", name) for name in (old, new)))
    old, new = (re.sub(r"[\s-]", "", name) for name in (old, new))
    return re.sub(r"(.)\1+", r"\1", old) == re.sub(r"(.)\1+", r"\1", new)


def _by_whom(was: str, now: str) -> Iterator[Weight]:
    """Yield who does something now, at the end of a sentence that only described them, or does."""
    old, new = _BY.fullmatch(was), _BY.fullmatch(now)
    if not old or not new or old["start"].lower() != new["start"].lower():
        return
    before, after = old["who"], new["who"]
    is_described = bool(_DESCRIBED.search(before)) != bool(_DESCRIBED.search(after))
    if is_described and is_agent(before) and is_agent(after):
        yield replaced(Matter.BODY, before, after)


def _named(was: str, now: str) -> Iterator[Weight]:
    """Yield the people whom only one sentence names, and those who replace others."""
    olds, news = (_people_of(_BRACKETS.sub(" ", text)) for text in (was, now))
    old_keys, new_keys = {term.key for term in olds}, {term.key for term in news}
    if swapped := list(_swapped(was, now)):
        yield from swapped
        return
    gone = {term.key: term for term in olds if term.key not in new_keys}
    come = {term.key: term for term in news if term.key not in old_keys}
    stays = [_is_there_still(term.value, was, now) for term in gone.values()]
    stays += [_is_there_still(term.value, now, was) for term in come.values()]
    if not (gone and come) and any(stays):
        return
    if (not gone or not come) and (others := list(other_role(was, now))):
        yield from others
        return
    rest = max(_rest(was, now, gone), _rest(now, was, come))
    if rest > (_most(was) if gone and come else 0):
        return
    for before, after in differences(list(gone), list(come)):
        old, new = gone[before].value if before else "", come[after].value if after else ""
        yield from replaced_person(old, new, was, now)


def _people_of(text: str) -> list[terms.Term]:
    """Return the people and bodies of a text, without addresses and parts of compounds."""
    return [
        term
        for term in terms.bodies(text)
        if "@" not in term.value
        and not re.search(rf"(?:\w-{re.escape(term.value)}|{re.escape(term.value)}-\w)", text)
    ]


def _is_there_still(name: str, own: str, other: str) -> bool:
    """Return whether the other text has a person in another number, or a body by its short name.

    "The trustees" and "the trustee"; "the board of directors" and "the board".
    """
    low, left = name.lower(), other.lower()
    if re.search(rf"\b{re.escape(low.removesuffix('s'))}s?\b", left):
        return True
    whole = re.search(rf"\b{_BODIES} of (?:the )?(?:\w+ of )?{re.escape(low)}\b", own.lower())
    whole = whole or re.match(rf"{_BODIES} of\b", low)
    return whole is not None and re.search(rf"\b{whole[1]}\b(?! of\b)", left) is not None


def _described(was: str, now: str) -> Iterator[Weight]:
    """Yield somebody beside others whom only one text describes: `one adult from outside`."""
    for text, other, is_new in ((was, now, False), (now, was, True)):
        hit = _ONE_MORE.search(text)
        if hit and hit[3] not in other and is_agent(hit[2]):
            yield one_sided(Matter.BODY, hit[1], is_new)


def _doer(was: str, now: str) -> Iterator[Weight]:
    """Yield who does something in one sentence where the other only says that it is done."""
    for active, passive, is_new in ((was, now, False), (now, was, True)):
        hit = _DOES.match(active)
        who = hit[1] if hit and _IS_DONE.search(passive) else _who_does(active, passive)
        is_gone = content_stems(who).keys().isdisjoint(content_stems(passive))
        if is_gone and who.lower() not in PRONOUNS and is_agent(who):
            yield one_sided(Matter.BODY, who, is_new)


def _who_does(active: str, passive: str) -> str:
    """Return who does in the present tense what the other sentence only says is done.

    "The leader signs the chart", "the chart is signed": no other word differs.
    """
    if " by " in passive:
        return ""
    words = active.rstrip(".").split()
    rests = [verb_stems(text) for text in (active, passive)]
    for done in PASSIVE.finditer(passive.lower()):
        verb = verb_stem(stem(done[2]) or "")
        for place, word in enumerate(words[1:_LONGEST_SUBJECT], start=1):
            who = " ".join(words[:place])
            is_same = rests[0] - verb_stems(who) == rests[1]
            if is_same and verb_stem(stem(word.lower()) or "") == verb:
                return _ARTICLE.sub("", who) if done[1] in ("is", "are") else ""
    return ""


def _swapped(was: str, now: str) -> Iterator[Weight]:
    """Yield two people who changed places, if all other words stayed where they were.

    "Parents ring the office" is not "the office rings parents". A passive has other words, and
    "parents and staff" are no others than "staff and parents".
    """
    olds, news = _names(was), _names(now)
    old_keys, new_keys = ([terms.role(name.lower()) for name in names] for names in (olds, news))
    if old_keys == new_keys or sorted(old_keys) != sorted(new_keys):
        return
    pairs = [
        (a, b)
        for a, b in zip(olds, news, strict=True)
        if terms.role(a.lower()) != terms.role(b.lower())
    ]
    frame = _frame(was, olds)
    if len(pairs) == 2 and frame == _frame(now, news) and not _ONLY_LISTED.search(frame):
        for before, after in pairs:
            yield replaced(Matter.BODY, before, after)


def _names(text: str) -> list[str]:
    """Return the people and bodies of a sentence, in order, with "the office" and its like."""
    names = {text.index(term.value): term.value for term in terms.bodies(text)}
    for hit in _BODY.finditer(text):
        names.setdefault(hit.start(1), hit[1])
    return [names[place] for place in sorted(names)]


def _frame(text: str, names: Sequence[str]) -> str:
    """Return the stems of a sentence, with a sign in the place of each person."""
    for name in names:
        text = text.replace(name, "@", 1)
    words = [word.lower() for word in _FRAME_WORD.findall(text)]
    return " ".join(stem(word) or word for word in words if word not in ARTICLES)


def _rest(one: str, other: str, named: dict[str, terms.Term]) -> int:
    """Return how many content words differ besides the people."""
    told = {word for term in named.values() for word in content_stems(term.value)}
    # Figures and dates are named by themselves.
    figures = (term.wording for terms_of in terms.facts(one).values() for term in terms_of)
    told |= _NOTS | {word for figure in figures for word in content_stems(figure)}
    rest = content_stems(one) - content_stems(other)
    return sum(count for word, count in rest.items() if word not in told)


def _most(one: str) -> float:
    """Return how many other words may differ where one person replaces another."""
    return max(_MOST_OTHER_WORDS, _MOST_OTHER_SHARE * content_stems(one).total())
