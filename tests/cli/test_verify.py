"""`verify` and the steps of the page: every alteration of a site or record is named."""

import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from tests.cli.school import (
    COMMANDS,
    SCHOOL,
    add_secret_version,
    edit,
    run,
    shell,
    shorten,
    tree,
)

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook import cli
from policybook.reading.files import layout
from policybook.reading.record import approved_text

pytestmark = pytest.mark.mkdocs


def test_printed_verify_steps_work(project: Path) -> None:
    add_secret_version(project)
    assert run(project, *COMMANDS["review"], "--yes") == 0
    (project / "mkdocs.yml").write_text(
        "site_name: Policies\nsite_url: https://hill-view.example/\n", encoding="utf-8"
    )
    assert run(project, "build", "--no-pdf") == 0
    site = project / "site"
    page = (site / "verify/index.html").read_text(encoding="utf-8")
    steps = [
        html.unescape(c)
        for c in re.findall(r"<pre tabindex=\"0\"><code>(.*?)</code></pre>", page, re.DOTALL)
    ]
    assert [s.split()[0] for s in steps] == ["curl", "sha256sum", "while", "python3"]
    text, chain, files = (shell(step, site) for step in steps[1:])
    digest, path = text.stdout.split()
    assert digest in page
    assert steps[0] == f"curl -s https://hill-view.example/{path} | sha256sum"
    hashes = [line.split()[0] for line in chain.stdout.splitlines()]
    lines = [
        json.loads(line)
        for line in (site / "verify/record.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [e["previous"] for e in lines] == ["0" * 64, *hashes[:-1]]
    assert hashes[-1] == json.loads((site / "manifest.json").read_text(encoding="utf-8"))["record"]
    assert page.count(hashes[-1]) == 2
    assert (files.returncode, files.stdout) == (0, "")
    (site / "index.html").write_text("altered", encoding="utf-8")
    assert "index.html: FAILED" in shell(steps[3], site).stdout


def test_document_hash_matches_the_page(tmp_path: Path) -> None:

    data = "\n\nBe\tkind,  all\r\nof you –\x0bétoile\n".encode()
    (tmp_path / "DOCUMENT.txt").write_bytes(data)
    step = "tr -s ' \\t\\r\\n\\f\\v' '\\n' < DOCUMENT.txt | grep . | sha256sum"
    assert f"<code>{html.escape(step, quote=False)}</code>" in (
        Path(__file__).parents[2] / "templates/policy/_record.html"
    ).read_text(encoding="utf-8")
    assert shell(step, tmp_path).stdout.split()[0] == approved_text.words_digest(data.decode())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "school"
    shutil.copytree(SCHOOL, folder)
    assert run(folder, "build", "--no-pdf") == 0
    return folder


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (
            lambda s: edit(s / "verify/record.jsonl", b"Governing", b"governing"),
            "verify/record.jsonl was altered",
        ),
        (
            lambda s: edit(s / "verify/record.jsonl", b"Governing", b"governing"),
            "chain of hashes breaks here",
        ),
        (
            lambda s: edit(s / "policies/behaviour/2023-09/text.txt", b"reminder", b"remainder"),
            "is not the one that was recorded",
        ),
        (
            lambda s: (s / "policies/behaviour/2023-09/text.txt").unlink(),
            "the text of behaviour 2023-09 is missing",
        ),
        (
            lambda s: shorten(s / "verify/record.jsonl"),
            "the record does not end with the hash that the manifest names",
        ),
        (
            lambda s: (s / "verify/record.jsonl").write_bytes(b"half\n"),
            "line 1 of the record is damaged",
        ),
    ],
)
def test_verify_names_each_alteration(
    published: Path, tmp_path: Path, harm: object, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(harm)
    project = tmp_path / "school"
    shutil.copytree(published, project)
    site = project / "site"
    assert run(project, "verify", str(site), today=False) == 0
    harm(site)
    capsys.readouterr()
    assert run(project, "verify", str(site), today=False) == 1
    assert said in capsys.readouterr().out


def test_verify_alone_checks_the_record(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "verify", today=False) == 0
    assert "The record is complete: 2 entries on 2 versions" in capsys.readouterr().out
    edit(project / "docs/policies/behaviour/2023-09.md", b"reminder", b"remainder")
    assert run(project, "verify", today=False) == 1
    assert "docs/policies/behaviour/2023-09.md:" in capsys.readouterr().out
    assert run(project / "docs", "verify", today=False) == 1


def test_record_shorter_than_site_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The version of the lost entry is deleted too, so the school's own files agree."""
    assert run(project, "build", "--no-pdf") == 0
    before = tree(project / "site")
    shorten(project / layout.RECORD)
    for file in (project / "docs/policies/behaviour").glob("2024-09*"):
        file.unlink()
    capsys.readouterr()
    for words in (("build", "--no-pdf"), ("check",), ("verify",)):
        assert run(project, *words, today=words != ("verify",)) == 1
        said = capsys.readouterr().out
        place = "docs/policies/approvals.jsonl:2: error: "
        assert f"{place}the record of approvals lacks lines that it had" in said
        assert "rejoin COPY" in said and "approve" not in said
    assert tree(project / "site") == before
    assert run(project, "verify", str(project / "site"), today=False) == 1, (
        "the site, too, against this record"
    )
    shutil.rmtree(project / "site")
    assert run(project, "build", "--no-pdf") == 0, "without the old site nothing can tell"


def test_mkdocs_refuses_a_shorter_record_too(project: Path) -> None:
    root = Path(__file__).parents[2]
    assert run(project, "build", "--no-pdf") == 0
    settings = (
        (root / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("custom_dir: templates", f"custom_dir: {root / 'templates'}")
    )
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shorten(project / layout.RECORD)
    for file in (project / "docs/policies/behaviour").glob("2024-09*"):
        file.unlink()
    before = tree(project / "site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 1
    assert "lacks lines that it had" in done.stdout + done.stderr
    assert tree(project / "site") == before


def test_copy_with_kept_files_is_whole(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(published / "site", site)
    for name in ("_headers", ".htaccess", "web.config", ".gitattributes"):
        (site / name).unlink()
    for path in ("verify/record.jsonl", "policies/behaviour/2023-09/text.txt", "index.html"):
        edit(site / path, b"\n", b"\r\n")
    capsys.readouterr()
    assert cli.main(["verify", str(site)]) == 0
    words = capsys.readouterr().out
    assert "for the host alone: .gitattributes, .htaccess, _headers, web.config." in words
    assert "Only the line ends of 3 files differ" in words
    assert "Every other file is as it was published, and every page" in words
    (site / "feed.xml").unlink()
    assert cli.main(["verify", str(site)]) == 1
    assert "feed.xml is missing\n" in capsys.readouterr().out


class _Host(SimpleHTTPRequestHandler):
    """A host that knows no type of some files, and shows nobody its own files."""

    extensions_map: ClassVar[dict[str, str]] = {".txt": "text/plain", "": "text/html"}

    def do_GET(self) -> None:
        if "/." in self.path:
            self.send_error(403)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@pytest.fixture
def on_the_web(published: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    site = tmp_path / "www"
    shutil.copytree(published / "site", site)
    handler = partial(_Host, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site, f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_site_on_the_web_is_verified(
    on_the_web: tuple[Path, str], published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, address = on_the_web
    capsys.readouterr()
    assert cli.main(["verify", address, "--project", str(published)]) == 0
    words = capsys.readouterr().out
    assert "for the host alone: .gitattributes, .htaccess." in words
    assert "Every other file is as it was published, and every page" in words
    assert re.search(r"The host sends policies/\S+/text.txt as “text/plain”, not as", words)
    edit(site / "policies/behaviour/2023-09/text.txt", b"reminder", b"remainder")
    (site / "feed.xml").unlink()
    assert cli.main(["verify", address]) == 1
    words = capsys.readouterr().out
    assert "feed.xml is missing\n" in words
    assert "text.txt was altered" in words and "not the one that was recorded" in words


def test_password_in_the_address_is_unseen(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "https://office:hunter2@p.example.org/"]) == 1
    assert cli.main(["publish", "https://office:hunter2@p.example.org/"]) == 1
    printed = capsys.readouterr()
    assert "user name or a password" in printed.out + printed.err
    assert "hunter2" not in printed.out + printed.err


def test_verify_trusts_no_manifest(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody changes a page and enters its new hash in the manifest."""
    project = tmp_path / "school"
    shutil.copytree(published, project)
    site = project / "site"
    page = "policies/behaviour/2023-09/index.html"
    old = hashlib.sha256((site / page).read_bytes()).hexdigest()
    edit(site / page, b"reminder", b"remainder")
    new = hashlib.sha256((site / page).read_bytes()).hexdigest()
    edit(site / "manifest.json", old.encode(), new.encode())
    assert run(project, "verify", str(site), today=False) == 1
    said = capsys.readouterr().out
    assert "policies/behaviour/2023-09/ does not show the words of text.txt" in said


def test_hash_of_the_minutes_is_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (project / layout.RECORD).read_bytes().splitlines()
    for line in lines:
        digest = json.loads(line)["hash"]
        assert run(project, "verify", "--holds", digest, today=False) == 0
        printed = capsys.readouterr().out
        assert digest in printed and "that of the entry" in printed
    digest = json.loads(lines[0])["sha256"]
    assert run(project, "verify", "--holds", digest, today=False) == 0
    assert "that of the approved text" in capsys.readouterr().out
    assert run(project, "verify", "--holds", "ab" * 32, today=False) == 1
    for short in ("abc", "", " "):
        assert run(project, "verify", "--holds", short, today=False) == 1
    assert "at least the first 12" in capsys.readouterr().out


def test_earlier_record_is_the_beginning(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "school"
    shutil.copytree(published, project)
    for place in (published, published / "site", published / layout.RECORD):
        assert run(project, "verify", "--since", str(place), today=False) == 0
    assert "This record lacks nothing of that of" in capsys.readouterr().out
    shorten(project / layout.RECORD)
    for place in (published, published / "site", published / "site/verify/checkpoint"):
        assert run(project, "verify", "--since", str(place), today=False) == 1
    (tmp_path / "empty").write_bytes(b"")
    for place in ("nowhere", "empty", ""):
        typed = place and str(tmp_path / place)
        assert run(project, "verify", "--since", typed, today=False) == 1
    assert run(project, "verify", "--since", "published", today=False) == 0


def test_git_remembers_the_record(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fresh clone has no old site, but the history of its files."""
    git = ("git", "-C", str(project), "-c", "user.name=Office", "-c", "user.email=o@example.org")
    for words in (("init", "-q"), ("add", "docs"), ("commit", "-qm", "The record")):
        subprocess.run([*git, *words], check=True, capture_output=True)
    whole = (project / layout.RECORD).read_bytes()
    shorten(project / layout.RECORD)
    for file in (project / "docs/policies/behaviour").glob("2024-09*"):
        file.unlink()
    capsys.readouterr()
    assert run(project, "build", "--no-pdf") == 1
    assert "Git's last commit" in capsys.readouterr().out
    assert run(project, "rejoin", "--yes") == 0
    assert (project / layout.RECORD).read_bytes() == whole
    assert run(project, "restore", "behaviour", "2024-09", "--yes") == 0
    assert run(project, "build", "--no-pdf") == 0
