"""The record is remembered by the published site, by Git and by a copy that somebody kept."""

import subprocess
from pathlib import Path

import pytest

from policybook.analysis import integrity
from policybook.model import addresses
from policybook.project import record_memory
from policybook.project.open import describe_memory, find_cut_off
from policybook.publish import write_manifest
from policybook.reading.files import layout
from policybook.reading.record import approval_record
from tests.reading.record.test_approval_record import THREE

RECORD = approval_record.read(THREE)[0]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs/policies").mkdir(parents=True)
    (tmp_path / layout.RECORD).write_bytes(THREE)
    return tmp_path


def publish(project: Path) -> Path:
    site = project / "site"
    (site / "verify").mkdir(parents=True)
    (site / addresses.RECORD).write_bytes(approval_record.format_published(RECORD))
    lines = approval_record.checkpoint(RECORD, "https://hill.example/")
    (site / addresses.CHECKPOINT).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    write_manifest(site, approval_record.head(RECORD), checkpoint=lines)
    return site


def commit(project: Path) -> None:
    git = ("git", "-C", str(project), "-c", "user.name=Office", "-c", "user.email=o@example.org")
    for words in (("init", "-q"), ("add", "docs"), ("commit", "-qm", "The record")):
        subprocess.run([*git, *words], check=True, capture_output=True)


def list_lost(project: Path, count: int) -> list[str]:
    memory = record_memory.recall(project, project / "site", "site")
    return [f.message for f in find_cut_off(RECORD[:count], (), memory)]


def test_nothing_remembers_a_new_record(project: Path) -> None:
    memory = record_memory.recall(project, project / "site", "site")
    assert memory.earlier == ()
    assert list(describe_memory(RECORD, memory)) == [
        "No earlier record was found here, so this one cannot be compared."
    ]
    assert list(describe_memory((), memory)) == []


def test_site_remembers(project: Path) -> None:
    publish(project)
    assert list_lost(project, 3) == []
    assert "when the site in site was published" in list_lost(project, 2)[0]


@pytest.mark.parametrize("head", ["0" * 64, "", None])
def test_manifest_alone_cannot_forget(project: Path, head: str | None) -> None:
    site = publish(project)
    manifest = site / "manifest.json"
    text = manifest.read_text("utf-8").replace(
        f'"record": "{approval_record.head(RECORD)}"', f'"record": "{head}"'
    )
    manifest.write_text(text if head is not None else '{"made_by": "Policybook", oops', "utf-8")
    assert list_lost(project, 2)
    memory = record_memory.recall(project, site, "site")
    assert memory.damaged == (("site/manifest.json",) if head is None else ())


def test_git_remembers(project: Path) -> None:
    commit(project)
    assert list_lost(project, 3) == []
    (message,) = list_lost(project, 1)
    assert "Git's last commit" in message
    assert RECORD[2].hash[:12] in message and RECORD[0].hash[:12] in message


def test_folder_below_a_repository_counts(tmp_path: Path) -> None:
    project = tmp_path / "school"
    (project / "docs/policies").mkdir(parents=True)
    (project / layout.RECORD).write_bytes(THREE)
    git = ("git", "-C", str(tmp_path), "-c", "user.name=Office", "-c", "user.email=o@example.org")
    for words in (("init", "-q"), ("add", "school"), ("commit", "-qm", "The record")):
        subprocess.run([*git, *words], check=True, capture_output=True)
    assert list_lost(project, 0)


@pytest.mark.parametrize(
    "place", ["", "site", layout.RECORD, f"site/{addresses.RECORD}", f"site/{addresses.CHECKPOINT}"]
)
def test_earlier_record_is_read(project: Path, place: str) -> None:
    publish(project)
    earlier = record_memory.read_since(str(project / place))
    assert earlier and earlier.head == approval_record.head(RECORD) and earlier.count == 3
    assert list(integrity.find_lost_lines(RECORD, earlier)) == []
    assert len(list(integrity.find_lost_lines(RECORD[:2], earlier))) == 1


@pytest.mark.parametrize("place", ["nowhere", "docs", "https://127.0.0.1:9/", "http://["])
def test_other_places_have_no_record(project: Path, place: str) -> None:
    typed = place if place.startswith("http") else str(project / place)
    assert record_memory.read_since(typed) is None
