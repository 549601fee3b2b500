"""Compiled templates: cached if possible, and the build never fails over the cache."""

import sys
from pathlib import Path

import jinja2
import pytest

from policybook.site.render.environment import bytecode_cache


def render(folder: Path, source: str) -> str:
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"a.html": source}),
        bytecode_cache=bytecode_cache(folder),
        autoescape=True,
    )
    return environment.get_template("a.html").render(x="<")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache"


def test_templates_are_compiled_once(folder: Path) -> None:
    assert render(folder, "{{ x }} one") == "&lt; one"
    (entry,) = folder.iterdir()
    first = entry.read_bytes()
    assert render(folder, "{{ x }} one") == "&lt; one" and entry.read_bytes() == first
    assert render(folder, "{{ x }} two") == "&lt; two" and entry.read_bytes() != first


@pytest.mark.parametrize("damage", [b"", b"no code", b"\0" * 4000])
def test_damaged_entries_are_ignored(folder: Path, damage: bytes) -> None:
    render(folder, "{{ x }} one")
    (entry,) = folder.iterdir()
    entry.write_bytes(damage)
    assert render(folder, "{{ x }} one") == "&lt; one"


def test_unwritable_folder_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.parent.joinpath("file").write_text("")
    assert bytecode_cache(folder.parent / "file" / "cache") is None
    cache = bytecode_cache(folder)
    assert cache is not None
    folder.rmdir()  # between the look and the writing
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"a.html": "one"}), bytecode_cache=cache
    )
    assert environment.get_template("a.html").render() == "one"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert bytecode_cache(folder) is None
