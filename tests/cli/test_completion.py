"""Test the scripts for shells, and complete with bash itself."""

import shutil
import subprocess
from pathlib import Path

import pytest

from policybook.cli import main
from policybook.cli.command_table import COMMANDS

CHECKERS = {"bash": "bash", "zsh": "zsh", "fish": "fish"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_script_has_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "build.py" not in script
    for command in COMMANDS:
        assert command.name in script


@pytest.mark.parametrize("shell", CHECKERS)
def test_shell_reads_its_script(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = shutil.which(CHECKERS[shell])
    if program is None:
        pytest.skip(f"{shell} is not installed")
    main(["completion", shell])
    script = tmp_path / "script"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    subprocess.run([program, "-n", str(script)], check=True, timeout=60)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("policybook ch", "check"),
        ("policybook che", "check"),
        ("policybook check --fi", "--fix"),
        ("policybook completion z", "zsh"),
        ("policybook diff --format j", "json"),
    ],
)
def test_bash_completes(
    typed: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["completion", "bash"])
    script = tmp_path / "script"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    words = typed.split()
    steps = (
        f'source "{script}"; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; '
        '_shtab_policybook; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", steps], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert done.stdout.split() == [expected]
