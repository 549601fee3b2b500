"""Find clauses by the words that people type: index, thesaurus and ranking.

It must not know a page or `analysis`. It reads no file but its own thesaurus.

    index_of_day = index(collect_documents(library, today), shipped())
    for hit in rank(index_of_day, "kid sent me a friend request"): ...
"""

from policybook.search.clause_numbers import (
    PATHS,
    NamedClause,
    Numbers,
    declared,
    numbers,
    vocabulary,
)
from policybook.search.documents import SearchDocument, collect_documents, others
from policybook.search.indexing import Index, index
from policybook.search.questions import Question, read_questions
from policybook.search.ranking import Hit, Searcher, rank
from policybook.search.shards import files
from policybook.search.thesaurus import NUMBERS_OF, ThesaurusRow, as_phrase, own, shipped
from policybook.search.unanswered import FIRST, find_unanswered

__all__ = [
    "FIRST",
    "NUMBERS_OF",
    "PATHS",
    "Hit",
    "Index",
    "NamedClause",
    "Numbers",
    "Question",
    "SearchDocument",
    "Searcher",
    "ThesaurusRow",
    "as_phrase",
    "collect_documents",
    "declared",
    "files",
    "find_unanswered",
    "index",
    "numbers",
    "others",
    "own",
    "rank",
    "read_questions",
    "shipped",
    "vocabulary",
]
