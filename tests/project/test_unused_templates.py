"""A template of the school that no page uses is named."""

from pathlib import Path

import pytest

from policybook.project.templates import find_unused

FOOT = '{% include "policy/_own.html" %}'


def write(project: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        file = project / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return [finding.path for finding in find_unused(project)]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"policy/home.html": ""},
        {"main.html": ""},
        {"policy/home.html": FOOT, "policy/_own.html": ""},
        {
            "policy/home.html": FOOT,
            "policy/_own.html": "{%- from 'a.html' import x %}",
            "a.html": "",
        },
        {"assets/school.css": "", "pdf/policy.typ": ""},
        {".DS_Store": ""},
    ],
)
def test_used_templates_are_fine(tmp_path: Path, files: dict[str, str]) -> None:
    assert write(tmp_path, files) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("policy/hom.html", ""),
        ("home.html", ""),
        ("policy/home.htm", ""),
        ("policy/_own.html", FOOT),  # it uses only itself
        ("Policy/home.html", ""),
    ],
)
def test_unused_template_is_named(tmp_path: Path, name: str, text: str) -> None:
    assert write(tmp_path, {name: text}) == [f"templates/{name}"]


def test_near_name_is_suggested(tmp_path: Path) -> None:
    write(tmp_path, {"policy/hom.html": ""})
    (finding,) = find_unused(tmp_path)
    assert "Did you mean policy/home.html?" in finding.remedy
