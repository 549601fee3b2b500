"""Copies that drives, computers and people make are recognised; the names of versions are not taken for copies."""

import pytest

from policybook.reading.files import copied_files

THERE = {"2026-12.md", "2026-12.parents.md", "1.1.md"}
COPIES = {
    "2026-12 (Ann's conflicted copy 2026-01-02).md": "Dropbox",
    "2026-12 (Case Conflict).md": "Dropbox",
    "2026-12 (conflicted copy 2026-01-02 101112).md": "Nextcloud",
    "2026-12 (SFConflict ann@hill.example 2026-01-02-10-10-10).md": "Seafile",
    "2026-12 [conflicted].md": "pCloud",
    "2026-12.sync-conflict-20260102-101112-ABCDEF1.md": "Syncthing",
    "2026-12_conflict-20260102-101010.md": "ownCloud",
    "2026-12_conflict.md": "ownCloud, or a person",
    "2026-12 conflict 2.md": "a person",
    "2026-12.Conflict.md": "Resilio",
    "2026-12_REMOTE_1234.md": "git mergetool",
    "2026-12-DESKTOP-4KJ2.md": "OneDrive",
    "2026-12-ANNS-PC.md": "OneDrive",
    "2026-12 (1).md": "Google Drive",
    "2026-12.parents (2).md": "Google Drive",
    "2026-12 2.md": "iCloud",
    "2026-12 - Copy.md": "Windows",
    "2026-12 - Copy (2).md": "Windows",
    "2026-12 copy.md": "macOS",
    "2026-12 copy 3.md": "macOS",
    "Copy of 2026-12.md": "Google Drive",
    "2026-12 (Ann Jones).md": "Box",
    "2026-12.bak.md": "an editor",
    "2026-12-old.md": "a person",
}


@pytest.mark.parametrize("name", COPIES)
def test_copy_names_its_original(name: str) -> None:
    assert copied_files.find_original(name, THERE.__contains__) in THERE


@pytest.mark.parametrize(
    "name",
    ["2026-12.md", "2027-01.md", "1.1.md", "1.1-2.md", "2026-12.pupils.pl.md", "2027-01 (1).md"],
)
def test_version_is_no_copy(name: str) -> None:
    assert copied_files.find_original(name, THERE.__contains__) == ""


@pytest.mark.parametrize(
    "name",
    ["behaviour - Copy", "behaviour (1)", "behaviour.bak", "Copy of behaviour", "behaviour 2"],
)
def test_folder_names_its_original(name: str) -> None:
    assert copied_files.find_original_folder(name, {"behaviour"}.__contains__) == "behaviour"
    assert copied_files.find_original_folder(name, {"uniform"}.__contains__) == ""


def test_folders_of_programs_are_known() -> None:
    assert "Windows" in copied_files.name_program("$RECYCLE.BIN")
    assert "macOS" in copied_files.name_program("__MACOSX")
    assert copied_files.name_program("behaviour") == ""
