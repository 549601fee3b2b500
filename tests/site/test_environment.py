"""Data files: an entry a line, and JSON that every reader understands. Compiled templates: kept where they can be, and never in the way."""

import json
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring

import jinja2
import pytest

from policybook.model import Status
from policybook.site.render.environment import bytecode_cache
from policybook.text import json_file
from policybook.text.xml_file import as_xml


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"as_of": "2026-11-25", "duties": []},
        {"duties": [{"who": "the “head”", "n": 1}, {"who": "é\u2028\n", "n": None}], "files": {"a/b": "c", "d": []}, "empty": {}},
        {"status": Status.APPROVED, "deep": [[1, [2, {"a": True}]]]},
    ],
)  # fmt: skip
def test_what_is_written_is_read_back(values: dict[str, Any]) -> None:
    assert json.loads(json_file.as_json(values)) == values


def test_each_entry_has_a_line_of_its_own() -> None:
    text = json_file.as_json({"as_of": "today", "duties": [{"a": 1}, {"b": 2}], "files": {"x": 1}})
    assert text.splitlines() == [
        "{", '"as_of": "today",', '"duties": [', '{"a": 1},', '{"b": 2}', "],", '"files": {', '"x": 1', "}", "}",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Head & heads", "<b>", "]]>", "“Łódź” 'and' \"so\"", "&amp;"])
def test_xml_holds_any_text(text: str) -> None:
    root = Element("feed", xmlns="urn:x")
    SubElement(root, "link", href=text).text = text
    (link,) = fromstring(as_xml(root))
    assert (link.tag, link.get("href"), link.text) == ("{urn:x}link", text, text)


def test_xml_has_lines_and_utf_8() -> None:
    root = Element("urlset")
    SubElement(root, "loc").text = "ł"
    start = '<?xml version="1.0" encoding="utf-8"?>\n'
    assert as_xml(root) == f"{start}<urlset>\n  <loc>ł</loc>\n</urlset>\n".encode()


def made(folder: Path, source: str) -> str:
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"a.html": source}),
        bytecode_cache=bytecode_cache(folder),
        autoescape=True,
    )
    return environment.get_template("a.html").render(x="<")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def test_a_template_is_compiled_once_and_anew_when_its_text_changes(folder: Path) -> None:
    assert made(folder, "{{ x }} one") == "&lt; one"
    (entry,) = folder.iterdir()
    first = entry.read_bytes()
    assert made(folder, "{{ x }} one") == "&lt; one" and entry.read_bytes() == first
    assert made(folder, "{{ x }} two") == "&lt; two" and entry.read_bytes() != first


@pytest.mark.parametrize("damage", [b"", b"no code", b"\0" * 4000])
def test_a_damaged_entry_is_not_used(folder: Path, damage: bytes) -> None:
    made(folder, "{{ x }} one")
    (entry,) = folder.iterdir()
    entry.write_bytes(damage)
    assert made(folder, "{{ x }} one") == "&lt; one"


def test_what_cannot_be_written_is_done_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.parent.joinpath("file").write_text("")
    assert bytecode_cache(folder.parent / "file" / "kept") is None
    cache = bytecode_cache(folder)
    assert cache is not None
    folder.rmdir()  # between the look and the writing
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"a.html": "one"}), bytecode_cache=cache
    )
    assert environment.get_template("a.html").render() == "one"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert bytecode_cache(folder) is None
