"""What a publication changes, by the manifest and the journal at its target."""

import json

import pytest

from policybook.publish.transfer_plan import (
    PublishedFiles,
    is_safe,
    list_folders,
    make_plan,
    read_state,
)


def as_manifest(files: dict[str, str], **more: object) -> bytes:
    return json.dumps({"made_by": "Policybook", **more, "files": files}).encode()


@pytest.mark.parametrize(
    "path",
    [
        "../secret",
        "/etc/passwd",
        "a/../../b",
        "a//b",
        "./a",
        "",
        "C:/x",
        "a\\b",
        "a\nb",
        "a\0b",
        "manifest.json",
        ".policybook-publishing.json",
        "a/",
    ],
)
def test_paths_outside_are_ignored(path: str) -> None:
    assert not is_safe(path)
    state = read_state(None, as_manifest({path: "1", "index.html": "2"}))
    assert state.paths() == {"index.html"}
    state = read_state(as_manifest({"index.html": "2"}, unsure=[path, "a.html"]), None)
    assert state.paths() == {"index.html", "a.html"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"files": {"index.html": "1"}}',  # not by Policybook
        b'{"made_by": "Policybook", "files": []}',
        b'{"made_by": "Policybook", "files": {"a": 1}}',
        b'{"made_by": "Policybook"',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_damaged_manifest_owns_nothing(data: bytes) -> None:
    assert read_state(None, data).paths() == frozenset()
    assert read_state(data, as_manifest({"a": "1"})).paths() == {"a"}


def test_journal_gives_back_its_state() -> None:
    state = PublishedFiles({"a": "1", "b": "2"}).begin(["b", "c"])
    assert read_state(state.as_journal(), None) == state
    assert state.files == {"a": "1"} and state.unsure == {"b", "c"}
    assert state.end(["b", "c"], {"b": "3"}) == PublishedFiles({"a": "1", "b": "3"})


def test_plan_sorts_the_files() -> None:
    state = PublishedFiles({"same": "1", "changed": "1", "gone": "1", "edited": "1", "lost": "1"})
    there = {"same": "1", "changed": "1", "gone": "1", "edited": "9", "theirs": "7", "equal": "5"}
    hashes = {"same": "1", "changed": "2", "new": "3", "theirs": "4", "equal": "5"}
    plan = make_plan(hashes, state, there)
    assert (plan.new, plan.changed, plan.removed) == (("new",), ("changed",), ("gone",))
    assert (plan.foreign, plan.altered, plan.unchanged) == (("theirs",), ("edited",), 2)


def test_order_is_safe_for_readers() -> None:
    state = PublishedFiles({"old.html": "1", "a": "1", "page.html": "1", "x.css": "1"})
    hashes = {"page.html": "2", "x.css": "2", "a/b.css": "2", "z.css": "2"}
    plan = make_plan(hashes, state, state.files)
    assert plan.order() == ("a", "a/b.css", "z.css", "x.css", "page.html", "old.html")


def test_folders_outermost_first() -> None:
    assert list_folders(["a/b/c.html", "d.html", "a/x"]) == ("a", "a/b")
