"""Compiled templates: cached if possible, and the build never fails over the cache."""

import sys
from pathlib import Path

import jinja2
import pytest

from policybook.site.render.environment import (
    TemplateEnvironment,
    TemplateFailure,
    bytecode_cache,
)


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


def lay_out(source: str, **values: object) -> str:
    environment = TemplateEnvironment({"a.html": source, "b.html": "{% extends 'a.html' %}"})
    return environment.get_template("b.html").render(**values)


@pytest.mark.parametrize(
    "source",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ [''.__class__]|map(attribute='__mro__')|list }}",
        "{{ shout.__globals__ }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '{a.__class__}'.format_map({'a': 1}) }}",
        "{% set _ = names.append('x') %}",
        "{% set _ = facts.update(a=1) %}",
        "{{ self.__init__ }}",
        "{{ range(10 ** 9)|length }}",
        "{{ 'x' * 10 ** 9 }}",
        "{{ 9 ** 99999999 }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ 1 / 0 }}",
        "{{ nowhere }}",
    ],
)
def test_template_can_do_no_harm(source: str) -> None:
    names, facts = ["kind"], {"a": 0}
    with pytest.raises(TemplateFailure, match=r"^a\.html"):
        lay_out(source, names=names, facts=facts, shout=lambda: "x")
    assert (names, facts) == (["kind"], {"a": 0})


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("{{ 'a-b'.split('-')[0] }}", "a"),
        ("{{ facts.a }}{{ facts['a'] }}{{ facts.items()|list }}", "00[(&#39;a&#39;, 0)]"),
        ("{{ '{} {}'.format('<', 1) }}", "&lt; 1"),
        ("{{ 3 * 400000 }} {{ 2 ** 10 }} {{ '=' * 3 }}", "1200000 1024 ==="),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
        ("{% macro m(x) %}{{ caller() }}{{ x }}{% endmacro %}{% call m(1) %}c{% endcall %}", "c1"),
        ("{{ shout() }}", "x"),
    ],
)
def test_template_lays_values_out(source: str, result: str) -> None:
    assert lay_out(source, facts={"a": 0}, shout=lambda: "x") == result
    assert lay_out(source, facts={"a": 0}, shout=lambda: "x") == result
