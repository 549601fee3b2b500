"""Divide the policies of a large build among processes, which put what they make into the store.

A worker writes nothing but whole objects of the store. A build takes from there what it would
have made itself, so the site is the same. If a worker is slow, dies or fails, the build makes
the rest itself.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from policybook.reading.files.snapshot import Sources
    from policybook.site.render.types import Settings, Templates

#: Seconds for which a build waits for one policy. Afterwards it makes the policy itself.
PATIENCE = 20.0
_LOOK_EVERY = 1.0
#: Isolated from the folder and the variables where a build starts. It gets our path of modules.
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from policybook.site.making import worker; worker.run()"
)
#: On Windows: Ctrl+C reaches the build alone.
_APART = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


class WorkStage(StrEnum):
    """What a worker can do with a policy."""

    CHECK = "check"
    MAKE = "make"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWork:
    """What every worker gets first: all that `site.build.prepare` needs."""

    sources: "Sources"
    templates: "Templates"
    today: "date"
    settings: "Settings"


Task = tuple[WorkStage, str]


class WorkerPool:
    """Up to `size` processes beside this one. They start when a build has enough work.

    Each takes the last policy that nobody has taken, while the build takes the first.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._change = Condition()
        self._waiting: list[Task] = []
        self._busy: set[Task] = set()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._unsent: list[SharedWork] = []

    def start(self, work: SharedWork) -> None:
        """Start the workers, and stop those of an earlier build."""
        self.close()
        for _ in range(self.size):
            try:
                process = _start_process()
            except OSError:
                return  # the build makes everything itself
            self._processes.append(process)
            # From the list, because a thread would hold its arguments as long as it runs.
            self._unsent.append(work)
            Thread(target=self._serve, args=(process,), daemon=True).start()

    def share(self, stage: WorkStage, names: Sequence[str]) -> Iterator[str]:
        """Yield each name once, when no worker has it and none will take it.

        What a worker has finished comes first, because the store has it then.
        """
        with self._change:
            self._waiting = [(stage, name) for name in names] if self._processes else []
            self._change.notify_all()
        left = dict.fromkeys(names)
        while left:
            name = self._choose(stage, left)
            del left[name]
            yield name

    def _choose(self, stage: WorkStage, names: Iterable[str]) -> str:
        with self._change:
            for _ in range(round(PATIENCE / _LOOK_EVERY)):  # Ctrl+C ends short waits only
                if name := self._find_free(stage, names):
                    return name
                self._change.wait(_LOOK_EVERY)
        return next(iter(names))

    def _find_free(self, stage: WorkStage, names: Iterable[str]) -> str:
        """Return a policy that no worker has, or an empty string. Workers leave it alone."""
        free = [name for name in names if (stage, name) not in self._busy]
        waiting = set(self._waiting)
        for name in free:
            if (stage, name) not in waiting:
                return name
        if free:
            self._waiting.remove((stage, free[0]))
            return free[0]
        return ""

    def close(self) -> None:
        """Stop every worker at once."""
        with self._change:
            processes, self._processes, self._waiting = self._processes, [], []
            self._unsent = []
            self._change.notify_all()
        for process in processes:
            process.kill()
            process.wait()

    def _serve(self, process: "subprocess.Popen[bytes]") -> None:
        """Send tasks to a process, one after the other, until it ends."""
        assert process.stdin and process.stdout
        try:
            with process.stdin as tasks, process.stdout as answers:
                pickle.dump(self._unsent.pop(), tasks)
                while task := self._take(process):
                    with self._held(task):
                        pickle.dump(task, tasks)
                        tasks.flush()
                        if not answers.read(1):
                            return
        except (OSError, ValueError, IndexError):
            return  # the process has ended

    def _take(self, process: "subprocess.Popen[bytes]") -> Task | None:
        """Return a task when there is one; None if the process is no longer needed."""
        with self._change:
            self._change.wait_for(lambda: self._waiting or process not in self._processes)
            if process not in self._processes:
                return None
            task = self._waiting.pop()
            self._busy.add(task)
            return task

    @contextmanager
    def _held(self, task: Task) -> Iterator[None]:
        try:
            yield
        finally:
            with self._change:
                self._busy.discard(task)
                self._change.notify_all()


def _start_process() -> "subprocess.Popen[bytes]":
    flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
    return subprocess.Popen(
        [sys.executable, *flags, "-c", _PROGRAM, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the build meets the same fault, and says it to people
        start_new_session=True,
        creationflags=_APART,
    )
