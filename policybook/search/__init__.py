"""Find clauses by the words that people type: index, thesaurus and ranking.

It must not know a page or `analysis`. It reads no file but its own thesaurus.

    index_of_day = index(documents_in_force(library, today), shipped_rows())
    for hit in rank(index_of_day, "kid sent me a friend request"): ...
"""

from policybook.search.clause_numbers import (
    PATHS,
    NamedClause,
    Numbers,
    current_numbers,
    current_vocabulary,
    declared_versions,
)
from policybook.search.confidence import AnswerConfidence
from policybook.search.documents import SearchDocument, documents_in_force, documents_not_in_force
from policybook.search.indexing import Index, index
from policybook.search.questions import Question, read_questions
from policybook.search.ranking import Hit, Searcher, rank
from policybook.search.shards import index_files
from policybook.search.thesaurus import (
    NUMBERS_OF,
    ThesaurusRow,
    clean_phrase,
    school_rows,
    shipped_rows,
)
from policybook.search.unanswered import FIRST_RESULTS, find_unanswered
