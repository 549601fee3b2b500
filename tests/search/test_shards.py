"""The static files: the same bytes every time, small, and all that a query needs."""

import gzip
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest

from policybook import search
from policybook.search import Index, Searcher, shards
from policybook.search.english import STOP
from policybook.search.query_reader import MEANS, SAME
from policybook.search.stemming import stem

PROGRAM = """
import hashlib, sys
from datetime import date
from pathlib import Path
from policybook import search
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources
school = library.load(read_sources(Path(sys.argv[1]))).library
made = search.index(search.documents_in_force(school, date(2026, 11, 22)), search.shipped_rows())
print(hashlib.sha256(repr(list(search.index_files(made))).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def files(index: Index) -> dict[str, bytes]:
    return dict(search.index_files(index))


@pytest.fixture(scope="module")
def head(files: dict[str, bytes]) -> Any:
    return json.loads(files["index.json"])


def test_hash_seed_changes_no_byte() -> None:
    school = str(Path(__file__).parent / "school")
    hashes = {
        subprocess.run([sys.executable, "-c", PROGRAM, school], env={**os.environ, "PYTHONHASHSEED": seed},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(hashes) == 1


def term_files(files: dict[str, bytes], head: Any) -> list[Any]:
    return [json.loads(files[f"terms-{n}.json"]) for n in range(head["shards"])]


def test_phrases_are_with_a_stem(searcher: Searcher, files: dict[str, bytes], head: Any) -> None:
    phrases: dict[tuple[str, ...], tuple[tuple[str, int], ...]] = {}
    for n, shard in enumerate(term_files(files, head)):
        for name in (name for name in shard if name[0] == " "):
            stems, flat = tuple(name[1:].split(" ")), shard[name]
            assert n in {shards.shard_of(s, head["shards"]) for s in stems if s not in STOP}
            phrases[stems] = tuple(
                (f"#{row}", SAME if row < head["same"] else MEANS) for row in flat
            )
    assert phrases == searcher.phrases


def test_rows_are_beside_postings(index: Index, files: dict[str, bytes], head: Any) -> None:
    have = {stem(word) for word in index.words} | STOP
    for n, shard in enumerate(term_files(files, head)):
        for name in (name for name in shard if name[0] == "@"):
            assert shards.shard_of("#" + name[1:], head["shards"]) == n
            row = index.rows[int(name[1:])]
            assert (
                shard[name] == [f for f in row.finds if {stem(w) for w in f.split()} <= have] != []
            )


def test_postings_are_with_their_term(index: Index, files: dict[str, bytes], head: Any) -> None:
    all_postings: dict[str, list[int]] = {}
    for n, shard in enumerate(term_files(files, head)):
        postings = {term: steps for term, steps in shard.items() if term[0] not in " @?!"}
        assert all(shards.shard_of(term, head["shards"]) == n for term in postings)
        all_postings |= postings
    assert set(all_postings) == set(index.postings)
    for term, steps in all_postings.items():
        numbers = [sum(steps[0 : n + 1 : 2]) for n in range(0, len(steps), 2)]
        assert numbers == list(index.postings[term][::2]) and steps[1::2] == list(
            index.postings[term][1::2]
        )


def test_documents_are_in_their_file(index: Index, files: dict[str, bytes], head: Any) -> None:
    starts = [*accumulate(head["texts"]), head["count"]]
    for n, (start, end) in enumerate(pairwise(starts)):
        records = json.loads(files[f"clauses-{n}.json"])
        assert [r[6] for r in records] == [d.text for d in index.documents[start:end]]


def test_words_are_with_their_stem(searcher: Searcher, files: dict[str, bytes], head: Any) -> None:
    shards_read = term_files(files, head)
    for word_stem in {stem(word) for word in searcher.vocabulary}:
        shard = shards_read[shards.shard_of(word_stem, head["shards"])]
        assert word_stem in shard or f" {word_stem}" in shard or word_stem in shard["?"], word_stem


def test_words_survive_front_coding(index: Index, files: dict[str, bytes]) -> None:
    before, words = "", []
    for coded in re.findall("[A-Z][^A-Z]*", json.loads(files["words.json"])["words"]):
        before = before[: ord(coded[0]) - ord("A")] + coded[1:]
        words.append(before)
    assert tuple(words) == index.words


def test_the_state_changes_with_any_text(index: Index, files: dict[str, bytes], head: Any) -> None:
    other = search.index(index.documents[1:], search.shipped_rows())
    assert json.loads(dict(search.index_files(other))["index.json"])["state"] != head["state"]


@pytest.mark.parametrize(
    ("term", "value"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)]
)
def test_the_hash_is_fnv_1a(term: str, value: int) -> None:
    assert shards.shard_of(term, 2**32) == value


def test_a_first_query_fetches_little(
    searcher: Searcher, files: dict[str, bytes], head: Any, queries: list[str]
) -> None:
    small = {name: len(gzip.compress(data)) for name, data in files.items()}
    for query in queries:
        assert sum(small[name] for name in shards.needed_files(searcher, head, query)) <= 25_000, (
            query
        )


@pytest.mark.parametrize("apart", [False, True])
def test_files_of_texts_stay_small(index: Index, apart: bool) -> None:
    # 400 times the texts, each with its own words.
    documents = tuple(
        replace(document, policy=f"{document.policy}-{number}")
        for number in range(400)
        for document in index.documents
    )
    parts = shards._texts(replace(index, documents=documents), apart)
    sizes = [sum(len(document.text) + 60 for document in part) for _, part in parts]
    longest = max(len(document.text) + 60 for document in documents)
    most = shards.LARGEST_TEXTS * (shards.APART if apart else 1)
    assert sum(sizes) > 100 * most
    assert max(sizes) <= most + longest
    assert sum(len(part) for _, part in parts) == len(documents)
