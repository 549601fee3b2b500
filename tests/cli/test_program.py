"""Messages and help write a command as the reader started the program."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from policybook.cli import parser, program
from policybook.project.program import FROM_CLONE, published_program
from policybook.text.commands import with_program

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "tests" / "golden" / "school"
STARTS = [
    ("build.py", "uv run build.py"),
    ("/home/office/school/build.py", "uv run build.py"),
    ("/usr/bin/policybook", "policybook"),
    ("policybook.exe", "policybook"),
    ("/venv/policybook/__main__.py", "python -m policybook"),
]


@pytest.mark.parametrize(("started", "name"), STARTS)
def test_program_name(monkeypatch: pytest.MonkeyPatch, started: str, name: str) -> None:
    monkeypatch.setattr(sys, "argv", [started, "check"])
    assert program.program_name() == name
    assert program.as_typed("Run `policybook check`.") == f"Run `{name} check`."
    assert parser.make_parser(program.program_name()).prog == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("policybook check", "X check"),
        (
            "`policybook new-version a b`, then policybook build",
            "`X new-version a b`, then X build",
        ),
        ("Policybook publishes policies.", "Policybook publishes policies."),
        (".cache/policybook and /policybook check", ".cache/policybook and /policybook check"),
        ("with-policybook check", "with-policybook check"),
        ("policybook, policybook.", "policybook, policybook."),
    ],
)
def test_only_commands_are_rewritten(text: str, expected: str) -> None:
    assert with_program(text, "X") == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("start", "name"),
    [
        (["build.py"], "uv run build.py"),
        (["-m", "policybook"], "python -m policybook"),
        ([str(Path(sys.executable).with_name("policybook"))], "policybook"),
    ],
)
def test_remedies_name_the_program(tmp_path: Path, start: list[str], name: str) -> None:
    project = tmp_path / "school"
    shutil.copytree(SCHOOL, project)
    (project / "docs/policies/approvals.jsonl").unlink()
    for words in ("check", "verify"):
        done = subprocess.run(
            [sys.executable, *start, words, "--project", str(project)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert f"run: {name} approve behaviour 2024-09\n" in done.stdout, done.stderr


def test_pages_of_a_clone_name_build() -> None:
    assert published_program() == "uv run build.py"


def test_pages_of_an_installation_name_policybook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policybook.project.program.files", lambda _: tmp_path / "policybook")
    assert published_program() == "policybook"


def test_no_text_of_the_package_names_build() -> None:
    """An installed program has no `build.py`: only two constants may name the file."""
    named = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for folder in ("policybook", "templates", "docs/help")
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in {".py", ".html", ".md", ".yml", ".txt", ".js"}
        for line in file.read_text(encoding="utf-8").replace(FROM_CLONE, "").splitlines()
        if "build.py" in line and file.name != "program.py"
    ]
    assert named == []
