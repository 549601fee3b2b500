"""Find questions that search does not answer among its first results."""

from collections.abc import Iterator
from datetime import date

from policybook.model import Library
from policybook.reading import layout
from policybook.search.clause_numbers import current_numbers, current_vocabulary
from policybook.search.documents import documents_in_force
from policybook.search.indexing import index
from policybook.search.questions import Question, read_questions
from policybook.search.ranking import Searcher
from policybook.search.thesaurus import shipped_rows

FIRST_RESULTS = 3  # results among which an answer has to be


def find_unanswered(library: Library, today: date) -> Iterator[tuple[Question, int]]:
    """Yield each question whose answer is not among the first results, with its best rank.

    The rank is 0 where there is no answer. A question whose answers are only in older
    versions is left out.
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
    for question in read_questions(library)[0]:
        meant = [numbers.find_clause(*answer) for answer in question.answers]
        answers = {(item.policy, now) for item in meant for now in item.now} & clauses
        if any(not item.is_gone and not item.now for item in meant):
            yield question, 0
        elif answers:
            hits = [
                (hit.document.policy, hit.document.number) for hit in searcher.rank(question.text)
            ]
            place = next((n for n, item in enumerate(hits, 1) if item in answers), 0)
            if not 0 < place <= FIRST_RESULTS:
                yield question, place
