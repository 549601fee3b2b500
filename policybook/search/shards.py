"""Write the index as the static files that `search.js` reads. Equal indexes give equal bytes.

`index.json` has what every query needs: the tables of the language. `terms-N.json` have
the postings by a hash of the term. `clauses-N.json` have the texts by number. So a
query fetches little.

The thesaurus is in the same files as the postings. A blank and a phrase give the rows
of the phrase, in the file of the stem that looks it up. `@` and the number of a row
give what it finds, in the file of its postings. `?` gives the stems that are only parts
of phrases, so that a query of known words needs no list of all words. `words.json` is
that list.
"""

import hashlib
import json
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain, pairwise
from typing import Any, TypeAlias

from policybook.search import (
    amounts,
    confidence,
    coverage,
    query_reader,
    ranking,
    roles,
    rule_names,
    spelling,
)
from policybook.search.documents import SearchDocument
from policybook.search.english import STOP
from policybook.search.indexing import Index, Postings
from policybook.search.stemming import language, stem, words
from policybook.search.thesaurus import STOP_STEMS, Phrase, opening, phrase

#: The most files for postings and for texts, and the size in letters at which there are half as
#: many. Each file costs the build more than its bytes, but small ones suit few policies.
TERMS, TEXTS = (2200, 250_000), (170, 105_000)
#: The most letters in a file of texts. A large school has as many files as that takes.
LARGEST_TEXTS = 8_000
# An index that the script fetches only on request has a quarter as many files.
APART = 4
# As `query_reader.thesaurus_phrases` returns them.
_Phrases: TypeAlias = Mapping[Phrase, tuple[tuple[str, int], ...]]
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def index_files(index: Index, apart: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file. `index.json` is last: it names the others' state."""
    whole = hashlib.sha256()
    phrases, said_words = query_reader.thesaurus_phrases(index), query_reader.thesaurus_words(index)
    shards, texts = _terms(index, phrases, said_words, apart), _texts(index, apart)
    others = [(f"terms-{n}.json", _json(shard)) for n, shard in enumerate(shards)]
    others += [
        (f"clauses-{n}.json", _json([_record(d) for d in part]))
        for n, (_, part) in enumerate(texts)
    ]
    thesaurus_only = tuple(sorted(said_words.difference(index.words, STOP)))
    words = {"words": front_code(index.words), "said": front_code(thesaurus_only)}
    others.append(("words.json", _json(words)))
    for name, data in others:
        whole.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    yield from others
    yield (
        "index.json",
        _json(
            _head(index, phrases, len(shards), [first for first, _ in texts], whole.hexdigest()[:8])
        ),
    )


def _head(
    index: Index, phrases: Iterable[Phrase], shards: int, texts: list[int], state: str
) -> dict[str, Any]:
    """Return the content of `index.json`. Each number of a document is a step from the last."""
    policies = list(_policies(index))
    return {
        "state": state,
        "shards": shards,
        "texts": _list_steps(texts),
        "count": len(index.documents),
        "statements": {
            reader: _list_steps(_list_bounds(d.reader == reader for d in index.documents))
            for reader in sorted({d.reader for d in index.documents if d.reader})
        },
        "audiences": list(_audiences(index)),
        "policies": _list_steps(first for first, _ in policies),
        "titles": [stems for _, stems in policies],
        # Stems of stop words that look up a phrase: "mean", for "means".
        "opening": sorted({opening(stems) for stems in phrases} & STOP_STEMS),
        "same": sum(row.same for row in index.rows),
        "subjects": index.first_subject,
        "unit": confidence.unit(len(index.documents)),
        "weights": _constants(),
        "language": language(),
        "amounts": amounts.as_data(),
        "roles": roles.as_data(),
    }


def _constants() -> dict[str, int | str | list[str]]:
    """Return the weights of the ranking, so that the script has no figures of its own."""
    return {
        "own": query_reader.OWN,
        "same": query_reader.SAME,
        "means": query_reader.MEANS,
        "within": query_reader.WITHIN,
        "prior": ranking.PRIOR,
        "whole": ranking.WHOLE,
        "undated": ranking.UNDATED,
        "repeated": coverage.REPEATED,
        "loose": query_reader.LOOSE,
        "apart": query_reader.APART,
        "score": confidence.SCORE,
        "share": confidence.SHARE,
        "lead": confidence.LEAD,
        "company": confidence.COMPANY,
        "first": confidence.FIRST,
        "named": confidence.NAMED,
        "full": confidence.FULL,
        "none": confidence.NONE,
        "statement": ranking.STATEMENT,
        "nouns": list(rule_names.NUMBER_NOUNS),
        "policy": rule_names.POLICY,
        "number": rule_names.LONGEST_NUMBER,
        "longest": query_reader.LONGEST_QUERY,
        "phrase": query_reader.LONGEST_PHRASE,
        "fewest": spelling.FEWEST,
        "most": spelling.MOST,
        "kept": ranking.KEPT,
        "few": ranking.FEW,
        "shown": ranking.SHOWN,
        "begun": spelling.BEGUN,
        "oneSlip": spelling.ONE_SLIP,
        "twoSlips": spelling.TWO_SLIPS,
    }


def needed_files(searcher: ranking.Searcher, head: dict[str, Any], query: str) -> set[str]:
    """Return the files that the script fetches for a first query, with the texts of six hits.

    `head` is `index.json`, read.
    """
    query_words = searcher.correct_words(query)
    interpreted = [guess.word for guesses in searcher.interpret(query_words) for guess in guesses]
    looked_up = (*words(query)[: query_reader.LONGEST_QUERY], *interpreted)
    stems = {stem(word) for word in looked_up if word not in STOP or stem(word) in head["opening"]}
    terms = stems | {term for want in searcher.query_terms(query_words) for term, _ in want.terms}
    terms |= {amounts.WHEN} if amounts.asks_when(query_words) else set()
    names = {"index.json"} | {f"terms-{shard_of(term, head['shards'])}.json" for term in terms}
    firsts = list(accumulate(head["texts"]))
    names |= {f"clauses-{bisect(firsts, hit.number) - 1}.json" for hit in searcher.rank(query, 6)}
    sure = all(
        word in STOP or searcher.is_known(word)
        for word in words(query)[: query_reader.LONGEST_QUERY]
    )
    return names if sure else names | {"words.json"}


def shard_of(term: str, shards: int) -> int:
    """Return the shard of a term: FNV-1a, 32 bits, of its UTF-8 bytes.

    Source: Fowler, Noll and Vo; draft-eastlake-fnv.
    """
    value = 0x811C9DC5
    for byte in term.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value % shards


def front_code(words: tuple[str, ...]) -> str:
    """Return sorted words, each as the length shared with the word before and the rest.

    The length is a capital letter, which no word has: `A` is 0.
    """
    parts: list[str] = []
    before = ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), 25) and word[shared] == before[shared]:
            shared += 1
        parts.append(_CAPITALS[shared] + word[shared:])
        before = word
    return "".join(parts)


def _count_parts(size: int, bounds: tuple[int, int], apart: bool) -> int:
    """Return how many files to make: more for a larger school, but in less than proportion."""
    most, half = bounds
    return max(1, round(most * size / (size + half) / (APART if apart else 1)))


def _terms(
    index: Index, phrases: _Phrases, row_words: set[str], apart: bool
) -> list[dict[str, Any]]:
    """Return the postings by shard: for each term its documents and weights in turn.

    A document is the step from the one before.
    """
    placed = [(term, term, _steps(postings)) for term, postings in index.postings.items()]
    placed += (*_thesaurus(index, phrases), *_named_clauses(index))
    size = sum(len(name) + 8 + 4 * len(value) for _, name, value in placed)
    shards: list[dict[str, Any]] = [{} for _ in range(_count_parts(size, TERMS, apart))]
    for key, name, value in sorted(placed):
        shards[shard_of(key, len(shards))][name] = value
    for part in sorted(
        {stem(word) for word in row_words - STOP}.difference(index.postings)
    ):  # those that no text has
        shard = shards[shard_of(part, len(shards))]
        if f" {part}" not in shard:
            shard.setdefault("?", []).append(part)
    return shards


def _thesaurus(index: Index, phrases: _Phrases) -> Iterator[tuple[str, str, list[Any]]]:
    """Yield the rows of each phrase, and what each row finds, with the term beside them."""
    for stems, rows in phrases.items():
        yield opening(stems), " " + " ".join(stems), [int(term[1:]) for term, _ in rows]
    have = {stem(word) for word in index.words} | STOP
    for number, row in enumerate(index.rows):
        finds = [finds for finds in row.finds if have.issuperset(phrase(finds))]
        if finds:  # not a row that means only quantities, or what headings are about
            yield f"#{number}", f"@{number}", finds


def _steps(postings: Postings) -> list[int]:
    """Return the postings with each document as the step from the one before."""
    steps = postings.tolist()
    steps[::2] = _list_steps(steps[::2])
    return steps


def _list_steps(numbers: Iterable[int]) -> list[int]:
    """Return how much each number is above the one before."""
    return [number - before for before, number in pairwise(chain([0], numbers))]


def _texts(index: Index, apart: bool = False) -> list[tuple[int, list[SearchDocument]]]:
    """Return the documents in runs of similar size, each with the number of its first."""
    sizes = [len(document.text) + 60 for document in index.documents]
    largest = LARGEST_TEXTS * (APART if apart else 1)
    enough = min(largest, sum(sizes) / _count_parts(sum(sizes), TEXTS, apart))
    runs: list[tuple[int, list[SearchDocument]]] = []
    filled = enough
    for number, document in enumerate(index.documents):
        if filled >= enough:
            runs.append((number, []))
            filled = 0
        runs[-1][1].append(document)
        filled += sizes[number]
    return runs


def _record(document: SearchDocument) -> list[str]:
    """Return a document as a list of texts."""
    d = document
    record = [d.title, d.address, d.anchor, d.number, d.section, d.reader, d.text, d.lead]
    return [*record, d.version, d.standing] if d.standing else record


def _audiences(index: Index) -> Iterator[list[Any]]:
    """Yield the audiences from each number on where they change."""
    before: tuple[str, ...] | None = None
    for number, document in enumerate(index.documents):
        if document.audiences != before:
            before = document.audiences
            yield [number, *before]


def _policies(index: Index) -> Iterator[tuple[int, str]]:
    """Yield the number of each policy's first document, and the stems of its title."""
    before = ""
    for number, document in enumerate(index.documents):
        if document.policy != before:
            yield number, " ".join(sorted(rule_names.title_stems(words(document.title))))
        before = document.policy


def _list_bounds(states: Iterable[bool]) -> Iterator[int]:
    """Yield the numbers at which a state becomes true, and becomes false again, in turn."""
    before = False
    for number, state in enumerate(states):
        if state is not before:
            yield number
        before = state


def _json(value: Any) -> bytes:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _named_clauses(index: Index) -> Iterator[tuple[str, str, list[int]]]:
    """Yield the clauses that come first for a query, under `!` and its phrase."""
    for stems, numbers in ranking.named_documents(index).items():
        yield opening(stems), "!" + " ".join(stems), list(numbers)
