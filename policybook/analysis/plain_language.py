"""Measure how plain a summary is: its reading age, long sentences and words with plainer forms.

It reads English only. GOV.UK writes for a reading age of 9 in sentences of at most 25
words ("Content design: writing for GOV.UK"). The limits for parents are 11 years, and
for pupils of a primary school 9 years with shorter sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policybook.model import Library, Reader, Summary, Version
from policybook.text import data_files, readability

# Share of the sentences. The Plain English Campaign asks for "about 80 to 90%" of verbs in the
# active voice.
PASSIVE_SHARE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The oldest reading age, in years, and the most words in a sentence."""

    age: int
    words: int


# A shorter text has no reliable reading age, but its long sentences count.
LEAST_WORDS = 50
LIMITS = {Reader.PARENTS: Limit(age=11, words=25), Reader.PUPILS: Limit(age=9, words=15)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a summary, with the first line of its statement. Front matter has line 1."""

    text: str
    line: int
    score: readability.Score


def language(library: Library, version: Version, summary: Summary) -> str:
    """Return the language of a summary: its own, else the version's, else the school's."""
    return summary.language or version.facts.language or library.school.language


def is_english(tag: str) -> bool:
    """Return whether the language tag is one of English."""
    return tag.split("-")[0].lower() == "en"


def sentences(summary: Summary) -> Iterator[Sentence]:
    """Yield every sentence that a reader meets: the statements, and what changed."""
    for text, line in _texts(summary):
        for sentence in readability.split_sentences(text):
            if score := readability.score([sentence]):
                yield Sentence(text=sentence, line=line, score=score)


def score(summary: Summary) -> readability.Score | None:
    """Return the score of the whole summary, or None where it has no word."""
    return readability.score(text for text, _ in _texts(summary))


def _texts(summary: Summary) -> Iterator[tuple[str, int]]:
    yield from ((text, summary.lines.get("changes", 1)) for text in summary.changes)
    yield from ((s.text, s.line) for group in summary.groups for s in group.statements)


def hardest_sentences(
    candidates: Sequence[Sentence], limit: Limit, most: int = 3
) -> tuple[Sentence, ...]:
    """Return the sentences over the limit that weigh most by age and length, hardest first."""
    hard = [s for s in candidates if s.score.age > limit.age]
    return tuple(
        sorted(hard, key=lambda s: (-(s.score.age - limit.age) * s.score.words, s.line))[:most]
    )


# --- hints


@cache
def _plain_words() -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the listed words without a last e, longest first, and the plainer word for each."""
    rows = data_files.read_text("plain_words.txt").splitlines()
    instead = dict(row.split(" | ", 1) for row in rows if row and not row.startswith("#"))
    longest = sorted(instead, key=lambda word: (-len(word), word))
    return tuple(word.removesuffix("e") for word in longest), instead


@cache
def _forms_pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the words with their endings."""
    return re.compile(
        rf"\b(?P<word>{'|'.join(map(re.escape, stems))})(?P<ending>e?|e?s|e?d|ing)\b", re.IGNORECASE
    )


def harder_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of `text` that have a plainer one, each with that one."""
    stems, instead = _plain_words()
    low = text.casefold()
    if not any(stem in low for stem in stems):
        return
    for hit in _forms_pattern(stems).finditer(text):
        word = hit["word"].lower()
        yield hit[0], instead.get(word) or instead[f"{word}e"]


_IRREGULAR = """
    beaten become begun bitten blown bought bound bred broken brought built burnt caught chosen cut
    dealt done drawn driven eaten fed felt fought found flung forbidden forgotten forgiven frozen
    given gone grown heard held hidden hit hung hurt kept known laid led left lent lost made meant
    met paid put read ridden rung run said seen sent set shaken shown shut sold spent spoken stolen
    struck stuck sworn taken taught thrown told thought understood woken worn written won
""".split()
_LIKE_ADJECTIVES = (
    "allowed|used to|supposed|worried|interested|pleased|excited|tired|scared"
    "|concerned|bored|married|limited|related|based"
)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|never|also|only"
    r"|always|then|all|[a-z]+ly)\s+)*"
    rf"(?!(?:{_LIKE_ADJECTIVES})\b)(?:[a-z]{{2,}}ed|{'|'.join(_IRREGULAR)})\b",
    re.IGNORECASE,
)


def passives(candidates: Sequence[Sentence]) -> tuple[tuple[Sentence, str], ...]:
    """Return the passive sentences with their verbs, if they are over a fifth of all.

    One or two passive sentences are no fault.
    """
    hits = tuple((s, hit[0]) for s in candidates if (hit := _PASSIVE.search(s.text)))
    return hits if len(hits) > max(2, PASSIVE_SHARE * len(candidates)) else ()
