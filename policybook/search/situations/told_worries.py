"""Tell a query that says what happens to somebody from one that asks for a rule.

"my uncle keeps looking at me" tells; "can my uncle collect me" asks. Search that has no exact
answer shows the way to help to those who tell. `assets/search.js` has the same pattern.
"""

import re

_ASKS = (
    "can|could|do|does|did|is|are|am|may|must|should|will|would|what|when|where|which|who|whose"
    "|why|how"
)
#: Four words or more, with a person among them, that do not start as a question.
PATTERN = (
    rf"^(?!(?:{_ASKS})\b)(?=(?:\S+\s+){{3}})"
    r".*\b(?:i|me|my|we|us|he|she|they|him|her|them)\b"
)
_TOLD = re.compile(PATTERN, re.IGNORECASE | re.ASCII)


def tells_of_somebody(query: str) -> bool:
    """Return whether a query tells what happens to somebody."""
    return _TOLD.search(query) is not None
