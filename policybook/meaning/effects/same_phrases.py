"""Say one phrase for several that mean the same: a table, a row for each.

annually, each year                   every year
prior to the visit                    before the visit
carries out a check of the doors      checks the doors
members of the committee              committee members
the person who raises a concern       the person raising a concern

Which words are the same depends on their neighbours: "two at once" is not "two immediately",
"tell them to stop" is not "inform them". Words that may differ stay: "in writing" is not "by
letter", and "can" is not "may".
"""

import re
from collections.abc import Callable, Iterator

from policybook.meaning.sentences.word_kinds import is_agent, leads_with_agent
from policybook.meaning.words.number_words import SPELT, WORDS_FOR
from policybook.meaning.words.patterns import UNIT
from policybook.text import lexicon

_N = rf"(?:[£$€]?\d|(?:{SPELT}|one|an?)\b)"
#: What is said first; after it, what means the same beside any word.
_PHRASES = """
    every year: annually, yearly, each year; every month: monthly, each month;
    every week: weekly, each week; every fortnight: fortnightly, each fortnight;
    every term: termly, each term; every day: daily, each day; a year: per annum;
    before: prior to, in advance of; until: till, up until; while: whilst; on: upon;
    immediately: straight away, straightaway, right away, forthwith;
    if: in the event that; to: in order to, so as to; so that: in order that;
    start of: beginning of, commencement of; among: amongst; for example: e.g., for instance;
    because of: owing to, on account of; fill in: fill out; fills in: fills out;
    anyone: anybody; everyone: everybody; someone: somebody; nobody: no one, no-one;
    phone: telephone; phones: telephones; ensure: make sure; ensures: makes sure
"""
#: A verb (and its past, if that has no "-ed") and others for it.
_VERBS = """
    tell told: inform, notify; start: begin began begun, commence; buy bought: purchase;
    phone: telephone, ring rang rung; help: assist
"""
_DEEDS = dict(
    row.split("=")
    for row in (
        "check=check inspection=inspect review=review assessment=assess search=search count=count"
        " audit=audit survey=survey evaluation=evaluate investigation=investigate test=test"
    ).split()
)
_BODIES = (
    "committee|board|panel|council|club|team|staff|crew|choir|orchestra|band|society|association"
    "|group|union|forum|jury|parliament|congregation|squad"
)
_HOLDER = r"(?:the|an?|any|each|every|this|these|their|his|her|its|our|your)"
_VERB = r"\b(?:is|are|has|have|do|does|must|can|may|will|should|shall)\b"
_CLAUSE = rf"{_VERB}|\b[a-z]{{2,}}s\b|^ ?(?:they|we|you|i) "
_KEEPS = r"\b(?:ke(?:ep|pt)\w*|retain\w*|stay\w*|remain\w*|last\w*|continu\w*|h[eo]ld\w*|stor\w*)\b"
_RULES = r"(?:rules?|polic\w+|procedures?|guid\w+|instructions?|advice|laws?|codes?|leaders?|steps)"
#: What people are told of.
_NEWS = (
    r"(?:any|this|these|their|his|her|its|our|your)\b|(?:(?:the|an?) )?(?:\w+ )?(?:change|date|time"
    r"|outcome|decision|result|reason|absence|arrangement|fine|delay|risk|accident|incident"
    r"|intention|need|detail|cost|plan|problem|concern|complaint|appeal|closure)s?\b"
)
#: "Two at once" are together, and "all at once" is suddenly.
_TOGETHER = rf"\b(?:only|all|both|several|many|more|most|together|than|{SPELT}|two|one)\b|\d"


def one_phrase(low: str) -> str:
    """Return a sentence in small letters with the first phrase of each row for the others."""
    for pattern, plain in _TABLE:
        low = pattern.sub(plain, low)
    for step in (_at_once, _as_long_as, _after, _tell, _need, _do, _put_back, _raising):
        low = step(low)
    return low


def _at_once(low: str) -> str:
    return low if re.search(_TOGETHER, low) else re.sub(r"\bat once\b", "immediately", low)


def _as_long_as(low: str) -> str:
    """Return "provided that" for "as long as", where that is no length of time or thing."""
    hit = re.search(
        r"(?<!for )(?<!twice )(?<!is )(?<!are )(?<!be )(?<!only )\b(?:as|so) long as\b"
        r"|\b(?:providing|on (?:the )?condition) that\b|\bprovided (?=the\b)",
        low,
    )
    if not hit or re.search(_KEEPS, low[: hit.start()]) or not re.search(_CLAUSE, low[hit.end() :]):
        return low
    return f"{low[: hit.start()]}provided that {low[hit.end() :].lstrip()}"


def _after(low: str) -> str:
    """Return "after" for "following", where that is a time."""
    hit = re.search(rf"(?:^|(\w+),? )following (?={_HOLDER} (?!{_RULES}))", low)
    if not hit or (hit[1] and (is_agent(hit[1]) or hit[1] in _NO_TIME or hit[1].endswith("s"))):
        return low
    return low[: hit.end()].replace("following", "after") + low[hit.end() :]


_NO_TIME = frozenset("is are be the of by for with in not when while if as and or who".split())


def _tell(low: str) -> str:
    """Return "tell … about" for "tell … of": "the owner of the dog" may be one person."""
    hit = re.search(rf"\b(?:tells?|told) (?:[\w'-]+ ){{0,5}}?of (?={_NEWS})", low)
    if not hit or any(map(is_agent, low[hit.end() :].split()[:3])):
        return low
    return f"{low[: hit.end() - 3]}about {low[hit.end() :]}"


def _need(low: str) -> str:
    """Return "need" for "require", where nobody asks for it."""
    hit = re.search(r"\brequire(s?) (?=\w)", low)
    if not hit or leads_with_agent(low[: hit.start()]) or " to " in low[hit.end() :]:
        return low
    return f"{low[: hit.start()]}need{hit[1]} {low[hit.end() :]}"


def _do(low: str) -> str:
    """Return "checks" for "carries out a check of"."""

    def verb(hit: re.Match[str]) -> str:
        return next(_forms(_DEEDS[hit[2]]))[hit[1].endswith("s")]

    return re.sub(
        rf"\b(carry|carries|conducts?|undertakes?|performs?|makes?)(?: out)? an? "
        rf"({'|'.join(_DEEDS)}) of\b",
        verb,
        low,
    )


def _put_back(low: str) -> str:
    return re.sub(
        r"\bput(s?) ((?:[\w'-]+ ){1,4}?)back (?:on|in|into) (?=the\b)", r"return\1 \2to ", low
    )


def _raising(low: str) -> str:
    """Return "a person raising" for "a person who raises", where one verb follows."""
    hit = re.search(rf"\b([\w-]+) who (\w+) (?!{_VERB})(?=[\w'])", low)
    if not hit or not (is_agent(hit[1]) or hit[1] == "those"):
        return low
    verb = lexicon.third_person(hit[2]) or hit[2]
    if not lexicon.is_verb(verb) or verb in _NO_DEED or re.search(r"\b(?:and|or)\b", low):
        return low
    return f"{low[: hit.start()]}{hit[1]} {_ing(verb)} {low[hit.end() :]}"


_NO_DEED = frozenset("is be are was were has have do does can may must will".split())


def _forms(row: str) -> Iterator[tuple[str, ...]]:
    """Yield the forms of a verb in order: now, of a third person, past (each), with "-ing"."""
    verb, *pasts = row.split()
    third = verb + "es" if re.search(r"(?:ch|ss)$", verb) else re.sub(r"y$", "ie", verb) + "s"
    for past in pasts or [re.sub(r"y$", "i", verb.removesuffix("e")) + "ed"]:
        yield verb, third, past, _ing(verb)


def _ing(verb: str) -> str:
    """Return a verb with "-ing": `raising`, `getting`."""
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb) or verb == "begin":
        return f"{verb}{verb[-1]}ing"
    return re.sub(r"(?<=[^eoy])e$", "", verb) + "ing"


def _rows() -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield the patterns of the table, each with what is said for it."""
    for plain, others in _read(_PHRASES):
        yield _any_of(others), plain
    for verb, others in _read(_VERBS):
        plain_forms = next(_forms(verb))
        for forms in (forms for other in others for forms in _forms(other)):
            yield from ((_any_of([a]), b) for a, b in zip(forms, plain_forms, strict=True))


def _read(table: str) -> Iterator[tuple[str, list[str]]]:
    for row in " ".join(table.split()).split("; "):
        plain, _, others = row.rstrip(";").partition(": ")
        yield plain, others.split(", ")


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, phrases))})(?![\w'-])")


_Form = str | Callable[[re.Match[str]], str]
#: A figure or a body shows what these mean.
_BY_NEIGHBOUR: tuple[tuple[str, _Form], ...] = (
    (rf"(?<![\w-])({SPELT})(?![\w-])", lambda hit: WORDS_FOR[hit[1]]),
    (rf"\b(?:a minimum of|(?:no|not) (?:less|fewer) than) (?={_N})", "at least "),
    (rf"\b(?:a maximum of|up to|(?:no|not) more than) (?={_N})", "at most "),
    (rf"\bin excess of (?={_N})|\bover (?=[£$€])", "more than "),
    (rf"(?<=\bat least )once (?:an?|each|every) (?={UNIT}\b)", "every "),
    (rf"\bmember(s?) of (?:the )?({_BODIES})(?! (?:of|who|and|or)\b)(?![\w'-])", r"\2 member\1"),
    (r"(?<=\bensure) that\b|(?<=\bensures) that\b", ""),
)
_TABLE: tuple[tuple[re.Pattern[str], _Form], ...] = (
    *_rows(),
    *((re.compile(pattern), plain) for pattern, plain in _BY_NEIGHBOUR),
)
