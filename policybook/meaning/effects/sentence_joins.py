"""Join two sentences into one, or put a noun for its pronoun, where nobody else can be meant.

Fees end in May. They are low.           Fees, which are low, end in May.
The cook signs. She tells the porter.    The cook signs and tells the porter.
Tutors fill in a form. The form is kept. Tutors fill in a form, which is kept.
When the cook is ready, she rings.       When the cook is ready, the cook rings.

With two people in a sentence, "she" may be either. A condition or a phrase of time may belong to
the words on both sides of "and", so such sentences stay apart.
"""

import re
from collections.abc import Iterator, Sequence

from policybook.meaning.sentences.word_kinds import is_agent
from policybook.text import lexicon

_ANY = frozenset({"he", "she", "they", "it"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_ARTICLES = frozenset("the a an any each every our your their his her its this that".split())
#: "A tenant signs. A tenant pays.": two tenants?
_OTHERS = re.compile(r"(?:an?|one|some|any|another|other|\d+|two|three|four|both)$")
_MODAL = re.compile(r"(?:must|shall|will|should|may|can|cannot)$")
_FINITE = re.compile(rf"(?:is|are|has|have|do|does)$|{_MODAL.pattern}")
#: With these, a rule may hold for some of the words only.
_SCOPE = re.compile(
    r"\b(?:if|when|whenever|where|unless|until|while|because|who|which|that|whose|only|not|no"
    r"|never|none|nobody|few|some|either|but|or|then|so|also)\b|[,;:()]"
)
_PHRASE = re.compile(
    r"\b(?:every|each|within|before|after|until|by|in|on|at|during|from|once|for|per|with"
    r"|without|\w+ly)\b"
)
_LONGEST_SUBJECT, _LONGEST_NOUN = 6, 4


def joined_sentences(first: str, second: str) -> Iterator[str]:
    """Yield the sentences that say both: `Fees, which are low, end in May.`"""
    was, now = first.rstrip(".").split(), second.rstrip(".").split()
    for length in range(1, min(_LONGEST_SUBJECT, len(was) - 1) + 1):
        subject, rest = was[:length], was[length:]
        verb = lexicon.third_person(rest[0]) or rest[0]
        is_verb = _FINITE.match(verb) or lexicon.is_verb(verb)
        tail = _without_subject(now, subject, rest)
        if not is_verb or not tail or _SCOPE.search(" ".join(subject).lower()):
            continue
        name, predicate, told = (" ".join(words) for words in (subject, rest, tail))
        for which in ("who", "which") if _is_somebody(subject[-1]) else ("which",):
            yield f"{name}, {which} {told}, {predicate}."
        if not _SCOPE.search(f"{predicate} {told}".lower()) and not _PHRASE.search(told.lower()):
            yield f"{name} {predicate} and {told}."
    yield from _told_of_last(was, now)


def _told_of_last(was: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """Yield both sentences where the second is about the last thing or person of the first.

    "Tutors fill in a form. The form is kept." and "tutors fill in a form, which is kept".
    """
    if now[:1] != ["The"]:
        return
    for stop in range(2, min(_LONGEST_NOUN, len(now) - 1) + 1):
        noun, tail, verb = now[1:stop], now[stop:], now[stop]
        places = [k for k in range(1, len(was)) if was[k : k + len(noun)] == noun]
        if not places or not (_FINITE.match(verb) or lexicon.third_person(verb)):
            continue
        start = max(0, places[-1] - 2)
        ahead, left = was[start : places[-1]], was[places[-1] + len(noun) :]
        is_person = _is_somebody(noun[-1])
        is_alone = not (left if is_person else _names_another([*was[:start], *left], "it"))
        if is_alone and not _ARTICLES.isdisjoint(map(_plain, ahead)):
            yield f"{' '.join(was)}, {'who' if is_person else 'which'} {' '.join(tail)}."


def _without_subject(
    words: Sequence[str], subject: Sequence[str], rest: Sequence[str]
) -> Sequence[str]:
    """Return the words after a subject, if that is the one of the sentence before, or nothing."""
    lows = [word.lower() for word in words]
    if lows[: len(subject)] == [word.lower() for word in subject]:
        is_same, tail = not _OTHERS.match(lows[0]), words[len(subject) :]
    else:
        one = ("he", "she") if _is_somebody(subject[-1]) else ("it",)
        pronouns = ("they",) if subject[-1].endswith("s") else one
        is_same = lows[0] in pronouns and not _names_another(rest, lows[0])
        tail = words[1:]
    # "Must" would be said of both deeds in one sentence.
    return tail if is_same and (not _MODAL.match(rest[0]) or tail[:1] == rest[:1]) else ()


def _names_another(words: Sequence[str], pronoun: str) -> bool:
    """Return whether a pronoun may mean somebody or something in these words."""
    if pronoun in ("he", "she"):
        return any(map(_is_somebody, words))
    if pronoun == "they":
        return any(word.endswith("s") and not _FINITE.match(word) for word in map(_plain, words))
    nouns = (words[k + 1 : k + 4] for k, word in enumerate(words) if word.lower() in _ARTICLES)
    return any(not any(map(_is_somebody, noun)) for noun in nouns)


def _is_somebody(word: str) -> bool:
    return is_agent(_plain(word)) or lexicon.is_person(_plain(word))


def _plain(word: str) -> str:
    return word.lower().strip(".,;:()'")


def noun_for_pronoun(text: str, other: str) -> str:
    """Return a text with the noun that the other has for its one pronoun, if that is sure."""
    words, others = text.split(), other.split()
    pairs = zip(words, others, strict=False)
    start = next((k for k, (a, b) in enumerate(pairs) if a.lower() != b.lower()), 0)
    end = len(words) - start - 1
    pronoun, noun = _plain(words[start]) if words else "", others[start : len(others) - end]
    key = " ".join(map(_plain, noun)).removesuffix("'s")
    ahead = " ".join(map(_plain, words[:start]))
    is_owner = bool(noun) and noun[-1].endswith("'s")
    if pronoun not in (_OWNERS if is_owner else _ANY) or words[start + 1 :] != others[-end:]:
        return text
    if not key.startswith("the ") or f" {key} " not in f" {ahead} ":
        return text
    left = ahead.replace(key, "", 1).split()
    is_person = is_agent(key)
    is_alone = not any(map(_is_somebody, left)) if is_person else _ARTICLES.isdisjoint(left)
    if not is_alone or (pronoun in ("it", "its")) == is_person:
        return text
    return " ".join([*words[:start], *noun, *words[start + 1 :]])
