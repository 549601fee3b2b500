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

from policybook.meaning.sentences.word_kinds import is_agent, leads_with_agent
from policybook.meaning.words.number_words import SPELT, WORDS_FOR
from policybook.meaning.words.phrase_tables import read_phrases, read_templates
from policybook.text import lexicon

_VERB = r"\b(?:is|are|has|have|do|does|must|can|may|will|should|shall)\b"
_SPELT = re.compile(rf"(?<![\w-])({SPELT})(?![\w-])")


def one_phrase(low: str) -> str:
    """Return a sentence in small letters with the first phrase of each row for the others."""
    phrase, first = read_phrases()
    low = phrase.sub(lambda hit: first[hit[0]], low)
    low = _SPELT.sub(lambda hit: WORDS_FOR[hit[1]], low)
    for key, pattern, plain in read_templates():
        if key in low:
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
