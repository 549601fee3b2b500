"""What is taken from Material's style sheet."""

import re
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from policybook.plugin import theme
from policybook.site.render.types import Templates

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("a{color:red}", "a{color:red}"),
        (
            ".md-typeset hr,.md-nav hr{margin:1rem -.6rem}",
            ".md-typeset hr{margin:1.25rem -0.75rem}",
        ),
        (".md-nav{margin:0}", ""),
        ("html{font-size:125%}", ""),
        ("body{transition:color 1s;margin:0}", "body{margin:0}"),
        (
            ':root{--md-text-font:x;--md-admonition-icon--note:url("a;b{@c}");'
            "--md-admonition-icon--bug:url(b)}"
            ".md-typeset .note{mask:var(--md-admonition-icon--note)}",
            ':root{--md-admonition-icon--note:url("a;b{@c}")}\n'
            ".md-typeset .note{mask:var(--md-admonition-icon--note)}",
        ),
        (
            "@media print{a{color:red}.md-grid{margin:0}}"
            "@keyframes x{0%{top:0}to{top:1px}}p{margin:0}",
            "p{margin:0}",
        ),
        ('@charset "UTF-8";/* a{b:c} */.md-grid{margin:0}', ".md-grid{margin:0}"),
    ],
)
def test_needed_rules(sheet: str, kept: str) -> None:
    assert theme.needed(sheet) == f"@layer material{{\n{kept}\n}}\n"


@pytest.mark.mkdocs
def test_installed_material_has_needed_classes() -> None:
    from mkdocs.utils import get_theme_dir

    (file,) = (Path(get_theme_dir("material")) / "assets" / "stylesheets").glob("main.*.min.css")
    sheet = theme.needed(file.read_text(encoding="utf-8"))
    used = {
        c
        for t in TEMPLATES.rglob("*.html")
        for c in re.findall(r"\bmd-[\w-]+", t.read_text(encoding="utf-8"))
    }
    assert used
    assert {c for c in used if f".{c}" not in sheet} == set()
    assert len(sheet) < 20_000
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.mkdocs
def test_the_notice_travels_with_the_sheet() -> None:
    from policybook.plugin import theme

    templates = Templates(pages={}, assets={}, pdf=TEMPLATES / "pdf")
    sheet = theme.add_theme(templates).assets[theme.STYLE_SHEET].decode()
    notice, _, rules = sheet.partition("*/\n")
    assert notice.startswith("/*! From the style sheet of Material for MkDocs.")
    assert "Martin Donath" in notice
    assert "The above copyright notice and this permission notice shall be included" in notice
    assert rules.startswith("@layer material{")


@pytest.mark.mkdocs
@pytest.mark.parametrize("missing", ["file", "package"])
def test_the_known_licence_stands_in(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    from policybook.plugin import theme

    def distribution(name: str) -> object:
        if missing == "package":
            raise metadata.PackageNotFoundError(name)
        return SimpleNamespace(read_text=lambda _: None)

    installed = theme.material_licence()
    monkeypatch.setattr(metadata, "distribution", distribution)
    assert theme.material_licence() == installed, "copy it to policybook/data/material-licence.txt"


def test_a_licence_cannot_end_the_comment() -> None:
    assert theme.with_notice("a{}", "x */ y\n").partition("*/\n")[2] == "a{}"
