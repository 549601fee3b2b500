"""Run one process of a pool: make policies, and put them into the store.

`worker_pool` starts it. It gets its work from the standard input, and answers with one byte
for each policy. It shows nothing.
"""

import contextlib
import gc
import os
import pickle
import sys
from typing import BinaryIO

from policybook.checks.kept_findings import PolicyChecker
from policybook.site import build
from policybook.site.making.worker_pool import SharedWork, WorkStage

#: A build makes many values and few cycles.
_COLLECTED = (100_000, 20, 20)
_DONE = b"."


def run() -> None:
    """Serve the process that started this one, until it closes the pipe or ends."""
    gc.set_threshold(*_COLLECTED)
    with os.fdopen(os.dup(1), "wb", buffering=0) as answers, open(os.devnull, "w") as nothing:
        os.dup2(nothing.fileno(), 1)
        serve(sys.stdin.buffer, answers)


def serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    """Do each task, and answer when it is done or has failed. Only the store keeps anything."""
    with contextlib.suppress(EOFError):
        worker = PolicyWorker(pickle.load(tasks))
        gc.freeze()
        while True:
            stage, name = pickle.load(tasks)
            # The build does it again, and meets the same fault.
            with contextlib.suppress(Exception):
                worker.do(stage, name)
            answers.write(_DONE)


class PolicyWorker:
    """Makes the policies of one project."""

    def __init__(self, work: SharedWork) -> None:
        site = build.prepare(work)
        assert work.settings.store
        self._policies = {policy.name: policy for policy in site.published.policies}
        self._checker = PolicyChecker(site.library, site.digests, work.today, work.settings.store)
        self._maker = site.maker(site.typesetter())

    def do(self, stage: WorkStage, name: str) -> None:
        """Put the findings or the files of a policy into the store."""
        if stage is WorkStage.CHECK:
            self._checker.find(self._checker.division.part(name))
        else:
            for _ in self._maker.make(self._policies[name]):
                pass
