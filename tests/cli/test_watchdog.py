"""A template without an end is stopped and named, and the old site stays."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.school import run, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

pytestmark = [pytest.mark.mkdocs, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
ENDLESS = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"
BUILD = (
    "import sys\nfrom policybook.cli.commands import watchdog\nwatchdog.TEMPLATE_SECONDS = 1.0\n"
    "from policybook import cli\nsys.exit(cli.main(sys.argv[1:]))"
)


@pytest.mark.parametrize("name", ["frame.html", "policy/history.html", "policy/clause.html"])
def test_endless_template_is_named(project: Path, name: str) -> None:
    assert run(project, "build", "--no-pdf") == 0
    before = tree(project / "site")
    template = project / "templates" / name
    template.parent.mkdir(parents=True, exist_ok=True)
    words = (ROOT / "templates" / name).read_text(encoding="utf-8")
    template.write_text(words + ENDLESS * 20, encoding="utf-8")
    if name == "policy/history.html":  # what follows a block of a child is not laid out
        template.write_text(
            words.replace("{% block content %}", "{% block content %}" + ENDLESS * 20), "utf-8"
        )
    words_typed = ["build", "--no-pdf", "--project", str(project), "--today", "2026-11-22"]
    done = subprocess.run(
        [sys.executable, "-c", BUILD, *words_typed],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"The template {name}, line" in done.stdout
    assert tree(project / "site") == before


@pytest.mark.parametrize(("policies", "code"), [(1, 1), (500, 0)])
def test_large_school_has_longer(policies: int, code: int) -> None:
    lines = [
        "import time",
        "from policybook.cli.commands import watchdog",
        "watchdog.SECONDS = 1.0",
        f"with watchdog.stop_when_stuck({policies}) as restart:",
        "    restart()",
        "    time.sleep(2.5)",
    ]
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], timeout=60, check=False)
    assert done.returncode == code
