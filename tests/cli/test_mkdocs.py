"""`mkdocs build`, `mkdocs serve` and our own preview."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.school import ROOT, TODAY, run_process, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")


pytestmark = pytest.mark.mkdocs


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
        done = run_process(
            "-m", "mkdocs", "build", "-f", str(dated), "-d", str(tmp_path / "theirs")
        )
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
    done = run_process("-m", "mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old site"


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode("utf-8"))


def wait_for(address: str, words: str, seconds: float = 150) -> str:
    end = time.monotonic() + seconds
    page = ""
    while time.monotonic() < end:
        try:
            page = fetch(address)
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
        words = ["serve", "--project", str(project), "--port", str(port), "--no-pdf"]
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "build.py"), *words, "--today", TODAY],
            stdout=out,
            stderr=out,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        yield project, f"http://127.0.0.1:{port}/", said
        process.terminate()
        process.wait(10)


def fetch_as(address: str, host: str) -> tuple[int, str]:
    """The status and the words that the preview answers if it is asked for `host`."""
    port = int(address.rstrip("/").rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_preview_refuses_other_names(preview: tuple[Path, str, Path]) -> None:
    _, address, _ = preview
    wait_for(address + "policies/behaviour/", "Be kind")
    port = address.rstrip("/").rpartition(":")[2]
    for name in ("127.0.0.1", "localhost", "[::1]", "LOCALHOST"):
        assert fetch_as(address, f"{name}:{port}")[0] == 200, name
    for name in (
        "evil.example",
        f"evil.example:{port}",
        f"127.0.0.1.evil.example:{port}",
        "a@127.0.0.1",
    ):
        status, words = fetch_as(address, name)
        assert status == 421, name
        assert words == f"This preview answers only to its own name. Open {address}\n"


def test_preview_survives_a_broken_policy(preview: tuple[Path, str, Path]) -> None:
    project, address, said = preview
    wait_for(address + "policies/behaviour/", "Be kind")
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
    assert "Be kind" in fetch(address + "policies/behaviour/")
    new.unlink()
    school = project / "docs/policies/school.yml"
    school.write_text(
        school.read_text(encoding="utf-8").replace("Hill View", "Valley View"), encoding="utf-8"
    )
    wait_for(address + "policies/behaviour/", "Valley View")
