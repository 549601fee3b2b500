"""Publishing: at every instant the whole old site or the whole new one, and nothing else ever lost."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest

from policybook.publish import (
    PublishError,
    publish,
    read_head,
    recover,
    refuse_target,
    stage_site,
    swap,
    verify,
    write_manifest,
)
from policybook.publish.folders import resolve_folders

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
PAGES = ("index.html", "policies/behaviour/index.html")


def fill(folder: Path, word: str, head: str = "0" * 64) -> None:
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{word} {name}", encoding="utf-8")
    write_manifest(folder, head)


def build(
    site: Path, word: str, exchange: swap.Exchange = swap.exchange, rename: swap.Rename = os.rename
) -> None:
    with stage_site(site) as staged:
        fill(staged, word)
        publish(staged, site, exchange=exchange, rename=rename)


def state(site: Path) -> str:
    """`old` or `new` for a whole site, else what is wrong."""
    wrong = verify(site)
    return ", ".join(wrong) if wrong else (site / "index.html").read_text("utf-8").split()[0]


def no_exchange(_path: Path, _other: Path) -> bool:
    return False


def beside(site: Path) -> list[str]:
    return sorted(name for name in os.listdir(site.parent) if name != site.name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(tmp_path / "www" / "site", "old")
    return tmp_path / "www" / "site"


# ---------- the way it goes


@pytest.mark.parametrize("exchange", [swap.exchange, no_exchange])
def test_new_site_replaces_the_old(site: Path, exchange: swap.Exchange) -> None:
    assert state(site) == "old"
    build(site, "new", exchange)
    assert (state(site), beside(site)) == ("new", [])


def test_empty_folder_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(tmp_path / "site", "new")
    assert state(tmp_path / "site") == "new"


@LINUX
def test_linux_exchanges_in_one_step(site: Path) -> None:
    def no_rename(item: Path, other: Path) -> None:
        raise AssertionError((item, other))

    build(site, "new", rename=no_rename)
    assert state(site) == "new"


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
            build(site, "new")
    assert reader.returncode == 0


@POSIX
def test_symlink_to_site_stays(site: Path) -> None:
    link = site.parent.parent / "public"
    link.symlink_to(site)
    build(link, "new")
    assert link.is_symlink()
    assert state(site) == "new"


@POSIX
def test_umask_does_not_matter(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        build(tmp_path / "a" / "b" / "site", "new")
    finally:
        os.umask(before)
    modes = {p.is_dir(): p.stat().st_mode & 0o777 for p in (tmp_path / "a").rglob("*")}
    assert modes == {True: 0o755, False: 0o644}


@POSIX
def test_everyone_can_read_the_manifest(site: Path) -> None:
    before = os.umask(0o077)
    try:
        build(site, "new")
    finally:
        os.umask(before)
    assert (site / "manifest.json").stat().st_mode & 0o777 == 0o644


def test_failed_build_leaves_old_site(site: Path) -> None:
    def broken() -> None:
        with stage_site(site) as staged:
            (staged / "index.html").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert (state(site), beside(site)) == ("old", [])


def test_incomplete_site_is_not_published(site: Path) -> None:
    with stage_site(site) as staged:
        fill(staged, "new")
        (staged / "index.html").write_text("cut")
        with pytest.raises(PublishError, match=r"not whole: index\.html"):
            publish(staged, site)
    assert state(site) == "old"


# ---------- killed


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
        env=environment(),
    )
    assert done.returncode == (0 if point == "none" else -9)
    if point not in ("after-1", "before-2"):
        assert state(site) == POINTS[point]
    recover(site)
    assert (state(site), beside(site)) == (POINTS[point], [])
    build(site, "next")
    assert (state(site), beside(site)) == ("next", [])


def test_damaged_site_in_journal_is_skipped(site: Path) -> None:
    stopped_between_the_renames(site)
    (site.with_name(".site.building-7") / "index.html").write_text("cut")
    recover(site)
    assert (state(site), beside(site)) == ("old", [])


@pytest.mark.parametrize(
    "journal", [b"", b"{", b"[]", b'{"new": "../../etc"}', b'{"new": 7}', None]
)
def test_bad_journal_restores_old_site(site: Path, journal: bytes | None) -> None:
    stopped_between_the_renames(site)
    place = site.with_name(".site.journal")
    if journal is None:
        place.unlink()
    else:
        place.write_bytes(journal)
    recover(site)
    assert (state(site), beside(site)) == ("old", [])


def stopped_between_the_renames(site: Path) -> None:
    new = site.with_name(".site.building-7")
    fill(new, "new")
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
    assert beside(site) == sorted(remaining)


# ---------- renames that fail


def failing(number: int, fault: OSError) -> swap.Rename:
    """A rename that fails at its `number`th call, and at all later ones where negative."""
    calls = 0

    def rename(item: Path, other: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == number or calls >= -number > 0:
            raise fault
        os.rename(item, other)

    return rename


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
        build(site, "new", no_exchange, failing(number, OSError(fault, "words of the system")))
    assert (state(site), beside(site)) == ("old", [])


def test_open_file_on_windows_is_explained(site: Path) -> None:
    fault = PermissionError(errno.EACCES, "words of the system")
    fault.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(PublishError, match="open \\(locked\\) in another program"):
        build(site, "new", no_exchange, failing(2, fault))
    assert state(site) == "old"


def test_next_start_repairs_failed_undo(site: Path) -> None:
    with pytest.raises(PublishError, match="missing for now"):
        build(site, "new", no_exchange, failing(-2, PermissionError(errno.EACCES, "")))
    assert not site.exists()
    recover(site)
    assert (state(site), beside(site)) == ("old", [])


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_unwritable_journal_leaves_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "words of the system")

    with stage_site(site) as staged:
        fill(staged, "new")
        with monkeypatch.context() as patched:
            patched.setattr(Path if step == "open" else os, step, refused)
            with pytest.raises(PublishError, match="no space"):
                swap.put_in_place(staged, resolve_folders(site), no_exchange, os.rename)
    assert state(site) == "old"
    build(site, "new")
    assert (state(site), beside(site)) == ("new", [])


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
            build(
                site, "new", no_exchange, failing(number or 99, PermissionError(errno.EACCES, ""))
            )
    assert state(site) == left
    recover(site)
    assert (state(site), beside(site)) == (left, [])


def test_locked_folder_is_repaired_later(
    site: Path,
) -> None:
    stopped_between_the_renames(site)
    fault = PermissionError(errno.EACCES, "words of the system")
    fault.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(PublishError, match=r"open \(locked\) in another program"):
        swap.recover(resolve_folders(site), failing(1, fault))
    assert site.with_name(".site.journal").exists()
    assert site.with_name(".site.old-7").exists()
    recover(site)
    assert (state(site), beside(site)) == ("new", [])


def test_failed_exchange_leaves_old_site(site: Path) -> None:
    def busy(_path: Path, _other: Path) -> bool:
        raise OSError(errno.EBUSY, "words of the system")

    with pytest.raises(PublishError, match="mount point"):
        build(site, "new", busy)
    assert (state(site), beside(site)) == ("old", [])


@LINUX
def test_exchange_returns_false_or_raises(site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap.exchange(site, site.with_name("absent"))
    assert swap.exchange(site, site / "policies") is False  # EINVAL: one inside the other


def test_disk_errors_are_in_plain_words(site: Path) -> None:
    with pytest.raises(PublishError, match=r"no space left on the disk\. Free"), stage_site(site):
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(PublishError, match="path is too long"), stage_site(site) as staged:
        (staged / ("x" * 300)).write_text("")
    with pytest.raises(FileNotFoundError), stage_site(site):  # a source's fault is not the site's
        Path("docs/absent.md").read_text()
    assert (state(site), beside(site)) == ("old", [])


@POSIX
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_unwritable_folder_is_explained(site: Path) -> None:
    site.parent.chmod(0o555)
    try:
        with pytest.raises(PublishError, match="permission denied"):
            build(site, "new")
    finally:
        site.parent.chmod(0o755)
    assert state(site) == "old"


def test_read_only_disk_is_explained(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: object) -> int:
        raise OSError(errno.EROFS, "words of the system")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", read_only)
        with pytest.raises(PublishError, match="read-only"):
            build(site, "new")
    assert (state(site), beside(site)) == ("old", [])


# ---------- one at a time


def test_second_build_is_refused(site: Path) -> None:
    with (
        stage_site(site),
        pytest.raises(PublishError, match="Another build of this site is running"),
        stage_site(site),
    ):
        pass
    build(site, "new")
    assert state(site) == "new"


def test_second_program_learns_who_builds(site: Path) -> None:
    with stage_site(site):
        done = second(site)
    assert "Another build of this site is running (process " in done.stderr
    assert f"(process {os.getpid()} on " in done.stderr
    assert (state(site), beside(site)) == ("old", [])


@POSIX
def test_lock_ends_with_its_process(site: Path) -> None:
    script = (
        "import os,sys,signal,time\nfrom pathlib import Path\nfrom policybook.publish import stage_site\n"
        "with stage_site(Path(sys.argv[1])):\n"
        "    if os.fork() == 0: os.close(1); time.sleep(60)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, site], start_new_session=True, env=environment()
    ) as first:
        first.wait()
        try:
            build(site, "new")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(first.pid, 9)
    assert (state(site), beside(site)) == ("new", [])


def test_stale_lock_file_is_no_lock(site: Path) -> None:
    site.with_name(".site.lock").write_text("process 1 on a machine that is gone")
    build(site, "new")
    assert (state(site), beside(site)) == ("new", [])


def test_killed_build_locks_nobody_out(site: Path) -> None:
    site.with_name(".site.lock").write_text("")
    site.with_name(".site.lock-holder").write_text("process 1 on a machine that is gone")
    build(site, "new")
    assert (state(site), beside(site)) == ("new", [])


def test_holder_and_time_are_named(site: Path) -> None:
    with stage_site(site):
        os.utime(site.with_name(".site.lock-holder"), (1_700_000_000, 1_700_000_000))
        refusal = second(site).stderr
    assert re.search(r"\(process \d+ on [^,]+, since \d\d:\d\d on 1[45] November 2023\): ", refusal)


def test_unreadable_holder_is_left_out(site: Path) -> None:
    with stage_site(site):
        site.with_name(".site.lock-holder").unlink()
        assert f"Another build of this site is running: {site}" in second(site).stderr


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
        assert "Another build" in second(site).stderr
    assert inodes == {0, 1}


@POSIX
def test_disk_without_locks_is_explained(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def flock(_number: int, _how: int) -> None:
        raise OSError(errno.ENOSYS, "words of the system")

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(PublishError, match="this disk cannot lock files"):
        build(site, "new")
    assert state(site) == "old"


def second(site: Path) -> "subprocess.CompletedProcess[str]":
    script = (
        "import sys\nfrom pathlib import Path\nfrom policybook.publish import stage_site\n"
        "with stage_site(Path(sys.argv[1])): pass"
    )
    return subprocess.run(
        [sys.executable, "-c", script, site],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
    )


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


# ---------- what is never replaced


def with_notes(folder: Path) -> None:
    (folder / "notes.docx").write_text("mine")


def with_another_manifest(folder: Path) -> None:
    (folder / "index.html").write_text("an app")
    (folder / "manifest.json").write_text('{"name": "An app", "icons": []}')


def with_a_repository(folder: Path) -> None:
    fill(folder, "old")
    (folder / ".git").mkdir()


@pytest.mark.parametrize("make", [with_notes, with_another_manifest, with_a_repository])
def test_foreign_folder_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    target, project = tmp_path / "target", tmp_path / "project"
    target.mkdir()
    make(target)
    before = sorted(target.rglob("*"))
    with pytest.raises(PublishError, match="--site-dir"):
        refuse_target(target, project)
    with pytest.raises(PublishError, match="--site-dir"):
        build(target, "new")
    assert (sorted(target.rglob("*")), beside(target)) == (before, [])


def test_files_added_meanwhile_stay(tmp_path: Path) -> None:
    with stage_site(tmp_path / "site") as staged:
        fill(staged, "new")
        (tmp_path / "site").mkdir()
        with_notes(tmp_path / "site")
        with pytest.raises(PublishError, match="did not publish"):
            publish(staged, tmp_path / "site")
    assert (tmp_path / "site" / "notes.docx").exists()


@pytest.mark.parametrize(
    "target",
    [".", "..", "docs", "docs/policies", "docs/policies/new", "templates", ".git", "../.."],
)
def test_project_is_never_the_target(tmp_path: Path, target: str) -> None:
    project = tmp_path / "a" / "project"
    (project / "docs" / "policies").mkdir(parents=True)
    with pytest.raises(PublishError, match="cannot go into"):
        refuse_target(project / target, project)


def test_file_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(PublishError, match="not a folder"):
        refuse_target(tmp_path / "site", tmp_path / "project")


def test_mount_point_is_explained(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site)
    with pytest.raises(PublishError, match="mount point"):
        build(site, "new")


@pytest.mark.parametrize("harm", ["cut", "unlink"])
def test_damaged_site_of_ours_is_replaced(site: Path, harm: str) -> None:
    (site / "index.html").unlink()
    if harm == "cut":
        (site / "manifest.json").write_bytes((site / "manifest.json").read_bytes()[:150])
    refuse_target(site, site.parent.parent / "project")
    build(site, "new")
    assert state(site) == "new"


# ---------- the manifest


def test_manifest_has_files_and_head(tmp_path: Path) -> None:
    fill(tmp_path, "new", "a" * 64)
    read = json.loads((tmp_path / "manifest.json").read_bytes())
    assert list(read) == ["made_by", "record", "files"]
    assert (read["record"], list(read["files"])) == ("a" * 64, list(PAGES))
    assert read_head(tmp_path) == "a" * 64
    assert verify(tmp_path) == ()


def test_same_files_give_same_manifest(tmp_path: Path) -> None:
    for name in ("one", "two"):
        fill(tmp_path / name, "new")
        write_manifest(tmp_path / name, "0" * 64)  # a second one does not list the first
    assert (tmp_path / "one" / "manifest.json").read_bytes() == (
        tmp_path / "two" / "manifest.json"
    ).read_bytes()


def test_manifest_paths_are_nfc(tmp_path: Path) -> None:
    name = "z\u0307o\u0301\u0142w.html"  # as macOS may write it
    (tmp_path / name).write_text("")
    write_manifest(tmp_path, "")
    read = json.loads((tmp_path / "manifest.json").read_bytes())
    assert list(read["files"]) == ["\u017c\u00f3\u0142w.html"]
    assert verify(tmp_path) == ()


def test_every_difference_is_named(site: Path) -> None:
    (site / "index.html").write_text("cut")
    (site / "policies/behaviour/index.html").unlink()
    (site / "policies/extra.html").write_text("")
    (site / "żółw.html").write_text("")
    assert [line.split(" ")[:2] + line.split(" ")[2:3] for line in verify(site)] == [
        ["index.html", "was", "altered:"],
        ["policies/behaviour/index.html", "is", "missing"],
        ["policies/extra.html", "is", "extra:"],
        ["żółw.html", "is", "extra:"],
    ]


@POSIX
def test_links_are_found_not_followed(site: Path) -> None:
    (site / "index.html").rename(site.parent / "elsewhere.html")
    (site / "index.html").symlink_to(site.parent / "elsewhere.html")
    (site / "more").symlink_to(site.parent)
    assert verify(site) == (
        "index.html was altered: it is no longer an ordinary file",
        "more is extra: it was not published with this site",
    )
    with pytest.raises(ValueError, match="not an ordinary file"):
        write_manifest(site, "")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (b"", "damaged"),
        (b"{", "damaged"),
        (b"[]", "damaged"),
        (b"\xff", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b'{"files": 3}', "damaged"),
        (b'{"files": {"index.html": null}}', "damaged"),
        (None, "missing"),
    ],
)
def test_damaged_manifest_is_explained(site: Path, damage: bytes | None, words: str) -> None:
    (site / "manifest.json").unlink()
    if damage is not None:
        (site / "manifest.json").write_bytes(damage)
    (wrong,) = verify(site)
    assert wrong.startswith("manifest.json ")
    assert words in wrong
    assert read_head(site) is None


def test_missing_folder_is_explained(tmp_path: Path) -> None:
    assert verify(tmp_path / "absent") == (
        f"{tmp_path / 'absent'} is not a folder or cannot be read",
    )
