"""Files of a published site that the next one takes over."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from policybook.publish import EarlierSite, PublishError, publish, stage_site, write_manifest

from .sites import POSIX

DIGEST = sha256(b"words").hexdigest()


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    with stage_site(tmp_path / "site") as staged:
        (staged / "index.html").write_bytes(b"words")
        write_manifest(staged, "")
        publish(staged, tmp_path / "site")
    return tmp_path / "site"


def test_same_file_gets_second_name(old_site: Path, tmp_path: Path) -> None:
    new, published = tmp_path / "new.html", EarlierSite(old_site)
    assert published.link("index.html", DIGEST, str(new))
    assert published.linked == {"index.html"}
    assert new.samefile(old_site / "index.html")


@pytest.mark.parametrize(
    ("path", "digest"),
    [("index.html", sha256(b"other").hexdigest()), ("gone.html", DIGEST), ("../site", DIGEST)],
)
def test_other_files_get_none(old_site: Path, tmp_path: Path, path: str, digest: str) -> None:
    assert not EarlierSite(old_site).link(path, digest, str(tmp_path / "new.html"))
    assert not (tmp_path / "new.html").exists()


def _alter(file: Path) -> None:
    file.write_bytes(b"wordy")


def _remove(file: Path) -> None:
    file.unlink()


def _replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _replace_by_link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


@POSIX
@pytest.mark.parametrize("harm", [_alter, _remove, _replace_by_folder, _replace_by_link])
def test_altered_files_get_none(old_site: Path, tmp_path: Path, harm: object) -> None:
    assert callable(harm)
    harm(old_site / "index.html")
    published = EarlierSite(old_site)
    assert not published.link("index.html", DIGEST, str(tmp_path / "new.html"))
    assert not os.path.lexists(tmp_path / "new.html")
    assert not published.linked


def test_site_that_nobody_published(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"words")
    assert not EarlierSite(tmp_path).link("index.html", DIGEST, str(tmp_path / "new.html"))


def test_linked_files_are_not_read_again(old_site: Path) -> None:
    published = EarlierSite(old_site)
    with stage_site(old_site) as staged:
        assert published.link("index.html", DIGEST, str(staged / "index.html"))
        (staged / "other.html").write_bytes(b"other")
        write_manifest(staged, "", {"index.html": DIGEST})
        (staged / "other.html").write_bytes(b"altered")
        with pytest.raises(PublishError, match=r"other\.html was altered"):
            publish(staged, old_site, linked=published.linked)
        (staged / "other.html").write_bytes(b"other")
        publish(staged, old_site, linked=published.linked)
    assert (old_site / "index.html").read_bytes() == b"words"
    assert (old_site / "index.html").stat().st_nlink == 1
