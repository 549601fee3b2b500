"""A file is written completely or not at all."""

import os
from pathlib import Path

import pytest

from policybook.publish import atomic_file

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


@pytest.mark.parametrize("before", [None, b"old", b"a longer text than the new one"])
def test_content_is_replaced(tmp_path: Path, before: bytes | None) -> None:
    file = tmp_path / "a.md"
    if before is not None:
        file.write_bytes(before)
    atomic_file.replace(file, b"new\r\n\0")
    assert file.read_bytes() == b"new\r\n\0"
    assert os.listdir(tmp_path) == ["a.md"]


@POSIX
@pytest.mark.parametrize(("before", "after"), [(0o600, 0o600), (0o664, 0o664), (None, 0o644)])
def test_permissions_are_kept(tmp_path: Path, before: int | None, after: int) -> None:
    file = tmp_path / "a.md"
    if before is not None:
        file.write_bytes(b"old")
        file.chmod(before)
    atomic_file.replace(file, b"new")
    assert file.stat().st_mode & 0o777 == after


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_failure_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("words of the system")

    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    with monkeypatch.context() as patched:
        patched.setattr(os, step, refuse)
        with pytest.raises(OSError, match="words of the system"):
            atomic_file.replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.md"]
