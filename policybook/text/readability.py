"""Plain text -> how old a reader has to be for it. Knows sentences and words, nothing of policies.

Two published formulas, each of which gives a school grade of the United States; a reader in grade n is about n + 5 years old:

- Flesch-Kincaid: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability
  Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, 1975).
- Coleman-Liau: 0.0588 × letters in 100 words − 0.296 × sentences in 100 words − 15.8 (Coleman and Liau, "A computer readability formula designed
  for machine scoring", Journal of Applied Psychology 60, 1975). It counts letters alone, so that a slip in a count of syllables, which weighs
  most in a short text, cannot touch it.

**One verdict:** the reading age of a text is the higher of the two ages. A text is within its age when both formulas say so: where they disagree
the harder one has seen something (long words, or long sentences) that the other does not look at. No formula sees whether a text makes sense.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policybook.text.syllables import syllables

YOUNGEST, OLDEST = (
    5,
    21,
)  # below a child who starts school and above one who has a degree no formula tells anything
#: It begins with a space, so that nothing is tried at letters.
_SENTENCE_END = re.compile(r"\s(?:(?<=[.!?]\s)|(?<=[.!?][\"'”’)\]]\s))\s*(?=[\"'“‘(\[]*[A-Z0-9])")
_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the formulas say of a text: ages in years, to one decimal. `age` is the verdict, the higher of the two."""

    words: int
    sentences: int
    flesch_kincaid: float
    coleman_liau: float

    @property
    def age(self) -> float:
        return max(self.flesch_kincaid, self.coleman_liau)


def sentences(text: str) -> Iterator[str]:
    """The sentences of one statement or clause; its end ends the last, with or without a full stop."""
    return (sentence for part in _SENTENCE_END.split(text) if (sentence := part.strip()))


def score(texts: Iterable[str]) -> Score | None:
    """The score of texts as one; each ends a sentence. None where there is no word."""
    count, ends, spoken, letters = 0, 0, 0, 0
    for text in texts:
        counts = _counts(text)
        count, ends, spoken, letters = (
            count + counts[0],
            ends + counts[1],
            spoken + counts[2],
            letters + counts[3],
        )
    if not count:
        return None
    kincaid = 0.39 * count / ends + 11.8 * spoken / count - 15.59
    liau = (0.0588 * 100 * letters - 0.296 * 100 * ends) / count - 15.8
    return Score(words=count, sentences=ends, flesch_kincaid=_age(kincaid), coleman_liau=_age(liau))


@functools.lru_cache(maxsize=1 << 12)
def _counts(text: str) -> tuple[int, int, int, int]:
    """The words, sentences, syllables and letters of one text; policies share rules."""
    words = _WORD.findall(text)  # no word goes over the end of a sentence, which is a space
    signs = "".join(words)
    letters = len(signs) - signs.count("'") - signs.count("’") - signs.count("-")
    ends = sum(_WORD.search(sentence) is not None for sentence in _SENTENCE_END.split(text))
    return len(words), ends, sum(map(_count_syllables, words)), letters


def _age(grade: float) -> float:
    return min(float(OLDEST), max(float(YOUNGEST), round(grade + 5, 1)))


@functools.lru_cache(maxsize=50_000)
def _count_syllables(word: str) -> int:
    """The syllables of a word."""
    return syllables(word) if "-" not in word else sum(map(syllables, _PART.findall(word)))
