"""Find a role that no list has, where one sentence has it and the other has another, or none.

    The bursar signs.             →  The treasurer signs.             bursar → treasurer
    The Finance Committee meets.  →  The Audit Committee meets.       Finance → Audit Committee
    Show it to the driver.        →  Show it to the driver or escort. escort added

Two names in capitals that name nobody are no people: "Sensitive Data", "The Short Version".
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.word_kinds import is_agent, is_deed
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words import terms
from policybook.meaning.words.number_words import WORDS_FOR
from policybook.meaning.words.similarity import EMPTY, count_common
from policybook.meaning.words.stems import content_stems, stem
from policybook.text import lexicon

_LIST_WORD = re.compile(r"\b(?!(?:and|or)\b)[\w'’-]+")
_WORD = re.compile(r"[\w'’@.+-]*\w")
#: A dictionary has these as people, too.
_TOOLS = frozenset({"printer", "toaster", "scanner", "computer", "counter", "speaker", "charger"})
#: "A heater": no person if no dictionary has it as one.
_TOOL = re.compile(r"[a-z]+(?:er|or)s?$")
#: "A deputy whom the head names": the role ends before these.
_RELATIVE = frozenset("who whom whose that which he she they it".split())
_LONGEST_ROLE, _MOST_WORDS = 5, 8
#: "Leave their phones at reception" and "wait for the guard" are no roles.
_NO_ROLE = frozenset("our your his her their its the a an to for".split())
#: Names of bodies, if they are in capitals.
_OF_A_NAME = frozenset({"Foundation", "Group", "Company", "Federation", "Alliance", "Charity"})
#: "Tell parents" is no role; "a trained first aider" is.
_IS_VERB = re.compile(r"[a-z]+(?<!ed)")
_BEFORE_A_ROLE = frozenset(
    """
    the a an by to from tell ask inform all any every each our your his her their its of and or
    with
    """.split()
)
#: "Or, in her absence, the deputy".
_ASIDE = re.compile(r"\b(and|or), [^,;:.]+, (?=(?:the|an?|another|his|her|their) )")
PRONOUNS = frozenset(
    ("we", "you", "they", "he", "she", "i", "who", "everyone", "anyone", "nobody", "none")
)
ARTICLES = frozenset({"the", "a", "an", "any"})
#: These replace each other in texts about the same people.
_SAME_PEOPLE = (frozenset({"customer", "client"}), frozenset({"delegate", "attendee"}))


def replaced_person(old: str, new: str, was: str, now: str) -> Iterator[Weight]:
    """Yield that a person of one sentence replaces one of the other; one may be empty.

    Of two names for the same people, one goes, and another person comes. Other words for the same
    people are no change.
    """
    if old and new and (_is_alternative(old, was) or _is_alternative(new, now)):
        yield one_sided(Matter.BODY, old, is_new=False)
        yield one_sided(Matter.BODY, new, is_new=True)
    elif not _are_the_same(old, new):
        yield replaced(Matter.BODY, old, new)


def _is_alternative(name: str, text: str) -> bool:
    """Return whether a person stands beside another name for the same: `delegates/attendees`."""
    before, _, after = text.partition(name)
    return before.endswith("/") or after.startswith("/")


def _are_the_same(old: str, new: str) -> bool:
    """Return whether two names are of the same people: `customers` and `clients`."""
    pair = {name.lower().rpartition(" ")[2].removesuffix("s") for name in (old, new)}
    return any(pair <= same for same in _SAME_PEOPLE)


def other_role(was: str, now: str) -> Iterator[Weight]:
    """Yield a role of no list that stands where the other sentence has another one, or none."""
    olds, news = (_WORD.findall(_ASIDE.sub(r"\1 ", text)) for text in (was, now))
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
        side, start, end = (olds, i1, i2) if before else (news, j1, j2)
        yield from _joined_role(_from_join(side, start, end), is_new=bool(after))
        return
    if content_stems(" ".join(before)) == content_stems(" ".join(after)):
        return
    # "The setting" and "the settings": how many is for the reader.
    if before[-1].lower().removesuffix("s") == after[-1].lower().removesuffix("s"):
        return
    starts = i1 == 0 or olds[i1 - 1].lower() in _BEFORE_A_ROLE or before[0].lower() in ARTICLES
    before, after = _without_articles(before), _without_articles(after)
    rest = _rest_of_name(olds[i2:])
    if rest and all(word[0].isupper() for word in (*before, *after)):
        before, after = [*before, *rest], [*after, *rest]
    old, new = " ".join(before), " ".join(after)
    if starts and _is_role(before) and _is_role(after):
        yield from replaced_person(old, new, was, now)


def role_in_place(was: str, now: str) -> Iterator[Weight]:
    """Yield the whole role or name that stands alone in the place of another.

    A name is a person where it follows a role: "The deputy is Ada Byron".
    """
    olds, news = was.rstrip(" .").split(), now.rstrip(" .").split()
    start = count_common(olds, news)
    left = min(len(olds), len(news)) - start
    end = min(left, count_common(olds[::-1], news[::-1]))
    before, after, rest = (
        olds[start : len(olds) - end],
        news[start : len(news) - end],
        olds[len(olds) - end :],
    )
    if not before or not after or (rest and _acts(rest[0].strip(",;:"))):
        return
    ahead = [word.strip(",:(") for word in olds[:start] if word not in ("is", "are", ":", "-")]
    if ahead and _acts(ahead[-1].lower()) and _is_name(before) and _is_name(after):
        yield replaced(Matter.BODY, " ".join(before), " ".join(after))
        return
    before, after = _without_articles(before), _without_articles(after)
    stems = [content_stems(" ".join(side)).keys() for side in (before, after)]
    keys = [{term.key for term in terms.bodies(" ".join(side))} for side in (before, after)]
    is_alike = not stems[0].isdisjoint(stems[1]) or not keys[0].isdisjoint(keys[1])
    starts = not ahead or ahead[-1].lower() in _BEFORE_A_ROLE
    are_long = max(len(before), len(after)) > 1 and starts and not is_alike
    # "The lead first aider" leads nobody.
    is_noun = ahead != [] and ahead[-1].lower() in ARTICLES
    if are_long and all(_is_role(side, is_noun) and _is_one(side) for side in (before, after)):
        yield from replaced_person(" ".join(before), " ".join(after), was, now)


def _is_one(words: Sequence[str]) -> bool:
    """Return whether the words are one role, with nobody beside it."""
    low = {word.lower() for word in words}
    return low.isdisjoint(_RELATIVE | {"and", "or", "not", "by", "to"}) and not any(
        sign in word for word in words for sign in ",;:/()"
    )


def _is_name(words: Sequence[str]) -> bool:
    return 1 < len(words) < 5 and all(word[0].isupper() and word.isalpha() for word in words)


def listed_role(was: str, now: str) -> Iterator[Weight]:
    """Yield a role that a list of people has in one text only."""
    for short, long, is_new in ((was, now, True), (now, was, False)):
        fewer, more = (_LIST_WORD.findall(text) for text in (short, long))
        start = count_common(fewer, more)
        end = count_common(fewer[::-1], more[::-1])
        extra = more[start : start + len(more) - len(fewer)]
        if len(more) <= len(fewer) or start + end < len(fewer) or not start:
            continue
        role = _without_articles(extra)
        joined = re.search(rf"(?:,|\band|\bor) (?:the |an? )?{re.escape(' '.join(role))}\b", long)
        if joined and _acts(more[start - 1].lower()) and _is_role(role) and _is_one(role):
            yield one_sided(Matter.BODY, " ".join(role), is_new)
            return


def _rest_of_name(words: Sequence[str]) -> list[str]:
    """Return the words in capitals that end the name of a body: `Committee`."""
    rest = list(takewhile(lambda word: word[0].isupper(), words))
    return rest if rest and is_agent(rest[-1]) else []


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
    return words[1:] if len(words) > 1 and words[0].lower() in ARTICLES else words


def _from_join(words: list[str], start: int, end: int) -> list[str]:
    """Return the words that came, from the "and" or "or" that joins them.

    In "the head or the deputy head may" either head may be the one that was there before.
    """
    while words[start] not in ("and", "or") and words[start : start + 1] == words[end : end + 1]:
        start, end = start + 1, end + 1
    return words[start:end]


def _joined_role(words: list[str], is_new: bool) -> Iterator[Weight]:
    """Yield a role that "and" or "or" adds: `and her deputy`."""
    join, *rest = words
    role = list(takewhile(lambda word: word.lower() not in _RELATIVE, rest))
    # "Racist or sexist words" and "lead or guide pupils" name nobody.
    acts = any(is_agent(word) or word[0].isupper() for word in role)
    if not role or not (acts or role[0].lower() in ARTICLES):
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
        word[0].isupper() or _acts(word) or lexicon.is_person(word.lower()) for word in words
    )


def _acts(words: str) -> bool:
    """Return whether words name somebody: "team leader", "team-leader"."""
    return is_agent(words) or is_agent(words.replace("-", " "))


def _is_small(before: list[str], after: list[str]) -> bool:
    """Return whether only words without content, or figures, differ."""
    words = [word.lower() for word in (*before, *after)]
    return all(word in EMPTY or word in WORDS_FOR or word.isdecimal() for word in words)


def _is_role(words: list[str], is_noun: bool = False) -> bool:
    """Return whether the words, of which a noun may be the first, act or are a body's name."""
    text = " ".join(words)
    return (
        0 < len(words) <= _LONGEST_ROLE
        and text.lower() not in PRONOUNS
        and words[0].lower() != "for"
        and (
            is_noun
            or words[1:2] in ([], ["of"])
            or not (is_deed(words[0]) and _IS_VERB.fullmatch(words[0]))
        )
        and _NO_ROLE.isdisjoint(word.lower() for word in words[1:])
        and (
            (_acts(text) and not (_TOOL.match(words[-1]) and not lexicon.is_person(words[-1])))
            or (lexicon.is_person(words[-1].lower()) and words[-1] not in _TOOLS)
            or (len(words) > 1 and words[-1] in _OF_A_NAME)
        )
    )
