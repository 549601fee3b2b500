"""A section that only one version has: one card, its rules as text, its effects summed up."""

import pytest
from bs4 import BeautifulSoup, Tag

from policybook.site.policy_pages.redlines import redline_page
from policybook.site.redline_page import view
from policybook.site.redline_page.types import Stage
from policybook.site.redline_page.whole_sections import sum_effects
from policybook.site.render.inline_html import LinkTargets
from tests.site.redline_page.test_html import check_page, of_texts, pair

KEPT = "## Phones\n\n1. Pupils must hand in their phones.\n"
TRIPS = """
## Trips

1. Staff must tell the office.
2. Staff must sign the book.
3. Staff must count the pupils.
4. Staff must bring a phone.
5. Nobody may swim.
6. The coast is far away.
"""


def cards(old: str, new: str) -> list[Tag]:
    html = redline_page(*pair(of_texts(old, new))).html
    return list(BeautifulSoup(html, "html.parser").select(".pb-change"))


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [(KEPT, KEPT + TRIPS, "New section"), (KEPT + TRIPS, KEPT, "Section removed")],
)
def test_whole_section_is_one_card(old: str, new: str, label: str) -> None:
    (card,) = cards(old, new)
    badge = card.select_one(".pb-label .pb-forth")
    assert badge and badge.get_text() == label
    rules = card.select(".pb-whole-rule")
    assert [card["id"], *(rule["id"] for rule in rules)] == [f"change-{n}" for n in range(1, 8)]
    number = rules[2].select_one(".pb-numbers")
    assert number and number.get_text() == "2.3"
    assert "Staff must count the pupils." in rules[2].get_text()
    assert "Changes 1 to 7 of 7" in card.get_text()


def test_effects_name_three_rules() -> None:
    (card,) = cards(KEPT, KEPT + TRIPS)
    assert [line.get_text() for line in card.select(".pb-weight")] == [
        "Sets a duty: 2.1, 2.2, 2.3 and 1 more",
        "Forbids something: 2.5",
    ]


def test_new_rules_have_no_marks() -> None:
    (card,) = cards(KEPT, KEPT + TRIPS)
    assert not card.select("ins, del")
    (gone,) = cards(KEPT + TRIPS, KEPT)
    assert len(gone.select("del")) == 6


def test_whole_sections_read_back() -> None:
    check_page(of_texts(KEPT, KEPT + TRIPS))
    check_page(of_texts(KEPT + TRIPS, KEPT))


MIXED = [
    # A rule that moved here from another section.
    (KEPT + "2. The coast is far away and nobody lives there.\n", KEPT, TRIPS[:-25]),
    # A heading that stays, above new rules.
    (KEPT + "\n## Trips\n\n1. The sea is cold in winter.\n", KEPT, TRIPS),
]


@pytest.mark.parametrize(("old", "start", "rest"), MIXED)
def test_mixed_section_keeps_its_cards(old: str, start: str, rest: str) -> None:
    moved = "7. The coast is far away and nobody lives there.\n"
    assert len(cards(old, start + rest.rstrip() + "\n" + moved)) > 2


def test_effects_are_those_of_rules() -> None:
    _, _, changes = pair(of_texts(KEPT, KEPT + TRIPS))
    (stage,) = (stage for stage in view.stages(changes, LinkTargets()) if stage.whole)
    rows = _rows(stage)
    told = {note.partition(":")[0] for row in rows for note in row.note_lines}
    assert {effect.name for effect in sum_effects(rows)} == told


def _rows(stage: Stage) -> list[view.ChangeRow]:
    items = (item for stretch in stage.stretches for item in stretch.items)
    return [item for item in items if isinstance(item, view.ChangeRow)]
