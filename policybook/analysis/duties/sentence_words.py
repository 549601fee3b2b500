"""Cut a text into sentences, and these into words, and say what kind of word each is.

The longer lists of words are in `data/duty_words.toml`.
"""

import re
from typing import NamedTuple

from policybook.text import data_files

_LISTS = data_files.read_toml("duty_words.toml")
_WORD = re.compile(r"[a-z]+(?:[-'/][a-z]+)*|\d+(?:[.,:]\d+)*\w*|\S")


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list of the file."""
    return frozenset(_LISTS[name].split())


def words_to_names(name: str) -> dict[str, str]:
    """Return the name of each word in a table of the file, which has the words by their name."""
    return {word: key for key, words in _LISTS[name].items() for word in words.split()}


DETERMINERS = word_list("determiners")
PREPOSITIONS = word_list("prepositions")
RELATIVES = frozenset(["who", "that", "which", "whose", "whom"])
#: What opens a part of a sentence that is no main clause.
SUBORDINATORS = word_list("subordinators")
QUESTION_WORDS = frozenset("what how why when where whether if because while unless".split())
MODALS = word_list("modals")
BE = frozenset(["is", "are", "am", "isn't", "aren't"])
PAST = frozenset(["was", "were", "had", "did", "been", "being"])
HAVE = frozenset(["has", "have"])
DO = frozenset(["do", "does", "don't", "doesn't"])
_FINITE = MODALS | BE | PAST | HAVE | DO
PRONOUNS = frozenset(["we", "you", "they", "he", "she", "i", "it", "he/she", "she/he", "s/he"])
OBJECTS = frozenset("it them him us you me themselves this that these".split())
#: What may stand between a subject and its verb, besides words in -ly.
_ADVERBS = word_list("adverbs")
_NOT_ADVERBS = frozenset(["family", "reply", "apply", "supply", "rely", "comply", "july", "early"])

_PARTICIPLES = word_list("participles")
_REGULAR = re.compile(r"[a-z-]{2,}(?:ed|ied)")
_NO_PARTICIPLES = frozenset(["need", "indeed", "bed", "red", "shed", "speed", "exceed"])
#: Participles of what something is, is called, or is about; and of how somebody feels.
_DESCRIBING = word_list("describing_participles")


class SentenceWord(NamedTuple):
    """A word or sign of a sentence in small letters, with its place."""

    word: str
    start: int
    end: int

    @property
    def is_sign(self) -> bool:
        """Return whether it is a sign, such as a comma."""
        return not self.word[0].isalnum()


def lower(text: str) -> str:
    """Return `text` in small letters, each in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def cut_words(text: str) -> list[SentenceWord]:
    """Return the words and signs of a sentence in their order."""
    # This makes a named tuple in half the time of a call.
    make = tuple.__new__
    return [make(SentenceWord, (hit[0], *hit.span())) for hit in _WORD.finditer(lower(text))]


def is_adverb(word: str) -> bool:
    """Return whether `word` can be between a subject and its verb: `always`, `clearly`."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


def is_finite(word: str) -> bool:
    """Return whether `word` can only be the verb of a clause: `must`, `is`, `has`."""
    return word in _FINITE


def is_participle(word: str) -> bool:
    """Return whether `word` can follow "is" as a passive: `kept`, `reported`."""
    word = word.rpartition("-")[2] if word.count("-") == 1 else word
    if word in _NO_PARTICIPLES:
        return False
    return word in _PARTICIPLES or _REGULAR.fullmatch(word) is not None


def describes(word: str) -> bool:
    """Return whether "is" and this word say what something is: `based`, `called`."""
    return word.rpartition("-")[2] in _DESCRIBING


_SENTENCE_END = re.compile(r"[.!?](?P<gap>[”\"'’)]?\s+)(?=[A-Z“\"'‘(])")
_CELL_END = re.compile(r" \| ")
#: Where a pasted text continues without a full stop: after a heading in capitals, and before
#: "The", "All" and similar words.
_RUNS_ON = re.compile(
    r"(?:^|[.!?:;)\d]\s+)(?=[A-Z\s,&]*[A-Z]{5})[A-Z]{2,}(?:,?\s+(?:&\s+)?[A-Z]{2,})+"
    r"(?P<gap>\s+)(?=[A-Z][a-z])"
    r"|(?<![\w'’)])(?P<word>[\w'’)]{1,40})(?P<space>\s+)(?=(?:The|All|Every|Each|Any|No"
    r"|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b)"
)
#: Where `_RUNS_ON` can find something: a quick look before it is tried at every word.
_CAPITALS = re.compile(r"[A-Z]{5}")
_MAY_RUN_ON = re.compile(
    r"\s(?=[TAENO])(?:The|All|Every|Each|Any|No|Our)\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:must|should|shall|will|may|can|cannot|ought|needs?|is|are|has|have)\b"
)
#: After these a capital begins a name: "see The Code", "of The Carpentries".
_BEFORE_NAMES = word_list("before_names")


def sentence_breaks(text: str) -> list[tuple[int, int]]:
    """Return where each sentence but the last ends, and where the next begins."""
    ends = {hit.span("gap") for hit in _SENTENCE_END.finditer(text)}
    if " | " in text:
        ends.update(hit.span() for hit in _CELL_END.finditer(text))
    if not _MAY_RUN_ON.search(text) and not _CAPITALS.search(text):
        return sorted(ends)
    for hit in _RUNS_ON.finditer(text):
        if hit["gap"] or hit["word"].lower() not in _BEFORE_NAMES:
            ends.add(hit.span("gap") if hit["gap"] else hit.span("space"))
    return sorted(ends)
