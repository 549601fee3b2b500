"""Test where findings have colours: at a terminal, and as NO_COLOR and FORCE_COLOR say."""

import io
from pathlib import Path

import pytest

from policybook.cli.terminal import choose_paint, shows_colours
from policybook.model.findings import Finding, format_finding
from tests.cli.school import run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
    ],
)
def test_environment_decides(environment: dict[str, str], expected: bool) -> None:
    assert shows_colours(Terminal(), environment, "linux") is expected


def test_pipes_and_old_windows() -> None:
    assert not shows_colours(io.StringIO(), {}, "linux")
    assert shows_colours(io.StringIO(), {"FORCE_COLOR": "3"}, "linux")
    assert not shows_colours(Terminal(), {}, "win32")
    assert shows_colours(Terminal(), {"WT_SESSION": "x"}, "win32")


def test_colours_change_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Finding(path="a.md", code="date", message="\x1b[5mit", remedy="Mend it.")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    painted = format_finding(finding, choose_paint(io.StringIO()))
    assert painted.count("\x1b") == 4  # the message's own escape stays harmless
    for code in ("\x1b[1;31m", "\x1b[2m", "\x1b[0m"):
        painted = painted.replace(code, "")
    assert painted == str(finding)


def test_data_has_no_colours(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    (project / "docs/policies/x").mkdir()
    (project / "docs/policies/x/2026-11.md").write_text("x", encoding="utf-8")
    for form, expected in (("json", False), ("github", False), ("text", True)):
        run(project, "check", "--format", form)
        assert ("\x1b" in capsys.readouterr().out) is expected
