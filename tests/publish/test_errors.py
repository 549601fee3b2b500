"""What the system refuses, in plain words with a remedy."""

import errno
import os
from pathlib import Path

import pytest

from policybook.publish import (
    PublishError,
    stage_site,
)
from policybook.publish.errors import explain_os_errors

from .sites import (
    POSIX,
    build_site,
    fail_rename,
    list_neighbours,
    no_exchange,
    read_state,
)


def test_open_file_on_windows_is_explained(site: Path) -> None:
    fault = PermissionError(errno.EACCES, "words of the system")
    fault.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(PublishError, match="open \\(locked\\) in another program"):
        build_site(site, "new", no_exchange, fail_rename(2, fault))
    assert read_state(site) == "old"


def test_disk_errors_are_in_plain_words(site: Path) -> None:
    with pytest.raises(PublishError, match=r"no space left on the disk\. Free"), stage_site(site):
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(PublishError, match="path is too long"), stage_site(site) as staged:
        (staged / ("x" * 300)).write_text("")
    with pytest.raises(FileNotFoundError), stage_site(site):  # a source's fault is not the site's
        Path("docs/absent.md").read_text()
    assert (read_state(site), list_neighbours(site)) == ("old", [])


@POSIX
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_unwritable_folder_is_explained(site: Path) -> None:
    site.parent.chmod(0o555)
    try:
        with pytest.raises(PublishError, match="permission denied"):
            build_site(site, "new")
    finally:
        site.parent.chmod(0o755)
    assert read_state(site) == "old"


def test_read_only_disk_is_explained(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: object) -> int:
        raise OSError(errno.EROFS, "words of the system")

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", read_only)
        with pytest.raises(PublishError, match="read-only"):
            build_site(site, "new")
    assert (read_state(site), list_neighbours(site)) == ("old", [])


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space left on the disk"),
        (errno.EDQUOT, "no space left on the disk"),
        (errno.EPERM, "permission denied"),
        (errno.EMFILE, "too many files are open"),
        (errno.ENFILE, "too many files are open"),
        (errno.ENOLCK, "this disk cannot lock files"),
        (errno.ENOTDIR, "words of the system"),  # no words of ours
    ],
)
def test_fault_is_explained(number: int, words: str) -> None:
    with pytest.raises(PublishError) as refusal, explain_os_errors("Cannot write site"):
        raise OSError(number, "words of the system")
    assert refusal.value.message.startswith("Cannot write site: ")
    assert words in refusal.value.message
    assert str(refusal.value) == f"{refusal.value.message}. {refusal.value.remedy}"


def test_other_faults_pass() -> None:
    with pytest.raises(ValueError, match="a fault"), explain_os_errors("Cannot write site"):
        raise ValueError("a fault")
