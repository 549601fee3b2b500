"""Commands read a school's folder no more often than they must."""

import shutil
from pathlib import Path

import pytest
from in_process import run_command

from policybook.reading import library
from policybook.reading.files import layout

SCHOOL = Path(__file__).parents[1] / "golden" / "school"
DIRTY = """---
status: draft
title: Rules
owner: Headteacher
review_year: 2027/28
applies_to: [pupils]
changes: x
---

## Purpose

• a
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    shutil.copytree(SCHOOL, folder)
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of files of each reading of the library."""
    counts: list[int] = []
    load = library.load

    def counting(sources: library.Sources) -> library.LoadedProject:
        counts.append(len(sources.files))
        return load(sources)

    monkeypatch.setattr(library, "load", counting)
    return counts


APPROVAL = ("--by", "Governing Body", "--on", "2026-11-20")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("check",), 1),
        (("check", "--fix"), 1),
        (("diff", "behaviour", "2023-09", "2024-09"), 1),
        (("search", "kind"), 1),
        (("new-version", "behaviour", "2026-12"), 1),
        # The second reading is of the file as the approval would make it.
        (("approve", "mobile-phones", "2026-12", *APPROVAL, "--yes"), 2),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_library_is_read_seldom(
    project: Path, reads: list[int], words: tuple[str, ...], expected: int
) -> None:
    assert run_command(*words, "--project", project, "--today", "2026-11-22").returncode == 0
    assert len(reads) == expected


def test_approved_versions_are_read_once(project: Path, reads: list[int]) -> None:
    (project / layout.RECORD).unlink()
    words = ("approve", "--all", "--yes", "--project", project, "--today", "2026-11-22")
    assert run_command(*words).returncode == 0
    assert len(reads) == 1


def test_fix_reads_at_most_twice(project: Path, reads: list[int]) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(DIRTY, encoding="utf-8")
    question = "questions:\n  - question: kind to each other\n    answer: behaviour 2.1(a)\n"
    (project / layout.ASKED_QUESTIONS).write_text(question, encoding="utf-8")
    done = run_command("check", "--fix", "--project", project, "--today", "2026-11-22")
    assert "1 file put into better form" in done.stdout
    assert "asked.yml: wrote" in done.stdout
    assert "numbers_of:" in (project / layout.ASKED_QUESTIONS).read_text(encoding="utf-8")
    assert len(reads) == 2
