"""The forms of a question that asks for a fact of a policy: "who approved the … policy".

A form is a pattern over the words of a query in the form of `situations.word_forms.normalise`.
Its one group is the name of the policy. The forms are in `data/question_forms.toml`. They
travel in the data that the script reads, so Python and the browser always have the same ones.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

_PART = re.compile("@([A-Z_]+)@")


class FactKind(StrEnum):
    """What a question asks of a policy."""

    APPROVED = "approved"
    REVIEWED = "reviewed"
    STARTED = "started"
    STANDING = "standing"
    OWNER = "owner"
    VERSIONS = "versions"
    CHANGES = "changes"
    COMMENTS = "comments"
    READERS = "readers"


#: What a policy is called as a document.
DOCUMENTS = frozenset(
    "policy policies procedure procedures code document scheme statement agreement".split()
)
#: Every query that asks for a fact says one of these words, most often "policy". Only such a
#: query makes the script fetch the facts; `assets/search.js` has the same pattern.
SIGN = (
    r"\b(?:polic(?:y|ies)|procedures?|code|document|scheme|statement|agreement"
    r"|approv|adopt|authori[sz]|ratif|signed off|reviews?\b|versions?\b|in force|history"
    r"|overdue|consultations?\b|comments?\b|deadline|closing date|decide|agenda|papers"
    r"|contacts?\b|(?:phone|telephone) numbers?|who to|whom?(?: \w+)? (?:i|we)\b"
    r"|(?:latest|recent) changes|what(?: is|[’']?s) new)"
)


@cache
def _read_table() -> Mapping[str, Any]:
    return tomllib.loads(
        files("policybook").joinpath("data/question_forms.toml").read_text("utf-8")
    )


def read_forms(sort: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the pattern of each form of a table, for a whole query."""
    parts = _read_table()["parts"]

    def fill(pattern: str) -> str:
        return _PART.sub(lambda hit: fill(parts[hit[1]]), pattern)

    for name, forms in _read_table()[sort].items():
        for form in forms:
            yield name, fill(f"^@POLITE@{form}(?: please| now| today)?$")


def full_forms() -> Iterator[tuple[FactKind, str]]:
    """Yield the kind and the pattern of each form of a question for a fact of one policy."""
    return ((FactKind(name), form) for name, form in read_forms("facts"))
