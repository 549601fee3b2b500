"""Read the conditions of a sentence: when, for whom and how far it holds.

if, when, provided that, where one is free      the rule holds only then
unless, except, with these exceptions           the rule does not hold then
only                                            and in no other case
where practicable, if warranted                 only as far as that
This does not apply to …; … may do so           an exception in a sentence of its own
"""

import re
from functools import lru_cache
from typing import NamedTuple

from policybook.meaning.words.similarity import EMPTY, words

_AS_FAR = (
    r"(?:possible|practicable|practical|appropriate|necessary|applicable|warranted|needed"
    r"|required|feasible|available|relevant|suitable)"
)
#: "Without pay" says how, and sets no condition.
_TERMS = (
    r"(?:(?:undue |further |unreasonable )?delay|limit\w*|pay|payment|wages|salary|remuneration"
    r"|compensation|(?:extra |additional |further )?(?:charge|cost|fee|reward|interest)s?|cause"
    r"|(?:giving )?(?:a )?reasons?|exception|prejudice|discrimination|fear|loss|difficulty)\b"
)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "as far as",
        rf"\b(?:where(?:ver)?|when(?:ever)?|if|as far as|so far as|(?<!soon |well )(?<!ly )as"
        rf"|unless)(?: it is| this is| is| they are)?(?: reasonably| otherwise)? {_AS_FAR}\b"
        r"|\b(?:where|when|if|as) (?:time|space|resources|funds|funding|staffing|the weather)"
        r" (?:allows?|permits?)\b|\b(?:time|weather|space|funds) permitting\b"
        r"|\breasonabl[ey]\b(?! (?:attempts?|efforts?|endeavours?|steps)\b)"
        r"|\bas far as\b|\bso far as\b",
    ),
    (
        "unless",
        r"\bunless\b|\bexcept(?:ing)?(?: for| where| when| in| as)?\b|\bother than\b"
        r"|\bwith (?:the|these|this|one|two) (?:following )?exceptions?\b|\bapart from\b"
        r"|(?<!\bto )\bsave (?:with|where|when|as) (?:the|an?|otherwise|that)\b"
        r"|\bwith the exception of\b|\bexcluding\b|(?<=, )save (?:in|for|where|when|that|those)\b"
        r"|\b(?:but|although|though|however)\b"
        r"(?= [^.;]*\b(?:is|are|remains?) (?:allowed|permitted|acceptable|welcome|exempt)\b)",
    ),
    (
        "only",
        r"(?<!the )(?<!an )(?<!our )\bonly\b(?: (?:if|when|where|after|with|for|by|to)\b)?"
        r"|\bsolely\b|\bexclusively\b|\b(?:is|are|be) (?:restricted|confined) to\b",
    ),
    (
        "if",
        r"\b(?:(?<!% )(?<!even )if|provided that|providing that|(?<=, )provided"
        r"|provided (?=(?:they|he|she|you|we|there) )|on (?:the )?condition that"
        r"|as long as|so long as|in (?:any |all )?cases where|in (?:the )?case|in the event"
        r"|subject to)\b"
        r"|\b(?:on|upon) (?:not )?(?:\w+[^aeiou]|be|see|buy|pay|play)ing\b(?! of)"
        r"|^should (?!not\b)|(?<!\bnor )\bshould (?=(?:they|it|he|she|you|we|there|any|an?|the) )"
        r"|(?<!even )(?<!occasion )(?<!occasions )(?<!situations )\bwhen(?:ever)?\b(?! and where)"
        r"|^once\b(?! (?:an?|per|every|each|in|more)\b)"
        r"|\bonce (?=(?:an?|the|they|it|he|she|you|we|all|both) (?!day|week|month|term|year)"
        r"(?:[\w-]+ ){0,3}(?:has|have|is|are)\b)|\b(?:on|upon) request\b"
        r"|\b(?:in|after) consultation with\b|\bafter consulting\b"
        r"|\bin (?:an|any|all) emergenc(?:y|ies)\b"
        r"|\bin (?:the absence of|(?:his|her|their|(?:the )?[\w-]+(?:'s|s')) absence)\b"
        r"|^where(?:ver)?\b|\bwherever\b"
        r"|\bwhere (?=(?:the |an? |their |its )?[\w' -]{2,40}? (?:requires?|allows?|permits?|needs?"
        r"|asks? for|demands?) (?:it|this|so|one)\b)"
        r"|(?<!is )\bwhere (?=(?:one|this|it|there|they|he|she|you|we|no|either)\b)",
    ),
    ("without", rf"(?<!with or )\bwithout\b(?! (?:any )?{_TERMS})"),
    ("until", r"\b(?:until|till)\b"),
)
_CONDITION = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_KINDS)))
#: "Say when", "ask if": what is said or asked, no condition.
_ASKS = re.compile(
    r"\b(?:say|says|tell|tells|know|knows|decide|decides|show|shows|ask|asks|explain|explains"
    r"|consider|considers|see|check|checks|find out|what|of|about) "
    r"(?:us |them |you |him |her )?$"
)
#: "A note on when the club meets"; not "keep it on if it is silent", nor "on as long as".
_NOTE_ON = re.compile(r"\bon $")
#: "We would be grateful if": a request.
_POLITE = re.compile(r"\b(?:grateful|appreciate it|appreciated|helpful|kind|best|good) $")
#: "One date only" says how many.
_SO_MANY = re.compile(r"\b(?:one|two|three|four|five|\d+) [\w-]+ $")
#: These need no words behind them.
_WHOLE = re.compile(r"\b(?:request|absence|emergency|emergencies)$")
_EXCEPTION = re.compile(
    r"\b(?:does|do|shall|will) not apply\b|\b(?:may|can) do (?:so|this|that)\b(?! by\b)"
    r"|(?<!you )\b(?:is|are) exempt(?:ed)?(?= from\b|[.;,]?$)"
    r"|\b(?:is|are) (?:an? )?(?:excepted|exceptions?)\b|\bexceptions? (?:is|are)\b"
)


class Condition(NamedTuple):
    """A condition: its kind, the words that set it, and the content words of what it says."""

    kind: str
    words: str
    content: frozenset[str]


@lru_cache(maxsize=1 << 12)
def read_conditions(plain: str) -> tuple[Condition, ...]:
    """Return the conditions of a sentence in its plain form."""
    low = plain.lower()
    hits = [
        hit
        for hit in _CONDITION.finditer(low)
        if not (_kind(hit) == "if" and _is_asked(low[: hit.start()], hit[0]))
        and not (hit[0] == "if" and _POLITE.search(low[: hit.start()]))
        and not (hit[0] == "only" and _SO_MANY.search(low[: hit.start()]))
    ]
    if not hits:
        return ()
    ends = [*(hit.start() for hit in hits[1:]), len(low)]
    found = (
        Condition(
            _kind(hit),
            hit[0].strip(", "),
            frozenset(words(re.split(r",\s", low[hit.end() : end])[0])) - EMPTY - {"cannot"},
        )
        for hit, end in zip(hits, ends, strict=True)
    )
    # "When" alone is the head of a column.
    return tuple(
        one for one in found if one.content or one.kind != "if" or _WHOLE.search(one.words)
    )


def _is_asked(before: str, words: str) -> bool:
    """Return whether a text says or asks when something is so: that sets no condition."""
    if words.startswith(("as long", "so long", "provid")):
        return False
    return bool(_ASKS.search(before) or (words.startswith("whe") and _NOTE_ON.search(before)))


def _kind(hit: re.Match[str]) -> str:
    """Return the kind of a hit."""
    return _KINDS[int(str(hit.lastgroup)[1:])][0]


def find_exception(plain: str) -> str:
    """Return the words by which a sentence makes an exception from the one before it, if any."""
    hit = _EXCEPTION.search(plain.lower())
    return hit[0] if hit else ""
