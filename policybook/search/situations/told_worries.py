"""Tell a query that says what happens to somebody from one that asks for a rule.

"my uncle keeps looking at me" tells; "can my uncle collect me" asks. Somebody who tells, and
has no word of a plain matter, sees the card about anything (`card_finder.py`). Where there
is no card, search shows the way to help to those who tell, even beside an exact answer: a
rule about a harm is no help to the one who suffers it. `assets/help-cards.js` has the same
pattern.
"""

import re

_ASKS = (
    "can|could|do|does|did|is|are|am|may|must|should|will|would|what|when|where|which|who|whose"
    "|why|how"
)
_PEOPLE = "me|us|he|she|they|him|them|im|hes|shes|theyre|myself|himself|herself|themselves"
_ALSO = "i|ive|my|we|our|her|his|their|nobody|someone|somebody"
#: Four words or more with a person among them, or three with one who is no owner ("my bag",
#: "his bag"), that do not start as a question; but "what do i do if" tells too.
PATTERN = (
    rf"^(?!(?:{_ASKS})\b(?!\s+(?:do|can|should)\s+(?:i|we)\s+(?:do|tell)\b))"
    rf"(?:(?=(?:\S+\s+){{3}}).*\b(?:{_PEOPLE}|{_ALSO})\b"
    rf"|(?=(?:\S+\s+){{2}}).*\b(?:{_PEOPLE})\b)"
)
#: How a question about a rule starts. "What do I do" and "how do I stop" ask for help.
QUESTION = (
    rf"^(?:{_ASKS})\b(?!\s+(?:do|can|should)\s+(?:i|we)\s+(?:do|tell|stop|get|make|help)\b"
    r"|\s+if\b)"
)
_TOLD = re.compile(PATTERN, re.IGNORECASE | re.ASCII)


def tells_of_somebody(query: str) -> bool:
    """Return whether a query tells what happens to somebody."""
    return _TOLD.search(query) is not None
