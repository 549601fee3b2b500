"""Say whether a duty or a ban covers more or less.

Staff check every pass.             →  some passes, a sample of the passes   duty made weaker
At least one driver must be sober.  →  All drivers must be sober.            duty made stronger
The clerk writes to every member.   →  … to members who are chosen.          duty made weaker

`list_members` compares lists.
"""

import re
from collections import Counter
from collections.abc import Iterator

from policybook.meaning.effects.force_words import find_change
from policybook.meaning.effects.weight_values import replaced
from policybook.meaning.sentences.reading import SentenceMeaning
from policybook.meaning.types import Matter, Weight
from policybook.meaning.words.stems import stem

_EVERY = frozenset("every all each any always".split())
_SOME = frozenset("sample selection some most many certain sometimes usually normally".split())
#: "At least one member", "one of the drivers".
_ONE_OF = re.compile(r"\b(?:at least one|(?:any )?one of|one member of)\b")
#: "Every applicant", "applicants who are chosen".
_WHOLE = re.compile(r"(?:every|all|each|any) (?:of )?(?:the |our )?(\w+)")
_PART = re.compile(r"(?:the |those |only |some )*(\w+) (?:who|whom|that|which|whose) [^,;:]+")
_MORE = re.compile(r".*\b(?:every|all|each|any) \w+@(?:who|whom|that|which|whose) [^,;:]+")
_TOKEN = re.compile(r"[\w'’-]+|[,;]")


def scope_changes(was: SentenceMeaning, now: SentenceMeaning) -> Iterator[Weight]:
    """Yield that a duty or a ban covers more or less, where nothing else of it changed."""
    if was.force is None or was.duty[:2] != now.duty[:2] or was.negations != now.negations:
        return
    old, new = (Counter(_TOKEN.findall(one.text.lower())) for one in (was, now))
    lost, won = (old - new).keys(), (new - old).keys()
    if (every := _EVERY & lost) and (some := _SOME & won):
        yield replaced(_less(was.forbids), min(every), min(some))
    elif (some := _SOME & lost) and (every := _EVERY & won):
        yield replaced(_more(was.forbids), min(some), min(every))
    elif (one := _ONE_OF.search(was.text.lower())) and "all" in won:
        yield replaced(_more(was.forbids), one[0], "all")
    elif (one := _ONE_OF.search(now.text.lower())) and "all" in lost:
        yield replaced(_less(was.forbids), "all", one[0])
    elif was.force:
        change = find_change(*(text.text.lower().rstrip(".") for text in (was, now)))
        if _is_part(change.before, change.old, change.new):
            yield replaced(_less(was.forbids), change.old, change.new)
        elif _is_part(change.before, change.new, change.old):
            yield replaced(_more(was.forbids), change.old, change.new)


def _is_part(before: str, whole: str, part: str) -> bool:
    """Return whether one stretch names all of a kind, and the other only some of it."""
    if not whole:
        return _MORE.fullmatch(f"{before}@{part}") is not None
    every, some = _WHOLE.fullmatch(whole), _PART.fullmatch(part)
    return every is not None and some is not None and stem(every[1]) == stem(some[1])


def _less(forbids: bool) -> Matter:
    return Matter.LIFTED if forbids else Matter.WEAKER


def _more(forbids: bool) -> Matter:
    return Matter.PROHIBITED if forbids else Matter.STRONGER
