"""`approve`, `review` and `withdraw` as an office types them: asked, stopped or not."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.school import (
    COMMANDS,
    SCHOOL,
    TODAY,
    run,
    tree,
)

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook import cli
from policybook.cli.program import program_name
from policybook.project import clock
from policybook.reading.files import layout

pytestmark = pytest.mark.mkdocs


class Killed(BaseException):
    """The machine stops: nothing that comes after runs."""


def _stop_at(monkeypatch: pytest.MonkeyPatch, at: int, fault: BaseException) -> None:
    """Let the first `at` writes and deletions of the record's files be done, then stop."""
    count = iter(range(1000))
    replaced, unlinked = os.replace, Path.unlink

    def replace(*where: object) -> None:
        # The system itself lets go of the lock of a program that was killed.
        if "record.lock" not in str(where[-1]) and next(count) >= at:
            raise fault
        replaced(*where)  # type: ignore[arg-type]

    def unlink(path: Path, missing_ok: bool = False) -> None:
        is_counted = path.suffix != ".tmp" and not path.name.startswith("record.lock")
        if is_counted and next(count) >= at:
            raise fault
        unlinked(path, missing_ok=missing_ok)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)


@pytest.fixture(scope="module", autouse=True)
def _one_minute() -> Iterator[None]:
    """Let every entry be of one minute, so that records can be compared."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "this_minute", lambda: "2026-11-22T09:12Z")
        yield


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What each command leaves when nothing stops it."""
    left = {}
    for command, words in COMMANDS.items():
        folder = tmp_path_factory.mktemp("whole") / "school"
        shutil.copytree(SCHOOL, folder)
        assert run(folder, *words, "--yes") == 0
        left[command] = tree(folder)
    return left


@pytest.mark.parametrize(
    "fault", [Killed(), OSError(28, "No space left on device")], ids=["killed", "full"]
)
@pytest.mark.parametrize("at", range(5))
@pytest.mark.parametrize("command", COMMANDS)
def test_stopped_command_can_be_finished(
    project: Path,
    whole: dict[str, dict[str, bytes]],
    command: str,
    at: int,
    fault: BaseException,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = tree(project)
    with pytest.MonkeyPatch.context() as patched:
        _stop_at(patched, at, fault)
        with contextlib.suppress(Killed):
            run(project, *COMMANDS[command], "--yes")
    capsys.readouterr()
    if tree(project) not in (before, whole[command]):
        assert run(project, "check") == 1, "what is half done is found"
        said = capsys.readouterr().out
        told = re.search(
            rf"{re.escape(program_name())} ((?:approve|review|withdraw) [a-z0-9. -]+)", said
        )
        assert told, said
        assert run(project, *told[1].split(), "--yes") == 0, (
            "and the command that is named finishes it"
        )
        assert run(project, "check") == 0, capsys.readouterr().out
    assert run(project, *COMMANDS[command], "--yes") == 0
    assert tree(project) == whole[command]
    assert run(project, "check") == 0


def test_leftovers_of_a_crash_are_harmless(project: Path) -> None:
    code = f"""
import os, sys
from policybook import cli
os.replace = lambda *where: os._exit(9)
cli.main([*{COMMANDS["remove"]!r}, "--yes", "--project", {str(project)!r}, "--today", "{TODAY}"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 9
    assert list(project.rglob("*.tmp"))
    assert run(project, "check") == 0
    assert run(project, *COMMANDS["remove"], "--yes") == 0
    assert run(project, "check") == 0


class Terminal(io.StringIO):
    """What a person sits at."""

    def isatty(self) -> bool:
        return True


Asks = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Asks:
    """Run a command as a person does who answers every question the same.

    Returns the exit code and the questions, each with the screen above it.
    """

    def typed(project: Path, *words: str, answer: str) -> tuple[int, list[str]]:
        questions, screen = list[str](), Terminal()

        def answered(question: str) -> str:
            questions.append(screen.getvalue() + question)
            if answer == "end":
                raise EOFError
            if answer == "Ctrl+C":
                raise KeyboardInterrupt
            return answer

        with (
            monkeypatch.context() as patched
        ):  # here, since pytest puts its own streams in place before each test
            patched.setattr("builtins.input", answered)
            patched.setattr(sys, "stdin", Terminal())
            patched.setattr(sys, "stdout", screen)
            return run(project, *words), questions

    return typed


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("answer", ["", "n", "no", "maybe", "end", "Ctrl+C"])
def test_only_yes_writes(project: Path, at_terminal: Asks, command: str, answer: str) -> None:
    before = tree(project)
    code, questions = at_terminal(project, *COMMANDS[command], answer=answer)
    assert (code, len(questions)) == (1, 1)
    assert tree(project) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_yes_writes(project: Path, at_terminal: Asks, command: str) -> None:
    before = tree(project)
    code, questions = at_terminal(project, *COMMANDS[command], answer="Y")
    assert (code, len(questions)) == (0, 1)
    assert tree(project) != before


def test_with_yes_nobody_is_asked(project: Path, at_terminal: Asks) -> None:
    assert at_terminal(project, *COMMANDS["review"], "--yes", answer="n") == (0, [])


@pytest.mark.parametrize(("typed", "is_written"), [("", False), ("n\n", False), ("y\n", True)])
def test_without_a_terminal_nothing_waits(tmp_path: Path, typed: str, is_written: bool) -> None:
    """A script has to say yes, by `--yes` or on its standard input."""
    every = [[*words, "--project", str(tmp_path / command)] for command, words in COMMANDS.items()]
    for command in COMMANDS:
        shutil.copytree(SCHOOL, tmp_path / command)
    before = tree(tmp_path)
    code = (
        "import sys; from policybook import cli; "
        f"sys.exit(any([cli.main(words) for words in {every!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=typed * len(COMMANDS),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == (0 if is_written else 1), done.stdout + done.stderr
    count = done.stdout.count("Recorded in docs/policies/approvals.jsonl")
    assert count == (len(COMMANDS) if is_written else 0)
    assert ("A command in a script needs --yes." in done.stdout) is not is_written
    assert (tree(tmp_path) == before) is not is_written


def test_redline_comes_before_the_question(project: Path, at_terminal: Asks) -> None:
    assert run(project, "new-version", "behaviour", "2026-11") == 0
    file = project / "docs/policies/behaviour/2026-11.md"
    words = file.read_text(encoding="utf-8").replace("a kind school", "a calm school")
    unwritten = "Say here what changes and why, a sentence a line, for governors to read."
    file.write_text(words.replace(unwritten, "Calm."), encoding="utf-8")
    typed = ("approve", "behaviour", "2026-11", "--by", "Governing Body", "--on", "2026-11-20")
    code, (question,) = at_terminal(project, *typed, answer="n")
    assert code == 1
    assert "from version 2024-09 to version 2026-11" in question
    assert "[removed: kind]" in question
    assert question.endswith("Enter this in the record of approvals? You cannot undo it. [y/N] ")


def test_next_steps_are_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, *COMMANDS["review"], "--yes") == 0
    said = capsys.readouterr().out
    assert f"Now run `{program_name()} build`" in said
    last = (project / layout.RECORD).read_text(encoding="utf-8").splitlines()[-1]
    assert f"For the minutes, the last hash of the record: {json.loads(last)['hash']}" in said


def test_several_policies_are_approved_at_once(project: Path) -> None:
    (project / layout.RECORD).unlink()
    words = ("approve", "behaviour", "2023-09", "behaviour", "2024-09", "--yes")
    assert run(project, *words) == 0
    assert run(project, "verify", today=False) == 0
    assert len((project / layout.RECORD).read_text(encoding="utf-8").splitlines()) == 2


def test_document_must_be_plain_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "policy.txt").write_bytes(b"\xff\xfe\xff")
    (project / "policy.docx").write_bytes(b"PK\x03\x04\xff\xfe")
    for name, said in (
        ("policy.txt", "holds no plain text"),
        ("policy.docx", "is damaged"),
        ("gone.txt", "cannot be read"),
    ):
        words = COMMANDS["approve"]
        assert run(project, *words, "--adopted-from", str(project / name)) == 1
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", ["Head\x1b[2J", "Head\nstatus: withdrawn", "Head\u202e", "\udcff"]
)
@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("approve", "--by"),
        ("approve", "--minute"),
        ("review", "--by"),
        ("review", "--outcome"),
        ("review", "--minute"),
        ("withdraw", "--by"),
        ("withdraw", "--reason"),
        ("remove", "--reason"),
    ],
)
def test_typed_words_are_one_line(
    project: Path, command: str, option: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert run(project, *COMMANDS[command], option, words, "--yes") == 1
    assert re.search(
        rf"{option} (contains a control character|contains a character that changes the direction"
        r"|contains half of a character|is “.*”, which is not a name|runs over several lines)",
        capsys.readouterr().out,
    )
    assert tree(project) == before


def test_full_disk_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        _stop_at(patched, 0, OSError(28, "No space left on device"))
        assert run(project, *COMMANDS["review"], "--yes") == 1
    assert "cannot be written: No space left on device" in capsys.readouterr().out


def test_help_says_what_removal_misses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["withdraw", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "It cannot reach the history of git, backups or the old site at the web host" in said


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 November 2026", "2026-11-03"),
        ("3/11/2026", "2026-11-03"),
        ("03.11.26", "2026-11-03"),
        ("November 2026", "2026-11"),
        # The record takes no day of the future, so the message names none.
        ("3 December 2030", TODAY),
        ("next Tuesday", TODAY),
        ("DATE", TODAY),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        ("approve", "behaviour", "2026-12", "--by", "Governors"),
        ("review", "behaviour"),
        ("withdraw", "behaviour", "2026-12"),
    ],
)
def test_suggested_day_is_not_future(
    project: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], typed: str, day: str
) -> None:
    command = [*words, "--on", typed, "--project", str(project), "--today", TODAY]
    assert cli.main(command) == 1
    captured = capsys.readouterr()
    assert f"--on is “{typed}”. Write the day as {day}." in captured.out + captured.err
