"""Decide whether a build has enough work for a pool, and share its checks.

A worker starts as slowly as Python. It is worth it only for what the store does not have.
"""

from typing import TYPE_CHECKING

from policybook.checks.kept_findings import PolicyChecker
from policybook.site.worker_pool import SharedWork, WorkerPool, WorkStage
from policybook.store import Store

if TYPE_CHECKING:
    from policybook.site.build import Site

#: Seconds, on a computer of 2024 with four versions of a policy. Only their ratio matters much.
_TO_CHECK, _TO_MAKE, _TO_START = 0.02, 0.13, 0.8
#: Fewer seconds of work are not divided.
_LEAST = 3 * _TO_START


def share_checks(site: "Site", pool: WorkerPool, work: SharedWork, store: Store) -> None:
    """Put the findings about each policy into `store`, with the workers of `pool`.

    Without enough work for the checks and the pages together, do nothing and start none.
    """
    if not pool.size:
        return
    checker = PolicyChecker(site.library, site.digests, site.today, store)
    unchecked = {p.name: p for p in checker.division.parts() if not checker.has(p)}
    unmade = sum(1 for _ in site.list_unmade(site.maker(None)))
    if _TO_CHECK * len(unchecked) + _TO_MAKE * unmade < _LEAST:
        return
    pool.start(work)
    for name in pool.share(WorkStage.CHECK, list(unchecked)):
        checker.find(unchecked[name])
