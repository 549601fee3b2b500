"""Compare words of force that replace each other where nothing else of a sentence differs.

    Tie: required → optional; is not required → is required     duty made weaker; stronger
    replies → endeavours to reply; undertakes to → tries to     duty made weaker
    A breach will lead to dismissal → could lead                duty made weaker
    is acceptable → is unacceptable; is used → is not used      prohibition added
    is not used → is used if …                                  prohibition lifted

These words are in one table here; a condition may come or go at the end. Phrases before a deed,
such as "may wish to", are in `force_phrases`.
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import product
from typing import NamedTuple

from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.word_kinds import BREACH, is_agent, is_deed
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.similarity import count_common
from policybook.meaning.words.stems import stem
from policybook.text import lexicon


class _Kind(Enum):
    """What words say of a thing; the first three bind more and more."""

    FREE, ADVISED, REQUIRED, ALLOWED, DISCOURAGED, BANNED, DONE, NOT_DONE, TO_DO = range(9)


_BINDING_MORE = (_Kind.FREE, _Kind.ADVISED, _Kind.REQUIRED)
_OPEN = frozenset({_Kind.FREE, _Kind.ALLOWED, _Kind.DISCOURAGED})
_PASSED_ON = r"(?:shared|sent|disclosed|passed on|released|published|e-?mailed|copied|transferred)"
#: Of these it is a ban that they are not passed on; other things need not be.
_DATA = re.compile(
    r"\b(?:data|records?|information|details|images?|photographs?|photos|files|addresses|recordings"
    r"|documents|passwords?|names)\b"
)
#: "This is used", "the following list is used": these describe.
_POINTS = re.compile(r"^(?:this|these|it|they|the following|the (?:term|word|name|phrase))\b")
#: What people use, wear or pass on: where that "is not" done, it is forbidden. "Is not recorded"
#: may say that nobody has to record it.
_DONE = (
    r"(?:used(?= (?:for|on|at|if|unless|where|during|outside|near|to (?!mean|describe|refer)"
    r"|in (?!a way|a manner))\b)"
    r"|worn|eaten|smoked|consumed|sold|lent|flown|parked|lit|photographed|filmed|played"
    r"|opened (?:for|to)"
    rf"|{_PASSED_ON})"
)
#: The same in a sentence of its own: a ban without a word such as "must".
NOT_DONE = re.compile(
    rf"\b(?:is|are) (?:not|never) (?:{_DONE}|brought (?:in|into|on|to)\b|left (?:alone|unattended))"
)
_TABLE: tuple[tuple[_Kind, str], ...] = (
    (
        _Kind.FREE,
        r"(?:not|never|no longer) (?:required|mandatory|compulsory|obligatory)"
        r"|optional|voluntary",
    ),
    (
        _Kind.DISCOURAGED,
        r"(?:strongly )?(?:discouraged|not (?:recommended|advised|encouraged|advisable))",
    ),
    (
        _Kind.BANNED,
        r"(?:not|never|no longer) (?:allowed|permitted|acceptable|appropriate|tolerated|allowable)"
        r"|unacceptable|inappropriate|disallowed|impermissible|intolerable"
        r"|(?:strictly )?(?:prohibited|forbidden|banned)|out of the question|off[ -]limits"
        r"|not to be \w+(?:ed|en|n|t|d)",
    ),
    (_Kind.ADVISED, r"(?:strongly )?(?:recommended|advised|encouraged|advisable)"),
    (_Kind.REQUIRED, r"required|mandatory|compulsory|obligatory"),
    (_Kind.ALLOWED, r"allowed|permitted|acceptable|appropriate|tolerated|allowable"),
    (_Kind.NOT_DONE, rf"(?:not|never|no longer) {_DONE}"),
    (_Kind.DONE, _DONE),
    (_Kind.TO_DO, r"to be \w+(?:ed|en|n|t|d)"),
)
_WORDS = re.compile(
    r"(?:\b(?:is|are|be) |(?<=[:|/–—-] )|^)(?:"
    + "|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _TABLE)
    + r")(?= |[.,;:|)]|$)"
)
#: Before these words nothing is ruled: "where it is appropriate".
_SUBORDINATE = re.compile(
    r"\b(?:if|where|when|whether|unless|that|which|who|what|how|because|until|as|once|while"
    r"|before|after)\b"
    r"[^,;|]*$"
)
#: "It is appropriate to", "wearing shorts is appropriate": of a reply it says what it is like.
_FITS = re.compile(r"\bit $|^(?:\w+ly )?\w+ing\b")
#: What may come or go behind the rest of the sentence.
_TAIL = re.compile(
    r",? (?:if|unless|provided|providing|subject to|only|where|when|except|with|without|after"
    r"|until|at the discretion|as long as|so long as)\b"
)
#: "A room where pupils eat" sets no condition; behind a whole rule these words do.
_SETS_HERE = re.compile(
    r",? (?P<words>where|with|after|at the discretion)\b(?! (?:it|this|there)\b)"
)
_EXCEPT = re.compile(r"\b(?:except(?: for)?|unless|without|other than|apart from)\b")
_ALL = re.compile(r" (?:for|in|on|of|by|at) (?:all|every|any|each) (?P<noun>[a-z]+)$")
_TRIES = (
    r"(?:tries|try|aims?|seeks?|strives?|attempts?|endeavou?rs?"
    r"|(?:does|do) (?:its|their|our|his|her) best|makes? every effort|reserves? the right not) to"
)
_SURELY = r"(?:will|shall|must|undertakes? to|agrees? to|promises? to|commits? to)"
_TRIED = re.compile(rf"{_TRIES} (?P<deed>[a-z-]+)")
_SURE = re.compile(rf"(?:{_SURELY} )?(?P<deed>[a-z-]+)")
#: "Is accountable for", "is kept informed of".
_CHARGED = re.compile(r"(?:(?:is|are) )?(?:responsible|accountable|answerable) for")
_INFORMED = re.compile(
    r"(?:(?:is|are) )?(?:(?:kept )?(?:informed|told|consulted|aware|notified) (?:of|about|on)"
    r"|interested in)|(?:advises?|comments?) on|(?:takes?|shows?) an interest in"
    r"|keeps? an eye on|(?:has|have) sight of"
)
#: "Follow the code", "have regard to the code".
_FOLLOWED = re.compile(
    r"(?:follows?|compl(?:y|ies) with|abides? by|adheres? to|keeps? to|observes?|appl(?:y|ies)"
    r"|acts? on)"
)
_MINDED = re.compile(
    r"(?:(?:has|have|pays?|gives?) (?:due )?regard to|considers?|(?:bears? in mind|refers? to)"
    r"|takes? (?:due |full )?(?:account|note|notice) of|(?:is|are|be) (?:guided|informed) by)"
)
_RULES = re.compile(
    r"(?:the |this |our |its |their |any |all )?(?:[\w'-]+ ){0,3}?(?:guidance|guidelines|code"
    r"|rules?|policy|policies|procedures?|advice|instructions?|standards?|principles?|protocol|plan"
    r"|law|recommendations?|ruling|decisions?|agreement|terms)\b"
)
_HELPER = re.compile(r" (?:is|are|will|shall|must|should)$")
#: "And states", "and may state".
_MAY_DO = re.compile(r"(?:may|can|need not) (?P<deed>[a-z]+)")
_FIGURE = re.compile(r"\d+")
_WHOLE_RELATIVE = re.compile(r" (?:who|which) [\w'-]+(?: [\w'-]+){2,}(?<! and)(?<! or)$")
_MIGHT = re.compile("could|might")
_WILL, _COULD = re.compile("will|shall"), re.compile("could|may|might|can")
_LEADS = re.compile(r"(?:also |always )?(?:lead to|result in|be followed by|mean|incur)\b")
_SANCTION = re.compile(
    r"\b(?:exclusion|dismissal|suspension|expulsion|termination|disciplinary|sanctions?|detention"
    r"|prosecution|removal|fines?|ban)\b"
)


class _Change(NamedTuple):
    """What a stretch of words became, between the same words before and after it."""

    before: str
    old: str
    new: str
    after: str


def force_swaps(was: str, now: str) -> Iterator[Weight]:
    """Yield what words of force do that replace each other in the same sentence."""
    old, new = (" ".join(text.lower().split()).rstrip(".") for text in (was, now))
    for hit, other in product(_WORDS.finditer(old), _WORDS.finditer(new)):
        rests = old[hit.end() :], new[other.end() :]
        is_same = _has_same_rest(*rests) or _requires_all(hit, other, *rests)
        is_same = is_same or (not hit.start() and _frees(hit, other, *rests))
        if is_same and old[: hit.start()] == new[: other.start()]:
            swaps = list(_swap(old[: hit.start()], hit, other))
            yield from swaps
            yield from _unread_condition(*rests) if swaps else ()
            return
    change = find_change(*(_FIGURE.sub("0", text) for text in (old, new)))
    for tried, sure, is_weaker in (
        (change.new, change.old, True),
        (change.old, change.new, False),
    ):
        if _binds_less(change, tried, sure):
            matter = Matter.WEAKER if is_weaker else Matter.STRONGER
            yield replaced(matter, change.old, change.new)


def _has_same_rest(old: str, new: str) -> bool:
    """Return whether the rest of two sentences is the same, but for a condition at the end."""
    short, long = sorted((old, new), key=len)
    return short == long or (long.startswith(short) and bool(_TAIL.match(long, len(short))))


def _requires_all(hit: re.Match[str], other: re.Match[str], old: str, new: str) -> bool:
    """Return whether one side asks for all what the other asks for none of its kind.

    "Not required for claims of less than £10", "required for all claims".
    """
    for match, rest, kind, less in ((hit, old, other, new), (other, new, hit, old)):
        every = _ALL.match(rest)
        if every and match.lastgroup == _Kind.REQUIRED.name and kind.lastgroup == _Kind.FREE.name:
            return every["noun"] in less.split()
    return False


def _frees(hit: re.Match[str], other: re.Match[str], old: str, new: str) -> bool:
    """Return whether a cell of a table says leave where the other says ban, of the whole thing.

    "Not permitted before noon", "permitted if plain". "Permitted on Fridays" is of another part.
    """
    ban, leave = (old, new) if hit.lastgroup == _Kind.BANNED.name else (new, old)
    if {hit.lastgroup, other.lastgroup} != {_Kind.BANNED.name, _Kind.ALLOWED.name}:
        return False
    is_whole = not leave or not ban or _TAIL.match(leave) is not None
    parts = _EXCEPT.split(ban, maxsplit=1)
    return is_whole and "only" not in leave and not (_words(parts[-1]) & _words(leave))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}|\bpe\b", text)) - {"the", "for", "and"}


def _unread_condition(old: str, new: str) -> Iterator[Weight]:
    """Yield a condition at the end of one rest whose words set none elsewhere."""
    short, long = sorted((old, new), key=len)
    if hit := _SETS_HERE.match(long, len(short)):
        yield one_sided(Matter.CONDITION, hit["words"], is_new=long is new)


def _swap(before: str, hit: re.Match[str], other: re.Match[str]) -> Iterator[Weight]:
    """Yield what one word of the table does in the place of another."""
    was, now = _Kind[str(hit.lastgroup)], _Kind[str(other.lastgroup)]
    if was is now or _SUBORDINATE.search(before) or not _may_rule(before, hit, other):
        return
    if was in _BINDING_MORE and now in _BINDING_MORE:
        is_more = _BINDING_MORE.index(now) > _BINDING_MORE.index(was)
        yield replaced(Matter.STRONGER if is_more else Matter.WEAKER, hit[0], other[0])
    elif {was, now} == {_Kind.ALLOWED, _Kind.REQUIRED}:
        is_more = now is _Kind.REQUIRED
        yield replaced(Matter.STRONGER if is_more else Matter.WEAKER, hit[0], other[0])
    elif (was, now) == (_Kind.DONE, _Kind.NOT_DONE) or (was in _OPEN and now is _Kind.BANNED):
        yield replaced(Matter.PROHIBITED, hit[0], other[0])
    elif {was, now} == {_Kind.TO_DO, _Kind.BANNED} and _negates(hit[0], other[0]):
        matter = Matter.LIFTED if now is _Kind.TO_DO else Matter.PROHIBITED
        yield replaced(matter, hit[0], other[0])
    elif (was, now) == (_Kind.NOT_DONE, _Kind.DONE) or (was is _Kind.BANNED and now in _OPEN):
        yield replaced(Matter.LIFTED, hit[0], other[0])


def _negates(was: str, now: str) -> bool:
    """Return whether one of two verbs is the other with a "not": "are not to be used"."""
    return was.replace(" not ", " ") == now.replace(" not ", " ")


def _may_rule(before: str, hit: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether what is said is surely a rule of what is named before it."""
    if "appropriate" in f"{hit[0]} {other[0]}":
        return _FITS.search(before) is not None
    if "DONE" not in f"{hit.lastgroup}":
        return True
    is_ruled = not re.search(_PASSED_ON, hit[0]) or _DATA.search(before) is not None
    is_same = hit[0].rsplit(" ", 1)[-1] == other[0].rsplit(" ", 1)[-1]
    return is_same and is_ruled and not _POINTS.match(before)


def find_change(old: str, new: str) -> _Change:
    """Return the one stretch of words in which two sentences differ."""
    olds, news = old.split(), new.split()
    start = count_common(olds, news)
    end = count_common(reversed(olds[start:]), reversed(news[start:]))
    was, now = (" ".join(side[start : len(side) - end]) for side in (olds, news))
    return _Change(" ".join(olds[:start]), was, now, " ".join(olds[len(olds) - end :]))


def _binds_less(change: _Change, tried: str, sure: str) -> bool:
    """Return whether one stretch leaves open what the other says will be done."""
    if _WILL.fullmatch(sure) and _COULD.fullmatch(tried) and _LEADS.match(change.after):
        return bool(BREACH.search(change.before) or _SANCTION.search(change.after))
    if _WILL.fullmatch(sure) and _MIGHT.fullmatch(tried) and is_agent(change.before):
        return is_deed(change.after.split(" ", 1)[0])
    if _CHARGED.fullmatch(sure) and _INFORMED.fullmatch(tried):
        return is_agent(_HELPER.sub("", change.before))
    if _FOLLOWED.fullmatch(sure) and _MINDED.fullmatch(tried) and _RULES.match(change.after):
        return is_agent(_HELPER.sub("", change.before))
    leave = _MAY_DO.search(tried)
    if leave and change.before.endswith(" and") and sure.partition(" ")[0].endswith("s"):
        is_theirs = any(
            is_agent(word) or lexicon.is_person(word) for word in change.before.split()[:4]
        )
        return is_theirs and lexicon.third_person(sure.partition(" ")[0]) == leave["deed"]
    # "The person who takes the call undertakes to": the clause is over.
    before = _WHOLE_RELATIVE.sub("", change.before)
    if not before or _SUBORDINATE.search(before):
        return False
    attempt = _TRIED.fullmatch(tried)
    deed = _SURE.fullmatch(sure)
    if attempt and deed:
        return stem(attempt["deed"]) == stem(deed["deed"])
    # The verb is in both sentences: "undertakes to protect", "endeavours to protect".
    return any(
        bool(re.fullmatch(_TRIES, f"{tried}{to}")) and bool(re.fullmatch(_SURELY, f"{sure}{to}"))
        for to in ("", " to" if change.after.startswith("to ") else "")
    )
