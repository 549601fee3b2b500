"""Find the readers of summaries on whom a clause puts a duty: pupils, parents.

The result is a hint for the author, not a proof. A duty is put on the subject of
"must", "should", "may not" and the like who acts: "Pupils must be taught" binds the
school, and "Pictures of pupils must …" binds those who take them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from policybook.model import Reader
from policybook.text.readability import split_sentences

_PUPILS = r"pupils?|children|child|students?|learners?"
_PARENTS = r"parents?(?:\s*/\s*carers?)?|carers?|famil(?:y|ies)|guardians?"
_BESIDE = rf"(?:{_PUPILS}|{_PARENTS}|staff|governors|volunteers|visitors|school representatives)"
_BEFORE = (
    r"(?:no|all|any|every|each|the|a|an|our|both|other|older|younger|primary|individual|their)"
)
_FORBIDDEN = (
    r"(?:must|should|shall|may|can|will|need|are|is|have|has|ought|who|which"
    r"|that|if|of|from|to|for|with|by|in|on|at)"
)
_SUBJECT = re.compile(
    rf"(?:^|[;:,]\s+|\b(?:and|but|then|that|so|,)\s+)(?P<no>no\s+)?(?:{_BEFORE}\s+)*"
    rf"(?P<who>{_BESIDE}(?:\s*(?:,|\band\b|\bor\b|/"
    rf"|,\s*and\b)\s*(?:{_BEFORE}\s+)*{_BESIDE})*)\b(?!['’])"
    rf"(?P<more>(?:\s+(?!{_FORBIDDEN}\b)[\w-]+|\s+(?:under|over|aged|in|of|at"
    rf"|from)\s+[\w ]{{1,25}}?){{0,4}}?)"
    r"\s+(?P<modal>must|should|shall|may|can\s?not|can|(?:are|is)\s+(?:not\s+)?(?:to"
    r"|expected to|required to|allowed to|responsible for)"
    r"|(?:have|has|need|needs|ought)\s+to|will\s+(?:not"
    r"|be expected to))\b(?P<after>(?:\s+\w+){0,4})",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"^(?:they|he or she)\s+(?P<modal>must|should|shall|may not|cannot|(?:are"
    r"|is) not allowed to)\b(?P<after>(?:\s+\w+){0,4})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"^(?:\s+(?:also|always|never|not|only|then|all|clearly))*\s+(?:be"
    r"|have been)(?:\s+(?:also|always|never|not|only|clearly))*"
    r"\s+(?:\w+ed|\w+en|told|taught|made|kept|sent|shown|asked|held|put|let|met|found"
    r"|left|brought|dealt)\b",
    re.IGNORECASE,
)
#: A text without any of these names neither: a quick look.
_STEMS = ("pupil", "child", "student", "learner", "parent", "carer", "famil", "guardian")
_WHO = {
    Reader.PARENTS: re.compile(_PARENTS, re.IGNORECASE),
    Reader.PUPILS: re.compile(_PUPILS, re.IGNORECASE),
}


@lru_cache(maxsize=1 << 12)
def bound_readers(text: str) -> frozenset[Reader]:
    """Return the readers on whom a sentence of `text` puts a duty or a prohibition."""
    low = text.casefold()
    if not any(stem in low for stem in _STEMS):
        return frozenset()
    return frozenset(who for readers in _readers_by_sentence(text) for who in readers)


def _readers_by_sentence(text: str) -> Iterator[frozenset[Reader]]:
    """Yield the readers on whom each sentence puts a duty."""
    before: frozenset[Reader] = frozenset()
    for sentence in split_sentences(text):
        if they := _THEY.match(sentence):
            if not _PASSIVE.match(they["after"]):
                yield before
            continue
        before = frozenset()
        for hit in _SUBJECT.finditer(sentence):
            before |= _readers(hit["who"])
            if _is_duty(hit):
                yield _readers(hit["who"])


def _readers(who: str) -> frozenset[Reader]:
    """Return the readers that the words name."""
    return frozenset(reader for reader, form in _WHO.items() if form.search(who))


def _is_duty(hit: re.Match[str]) -> bool:
    """Return whether the hit sets a duty."""
    modal = hit["modal"].lower()
    if (
        modal in ("may", "can")
        and not hit["no"]
        and not hit["after"].lower().lstrip().startswith("not")
    ):
        return False
    things = bool(
        hit["more"].strip()
    )  # "pupil mobile phones must be handed in" asks something of pupils
    return things or not _PASSIVE.match(hit["after"])
