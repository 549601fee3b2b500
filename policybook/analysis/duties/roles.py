"""Find the roles that a text itself names: by a heading, or by a definition.

### The governing body            They name one governor …
The Designated Safeguarding Lead ("the DSL") …
In this code "workers" means employees and volunteers.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from policybook.analysis.duties import clause_reader, noun_group
from policybook.analysis.duties.sentence_words import cut_words
from policybook.text import lexicon

_OFFICES = r"(?:roles?|responsibilit(?:y|ies)|duties|expectations)"
_HEADING = re.compile(
    rf"(?:the\s+)?{_OFFICES}(?:\s+and\s+{_OFFICES})?\s+(?:of|for)\s+(?P<of>.+)"
    rf"|(?P<owner>.+?)(?:'s|s')\s+{_OFFICES}(?:\s+and\s+{_OFFICES})?"
    r"|what\s+(?P<what>.+?)\s+(?:must|should|will|can|may|has|have|does|do)\b.*"
    r"|(?P<who>.+?)\s+(?:must|should|will|(?:is|are)\s+(?:expected|required|responsible))\b.*"
    rf"|(?P<first>.+?)\s+{_OFFICES}(?:\s+and\s+{_OFFICES})?"
    r"|(?P<whole>.+)",
    re.IGNORECASE,
)
#: "Managing people" names no person, but "governing body" and "teaching staff" do.
_ACTIVITY = re.compile(
    r"(?!governing|teaching|nursing|visiting|setting|\w+ing (?:\w+er|director|body)$)\w+ing\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[\dIVXivx]+(?:[.)]\d*)+\s+")
#: "(the Lead)" and the words before it.
_SHORT_FORM = re.compile(
    r"(?<=\w) ?\((?:[\"“‘']?(?:the|our)\s+|[\"“‘'])?(?P<short>[\w -]{2,30}?)[\"”’']?\)"
)
_BEFORE_BRACKET = 60
_MEANS = re.compile(
    r"[\"“‘](?:the\s+)?(?P<short>[\w -]{2,30})[\"”’]\s*(?:in\s+this\s+\w+\s+)?"
    r"(?:means?|refers?\s+to)\s+(?P<who>[^.;:]{3,80})",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 10)
def heading_role(title: str) -> str:
    """Return the person or body that a heading names; empty if it names something else."""
    plain = _NUMBER.sub("", title.replace("’", "'").strip().rstrip(":"))
    hit = _HEADING.fullmatch(plain)
    if hit is None or len(plain) > 80 or _ACTIVITY.match(plain):
        return ""
    return whole_group(next(words for words in hit.groupdict().values() if words))


def whole_group(text: str) -> str:
    """Return `text` if all of it names a person or body, else an empty text."""
    words = cut_words(text)
    clause = clause_reader.read_clause(words, 0, frozenset()) if words else None
    if clause is None or clause.verb < len(words) or not clause.subject.is_actor:
        return ""
    subject = clause.subject
    rest = [item.word for item in words[subject.end :]]
    if rest and not (rest[0] == "(" and rest[-1] == ")"):
        return ""
    return text[words[subject.start].start : words[subject.end - 1].end]


def defined_roles(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that the texts define as names of a person or body, in small letters."""
    roles = set()
    for text in texts:
        if "(" not in text and "mean" not in text and "refer" not in text:
            continue
        plain = text.replace("’", "'")
        for hit in _SHORT_FORM.finditer(plain):
            before = plain[max(0, hit.start() - _BEFORE_BRACKET) : hit.start()].split()
            if before and lexicon.is_person(before[-1].lower()):
                roles.add(hit["short"].lower().split()[-1])
        for hit in _MEANS.finditer(plain):
            words = cut_words(hit["who"])
            group = noun_group.read_group(words, 0, frozenset()) if words else None
            if group and group.is_actor:
                roles.add(hit["short"].lower().split()[-1])
    return frozenset(role for role in roles if not lexicon.is_person(role))
