"""Say one phrase for several that mean the same: the rows of `data/same_phrases.txt`.

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
from collections.abc import Callable

from policybook.meaning.sentences.word_kinds import is_agent, leads_with_agent
from policybook.meaning.words.number_words import SPELT, WORDS_FOR
from policybook.meaning.words.patterns import UNIT
from policybook.meaning.words.phrase_tables import read_phrases
from policybook.text import lexicon

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
_VERB = r"\b(?:is|are|has|have|do|does|must|can|may|will|should|shall)\b"
_KEEPS = r"\b(?:ke(?:ep|pt)|retain|stay|remain|last|continu|h[eo]ld|stor)"
#: "Following the rules" is no time.
_EVENT = (
    r"(?=(?:the|an?|any|each|every|this|their|his|her|its|our|your) (?!rule|polic|procedure|guid"
    r"|instruction|advice|law|code|leader|steps))"
)
#: What people are told of: "the owner of the dog" may be one person.
_NEWS = (
    r"(?=(?:(?:the|an?|any|this|these|their|his|her|its|our|your) )?(?:\w+ )?(?:change|date|time"
    r"|outcome|decision|result|reason|absence|arrangement|fine|delay|risk|accident|incident"
    r"|intention|need|detail|cost|plan|problem|concern|complaint|appeal|closure)s?\b)"
)
#: "Two at once" are together.
_TOGETHER = rf"\b(?:only|all|both|several|many|more|most|together|than|{SPELT}|two|one)\b|\d"


def _deed(hit: re.Match[str]) -> str:
    """Return "checks" for "carries out a check of"."""
    deed = _DEEDS[hit[2]]
    ending = "es" if deed.endswith(("ss", "ch")) else "s"
    return f"{deed}{ending if hit[1].endswith('s') else ''}"


_Form = str | Callable[[re.Match[str]], str]
#: A figure, a body or the rest of the sentence shows what these mean.
_BY_NEIGHBOUR: tuple[tuple[str, _Form], ...] = (
    (rf"(?<![\w-])({SPELT})(?![\w-])", lambda hit: WORDS_FOR[hit[1]]),
    (r"\bover (?=[£$€])", "more than "),
    (r"(?<=ed )due to\b", "because of"),
    (
        r"\bin an? ((?:saf|secur|respectful|fair|consistent|discreet|sensitiv)e?) (?:manner|way)\b",
        r"\1ly",
    ),
    (rf"(?<![\w.,])(\d+(?: {UNIT})?) or more(?= [a-z])", r"at least \1"),
    (rf"(?<=\bat least )once (?:an?|each|every) (?={UNIT}\b)", "every "),
    (rf"\bmember(s?) of (?:the )?({_BODIES})(?! (?:of|who|and|or)\b)(?![\w'-])", r"\2 member\1"),
    (rf"^(?!.*(?:{_TOGETHER}))(.*)\bat once\b", r"\1immediately"),
    (
        rf"^((?:(?!{_KEEPS}).)*)(?<!for )(?<!twice )(?<!is )(?<!are )(?<!be )(?<!only )\b"
        rf"(?:as|so) long as(?= .*(?:{_VERB}|\b[a-z]{{2,}}s\b)| (?:they|we|you|i) )",
        r"\1provided that",
    ),
    (r"\bprovided (?=the\b)", "provided that "),
    (
        r"\bring(s?) (?!the (?:bell|alarm|chimes?)\b)(?=(?:the|an?|any|us|them|their|\w+s)\b)",
        r"phone\1 ",
    ),
    (rf"(?:^|(?<=, )|(?<=ed )|(?<=days )|(?<=weeks )|(?<=months ))following {_EVENT}", "after "),
    (rf"\b(tells?|told) ((?:[\w'-]+ ){{0,5}}?)of {_NEWS}", r"\1 \2about "),
    (
        rf"\b(carry|carries|conducts?|undertakes?|performs?|makes?)(?: out)? an? "
        rf"({'|'.join(_DEEDS)}) of\b",
        _deed,
    ),
    (r"\bput(s?) ((?:[\w'-]+ ){1,4}?)back (?:on|in|into) (?=the\b)", r"return\1 \2to "),
)
_TABLE = tuple((re.compile(pattern), plain) for pattern, plain in _BY_NEIGHBOUR)


def one_phrase(low: str) -> str:
    """Return a sentence in small letters with the first phrase of each row for the others."""
    phrase, first = read_phrases()
    low = phrase.sub(lambda hit: first[hit[0]], low)
    for pattern, plain in _TABLE:
        low = pattern.sub(plain, low)
    return _raising(_need(low))


def _need(low: str) -> str:
    """Return "need" for "require", where nobody asks for it."""
    hit = re.search(r"\brequire(s?) (?=\w)", low)
    if not hit or leads_with_agent(low[: hit.start()]) or " to " in low[hit.end() :]:
        return low
    return f"{low[: hit.start()]}need{hit[1]} {low[hit.end() :]}"


def _raising(low: str) -> str:
    """Return "a person raising" for "a person who raises", where one verb follows."""
    hit = re.search(rf"\b([\w-]+) who (?!{_VERB})(\w+) (?!{_VERB})(?=[\w'])", low)
    verb = (lexicon.third_person(hit[2]) or hit[2]) if hit else ""
    is_clear = lexicon.is_verb(verb) and not re.search(r"\b(?:and|or)\b", low)
    if not hit or not is_clear or not (is_agent(hit[1]) or hit[1] == "those"):
        return low
    is_doubled = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb)
    participle = f"{verb}{verb[-1] if is_doubled else ''}ing"
    participle = re.sub(r"(?<=[^eoy])eing$", "ing", participle)
    return f"{low[: hit.start()]}{hit[1]} {participle} {low[hit.end() :]}"
