"""The sample school: what the check finds there, its standings, its summaries and its record."""

import importlib.util
import json
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from policybook import cli
from policybook.model import Library, Standing, timeline
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.reading.record import approval_record

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parent / "sample-school"
README = FOLDER / "README.md"
LIST = re.compile(r"(writes this list\.\)\n\n```\n)(.*?)(?=```)", re.DOTALL)


@pytest.fixture(scope="module")
def school() -> Library:
    return library.load(read_sources(FOLDER)).library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the school, which no repository of Git holds."""
    return Path(shutil.copytree(FOLDER, tmp_path / "school", ignore=shutil.ignore_patterns(".*")))


def run_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the file, level and code of each finding, a line each, as the README lists them."""
    capsys.readouterr()
    words = ["check", "--all", "--format", "json", "--project", str(folder), "--today", str(TODAY)]
    cli.main(words)
    findings = json.loads(capsys.readouterr().out)
    return "".join(
        sorted(
            f"{row['path'].removeprefix('docs/policies/')}: {row['severity']}: {row['code']}\n"
            for row in findings
        )
    )


def test_check_finds_what_is_intended(
    folder: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    lines = run_check(folder, capsys)
    text = README.read_text(encoding="utf-8")
    if request.config.getoption("--update-docs"):
        text = LIST.sub(lambda match: match[1] + lines, text)
        README.write_text(text, encoding="utf-8")
    match = LIST.search(text)
    assert match
    assert match[2] == lines


def test_school_has_every_standing(school: Library) -> None:
    standings = Counter(
        timeline.standing(policy, version, TODAY)
        for policy in school.policies
        for version in policy.versions
    )
    assert standings == {
        Standing.IN_FORCE: 4,
        Standing.UPCOMING: 1,
        Standing.CONSULTATION: 1,
        Standing.SUPERSEDED: 1,
        Standing.WITHDRAWN: 1,
    }


def test_every_summary_was_reviewed(school: Library) -> None:
    summaries = [s for policy in school.policies for v in policy.versions for s in v.summaries]
    assert len(summaries) == 10
    assert [s.path for s in summaries if s.reviewed != s.version] == []


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_record", FOLDER / "write_record.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def read_decisions(folder: Path) -> list[tuple[str, ...]]:
    """Return what the record says, without hashes and without when it was entered."""
    entries, _ = approval_record.read((folder / layout.RECORD).read_bytes())
    return [(e.kind, e.policy, e.version, e.by, e.on, e.text) for e in entries]


def test_script_writes_the_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = read_decisions(folder)
    files = {p: p.read_bytes() for p in folder.rglob("*.md")}
    load_script().write_record(folder)
    assert read_decisions(folder) == expected
    assert {p: p.read_bytes() for p in folder.rglob("*.md")} == files
    assert run_check(folder, capsys) in README.read_text(encoding="utf-8")
