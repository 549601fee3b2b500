"""End to end: `python build.py`, `mkdocs build` and `mkdocs serve`, on a small school and as a school office would type them."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from typed import typed

from policybook.cli.commands import options
from policybook.project import clock

pytestmark = pytest.mark.mkdocs

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "tests" / "golden" / "school"
TODAY = "2026-11-22"


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build(project: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return typed(*more, "--project", project, "--today", TODAY)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A school with approved versions, recorded, in a folder whose name has a space."""
    folder = tmp_path / "our school"
    shutil.copytree(SCHOOL, folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    found = {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }
    assert len(found) > 20
    return found


def test_build_publishes_and_verify_agrees(project: Path) -> None:
    done = run("build.py", "--project", str(project), "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Published" in done.stdout
    site = project / "site"
    assert (site / "policies/behaviour/index.html").is_file()
    assert run("build.py", "verify", str(site)).returncode == 0
    (site / "policies/behaviour/index.html").write_text("cut", encoding="utf-8")
    wrong = run("build.py", "verify", str(site))
    assert wrong.returncode == 1
    assert "policies/behaviour/index.html" in wrong.stdout


def test_pdf_cache_follows_the_texts(project: Path) -> None:
    assert build(project).returncode == 0
    site, kept = tree(project / "site"), project / ".cache" / "policybook" / "pdfs"
    pdfs = {path for path in site if path.endswith(".pdf")}
    first = {entry.name: entry.stat().st_mtime_ns for entry in kept.iterdir()}
    assert len(first) == len(pdfs) > 2
    assert build(project).returncode == 0
    assert tree(project / "site") == site
    assert {entry.name: entry.stat().st_mtime_ns for entry in kept.iterdir()} == first
    school = project / "docs" / "policies" / "school.yml"
    text = school.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name:"))
    school.write_text(text.replace(name, "name: Another School"), encoding="utf-8")
    assert build(project).returncode == 0
    assert not first.keys() & {entry.name for entry in kept.iterdir()}
    assert len(list(kept.iterdir())) == len(pdfs)


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
        done = run(
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
    assert all(
        b" our school" not in data and str(other).encode() not in data for data in made.values()
    )


@pytest.mark.skipif(not shutil.which("faketime"), reason="needs Debian's package faketime")
def test_given_day_replaces_the_clock(
    project: Path, tmp_path: Path
) -> None:
    made = []
    for clock in ("2026-11-22 23:59:58", "2031-02-03 04:05:06"):
        site = tmp_path / clock[:4]
        done = subprocess.run(
            ["faketime", clock, sys.executable, "build.py", "--project", project, "--site-dir", site, "--today", TODAY],
            cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(tree(site))
    assert made[0] == made[1]


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


def test_mkdocs_build_gives_the_same_pages(live_site: Path, tmp_path: Path) -> None:
    config = ROOT / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "  - policybook\n" in text
    dated = ROOT / ".mkdocs-test.yml"
    dated.write_text(
        text.replace("  - policybook\n", f"  - policybook:\n      today: '{TODAY}'\n"),
        encoding="utf-8",
    )
    try:
        done = run("-m", "mkdocs", "build", "-f", str(dated), "-d", str(tmp_path / "theirs"))
    finally:
        dated.unlink()
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(live_site), tree(tmp_path / "theirs")
    assert ours.keys() == theirs.keys()
    assert [k for k in ours if ours[k] != theirs[k]] == []


def test_mkdocs_build_keeps_old_site(project: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", project)
    text = (
        (project / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("custom_dir: templates", f"custom_dir: {ROOT / 'templates'}")
    )
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the old site", encoding="utf-8")
    (project / "docs/policies/behaviour/2027-01.md").write_text("", encoding="utf-8")
    done = run("-m", "mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old site"


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode("utf-8"))


def awaited(address: str, words: str, seconds: float = 40) -> str:
    end = time.monotonic() + seconds
    page = ""
    while time.monotonic() < end:
        try:
            page = fetched(address)
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{address} never said {words!r}; it says {page[:200]!r}")


@pytest.fixture
def preview(project: Path, port: int, tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """The project, the address of its preview, and the file that holds what the command says."""
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "build.py"), "serve", "--project", str(project), "--port", str(port), "--no-pdf", "--today", TODAY],
            stdout=out, stderr=out, stdin=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
        yield project, f"http://127.0.0.1:{port}/", said
        process.terminate()
        process.wait(10)


def test_preview_survives_a_broken_policy(preview: tuple[Path, str, Path]) -> None:
    project, address, said = preview
    awaited(address + "policies/behaviour/", "Be kind")
    new = project / "docs/policies/behaviour/2027-01.md"
    new.write_text("## No front matter\n", encoding="utf-8")
    end = time.monotonic() + 30
    while (
        "front matter is missing" not in said.read_text(encoding="utf-8") and time.monotonic() < end
    ):
        time.sleep(0.2)
    assert (
        "docs/policies/behaviour/2027-01.md:1: error: the front matter is missing"
        in said.read_text(encoding="utf-8")
    )
    assert "Be kind" in fetched(address + "policies/behaviour/")
    new.unlink()
    school = project / "docs/policies/school.yml"
    school.write_text(
        school.read_text(encoding="utf-8").replace("Hill View", "Valley View"), encoding="utf-8"
    )
    awaited(address + "policies/behaviour/", "Valley View")


def test_check_formats(project: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(
        "---\ntitle: X\n---\n", encoding="utf-8"
    )
    text = build(project, "check")
    assert text.returncode == 1
    assert "errors" in text.stdout.splitlines()[-1]
    rows = json.loads(build(project, "check", "--format", "json").stdout)
    assert {"path", "line", "severity", "code", "message", "remedy"} <= rows[0].keys()
    assert (
        "::error file=docs/policies/behaviour/2027-01.md,line=1"
        in build(project, "check", "--format", "github").stdout
    )


DIRTY = "---\nstatus: draft\ntitle: X\nowner: H\nreview_year: 2027/28\napplies_to: [pupils]\nchanges: x\n---\n\n## Purpose\n\n• a \n\n3.6 Walk.\n"


def test_check_explains_codes() -> None:
    told = typed("check", "--explain", "typed-bullet").stdout
    assert [word for word in ("Bad:", "Good:", "Remedy:", "Level:") if word not in told] == []
    assert typed("check", "--explain", "[altered]").returncode == 0
    near = typed("check", "--explain", "typed-bulet")
    assert near.returncode == 1
    assert "Did you mean typed-bullet" in near.stdout
    assert "The codes are: altered, " in typed("check", "--explain", "zzzz").stdout


def test_check_shows_only_named_files(project: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(DIRTY, encoding="utf-8")
    whole = project / "docs/policies/behaviour/2024-09.md"
    other = build(project, "check", str(whole))
    assert other.returncode == 0
    assert "2 findings in other files" in other.stdout
    for path in (
        "docs/policies/behaviour/2027-01.md",
        str(project / "docs/policies/behaviour"),
        "docs",
    ):
        named = build(project, "check", path)
        assert named.returncode == 1
        assert "[typed-bullet]" in named.stdout
        assert "other files" not in named.stdout
    assert "There is no file or folder nowhere.md" in build(project, "check", "nowhere.md").stdout


def test_fix_changes_no_word(project: Path) -> None:
    before = {p: p.read_bytes() for p in sorted((project / "docs").rglob("*")) if p.is_file()}
    file = project / "docs/policies/behaviour/2027-01.md"
    file.write_text(DIRTY, encoding="utf-8")
    done = build(project, "check", "--fix")
    assert done.returncode == 0, done.stdout
    assert (
        "2027-01.md: put its facts into their order, made 1 list marker of typed bullets, took"
        in done.stdout
    )
    assert "\n\n- a\n" in file.read_text(encoding="utf-8")
    assert {p: p.read_bytes() for p in before} == before
    again = build(project, "check", "--fix", "--format", "json")
    assert "0 files put into better form" in again.stderr
    assert [row["code"] for row in json.loads(again.stdout)] == ["typed-number"]


def test_every_format_shows_changed_levels(project: Path) -> None:
    (project / "docs/policies/behaviour/2027-01.md").write_text(
        DIRTY.replace("• a", "a"), encoding="utf-8"
    )
    with (project / "docs/policies/school.yml").open("a", encoding="utf-8") as school:
        school.write("checks:\n  typed-number:\n    level: note\n    reason: Old numbers.\n")
    assert "    A note here, not a warning: Old numbers.\n" in build(project, "check").stdout
    (row,) = json.loads(build(project, "check", "--format", "json").stdout)
    assert (row["severity"], row["usual"], row["reason"]) == ("note", "warning", "Old numbers.")
    assert row["help"].endswith("help/checks/pasted/#typed-number")
    assert (
        "A note here, not a warning: Old numbers."
        in build(project, "check", "--format", "github").stdout
    )


def test_schema_writes_what_the_site_publishes(project: Path, tmp_path: Path) -> None:
    assert typed("schema", "--project", project).returncode == 0
    assert typed("schema", tmp_path / "own", "--project", project).returncode == 0
    assert build(project, "--no-pdf").returncode == 0
    for name in ("version", "summary", "school"):
        written = (project / f"schemas/{name}.json").read_bytes()
        assert (
            written
            == (project / f"site/schemas/{name}.json").read_bytes()
            == (tmp_path / f"own/{name}.json").read_bytes()
        )


def test_check_strict_counts_warnings(project: Path) -> None:
    assert typed("check", "--project", project, "--today", "2030-01-01").returncode == 0
    assert typed("check", "--project", project, "--today", "2030-01-01", "--strict").returncode == 1


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
            "Write the rules here, one sentence a line.", "Wear a coat."
        )
        words = words.replace("Write in plain words what this rule means.", "You wear a coat.")
        file.write_text(words, encoding="utf-8")
    done = build(project, *approval, "2026-11-20")
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "Attendance Policy"), "attendance-policy"),
        (("new", "../x"), "cannot be the name of a policy"),
        (("new", "behaviour"), "already"),
        (("new-version", "behaviour", "2027/01"), "such as 2027-01"),
        (("new-version", "behaviour", "2027-13"), "such as 2026-09"),
        (("new-version", "behaviour", "jan-2027"), "named by year and month"),
        (("approve", "behaviour", "2024-09", "--on", "3/12/2026"), "--on is “3/12/2026”"),
    ],
)
def test_refusal_names_what_is_possible(
    project: Path, words: tuple[str, ...], said: str
) -> None:
    before = sorted(p for p in (project / "docs").rglob("*"))
    done = build(project, *words)
    assert done.returncode == 1
    assert said in done.stdout
    assert sorted(p for p in (project / "docs").rglob("*")) == before


def test_options_may_precede_the_command(project: Path) -> None:
    done = typed("--project", project, "--today", "2026-11-22", "check", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in done.stdout


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
    done = typed(*([command] if command else []), "--help")
    assert done.returncode == 0
    assert "--project" in done.stdout or command in ("", "verify")


def test_wrong_clock_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(project, "--no-pdf").returncode == 0
    monkeypatch.setattr(options, "today_in_london", lambda: date(2001, 1, 1))
    done = typed("--project", project)
    assert done.returncode == 1
    assert "1 January 2001" in done.stdout
