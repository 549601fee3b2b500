"""Copies of a site: what hosts and Git do by themselves is told from an alteration."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from policybook.model import addresses
from policybook.publish.copies import KEPT_BY_HOSTS, CopyReport, compare_copy, read_as_published
from policybook.publish.manifest import write_manifest

FILES = {
    "index.html": b"<p>Home</p>\n<p>Be kind.</p>\n",
    "review/reviews.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "policies/a.pdf": b"%PDF\r\n1\n",
    "_headers": b"/*\n",
    ".htaccess": b"ErrorDocument 404 /404.html\n",
    "embed/.htaccess": b"x\n",
    "web.config": b"<configuration>\n",
    ".gitattributes": b"* -text\n",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for path, data in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    write_manifest(tmp_path, "0" * 64)
    return tmp_path


def test_whole_copy_has_no_difference(copy: Path) -> None:
    assert compare_copy(copy) == CopyReport()


def test_names_are_those_of_the_site() -> None:
    files = (
        addresses.NETLIFY_HEADERS,
        addresses.APACHE_HEADERS,
        addresses.IIS_HEADERS,
        addresses.GIT_ATTRIBUTES,
        addresses.EMBED_APACHE_HEADERS,
        addresses.EMBED_IIS_HEADERS,
        addresses.WRONG_ADDRESS_HEADERS,
    )
    assert {file.rpartition("/")[2] for file in files} == KEPT_BY_HOSTS


def test_hosts_keep_their_files(copy: Path) -> None:
    paths = [path for path in FILES if path.rpartition("/")[2] in KEPT_BY_HOSTS]
    assert len(paths) == 5
    for path in paths:
        (copy / path).unlink()
    report = compare_copy(copy)
    assert sorted(report.kept) == sorted(paths)
    assert (report.differences, report.line_ends) == ((), ())


def test_other_line_ends_are_told(copy: Path) -> None:
    for path in ("index.html", "_headers"):
        (copy / path).write_bytes(FILES[path].replace(b"\n", b"\r\n"))
    calendar = "review/reviews.ics"
    (copy / calendar).write_bytes(FILES[calendar].replace(b"\r\n", b"\n"))
    report = compare_copy(copy)
    assert report.line_ends == ("_headers", "index.html", calendar)
    assert report.differences == report.kept == ()
    read = read_as_published(copy)
    assert (read("index.html"), read(calendar)) == (FILES["index.html"], FILES[calendar])


HARMS: list[tuple[Callable[[Path], object], str]] = [
    (lambda s: (s / "index.html").unlink(), "index.html is missing"),
    (
        lambda s: (s / "index.html").write_bytes(b"<p>Home</p>\r\n<p>Be cruel.</p>\r\n"),
        "was altered",
    ),
    (lambda s: (s / "index.html").write_bytes(FILES["index.html"] + b"\n"), "was altered"),
    (lambda s: (s / "index.html").write_bytes(FILES["index.html"].rstrip()), "was altered"),
    (lambda s: (s / "policies/a.pdf").write_bytes(b"%PDF\n1\n"), "was altered"),  # no text
    (lambda s: (s / "_headers").write_bytes(b"/*\n  X: 1\n"), "_headers was altered"),
    (lambda s: (s / "new.html").write_bytes(b"x"), "new.html is extra"),
    (lambda s: (s / "robots.txt").write_bytes(b"x"), "robots.txt is extra"),
    (lambda s: (s / "manifest.json").unlink(), "manifest.json is missing"),
    (lambda s: (s / "manifest.json").write_bytes(b"[]"), "manifest.json is damaged"),
    (shutil.rmtree, "is not a folder"),
]


@pytest.mark.parametrize(("harm", "words"), HARMS)
def test_every_other_difference_counts(
    copy: Path, harm: Callable[[Path], object], words: str
) -> None:
    harm(copy)
    (line,) = compare_copy(copy).differences
    assert words in line


def test_reader_stays_in_the_folder(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret"
    outside.write_bytes(b"secret")
    (copy / "link").symlink_to(outside)
    read = read_as_published(copy)
    assert read("link") is None and read("../secret") is None and read("absent") is None
