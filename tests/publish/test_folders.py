"""Folders that a build never replaces."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from policybook.publish import (
    PublishError,
    publish,
    refuse_target,
    stage_site,
)
from policybook.publish.folders import resolve_folders

from .sites import (
    build_site,
    fill_site,
    list_neighbours,
    read_state,
)


def add_notes(folder: Path) -> None:
    (folder / "notes.docx").write_text("mine")


def add_other_manifest(folder: Path) -> None:
    (folder / "index.html").write_text("an app")
    (folder / "manifest.json").write_text('{"name": "An app", "icons": []}')


def add_repository(folder: Path) -> None:
    fill_site(folder, "old")
    (folder / ".git").mkdir()


@pytest.mark.parametrize("make", [add_notes, add_other_manifest, add_repository])
def test_foreign_folder_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    target, project = tmp_path / "target", tmp_path / "project"
    target.mkdir()
    make(target)
    before = sorted(target.rglob("*"))
    with pytest.raises(PublishError, match="--site-dir"):
        refuse_target(target, project)
    with pytest.raises(PublishError, match="--site-dir"):
        build_site(target, "new")
    assert (sorted(target.rglob("*")), list_neighbours(target)) == (before, [])


def test_files_added_meanwhile_stay(tmp_path: Path) -> None:
    with stage_site(tmp_path / "site") as staged:
        fill_site(staged, "new")
        (tmp_path / "site").mkdir()
        add_notes(tmp_path / "site")
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
        build_site(site, "new")


@pytest.mark.parametrize("harm", ["cut", "unlink"])
def test_damaged_site_of_ours_is_replaced(site: Path, harm: str) -> None:
    (site / "index.html").unlink()
    if harm == "cut":
        (site / "manifest.json").write_bytes((site / "manifest.json").read_bytes()[:150])
    refuse_target(site, site.parent.parent / "project")
    build_site(site, "new")
    assert read_state(site) == "new"


def test_folders_are_beside_the_site(tmp_path: Path) -> None:
    folders = resolve_folders(tmp_path / "site")
    names = [folders.lock, folders.journal, folders.draft, folders.new(), folders.old()]
    assert {path.parent for path in names} == {folders.site.parent}
    assert [path.name for path in names] == [
        ".site.lock",
        ".site.journal",
        ".site.journal-draft",
        f".site.building-{os.getpid()}",
        f".site.old-{os.getpid()}",
    ]


def test_folders_of_any_process_are_left(tmp_path: Path) -> None:
    names = [".site.old-7", ".site.old-8", ".site.old-x", ".site.building-9", "site.old-7"]
    for name in names:
        (tmp_path / name).mkdir()
    folders = resolve_folders(tmp_path / "site")
    assert [path.name for path in folders.left("old")] == [".site.old-7", ".site.old-8"]
    assert [path.name for path in folders.left("building")] == [".site.building-9"]
