"""End to end: the commands in processes of their own, on a small school."""

import json
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from urllib.parse import quote

import pytest
from builders import make_text
from in_process import run_command

from tests.cli.school import ROOT, SCHOOL, TODAY, build, run_process, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook.cli import parser
from policybook.cli.commands import options
from policybook.project import clock

pytestmark = pytest.mark.mkdocs


def test_build_publishes_and_verify_agrees(project: Path) -> None:
    done = run_process("build.py", "--project", str(project), "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Published" in done.stdout
    assert (
        "Publish again by 21 December 2026: the consultation on Mobile Phones Policy closes in two weeks."
        in done.stdout
    )
    site = project / "site"
    assert (site / "policies/behaviour/index.html").is_file()
    assert run_process("build.py", "verify", str(site)).returncode == 0
    (site / "policies/behaviour/index.html").write_text("cut", encoding="utf-8")
    wrong = run_process("build.py", "verify", str(site))
    assert wrong.returncode == 1
    assert "policies/behaviour/index.html" in wrong.stdout


def test_second_build_adds_no_object(project: Path) -> None:
    assert build(project).returncode == 0
    site, kept = tree(project / "site"), project / ".cache" / "policybook" / "objects"
    pdfs = {path for path in site if path.endswith(".pdf")}
    policies = list((project / "docs/policies").glob("*/"))
    first = {entry.name: entry.stat().st_ino for entry in kept.iterdir()}
    assert len(pdfs) > 2
    # The findings and the files of each policy, and two indexes for search.
    assert len(first) == len(pdfs) + 2 * len(policies) + 2
    assert build(project).returncode == 0
    assert tree(project / "site") == site
    assert {entry.name: entry.stat().st_ino for entry in kept.iterdir()} == first
    shutil.rmtree(kept)
    assert build(project).returncode == 0
    assert tree(project / "site") == site


def test_build_counts_every_draft(project: Path) -> None:
    drafts = {
        "first": make_text(title="First"),
        # A draft with a fault in its details is private too.
        "second": make_text(title="Second", review_year="12/2027"),
    }
    for name, text in drafts.items():
        (project / "docs/policies" / name).mkdir()
        (project / "docs/policies" / name / "2027-01.md").write_text(text, encoding="utf-8")
    done = run_process("build.py", "--project", str(project), "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 drafts are not on it, being private." in done.stdout


def test_failed_build_keeps_old_site(project: Path) -> None:
    assert build(project, "--no-pdf").returncode == 0
    before = tree(project / "site")
    (project / "docs/policies/behaviour/2027-01.md").write_text(
        "## No front matter\n", encoding="utf-8"
    )
    done = build(project)
    assert done.returncode == 1
    assert "docs/policies/behaviour/2027-01.md:1: error:" in done.stdout
    assert done.stdout.rstrip().endswith("Nothing was published; the site is as it was.")
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(project / "site") == before
    assert not [p.name for p in project.iterdir() if p.name.startswith(".site")]


def test_an_altered_approved_text_is_refused(project: Path) -> None:
    path = project / "docs/policies/behaviour/2024-09.md"
    path.write_text(path.read_text(encoding="utf-8").replace("kind", "unkind", 1), encoding="utf-8")
    done = build(project)
    assert done.returncode == 1
    assert "changed since the version was approved" in done.stdout


def test_same_sources_give_same_bytes(project: Path, tmp_path: Path) -> None:
    assert build(project).returncode == 0
    other = tmp_path / "elsewhere"
    shutil.copytree(SCHOOL, other)
    before = os.umask(0o077)
    try:
        done = run_process(
            "build.py",
            "--project",
            str(other),
            "--today",
            TODAY,
            TZ="Pacific/Auckland",
            LC_ALL="C",
            PYTHONHASHSEED="7",
        )
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stdout + done.stderr
    made = tree(project / "site")
    assert made == tree(other / "site")
    assert any(path.endswith(".pdf") for path in made)
    folders = [place.encode() for place in (str(project), quote(str(project)), str(other))]
    assert not any(folder in data for folder in folders for data in made.values())
    # In the phrases for help, "our school" is what people type.
    others = {path: data for path, data in made.items() if path != "worried/cards.json"}
    assert not any(b" our school" in data for data in others.values())


@pytest.mark.skipif(not shutil.which("faketime"), reason="needs Debian's package faketime")
def test_given_day_replaces_the_clock(project: Path, tmp_path: Path) -> None:
    sites = []
    for instant in ("2026-11-22 23:59:58", "2031-02-03 04:05:06"):
        site = tmp_path / instant[:4]
        command = [sys.executable, "build.py", "--project", project, "--site-dir", site]
        done = subprocess.run(
            ["faketime", instant, *command, "--today", TODAY],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        sites.append(tree(site))
    assert sites[0] == sites[1]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "UTC", ""])
@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC), "2026-06-30"),
        (
            datetime(2026, 6, 30, 23, 0, 0, tzinfo=UTC),
            "2026-07-01",
        ),  # summer time: midnight in London
        (datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC), "2026-11-30"),
        (datetime(2026, 12, 1, 0, 0, 0, tzinfo=UTC), "2026-12-01"),
    ],
)
@pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="the zone of a process cannot be changed on Windows"
)
def test_today_is_the_day_in_london(
    monkeypatch: pytest.MonkeyPatch, zone: str, instant: datetime, day: str
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return instant.astimezone(tz)

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    monkeypatch.setattr(clock, "datetime", Clock)
    try:
        assert clock.today_in_london().isoformat() == day
    finally:
        monkeypatch.undo()
        time.tzset()


def test_schema_writes_what_the_site_publishes(project: Path, tmp_path: Path) -> None:
    assert run_command("schema", "--project", project).returncode == 0
    assert run_command("schema", tmp_path / "own", "--project", project).returncode == 0
    assert build(project, "--no-pdf").returncode == 0
    for name in ("version", "summary", "school"):
        written = (project / f"schemas/{name}.json").read_bytes()
        assert (
            written
            == (project / f"site/schemas/{name}.json").read_bytes()
            == (tmp_path / f"own/{name}.json").read_bytes()
        )


def test_policy_from_draft_to_approved(project: Path) -> None:
    assert build(project, "new", "uniform").returncode == 0
    draft = project / "docs/policies/uniform/2026-11.md"
    assert "status: draft" in draft.read_text(encoding="utf-8")
    assert build(project, "--no-pdf").returncode == 0
    assert not (project / "site/policies/uniform").exists()
    shown = build(project, "--drafts", "--no-pdf")
    assert shown.returncode == 0
    assert "do not put" in shown.stdout
    assert (project / "site-drafts/policies/uniform/2026-11/index.html").is_file()
    assert not (project / "site/policies/uniform").exists()
    refused = build(project, "approve", "uniform", "2026-11")
    assert refused.returncode == 1
    assert "--by" in refused.stdout
    approval = ("approve", "uniform", "2026-11", "--by", "“Governing Body”", "--on")
    assert "2026-11-20." in build(project, *approval, "20 November 2026").stdout
    unwritten = build(project, *approval, "2026-11-20")
    assert unwritten.returncode == 1
    assert "[placeholder]" in unwritten.stdout
    for file in draft.parent.glob("*.md"):
        words = file.read_text(encoding="utf-8").replace(
            "Write the rules here, with an empty line between them.", "Wear a coat."
        )
        words = words.replace("Write in plain words what this rule means.", "You wear a coat.")
        file.write_text(words, encoding="utf-8")
    done = build(project, *approval, "2026-11-20", "--yes")
    assert done.returncode == 0, done.stdout
    assert "approved by Governing Body, 20 November 2026" in done.stdout
    assert "approved_on: 2026-11-20" in draft.read_text(encoding="utf-8")
    assert build(project, "--no-pdf").returncode == 0
    assert "In force since 20 November 2026." in (
        project / "site/policies/uniform/index.html"
    ).read_text(encoding="utf-8")


def test_new_version_copies_text_and_summaries(project: Path) -> None:
    done = build(project, "new-version", "behaviour", "2026-12")
    assert done.returncode == 0, done.stdout
    text = (project / "docs/policies/behaviour/2026-12.md").read_text(encoding="utf-8")
    assert "status: draft" in text
    assert "approved_by" not in text
    assert "Be kind" in text
    for reader in ("parents", "pupils"):
        old, new = (
            project / f"docs/policies/behaviour/{name}.{reader}.md"
            for name in ("2024-09", "2026-12")
        )
        assert new.read_bytes() == old.read_bytes()
    shown = build(
        project, "diff", "behaviour", "2024-09", "2026-12", "--format", "html"
    )  # a draft may be compared
    assert shown.returncode == 0, shown.stderr
    assert (
        'href="https://hill-view.example/policies/' in shown.stdout
        or 'href="/policies/' in shown.stdout
    )
    assert build(project, "new-version", "behaviour", "2026-12").returncode == 1
    assert build(project, "new-version", "behaviour", "2001-01").returncode == 1


def test_next_version_starts_from_force(project: Path) -> None:
    folder = project / "docs/policies/behaviour"
    assert build(project, "new-version", "behaviour", "2026-12").returncode == 0
    draft = folder / "2026-12.md"
    draft.write_text(draft.read_text("utf-8").replace("Be kind", "Be quick"), "utf-8")
    done = build(project, "new-version", "behaviour", "2027-02")
    assert done.returncode == 0, done.stdout
    text = (folder / "2027-02.md").read_text("utf-8")
    assert "Be kind" in text and "Be quick" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "Attendance Policy"), "attendance-policy"),
        (("new", "../x"), "cannot be the name of a policy"),
        (("new", "behaviour"), "already"),
        (("new-version", "behaviour", "2027/01"), "such as 2027-01"),
        (("new-version", "behaviour", "2027-13"), "from 01 to 12, such as 2026-11"),
        (("new-version", "behaviour", "2027 13"), "such as 2026-11"),
        (("new-version", "behaviour", "Sept 2020"), "such as 2026-11"),
        (("new-version", "behaviour", "Jan 2028"), "such as 2028-01"),
        (("new-version", "behaviour", "2024-09"), "such as 2026-11"),
        (("new-version", "behaviour", "2001-01"), "such as 2026-11"),
        (("new-version", "behaviour", "jan-2027"), "named by year and month"),
        (("approve", "behaviour", "2024-09", "--on", "3/12/2026"), "--on is “3/12/2026”"),
    ],
)
def test_refusal_names_what_is_possible(project: Path, words: tuple[str, ...], said: str) -> None:
    before = sorted(p for p in (project / "docs").rglob("*"))
    done = build(project, *words)
    assert done.returncode == 1
    assert said in done.stdout
    assert sorted(p for p in (project / "docs").rglob("*")) == before


def test_options_may_precede_the_command(project: Path) -> None:
    done = run_command("--project", project, "--today", "2026-11-22", "check", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in done.stdout


def test_word_files(project: Path, tmp_path: Path) -> None:
    redline, text = tmp_path / "redline.docx", tmp_path / "text.docx"
    words = ("diff", "behaviour", "2023-09", "2024-09", "--format", "docx", "--output", redline)
    done = build(project, *words)
    assert (done.returncode, done.stdout) == (0, f"Wrote {redline}\n"), done.stderr
    assert redline.read_bytes().startswith(b"PK")
    again = build(project, *words)
    assert again.returncode == 1 and "There is already a file" in again.stdout
    done = build(project, "export", "behaviour", "2024-09", "--docx", "--output", text)
    assert (done.returncode, done.stdout) == (0, f"Wrote {text}\n"), done.stderr
    assert text.read_bytes().startswith(b"PK")
    unsaid = build(project, "export", "behaviour", "2024-09")
    assert unsaid.returncode == 1 and "--docx" in unsaid.stdout
    nowhere = build(project, *words[:-1], tmp_path / "none" / "x.docx")
    assert nowhere.returncode == 1 and "cannot be written" in nowhere.stdout


def test_diff_writes_any_form_to_a_file(project: Path, tmp_path: Path) -> None:
    for form in ("text", "json"):
        file = tmp_path / form
        words = ("diff", "behaviour", "2023-09", "2024-09", "--format", form)
        shown = build(project, *words).stdout
        assert build(project, *words, "--output", file).returncode == 0
        assert file.read_text(encoding="utf-8") == shown


def test_diff_prints_the_redline(project: Path) -> None:
    done = build(project, "diff", "behaviour", "2023-09", "2024-09")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "must" in done.stdout
    assert build(project, "diff", "behaviour", "2023-09", "1999").returncode == 1
    data = json.loads(
        build(project, "diff", "behaviour", "2023-09", "2024-09", "--format", "json").stdout
    )
    assert (data["old"], data["new"], len(data["changes"])) == (
        "2023-09",
        "2024-09",
        data["counts"]["changes"],
    )
    page = build(project, "diff", "behaviour", "2023-09", "2024-09", "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "<link" not in page
    assert "<script" not in page
    assert "<style>" in page


@pytest.mark.parametrize(
    "command",
    ["", "check", "serve", "new", "new-version", "approve", "review", "withdraw", "diff", "verify"],
)
def test_every_command_has_help(command: str) -> None:
    done = run_command(*([command] if command else []), "--help")
    assert done.returncode == 0
    assert "--project" in done.stdout or command in ("", "verify")


def test_wrong_clock_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(project, "--no-pdf").returncode == 0
    monkeypatch.setattr(options, "today_in_london", lambda: date(2001, 1, 1))
    done = run_command("--project", project)
    assert done.returncode == 1
    assert "1 January 2001" in done.stdout


@pytest.mark.parametrize("words", ["0", "-1", "two", "1.5", ""])
def test_count_of_workers_is_checked(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.parse(["build", f"--workers={words}"])
    assert "write 1, 2 or more" in capsys.readouterr().err


def test_build_needs_no_count() -> None:
    assert parser.parse([]).workers is None
    assert parser.parse(["publish", "/srv/www", "--workers", "3"]).workers == 3
