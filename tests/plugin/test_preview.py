"""A preview makes what somebody looks at, as it is now."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook.plugin.preview import Preview
from policybook.site import build
from tests.site.making.test_single_files import FILES, TEMPLATES, build_site

PAGE = "/policies/mobile-phones/2026-12/"
EDITED = "docs/policies/mobile-phones/2026-12.md"


class Folder:
    """An app that serves the files of a folder, as MkDocs' server does."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before_answer = lambda: None

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        file = self.root / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
        data = file.read_bytes() if file.is_file() else b""
        self.before_answer()
        start("200 OK" if data else "404 Not Found", [])
        return [data]


def ask(preview: Preview, app: Folder, path: str) -> tuple[str, bytes]:
    heads = []
    wrapped = preview.wrap(app, app.root, "/")
    body = wrapped({"PATH_INFO": path}, lambda status, _: heads.append(status))  # type: ignore[arg-type,return-value]
    return heads[0], b"".join(body)


def test_only_what_is_asked_is_made(tmp_path: Path) -> None:
    preview, app = Preview(), Folder(tmp_path)
    preview.show(build_site(FILES), "", {})
    assert not list(tmp_path.iterdir())
    status, page = ask(preview, app, PAGE)
    assert status == "200 OK" and b"Mobile Phones" in page
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["index.html"]
    assert ask(preview, app, "/none/")[0] == "404 Not Found"
    assert (tmp_path / "404.html").is_file()
    assert ask(preview, app, "/../../none.html")[0] == "404 Not Found"


def test_edit_shows_at_once(tmp_path: Path) -> None:
    preview, app = Preview(), Folder(tmp_path)
    preview.show(build_site(FILES), "", {})
    ask(preview, app, PAGE)
    edited = build_site({**FILES, EDITED: FILES[EDITED] + b"\nKeep every gadget off.\n"})
    # The change comes after the file was read and before it was sent.
    app.before_answer = lambda: (preview.show(edited, "", {}), setattr(app, "before_answer", int))  # type: ignore[assignment]
    assert b"every gadget" in ask(preview, app, PAGE)[1]
    removed = build_site({path: data for path, data in FILES.items() if path != EDITED})
    preview.show(removed, "", {})
    assert ask(preview, app, PAGE)[0] == "404 Not Found"


def test_fault_is_shown_in_the_page(tmp_path: Path) -> None:
    preview, app = Preview(), Folder(tmp_path)
    site = build_site(FILES)
    pages = {**TEMPLATES.pages, "policy/home.html": "{{ nothing }}"}
    broken = build.build(
        build.Sources(files=FILES, pages=(), findings=()),
        replace(TEMPLATES, pages=pages),
        site.today,
        site.renderer.settings,
    )
    preview.show(broken, "", {})
    assert b"cannot be published yet" in ask(preview, app, "/")[1]
    assert b"Mobile Phones" in ask(preview, app, PAGE)[1]
    preview.show(site, "", {})
    assert b"Hill View" in ask(preview, app, "/")[1]


def test_files_of_mkdocs_stay(tmp_path: Path) -> None:
    preview, app = Preview(), Folder(tmp_path)
    preview.show(build_site(FILES), "", {})
    (tmp_path / "help").mkdir()
    (tmp_path / "help" / "index.html").write_bytes(b"by MkDocs")
    assert ask(preview, app, "/help/")[1] == b"by MkDocs"
    preview.show(None, "", {})
    assert ask(preview, app, "/help/")[1] == b"by MkDocs"
    assert ask(preview, app, PAGE)[0] == "404 Not Found"
