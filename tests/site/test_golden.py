"""One golden tree: every file that the core makes for a small school. `--update-golden` writes it anew; read the difference before you commit."""

import re
from datetime import date
from pathlib import Path

import pytest

from policybook.model.findings import has_errors
from policybook.project.templates import read_templates
from policybook.reading.snapshot import read_sources
from policybook.site import build
from policybook.site.build import Site
from policybook.site.render.types import Settings

HERE = Path(__file__).parents[1] / "golden"
TODAY = date(2026, 11, 22)
#: Compared by the tests of search, of the theme, of the rules and of the schemas; here only that they are made.
NOT_KEPT = ("assets/", "search/", "help/checks/", "schemas/")
#: What a link to a style sheet or a script carries changes with every one of them.
ASSET_VERSION = re.compile(rb"\?v=[0-9a-f]+")


@pytest.fixture(scope="module")
def built() -> Site:
    settings = Settings(url="https://hill-view.example/", pdf=False)
    made = build.build(
        read_sources(HERE / "school"), read_templates(HERE / "school"), TODAY, settings
    )
    assert not has_errors(made.findings), made.findings
    return made


def test_the_small_school_has_no_findings(built: Site) -> None:
    assert [str(f) for f in built.findings] == []


def test_golden_tree(built: Site, request: pytest.FixtureRequest) -> None:
    files = built.files("<p>Welcome.</p>", {"help/index.html": "docs/help/index.md"})
    made = {
        a.path: ASSET_VERSION.sub(b"?v=", a.data) for a in files if not a.path.startswith(NOT_KEPT)
    }
    kept = HERE / "site"
    if request.config.getoption("--update-golden"):
        _write(kept, made)
    old = {p.relative_to(kept).as_posix(): p.read_bytes() for p in kept.rglob("*") if p.is_file()}
    assert sorted(made) == sorted(old)
    differ = [path for path in made if made[path].decode() != old[path].decode()]
    assert not differ, "these files changed; look at each, then run with --update-golden"


def _write(kept: Path, made: dict[str, bytes]) -> None:
    for stale in [
        p for p in kept.rglob("*") if p.is_file() and p.relative_to(kept).as_posix() not in made
    ]:
        stale.unlink()
    for path, data in made.items():
        file = kept / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def test_no_page_leads_nowhere(built: Site) -> None:
    """Every link and fragment of the core's own pages has its target."""
    from bs4 import BeautifulSoup

    made = {
        a.path: a.data
        for a in built.files()
        if a.path.endswith(
            (".html", ".css", ".xml", ".json", ".jsonl", ".txt", ".csv", ".ics", ".js", ".svg")
        )
    }
    pages = {
        path: BeautifulSoup(data, "html.parser")
        for path, data in made.items()
        if path.endswith(".html")
    }
    assert len(pages) > 15
    ordinary = {"help/index.html"}
    for path, soup in pages.items():
        here = "/" + path
        for tag in soup.select("a[href], link[href], script[src]"):
            target = str(tag.get("href") or tag.get("src"))
            if target.startswith(("http:", "https:", "mailto:")):
                continue
            place, _, fragment = _resolved(here, target)
            known = (
                place in made
                or place in ordinary
                or place == "manifest.json"
                or place.endswith(".pdf")
            )
            assert known, f"{path}: {target} leads to {place}"
            if fragment and place in pages:
                assert pages[place].find(id=fragment), f"{path}: {target} names nothing"


def _resolved(here: str, target: str) -> tuple[str, str, str]:
    from urllib.parse import unquote, urljoin, urlsplit

    parts = urlsplit(urljoin("https://x" + here, target))
    place = unquote(parts.path).lstrip("/")
    return (
        (place + "index.html" if place.endswith("/") or not place else place),
        parts.query,
        unquote(parts.fragment),
    )


def test_ids_are_unique_and_each_page_has_one_heading(built: Site) -> None:
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
