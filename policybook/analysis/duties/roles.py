"""Find the roles that a text itself names: by a heading, or by a definition.

    ### The governing body            They name one governor …
    The Designated Safeguarding Lead ("the DSL") …
    In this code "workers" means employees and volunteers.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from policybook.analysis.duties import clause_reader
from policybook.analysis.duties.sentence_words import cut_words

_OFFICES = r"(?:roles?|responsibilit(?:y|ies)|duties|expectations)"
_HEADING = re.compile(
    rf"(?:the\s+)?{_OFFICES}(?:\s+and\s+{_OFFICES})?\s+(?:of|for)\s+(?P<of>.+)"
    rf"|(?P<owner>.+?)(?:'s|s')\s+{_OFFICES}(?:\s+and\s+{_OFFICES})?"
    r"|what\s+(?P<what>.+?)\s+(?:must|should|will|can|may|has|have|does|do)\b.*"
    r"|(?P<who>.+?)\s+(?:must|should|will|(?:is|are)\s+(?:expected|required|responsible))\b.*"
    r"|(?P<whole>.+)",
    re.IGNORECASE,
)
#: "Managing people" names no person, but "governing body" and "teaching staff" do.
_ACTIVITY = re.compile(r"(?!governing|teaching|nursing|visiting|setting)\w+ing\b", re.IGNORECASE)
_NUMBER = re.compile(r"^[\dIVXivx]+(?:[.)]\d*)+\s+")
_SHORT_FORM = re.compile(
    r"(?P<who>[\w'/ -]{3,60}?)\s*\((?:(?:\"|“|‘|')?(?:the|our)\s+|[\"“‘'])?(?P<short>[\w -]{2,30}?)[\"”’']?\)"
)
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
        for pattern in (_SHORT_FORM, _MEANS):
            for hit in pattern.finditer(plain):
                if _ends_with_person(hit["who"], last=pattern is _SHORT_FORM):
                    roles.add(hit["short"].lower().split()[-1])
    return frozenset(roles)


def _ends_with_person(text: str, *, last: bool) -> bool:
    """Return whether the last, or the first, group of words in `text` is a person or body."""
    words = cut_words(text)
    if not words:
        return False
    if last:
        from_last = clause_reader.read_clause(words, max(0, len(words) - 1), frozenset())
        return from_last is not None and from_last.subject.is_actor
    first = clause_reader.read_clause(words, 0, frozenset())
    return first is not None and first.subject.is_actor
