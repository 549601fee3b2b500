"""Search: what can be found on a day, an index of it, and the ranking. Pure; reads nothing but its own thesaurus.

made = index(documents(library, today), shipped())
for hit in rank(made, "kid sent me a friend request"): ...
"""

from policybook.search.clause_numbers import (
    PATHS,
    NamedClause,
    Numbers,
    answered,
    declared,
    numbers,
    vocabulary,
)
from policybook.search.documents import SearchDocument, documents, others
from policybook.search.indexing import Index, index
from policybook.search.questions import Question, questions
from policybook.search.ranking import Hit, Searcher, rank
from policybook.search.shards import files
from policybook.search.thesaurus import NUMBERS_OF, ThesaurusRow, as_phrase, own, shipped
from policybook.search.unanswered import FIRST, unanswered

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
    "answered",
    "as_phrase",
    "declared",
    "documents",
    "files",
    "index",
    "numbers",
    "others",
    "own",
    "questions",
    "rank",
    "shipped",
    "unanswered",
    "vocabulary",
]
