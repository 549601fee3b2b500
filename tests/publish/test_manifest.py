"""The manifest of a site, and a site compared with it."""

import json
from pathlib import Path

import pytest

from policybook.publish import (
    count_pages,
    read_head,
    verify,
    write_manifest,
)
from policybook.publish.manifest import is_published_site

from .sites import (
    PAGES,
    POSIX,
    fill_site,
)


def test_manifest_has_files_and_head(tmp_path: Path) -> None:
    fill_site(tmp_path, "new", "a" * 64)
    read = json.loads((tmp_path / "manifest.json").read_bytes())
    assert list(read) == ["made_by", "schema_version", "record", "files"]
    assert (read["record"], list(read["files"])) == ("a" * 64, list(PAGES))
    assert read_head(tmp_path) == "a" * 64
    assert verify(tmp_path) == ()


def test_same_files_give_same_manifest(tmp_path: Path) -> None:
    for name in ("one", "two"):
        fill_site(tmp_path / name, "new")
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


def test_only_pages_are_counted(site: Path) -> None:
    (site / "style.css").write_text("")
    write_manifest(site, "")
    assert count_pages(site) == len(PAGES)
    assert count_pages(site.parent) == 0


@pytest.mark.parametrize(
    ("manifest", "ours"),
    [
        (b'{"made_by": "Policybook", "files"', True),  # damage below the first lines
        (b'{"name": "An app"}', False),
        (b"", False),
        (None, False),
    ],
)
def test_published_site_is_recognised(tmp_path: Path, manifest: bytes | None, ours: bool) -> None:
    if manifest is not None:
        (tmp_path / "manifest.json").write_bytes(manifest)
    assert is_published_site(tmp_path) is ours
