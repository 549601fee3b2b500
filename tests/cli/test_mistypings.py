"""Test the answers to mistyped commands and options, and the other ways to ask for help."""

import pytest

from policybook.cli import main, parser
from policybook.cli.command_table import COMMANDS
from policybook.cli.parser import describe_release


def fail(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chekc", "check"),
        ("CHECK", "check"),
        ("aprove", "approve"),
        ("new_version", "new-version"),
        ("newversion", "new-version"),
        ("reg", "register"),
        ("preview", "serve"),
        ("Compare", "diff"),
        ("versoin", "version"),
        ("imprt", "import"),
        ("biuld", "build"),
        ("serach", "search"),
        ("hlep", "help"),
        ("setup", "init"),
    ],
)
def test_near_command(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"no command “{typed}”. Did you mean `{meant}`?" in fail(capsys, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("check", "--tody", "2026-11-22"), "--today"),
        (("check", "--explian=date"), "--explain"),
        (("--todya", "2026-11-22"), "--today"),
        (("approve", "--adopted_from", "x"), "--adopted-from"),
        (("diff", "--fromat", "json", "a", "b", "c"), "--format"),
        (("--verison",), "--version"),
        (("serve", "--Drafts"), "--drafts"),
    ],
)
def test_near_option(
    typed: tuple[str, ...], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"Did you mean `{meant}`?" in fail(capsys, *typed)


def test_nothing_near(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("qqqq", "C:\\school", "", "x\x1b[2J", "\udcff", "学校"):
        message = fail(capsys, word)
        assert "no command" in message and "Did you mean" not in message and "\x1b" not in message
    assert "has no place for “foo”" in fail(capsys, "build", "foo")
    assert "These commands have it: build, publish, serve." in fail(capsys, "new", "a", "--no-pdf")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["/?"], ["help", "check"]])
def test_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 0
    assert "usage:" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--version"], ["-V"], ["version"]])
def test_version(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("policybook 0.")


def test_installed_program_names_no_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policybook.cli.parser.find_clone", lambda: None)
    assert describe_release().count("(") == 0


def test_import_has_its_own_version() -> None:
    options = parser.parse(["import", "a.docx", "--version", "2027-01"])
    assert options.version == "2027-01"


def test_every_command_has_help() -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stop:
            parser.parse([command.name, "--help"])
        assert stop.value.code == 0


@pytest.mark.parametrize("word", ["upgrade", "Update", "uninstall"])
def test_upgrades_belong_to_the_installer(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "uv tool u" in fail(capsys, word)
