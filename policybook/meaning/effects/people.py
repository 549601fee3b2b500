"""Say which people a sentence names that it did not name before, and the other way round.

    Parents and carers are told.  →  Parents are told.            carers removed
    The bursar signs.             →  The site manager signs.      bursar → site manager
    The Key Person tells parents. →  Staff tell parents.          Key Person → Staff
    by a person who is not a governor  →  by the clerk            a person who … → the clerk

A role need not be in the list of roles if it stands where the other sentence has its own. In a
sentence of which more changed, a person who is new there is part of the other words.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from policybook.meaning.effects.row_differences import differences
from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.word_kinds import is_agent, is_deed
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.number_words import WORDS_FOR
from policybook.meaning.words.similarity import EMPTY
from policybook.meaning.words.stems import content_stems, stem
from policybook.text import lexicon

_WORD = re.compile(r"[\w'’@.+-]*\w")
_FRAME_WORD = re.compile(r"@|[\w'’]+")
_ONLY_LISTED = re.compile(r"@ (?:and|or|@)")
#: These act, too, where they change places with somebody.
_BODY = re.compile(r"\b[Tt]he (school|office|board|council|trust|club|library|kitchen)\b")
# Other content words that may come or go with a person.
_MOST_OTHER_WORDS, _MOST_OTHER_SHARE = 2, 0.2
#: A dictionary has these as people, too.
_TOOLS = frozenset({"printer", "toaster", "scanner", "computer", "counter", "speaker", "charger"})
#: What is in brackets explains: it adds nobody.
_BRACKETS = re.compile(r"\([^()]*\)")
#: "A deputy whom the head names": the role ends before these.
_RELATIVE = frozenset("who whom whose that which he she they it".split())
_LONGEST_ROLE, _MOST_WORDS = 5, 8
_PRONOUNS = frozenset(
    ("we", "you", "they", "he", "she", "i", "who", "everyone", "anyone", "nobody", "none")
)
#: "Leave their phones at reception" and "wait for the guard" are no roles.
_NO_ROLE = frozenset("our your his her their its the a an to for".split())
_ARTICLES = frozenset({"the", "a", "an", "any"})
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
#: "Tell parents" is no role; "a trained first aider" is.
_IS_VERB = re.compile(r"[a-z]+(?<!ed)")
#: "By a person who is independent of the school", "by the clerk".
_BY = re.compile(r"(?P<start>.*? by )(?P<who>(?:an?|the|any|another|its|our) [^,;:.]+)\.?")
_DESCRIBED = re.compile(r"\b(?:who|whom|with|without|independent|unconnected|not)\b")
_BEFORE_A_ROLE = frozenset(
    """
    the a an by to from tell ask inform all any every each our your his her their its of and or
    with
    """.split()
)


def people(was: str, now: str) -> Iterator[Weight]:
    """Yield the people and bodies that differ between the same sentence in two texts."""
    yield from list(_by_whom(was, now)) or list(_named(was, now)) or _doer(was, now)


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
    olds, news = (terms.bodies(_BRACKETS.sub(" ", text)) for text in (was, now))
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
    if (not gone or not come) and (others := list(_other_role(was, now))):
        yield from others
        return
    rest = max(_rest(was, now, gone), _rest(now, was, come))
    if rest > (_most(was) if gone and come else 0):
        return
    for before, after in differences(list(gone), list(come)):
        yield replaced(
            Matter.BODY,
            gone[before].value if before else "",
            come[after].value if after else "",
        )


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


def _doer(was: str, now: str) -> Iterator[Weight]:
    """Yield who does something in one sentence where the other only says that it is done."""
    for active, passive, is_new in ((was, now, False), (now, was, True)):
        hit = _DOES.match(active)
        if not hit or not _IS_DONE.search(passive):
            continue
        who = hit[1]
        is_gone = content_stems(who).keys().isdisjoint(content_stems(passive))
        if is_gone and who.lower() not in _PRONOUNS and is_agent(who):
            yield one_sided(Matter.BODY, who, is_new)


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
    return " ".join(stem(word) or word for word in words if word not in _ARTICLES)


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


def _other_role(was: str, now: str) -> Iterator[Weight]:
    """Yield a role of no list that stands where the other sentence has another one, or none."""
    olds, news = _WORD.findall(was), _WORD.findall(now)
    old_keys, new_keys = (
        [stem(word.lower()) or word.lower() for word in side] for side in (olds, news)
    )
    lost = {word for word, key in zip(olds, old_keys, strict=True) if key not in new_keys}
    won = {word for word, key in zip(news, new_keys, strict=True) if key not in old_keys}
    if not (lost or won) or not all(not side or _may_name_a_role(side) for side in (lost, won)):
        return
    steps = [
        step
        for step in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()
        if step[0] != "equal" and not _is_small(olds[step[1] : step[2]], news[step[3] : step[4]])
    ]
    if len(steps) == 2 and _is_other_verb(olds, news, steps):
        steps.pop()
    if len(steps) != 1:
        return
    tag, i1, i2, j1, j2 = steps[0]
    before, after = olds[i1:i2], news[j1:j2]
    if tag != "replace":
        yield from _joined_role(before or after, is_new=bool(after))
        return
    if content_stems(" ".join(before)) == content_stems(" ".join(after)):
        return
    # "The setting" and "the settings": how many is for the reader.
    if before[-1].lower().removesuffix("s") == after[-1].lower().removesuffix("s"):
        return
    starts = i1 == 0 or olds[i1 - 1].lower() in _BEFORE_A_ROLE or before[0].lower() in _ARTICLES
    before, after = _without_articles(before), _without_articles(after)
    if starts and _is_role(before) and _is_role(after):
        yield replaced(Matter.BODY, " ".join(before), " ".join(after))


def _is_other_verb(
    olds: Sequence[str], news: Sequence[str], steps: Sequence[tuple[str, int, int, int, int]]
) -> bool:
    """Return whether the second of two changes is another verb after another subject.

    "Members shall elect the clerk" → "the directors shall appoint the clerk".
    """
    (first, i1, _, j1, _), (second, i3, i4, j3, j4) = steps
    are_replaced = first == second == "replace" and max(i1, j1) <= 1
    return are_replaced and i4 - i3 == j4 - j3 == 1 and any(terms.modals(olds[i3 - 1]))


def _without_articles(words: list[str]) -> list[str]:
    """Return the words without "the" or "an" before them."""
    return words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words


def _joined_role(words: list[str], is_new: bool) -> Iterator[Weight]:
    """Yield a role that "and" or "or" adds: `and her deputy`."""
    join, *rest = words
    role = list(takewhile(lambda word: word.lower() not in _RELATIVE, rest))
    # "Racist or sexist words" and "lead or guide pupils" name nobody.
    acts = any(is_agent(word) or word[0].isupper() for word in role)
    if not role or not (acts or role[0].lower() in _ARTICLES):
        return
    while role and role[0].lower() in _BEFORE_A_ROLE:
        role = role[1:]
    if join.lower() == "or" and not _is_role(role):
        role = _role_at_end(role)
    if join.lower() in ("and", "or") and _is_role(role):
        yield one_sided(Matter.BODY, " ".join(role), is_new)


def _role_at_end(words: list[str]) -> list[str]:
    """Return the only role of an alternative if it ends with one: `or asks the Deputy`."""
    ends = [place for place, word in enumerate(words) if word.lower() in _BEFORE_A_ROLE]
    before, role = (words[: ends[-1]], words[ends[-1] + 1 :]) if ends else (words[:1], words[1:])
    names_others = any(is_agent(word) or word[0].isupper() for word in before)
    return [] if names_others or len(words) > _MOST_WORDS else role


def _may_name_a_role(words: set[str]) -> bool:
    """Return whether words that only one text has may be a role."""
    return 0 < len(words) <= _MOST_WORDS and any(
        word[0].isupper() or is_agent(word) or lexicon.is_person(word.lower()) for word in words
    )


def _is_small(before: list[str], after: list[str]) -> bool:
    """Return whether only words without content, or figures, differ."""
    words = [word.lower() for word in (*before, *after)]
    return all(word in EMPTY or word in WORDS_FOR or word.isdecimal() for word in words)


def _is_role(words: list[str]) -> bool:
    """Return whether the words are a role: they act, or have capitals like a name."""
    text = " ".join(words)
    return (
        0 < len(words) <= _LONGEST_ROLE
        and text.lower() not in _PRONOUNS
        and words[0].lower() != "for"
        and not (len(words) > 1 and is_deed(words[0]) and _IS_VERB.fullmatch(words[0]))
        and _NO_ROLE.isdisjoint(word.lower() for word in words[1:])
        and (
            is_agent(text)
            or (lexicon.is_person(words[-1].lower()) and words[-1] not in _TOOLS)
            or (len(words) > 1 and all(word[0].isupper() for word in words))
        )
    )
