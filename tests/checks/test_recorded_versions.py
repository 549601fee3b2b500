"""A recorded version is judged by its record: no check of form stops it, and a difference is the only finding."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import PATH, list_findings, make_approved_text, make_record, make_sources, write_files

from policybook.checks import catalogue, levels
from policybook.model.findings import Finding, Severity, has_errors
from policybook.project.templates import read_templates
from policybook.reading import library
from policybook.reading.fields import fields, front_matter
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings
from policybook.text import strict_yaml
from tests.checks import recorded_texts
from tests.checks.recorded_texts import RECORD

ROOT = Path(__file__).parents[2]
#: The record cannot hold such facts: no release could read them. And two versions cannot have one place.
NOT_RECORDABLE = {
    "date",
    "field-value",
    "field-value-in-a-review",
    "front-matter",
    "front-matter-after-an-empty-line",
    "front-matter-empty-file",
    "front-matter-unclosed",
    "missing-field",
    "name-clash-same-number",
    "review-year",
    "review-year-impossible",
    "unknown-field",
    "unknown-field-with-a-look-alike",
    "yaml",
    "yaml-anchor",
    "yaml-bracket",
    "yaml-colon",
    "yaml-control-character",
    "yaml-empty",
    "yaml-item-after-a-value",
    "yaml-space",
    "yaml-tab",
}


# ---------- the corpus


def test_every_fault_is_recorded(request: pytest.FixtureRequest) -> None:
    wanted = dict(recorded_texts.list_recordable())
    assert set(wanted) >= NOT_RECORDABLE
    if request.config.getoption("--update-recorded"):
        _add_to_corpus({n: f for n, f in wanted.items() if n not in NOT_RECORDABLE})
    recorded = {path.split("/")[2] for path in recorded_texts.read_corpus() if path.endswith(".md")}
    assert set(wanted) - NOT_RECORDABLE <= recorded, "run `uv run pytest --update-recorded`"


def _add_to_corpus(wanted: dict[str, recorded_texts.Files]) -> None:
    """Append the documents that the corpus lacks. What it has never changes."""
    data = RECORD.read_bytes() if RECORD.exists() else b""
    for name, files in wanted.items():
        if f'"policy": "{name}"'.encode() in data:
            continue
        data = recorded_texts.record(files, data)
        pictures = {path: bytes_ for path, bytes_ in files.items() if not path.endswith(".md")}
        write_files(
            {path.removeprefix(layout.POLICIES): bytes_ for path, bytes_ in pictures.items()},
            RECORD.parent,
        )
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_bytes(data)


def _raise_all_levels() -> bytes:
    rows = "".join(
        f"  {rule.code}:\n    level: error\n    reason: x\n" for rule in catalogue.list_rules()
    )
    return (
        f"name: Hill View School\nchecks:\n{rows}required_sections:\n  every_policy: [X]\n".encode()
    )


@pytest.mark.parametrize("school", [b"name: Hill View School\n", _raise_all_levels()])
def test_corpus_has_no_error(school: bytes) -> None:
    files = {**recorded_texts.read_corpus(), layout.SCHOOL: school}
    errors = [f for f in list_findings(make_sources(files)) if f.severity is Severity.ERROR]
    assert [str(f) for f in errors if f.path != layout.SCHOOL] == []


@pytest.mark.slow
@pytest.mark.parametrize("pdf", [False, True])
def test_corpus_is_published(tmp_path: Path, pdf: bool) -> None:
    files = recorded_texts.read_corpus()
    write_files(files, tmp_path)
    site = build.build(
        read_sources(tmp_path), read_templates(ROOT), recorded_texts.TODAY, Settings(pdf=pdf)
    )
    assert not has_errors(site.findings)
    pages = {asset.path for asset in site.files()}
    names = [
        path.removeprefix("docs/").removesuffix(".md") for path in files if path.endswith(".md")
    ]
    assert [name for name in names if f"{name}/index.html" not in pages] == []


# ---------- findings about a recorded version


FAULTY = "## Purpose\n\nWe help every child. See [the form](../nowhere/).\n"


def _list(body: str, school: str = "name: Hill View School\n", now: str = "") -> list[Finding]:
    files: dict[str, str | bytes] = {PATH: make_approved_text(body), layout.SCHOOL: school}
    record = make_record(files)
    files[PATH] = make_approved_text(now or body)
    return list_findings(make_sources({**files, layout.RECORD: record}))


def test_fault_of_form_is_excused() -> None:
    (finding,) = _list(FAULTY)
    assert (finding.code, finding.severity, finding.usual) == (
        "link",
        Severity.WARNING,
        Severity.ERROR,
    )
    assert str(finding).endswith(
        "A warning here, not an error: the text is like this since it was approved"
    )
    assert "Leave this file as it is" in finding.remedy


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("##\u00a0Purpose\n\nWe help.\n", "typed-heading"),
        ("## Purpose\n\n• Bring a coat.\n• Bring a hat.\n", "typed-bullet"),
        ("## Purpose\n\nStaff must be kind.\n2.2 Staff must be fair.\n", "joined-line"),
        ("## Purpose\n\nWe help.\n\n```\nBring a coat.\n", "unclosed-fence"),
        ("## Purpose\n\n1. Tell the teacher.\n  - by phone\n", "list-indent"),
        ("## Purpose\n\nThe panel meets within\n\n15. school days of it.\n", "start-of-line"),
        ("## Purpose\n\nWe help.\n\nWho\tWhat\nHead\tLocks\n", "typed-table"),
    ],
)
def test_typed_form_is_a_warning(body: str, code: str) -> None:
    findings = [f for f in _list(body) if f.code == code]
    assert findings
    assert {f.severity for f in findings} == {Severity.WARNING}
    assert all("Leave this file as it is" in f.remedy for f in findings)
    assert all("like this since it was approved" in str(f) for f in findings)


def test_school_cannot_stop_recorded_text() -> None:
    school = "name: x\nchecks:\n  law:\n    level: error\n    reason: x\n"
    findings = _list("## Purpose\n\nWe obey the Data Protection Act 1998.\n", school)
    assert [(f.code, f.severity) for f in findings] == [("law", Severity.WARNING)]


def test_difference_is_the_only_finding() -> None:
    (finding,) = _list(FAULTY, now=FAULTY.replace("help", "[insert name]"))
    assert (finding.code, finding.severity) == ("altered", Severity.ERROR)
    assert "policybook restore behaviour 2025-09" in finding.remedy


def test_unreadable_file_is_named() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text()}
    sources = make_sources({layout.RECORD: make_record(files)})
    fault = Finding(path=PATH, code="file", message="this is a link", remedy="Remove it.")
    (finding,) = levels.list_findings(
        library.load(replace(sources, findings=(fault,))), recorded_texts.TODAY
    )
    assert (finding.code, finding.message) == (
        "recorded-version-missing",
        "an approved version has no file that can be read: this is a link",
    )


@pytest.mark.parametrize("name", ["2025_September", "2025-13", "x" * 70, "Ünïcode"])
def test_recorded_name_is_excused(name: str) -> None:
    path = f"docs/policies/behaviour/{name}.md"
    files: dict[str, str | bytes] = {path: make_approved_text()}
    (finding,) = list_findings(make_sources({**files, layout.RECORD: make_record(files)}))
    assert (finding.code, finding.severity) == ("name", Severity.WARNING)


@pytest.mark.parametrize("name", ["print", ".."])
def test_clash_of_addresses_stays_an_error(name: str) -> None:
    path = f"docs/policies/behaviour/{name}.md"
    files: dict[str, str | bytes] = {path: make_approved_text()}
    findings = list_findings(make_sources({**files, layout.RECORD: make_record(files)}))
    assert [f.code for f in findings if f.severity is Severity.ERROR] == ["name-clash"]


def test_value_refused_later_is_excused(monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text()}
    record = make_record(files)

    def refuse(value: strict_yaml.Value) -> str:
        raise strict_yaml.InvalidValueError("is refused by a later release", "Write another one.")

    for name in ("title", "approved_by", "owner"):
        monkeypatch.setattr(
            fields,
            "FIELDS",
            tuple(
                replace(f, type=replace(f.type, read=refuse)) if f.name == name else f
                for f in fields.FIELDS
            ),
        )
    monkeypatch.setattr(front_matter, "FIELDS", fields.FIELDS)
    loaded = library.load(make_sources({**files, layout.RECORD: record}))
    (version,) = loaded.library.policies[0].versions
    assert (version.facts.title, version.facts.owner) == ("Behaviour policy", "Headteacher")
    findings = levels.list_findings(loaded, recorded_texts.TODAY)
    assert {(f.code, f.severity) for f in findings} == {("field-value", Severity.WARNING)}
