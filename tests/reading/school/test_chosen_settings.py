"""What `school.yml` and `mkdocs.yml` choose together: what has no effect, or another one."""

from pathlib import Path

import pytest
from builders import PATH, load_project, make_text, write_files

from policybook.model.findings import Finding, Severity
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources

SCHOOL = """\
name: Oakfield
look:
  colour: "#7a1f3d"
  logo: assets/crest.png
  icon: assets/icon.png
  footer: Ours
  social: [https://www.facebook.com/oakfield]
"""
HOST = """\
copyright: Theirs
theme:
  logo: assets/gone.png
  favicon: assets/gone.ico
  palette:
    primary: teal
extra:
  social: [{link: https://x.com/oakfield}]
exclude_docs: /policies/
"""


def find_settings(school: str, host: str) -> list[Finding]:
    files: dict[str, str | bytes] = {
        PATH: make_text("## Aims\n\nBe kind."),
        layout.SCHOOL: school,
        "mkdocs.yml": host,
        "docs/assets/crest.png": b"x",
        "docs/assets/icon.png": b"x",
    }
    return [f for f in load_project(files).findings if f.code == "setting"]


def test_overridden_settings_are_named() -> None:
    findings = find_settings(SCHOOL, HOST)
    assert [(f.path, f.line, f.message.split("`")[1], f.severity) for f in findings] == [
        ("mkdocs.yml", line, setting, Severity.WARNING)
        for line, setting in [
            (6, "theme.palette.primary"),
            (3, "theme.logo"),
            (4, "theme.favicon"),
            (1, "copyright"),
            (8, "extra.social"),
        ]
    ]


def test_same_choice_twice_is_silent() -> None:
    school = 'name: x\nlook: {colour: "#7a1f3d", logo: assets/crest.png}\n'
    host = 'theme: {logo: assets/crest.png, palette: {primary: "#7A1F3D"}}\n'
    assert find_settings(school, host) == []


def test_bad_choice_leaves_the_others() -> None:
    findings = find_settings(SCHOOL + "  accent: red\n", HOST)
    assert "theme.logo" in {f.message.split("`")[1] for f in findings}
    assert not [f for f in findings if "gone" in f.path]


@pytest.mark.parametrize(
    ("school", "host", "place"),
    [
        ("name: x\nlanguage: cy\n", "site_name: x\n", (layout.SCHOOL, 2)),
        ("name: x\n", "theme:\n  language: cy\n", ("mkdocs.yml", 2)),
        ("name: x\nlanguage: gd-GB\n", "theme: {language: gd}\n", (layout.SCHOOL, 2)),
    ],
)
def test_other_language_is_a_note(school: str, host: str, place: tuple[str, int]) -> None:
    (finding,) = find_settings(school, host)
    assert (finding.path, finding.line) == place
    assert finding.severity is Severity.NOTE and "stay English" in finding.message


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_english_gives_no_note(language: str) -> None:
    assert find_settings(f"language: {language}\n", "site_name: x\n") == []
    assert find_settings("name: x\n", f"theme: {{language: {language}}}\n") == []


@pytest.mark.parametrize(
    ("colour", "changed"),
    [
        ("#ffff00", ["#ffff00", "#7a7a00", "#6e6e00"]),
        ("#ffffff", ["#ffffff", "#757575"]),
        ("#757575", ["#757575", "#6"]),
    ],
)
def test_changed_colour_is_a_note(colour: str, changed: list[str]) -> None:
    for school, host, place in [
        (f"name: x\nlook:\n  colour: '{colour}'\n", "", (layout.SCHOOL, 3)),
        ("name: x\n", f"theme:\n  palette:\n    primary: '{colour}'\n", ("mkdocs.yml", 3)),
    ]:
        (finding,) = find_settings(school, host or "site_name: x\n")
        assert (finding.path, finding.line, finding.severity) == (*place, Severity.NOTE)
        assert all(words in finding.message for words in changed)
        assert (
            find_settings(school.replace(colour, finding.remedy.split('"')[1]), "site_name: x\n")
            == []
        )


@pytest.mark.parametrize("colour", ["#7a1f3d", "indigo", "black"])
def test_readable_colour_gives_no_note(colour: str) -> None:
    assert find_settings(f"name: x\nlook: {{colour: '{colour}'}}\n", "site_name: x\n") == []


def test_used_files_are_not_unpublished(tmp_path: Path) -> None:
    files = {
        PATH: make_text("## Aims\n\nBe kind.").encode(),
        layout.SCHOOL: (
            b"name: x\nlook:\n  logo: assets/crest.svg\n  icon: assets/icon.svg\n  accent: red\n"
        ),
        "mkdocs.yml": b"theme: {logo: assets/old.svg}\nextra_css: [assets/used.css]\n",
    }
    drawings = {"assets/crest.svg", "assets/icon.svg", "assets/old.svg"}
    sheets = {"assets/used.css", "assets/unused.css"}
    files |= {f"docs/{name}": b"<svg xmlns='http://www.w3.org/2000/svg'/>" for name in drawings}
    files |= {f"docs/{name}": b"a { color: red }" for name in sheets}
    write_files(files, tmp_path)
    findings = library.load(read_sources(tmp_path)).findings
    assert {f.path for f in findings if f.code == "stray-file"} == {
        "docs/assets/old.svg",
        "docs/assets/unused.css",
    }
