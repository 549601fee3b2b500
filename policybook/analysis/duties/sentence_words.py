"""Cut a sentence into words with their places, and say what kind of word each is.

Only the closed kinds of English words are listed: those that nobody adds to.
"""

import re
from typing import NamedTuple

_WORD = re.compile(r"[a-z]+(?:[-'/][a-z]+)*|\d+(?:[.,:]\d+)*\w*|\S")

DETERMINERS = frozenset(
    """
    the a an all any every each both our their your its his her this these those no some
    most many few several other another such only either neither my one two three four five
    six seven eight nine ten first second
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of for to by with without from in on at about against between near towards under over
    through into like than as within during after before until upon per via across outside
    inside beside regarding concerning including following throughout around beyond among
    amongst below above
    """.split()
)
RELATIVES = frozenset(["who", "that", "which", "whose", "whom"])
#: What opens a part of a sentence that is no main clause.
SUBORDINATORS = frozenset(
    """
    if when whenever where wherever once after before while whilst until unless as since
    because although though whether should in during on at for under from with without
    within upon following by to through given except despite instead besides
    """.split()
)
QUESTION_WORDS = frozenset(
    """
    what how why when where whether if because while unless
    """.split()
)
MODALS = frozenset(
    """
    must should shall may can will would could might cannot ought can't won't shouldn't
    mustn't
    """.split()
)
BE = frozenset(["is", "are", "am", "isn't", "aren't"])
PAST = frozenset(["was", "were", "had", "did", "been", "being"])
HAVE = frozenset(["has", "have"])
DO = frozenset(["do", "does", "don't", "doesn't"])
_FINITE = MODALS | BE | PAST | HAVE | DO
PRONOUNS = frozenset(["we", "you", "they", "he", "she", "i", "it", "he/she", "she/he", "s/he"])
OBJECTS = frozenset(
    """
    it them him us you me themselves this that these
    """.split()
)
#: What may stand between a subject and its verb, besides words in -ly.
_ADVERBS = frozenset(
    """
    also then always each both all themselves therefore only normally usually generally now
    still too however never not just first next please immediately thereafter together
    further
    """.split()
)
_NOT_ADVERBS = frozenset(["family", "reply", "apply", "supply", "rely", "comply", "july", "early"])


class SentenceWord(NamedTuple):
    """A word or sign of a sentence in small letters, with its place."""

    word: str
    start: int
    end: int

    @property
    def is_sign(self) -> bool:
        """Return whether it is a sign, such as a comma."""
        return not self.word[0].isalnum()


def cut_words(text: str) -> list[SentenceWord]:
    """Return the words and signs of a sentence in their order."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    # This makes a named tuple in half the time of a call.
    make = tuple.__new__
    return [make(SentenceWord, (hit[0], *hit.span())) for hit in _WORD.finditer(low)]


def is_adverb(word: str) -> bool:
    """Return whether `word` can be between a subject and its verb: `always`, `clearly`."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def is_finite(word: str) -> bool:
    """Return whether `word` can only be the verb of a clause: `must`, `is`, `has`."""
    return word in _FINITE
