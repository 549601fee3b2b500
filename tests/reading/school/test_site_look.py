"""The setting `look`: good choices and bad ones, and files that are missing."""

import pytest
from builders import PATH, load_project, make_text

from policybook.model import School
from policybook.model.findings import Finding, Severity
from policybook.model.look import NamedLink, SiteLook
from policybook.reading.files import layout
from policybook.reading.school import school_yml, site_look


def read(words: str) -> tuple[SiteLook, list[Finding]]:
    findings: list[Finding] = []
    school = school_yml.read(f"look:\n{words}", findings)
    return school.look, findings


def test_every_choice_is_read() -> None:
    look, findings = read(
        '  colour: "#7A1F3D"\n  logo: assets/crest.svg\n  icon: assets/icon.ico\n'
        "  footer: Charity 123\n  social: [https://www.facebook.com/oakfield]\n"
    )
    assert findings == []
    assert look == SiteLook(
        colour="#7a1f3d",
        logo="assets/crest.svg",
        icon="assets/icon.ico",
        footer="Charity 123",
        social=(NamedLink(name="Facebook", target="https://www.facebook.com/oakfield"),),
    )
    assert {field for field in site_look.FIELDS if not getattr(look, field)} == set()


@pytest.mark.parametrize(
    ("line", "colour"),
    [
        ("colour: deep purple", "#7e56c2"),
        ("colour: deep-purple", "#7e56c2"),
        ("colour: Gray", "#757575"),
        ('colour: "#fff"', "#ffffff"),
    ],
)
def test_colours_are_read(line: str, colour: str) -> None:
    look, findings = read(f"  {line}\n")
    assert (look.colour, findings) == (colour, [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("colour: crimson", "“crimson”, which is not a colour"),
        ("colour: #7a1f3d", "is empty, as # starts a comment"),
        ("logo: ../crest.png", "not such a file"),
        ("logo: https://x.example/crest.png", "not such a file"),
        ("logo: crest.exe", "not such a file"),
        ("icon: /etc/icon.png", "not such a file"),
        ("social: facebook.com/oakfield", "not a web address"),
        ("social: [http://facebook.com/oakfield]", "not a web address"),
        ("social: ['https://u:p@facebook.com/']", "not a web address"),
        ("colours: red", "no choice `colours`"),
    ],
)
def test_bad_choice_is_a_finding(line: str, words: str) -> None:
    look, (finding,) = read(f"  {line}\n")
    assert look == SiteLook()
    assert words in finding.message
    assert (finding.path, finding.line) == (layout.SCHOOL, 2)


def test_choices_of_the_school_come_first() -> None:
    look = site_look.combine(SiteLook(colour="#111111"), SiteLook(colour="#222222", logo="a.png"))
    assert look == SiteLook(colour="#111111", logo="a.png")


def test_missing_files_are_findings() -> None:
    look = SiteLook(
        logo="crest.svg",
        icon="icon.png",
        style_sheets=("own.css",),
        menu=(NamedLink(name="Values", target="values.md"),),
    )
    files = {
        "docs/crest.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "docs/own.css": b"@import 'https://fonts.example/x.css';",
    }
    findings = {f.path: f.message for f in site_look.find_missing_files(look, files, ())}
    assert set(findings) == {
        "docs/crest.svg",
        "docs/icon.png",
        "docs/own.css",
        "docs/values.md",
    }
    assert "<script>" in findings["docs/crest.svg"]


def test_host_settings_fill_the_gaps() -> None:
    files = {
        PATH: make_text("## Aims\n\nBe kind."),
        layout.SCHOOL: "name: Oakfield\nlook:\n  footer: Ours\n",
        "mkdocs.yml": "theme:\n  language: cy\n  palette: {primary: teal}\n",
    }
    school: School = load_project(files).library.school
    assert (school.language, school.look.footer, school.look.colour) == ("cy", "Ours", "#009485")
    levels = {f.severity for f in load_project(files).findings if f.code == "setting"}
    assert levels == {Severity.NOTE}  # of the language, and of a colour that is too light
