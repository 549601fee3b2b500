"""The page and data of a redline: both texts read back, and the figures add up."""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from builders import make_approved_text, make_sources

from policybook import redline
from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.redline import Redline, make_redline, read_units
from policybook.site import build
from policybook.site.build import Site
from policybook.site.policy_input import PolicyInput
from policybook.site.policy_pages.redlines import redline_data, redline_page
from policybook.site.redline_page import view
from policybook.site.redline_page.counts import count_changes
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
PAIRS = sorted((Path(__file__).parents[2] / "redline" / "pairs").glob("*.old.md"))


@cache
def build_site(project: Path) -> Site:
    return build.build(read_sources(project), read_templates(project), TODAY, Settings(pdf=False))


def of_texts(old: str, new: str) -> Site:
    """Return a school whose only policy has these two bodies, one after the other."""
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(old, approved_on="2024-09"),
        "docs/policies/behaviour/2025-09.md": make_approved_text(new, changes="Much."),
    }
    return build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(pdf=False))


def pair(built: Site) -> tuple[PolicyInput, Renderer, Redline]:
    """Return the redline of the first two versions, and the input of its page."""
    policy = built.library.policies[0]
    return built.policy_input(policy), built.renderer, make_redline(*policy.versions[:2])


def divide_words(texts: Iterable[str]) -> list[str]:
    """Return the words of texts, as white space divides them, without signs for pictures."""
    return " ".join(texts).replace("\ufffc", "").split()


def read_back(html: str, side: str, other: str) -> list[str]:
    """Return the words of one version in its own order.

    It omits notes (`data-note`) and what only the other version has.
    """
    soup = BeautifulSoup(html, "html.parser")
    for note in soup.select("[data-note]"):
        note.decompose()
    blocks: list[tuple[tuple[int, ...], Tag]] = []
    for block in soup.select(f"[data-{side}]"):
        places = tuple(int(place) for place in str(block[f"data-{side}"]).split())
        if places:
            blocks.append((places, block))
    for tag in soup.select(other):
        tag.decompose()
    for part in soup.select("p, .pb-cell, br"):
        part.insert_before(" ")
    return divide_words(block.get_text() for _, block in sorted(blocks, key=lambda row: row[0]))


def join_side(changes: Redline, side: str) -> list[str]:
    version = changes.old if side == "old" else changes.new
    return divide_words(
        "".join(piece.text for piece in row)
        for unit in read_units(version)
        for row in (unit.cells or (unit.pieces,))
    )


def check_page(built: Site) -> None:
    inputs, renderer, changes = pair(built)
    html = redline_page(inputs, renderer, changes).html
    assert read_back(html, "old", "ins") == join_side(changes, "old")
    assert read_back(html, "new", "del") == join_side(changes, "new")


def test_oakfield_reads_back() -> None:
    check_page(build_site(ROOT))


def test_tables_and_lists_read_back() -> None:
    check_page(build_site(ROOT / "tests" / "golden" / "school"))


@pytest.mark.parametrize("first", PAIRS, ids=lambda p: p.name.partition(".")[0])
def test_real_pairs_read_back(first: Path) -> None:
    old, new = (
        first.with_name(first.name.replace(".old.", f".{name}.")).read_text(encoding="utf-8")
        for name in ("old", "new")
    )
    check_page(
        of_texts(*(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL) for text in (old, new)))
    )


def read_addresses(html: str, side: str) -> list[str]:
    """Return the web addresses of one side: those of links, or those beside changed links."""
    gone = "ins" if side == "old" else "del"
    soup = BeautifulSoup(html, "html.parser")
    addresses: list[str] = []
    for tag in soup.select(".pb-words a, .pb-words .pb-address"):
        if tag.find_parent(gone):
            continue
        if tag.name == "a":
            after = tag.find_next_sibling()
            replaced = after and after.select_one(".pb-address")
            inside = tag.select_one(".pb-address") or tag.select("ins")
            addresses += [] if replaced or inside else [str(tag["href"])]
        else:
            addresses.append(tag.get_text().strip(" ()"))
    return addresses


LINKS = [
    ("See [a](https://a.uk/) now.", "See [a](https://b.uk/) now."),
    ("See [a](https://a.uk/) now.", "See a now."),
    ("See a now.", "See [a](https://a.uk/) now."),
    (
        "See [a](https://a.uk/) [b](https://b.uk/) now.",
        "See [a](https://c.uk/) [b](https://b.uk/).",
    ),
    ("Be kind to all.", "Read [the whole page](https://a.uk/) of rules."),
    ("Read [the whole page](https://a.uk/) of rules.", "Be kind to all."),
]


@pytest.mark.parametrize("texts", LINKS)
def test_addresses_of_both_sides_are_shown(texts: tuple[str, str]) -> None:
    html = redline_page(*pair(of_texts(*(f"## A\n\n{text}\n" for text in texts)))).html
    for side, text in zip(("old", "new"), texts, strict=True):
        assert read_addresses(html, side) == re.findall(r"https://\S+?/", text)


def test_older_words_have_older_link() -> None:
    parts = pair(of_texts("## A\n\n[a](https://a.uk/)\n", "## A\n\n[a](https://b.uk/)\n"))
    before = BeautifulSoup(redline_page(*parts).html, "html.parser").select_one(".pb-old")
    assert before and [a["href"] for a in before.select("a")] == ["https://a.uk/"]
    assert "link changed" in redline_page(*parts).html


def test_each_side_is_complete() -> None:
    parts = pair(of_texts("## A\n\nStaff should ask first.\n", "## A\n\nStaff must ask first.\n"))
    soup = BeautifulSoup(redline_page(*parts).html, "html.parser")
    change = soup.select_one(".pb-change--reworded")
    assert change
    (before,), (marked,) = change.select(".pb-old"), change.select(".pb-words")
    assert (before["data-v"], marked["data-v"]) == ("September 2024", "September 2025")
    assert before.get_text() == "Staff should ask first."
    for gone in marked.select("del, [data-note]"):
        gone.decompose()
    assert marked.get_text() == "Staff must ask first."


def test_new_words_appear_once() -> None:
    parts = pair(of_texts("## A\n\nBe kind.\n\nRun.\n", "## A\n\nBe kind.\n\nWalk on the left.\n"))
    html = redline_page(*parts).html
    assert "pb-old" not in html
    assert html.count("Walk on the left.") == html.count(">Run.<") == 1


def test_figures_add_up() -> None:
    for project in (ROOT, ROOT / "tests" / "golden" / "school"):
        *_, changes = pair(build_site(project))
        whole = count_changes(redline.changes_to_read(changes))
        assert whole.total == len(redline.changes_to_read(changes)) > 3
        assert (
            whole.total
            == whole.added
            + whole.removed
            + whole.reworded
            + whole.moved
            + whole.links
            + whole.formatting
        )
        parts = [stage.tally.total for stage in view.stages(changes, view.LinkTargets())]
        assert sum(parts) == whole.total


def test_effects_list_every_rule() -> None:
    *_, changes = pair(build_site(ROOT))
    listed = {change.count for effect in redline.effects(changes) for change, _ in effect.items}
    rules = {
        change.count
        for change in redline.changes_to_read(changes)
        if change.part is redline.Part.CLAUSE
    }
    assert listed == rules


def test_data_replays_every_change() -> None:
    *_, changes = pair(build_site(ROOT))
    data = json.loads(redline_data(changes))
    assert (
        data["counts"]["changes"] == len(data["changes"]) == len(redline.changes_to_read(changes))
    )
    for change in data["changes"]:
        old = "".join(run[1] for run in change["runs"] if run[0] in "=-~")
        new = "".join(run[-1] for run in change["runs"] if run[0] in "=+~")
        if len(change["old"]) < 2 and len(change["new"]) < 2:
            assert old == "".join(unit["text"] for unit in change["old"])
            assert new == "".join(unit["text"] for unit in change["new"])
        for words, side in ((old, "old"), (new, "new")):
            texts = "".join(unit["text"] for unit in change[side])
            assert "".join(words.split()) == "".join(texts.split())


def test_identical_texts() -> None:
    parts = pair(of_texts("## A\n\nBe kind.\n", "## A\n\nBe kind.\n"))
    html = redline_page(*parts).html
    assert "The two texts are the same." in html
    assert "pb-change--" not in html


def test_proposal_changes_no_approval() -> None:
    *_, changes = pair(build_site(ROOT))
    labels = [label for label, _ in view.facts(changes)]
    assert "Approved by" not in labels
    assert "Applies to" in labels


TABLE = (
    "## Rules\n\n| Step | Parents told |\n|---|---|\n| 1 | No |\n| 2 | No |\n\n"
    "Pupils must:\n\n- walk\n"
)


def test_changes_show_columns_and_stems() -> None:
    built = of_texts(TABLE, TABLE.replace("| 2 | No |", "| 2 | At home time |") + "- wait\n")
    inputs, renderer, changes = pair(built)
    soup = BeautifulSoup(redline_page(inputs, renderer, changes).html, "html.parser")
    row, item = soup.select(".pb-change")
    for side in (".pb-old", ".pb-words"):
        names = [name.get_text() for name in row.select(f"{side} .pb-column")]
        assert names == ["Step: ", "Parents told: "]
    assert [stem.get_text() for stem in item.select(".pb-stem")] == ["Pupils must:"]
    assert "|" not in soup.select_one(".pb-body").get_text()
