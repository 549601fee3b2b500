"""Find where the main clauses of a sentence may start.

At the first word, after a comma or "and", and after an opening: "On trips the leader …".
"""

from collections.abc import Iterator, Sequence

from policybook.analysis.duties import noun_group
from policybook.analysis.duties import sentence_words as kinds
from policybook.analysis.duties.sentence_words import SentenceWord
from policybook.text import lexicon

_NEW_CLAUSES = kinds.DETERMINERS | kinds.PRONOUNS
_SIGNS = frozenset([",", ";", ":", "–", "—"])
#: Where another clause may start, and brackets.
_PARTS = _SIGNS | {"and", "but", "(", ")"}
_OPENERS = frozenset(["and", "but", "so", "or", "(", '"', "“", "‘", "•", "-"])
_IFS = frozenset(["if", "where", "wherever", "when", "whenever"])
POSSIBLE = frozenset("possible appropriate necessary needed practicable required unsure".split())
_ARTICLES = frozenset("the a an all each every any our we they you staff".split())
#: How many words an opening without a comma may have.
_OPENING = 14
#: More words of this kind in a row open no clause.
_MOST_OPENERS = 12


def clause_starts(words: Sequence[SentenceWord]) -> Iterator[int]:
    """Yield where a main clause may start: at the first word, after a comma, after "and"."""
    if not words:
        return
    first = skip_openers(words, 0)
    opened = first < len(words) and words[first].word in kinds.SUBORDINATORS
    depth = 0
    if not opened:
        yield first
    elif words[0].word in kinds.PREPOSITIONS or not any(item.word == "," for item in words):
        yield from _after_short_opener(words)
    for place, item in enumerate(words[:-1]):
        if item.word not in _PARTS:
            continue
        depth += (item.word == "(") - (item.word == ")")
        if depth:
            continue
        if item.word in _SIGNS:
            start = skip_openers(words, place + 1)
            if start < len(words) and _may_start(words, place, start, opened=opened):
                yield start
            opened = opened and item.word == ";"
        elif item.word.isalpha() and not opened:
            start = skip_openers(words, place + 1)
            if words[start : start + 1] and words[start].word in _NEW_CLAUSES:
                yield start


def _after_short_opener(words: Sequence[SentenceWord]) -> Iterator[int]:
    """Yield where the subject may start after an opening without a comma: "On trips the leader"."""
    for place in range(2, min(len(words), _OPENING)):
        before = words[place - 1].word
        if words[place].word == ",":
            return
        if words[place].word in _ARTICLES and not (
            before in kinds.PREPOSITIONS
            or before in kinds.DETERMINERS
            or before in kinds.RELATIVES
            or before in noun_group.JOINS
        ):
            yield place


def _may_start(words: Sequence[SentenceWord], sign: int, start: int, *, opened: bool) -> bool:
    """Return whether a clause may start at `start`, after the sign at `sign`."""
    word = words[start].word
    if word in kinds.SUBORDINATORS or words[sign + 1].word == "or":
        return False
    ends_list = words[sign].word != "," or opened
    if word in _NEW_CLAUSES or ends_list:
        return True
    return lexicon.is_person(word) and bool(
        lexicon.singulars(word) or word in noun_group.PLURAL_HEADS
    )


def may_come_first(words: Sequence[SentenceWord], start: int) -> bool:
    """Return whether the first clause may start after the first word.

    "Notices for pupils, parents and staff explain" has no clause at "parents".
    """
    first = skip_openers(words, 0)
    opened = words[first].word in kinds.SUBORDINATORS
    return (
        opened
        or start == first
        or words[start].word in _NEW_CLAUSES
        or words[start - 1].word != ","
    )


def skip_openers(words: Sequence[SentenceWord], start: int) -> int:
    """Return the place after words that may open a clause: "and", "then", "if possible"."""
    if words[start : start + 1] and words[start].word in _IFS:
        if words[start + 1 : start + 2] and words[start + 1].word in POSSIBLE:
            start += 2
        elif [item.word for item in words[start + 1 : start + 3]] == ["in", "doubt"]:
            start += 3
    last = min(len(words), start + _MOST_OPENERS)
    while start < last and (
        words[start].word in _OPENERS
        or (kinds.is_adverb(words[start].word) and words[start].word not in ("all", "each", "both"))
        or (words[start].word == "," and start)
    ):
        start += 1
    return start
