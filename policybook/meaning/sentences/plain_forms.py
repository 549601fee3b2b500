"""Put sentences into one form before they are read: plain words for idioms, names as names.

    no later than Friday             by Friday
    no fewer than two adults         at least two adults
    not only A but also B            both A and B
    the No Outsiders assembly        a name: it forbids nothing
    there is no need to              need not
    must not fail to report          must report

Whatever is left of "no" and "not" then reverses what its sentence says.
"""

import re
from functools import lru_cache

from policybook.meaning.words.patterns import NOT
from policybook.text.syllables import is_word

_IDIOMS: tuple[tuple[str, str], ...] = (
    (r"\b(no|non|not)-(?!one)", r"\1_"),
    (r"\b(\w+)'ll\b", r"\1 will"),
    (r"\b(is|are|do|does|has|have)n't\b", r"\1 not"),
    (r"\b(?:no|not) later than\b", "by"),
    (r"\b(?:no|not) (?:fewer|less) than\b", "at least"),
    (r"\b(?:no|not) (?:more|longer|greater|higher|larger) than\b", "at most"),
    (r"\bno matter (?:what|how|who|where|when|which)\b", "whatever"),
    (
        r",?\s(?:but )?(?:(?:is|are) )?not limited to,?"
        r"|,?\s(?:but )?(?:may|need|will|should|must) not be limited to,?",
        "",
    ),
    (r"(?:^|(?<=[.:;,] ))no need (?:for|to)\b", "need not"),
    (r"(?:^|(?<=[.:] ))(no|yes),", r"\1_,"),
    (r"\bnot (?:only|just|merely)\b", "both"),
    (r"\b(?:not|n't) (?:quite |entirely |completely )?(?:sure|certain|clear)\b", " unsure"),
    (r"\bwhether or not\b", "whether"),
    (r"\bno doubt\b", "surely"),
    (r"\b(?:cannot|can't) (?=[\w ]{3,40}\benough\b)", ""),
    (r"\bif not (?=(?:sooner|earlier|before)\b)", "or "),
    (r"(?<=, )if not (?=(?:all|most|every|many)\b)", "perhaps "),
    (r"\bwith no (?=delay\b)", "without "),
    (r"\bit is good practice for (.{3,60}?) to\b", r"\1 should"),
    (r"\b(?:nothing|none|nobody|no one) (?:but|other than|except)\b", "only"),
    (r"\bif (?:not|so),", "else,"),
    (r"\bthere is no need (?:for|to)\b", "need not"),
    (r"\b(?:is|are) not (?:needed|necessary|mandatory|compulsory|obligatory)\b", "need not be"),
    (
        r"\b(must|shall|should|will|may|do|does) (?:not|never) "
        r"(?:fail|forget|neglect|omit|hesitate) to\b",
        r"\1",
    ),
    (
        r"\bnever (?:(?:fails?|forgets?|neglects?|hesitates?|ceases?) to|tires? of"
        r"|stops? (?=\w+ing\b))",
        "always ",
    ),
)
_NEITHER = re.compile(r"\bneither\b(?=[^.;:]*\bnor\b)[^.;:]*?\bnor\b")
#: "Not unreasonable" is reasonable. "Not interact" and "not inform" are no such words.
_TWICE_NOT = re.compile(
    r"\bnot (?:un(\w+(?:able|ible|ful|ed|al|ant|ent|ive|ous|usual|likely|fair|kind|safe|wise|known"
    r"|common|welcome|necessary))|i[nm](?!mediate)(\w+(?:able|ible|ant|ent|ate|ive|ous|al)))\b",
    re.IGNORECASE,
)
_PLAIN = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _IDIOMS)
#: A word of a name: it has a capital, and so has a neighbour, in the middle of a sentence.
_NAMED = re.compile(
    r"(?<=[a-z,] )(?:[A-Z][\w'-]*\s+)*?(?:Do\s+)?(?:No|Not|May|Can|Will|Must|Barred|Only)"
    r"(?:\s+[A-Z][\w'-]*)+"
    r"|(?<!^)(?<![.!?] )\b(?:[A-Z][\w'-]*\s+)+(?:No|Not|May|Can|Will|Must|Barred|Only)\b"
    r"(?:\s+[A-Z][\w'-]*)*|(?<=\bThe )(?:[A-Z][\w'-]*\s+)*(?:No|Not|Can|Will|Barred)\b"
    r"(?:\s+[A-Z][\w'-]*)*"
)


@lru_cache(maxsize=1 << 12)
def plain_form(sentence: str) -> str:
    """Return the sentence in its plain form."""
    sentence = _NAMED.sub(lambda hit: re.sub(r"\s+", "_", hit[0]) + "_", sentence)
    for pattern, words in _PLAIN:
        sentence = pattern.sub(words, sentence)
    return " ".join(_TWICE_NOT.sub(_drop_both, sentence).split())


def find_idiom(verb: str, low: str) -> str:
    """Return the words of a text in small letters for which its plain form says `verb`."""
    idioms = (pattern for pattern, words in _PLAIN if words and words.startswith(verb))
    hits = (pattern.search(low) for pattern in idioms)
    return next((hit[0].strip() for hit in hits if hit), "")


def count_nots(low: str) -> int:
    """Return how often a text in small letters says "not": "neither … nor" does once."""
    return len(NOT.findall(_NEITHER.sub("neither", low)))


def _drop_both(hit: re.Match[str]) -> str:
    """Return the word without "not" and its prefix, if that is a word."""
    rest = hit[1] or hit[2]
    return rest if is_word(rest.lower()) else hit[0]
