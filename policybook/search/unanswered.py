"""Find questions that search does not answer among its first results."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from policybook.model import Library, Version, timeline
from policybook.reading.files import layout
from policybook.search.clause_numbers import current_numbers, current_vocabulary
from policybook.search.documents import SearchDocument, documents_in_force
from policybook.search.indexing import index
from policybook.search.questions import Question, read_questions
from policybook.search.ranking import Searcher
from policybook.search.stemming import stem, words
from policybook.search.thesaurus import shipped_rows

FIRST_RESULTS = 3  # results among which an answer has to be


def find_unanswered(library: Library, today: date) -> Iterator[tuple[Question, int]]:
    """Yield each question whose answer is not among the first results, with its best rank.

    The rank is 0 where there is no answer. A question whose answers are only in older
    versions is left out. So is a question that a newer, narrower policy answers now.
    """
    searched = index(
        documents_in_force(library, today),
        (*current_vocabulary(library, today)[0], *shipped_rows()),
    )
    searcher, clauses = (
        Searcher(searched),
        {(d.policy, d.number) for d in searched.documents if d.number},
    )
    numbers = current_numbers(library, today, layout.ASKED_QUESTIONS)
    in_force = _list_in_force(library, today)
    for question in read_questions(library)[0]:
        meant = [numbers.find_clause(*answer) for answer in question.answers]
        answers = {(item.policy, now) for item in meant for now in item.now} & clauses
        if any(not item.is_gone and not item.now for item in meant):
            yield question, 0
        elif answers:
            hits = [hit.document for hit in searcher.rank(question.text)]
            ranked = [(hit.policy, hit.number) for hit in hits]
            place = next((n for n, item in enumerate(ranked, 1) if item in answers), 0)
            if not 0 < place <= FIRST_RESULTS and not _has_newer_answer(
                question.text, {policy for policy, _ in answers}, hits[:FIRST_RESULTS], in_force
            ):
                yield question, place


def _list_in_force(library: Library, today: date) -> dict[str, Version]:
    """Return the texts in force by the names of their policies."""
    versions = (timeline.version_in_force(policy, today) for policy in library.policies)
    return {version.policy: version for version in versions if version}


def _has_newer_answer(
    question: str,
    policies: Iterable[str],
    hits: Sequence[SearchDocument],
    in_force: Mapping[str, Version],
) -> bool:
    """Return whether a hit is a rule of a newer policy on the question's own subject.

    That policy took effect after each of `policies`, and its title has a word of the
    question that no title of theirs has: the Mobile Phones Policy for “phones”.
    """
    versions = [in_force[policy] for policy in policies]
    latest = max(map(_start, versions))
    subject = _stems(question).difference(*(_stems(version.facts.title) for version in versions))
    others = (in_force[hit.policy] for hit in hits if hit.number)
    return any(_start(v) > latest and subject & _stems(v.facts.title) for v in others)


def _start(version: Version) -> date:
    """Return the first day on which a text in force applied."""
    day = timeline.start_day(version)
    return day.date if day else date.min


def _stems(text: str) -> set[str]:
    return set(map(stem, words(text)))
