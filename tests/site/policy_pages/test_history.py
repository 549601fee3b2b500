"""The history of a policy: what each version changed, apart from what is still to be decided."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import PATH, make_approved_text, make_sources, make_text

from policybook.project.templates import read_templates
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
POINT = "To be confirmed by the school: where phones are kept."


@pytest.mark.parametrize(
    ("changes", "told", "points"),
    [
        (["Watches too.", POINT], ["Watches too."], [POINT]),
        (["Watches too."], ["Watches too."], []),
        ([POINT], [], [POINT]),
    ],
)
def test_open_points_are_apart(changes: list[str], told: list[str], points: list[str]) -> None:
    listed = "\n" + "\n".join(f"  - '{words}'" for words in changes)
    files = {
        PATH: make_approved_text(),
        PATH.replace("2025-09", "2026-12"): make_text(status="consultation", changes=listed),
    }
    site = build.build(
        make_sources(files), read_templates(ROOT), date(2026, 11, 22), Settings(pdf=False)
    )
    page = next(f for f in site.files() if f.path == "policies/behaviour/changes/index.html")
    step = BeautifulSoup(page.data, "html.parser").select_one(".pb-step")
    assert step
    apart = [item.get_text() for item in step.select("details li")]
    assert [
        item.get_text() for item in step.select("li") if not item.find_parent("details")
    ] == told
    assert apart == points
    assert ("Open points" in step.get_text()) == bool(points)
