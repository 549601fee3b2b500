"""Rows of the school's words for search that lead nowhere: each word means the other."""

from collections.abc import Iterator, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter

from policybook import search
from policybook.checks.version_findings import report_warning
from policybook.model import Finding, Library
from policybook.reading.files import layout

#: Circles in one file that are reported.
_MOST = 20
_Edges = dict[str, dict[str, int]]


def words_lead_to_the_policy(library: Library, today: date) -> Iterator[Finding]:
    """No words in `vocabulary.yml` mean each other in a circle, or mean themselves.

    Bad: “instagram” means “facebook”, and “facebook” means “instagram”.
    Good: `- same: instagram, facebook`; or `- say: instagram` and `means: social media`.
    Remedy: Write one row with `same`. Or let each row mean the words of the policy.
    Codes: circle.
    """
    rows, _ = search.school_rows(library)
    edges = _list_edges(rows)
    for words, line in [(w, means[w]) for w, means in edges.items() if w in means]:
        yield _make_finding(
            line,
            f"“{words}” means itself, so the row finds nothing more",
            "Write the words of the policy after `means:`, or remove the row.",
        )
        del edges[words][words]
    for _ in range(_MOST):
        circle = _find_circle(edges)
        if not circle:
            return
        line = edges[circle[0]].pop(circle[1])
        chain = ", which means ".join(f"“{words}”" for words in circle[1:])
        yield _make_finding(
            line,
            f"“{circle[0]}” means {chain}: the words mean each other in a circle",
            f"Write one row, `- same: {', '.join(dict.fromkeys(circle))}`. Or write the words of "
            "the policy after `means:`.",
        )


def _list_edges(rows: tuple[search.ThesaurusRow, ...]) -> _Edges:
    """Return what each phrase of a row with one direction means, with the row's line."""
    edges: _Edges = {}
    for row in rows:
        if not row.same or row.says != row.finds:
            for words in row.says:
                edges.setdefault(words, {}).update(dict.fromkeys(row.finds, row.line))
    return edges


def _find_circle(edges: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return the phrases of one circle, the first once more at its end; empty if there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        # Its nodes run against the edges: each is among the predecessors of the next.
        return list(reversed(error.args[1]))
    return []


def _make_finding(line: int, message: str, remedy: str) -> Finding:
    return report_warning(layout.VOCABULARY, line, "circle", message, remedy)
