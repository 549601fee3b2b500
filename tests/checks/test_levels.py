"""A school changes the level of a finding, and says why; what protects publication stays an error."""

from datetime import date
from pathlib import Path

import pytest
from builders import (
    PATH,
    TODAY,
    list_documents,
    list_findings,
    load_project,
    make_approved_text,
    make_sources,
    make_text,
    read_case,
    write_files,
)

from policybook.checks import catalogue, levels
from policybook.model.findings import Finding, Severity, as_text, has_errors
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings

LATER = "docs/policies/behaviour/2026-12.md"
BULLET = "## Rules\n\n• Be kind.\n"
NUMBER = "## Rules\n\n3.6 Be kind.\n"
LOWERABLE = [rule.code for rule in catalogue.list_rules() if not rule.protects]
ROOT = Path(__file__).parents[2]


def write_levels(**chosen: str) -> str:
    rows = "".join(
        f"  {code.replace('_', '-')}:\n    level: {level}\n    reason: We know.\n"
        for code, level in chosen.items()
    )
    return f"name: Hill View School\nchecks:\n{rows}"


def check_text(body: str, school: str) -> list[Finding]:
    return list_findings(make_sources({PATH: make_text(body), layout.SCHOOL: school}))


def test_lowered_level_shows_its_reason() -> None:
    (item,) = check_text(BULLET, write_levels(typed_bullet="warning"))
    assert (item.severity, item.usual, item.reason) == (
        Severity.WARNING,
        Severity.ERROR,
        "We know.",
    )
    assert not has_errors([item])
    assert as_text([item]).endswith("\n    A warning here, not an error: We know.")


def test_level_is_raised() -> None:
    (item,) = check_text(NUMBER, write_levels(typed_number="error"))
    assert (item.severity, item.usual) == (Severity.ERROR, Severity.WARNING)
    assert str(item).endswith("An error here, not a warning: We know.")


def test_usual_level_changes_nothing() -> None:
    assert check_text(BULLET, write_levels(typed_bullet="error")) == check_text(
        BULLET, "name: Hill View School\n"
    )


@pytest.mark.parametrize(
    "rule", [rule for rule in catalogue.list_rules() if rule.protects], ids=lambda r: r.code
)
@pytest.mark.parametrize("level", ["warning", "note"])
def test_protecting_level_is_never_lowered(rule: catalogue.Rule, level: str) -> None:
    (item,) = check_text("## Rules\n\nBe kind.\n", write_levels(**{rule.code: level}))
    assert (item.code, item.severity, item.line) == ("fixed-level", Severity.ERROR, 3)
    assert rule.protects in item.message


def test_refused_level_changes_nothing() -> None:
    both = check_text("## Rules\n\n[x](nowhere.md)\n", write_levels(link="note"))
    assert [(f.code, f.severity) for f in both] == [
        ("link", Severity.ERROR),
        ("fixed-level", Severity.ERROR),
    ]


def test_protecting_level_may_be_error() -> None:
    school = write_levels(setting="error")
    files = {
        PATH: make_text(),
        layout.SCHOOL: school,
        "mkdocs.yml": "hooks: [own.py]\nexclude_docs: /policies/\n",
    }
    (item,) = list_findings(make_sources(files))
    assert (item.code, item.severity, item.usual) == ("setting", Severity.ERROR, Severity.WARNING)


def test_unknown_code_names_similar_code() -> None:
    (item,) = check_text("## Rules\n\nBe kind.\n", write_levels(typed_bulet="note"))
    assert (item.path, item.line, item.code) == (layout.SCHOOL, 3, "unknown-code")
    assert "Did you mean `typed-bullet`" in item.remedy


@pytest.mark.parametrize(
    ("words", "line", "excerpt"),
    [
        ("checks: [typed-bullet]\n", 1, "must name findings by their codes"),
        ("checks:\n  typed-bullet: note\n", 2, "exactly a level and a reason"),
        (
            "checks:\n  typed-bullet:\n    level: note\n",
            2,
            "exactly a level and a reason",
        ),
        ("checks:\n  typed-bullet:\n    level: warn\n    reason: x\n", 3, "not one of the three"),
        ("checks:\n  typed-bullet:\n    level: note\n    reason:\n", 4, "empty"),
        (
            "checks:\n  typed-bullet:\n    level: note\n    reason: x\n    until: 2027\n",
            2,
            "exactly a level",
        ),
    ],
)
def test_level_needs_a_reason(words: str, line: int, excerpt: str) -> None:
    (item,) = check_text("## Rules\n\nBe kind.\n", words)
    assert (item.path, item.line, item.code) == (layout.SCHOOL, line, "field-value")
    assert excerpt in item.message


@pytest.mark.slow
@pytest.mark.parametrize("document", list_documents("xfail"), ids=lambda p: p.stem)
def test_lowered_levels_still_build(document: Path, tmp_path: Path) -> None:
    write_files(read_case(document).files, tmp_path)
    school = tmp_path / layout.SCHOOL
    if school.is_file() and "checks:" not in school.read_text(encoding="utf-8"):
        rows = "".join(f"  {code}:\n    level: note\n    reason: x\n" for code in LOWERABLE)
        school.write_text(
            f"{school.read_text(encoding='utf-8').rstrip()}\nchecks:\n{rows}", encoding="utf-8"
        )
    website = build.build(
        read_sources(tmp_path), read_templates(ROOT), TODAY, Settings(pdf=False, drafts=True)
    )
    if not has_errors(website.findings):
        assert len(list(website.files())) > 20


def test_level_hides_no_finding() -> None:
    assert (
        len(
            check_text(
                BULLET + "\n3.6 Walk.\n", write_levels(typed_bullet="note", typed_number="note")
            )
        )
        == 2
    )


# ---------- on the review page


def read_register(files: dict[str, str], drafts: bool = False, today: date = TODAY) -> str:
    website = build.build(
        make_sources(files), read_templates(ROOT), today, Settings(pdf=False, drafts=drafts)
    )
    assert not has_errors(website.findings)
    return next(a.data.decode() for a in website.files() if a.path == "review/findings/index.html")


def test_register_shows_changed_level() -> None:
    page = read_register(
        {
            PATH: make_text(NUMBER, status="consultation"),
            layout.SCHOOL: write_levels(typed_number="note"),
        }
    )
    assert "The rule starts with “3.6”" in page
    assert "A note here, not a warning: We know." in page
    assert 'href="../../help/checks/pasted/#typed-number"' in page


def test_register_omits_drafts() -> None:
    other = PATH.replace("2025", "2026")
    files = {PATH: make_text(), other: make_text(NUMBER, status="draft", changes="x")}
    assert "3.6" not in read_register(files)
    assert "3.6" in read_register(files, drafts=True)


def test_error_in_a_draft_stops_no_public_site() -> None:
    draft = make_text("## Aims\n\nSee [this](gone.md).\n", status="draft")
    files = {PATH: make_text(), LATER: draft}
    loaded = load_project(files)
    findings = levels.list_findings(loaded, TODAY)
    assert {f.path for f in findings if f.severity is Severity.ERROR} == {LATER}
    excused = levels.excuse_drafts(findings, loaded.library)
    assert not has_errors(excused)
    reasons = [f.reason for f in excused if f.path == LATER and f.usual]
    assert set(reasons) == {"It is a draft, which this site does not show."}


@pytest.mark.parametrize("status", ["draft", "consultation"])
def test_preview_shows_a_faulty_proposal(status: str) -> None:
    words = "## Aims\n\nPupils may ~~not~~ use phones.\n\nSee [this](gone.md).\n"
    files = {PATH: make_text(), LATER: make_text(words, status=status)}
    loaded = load_project(files)
    findings = levels.list_findings(loaded, TODAY)
    assert {f.path for f in findings if f.severity is Severity.ERROR} == {LATER}
    excused = levels.excuse_proposals(findings, loaded.library)
    assert not has_errors(excused)
    reasons = {f.reason for f in excused if f.path == LATER and f.usual}
    assert reasons == {"It must be corrected before the text is published or approved."}


def test_preview_excuses_no_approved_text() -> None:
    loaded = load_project({PATH: make_approved_text("## Aims\n\nSee [this](gone.md).\n")})
    findings = levels.list_findings(loaded, TODAY)
    assert has_errors(levels.excuse_proposals(findings, loaded.library))


@pytest.mark.parametrize("name", [document.stem for document in list_documents("xfail")])
def test_preview_shows_every_fault_or_stops(name: str) -> None:
    """Nothing that a proposal may hold breaks the making of its pages."""
    files = read_case(next(d for d in list_documents("xfail") if d.stem == name)).files
    settings = Settings(pdf=False, drafts=True)
    website = build.build(make_sources(files), read_templates(ROOT), TODAY, settings)
    if not has_errors(website.findings):
        assert any(asset.path == "index.html" for asset in website.files())
