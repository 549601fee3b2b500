"""`school.yml`: good values and bad ones, each at its line."""

import pytest
from builders import PATH, list_findings, load_project, make_sources, make_text
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Numbering, RequiredSection, School
from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout
from policybook.reading.school import school_yml


def read(words: str | None) -> tuple[School, list[Finding]]:
    findings: list[Finding] = []
    return school_yml.read(words, findings), findings


def test_school_is_read() -> None:
    project, findings = read(
        "name: Oakfield Primary School\ncontact: the office, 01632 960000\nlanguage: cy\nreview_warning_days: 60\n"
        "required_sections:\n  every_policy:\n    - Purpose\n"
        "  behaviour:\n    - heading: Sanctions\n      accept: [Steps, Consequences]\n"
    )
    assert findings == []
    assert project == School(
        name="Oakfield Primary School",
        contact="the office, 01632 960000",
        language="cy",
        review_warning_days=60,
        required_sections={
            "": (RequiredSection(heading="Purpose"),),
            "behaviour": (RequiredSection(heading="Sanctions", accept=("Steps", "Consequences")),),
        },
    )


def test_numbering_is_for_new_drafts_alone() -> None:
    files = {
        PATH: make_text("## Aims\n\n4.2 Ask."),
        layout.SCHOOL: "name: Oakfield\nnumbering: own\n",
    }
    library = load_project(files).library
    assert library.school.numbering is Numbering.OWN
    (version,) = library.policies[0].versions
    assert version.facts.numbering is None
    assert version.sections[0].label == "1"


@pytest.mark.parametrize(
    ("words", "origins"),
    [
        ("https://www.school.example", ("https://www.school.example",)),
        ("[https://www.school.example/]", ("https://www.school.example",)),
        ("[https://a.example, https://a.example/, http://b.example:8080]",
         ("https://a.example", "http://b.example:8080")),
        ('["https://*.trust.example"]', ("https://*.trust.example",)),
        ("https://xn--bcher-kva.example", ("https://xn--bcher-kva.example",)),
        ("http://localhost:8000", ("http://localhost:8000",)),
        ("[]", ()),
    ],
)  # fmt: skip
def test_sites_that_may_embed(words: str, origins: tuple[str, ...]) -> None:
    school, findings = read(f"embedded_by: {words}\n")
    assert (school.embedded_by, findings) == (origins, [])


@pytest.mark.parametrize(
    "words",
    [
        "www.school.example",
        "https://www.school.example/policies/",
        "https://School.example",
        "https://bücher.example",
        "'https://a.example; script-src *'",
        "'https://a.example https://b.example'",
        "'*'",
        "https://*",
        "\"'none'\"",
        "ftp://a.example",
        "https://a..example",
        "https://-a.example",
        "https://a.example:port",
        "https://user@a.example",
        "[https://a.example, [https://b.example]]",
        "{a: b}",
        "12",
        '"https://a.example\\nX-Evil: 1"',
    ],
)
def test_other_words_embed_nothing(words: str) -> None:
    school, findings = read(f"embedded_by: {words}\n")
    assert school.embedded_by == ()
    assert [finding.severity for finding in findings] == [Severity.ERROR]


def test_missing_file_is_a_note() -> None:
    project, (note,) = read(None)
    assert project == School()
    assert (note.severity, note.code) == (Severity.NOTE, "no-school")


@pytest.mark.parametrize("words", ["", "\n", "  \n\n"])
def test_empty_file_is_usual_school(words: str) -> None:
    assert read(words) == (School(), [])


@pytest.mark.parametrize(
    ("words", "line", "sentences"),
    [
        ("- name\n", 1, "must be fields"),
        ("name: x\n\tcontact: y\n", 2, "tab"),
        ("name: x\nname: y\n", 2, "appears twice"),
        ("name: x\ncontact:\n", 2, "empty"),
        ("name: [x]\n", 1, "a list"),
        ("nmae: x\n", 1, "Did you mean `name`?"),
        ("language: Welsh\n", 1, "language code"),
        ("review_warning_days: 1000\n", 1, "number of days"),
        ("review_warning_days: -1\n", 1, "number of days"),
        ("review_warning_days: ９\n", 1, "number of days"),
        ("review_warning_days: [90]\n", 1, "a list"),
        ("required_sections: [Purpose]\n", 1, "must name policies"),
        ("required_sections:\n  every_policy: Purpose\n", 2, "list of headings"),
        (
            "required_sections:\n  every_policy:\n    - accept: [x]\n",
            3,
            "exactly `heading` and `accept`",
        ),
        (
            "required_sections:\n  every_policy:\n    - heading: x\n      also: y\n",
            3,
            "exactly `heading` and `accept`",
        ),
        ("required_sections:\n  every_policy:\n    - Purpose\n    - ''\n", 4, "empty"),
        (
            "required_sections:\n  every_policy:\n    - heading: x\n      accept: {}\n",
            4,
            "a mapping",
        ),
    ],
)
def test_bad_values_have_their_line(words: str, line: int, sentences: str) -> None:
    _, (fault,) = read(words)
    assert (fault.path, fault.line) == (layout.SCHOOL, line)
    assert sentences in f"{fault.message} {fault.remedy}"


def test_bad_setting_leaves_the_others() -> None:
    project, findings = read("name: Hill View\nreview_warning_days: soon\n")
    assert project.name == "Hill View"
    assert len(findings) == 1


def test_unknown_policy_is_reported() -> None:
    files = {PATH: make_text(), layout.SCHOOL: "required_sections:\n  behavoir: [Purpose]\n"}
    (findings,) = list_findings(make_sources(files))
    assert (findings.code, findings.severity) == ("required-sections", Severity.WARNING)
    assert "behaviour" in findings.remedy


def test_required_sections_per_policy() -> None:
    files = {
        PATH: make_text(),
        PATH.replace("behaviour", "uniform"): make_text(),
        layout.SCHOOL: "required_sections:\n  every_policy: [Purpose]\n  uniform: [Shirts]\n",
    }
    assert [(f.path, f.code) for f in list_findings(make_sources(files))] == [
        (PATH.replace("behaviour", "uniform"), "required-section")
    ]
    assert load_project(files).findings == ()


@given(st.text(st.characters()))
def test_nothing_makes_it_raise(words: str) -> None:
    for given_words in (
        words,
        f"required_sections: {words}\n",
        f"required_sections:\n  every_policy: {words}\n",
    ):
        read(given_words)


def test_settings_of_newer_release() -> None:
    _, (finding,) = read("name: Hill View\nsince_next_year: x\npolicybook: 99.0.0\n")
    assert finding.code == "unknown-field" and "Release 99.0.0" in finding.remedy
    _, (finding,) = read("name: Hill View\nnmae: x\npolicybook: 0.1.0\n")
    assert "name" in finding.remedy and "Upgrade" not in finding.remedy
