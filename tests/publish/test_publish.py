"""A site staged and published: the old site stays until the new one is whole."""

import os
from pathlib import Path

import pytest

from policybook.publish import (
    PublishError,
    publish,
    stage_site,
)

from .sites import POSIX, build_site, fill_site, list_neighbours, read_state


def test_empty_folder_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build_site(tmp_path / "site", "new")
    assert read_state(tmp_path / "site") == "new"


@POSIX
def test_symlink_to_site_stays(site: Path) -> None:
    link = site.parent.parent / "public"
    link.symlink_to(site)
    build_site(link, "new")
    assert link.is_symlink()
    assert read_state(site) == "new"


@POSIX
def test_umask_does_not_matter(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        build_site(tmp_path / "a" / "b" / "site", "new")
    finally:
        os.umask(before)
    modes = {p.is_dir(): p.stat().st_mode & 0o777 for p in (tmp_path / "a").rglob("*")}
    assert modes == {True: 0o755, False: 0o644}


@POSIX
def test_everyone_can_read_the_manifest(site: Path) -> None:
    before = os.umask(0o077)
    try:
        build_site(site, "new")
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
    assert (read_state(site), list_neighbours(site)) == ("old", [])


def test_incomplete_site_is_not_published(site: Path) -> None:
    with stage_site(site) as staged:
        fill_site(staged, "new")
        (staged / "index.html").write_text("cut")
        with pytest.raises(PublishError, match=r"not whole: index\.html"):
            publish(staged, site)
    assert read_state(site) == "old"
