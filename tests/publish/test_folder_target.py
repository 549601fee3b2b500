"""A folder as the target: exchanged in one step where it may be, else file by file."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policybook.publish import PublishError, open_target, prepare, send_site, verify
from policybook.publish.folder_target import FolderTarget, can_exchange
from policybook.publish.transfer_plan import JOURNAL
from tests.publish.sites import POSIX, make_environment
from tests.publish.targets import AFTER, BEFORE, make_site
from tests.publish.test_transfer import read_files


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return make_site(tmp_path / "before", BEFORE)


@pytest.fixture
def after(tmp_path: Path) -> Path:
    return make_site(tmp_path / "after", AFTER)


def bring(site: Path, folder: Path) -> None:
    with open_target(str(folder)) as target:
        send_site(prepare(site, target), target)


@POSIX
def test_folder_is_exchanged(tmp_path: Path, before: Path, after: Path) -> None:
    www = tmp_path / "srv" / "www"
    bring(before, www)
    first, kept = www.stat().st_ino, (www / "assets/site.css").stat().st_ino
    bring(after, www)
    assert read_files(www) == read_files(after)
    assert www.stat().st_ino != first
    assert (www / "assets/site.css").stat().st_ino == kept  # linked, not copied
    assert [path.name for path in www.parent.iterdir()] == ["www"]


def test_files_of_others_stay(tmp_path: Path, before: Path, after: Path) -> None:
    www = tmp_path / "www"
    (www / ".well-known").mkdir(parents=True)
    (www / ".well-known/acme").write_text("theirs")
    for site in (before, after, before):
        number = www.stat().st_ino
        bring(site, www)
        assert (www / ".well-known/acme").read_text() == "theirs"
        assert verify(www) == ()
        assert www.stat().st_ino == number


def test_only_changed_files_are_written(tmp_path: Path, before: Path, after: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "theirs.txt").write_text("x")
    bring(before, www)
    old = {path: path.stat().st_ino for path in www.rglob("*") if path.is_file()}
    bring(after, www)
    same = {path.relative_to(www).as_posix() for path, ino in old.items()
            if path.is_file() and path.stat().st_ino == ino}  # fmt: skip
    assert same == {"theirs.txt", "assets/site.css", "policies/bullying/index.html"}
    assert not (www / "policies/snow").exists()


@POSIX
@pytest.mark.parametrize(
    ("make", "may"),
    [
        (lambda www: www.parent, True),
        (lambda www: www.mkdir(), True),
        (lambda www: make_site(www, BEFORE), True),
        (lambda www: (make_site(www, BEFORE), (www / "theirs").write_text("x")), False),
        (lambda www: (make_site(www, BEFORE), (www / "index.html").write_text("x")), False),
        (lambda www: (make_site(www, BEFORE), (www / JOURNAL).write_text("{}")), False),
        (lambda www: (make_site(www, BEFORE), www.chmod(0o2755)), False),
        (lambda www: (make_site(www.parent / "x", BEFORE), www.symlink_to("x")), False),
        (lambda www: (www.mkdir(), (www / "theirs").write_text("x")), False),
    ],
)
def test_exchange_only_without_harm(tmp_path: Path, make, may: bool) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "www")
    assert can_exchange(tmp_path / "www") is may


def test_linked_folder_stays_a_link(tmp_path: Path, before: Path, after: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "www").symlink_to("real")
    bring(before, tmp_path / "www")
    bring(after, tmp_path / "www")
    assert (tmp_path / "www").is_symlink()
    assert read_files(tmp_path / "real") == read_files(after)


def test_link_in_place_of_page(tmp_path: Path, before: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (tmp_path / "secret").write_text("theirs")
    (www / "index.html").symlink_to(tmp_path / "secret")
    with pytest.raises(PublishError, match=r"index\.html"):
        bring(before, www)
    assert (tmp_path / "secret").read_text() == "theirs"


def test_folder_in_place_of_page(tmp_path: Path, before: Path) -> None:
    (tmp_path / "www" / "index.html").mkdir(parents=True)
    with pytest.raises(PublishError, match=r"index\.html"):
        bring(before, tmp_path / "www")


@POSIX
def test_everyone_can_read_it(tmp_path: Path, before: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "theirs.txt").write_text("x")
    mask = os.umask(0o077)
    try:
        bring(before, tmp_path / "www")
    finally:
        os.umask(mask)
    for path in tmp_path.joinpath("www").rglob("*"):
        if path.name != "theirs.txt":
            assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


KILLED = """
import os, signal, sys
from pathlib import Path
from policybook.publish import open_target, prepare, send_site
calls, at = 0, int(sys.argv[3])
def watch(name):
    real = getattr(os, name)
    def call(*words, **more):
        global calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    setattr(os, name, call)
for name in ("replace", "fsync", "unlink", "rmdir", "mkdir", "link", "rename"):
    watch(name)
with open_target(sys.argv[2]) as target:
    send_site(prepare(Path(sys.argv[1]), target), target)
"""


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("theirs", [{"theirs.txt": b"theirs"}, {}], ids=["files", "exchange"])
def test_killed_publication_goes_on(
    tmp_path: Path, before: Path, after: Path, theirs: dict[str, bytes]
) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    for number in range(1, 60):
        www = tmp_path / f"www-{number}"
        www.mkdir()
        for name, data in theirs.items():
            (www / name).write_bytes(data)
        bring(before, www)
        words = [sys.executable, script, after, www, str(number)]
        code = subprocess.run(words, env=make_environment(), check=False).returncode
        assert code in (0, -signal.SIGKILL)
        for path in read_files(www):
            if path in BEFORE and path in AFTER:  # whole, the old or the new one
                assert (www / path).read_text() in (BEFORE[path], AFTER[path])
        if not theirs:
            assert not verify(www)
        bring(after, www)
        assert read_files(www) == {**read_files(after), **theirs}
        assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
        if code == 0:
            return
    raise AssertionError("the publication never ended")


@POSIX
def test_full_disk_says_how_to_go_on(tmp_path: Path, before: Path) -> None:
    folder = tmp_path / "www"
    folder.mkdir()
    (folder / "policies").write_text("a file where a folder belongs")
    with pytest.raises(PublishError, match="goes on where it stopped"):
        bring(before, folder)


def test_file_is_no_target(tmp_path: Path, before: Path) -> None:
    (tmp_path / "www").write_text("theirs")
    with pytest.raises(PublishError, match="Cannot make the folder"):
        bring(before, tmp_path / "www")
    assert (tmp_path / "www").read_text() == "theirs"


@POSIX
@pytest.mark.skipif(not hasattr(os, "listxattr"), reason="Linux only")
def test_disk_without_attributes(
    tmp_path: Path, before: Path, after: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object) -> list[str]:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    bring(before, tmp_path / "www")
    monkeypatch.setattr(os, "listxattr", refuse)
    bring(after, tmp_path / "www")
    assert read_files(tmp_path / "www") == read_files(after)


def test_unreadable_name_is_missing(tmp_path: Path) -> None:
    assert FolderTarget(tmp_path / "none").read("a/b") is None
