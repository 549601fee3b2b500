"""Since when each clause has stood in its words, through versions that add, move, reword and renumber."""

from datetime import date
from itertools import pairwise
from pathlib import Path

from builders import load_library, make_approved_text, make_sources

from policybook import redline
from policybook.analysis import clause_history
from policybook.project.templates import read_templates
from policybook.reading.texts import clauses
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[2]
GATE = "Pupils hand in their phones at the gate every morning before school starts."
LOST = "Staff should report a lost phone to the school office within 14 school days."
BOX = "The office keeps each phone in a locked box until it is time to go home."
NEW = "Visitors leave their phones with the receptionist when they sign the book."
TEXTS = {
    "2022-09": f"## A\n\n{GATE}\n\n{LOST}\n\n{BOX}\n",
    "2023-09": f"## A\n\n{LOST.replace('should', 'must')}\n\n{GATE}\n\n{BOX}\n",
    "2024-09": f"## A\n\n{NEW}\n\n{LOST.replace('should', 'must')}\n\n{GATE}\n\n{BOX.replace('locked box', '**locked** box')}\n",
}
FILES = {
    f"docs/policies/behaviour/{name}.md": make_approved_text(
        text, approved_on=name, changes="Something."
    )
    for name, text in TEXTS.items()
}


def trace_histories() -> dict[str, clause_history.ClauseHistory]:
    versions = load_library(FILES).policies[0].versions
    chain = [clause_history.link(redline.redline(old, new)) for old, new in pairwise(versions)]
    return clause_history.trace_clauses(
        [c.id for c in clauses.walk_sections(versions[-1].sections)], chain, versions[0]
    )


def test_each_clause_has_its_own_past() -> None:
    past = {
        name: (history.since.name, history.introduced.name)
        for name, history in trace_histories().items()
    }
    assert past == {
        "s1-1": ("2024-09", "2024-09"),  # new
        "s1-2": ("2023-09", "2022-09"),  # reworded once, and renumbered since
        "s1-3": ("2022-09", "2022-09"),  # moved, in the same words
        "s1-4": ("2022-09", "2022-09"),  # only made bold
    }


def test_history_names_the_latest_change() -> None:
    old, count = trace_histories()["s1-2"].change or (None, 0)
    assert old
    assert (old.name, count > 0) == ("2022-09", True)
    assert trace_histories()["s1-3"].change is None


def test_changed_item_dates_its_clause() -> None:
    items = "## A\n\nStaff must do these things:\n\n- keep phones in the locked box all day,\n- tell parents on the same day.\n"
    files = {
        f"docs/policies/behaviour/{name}.md": make_approved_text(
            text, approved_on=name, changes="Something."
        )
        for name, text in (("2022-09", items), ("2023-09", items.replace("same", "next")))
    }
    versions = load_library(files).policies[0].versions
    chain = [clause_history.link(redline.redline(*versions))]
    history = clause_history.trace_clauses(
        [c.id for c in clauses.walk_sections(versions[-1].sections)], chain, versions[0]
    )
    assert {name: (s.since.name, s.introduced.name) for name, s in history.items()} == {
        "s1-1": ("2023-09", "2022-09")
    }


def test_page_shows_history_beside_clauses() -> None:
    built = build.build(
        make_sources(FILES), read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False)
    )
    files = {
        asset.path: asset.data.decode()
        for asset in built.files()
        if asset.path.endswith("index.html")
    }
    html = files["policies/behaviour/index.html"]
    assert "New since September 2024." in html
    assert "In these words since September 2023; introduced September 2022." in html
    assert "changes/2022-09..2023-09/#change-" in html
    assert "In these words since September 2022." not in html, "words of the first version"
    assert "pb-since" not in files["policies/behaviour/2023-09/index.html"]
