"""Test what is missing or risky: each part of a project and its computer, good and not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from builders import load_project, make_sources

from policybook.project.health import Computer, State, diagnose, find_cloud
from policybook.project.new_project import SchoolAnswers, make_files
from policybook.project.open import OpenedProject

DAY = date(2026, 11, 29)
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
FINE = Computer(
    release="0.2.0",
    now=NOW,
    newest_change=NOW,
    synced_folders=(),
    free_bytes=10**10,
    may_write=True,
    has_git=True,
    has_typst=True,
    fonts=7,
)


def open_school(changes: dict[str, str] | None = None, folder: str = "/school") -> OpenedProject:
    answers = SchoolAnswers(name="Hill View", url="https://p.hill.sch.uk/", email="o@hill.sch.uk")
    texts = {
        path: data.decode()
        for path, data in make_files(answers, DAY).items()
        if path.startswith("docs/") or path == "mkdocs.yml"
    }
    facts = "# nation:\n# kind:\n# phase:\n"
    school = "docs/policies/school.yml"
    texts[school] = texts[school].replace(facts, facts.replace("# nation:", "nation: Wales")
        .replace("# kind:", "kind: special").replace("# phase:", "phase: middle"))  # fmt: skip
    texts |= changes or {}
    return OpenedProject(
        folder=Path(folder), today=DAY, sources=make_sources(texts), loaded=load_project(texts)
    )


def find(school: OpenedProject, computer: Computer, subject: str) -> tuple[State, str]:
    (diagnosis,) = [d for d in diagnose(school, computer) if d.subject == subject]
    assert bool(diagnosis.remedy) is (diagnosis.state is not State.GOOD)
    return diagnosis.state, diagnosis.words


def test_sound_project_is_good() -> None:
    assert {d.state for d in diagnose(open_school(), FINE)} == {State.GOOD}


@pytest.mark.parametrize(
    ("change", "subject", "state"),
    [
        ({"release": "0.0.9"}, "Policybook", State.WRONG),
        ({"release": "0.10.0"}, "Policybook", State.GOOD),
        ({"newest_change": NOW + timedelta(days=40)}, "Clock", State.RISKY),
        ({"newest_change": None}, "Clock", State.GOOD),
        ({"synced_folders": (Path("/school"),)}, "Folder", State.RISKY),
        ({"free_bytes": 10**8}, "Disk", State.RISKY),
        ({"may_write": False}, "Disk", State.WRONG),
        ({"has_git": False}, "Copies", State.RISKY),
        ({"has_typst": False}, "PDFs", State.RISKY),
        ({"fonts": 0}, "PDFs", State.RISKY),
    ],
)
def test_computer(change: dict[str, object], subject: str, state: State) -> None:
    assert find(open_school(), replace(FINE, **change), subject)[0] is state  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("files", "subject", "state", "words"),
    [
        ({"mkdocs.yml": ""}, "Address", State.RISKY, "no address"),
        (
            {"mkdocs.yml": "site_url: https://p.example/\n"},
            "Address",
            State.RISKY,
            "no address that",
        ),
        (
            {"mkdocs.yml": "site_url: http://localhost:8000/\n"},
            "Address",
            State.RISKY,
            "that readers",
        ),
        (
            {"mkdocs.yml": "site_url: http://hill.sch.uk/\n"},
            "Address",
            State.RISKY,
            "not encrypted",
        ),
        ({"docs/policies/contacts.yml": ""}, "Contacts", State.RISKY, "names nobody"),
        (
            {"docs/policies/school.yml": "name: Hill\n"},
            "School",
            State.RISKY,
            "contact, nation, kind and phase",
        ),
        ({"docs/policies/behaviour/2026-11.md": "x"}, "Policies", State.WRONG, "stop"),
        ({"docs/policies/school.yml": "policybook: 1.0.0\n"}, "Policybook", State.WRONG, "1.0.0"),
        ({"docs/policies/school.yml": "policybook: 0.2.0\n"}, "Policybook", State.GOOD, "0.2.0"),
        ({"docs/policies/school.yml": "policybook: 0.2\n"}, "Policybook", State.GOOD, "0.2"),
    ],
)
def test_project(files: dict[str, str], subject: str, state: State, words: str) -> None:
    result = find(open_school(files), FINE, subject)
    assert result[0] is state and words in result[1]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (PureWindowsPath(r"C:\Users\o\OneDrive - Hill View School\policies"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\o\OneDrive\policies"), "OneDrive"),
        (PureWindowsPath(r"G:\My Drive\policies"), "Google Drive"),
        (PurePosixPath("/Users/o/Dropbox (School)/policies"), "Dropbox"),
        (PurePosixPath("/Users/o/Library/Mobile Documents/com~apple~CloudDocs/p"), "iCloud"),
        (PurePosixPath("/Users/o/Library/CloudStorage/Box-Box/p"), "a cloud folder"),
        (PurePosixPath("/home/o/Nextcloud/p"), "a cloud folder"),
        (PurePosixPath("/home/o/policies"), ""),
        (PurePosixPath("/home/o/box/policies"), ""),
        (PurePosixPath("/home/o/onedriven"), ""),
        (PureWindowsPath(r"D:\school\policies"), ""),
    ],
)
def test_cloud_folders(folder: PurePosixPath, name: str) -> None:
    assert find_cloud(folder, ()) == name


def test_network_folder() -> None:
    assert find(open_school(folder="//server/policies"), FINE, "Folder")[0] is State.RISKY


def test_clock_before_the_record() -> None:
    record = Path(__file__).parents[1] / "golden/school/docs/policies/approvals.jsonl"
    school = open_school({"docs/policies/approvals.jsonl": record.read_text(encoding="utf-8")})
    early = replace(school, today=date(2001, 1, 1))
    assert find(early, FINE, "Clock")[0] is State.WRONG
