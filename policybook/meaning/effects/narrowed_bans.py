"""Say that a ban was lifted in part, or was made wider: hardly anything else may differ.

must not be worn in any year group → in Years 7 to 9     the ban is narrower
shall not accept any gift → any gift worth over £25      the ban is narrower
will not publish photographs of a child → a child's face the ban is narrower
No pupil may leave → Pupils in Year 11 may leave         some may do it now
"""

import re
from collections.abc import Iterator

from policybook.meaning.effects.force_words import find_change
from policybook.meaning.effects.weight_values import one_sided, replaced
from policybook.meaning.sentences.plain_forms import plain_form
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.sentences.word_kinds import HEDGE, REVERSAL
from policybook.meaning.types import OTHER_WORDS, Matter, Weight
from policybook.meaning.words.similarity import words
from policybook.meaning.words.stems import stem

_ALL = re.compile(r"(?:\w+ )?(?:any|all|every|each|the whole)\b(?: (?!and\b|or\b)[\w'-]+){1,5}")
#: What says as much as "any": no part of it.
_NO_PART = re.compile(r"\b(?:any|all|every|each|no|whole|anyone|anywhere|other|others)\b")
_ABOVE = re.compile(
    r"(?:(?:that (?:is|are) )?(?:worth|valued at|costing|of|with a value of) )?"
    r"(?:more than|over|above|exceeding|in excess of|longer than|at least) [£$€]?\d[\w.,%£ ]*"
)
_POSSESSIVE = re.compile(r"(?P<owner>[\w-]+)'s? [\w-]+(?: [\w-]+)?")
_ONLY = re.compile(r"\b(?:only|solely|unless|except)\b")
#: With these a ban may say the same as the duty: "must not be kept outside the safe".
_ELSE = re.compile(
    r"\b(?:outside|other|elsewhere|without|except|unless|until|before|after|only|anywhere|un\w+)\b"
)
_ALLOWED = re.compile(r"may|can|(?:is|are) (?:allowed|permitted)(?: to)?")
#: The share of a ban's words that must be in the sentence that allows some of it.
_MIN_KEPT = 0.5


def narrowed_bans(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield a ban that holds for less, or for more, than before."""
    if hedge := _hedge(was, now):
        yield one_sided(Matter.WEAKER if hedge[1] else Matter.STRONGER, *hedge)
    elif was.forbids and now.forbids and was.verb == now.verb and was.nots == now.nots:
        old, new = (" ".join(one.text.lower().split()).rstrip(".") for one in (was, now))
        change = find_change(old, new)
        if _is_part(change.old, change.new, change.before):
            yield from _ban(Matter.LIFTED, change.old, change.new)
        elif _is_part(change.new, change.old, change.before):
            yield from _ban(Matter.PROHIBITED, change.old, change.new)
    elif was.forbids != now.forbids:
        ban, leave = (was, now) if was.forbids else (now, was)
        if _allows_some(ban, leave):
            matter = Matter.LIFTED if ban is was else Matter.PROHIBITED
            yield replaced(matter, *((one.verb or one.duty.deed) for one in (was, now)))
            if was.stems != now.stems:
                yield OTHER_WORDS
        elif now.forbids and _bans_another_way(now, was):
            yield from _ban(Matter.PROHIBITED, was.duty.deed, now.verb)


def _hedge(was: SentenceMeaning, now: SentenceMeaning) -> tuple[str, bool] | None:
    """Return "usually" if only one of two bans has it and they say the same, and which has it."""
    hits = [HEDGE.search(one.text.lower()) for one in (was, now)]
    old, new = (
        words(re.sub(r"\bnever\b", "not", HEDGE.sub(" ", plain_form(one.text).lower())))
        for one in (was, now)
    )
    if (
        any(map(REVERSAL.match, was.stems))
        or old != new
        or "not" not in old
        or bool(hits[0]) == bool(hits[1])
    ):
        return None
    return next(hit[0] for hit in hits if hit), hits[1] is not None


def _ban(matter: Matter, old: str, new: str) -> Iterator[Weight]:
    """Yield the weight of words that say what a ban is of; a reader must see the rest."""
    yield replaced(matter, old, new)
    yield OTHER_WORDS


def _is_part(whole: str, part: str, before: str) -> bool:
    """Return whether the words of one ban are a part of what the other's say."""
    if not whole:
        return _ABOVE.fullmatch(part) is not None
    if _ALL.fullmatch(whole) and part:
        return not _NO_PART.search(part)
    hit = _POSSESSIVE.fullmatch(part)
    return hit is not None and whole == hit["owner"] and not before.endswith(" by")


def _bans_another_way(ban: SentenceMeaning, done: SentenceMeaning) -> bool:
    """Return whether a sentence forbids a way of what the other says is done.

    "Calls are taken in a private room" → "calls must not be taken in public".
    """
    texts = ban.text.lower(), done.text.lower()
    passive = done.duty.deed.rpartition(" ")[2]
    if done.is_modal or done.duty.agent or _ELSE.search(" ".join(texts)):
        return False
    subjects = texts[0].partition(f" {ban.verb} ")[0], texts[1].partition(f" {done.duty.deed}")[0]
    return subjects[0] == subjects[1] and ban.duty.deed == passive != ""


def _allows_some(ban: SentenceMeaning, leave: SentenceMeaning) -> bool:
    """Return whether a sentence allows some people, or in part, what the other forbids."""
    if not _ALLOWED.fullmatch(leave.verb) or not leave.duty.agent or leave.nots:
        return False
    # Guests may not vote, members may: two rules.
    if "…" not in ban.verb and not set(ban.subject) <= set(leave.stems):
        return False
    if not ban.is_modal or _ONLY.search(f"{ban.text} {leave.text}".lower()):
        return False
    deed = stem(ban.duty.deed) or ""
    kept = (ban.stems & leave.stems).total()
    return deed in leave.stems and kept >= _MIN_KEPT * ban.stems.total()
