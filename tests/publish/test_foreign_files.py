"""Files of others in the site's folder: each build keeps them, or refuses and names them."""

import os
from pathlib import Path

import pytest

from policybook.publish import PublishError, publish, stage_site, swap, verify, write_manifest
from policybook.publish.foreign_files import shorten

from .sites import POSIX, build_site, fill_site, list_neighbours, no_exchange, read_state

OTHERS = (
    "CNAME",
    ".well-known/security.txt",
    ".well-known/acme-challenge/x",
    "google1234.html",
    "policies/notes.txt",
    "policies/behaviour/deep/er/own.pdf",
    "Büro.txt",
    "empty",
)


def add_file(site: Path, name: str, words: str = "theirs") -> Path:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")
    return file


def build_more(site: Path) -> None:
    with stage_site(site) as staged:
        for path in ("feed.xml", "policies/uniform/index.html"):
            add_file(staged, path, "new")
        fill_site(staged, "new")
        publish(staged, site)


@pytest.mark.parametrize("exchange", [swap.exchange, no_exchange])
def test_every_build_keeps_them(site: Path, exchange: swap.Exchange) -> None:
    for name in OTHERS:
        add_file(site, name, "" if name == "empty" else name)
    for word in ("new", "newer"):
        with stage_site(site) as staged:
            fill_site(staged, word)
            others = publish(staged, site, exchange=exchange)
        assert set(others) == set(OTHERS)
        assert (site / "index.html").read_text("utf-8").startswith(word)
        for name in OTHERS:
            assert (site / name).read_text("utf-8") == ("" if name == "empty" else name)
    assert list_neighbours(site) == []
    assert verify(site, with_extra=False) == ()


def test_pages_that_ended_are_removed(site: Path) -> None:
    add_file(site, "policies/behaviour/own.txt")
    with stage_site(site) as staged:
        (staged / "index.html").write_text("new index.html", encoding="utf-8")
        write_manifest(staged, "0" * 64)
        publish(staged, site)
    assert not (site / "policies/behaviour/index.html").exists()
    assert (site / "policies/behaviour/own.txt").exists()


@pytest.mark.parametrize(
    "name",
    ["feed.xml", "FEED.xml", "feed.xml/own.txt", "policies/uniform", "Policies/Uniform"],
)
def test_place_of_a_page_is_refused(site: Path, name: str) -> None:
    file = add_file(site, name)
    with pytest.raises(PublishError) as refusal:
        build_more(site)
    assert name in refusal.value.message
    assert file.read_text("utf-8") == "theirs"
    assert (site / "index.html").read_text("utf-8").startswith("old")


def test_same_content_becomes_ours(site: Path) -> None:
    add_file(site, "feed.xml", "same")
    with stage_site(site) as staged:
        add_file(staged, "feed.xml", "same")
        fill_site(staged, "new")
        assert publish(staged, site) == ()
    assert read_state(site) == "new"


@pytest.mark.parametrize("name", ["CNAME", ".nojekyll", ".well-known/security.txt"])
def test_files_of_hosts_are_no_difference(site: Path, name: str) -> None:
    add_file(site, name)
    assert verify(site) == ()


def test_damaged_manifest_keeps_files_of_hosts(site: Path) -> None:
    for name in ("CNAME", "other.txt"):
        add_file(site, name)
    start = (site / "manifest.json").read_text("utf-8")[:60]
    (site / "manifest.json").write_text(start, encoding="utf-8")
    build_site(site, "new")
    assert ((site / "CNAME").exists(), (site / "other.txt").exists()) == (True, False)


@POSIX
def test_links_stay_links(site: Path) -> None:
    (site / "elsewhere").symlink_to("/nowhere")
    build_site(site, "new")
    assert os.readlink(site / "elsewhere") == "/nowhere"


def test_kill_before_the_exchange_loses_nothing(site: Path) -> None:
    add_file(site, "CNAME")

    def fail(_staged: Path, _site: Path) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_site(site, "new", exchange=fail)
    assert (read_state(site), (site / "CNAME").read_text("utf-8")) == ("old", "theirs")


def test_many_names_are_shortened() -> None:
    assert shorten(["b", "a"]) == "a, b"
    assert shorten("hgfedcba") == "a, b, c, d, e and 3 more"
