"""The site as a whole: its files, and what happens when the school wants their names."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import make_approved_text, make_sources
from markupsafe import Markup
from PIL import Image

from policybook.model import addresses, reserved_names
from policybook.project.templates import read_templates
from policybook.reading.files import file_names
from policybook.site import build
from policybook.site.build import AddressTaken, Site
from policybook.site.making.outputs import SCHOOL_OUTPUTS
from policybook.site.policy_row import policy_row
from policybook.site.render.types import Page, Settings
from policybook.site.school_input import SchoolInput, school_input
from policybook.site.school_pages import sitemap

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
FILES = {
    "docs/policies/behaviour/2024-09.md": make_approved_text(
        "## Kind\n\nBe kind.\n", approved_on="2024-09"
    ),
    "docs/policies/behaviour/2025-09.md": make_approved_text(
        "## Kind\n\nBe kind.\n", changes="Nothing."
    ),
    "docs/policies/uniform/2025-09.md": make_approved_text("## Coats\n\nWear one.\n"),
}


@pytest.fixture(scope="module")
def site() -> Site:
    return build.build(make_sources(FILES), read_templates(ROOT), TODAY, Settings(pdf=False))


def of_the_school(site: Site) -> SchoolInput:
    inputs = [site.policy_input(policy) for policy in site.published.policies]
    rows = [policy_row(site.published, parts) for parts in inputs]
    return school_input(
        site.published, rows, TODAY, findings=(), intro=Markup(), listed=(), changes=site.changes()
    )


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("review/index.html", "docs/review.md"),  # a page beside a page
        ("policies/behaviour/index.html", "docs/policies/behaviour/index.md"),
        ("FEED.xml", "docs/FEED.xml.txt"),  # Windows has no capitals
        ("assets/menu.js", "docs/assets/menu.js"),  # a file beside a file
    ],
)
def test_output_refuses_the_schools_address(site: Site, path: str, source: str) -> None:
    with pytest.raises(AddressTaken) as caught:
        list(site.files(school_files={path: source}))
    assert source in str(caught.value) and path.casefold() in str(caught.value).casefold()


def test_school_files_stay(site: Site) -> None:
    school_files = {"about/index.html": "docs/about.md", "assets/hall.png": "docs/assets/hall.png"}
    files = {asset.path: asset.data for asset in site.files(school_files=school_files)}
    assert b"/about/</loc>" in files[addresses.SITEMAP]
    assert not files.keys() & school_files.keys()


def test_every_first_part_is_reserved(site: Site) -> None:
    for asset in site.files():
        first, _, rest = asset.path.partition("/")
        reserved = {first, f"{first}/{rest.partition('/')[0]}"} & reserved_names.RESERVED
        is_for_readers = f"{first}/" in addresses.FOR_READERS
        assert reserved or is_for_readers or asset.path == "index.html", asset.path


@pytest.mark.parametrize("name", ["accessibility", "schemas", "404", "help/checks", "Review/more"])
def test_pages_cannot_have_reserved_addresses(name: str) -> None:
    (finding,) = file_names.find_page_faults([f"docs/{name}.md"])
    assert finding.code == "name" and "the build makes a page" in finding.message


def test_sitemap_lists_the_schools_pages(site: Site) -> None:
    inputs = of_the_school(site)
    pages = (page for output in SCHOOL_OUTPUTS for page in output(inputs, site.renderer))
    listed = {page.address for page in pages if isinstance(page, Page) and page.listed}
    assert listed == set(sitemap.OF_THE_SCHOOL)


def test_policies_are_made_in_turn(site: Site) -> None:
    """The first policy is written before the next is read, so no page waits in memory."""

    def policies() -> Iterator[str]:
        for asset in site.files():
            first, *others = asset.path.split("/")
            if first == "policies":
                yield others[0]

    names = list(policies())
    assert names == sorted(names)


@pytest.mark.mkdocs
def test_build_stops_at_the_schools_file(tmp_path: Path) -> None:
    """The school's picture and its theme's picture have one address: the build must not choose."""
    school = tmp_path / "school"
    shutil.copytree(ROOT / "tests" / "golden" / "school", school)
    for folder in ("docs/assets", "templates/assets"):
        (school / folder).mkdir(parents=True)
        Image.new("1", (1, 1)).save(school / folder / "crest.png")
    command = [sys.executable, "build.py", "--project", str(school), "--no-pdf"]
    done = subprocess.run(
        [*command, "--today", TODAY.isoformat()],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "docs/assets/crest.png would have the same address" in done.stdout + done.stderr
    assert "Nothing was published" in done.stdout + done.stderr
    assert not (school / "site").exists()


@pytest.mark.parametrize(("change", "is_told"), [("minor", False), ("major", True), (None, True)])
def test_minor_version_makes_no_news(change: str | None, is_told: bool) -> None:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(
            "## Kind\n\nBe kind\n", approved_on="2024-09"
        ),
        "docs/policies/behaviour/2025-09.md": make_approved_text(
            "## Kind\n\nBe kind.\n", changes="A stop.", change=change
        ),
    }
    site = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(pdf=False))
    pages = {
        asset.path: asset.data.decode()
        for asset in site.files()
        if asset.path.endswith((".html", ".xml", ".json"))
    }
    assert ("behaviour:2025-09" in pages[addresses.FEED]) == is_told
    assert "behaviour:2024-09" in pages[addresses.FEED]
    latest = pages["index.html"].partition('id="changed"')[2]
    assert ("Approved by Governing Body, 15 September 2025" in latest) == is_told
    assert ("Corrected on 15 September 2025." in latest) != is_told
    words = "minor version: it corrects spelling"
    assert (words in pages[f"{addresses.history('behaviour')}index.html"]) != is_told
    comparison = "policies/behaviour/changes/2024-09..2025-09"
    assert ("minor: it corrects" in pages[f"{comparison}/index.html"]) != is_told
    size = "major" if is_told else "minor"
    assert f'"change": "{size}"' in pages[f"{comparison}/changes.json"]
