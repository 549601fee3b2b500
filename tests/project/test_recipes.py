"""The ready-made files for web hosts: their form, and their scripts as a host would run them.

`gh`, `curl`, `pip` and `npx` are small programs that keep what they were given.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from policybook import __version__
from policybook.project.recipes import RECIPES, make_recipe
from tests.publish.sites import POSIX

ROOT = Path(__file__).parents[2]
SCHOOL = ROOT / "tests" / "golden" / "school"
HOSTS = pytest.mark.parametrize("host", RECIPES)
WORKFLOWS = [
    (host, path) for host in RECIPES for path in make_recipe(host) if path.startswith(".github")
]
ACTION = re.compile(r"actions/[a-z-]+@v\d+")
TITLE = "Review by 31 August 2027: Behaviour Policy"

#: The programs of a host. Each keeps its words, and what it reads from files, in $CALLS.
PROGRAMS = {
    "policybook": '#!/bin/sh\ncase "$1" in verify) TODAY= ;; esac\nexec "$PYTHON" -m policybook "$@" $TODAY\n',
    "pip": '#!/bin/sh\necho "pip $*" >> "$CALLS"\n',
    "npx": '#!/bin/sh\necho "npx $*" >> "$CALLS"\ntest -f site/index.html\n',
    "python3": '#!/bin/sh\nexec "$PYTHON" "$@"\n',
    "gh": """#!/bin/sh
echo "gh $*" >> "$CALLS"
case "$1 $2" in
"issue list") cat "$ISSUES" ;;
"api --paginate") cat "$COMMENTS" ;;
esac
for word in "$@"; do
  case "$word" in
    *.md) cat "${word#body=@}" >> "$CALLS" ;;
  esac
done
""",
    "curl": """#!/bin/sh
echo "curl $*" >> "$CALLS"
for word in "$@"; do
  case "$word" in
    *@*.md) cat "${word#*@}" >> "$CALLS" ;;
    *issues?labels*) cat "$ISSUES" ;;
    *notes?per_page*) cat "$COMMENTS" ;;
  esac
done
""",
}


def parse(path: str, text: str) -> Any:
    return tomllib.loads(text) if path.endswith(".toml") else yaml.safe_load(text)


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


@HOSTS
def test_files_can_be_read(host: str) -> None:
    for path, text in make_recipe(host).items():
        assert parse(path, text)
        assert "@RELEASE@" not in text
        assert text.isascii() and "\t" not in text and "\r" not in text


@HOSTS
@pytest.mark.parametrize(
    "release", ["", "policybook==9", 'https://x.example/p.whl#"a": \\b', "./p 1.whl", "é: #x"]
)
def test_release_is_one_string(host: str, release: str) -> None:
    for path, text in make_recipe(host, release).items():
        data = parse(path, text)
        where = (
            data.get("env") or data.get("variables") or data.get("build", {}).get("environment", {})
        )
        if "POLICYBOOK" in text.replace("POLICYBOOK_TOKEN", ""):
            assert where["POLICYBOOK"] == (release or f"policybook=={__version__}")


@pytest.mark.parametrize(("host", "path"), WORKFLOWS)
def test_workflows_are_safe(host: str, path: str) -> None:
    workflow = parse(path, make_recipe(host)[path])
    assert workflow[True]["schedule"]  # `on` is true in YAML 1.1
    assert "pull_request_target" not in workflow[True]
    assert set(workflow["permissions"].values()) <= {"read"}
    for step in steps(workflow):
        if "uses" in step:
            assert ACTION.fullmatch(step["uses"])
        else:
            # No value of a proposal is put into a script.
            assert "${{" not in step["run"]


@pytest.mark.parametrize("host", ["github", "cloudflare", "gitlab"])
def test_no_secret_is_written_down(host: str) -> None:
    for text in make_recipe(host).values():
        assert not re.search(r"(?i)(token|key|secret)\s*[:=]\s*[\"']?[a-z0-9]{12,}", text)


@pytest.fixture
def host_machine(tmp_path: Path) -> dict[str, str]:
    """A project under Git, on a branch with a proposal, and the programs of a host."""
    project, programs = tmp_path / "project", tmp_path / "bin"
    shutil.copytree(SCHOOL, project)
    programs.mkdir()
    for name, text in PROGRAMS.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    git = ("git", "-c", "user.name=Office", "-c", "user.email=office@school.example")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("commit", "-q", "-m", "before"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
        ("switch", "-q", "-c", "proposal"),
    ):
        subprocess.run([*git, *words], cwd=project, check=True)
    (project / "docs/policies/mobile-phones/2026-12.md").write_text(
        (SCHOOL / "docs/policies/mobile-phones/2026-12.md").read_text("utf-8") + "\nAsk us.\n",
        encoding="utf-8",
    )
    for name in ("calls", "issues", "comments"):
        (tmp_path / name).touch()
    return {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "PROJECT": str(project),
        "TODAY": "--today 2026-11-22",
        "CALLS": str(tmp_path / "calls"),
        "ISSUES": str(tmp_path / "issues"),
        "COMMENTS": str(tmp_path / "comments"),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_BASE_REF": "main",
        "GITHUB_REF_NAME": "main",
        "GITHUB_REPOSITORY": "school/policies",
        "NUMBER": "7",
        "CLOUDFLARE_PROJECT": "school-policies",
        "NETLIFY_BUILD_HOOK": "https://hook.example/x",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main",
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
        "POLICYBOOK_TOKEN": "x",
    }


def run_script(script: str, machine: dict[str, str]) -> str:
    """Run a step as the hosts do. Return what their programs were given."""
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=machine["PROJECT"],
        env=machine,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    calls = Path(machine["CALLS"])
    text = calls.read_text("utf-8")
    calls.write_text("", encoding="utf-8")
    return text


def find_steps(host: str, job: str) -> str:
    """The scripts of a job, one after the other."""
    scripts = []
    for path, text in make_recipe(host).items():
        data = parse(path, text)
        if path == "netlify.toml":
            if job == "build":
                scripts.append(data["build"]["command"])
        elif path == ".gitlab-ci.yml":
            scripts += [*data["default"]["before_script"], *data[job]["script"]]
        else:
            job_steps = data["jobs"].get(job, {}).get("steps", [])
            scripts += [step["run"] for step in job_steps if "run" in step]
    assert scripts
    return "\n".join(scripts)


@POSIX
@pytest.mark.slow
@pytest.mark.mkdocs
@pytest.mark.parametrize(
    ("host", "job", "folder"),
    [
        ("github", "build", "site"),
        ("netlify", "build", "site"),
        ("cloudflare", "build", "site"),
        ("gitlab", "check", "site"),
        ("gitlab", "pages", "public"),
    ],
)
def test_build_makes_the_site(
    host: str, job: str, folder: str, host_machine: dict[str, str]
) -> None:
    pytest.importorskip("mkdocs")
    host_machine["POLICYBOOK"] = "policybook==1"
    calls = run_script(find_steps(host, job), host_machine)
    assert "pip install" in calls and "policybook==1\n" in calls
    assert (Path(host_machine["PROJECT"]) / folder / "index.html").is_file()
    if host == "cloudflare":
        assert "pages deploy site --project-name school-policies --branch main" in calls
    if host == "netlify":
        assert "--request POST --data {} https://hook.example/x" in calls


@POSIX
@pytest.mark.slow
@pytest.mark.mkdocs
@pytest.mark.parametrize(
    ("host", "job"), [("github", "build"), ("netlify", "build"), ("gitlab", "check")]
)
def test_error_stops_the_build(host: str, job: str, host_machine: dict[str, str]) -> None:
    pytest.importorskip("mkdocs")
    project = Path(host_machine["PROJECT"])
    (project / "docs/policies/behaviour/2027-01.md").write_text("## Bad\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        run_script(find_steps(host, job), host_machine)
    assert not (project / "site").exists()


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize(
    ("host", "first", "again"),
    [
        ("github", "gh pr comment 7 ", "--method PATCH repos/school/policies/issues/comments/31 "),
        ("gitlab", "--request POST ", "--request PUT "),
    ],
)
def test_story_is_one_comment(
    host: str, first: str, again: str, host_machine: dict[str, str]
) -> None:
    script, comments = find_steps(host, "story"), Path(host_machine["COMMENTS"])
    if host == "gitlab":
        comments.write_text('[{"id": 30, "body": "Thanks"}]', encoding="utf-8")
    calls = run_script(script, host_machine)
    assert first in calls and again not in calls
    assert "[added: Ask us.]" in calls
    notes = [{"id": 30, "body": "Thanks"}, {"id": 31, "body": "<!-- policybook:story -->\n"}]
    comments.write_text("31\n32\n" if host == "github" else json.dumps(notes), encoding="utf-8")
    calls = run_script(script, host_machine)
    assert again in calls and first not in calls
    assert "[added: Ask us.]" in calls


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("host", ["github", "netlify", "cloudflare", "gitlab"])
def test_reminder_is_opened_once(host: str, host_machine: dict[str, str]) -> None:
    script, issues = find_steps(host, "reminders"), Path(host_machine["ISSUES"])
    is_gitlab, create = host == "gitlab", "issue create" if host != "gitlab" else "--request POST"
    issues.write_text("[]" if is_gitlab else "", encoding="utf-8")
    assert create not in run_script(script, host_machine)  # nothing is due yet
    host_machine["TODAY"] = "--today 2027-07-15"
    calls = run_script(script, host_machine)
    assert create in calls and TITLE in calls and "is due by 31 August 2027" in calls
    titles = ["Other", f"{TITLE} again", TITLE]
    data = json.dumps([{"title": title} for title in titles])
    issues.write_text(data if is_gitlab else "\n".join(titles), encoding="utf-8")
    assert create not in run_script(script, host_machine)


def test_every_script_parses() -> None:
    for host in RECIPES:
        for path, text in make_recipe(host).items():
            data = parse(path, text)
            scripts = (
                [step["run"] for step in steps(data) if "run" in step] if "jobs" in data else []
            )
            if path == ".gitlab-ci.yml":
                scripts = ["\n".join(job["script"]) for job in data.values() if "script" in job]
            for script in scripts:
                subprocess.run(["bash", "-n", "-c", script], check=True)
