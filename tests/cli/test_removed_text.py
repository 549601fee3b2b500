"""`withdraw --remove-text`: the removed words are in no output, and every link still works."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.approvals.commands import LATER, OLD, SECRETS
from tests.cli.school import add_secret_version, run, tree

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")


pytestmark = pytest.mark.mkdocs


def words_of_pdf(file: Path) -> str:
    """The text of a PDF by pypdf, and by pdftotext where that is installed."""
    words = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    if not shutil.which("pdftotext"):
        return words
    done = subprocess.run(
        ["pdftotext", str(file), "-"], capture_output=True, timeout=60, check=True
    )
    return words + done.stdout.decode("utf-8", "replace")


def secrets_in(site: Path) -> dict[str, list[str]]:
    """The secret words that each file of a site holds: in its name, its bytes, its PDF text."""
    found: dict[str, list[str]] = {}
    for file in sorted(p for p in site.rglob("*") if p.is_file()):
        path = file.relative_to(site).as_posix()
        whole = path + file.read_bytes().decode("utf-8", "replace")
        if file.suffix == ".pdf":
            whole += words_of_pdf(file)
        if hits := [s for s in SECRETS if s in whole]:
            found[path] = hits
    return found


def test_broken_draft_does_not_stop_a_removal(project: Path) -> None:
    add_secret_version(project)
    site = project / "site"
    draft = project / "docs/policies/uniform/2027-01.md"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text("---\ntitle: Uniform\nstatus: draft\nowner: X\n---\n\n<b>TODO\n", "utf-8")
    assert run(project, "check") == 1
    assert run(project, "build") == 0
    assert secrets_in(site)
    order = ["--on", "2026-11-20", "--reason", "A court ordered it.", "--remove-text", "--yes"]
    assert run(project, "withdraw", "behaviour", "2025-09", *order) == 0
    assert run(project, "build") == 0
    assert secrets_in(site) == {}


def test_no_output_holds_removed_text(project: Path) -> None:
    add_secret_version(project)
    site = project / "site"
    assert run(project, "build") == 0
    there = secrets_in(site)
    for kind in ("pdf", "html", "txt", "json", "png", "xml"):
        assert any(path.endswith(kind) for path in there), f"the words stand in some .{kind} before"
    assert any("/changes/" in path for path in there)
    assert any("/parents/" in path for path in there)
    head = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["record"]
    assert (
        run(
            project,
            "withdraw",
            "behaviour",
            "2025-09",
            "--on",
            "2026-11-20",
            "--reason",
            "A court ordered it.",
            "--remove-text",
            "--yes",
        )
        == 0
    )
    assert run(project, "build") == 0
    assert secrets_in(site) == {}
    assert not [
        p
        for p, data in tree(project / "docs").items()
        if any(s in p + data.decode("utf-8", "replace") for s in SECRETS)
    ]
    page = (site / "policies/behaviour/2025-09/index.html").read_text(encoding="utf-8")
    notice = (
        "Withdrawn on 20 November 2026. It is not in force. Reason: A court ordered it. "
        "Its words were removed on 20 November 2026."
    )
    assert notice in page
    recorded = [
        json.loads(line)
        for line in (site / "verify/record.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    approved = next(e for e in recorded if e["version"] == "2025-09")
    assert f"<code>{approved['sha256'][:12]}</code>" in page
    assert "A court ordered it." in words_of_pdf(
        site / "policies/behaviour/behaviour-2025-09.pdf"
    ).replace("\n", " ")
    assert not (site / "policies/behaviour/2025-09/text.txt").exists()
    assert not list(site.glob("policies/behaviour/changes/*2025-09*"))
    assert (site / "policies/behaviour/2024-09/text.txt").exists()
    assert run(project, "verify", str(site), today=False) == 0
    assert json.loads((site / "manifest.json").read_text(encoding="utf-8"))["record"] != head
    assert run(project, "diff", "behaviour", "2025-09", "2026-05") == 1
    assert run(project, "diff", "behaviour", "2025-09", "2026-05", "--format", "docx") == 1
    assert run(project, "export", "behaviour", "2025-09", "--docx") == 1


@pytest.mark.parametrize("more", [[], ["--remove-text"]])
def test_removed_text_leaves_the_store(project: Path, more: list[str]) -> None:
    add_secret_version(project)
    kept = project / ".cache" / "policybook" / "objects" / "ab"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a page with those words")
    words = ["--on", "2026-11-20", "--reason", "Law.", "--yes", *more]
    assert run(project, "withdraw", "behaviour", "2025-09", *words) == 0
    assert kept.exists() is not bool(more)


def test_links_work_without_the_text(project: Path) -> None:
    add_secret_version(project)
    assert (
        run(
            project,
            "withdraw",
            "behaviour",
            "2025-09",
            "--on",
            "2026-11-20",
            "--reason",
            "Law.",
            "--remove-text",
            "--yes",
        )
        == 0
    )
    assert run(project, "build", "--no-pdf") == 0
    site = project / "site"
    for file in site.rglob("*.html"):
        for target in re.findall(
            r'(?:href|src)="(?!https?:|mailto:|tel:)([^"#?:]+)', file.read_text(encoding="utf-8")
        ):
            base = site if target.startswith("/") else file.parent
            there = (base / html.unescape(target).lstrip("/")).resolve()
            assert there.exists() or there.suffix == ".pdf", f"{file}: {target}"
    assert (
        LATER.endswith("2026-05.md") and (site / "policies/behaviour/2026-05/index.html").is_file()
    )
    assert (project / OLD).read_bytes().endswith(b"---\n")
