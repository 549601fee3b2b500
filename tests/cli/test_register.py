"""The command `register`: the list in the terminal, and the spreadsheet."""

from datetime import date
from pathlib import Path

from in_process import run_command

from policybook.approvals import facts_import
from policybook.project.open import open_project
from tests.cli.school import SCHOOL, TODAY, tree

WORDS = ("register", "--project", SCHOOL, "--today", TODAY)


def test_list_has_every_policy() -> None:
    done = run_command(*WORDS)
    folders = [p for p in (SCHOOL / "docs/policies").iterdir() if p.is_dir()]
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(folders) + 1


def test_spreadsheet_changes_nothing(tmp_path: Path) -> None:
    before, file = tree(SCHOOL), tmp_path / "policies.csv"
    assert run_command(*WORDS, "--csv", file).returncode == 0
    assert tree(SCHOOL) == before
    school = open_project(SCHOOL, date.fromisoformat(TODAY), by_clock=False)
    proposal = facts_import.plan_import(
        school.sources, file.read_bytes(), "policies.csv", school.today
    )
    assert (proposal.is_refused, proposal.files) == (False, {})


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    done = run_command(*WORDS, "--csv", tmp_path / "none" / "p.csv")
    assert (done.returncode, "cannot be written" in done.stdout) == (1, True)
