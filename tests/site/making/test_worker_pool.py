"""Two processes make the same site as one, whatever happens to the second."""

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from builders import make_approved_text, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.build import Site
from policybook.site.making import shared_checks, worker, worker_pool
from policybook.site.making.made_policies import PolicyMaker
from policybook.site.making.worker_pool import SharedWork, WorkerPool, WorkStage
from policybook.site.render.types import Settings
from policybook.store import Store

TODAY = date(2026, 11, 22)
NAMES = ["behaviour", "phones", "trips", "uniform"]
SOURCES = make_sources(
    {
        f"{layout.POLICIES}{name}/2025-09.md": make_approved_text(
            f"## Rules\n\nEverybody must read the {name} form.\n", title=f"{name.title()} Policy"
        )
        for name in NAMES
    }
)
TEMPLATES = read_templates(Path("nowhere"))


def make_work(folder: Path) -> SharedWork:
    settings = Settings(pdf=False, store=Store(folder))
    return SharedWork(sources=SOURCES, templates=TEMPLATES, today=TODAY, settings=settings)


def open_site(work: SharedWork, pool: WorkerPool | None) -> Site:
    return build.build(work.sources, work.templates, work.today, work.settings, pool)


def read_all(site: Site) -> dict[str, bytes]:
    findings = "\n".join(map(repr, site.findings)).encode()
    return {"findings": findings, **{file.path: file.data for file in site.files()}}


def build_with_pool(folder: Path) -> dict[str, bytes]:
    with closing(WorkerPool(1)) as pool:
        return read_all(open_site(make_work(folder), pool))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site that one process makes."""
    return read_all(open_site(make_work(tmp_path_factory.mktemp("alone")), None))


@pytest.fixture
def enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let four policies be enough work."""
    monkeypatch.setattr(shared_checks, "_LEAST", 0.1)


def refuse(*_: object) -> Iterator[object]:
    raise AssertionError("the build made what a worker had made")


def wait_until(is_true: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_true():
            return
        time.sleep(0.1)
    raise TimeoutError


@pytest.mark.usefixtures("enough")
def test_two_processes_make_same_bytes(tmp_path: Path, alone: dict[str, bytes]) -> None:
    assert build_with_pool(tmp_path) == alone


def test_build_takes_what_worker_made(
    tmp_path: Path, alone: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks, answers = io.BytesIO(), io.BytesIO()
    pickle.dump(make_work(tmp_path), tasks)
    for stage in WorkStage:
        for name in NAMES:
            pickle.dump((stage, name), tasks)
    tasks.seek(0)
    worker.serve(tasks, answers)
    assert answers.getvalue() == b"." * 8
    monkeypatch.setattr(PolicyMaker, "_make", refuse)
    assert read_all(open_site(make_work(tmp_path), None)) == alone


def test_process_fills_the_store(tmp_path: Path) -> None:
    work = make_work(tmp_path)
    site = build.prepare(work)
    with closing(WorkerPool(1)) as pool:
        pool.start(work)
        (first, *_) = pool.share(WorkStage.MAKE, NAMES[:1])
        shared = pool.share(WorkStage.MAKE, NAMES)
        assert first == next(shared) == NAMES[0]
        wait_until(lambda: list(site.list_unmade(site.maker(None))) == NAMES[:1])
        assert sorted(shared) == NAMES[1:]


@pytest.mark.usefixtures("enough")
@pytest.mark.parametrize(
    "program",
    [
        "import os; os._exit(1)",  # cannot start
        "import sys; sys.stdin.buffer.read(9); sys.stdout.write('.')",  # ends after one policy
        "raise SystemExit('a traceback')",
        "import time; time.sleep(600)",  # never answers, and reads nothing
        "import sys, time; sys.stdin.buffer.read(); time.sleep(600)",
        "import sys, time\nfor _ in sys.stdin.buffer: print('.', end='', flush=True)",  # does nothing
    ],
)
def test_build_survives_any_worker(
    tmp_path: Path,
    alone: dict[str, bytes],
    program: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(worker_pool, "_PROGRAM", program)
    monkeypatch.setattr(worker_pool, "PATIENCE", 2.0)
    assert build_with_pool(tmp_path) == alone
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("enough")
def test_killed_worker_leaves_rest(tmp_path: Path, alone: dict[str, bytes]) -> None:
    with closing(WorkerPool(1)) as pool:
        site = open_site(make_work(tmp_path), pool)
        (process,) = pool._processes
        files = {}
        for file in site.files():
            process.kill()
            files[file.path] = file.data
        assert files == {path: data for path, data in alone.items() if path != "findings"}


@pytest.mark.usefixtures("enough")
def test_stopped_build_ends_its_workers(tmp_path: Path) -> None:
    pool = WorkerPool(2)
    files = open_site(make_work(tmp_path), pool).files()
    next(files)
    processes = list(pool._processes)
    assert [process.poll() for process in processes] == [None, None]
    pool.close()  # as after Ctrl+C
    assert all(process.poll() is not None for process in processes)


def test_few_policies_start_no_worker(tmp_path: Path) -> None:
    with closing(WorkerPool(1)) as pool:
        open_site(make_work(tmp_path), pool)
        assert pool._processes == []


@pytest.mark.usefixtures("enough")
def test_nothing_new_starts_no_worker(tmp_path: Path) -> None:
    read_all(open_site(make_work(tmp_path), None))
    with closing(WorkerPool(1)) as pool:
        open_site(make_work(tmp_path), pool)
        assert pool._processes == []


def test_worker_ends_with_its_build(tmp_path: Path) -> None:
    # A killed build can close nothing itself.
    flags = [sys.executable, "-c", worker_pool._PROGRAM, *sys.path]
    with subprocess.Popen(flags, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        pickle.dump(make_work(tmp_path), process.stdin)
        process.stdin.close()
        assert process.wait(60) == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal to send")
def test_ctrl_c_shows_no_traceback(tmp_path: Path) -> None:
    for number in range(60):
        file = tmp_path / f"{layout.POLICIES}rules-{number}/2025-09.md"
        file.parent.mkdir(parents=True)
        file.write_text(make_text(title=f"Rules {number} Policy"), "utf-8")
    command = ["build", "--project", str(tmp_path), "--today", TODAY.isoformat(), "--workers", "2"]
    # A shell makes a job in its background ignore Ctrl+C, and so would what the job starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [sys.executable, "-m", "policybook", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    ) as process:
        assert process.stdout
        wait_until(lambda: any((tmp_path / ".cache").rglob("*")))
        os.killpg(process.pid, signal.SIGINT)
        words = process.stdout.read()
    assert "Traceback" not in words
    assert "Stopped" in words
    assert not (tmp_path / "site").exists()
