"""Give the reading age of plain text. This module must not know policies.

Two published formulas give a school grade of the United States. A reader in grade n is
about n + 5 years old.

- Flesch-Kincaid: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Source:
  Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas for
  Navy Enlisted Personnel", Research Branch Report 8-75, 1975.
- Coleman-Liau: 0.0588 × letters in 100 words − 0.296 × sentences in 100 words − 15.8.
  Source: Coleman and Liau, "A computer readability formula designed for machine
  scoring", Journal of Applied Psychology 60, 1975. It counts letters only. So a wrong
  count of syllables, which matters most in a short text, does not affect it.

The reading age of a text is the higher of the two ages. If the formulas disagree, the
higher one has counted long words or long sentences that the other ignores. No formula
knows whether a text makes sense.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policybook.text.syllables import count_syllables

#: From the age of a child who starts school to that of a student with a degree. Outside
#: these ages the formulas mean nothing.
YOUNGEST, OLDEST = 5, 21
#: The pattern starts with white space, so that it fails at once on a letter.
_SENTENCE_END = re.compile(r"\s(?:(?<=[.!?]\s)|(?<=[.!?][\"'”’)\]]\s))\s*(?=[\"'“‘(\[]*[A-Z0-9])")
_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The ages that the formulas give for a text, in years, to one decimal."""

    words: int
    sentences: int
    flesch_kincaid: float
    coleman_liau: float

    @property
    def age(self) -> float:
        """Return the reading age: the higher of the two."""
        return max(self.flesch_kincaid, self.coleman_liau)


def split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of one statement or clause.

    The end of the text ends the last sentence, with or without a full stop.
    """
    return (sentence for part in _SENTENCE_END.split(text) if (sentence := part.strip()))


def score(texts: Iterable[str]) -> Score | None:
    """Return the score of several texts together; None if they have no word.

    The end of each text ends a sentence.
    """
    word_count, sentence_count, syllable_count, letters = 0, 0, 0, 0
    for text in texts:
        counts = _count_parts(text)
        word_count = word_count + counts[0]
        sentence_count = sentence_count + counts[1]
        syllable_count = syllable_count + counts[2]
        letters = letters + counts[3]
    if not word_count:
        return None
    kincaid = 0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59
    liau = (0.0588 * 100 * letters - 0.296 * 100 * sentence_count) / word_count - 15.8
    return Score(
        words=word_count,
        sentences=sentence_count,
        flesch_kincaid=_grade_to_age(kincaid),
        coleman_liau=_grade_to_age(liau),
    )


@functools.lru_cache(maxsize=1 << 12)
def _count_parts(text: str) -> tuple[int, int, int, int]:
    """Return the counts of words, sentences, syllables and letters in one text.

    The result is cached, because policies share rules.
    """
    # A sentence ends with white space, so no word is part of two sentences.
    words = _WORD.findall(text)
    signs = "".join(words)
    letters = len(signs) - signs.count("'") - signs.count("’") - signs.count("-")
    ends = sum(_WORD.search(sentence) is not None for sentence in _SENTENCE_END.split(text))
    return len(words), ends, sum(map(_count_syllables, words)), letters


def _grade_to_age(grade: float) -> float:
    """Return the age for a school grade, in years, within `YOUNGEST` and `OLDEST`."""
    return min(float(OLDEST), max(float(YOUNGEST), round(grade + 5, 1)))


@functools.lru_cache(maxsize=50_000)
def _count_syllables(word: str) -> int:
    """Return the number of syllables of a word; of all its parts if it has hyphens."""
    return (
        count_syllables(word) if "-" not in word else sum(map(count_syllables, _PART.findall(word)))
    )
