"""Every file that the core makes for a small school, compared with a golden tree.

`--update-golden` writes the tree again. Read the difference before you commit.
"""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from policybook.model.findings import has_errors
from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.build import Site
from policybook.site.render.types import Settings

HERE = Path(__file__).parents[1] / "golden"
TODAY = date(2026, 11, 22)
#: Other tests compare these files. This test only makes them.
NOT_KEPT = ("assets/", "search/", "help/checks/", "schemas/")
#: Links to style sheets and scripts have this version, which changes with every such file.
ASSET_VERSION = re.compile(rb"\?v=[0-9a-f]+")


@pytest.fixture(scope="module")
def built() -> Site:
    settings = Settings(url="https://hill-view.example/", pdf=False)
    site = build.build(
        read_sources(HERE / "school"), read_templates(HERE / "school"), TODAY, settings
    )
    assert not has_errors(site.findings), site.findings
    return site


def test_school_has_no_findings(built: Site) -> None:
    assert [str(f) for f in built.findings] == []


def test_golden_tree(built: Site, request: pytest.FixtureRequest) -> None:
    files = built.files("<p>Welcome.</p>", {"help/index.html": "docs/help/index.md"})
    kept = (_readable(a.path, a.data) for a in files if not a.path.startswith(NOT_KEPT))
    contents = {path: ASSET_VERSION.sub(b"?v=", data) for path, data in kept}
    golden = HERE / "site"
    if request.config.getoption("--update-golden"):
        _write(golden, contents)
    old = {
        p.relative_to(golden).as_posix(): p.read_bytes() for p in golden.rglob("*") if p.is_file()
    }
    assert sorted(contents) == sorted(old)
    differ = [path for path in contents if contents[path].decode() != old[path].decode()]
    assert not differ, "these files changed; look at each, then run with --update-golden"


def _readable(path: str, data: bytes) -> tuple[str, bytes]:
    """A file as the tree keeps it: of a Word file the text, with a line for each paragraph."""
    if not path.endswith(".docx"):
        return path, data
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return f"{path}.xml", pack.read("word/document.xml").replace(b"<w:p>", b"\n<w:p>")


def _write(golden: Path, contents: dict[str, bytes]) -> None:
    for stale in [
        p
        for p in golden.rglob("*")
        if p.is_file() and p.relative_to(golden).as_posix() not in contents
    ]:
        stale.unlink()
    for path, data in contents.items():
        file = golden / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def test_every_link_has_a_target(built: Site) -> None:
    """Test every link and fragment of the core's own pages."""
    from bs4 import BeautifulSoup

    contents = {
        a.path: a.data
        for a in built.files()
        if a.path.endswith(
            (".html", ".css", ".xml", ".json", ".jsonl", ".txt", ".csv", ".ics", ".js", ".svg")
        )
        or a.path == "verify/checkpoint"
    }
    pages = {
        path: BeautifulSoup(data, "html.parser")
        for path, data in contents.items()
        if path.endswith(".html")
    }
    assert len(pages) > 15
    ordinary = {"help/index.html"}
    for path, soup in pages.items():
        page = "/" + path
        for tag in soup.select("a[href], link[href], script[src]"):
            target = str(tag.get("href") or tag.get("src"))
            if target.startswith(("http:", "https:", "mailto:", "tel:")):
                continue
            place, _, fragment = _resolve(page, target)
            exists = (
                place in contents
                or place in ordinary
                or place == "manifest.json"
                or place.endswith((".pdf", ".docx"))
            )
            assert exists, f"{path}: {target} leads to {place}"
            if fragment and place in pages:
                assert pages[place].find(id=fragment), f"{path}: {target} names nothing"


def _resolve(page: str, target: str) -> tuple[str, str, str]:
    from urllib.parse import unquote, urljoin, urlsplit

    parts = urlsplit(urljoin("https://x" + page, target))
    place = unquote(parts.path).lstrip("/")
    return (
        (place + "index.html" if place.endswith("/") or not place else place),
        parts.query,
        unquote(parts.fragment),
    )


def test_ids_and_headings_are_unique(built: Site) -> None:
    from bs4 import BeautifulSoup

    for asset in built.files():
        if asset.path.endswith(".html"):
            soup = BeautifulSoup(asset.data, "html.parser")
            ids = [str(t["id"]) for t in soup.select("[id]")]
            assert len(ids) == len(set(ids)), (
                f"{asset.path}: {[i for i in ids if ids.count(i) > 1]}"
            )
            assert len(soup.find_all("h1")) == 1, asset.path
            assert soup.html is not None and soup.html.get("lang") == "en-GB"
