"""An index -> the static files that `search.js` reads. The same index gives the same bytes.

`index.json` has what every query needs: the tables of the language. The postings lie in `terms-N.json` by a hash of the
term, the texts in `clauses-N.json` by their number, so that a query fetches little. The thesaurus lies with the postings:
under a blank and a phrase the rows that it stands for, in the file of the stem by which the phrase is looked up; under `@`
and the number of a row what it finds, in the file of its postings. Under `?` are the stems of that file that are only
parts of phrases: so a query of known words needs no list of all words. `words.json`, that list, is for the others.
"""

import hashlib
import json
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from operator import sub
from typing import Any, TypeAlias

from policybook.search import ranking, spelling
from policybook.search.documents import SearchDocument
from policybook.search.english import STOP
from policybook.search.indexing import Index, Postings
from policybook.search.stemming import language, stem, words
from policybook.search.thesaurus import STOP_STEMS, Phrase, opening, phrase

#: Into how many files postings and texts are divided at most, and the letters at which it is half as many: few files, as
#: each costs the build more than its bytes do, but small ones for the few policies that most schools have.
TERMS, TEXTS = (480, 250_000), (170, 105_000)
APART = 4  # an index that is fetched only on request has a fourth as many
_Phrases: TypeAlias = Mapping[
    Phrase, tuple[tuple[str, int], ...]
]  # as `ranking.phrases` gives them
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index_files(index: Index, apart: bool = False) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file; `index.json` last, because it names the state of all the others."""
    whole = hashlib.sha256()
    phrases, said_words = ranking.thesaurus_phrases(index), ranking.thesaurus_words(index)
    shards, texts = _terms(index, phrases, said_words, apart), _texts(index, apart)
    others = [(f"terms-{n}.json", _json(shard)) for n, shard in enumerate(shards)]
    others += [
        (f"clauses-{n}.json", _json([_record(d) for d in part]))
        for n, (_, part) in enumerate(texts)
    ]
    thesaurus_only = tuple(sorted(said_words.difference(index.words, STOP)))
    others.append(
        (
            "words.json",
            _json({"words": front_code(index.words), "said": front_code(thesaurus_only)}),
        )
    )
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
    return {
        "state": state,
        "shards": shards,
        "texts": texts,
        "count": len(index.documents),
        "statements": [
            [*run, reader]
            for reader in sorted({d.reader for d in index.documents if d.reader})
            for run in _runs([n for n, d in enumerate(index.documents) if d.reader == reader])
        ],
        "audiences": list(_audiences(index)),
        # the stems of stop words by which a phrase is looked up all the same: "mean", for "means"
        "opening": sorted({opening(stems) for stems in phrases} & STOP_STEMS),
        "same": sum(row.same for row in index.rows),
        "weights": _constants(),
        "language": language(),
    }


def _constants() -> dict[str, int]:
    """What the ranking weighs, so that the script has no figures of its own."""
    return {
        "own": ranking.OWN,
        "same": ranking.SAME,
        "means": ranking.MEANS,
        "within": ranking.WITHIN,
        "statement": ranking.STATEMENT,
        "longest": ranking.LONGEST_QUERY,
        "phrase": ranking.LONGEST_PHRASE,
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
    """The files that the script fetches for `query` as its first, the texts of six hits with them; `head` is `index.json`, read."""
    query_words = searcher.correct_words(query)
    interpreted = [guess.word for guesses in searcher.interpret(query_words) for guess in guesses]
    looked_up = (*words(query)[: ranking.LONGEST_QUERY], *interpreted)
    stems = {stem(word) for word in looked_up if word not in STOP or stem(word) in head["opening"]}
    terms = stems | {term for want in searcher.query_terms(query_words) for term, _ in want.terms}
    names = {"index.json"} | {f"terms-{shard_of(term, head['shards'])}.json" for term in terms}
    names |= {
        f"clauses-{bisect(head['texts'], hit.number) - 1}.json" for hit in searcher.rank(query, 6)
    }
    sure = all(
        word in STOP or searcher.is_known(word) for word in words(query)[: ranking.LONGEST_QUERY]
    )
    return names if sure else names | {"words.json"}


def shard_of(term: str, shards: int) -> int:
    """FNV-1a, 32 bits, of the term in UTF-8 (Fowler, Noll and Vo; draft-eastlake-fnv)."""
    value = 0x811C9DC5
    for byte in term.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value % shards


def front_code(words: tuple[str, ...]) -> str:
    """Sorted words, each as one digit (base 36) for how many letters it shares with the one before, and the rest."""
    parts: list[str] = []
    before = ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), 35) and word[shared] == before[shared]:
            shared += 1
        parts.append(_DIGITS[shared] + word[shared:])
        before = word
    return " ".join(parts)


def _count_parts(size: int, bounds: tuple[int, int], apart: bool) -> int:
    """Into how many files to divide: more for a larger school, but slower than it grows, so that they stay few."""
    most, half = bounds
    return max(1, round(most * size / (size + half) / (APART if apart else 1)))


def _terms(
    index: Index, phrases: _Phrases, row_words: set[str], apart: bool
) -> list[dict[str, Any]]:
    """Postings by shard: of each term its documents and weights in turn, a document as the step from the one before."""
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
    """Of each phrase its rows, of each row what it finds in these texts, with the term that it lies beside."""
    for stems, rows in phrases.items():
        yield opening(stems), " " + " ".join(stems), [int(term[1:]) for term, _ in rows]
    have = {stem(word) for word in index.words} | STOP
    for number, row in enumerate(index.rows):
        yield (
            f"#{number}",
            f"@{number}",
            [finds for finds in row.finds if have.issuperset(phrase(finds))],
        )


def _steps(postings: Postings) -> list[int]:
    steps = postings.tolist()
    numbers = steps[::2]
    steps[2::2] = map(sub, numbers[1:], numbers)
    return steps


def _texts(index: Index, apart: bool = False) -> list[tuple[int, list[SearchDocument]]]:
    """The documents in runs of about one size, each with the number of its first."""
    sizes = [len(document.text) + 60 for document in index.documents]
    enough = sum(sizes) / _count_parts(sum(sizes), TEXTS, apart)
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
    d = document
    record = [d.title, d.address, d.anchor, d.number, d.section, d.reader, d.text, d.lead]
    return [*record, d.version, d.standing] if d.standing else record


def _audiences(index: Index) -> Iterator[list[Any]]:
    """To whom the documents apply, from each number on where that changes."""
    before: tuple[str, ...] | None = None
    for number, document in enumerate(index.documents):
        if document.audiences != before:
            before = document.audiences
            yield [number, *before]


def _runs(numbers: list[int]) -> list[list[int]]:
    """Numbers in order as runs: [first, last]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _named_clauses(index: Index) -> Iterator[tuple[str, str, list[int]]]:
    """Under `!` and a phrase, in the file of its stem, the clauses that come first when the phrase is the whole query."""
    for stems, numbers in ranking.named_documents(index).items():
        yield opening(stems), "!" + " ".join(stems), list(numbers)
