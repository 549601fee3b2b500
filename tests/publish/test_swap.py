"""The old site replaced by the new one: at every instant one of them, whole."""

import errno
import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from policybook.publish import (
    PublishError,
    recover,
    stage_site,
    swap,
)
from policybook.publish.folders import resolve_folders

from .sites import (
    POSIX,
    build_site,
    fail_rename,
    fill_site,
    list_neighbours,
    make_environment,
    no_exchange,
    read_state,
)

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


@pytest.mark.parametrize("exchange", [swap.exchange, no_exchange])
def test_new_site_replaces_the_old(site: Path, exchange: swap.Exchange) -> None:
    assert read_state(site) == "old"
    build_site(site, "new", exchange)
    assert (read_state(site), list_neighbours(site)) == ("new", [])


@LINUX
def test_linux_exchanges_in_one_step(site: Path) -> None:
    def no_rename(item: Path, other: Path) -> None:
        raise AssertionError((item, other))

    build_site(site, "new", rename=no_rename)
    assert read_state(site) == "new"


@LINUX
def test_readers_meet_no_gap(site: Path) -> None:
    script = (
        "import sys,time\nfrom pathlib import Path\np=Path(sys.argv[1])\nprint('go',flush=True)\nend=time.time()+1\n"
        "while time.time()<end: p.read_bytes()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, site / "index.html"], stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        while reader.poll() is None:
            build_site(site, "new")
    assert reader.returncode == 0


POINTS = {
    "filling": "old",
    "journal": "old",
    "before-1": "old",
    "after-1": "new",  # between the renames: the journal lets the next start finish
    "before-2": "new",
    "after-2": "new",
    "before-exchange": "old",
    "after-exchange": "new",
    "removing": "new",
    "none": "new",
}


@POSIX
@pytest.mark.parametrize("point", POINTS)
def test_next_start_repairs_a_kill(site: Path, point: str) -> None:
    script = Path(__file__).with_name("publish_killed.py")
    done = subprocess.run(
        [sys.executable, script, site.parent, point],
        check=False,
        env=make_environment(),
    )
    assert done.returncode == (0 if point == "none" else -9)
    if point not in ("after-1", "before-2"):
        assert read_state(site) == POINTS[point]
    recover(site)
    assert (read_state(site), list_neighbours(site)) == (POINTS[point], [])
    build_site(site, "next")
    assert (read_state(site), list_neighbours(site)) == ("next", [])


def test_damaged_site_in_journal_is_skipped(site: Path) -> None:
    stop_between_renames(site)
    (site.with_name(".site.building-7") / "index.html").write_text("cut")
    recover(site)
    assert (read_state(site), list_neighbours(site)) == ("old", [])


@pytest.mark.parametrize(
    "journal", [b"", b"{", b"[]", b'{"new": "../../etc"}', b'{"new": 7}', None]
)
def test_bad_journal_restores_old_site(site: Path, journal: bytes | None) -> None:
    stop_between_renames(site)
    place = site.with_name(".site.journal")
    if journal is None:
        place.unlink()
    else:
        place.write_bytes(journal)
    recover(site)
    assert (read_state(site), list_neighbours(site)) == ("old", [])


def stop_between_renames(site: Path) -> None:
    new = site.with_name(".site.building-7")
    fill_site(new, "new")
    site.rename(site.with_name(".site.old-7"))
    site.with_name(".site.journal").write_text(json.dumps({"new": new.name, "old": ".site.old-7"}))


def test_only_leftovers_are_removed(site: Path) -> None:
    remaining = [
        ".site.building-mine",
        ".site.buildings",
        "site.building-7",
        ".other.building-7",
        "notes",
    ]
    for name in (*remaining, ".site.building-7", ".site.old-8"):
        (site.parent / name).mkdir()
    recover(site)
    assert list_neighbours(site) == sorted(remaining)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (errno.EACCES, "permission denied"),
        (errno.EPERM, "permission denied"),
        (errno.EROFS, "read-only"),
        (errno.ENOSPC, "no space"),
        (errno.EXDEV, "not on the same disk"),
        (errno.EBUSY, "mount point"),
        (errno.EIO, "disk"),
    ],
)
def test_failed_rename_leaves_old_site(site: Path, number: int, fault: int, words: str) -> None:
    with pytest.raises(PublishError, match=words):
        build_site(
            site, "new", no_exchange, fail_rename(number, OSError(fault, "words of the system"))
        )
    assert (read_state(site), list_neighbours(site)) == ("old", [])


def test_next_start_repairs_failed_undo(site: Path) -> None:
    with pytest.raises(PublishError, match="missing for now"):
        build_site(site, "new", no_exchange, fail_rename(-2, PermissionError(errno.EACCES, "")))
    assert not site.exists()
    recover(site)
    assert (read_state(site), list_neighbours(site)) == ("old", [])


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_unwritable_journal_leaves_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "words of the system")

    with stage_site(site) as staged:
        fill_site(staged, "new")
        with monkeypatch.context() as patched:
            patched.setattr(Path if step == "open" else os, step, refused)
            with pytest.raises(PublishError, match="no space"):
                swap.put_in_place(staged, resolve_folders(site), no_exchange, os.rename)
    assert read_state(site) == "old"
    build_site(site, "new")
    assert (read_state(site), list_neighbours(site)) == ("new", [])


@pytest.mark.parametrize(("number", "left"), [(0, "new"), (1, "old"), (2, "old")])
def test_open_journal_does_not_matter(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, left: str
) -> None:
    real = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.name.endswith(".journal") and not missing_ok:
            raise PermissionError(errno.EACCES, "words of the system")
        real(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", held)
        with pytest.raises(PublishError) if number else nullcontext():
            build_site(
                site,
                "new",
                no_exchange,
                fail_rename(number or 99, PermissionError(errno.EACCES, "")),
            )
    assert read_state(site) == left
    recover(site)
    assert (read_state(site), list_neighbours(site)) == (left, [])


def test_locked_folder_is_repaired_later(
    site: Path,
) -> None:
    stop_between_renames(site)
    fault = PermissionError(errno.EACCES, "words of the system")
    fault.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(PublishError, match=r"open \(locked\) in another program"):
        swap.recover(resolve_folders(site), fail_rename(1, fault))
    assert site.with_name(".site.journal").exists()
    assert site.with_name(".site.old-7").exists()
    recover(site)
    assert (read_state(site), list_neighbours(site)) == ("new", [])


def test_failed_exchange_leaves_old_site(site: Path) -> None:
    def busy(_path: Path, _other: Path) -> bool:
        raise OSError(errno.EBUSY, "words of the system")

    with pytest.raises(PublishError, match="mount point"):
        build_site(site, "new", busy)
    assert (read_state(site), list_neighbours(site)) == ("old", [])


@LINUX
def test_exchange_returns_false_or_raises(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap.exchange(site, site.with_name("absent"))
    assert swap.exchange(site, site / "policies") is False  # EINVAL: one inside the other
