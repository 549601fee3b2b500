"""The questions that people asked, put to search: which of them it does not answer among its first results."""

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
    """The questions of which an answer is no clause, or none is among the first results; and the place of the first, 0 where there is none.

    One whose answers are all gone with an older version is not asked.
    """
    searched = index(
        documents_in_force(library, today),
        (*current_vocabulary(library, today)[0], *shipped_rows()),
    )
    searcher, clauses = (
        Searcher(searched),
        {(d.policy, d.number) for d in searched.documents if d.number},
    )
    numbers = current_numbers(library, today, layout.ASKED)
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
