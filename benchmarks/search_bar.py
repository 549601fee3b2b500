"""How well search answers judged queries, and how many bytes the first query costs; at a handful of policies and at 60.

    python benchmarks/search_bar.py --queries tests/search/judged-a.json tests/search/judged-b.json \
        --policies ../shared/search/sample-policies --filler ../shared/search/filler_policies.py

A query is judged by clauses: grade 2 answers it, grade 1 is related. MRR is the mean of 1 / the place of the first
answer; S@3 the share of queries with an answer among the first three; "section" the same for the answer's section.
"""

import argparse
import gzip
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from policybook import search
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources
from policybook.search import Hit, Index, SearchDocument, Searcher, shards

Query = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    policies: int
    clauses: int
    answered: int
    mrr: float
    first_three: float
    section: float
    empty: int
    typos: float
    milliseconds: float
    bytes_median: int
    bytes_most: int
    build: float


def main() -> None:
    options = _options()
    lists = dict(_lists(options.queries, options.halves))
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        for folder in (options.oakfield, options.policies):
            shutil.copytree(folder, project / "docs/policies", dirs_exist_ok=True)
        for at, (name, queries) in enumerate(lists.items()):
            _print(name, _measured(project, queries, options.today, options.show), heading=not at)
        if options.filler:
            subprocess.run([sys.executable, str(options.filler), str(project)], check=True)
            for name, queries in lists.items():
                _print(
                    name, _measured(project, queries, options.today, options.show), heading=False
                )


def _lists(paths: Sequence[Path], halves: bool) -> Iterator[tuple[str, list[Query]]]:
    for path in paths:
        queries = json.loads(path.read_text(encoding="utf-8"))
        if halves:
            yield f"{path.stem} odd", queries[0::2]
            yield f"{path.stem} even", queries[1::2]
        else:
            yield path.stem, queries


def _options() -> argparse.Namespace:
    here = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--queries",
        type=Path,
        required=True,
        nargs="+",
        help="judged queries, a list in JSON; or several such files",
    )
    parser.add_argument(
        "--policies", type=Path, required=True, help="a folder of policies that they are about"
    )
    parser.add_argument(
        "--oakfield",
        type=Path,
        default=here / "docs/policies",
        help="the other policies they are about",
    )
    parser.add_argument(
        "--filler", type=Path, help="a script that writes policies that answer none"
    )
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 22))
    parser.add_argument(
        "--halves", action="store_true", help="the odd and the even queries of each list apart"
    )
    parser.add_argument(
        "--show",
        action="store_true",
        help="show the queries without an answer among the first three",
    )
    return parser.parse_args()


def _measured(project: Path, queries: Sequence[Query], today: date, show: bool) -> Figures:
    school = library.load(read_sources(project)).library
    begin = time.process_time()
    index = search.index(search.documents_in_force(school, today), search.shipped_rows())
    files = dict(search.index_files(index))
    build = time.process_time() - begin
    searcher = Searcher(index)
    begin = time.process_time()
    found = [searcher.rank(query["query"]) for query in queries]
    spent = time.process_time() - begin
    judged = [
        (query, hits, _places(query, hits))
        for query, hits in zip(queries, found, strict=True)
        if _answers(query)
    ]
    if show:
        _show(judged)
    fetched = sorted(_first_query(searcher, files, query["query"]) for query in queries)
    return Figures(
        policies=len({d.policy for d in index.documents}),
        clauses=len(index.documents),
        answered=len(judged),
        mrr=statistics.mean(1 / places[0] if places else 0 for _, _, places in judged),
        first_three=statistics.mean(bool(places) and places[0] <= 3 for _, _, places in judged),
        section=statistics.mean(_right_section(query, hits, index) for query, hits, _ in judged),
        empty=sum(not hits for _, hits, _ in judged),
        typos=_typos(searcher, judged),
        milliseconds=1000 * spent / len(queries),
        bytes_median=fetched[len(fetched) // 2],
        bytes_most=fetched[-1],
        build=build,
    )


def _answers(query: Query) -> list[dict[str, Any]]:
    return [clause for clause in query["clauses"] if clause["grade"] == 2]


def _places(query: Query, hits: Sequence[Hit]) -> list[int]:
    """The places, from 1, at which an answer stands."""
    return [
        place
        for place, hit in enumerate(hits, 1)
        if any(_is(hit.document, clause) for clause in _answers(query))
    ]


def _is(document: SearchDocument, clause: dict[str, Any]) -> bool:
    begins = _bare(clause["begins"])[:50]
    return clause["policy"] == document.policy and _bare(document.text).startswith(begins)


def _right_section(query: Query, hits: Sequence[Hit], index: Index) -> bool:
    answers = (d for d in index.documents if any(_is(d, clause) for clause in _answers(query)))
    wanted = {(d.policy, d.anchor.split("-")[0]) for d in answers}
    return any(
        (hit.document.policy, hit.document.anchor.split("-")[0]) in wanted for hit in hits[:3]
    )


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _typos(searcher: Searcher, judged: Sequence[tuple[Query, list[Hit], list[int]]]) -> float:
    """Of the queries with an answer among the first three, the share that keep it when the longest word has a slip."""
    kept = []
    for query, _, places in judged:
        longest = max(query["query"].split(), key=len)
        if places and places[0] <= 3 and len(longest) > 4:
            slipped = query["query"].replace(
                longest, longest[: len(longest) // 2] + longest[len(longest) // 2 + 1 :]
            )
            again = _places(query, searcher.rank(slipped))
            kept.append(bool(again) and again[0] <= 3)
    return statistics.mean(kept) if kept else 0.0


def _first_query(searcher: Searcher, files: dict[str, bytes], query: str) -> int:
    """What a browser fetches for its first query, in bytes as gzip makes them, the texts of six hits with it."""
    return sum(
        len(gzip.compress(files[name]))
        for name in shards.needed_files(searcher, json.loads(files["index.json"]), query)
    )


def _show(judged: Sequence[tuple[Query, list[Hit], list[int]]]) -> None:
    for query, hits, places in judged:
        if not places or places[0] > 3:
            print(f"{query['query']!r}: {places[:1] or 'not found'}")
            for hit in hits[:3]:
                print(
                    f"    {hit.score:6} {hit.document.policy} {hit.document.number} {hit.document.text[:80]}"
                )


def _columns(figures: Figures) -> Iterator[tuple[str, str]]:
    yield "policies", str(figures.policies)
    yield "clauses", str(figures.clauses)
    yield "queries", str(figures.answered)
    yield "MRR", f"{figures.mrr:.2f}"
    yield "S@3", f"{figures.first_three:.2f}"
    yield "section", f"{figures.section:.2f}"
    yield "empty", str(figures.empty)
    yield "typos kept", f"{figures.typos:.2f}"
    yield "ms (Python)", f"{figures.milliseconds:.1f}"
    yield "first query, bytes", f"{figures.bytes_median:,}"
    yield "at most", f"{figures.bytes_most:,}"
    yield "index made, s", f"{figures.build:.2f}"


def _print(name: str, figures: Figures, heading: bool) -> None:
    columns = [("list".ljust(14), name.ljust(14)), *_columns(figures)]
    if heading:
        print("  ".join(name for name, _ in columns))
    print("  ".join(value.rjust(len(name)) for name, value in columns))


if __name__ == "__main__":
    main()
