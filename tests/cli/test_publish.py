"""`publish`: build, and bring the site to a folder."""

import shutil
from pathlib import Path

import pytest
from in_process import run_command

from policybook.publish import write_manifest
from tests.cli.school import TODAY, edit, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")
pytestmark = pytest.mark.mkdocs


def publish(project: Path, *words: str | Path, today: str = TODAY) -> tuple[int, str]:
    done = run_command("publish", *words, "--project", project, "--today", today)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "index.html").write_text("home")
    write_manifest(folder, "0" * 64)
    return folder


def test_publish_builds_and_sends(project: Path, tmp_path: Path) -> None:
    code, text = publish(project, tmp_path / "www")
    assert code == 0 and "new files, 0 changed, 0 removed" in text
    assert tree(tmp_path / "www") == tree(project / "site")
    code, text = publish(project, tmp_path / "www")
    assert code == 0 and "Nothing has changed" in text
    shutil.rmtree(project / "docs/policies/mobile-phones")
    code, text = publish(project, tmp_path / "www", "--dry-run")
    assert code == 0 and "removed: policies/mobile-phones/index.html\n" in text
    assert (tmp_path / "www/policies/mobile-phones/index.html").is_file()
    assert publish(project, tmp_path / "www")[0] == 0
    assert not (tmp_path / "www/policies/mobile-phones").exists()


def test_night_when_text_comes_into_force(project: Path, tmp_path: Path) -> None:
    words = ("--project", project, "--today", "2026-12-20")
    assert run_command("new-version", "behaviour", "2027-01", *words).returncode == 0
    file = project / "docs/policies/behaviour/2027-01.md"
    edit(file, b"Say here what changes and why", b"We say how kind we are")
    edit(file, b"a kind school", b"a very kind school")
    edit(file, b"applies_to:", b"effective_from: 2027-01-05\napplies_to:")
    approval = ("--by", "Governing Body", "--on", "2026-12-03", "--yes")
    assert run_command("approve", "behaviour", "2027-01", *approval, *words).returncode == 0
    for day, is_sent in (("2027-01-04", False), ("2027-01-05", True), ("2027-01-06", False)):
        code, text = publish(project, tmp_path / "www", "--no-pdf", "--dry-run", today=day)
        assert code == 0
        if day > "2027-01-04":
            # Files change with the text in force alone.
            assert ("changed: policies/behaviour/index.html\n" in text) is is_sent
            assert ("changed: policies/behaviour/duties/duties.csv\n" in text) is is_sent
            assert ("changed: assets/search/clauses-0.json\n" in text) is is_sent
            # A word that no text in force had may need a file of its own.
            new = [line for line in text.splitlines() if line.startswith("new: ")]
            assert all(line.startswith("new: assets/search/terms-") for line in new)
            assert is_sent or not new
            assert "removed: " not in text
        assert publish(project, tmp_path / "www", "--no-pdf", today=day)[0] == 0


def test_errors_stop_it(project: Path, tmp_path: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text("## Bad\n", encoding="utf-8")
    code, text = publish(project, tmp_path / "www")
    assert code == 1 and "Nothing was published" in text
    assert not (tmp_path / "www").exists()


def test_drafts_are_refused(project: Path, tmp_path: Path) -> None:
    build = ("build", "--drafts", "--no-pdf", "--project", project, "--today", TODAY)
    assert run_command(*build).returncode == 0
    code, text = publish(project, tmp_path / "www", "--site-dir", project / "site-drafts")
    assert code == 1 and "shows drafts" in text
    assert not (tmp_path / "www").exists()


def test_finished_site_is_sent(project: Path, tmp_path: Path, site: Path) -> None:
    code, text = publish(project, tmp_path / "www", "--site-dir", site)
    assert (code, text.partition("www: ")[2]) == (
        0,
        "1 new file, 0 changed, 0 removed, 0 as before.\n",
    )
    assert not (project / "site").exists()


def test_files_of_others_are_named(project: Path, tmp_path: Path, site: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("theirs")
    for more in (("--dry-run",), ()):
        code, text = publish(project, tmp_path / "www", "--site-dir", site, *more)
        assert code == 1 and "index.html" in text
    assert (tmp_path / "www/index.html").read_text() == "theirs"


@pytest.mark.parametrize("target", ["site", "site/inside", ".", "..", "docs", "docs/x", ".git"])
def test_own_folders_are_refused(project: Path, target: str) -> None:
    before = tree(project)
    code, text = publish(project, project / target)
    assert code == 1 and "Name another folder." in text
    assert tree(project) == before


@pytest.mark.parametrize("target", ["ftp://host/www", "sftp://u:quince@host/www", ""])
def test_odd_targets_are_refused(project: Path, target: str) -> None:
    code, text = publish(project, target)
    assert code == 1 and "quince" not in text
    assert not (project / "site").exists()
