"""Sveltia CMS itself, with our configuration: what it lists, and what a save changes in a file.

It needs Sveltia's script, which is not ours: `npm pack @sveltia/cms@0.221.1`, unpack it, and name
`package/dist/sveltia-cms.js` in POLICYBOOK_SVELTIA. The page's hash proves that it is the script.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from in_process import run_command
from playwright.sync_api import Browser, Page, Route

from tests.cli.school import ROOT, SCHOOL

SCRIPT = os.environ.get("POLICYBOOK_SVELTIA", "")
pytestmark = pytest.mark.skipif(not SCRIPT, reason="POLICYBOOK_SVELTIA does not name the script")

DRAFT = "docs/policies/mobile-phones/2026-12.md"
WRITE = """async files => {
    const disk = await navigator.storage.getDirectory();
    for (const [path, text] of Object.entries(files)) {
        let folder = await disk.getDirectoryHandle('school', {create: true});
        const parts = path.split('/');
        for (const part of parts.slice(0, -1))
            folder = await folder.getDirectoryHandle(part, {create: true});
        const file = await folder.getFileHandle(parts.at(-1), {create: true});
        const out = await file.createWritable();
        await out.write(text);
        await out.close();
    }
}"""
READ = """async path => {
    let folder = await navigator.storage.getDirectory();
    for (const part of ['school', ...path.split('/').slice(0, -1)])
        folder = await folder.getDirectoryHandle(part);
    return await (await (await folder.getFileHandle(path.split('/').at(-1))).getFile()).text();
}"""
#: The browser's own disk stands for the folder that a person would choose.
CHOOSE = """window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('school');
FileSystemHandle.prototype.requestPermission ??= async () => 'granted';
FileSystemHandle.prototype.queryPermission ??= async () => 'granted';"""


def school_files() -> dict[str, str]:
    files = {
        path.relative_to(SCHOOL).as_posix(): path.read_text(encoding="utf-8")
        for path in SCHOOL.rglob("docs/policies/**/*")
        if path.suffix in (".md", ".yml")
    }
    files[DRAFT] = files[DRAFT].replace("\n---\n", "\nquestions: Is one day enough?\n---\n", 1)
    return {**files, ".git/HEAD": "ref: refs/heads/main\n"}


@pytest.fixture
def page(
    browser: Browser, tmp_path: Path, serve: Callable[[Path], str]
) -> Iterator[tuple[Page, str]]:
    """Yield the editor with the school's folder open, and its address."""
    assert run_command("editor", tmp_path, "--project", ROOT).returncode == 0
    (tmp_path / "blank.html").write_bytes(b"<!doctype html>")
    address = serve(tmp_path)
    page = browser.new_page(viewport={"width": 1300, "height": 900})

    def answer(route: Route) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        elif route.request.url.endswith("/dist/sveltia-cms.js"):
            allow = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
            route.fulfill(body=Path(SCRIPT).read_bytes(), headers=allow)
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto(f"{address}blank.html")
    page.evaluate(WRITE, school_files())
    page.add_init_script(CHOOSE)
    page.goto(f"{address}index.html")
    page.get_by_text("Work with Local Repository").click()
    page.get_by_text("Drafts").first.wait_for()
    yield page, address
    page.unroute_all(behavior="ignoreErrors")
    page.close()


def test_only_drafts_are_listed(page: tuple[Page, str]) -> None:
    shown, _ = page
    shown.get_by_text("Mobile Phones Policy: 2026-12").wait_for()
    assert shown.get_by_text("Policy: 20").count() == 1


def test_save_keeps_words(page: tuple[Page, str], tmp_path: Path) -> None:
    shown, _ = page
    before = school_files()[DRAFT]
    shown.get_by_text("Mobile Phones Policy: 2026-12").click()
    shown.locator('[data-key-path="owner"] input').fill("Deputy: Pastoral")
    if picture := os.environ.get("POLICYBOOK_EDITOR_PICTURE"):
        shown.screenshot(path=picture)
    shown.get_by_role("button", name="Save").first.click()
    shown.wait_for_timeout(1500)
    after = shown.evaluate(READ, DRAFT)
    assert "owner: 'Deputy: Pastoral'\n" in after
    assert "questions:\n  - Is one day enough?\n" in after
    assert after.split("\n---\n", 1)[1].strip() == before.split("\n---\n", 1)[1].strip()
    check_reads(tmp_path / "school", DRAFT, after)


def check_reads(project: Path, path: str, text: str) -> None:
    """`check` finds nothing in the saved file but its open question."""
    for name, content in (school_files() | {path: text}).items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content, encoding="utf-8", newline="\n")
    done = run_command("check", project / path, "--project", project, "--today", "2026-11-22")
    assert "error" not in done.stdout.replace("0 errors", ""), done.stdout
