"""Words without their endings, so that `parents are told` and `a parent is told` are alike."""

import re
from collections import Counter
from functools import lru_cache

from policybook.meaning.words import role_patterns, terms
from policybook.meaning.words.number_words import WORDS_FOR
from policybook.meaning.words.similarity import EMPTY, words

# "Sending" has an ending; "ring" and "shed" have none.
_ENDING = re.compile(r"(?:ies|es|s|(?<=[aeiouy]\w)(?:ed|ing)|(?<=[aeiouy]\w\w)(?:ed|ing))$")


@lru_cache(maxsize=1 << 13)
def stem(word: str) -> str | None:
    """Return a word without endings of number and tense, in one spelling; None for a small word.

    `unauthorized` and `unauthorised` are the same.
    """
    if word in EMPTY:
        return None
    word = WORDS_FOR.get(word, word)
    # "Employees" is "employee", not "employ".
    word = word.removesuffix("s") if word.endswith("ees") else word
    cut = _ENDING.sub("", word) if len(word) > 3 else word
    cut = re.sub(r"[ey]$", "", cut)
    return cut.replace("z", "s")


@lru_cache(maxsize=1 << 12)
def content_stems(text: str) -> Counter[str]:
    """Return how often each content word occurs, in one spelling."""
    plain = role_patterns.ROLE.sub(
        lambda hit: terms.role(hit[0]).replace("/", " "), text.lower().replace("'", "")
    )
    return Counter([found for found in map(stem, words(plain)) if found is not None])


@lru_cache(maxsize=1 << 12)
def telling_stems(text: str) -> Counter[str]:
    """Return how often each content word occurs, but no figures: these recur by chance."""
    stems = content_stems(text).items()
    return Counter({word: count for word, count in stems if not word.isdecimal()})


def says_the_same(old: str, new: str) -> bool:
    """Return whether both texts have the same content words.

    Small words, form and order do not count. People and numbers count in any spelling.
    """
    a, b = content_stems(old), content_stems(new)
    unlike = sorted(dict(a.items() ^ b.items()))
    gone, come = (
        [word * (a[word] - b[word]) for word in unlike],
        [word * (b[word] - a[word]) for word in unlike],
    )
    return "".join(gone) == "".join(come)


_PLURAL_ROLE = re.compile(r"(?:s|children|people|families)$|^members")


@lru_cache(maxsize=1 << 12)
def _content_forms(text: str) -> Counter[str]:
    """Return how often each content word occurs in each form: `form`, `forms`."""
    plain = role_patterns.ROLE.sub(_role_form, text.lower())
    every = (WORDS_FOR.get(word, word) for word in words(plain) if word not in EMPTY)
    return Counter(word.replace("z", "s") for word in every)


def _role_form(hit: re.Match[str]) -> str:
    """Return one name for a role, which says whether these are several people."""
    name = terms.role(hit[0]).replace("/", " ")
    return f"{name} people" if _PLURAL_ROLE.search(hit[0]) else name


def has_same_forms(old: str, new: str) -> bool:
    """Return whether no content word is in another form: `a pupil`, `pupils`; `paid`, `pays`.

    Number and tense say who, how many and when.
    """
    a, b = _content_forms(old), _content_forms(new)
    gone, come = (
        "".join(word * count for word, count in sorted(side.items())) for side in (a - b, b - a)
    )
    return gone == come


#: Small words that change a rule where one replaces the other, and those that say who acts.
_TURNS = (("and", "or"), ("in", "out"), ("into", "out"), ("to", "from"), ("on", "up"), ("by", "to"))
_WHO = frozenset("i we you they he she our your their his her us them me".split())


def turns_round(old: str, new: str) -> bool:
    """Return whether a small word of one text is replaced by one that changes the rule.

    "Sign in" and "sign out", "the head and the chair" and "the head or the chair", "we pay" and
    "you pay" are not the same.
    """
    a, b = Counter(words(old)), Counter(words(new))
    gone, come = (a - b).keys(), (b - a).keys()
    if any((x in gone and y in come) or (y in gone and x in come) for x, y in _TURNS):
        return True
    return bool(gone & _WHO) and bool(come & _WHO) and not (a & b).keys() & {"you", "we"}


def has_same_order(old: str, new: str) -> bool:
    """Return whether the content words of both texts first come in the same order.

    "Call 999, then the office" and "call the office, then 999" have not.
    """
    olds, news = list(content_stems(old)), list(content_stems(new))
    both = set(olds) & set(news)
    return [word for word in olds if word in both] == [word for word in news if word in both]
