"""What the store keeps, and that nothing in its folder can stop a build."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from policybook.store.objects import Store

KEY = "ab" * 32


def test_bytes_come_back(tmp_path: Path) -> None:
    assert not Store(tmp_path).is_there()
    Store(tmp_path).put(KEY, b"data")
    assert Store(tmp_path).is_there()
    assert Store(tmp_path).get(KEY) == b"data"
    assert Store(tmp_path).get("cd" * 32) is None
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[:0],
        lambda data: data[:10],
        lambda data: data + b"x",
        lambda data: data[:-1] + b"?",
        lambda data: b"?" + data[1:],
    ],
)
def test_damaged_object_is_missing(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    Store(tmp_path).put(KEY, b"data")
    file = tmp_path / "objects" / KEY
    file.write_bytes(spoil(file.read_bytes()))
    assert Store(tmp_path).get(KEY) is None
    Store(tmp_path).put(KEY, b"data")
    assert Store(tmp_path).get(KEY) == b"data"


def test_renamed_object_is_missing(tmp_path: Path) -> None:
    Store(tmp_path).put(KEY, b"data")
    (tmp_path / "objects" / KEY).rename(tmp_path / "objects" / ("cd" * 32))
    assert Store(tmp_path).get("cd" * 32) is None


def test_unusable_folder_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    store = Store(tmp_path / "file")
    store.put(KEY, b"data")
    assert store.get(KEY) is None
    store.prune()
    store.empty()
    (tmp_path / "objects" / KEY).mkdir(parents=True)
    in_the_way = Store(tmp_path)
    in_the_way.put(KEY, b"data")
    assert in_the_way.get(KEY) is None
    in_the_way.prune()
    assert [entry.name for entry in (tmp_path / "objects").iterdir()] == [KEY]


def test_oldest_unused_objects_go(tmp_path: Path) -> None:
    for age, name in enumerate("abcdef"):
        Store(tmp_path).put(name, b"x" * 100)
        os.utime(tmp_path / "objects" / name, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "objects" / "g.1.part").write_bytes(b"half")
    (tmp_path / "pdfs").mkdir()
    store = Store(tmp_path)
    assert store.get("f")
    store.prune()
    assert sorted(entry.name for entry in (tmp_path / "objects").iterdir()) == ["a", "b", "f"]
    assert not (tmp_path / "pdfs").exists()


def test_emptied_store_has_no_file(tmp_path: Path) -> None:
    Store(tmp_path).put(KEY, b"data")
    (tmp_path / "pdfs").mkdir()
    (tmp_path / "pdfs" / "old").write_bytes(b"of an earlier release")
    Store(tmp_path).empty()
    assert [entry.name for entry in tmp_path.rglob("*")] == [".gitignore"]


def test_key_of_kept_bytes(tmp_path: Path) -> None:
    Store(tmp_path).put(KEY, b"data")
    store = Store(tmp_path)
    assert store.find_key(sha256(b"data").hexdigest()) == ""
    store.get(KEY)
    assert store.find_key(sha256(b"data").hexdigest()) == KEY
