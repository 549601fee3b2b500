"""Test the files of a new project: they build, say what was answered, and git leaves texts alone."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from builders import list_findings, load_project, make_sources
from hypothesis import given
from hypothesis import strategies as st

from policybook import __version__
from policybook.cli.questions import BadAnswer, read_name
from policybook.model import Nation, SchoolKind, SchoolPhase
from policybook.model.findings import Severity
from policybook.project.new_project import FIRST_POLICIES, SchoolAnswers, make_files

DAY = date(2026, 11, 29)
NAMES = [
    "Hill View",
    "St Mary's: C of E #1 School",
    "*x* <b>bold</b> & $name ${x}",
    "12",
    "yes",
    "Ysgol y Graig – Tŷ Ddewi",
    "- a",
    "'quoted",
    'The "Best" School\\',
    "[Hill] View | {x}",
]


def make(answers: SchoolAnswers) -> dict[str, str]:
    return {path: data.decode() for path, data in make_files(answers, DAY).items()}


def sources(texts: dict[str, str]) -> dict[str, str]:
    return {p: t for p, t in texts.items() if p.startswith("docs/") or p == "mkdocs.yml"}


@pytest.mark.parametrize("email", ["", "office@hill.sch.uk"])
@pytest.mark.parametrize("name", NAMES)
def test_project_has_no_errors(name: str, email: str) -> None:
    texts = make(SchoolAnswers(name=name, email=email, url="https://p.hill.sch.uk/"))
    findings = list_findings(make_sources(sources(texts)), DAY)
    assert {(f.code, f.severity) for f in findings} == {("placeholder", Severity.WARNING)}
    school = load_project(sources(texts)).library.school
    assert (school.name, school.policybook) == (name, __version__)
    assert school.contact == (email or "the school office")
    assert yaml.safe_load(texts["mkdocs.yml"])["site_name"] == f"{name} policies"


@given(st.text(max_size=60))
def test_any_readable_name_comes_back(words: str) -> None:
    try:
        name = read_name(words)
    except BadAnswer:
        return
    texts = make(SchoolAnswers(name=name))
    assert load_project(sources(texts)).library.school.name == name


def test_answers_are_settings() -> None:
    answers = SchoolAnswers(
        name="Hill View",
        nation=Nation.NORTHERN_IRELAND,
        kind=SchoolKind.ALTERNATIVE,
        phase=SchoolPhase.SIXTEEN_PLUS,
        url="https://p.hill.sch.uk/",
        email="office@hill.sch.uk",
    )
    project = load_project(sources(make(answers)))
    school = project.library.school
    assert (school.nation, school.kind, school.phase) == (
        answers.nation,
        answers.kind,
        answers.phase,
    )
    assert project.host.url == answers.url
    assert [(c.role, c.email) for c in project.library.contacts] == [
        ("School office", answers.email)
    ]


@pytest.mark.parametrize("policy", [*FIRST_POLICIES, "online-safety", "2027"])
def test_first_policy_is_chosen(policy: str) -> None:
    (loaded,) = load_project(sources(make(SchoolAnswers(name="H", policy=policy)))).library.policies
    assert loaded.name == policy


def test_editors_can_read_their_files() -> None:
    texts = make(SchoolAnswers(name="Hill View"))
    (schema,) = json.loads(texts[".vscode/settings.json"])["yaml.schemas"]
    assert schema.removeprefix("./") in texts
    assert all(json.loads(text) for path, text in texts.items() if path.endswith(".json"))


def test_same_answers_same_bytes() -> None:
    assert make(SchoolAnswers(name="Hill View")) == make(SchoolAnswers(name="Hill View"))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_keeps_approved_bytes(tmp_path: Path) -> None:
    """With `core.autocrlf`, as Git for Windows has it, a checkout gives the texts byte for byte."""
    files = make_files(SchoolAnswers(name="Hill View"), DAY)
    policy = "docs/policies/behaviour/2026-11.md"
    files |= {
        policy: files[policy].replace(b"\n", b"\r\n"),
        "docs/policies/approvals.jsonl": b'{"a": 1}\n',
        "docs/policies/behaviour/mixed.md": b"a\r\nb\nc\r",
    }
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_bytes(b"x")

    def git(*words: str) -> str:
        settings = ("-c", "core.autocrlf=true", "-c", "user.name=T", "-c", "user.email=t@t.example")
        done = subprocess.run(
            ["git", *settings, *words],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "start")
    assert "site/index.html" not in git("ls-files")
    for path in files:
        (tmp_path / path).unlink()
    git("checkout", "--", ".")
    texts = [path for path in files if path.startswith("docs/policies/")]
    assert {p: (tmp_path / p).read_bytes() for p in texts} == {p: files[p] for p in texts}
