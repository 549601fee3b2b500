"""Decide whether a build has enough work for a pool, and share its checks.

A worker starts as slowly as Python. It is worth it only for what the store does not have.
"""

from policybook.checks.kept_findings import PolicyChecker
from policybook.site.making.worker_pool import SharedWork, WorkerPool, WorkStage

#: Seconds, on a computer of 2024 with four versions of a policy. Only their ratio matters much.
_TO_CHECK, _TO_MAKE, _TO_START = 0.02, 0.13, 0.8
#: Fewer seconds of work are not divided.
_LEAST = 3 * _TO_START


def share_checks(checker: PolicyChecker, unmade: int, pool: WorkerPool, work: SharedWork) -> None:
    """Put the findings about each policy into the store of `checker`, with the workers of `pool`.

    The pages of `unmade` policies are still to be made. Without enough work for checks and pages
    together, do nothing and start no worker.
    """
    unchecked = {p.name: p for p in checker.division.parts() if not checker.has(p)}
    if _TO_CHECK * len(unchecked) + _TO_MAKE * unmade < _LEAST:
        return
    pool.start(work)
    for name in pool.share(WorkStage.CHECK, list(unchecked)):
        checker.find(unchecked[name])
