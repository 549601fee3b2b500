"""Read what each sentence says: its duty, its conditions and the words that say the rest.

A sentence is cut where a second subject and verb begin: "Parents must sign the slip, and pupils
must hand it in" makes two statements, as two sentences would.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from policybook.meaning.sentences.conditions import Condition, find_exception, read_conditions
from policybook.meaning.sentences.duty import NO_DUTY, StatedDuty, read_duty, read_further_duties
from policybook.meaning.sentences.plain_forms import count_nots, plain_form
from policybook.meaning.words import terms
from policybook.meaning.words.patterns import NOT
from policybook.meaning.words.similarity import EMPTY, words
from policybook.meaning.words.stems import stem

# The space comes first because a pattern that starts with a fixed character is fast.
_SENTENCE_END = re.compile(
    r" (?:(?<=[a-z\d]{2}[.!?] )|(?<=[)\]”\"'][.!?] )|(?<=[.!?]{2} ))(?=[A-Z“\"(])"
)
_SECOND = re.compile(
    r"(?:,? (?:and|but)|;) (?=(?:(?!(?:that|which|who|to) )[\w'’-]+ ){1,4}"
    r"(?:must|shall|will|should|may|can|cannot)\b)"
)
#: "If the fee is paid and the place can be filled": the second verb is in the condition, too.
_IN_CONDITION = re.compile(r"\b(?:if|unless|provided that|as long as)\b[^,;]*$")
_CAN_BE = re.compile(r"(?:\w+ ){1,4}can be\b")
_VERB = re.compile(r"\b(?:must|shall|will|should|may|can|cannot|is|are|has|have|does|do)\b")
#: In characters. What is longer is no sentence: a list in one paragraph, or no English.
_LONGEST_SENTENCE = 1_500
#: As many pairs of sentences are compared.
_MAX_PAIRS = 2_500
_ADVERBS = frozenset("also always then both either still now automatically".split())
#: These ask for nothing else.
_POLITE = frozenset({"please", "kindly"})
#: What an example says binds nobody.
_EXAMPLE = re.compile(r"(?:for example|for instance|e\.g\.)", re.IGNORECASE)
_HAS_NOT = re.compile(r"\b(?:not|never|cannot|no|prohibited|forbidden|banned|barred)\b|n't")


@dataclass(frozen=True, slots=True)
class SentenceMeaning:
    """One sentence as it is read.

    `subject` has the content words before a modal verb and `deed` the first one after it.
    `negations` counts the words that reverse a meaning, apart from those of the duties.
    """

    text: str
    duty: StatedDuty
    further: tuple[StatedDuty, ...]
    subject: tuple[str, ...]
    deed: str
    stems: Counter[str]
    conditions: tuple[Condition, ...]
    negations: int
    exception: str

    @property
    def force(self) -> float | None:
        """Return how strongly the sentence binds."""
        return self.duty.force

    @property
    def forbids(self) -> bool:
        """Return whether the sentence forbids something."""
        return self.duty.forbids

    @property
    def verb(self) -> str:
        """Return the modal verb that binds, or nothing."""
        return self.duty.verb

    @property
    def is_modal(self) -> bool:
        """Return whether a modal verb, or words like it, bind."""
        return bool(self.duty.verb)

    @property
    def nots(self) -> int:
        """Return how often the sentence says "not", in its duty or elsewhere."""
        return self.duty.forbids + self.negations


@lru_cache(maxsize=1 << 12)
def read(text: str) -> tuple[SentenceMeaning, ...]:
    """Return the statements of `text` in their order; none for what is too long to read."""
    return tuple(
        _statement(part)
        for sentence in split_sentences(text)
        if len(sentence) <= _LONGEST_SENTENCE
        for part in _parts(sentence)
    )


def can_compare(olds: Sequence[str], news: Sequence[str]) -> bool:
    """Return whether the sentences of two texts are few and short enough to be read.

    The time to compare them grows with the square of their length and number.
    """
    return len(olds) * len(news) <= _MAX_PAIRS and all(
        len(sentence) <= _LONGEST_SENTENCE for sentence in (*olds, *news)
    )


def split_sentences(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def complete(lead: str, item: str) -> str:
    """Return opening words and an item of their list as one sentence."""
    lead = lead.rstrip().rstrip(":–—- ").rstrip()
    return f"{lead} {item}" if lead else item


def _parts(sentence: str) -> list[str]:
    """Return the sentence, cut where a second subject and verb begin."""
    parts = _SECOND.split(sentence)
    has_comma = sentence[len(parts[0]) :].startswith((",", ";"))
    if _IN_CONDITION.search(parts[0]) and _CAN_BE.match(parts[-1]) and not has_comma:
        return [sentence]
    whole = all(len(part.split()) > 2 and _VERB.search(part.lower()) for part in parts)
    return parts if whole else [sentence]


@lru_cache(maxsize=1 << 12)
def _statement(sentence: str) -> SentenceMeaning:
    """Return the statement that a sentence makes."""
    plain = plain_form(sentence)
    is_example = _EXAMPLE.match(plain) is not None
    duty = NO_DUTY if is_example else read_duty(plain)
    subject, deed = _around(plain, duty.verb)
    further = read_further_duties(plain) if duty.verb else ()
    negations = count_nots(plain.lower()) - sum(map(_nots_of, (duty, *further)))
    return SentenceMeaning(
        text=sentence,
        duty=duty,
        further=further,
        subject=subject,
        deed=deed,
        stems=_stems(plain),
        conditions=() if is_example else read_conditions(plain),
        negations=max(0, negations),
        exception=find_exception(plain),
    )


def _around(plain: str, verb: str) -> tuple[tuple[str, ...], str]:
    """Return the content words before the verb that binds, and the first one after it."""
    if not verb:
        return (), ""
    verb = verb.rpartition("… ")[2]
    place = max(0, plain.lower().find(verb))
    after = _stems(plain[place + len(verb) :])
    deeds = (word for word in after if word not in _ADVERBS and not word.endswith("ly"))
    return tuple(_stems(plain[:place])), next(deeds, "")


def _nots_of(duty: StatedDuty) -> int:
    """Return how many words such as "not" belong to the duty."""
    if "…" in duty.verb or (duty.forbids and not _HAS_NOT.search(duty.verb)):
        # The "no" or "not" of this ban is not in its verb.
        return 1
    return len(NOT.findall(duty.verb))


def _stems(text: str) -> Counter[str]:
    """Return how often each word that says something occurs, without its ending."""
    low = text.lower()
    for _, (start, end) in reversed(list(terms.locate_duties(text))):
        low = f"{low[:start]} {low[end:]}"
    every = (stem(word) for word in words(low) if word not in EMPTY and word not in _POLITE)
    return Counter(word for word in every if word is not None)
