"""One build of a site at a time."""

import errno
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from policybook.publish import (
    PublishError,
    stage_site,
)
from policybook.publish.lock import hold_lock

from .sites import (
    POSIX,
    build_site,
    list_neighbours,
    make_environment,
    read_state,
)


def test_second_build_is_refused(site: Path) -> None:
    with (
        stage_site(site),
        pytest.raises(PublishError, match="Another build of this site is running"),
        stage_site(site),
    ):
        pass
    build_site(site, "new")
    assert read_state(site) == "new"


def test_second_program_learns_who_builds(site: Path) -> None:
    with stage_site(site):
        done = start_second_build(site)
    assert "Another build of this site is running (process " in done.stderr
    assert f"(process {os.getpid()} on " in done.stderr
    assert (read_state(site), list_neighbours(site)) == ("old", [])


@POSIX
def test_lock_ends_with_its_process(site: Path) -> None:
    script = (
        "import os,sys,signal,time\nfrom pathlib import Path\nfrom policybook.publish import stage_site\n"
        "with stage_site(Path(sys.argv[1])):\n"
        "    if os.fork() == 0: os.close(1); time.sleep(60)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, site], start_new_session=True, env=make_environment()
    ) as first:
        first.wait()
        try:
            build_site(site, "new")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(first.pid, 9)
    assert (read_state(site), list_neighbours(site)) == ("new", [])


def test_stale_lock_file_is_no_lock(site: Path) -> None:
    site.with_name(".site.lock").write_text("process 1 on a machine that is gone")
    build_site(site, "new")
    assert (read_state(site), list_neighbours(site)) == ("new", [])


def test_killed_build_locks_nobody_out(site: Path) -> None:
    site.with_name(".site.lock").write_text("")
    site.with_name(".site.lock-holder").write_text("process 1 on a machine that is gone")
    build_site(site, "new")
    assert (read_state(site), list_neighbours(site)) == ("new", [])


def test_holder_and_time_are_named(site: Path) -> None:
    with stage_site(site):
        os.utime(site.with_name(".site.lock-holder"), (1_700_000_000, 1_700_000_000))
        refusal = start_second_build(site).stderr
    assert re.search(r"\(process \d+ on [^,]+, since \d\d:\d\d on 1[45] November 2023\): ", refusal)


def test_unreadable_holder_is_left_out(site: Path) -> None:
    with stage_site(site):
        site.with_name(".site.lock-holder").unlink()
        assert f"Another build of this site is running: {site}" in start_second_build(site).stderr


@POSIX
def test_removed_lock_is_made_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that ends removes its file after another has opened it, before it has locked it."""
    import fcntl

    real, lock, inodes = fcntl.flock, site.with_name(".site.lock"), set()

    def flock(number: int, how: int) -> None:
        if not inodes:
            lock.unlink()
        inodes.add(os.fstat(number).st_nlink)
        real(number, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with stage_site(site):
        assert "Another build" in start_second_build(site).stderr
    assert inodes == {0, 1}


@POSIX
def test_disk_without_locks_is_explained(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def flock(_number: int, _how: int) -> None:
        raise OSError(errno.ENOSYS, "words of the system")

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(PublishError, match="this disk cannot lock files"):
        build_site(site, "new")
    assert read_state(site) == "old"


def start_second_build(site: Path) -> "subprocess.CompletedProcess[str]":
    script = (
        "import sys\nfrom pathlib import Path\nfrom policybook.publish import stage_site\n"
        "with stage_site(Path(sys.argv[1])): pass"
    )
    return subprocess.run(
        [sys.executable, "-c", script, site],
        check=False,
        capture_output=True,
        text=True,
        env=make_environment(),
    )


def test_held_lock_is_released(tmp_path: Path) -> None:
    lock, site = tmp_path / ".site.lock", tmp_path / "site"
    with (
        hold_lock(lock, site),
        pytest.raises(PublishError, match="is running"),
        hold_lock(lock, site),
    ):
        pass
    with hold_lock(lock, site):
        assert sorted(os.listdir(tmp_path)) == [".site.lock", ".site.lock-holder"]
    assert os.listdir(tmp_path) == []
