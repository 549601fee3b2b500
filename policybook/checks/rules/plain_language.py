"""Summaries in plain words: their readers can read them.

Only English is measured, and only in versions that are not superseded or withdrawn.
"""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import plain_language
from policybook.analysis.plain_language import LIMITS, Sentence
from policybook.checks.version_findings import report_note, report_warning
from policybook.model import Finding, Library, Standing, Summary, timeline

_PAST = (Standing.SUPERSEDED, Standing.WITHDRAWN)


def _read_summaries(
    library: Library, today: date
) -> Iterator[tuple[Summary, tuple[Sentence, ...]]]:
    for policy in library.policies:
        for version in policy.versions:
            if timeline.standing(policy, version, today) in _PAST:
                continue
            for summary in version.summaries:
                if plain_language.is_english(plain_language.language(library, version, summary)):
                    yield summary, tuple(plain_language.sentences(summary))


def summaries_are_plain(library: Library, today: date) -> Iterator[Finding]:
    """Parents' summaries suit a reading age of 11, and pupils' summaries one of 9.

    A sentence has at most 25 words, or 15 for pupils. The reading age is the higher of
    two formulas, Flesch-Kincaid and Coleman-Liau. If it is too high, the findings name
    the hardest sentences. A summary of fewer than 50 words is not measured. Notes
    suggest plainer words. They also name passive sentences if more than a fifth are
    passive.

    Bad: "Notification of absence should be submitted prior to the commencement of the
    school day."
    Good: "Tell us before school starts if your child is ill."
    Remedy: Say one thing in each sentence, in the words that people use when they
    speak.
    Codes: reading-age, long-sentence, passive, plainer-word.
    """
    for summary, sentences in _read_summaries(library, today):
        yield from _check_reading_age(summary, sentences)
        yield from _check_sentence_length(summary, sentences)
        yield from _give_hints(summary, sentences)


def _check_reading_age(summary: Summary, sentences: tuple[Sentence, ...]) -> Iterator[Finding]:
    limit, score = LIMITS[summary.reader], plain_language.score(summary)
    if score is None or score.words < plain_language.LEAST_WORDS or score.age <= limit.age:
        return
    for sentence in plain_language.hardest_sentences(sentences, limit):
        scores = (
            f"Flesch-Kincaid {sentence.score.flesch_kincaid}, Coleman-Liau "
            f"{sentence.score.coleman_liau}"
        )
        yield report_warning(
            summary,
            sentence.line,
            "reading-age",
            f"the summary has a reading age of {score.age}, above {limit.age} for "
            f"{summary.reader}; "
            f"the sentence “{sentence.text}” has {sentence.score.age} ({scores})",
            "Use shorter words and sentences. Say one thing in each sentence.",
        )


def _check_sentence_length(summary: Summary, sentences: tuple[Sentence, ...]) -> Iterator[Finding]:
    limit = LIMITS[summary.reader].words
    for sentence in sentences:
        if sentence.score.words > limit:
            yield report_warning(
                summary,
                sentence.line,
                "long-sentence",
                f"the sentence “{sentence.text}” has {sentence.score.words} words, "
                f"more than {limit} for {summary.reader}",
                "Split it into two sentences.",
            )


def _give_hints(summary: Summary, sentences: tuple[Sentence, ...]) -> Iterator[Finding]:
    for sentence in sentences:
        for word, suggestion in plain_language.harder_words(sentence.text):
            yield report_note(
                summary,
                sentence.line,
                "plainer-word",
                f"there is a plainer word for “{word}” in “{sentence.text}”",
                f"Perhaps: {suggestion}.",
            )
    for sentence, verb in plain_language.passives(sentences):
        yield report_note(
            summary,
            sentence.line,
            "passive",
            f"“{sentence.text}” does not say who does it (“{verb}”); "
            "more than a fifth of the sentences here are like this",
            "Say who does it, if the policy says so.",
        )
