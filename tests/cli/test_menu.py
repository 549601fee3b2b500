"""The menu: numbers and answers, always back to the menu, and never a traceback."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policybook import cli
from policybook.cli.commands import menu
from tests.cli.school import TODAY
from tests.word.incoming.word_files import make_docx, p

MENU = "what would you like to do?"


Choose = Callable[..., str]


@pytest.fixture
def choose(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Choose:
    """Return a function that types answers into the menu and returns all that it printed."""

    def type_in(*answers: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
        assert cli.main(["menu", "--project", str(project), "--today", TODAY]) == 0
        shown = capsys.readouterr()
        assert "Traceback" not in shown.out + shown.err
        return shown.out + shown.err

    return type_in


@pytest.mark.parametrize("answers", [("6",), ("q",), ("Quit",), (), ("", "6"), (" 6 ",)])
def test_quit(choose: Choose, answers: tuple[str, ...]) -> None:
    assert choose(*answers).endswith("Goodbye.\n")


@pytest.mark.parametrize("typed", ["0", "7", "-1", "two", "1.5", "²", "99999999999999", "check"])
def test_other_words_ask_again(choose: Choose, typed: str) -> None:
    shown = choose(typed, "6")
    assert f"“{typed}” is not one of the numbers." in shown
    assert shown.count(MENU) == 2


def test_check(choose: Choose) -> None:
    assert "0 errors" in choose("2", "6")


@pytest.mark.parametrize("quotes", ["{}", '"{}"', "'{}'", "& '{}'", "  {}  "])
def test_import(choose: Choose, project: Path, tmp_path: Path, quotes: str) -> None:
    file = tmp_path / "Uniform Policy.docx"
    file.write_bytes(make_docx(p("Uniform Policy", "Title") + p("Wear it.", "Heading1") + p("Do.")))
    shown = choose("1", quotes.format(file), "6")
    assert (project / "docs/policies/uniform/2026-11.md").is_file(), shown
    assert shown.count(MENU) == 2


@pytest.mark.parametrize(
    "typed", ["/no/file.docx", "a\0b", "~nobody/x.docx", "x" * 5000, "'", "-x", "", "--help"]
)
def test_import_of_nothing_comes_back(choose: Choose, typed: str) -> None:
    assert choose("1", typed, "6").count(MENU) == 2


def test_dragged_files_are_read(tmp_path: Path) -> None:
    for name in ("a b.docx", "c.docx"):
        (tmp_path / name).write_bytes(b"")
    escaped = f"{tmp_path}/a\\ b.docx {tmp_path}/c.docx "
    assert menu.read_paths(escaped) == [str(tmp_path / "a b.docx"), str(tmp_path / "c.docx")]


@pytest.mark.parametrize("day", ["2026-11-20", "20 November 2026"])
def test_approve(choose: Choose, project: Path, day: str) -> None:
    shown = choose("4", "1", "Governing Body", day, "y", "6")
    assert "Recorded in docs/policies/approvals.jsonl." in shown
    text = (project / "docs/policies/mobile-phones/2026-12.md").read_text(encoding="utf-8")
    assert "approved_by: Governing Body\napproved_on: 2026-11-20\n" in text


@pytest.mark.parametrize(
    "answers",
    [("",), ("9",), ("1", ""), ("1", "Governing Body", ""), ("1", "-", "x"), ("1", "Head", "soon")],
)
def test_approval_without_facts_writes_nothing(
    choose: Choose, project: Path, answers: tuple[str, ...]
) -> None:
    record = project / "docs/policies/approvals.jsonl"
    before = record.read_bytes()
    assert choose("4", *answers, "6").count(MENU) == 2
    assert record.read_bytes() == before


def test_nothing_to_approve(choose: Choose, project: Path) -> None:
    (project / "docs/policies/mobile-phones/2026-12.md").unlink()
    assert "No policy waits" in choose("4", "6")


@pytest.mark.parametrize("fault", [RuntimeError("broken"), KeyboardInterrupt(), SystemExit(2)])
def test_failure_comes_back(
    choose: Choose, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fail(*_: object) -> int:
        raise fault

    monkeypatch.setattr("policybook.cli.commands.check.check", fail)
    assert choose("2", "6").count(MENU) == 2


def test_interrupted_question_ends(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    assert cli.main(["menu", "--project", str(project)]) == 0


def test_menu_needs_a_folder(tmp_path: Path) -> None:
    assert cli.main(["menu", "--project", str(tmp_path / "none")]) == 1
