"""Settings of Material: each is honoured, or a finding says that it changes nothing."""

import pytest

from policybook.model import School
from policybook.model.findings import Severity
from policybook.model.look import NamedLink, SiteLook
from policybook.reading.school import mkdocs_yml


def read_look(words: str) -> SiteLook:
    settings, findings = mkdocs_yml.read(words)
    assert findings == ()
    return settings.look


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("theme: {palette: {primary: teal}}", SiteLook(colour="#009485")),
        (
            "theme: {palette: [{scheme: default, primary: indigo}, {scheme: slate}]}",
            SiteLook(colour="#4051b5"),
        ),
        ("theme: {palette: {scheme: slate}}", SiteLook(scheme="dark")),
        ("theme: {palette: [{scheme: slate}, {scheme: default}]}", SiteLook(scheme="dark")),
        # The reader's computer chooses.
        ("theme: {palette: {scheme: default}}", SiteLook()),
        ("theme: {palette: [{media: '(prefers-color-scheme: dark)', scheme: slate}]}", SiteLook()),
        ("theme: {logo: assets/crest.png}", SiteLook(logo="assets/crest.png")),
        ("theme: {favicon: assets/icon.ico}", SiteLook(icon="assets/icon.ico")),
        ("copyright: Oakfield", SiteLook(footer="Oakfield")),
        ("extra_css: [css/own.css]", SiteLook(style_sheets=("css/own.css",))),
        (
            "extra: {social: [{icon: x, link: 'https://x.com/oak', name: News}]}",
            SiteLook(social=(NamedLink(name="News", target="https://x.com/oak"),)),
        ),
        (
            "nav: [index.md, about.md, {Values: values.md}]",
            SiteLook(
                menu=(
                    NamedLink(name="", target="about.md"),
                    NamedLink(name="Values", target="values.md"),
                )
            ),
        ),
        ("theme: {name: material, custom_dir: templates, font: false}", SiteLook()),
    ],
)
def test_setting_is_honoured(words: str, look: SiteLook) -> None:
    assert read_look(words + "\n") == look


@pytest.mark.parametrize(
    "words",
    [
        "repo_url: https://x.example",
        "hooks: [x.py]",
        "extra_javascript: [x.js]",
        "theme: {features: [toc.follow]}",
        "theme: {font: {text: Roboto}}",
        "theme: {icon: {repo: x}}",
        "theme: {palette: {accent: red}}",
        "theme: {palette: {primary: crimson}}",
        "theme: {logo: crest.tiff}",
        "extra: {analytics: {provider: x}}",
        "extra: {social: [{icon: x}]}",
        "plugins: [policybook, blog]",
        "plugins: [{tags: {enabled: true}}]",
        "markdown_extensions: [{pymdownx.tabbed: {alternate_style: true}}]",
        "nav: [{More: [about.md]}]",
        "nav: [{Start here: index.md}]",
        "nav: [{Policies: policies/}]",
        "nav: [governors]",
        "nav: [policies/behaviour/2026-11.md]",
        "nav: [{Behaviour: ./policies/behaviour/2026-11.md}]",
        "nav: [{Films: 'javascript://x.example/'}]",
        "nav: [{Films: 'https:///'}]",
        "theme: {palette: {scheme: youtube}}",
        "theme: {palette: [{primary: teal}, {scheme: slate, primary: red}]}",
    ],
)
def test_setting_without_effect_is_a_warning(words: str) -> None:
    _, (finding,) = mkdocs_yml.read(words + "\n")
    assert (finding.code, finding.severity, finding.line) == ("setting", Severity.WARNING, 1)


def test_pages_of_a_group_stay() -> None:
    settings, _ = mkdocs_yml.read("nav: [{More: [about.md, {Site: 'https://x.example'}]}]\n")
    assert [entry.target for entry in settings.look.menu] == ["about.md", "https://x.example"]


def test_other_language_is_a_warning() -> None:
    settings, _ = mkdocs_yml.read("theme:\n  language: cy\n")
    school = School(language="en-GB", lines={"language": 3})
    (finding,) = mkdocs_yml.find_other_language(
        mkdocs_yml.add_to_school(school, settings), settings
    )
    assert (finding.line, finding.code) == (2, "setting")
    silent = mkdocs_yml.add_to_school(School(), settings)
    assert silent.language == "cy" and not [*mkdocs_yml.find_other_language(silent, settings)]
