"""Documents of a few words, and what a query finds among them."""

from typing import Any

from policybook import search
from policybook.search import SearchDocument, Searcher, ThesaurusRow


def list_first(searcher: Searcher, query: str, among: int = 3) -> list[str]:
    return [
        f"{hit.document.policy} {hit.document.number}".strip()
        for hit in searcher.rank(query, among)
    ]


def make_document(number: str, text: str, **other: Any) -> SearchDocument:
    facts = {
        "policy": "p",
        "version": "1",
        "title": "P",
        "address": "policies/p/",
        "anchor": "s" + number,
        "section": "",
    }
    return SearchDocument(number=number, text=text, **{**facts, **other})


def rank_texts(texts: list[str], query: str, *rows: ThesaurusRow) -> list[str]:
    index = search.index([make_document(str(n), text) for n, text in enumerate(texts)], rows)
    return [hit.document.number for hit in search.rank(index, query)]
