"""Test `init` and `doctor`: options, questions, and that nothing is replaced."""

from pathlib import Path

import pytest

from policybook.cli import main
from policybook.reading.files import layout
from tests.cli.school import tree

WORDS = ("init", "school", "--name", "Hill View", "--today", "2026-11-29")
ALL_OPTIONS = (
    *WORDS,
    "--nation",
    "Wales",
    "--kind",
    "maintained",
    "--phase",
    "primary",
    "--url",
    "policies.hill.sch.uk",
    "--email",
    "office@hill.sch.uk",
    "--policy",
    "attendance",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """Let a person be there and type these. Return the questions as they are asked."""
    asked: list[str] = []
    answers = iter(typed)

    def input_(question: str) -> str:
        asked.append(question)
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", input_)
    monkeypatch.setattr("policybook.cli.commands.init.has_person", lambda: True)
    return asked


def test_options_answer_everything(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ALL_OPTIONS) == 0
    school = (here / "school" / layout.SCHOOL).read_text(encoding="utf-8")
    assert "nation: Wales\nkind: maintained\nphase: primary\n" in school
    assert (here / "school/docs/policies/attendance/2026-11.md").is_file()
    assert "policybook" in capsys.readouterr().out
    assert main(["check", "--project", "school", "--today", "2026-11-29"]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_five_questions(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "Hill View", "England, academy, secondary", "", "", "3")
    assert main(["init"]) == 0
    assert len(asked) == 5
    assert "nation: England\nkind: academy\nphase: secondary" in (here / layout.SCHOOL).read_text(
        encoding="utf-8"
    )
    assert (here / "docs/policies/complaints").is_dir()


def test_options_are_not_asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch)
    assert main(ALL_OPTIONS) == 0
    assert asked == []


def test_no_answer_writes_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "Hill View", "1")
    assert main(["init", "school"]) == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--nation", "France"), "not one of these: England"),
        (("--kind", "big"), "not one of these: maintained"),
        (("--phase", "old"), "not one of these: nursery"),
        (("--url", "hill"), "no web address"),
        (("--email", "office"), "no e-mail address"),
        (("--policy", "…"), "in letters"),
        (("--policy", "x" * 300), "too long"),
    ],
)
def test_bad_options(
    here: Path, more: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*WORDS, *more]) == 1
    assert message in capsys.readouterr().out
    assert list(here.iterdir()) == []


def test_name_is_needed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "school"]) == 1
    assert "--name" in capsys.readouterr().out


def test_no_file_is_replaced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "README.md": b"ours",
        ".gitignore": b"",
        "docs/policies/behaviour/2024-09.md": b"text\r\n",
        "docs/policies/contacts.yml": b"# none",
    }
    for path, data in files.items():
        (here / "school" / path).parent.mkdir(parents=True, exist_ok=True)
        (here / "school" / path).write_bytes(data)
    assert main(WORDS) == 0
    after = tree(here / "school")
    assert {path: after[path] for path in files} == files
    assert [path for path in after if "behaviour/" in path] == [
        "docs/policies/behaviour/2024-09.md"
    ]
    assert "Left README.md as it was" in capsys.readouterr().out


def test_second_init_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(WORDS)
    before = tree(here)
    assert main([*WORDS[:3], "Other"]) == 1
    assert "policybook doctor" in capsys.readouterr().out
    assert tree(here) == before


def test_home_is_no_project(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: here)
    assert main(["init", "--name", "Hill View"]) == 1
    (here / "file").write_bytes(b"")
    assert main(["init", "file", "--name", "Hill View"]) == 1
    assert [p.name for p in here.iterdir()] == ["file"]


def test_doctor_of_new_project(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(ALL_OPTIONS)
    before = tree(here)
    capsys.readouterr()
    assert main(["doctor", "--project", "school"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].startswith("0 wrong")
    assert sum(line.startswith("good") for line in lines) >= 7
    assert tree(here) == before


def test_doctor_of_empty_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    assert "wrong" in capsys.readouterr().out


def test_init_can_be_repeated_after_a_fault(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`school.yml` comes last, so that half a project does not count as one."""
    (here / "school").mkdir()
    (here / "school/schemas").write_bytes(b"")  # a file where a folder must be
    assert main(WORDS) == 1
    assert "cannot be written" in capsys.readouterr().out
    (here / "school/schemas").unlink()
    assert main(WORDS) == 0
    assert (here / "school/schemas/school.json").is_file()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("England", "England. You can write `kind` and `phase` in docs/policies/school.yml later."),
        (
            "academy, primary",
            "academy, primary. You can write `nation` in docs/policies/school.yml later.",
        ),
        ("Wales, maintained, primary", "Wales, maintained, primary.\n"),
    ],
)
def test_unnamed_part_is_not_forgotten(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    words: str,
) -> None:
    answer(monkeypatch, "Hill View", typed, "", "", "3")
    assert main(["init"]) == 0
    assert f"This means: {words}" in capsys.readouterr().out
