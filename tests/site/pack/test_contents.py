"""The governors' pack: every change that is not minor is in it once, and what else it says."""

import re

import pytest
from bs4 import BeautifulSoup
from builders import limit_examples, make_approved_text, make_sources, make_text
from hypothesis import given

from policybook import redline
from policybook.project.templates import read_templates
from policybook.redline import Redline
from policybook.site import build
from policybook.site.build import Site
from policybook.site.pack.contents import make_pack
from policybook.site.policy_input import PolicyInput
from policybook.site.policy_pages.packs import packs
from policybook.site.render.inline_html import LinkTargets
from policybook.site.render.types import Page, Settings
from tests.redline.edited_texts import edited_pairs

from .cases import PAIRS, ROOT, TODAY, URL, oakfield, of_texts, proposal, sample_school

MINOR = "## Phones\n\nPhones stay off. Ask the office.\n"


def make_page(site: Site) -> tuple[PolicyInput, Redline, BeautifulSoup]:
    inputs, changes = proposal(site)
    (page,) = (part for part in packs(inputs, site.renderer) if isinstance(part, Page))
    return inputs, changes, BeautifulSoup(page.html, "html.parser")


def refuse_incomplete(changes: Redline, soup: BeautifulSoup) -> None:
    """Fail unless each change that is not minor has its number and its words once."""
    every = redline.changes_to_read(changes)
    wanted = [change for change in every if not redline.is_small(change)]
    cards = [str(tag["id"]) for tag in soup.select('[id^="change-"]')]
    assert cards == [f"change-{change.count}" for change in wanted]
    for change in wanted:
        card = soup.find(id=f"change-{change.count}")
        assert card
        for units, others in ((change.old, "ins"), (change.new, "del")):
            words = read_side(str(card), others)
            for unit in units:
                assert remove_signs(unit.text) in words, (change.count, unit.text)


def read_side(card: str, others: str) -> str:
    """Return the words of one version on a card, without the marks of the other."""
    soup = BeautifulSoup(card, "html.parser")
    for tag in soup.select(f"{others}, [data-note]"):
        tag.decompose()
    return remove_signs(soup.get_text())


def remove_signs(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def test_oakfield_pack_is_complete() -> None:
    _, changes, soup = make_page(oakfield())
    refuse_incomplete(changes, soup)
    assert len(soup.select('[id^="change-"]')) > 50


def test_sample_pack_is_complete() -> None:
    _, changes, soup = make_page(sample_school())
    refuse_incomplete(changes, soup)
    assert len(soup.select('[id^="change-"]')) == 36
    words = " ".join(soup.get_text().split())
    for wanted in (
        "36 of 40 changes are here",
        "(punctuation, capitals and form): changes 2, 20, 24, 30.",
        "Duty made weaker: “Governors must visit a lesson each term to see how the rules are used.”"
        " became “Governors should visit a lesson each term to see how the rules are used.”",
        "‘Not’ added or removed: “Detention after school is not used.",
        "Sets a duty: “Pupils must: leave the room when an adult asks them to”",
        "7.6 “The school council reads this policy aloud in the spring assembly.”",
    ):
        assert wanted in words


@pytest.mark.parametrize("first", PAIRS, ids=lambda path: path.name.partition(".")[0])
def test_pack_of_real_pair_is_complete(first) -> None:
    both = (first, first.with_name(first.name.replace(".old.", ".new.")))
    bodies = (re.sub(r"\A---\n.*?\n---\n", "", p.read_text("utf-8"), flags=re.DOTALL) for p in both)
    _, changes, soup = make_page(of_texts(*bodies))
    refuse_incomplete(changes, soup)


@limit_examples(25)
@given(edited_pairs())
def test_random_pack_is_complete(pair: tuple[str, str]) -> None:
    site = of_texts(*pair)
    inputs, changes = proposal(site)
    pack = make_pack(inputs, changes, LinkTargets())
    every = redline.changes_to_read(changes)
    shown = [row.change.count for section in pack.sections for row in section.rows]
    assert sorted([*shown, *pack.minor]) == [change.count for change in every]
    assert not any(redline.is_small(change) for change in every if change.count in shown)


def test_minor_changes_are_named() -> None:
    _, _, soup = make_page(of_texts(MINOR, MINOR.replace("off.", "off!") + "\nBring a pen.\n"))
    words = " ".join(soup.get_text().split())
    assert "1 of 2 changes are here" in words
    assert "Left out as minor (punctuation, capitals and form): change 1." in words


@pytest.mark.parametrize(
    "new",
    [
        MINOR.replace("office", "of\u00adfice"),
        MINOR.replace("off.", "off!"),
        MINOR.replace("the office", "[the office](https://hill.example/)"),
    ],
)
def test_links_lead_to_changes_that_are_there(new: str) -> None:
    _, _, soup = make_page(of_texts(MINOR, new))
    targets = {str(link["href"]) for link in soup.select("a[href^='#change-']")}
    assert targets <= {f"#{tag['id']}" for tag in soup.select("[id]")}


def test_open_points_leave_the_summary() -> None:
    lines = '["Pens are new.", "To be confirmed by the school: who buys pens."]'
    inputs, changes = proposal(of_texts(MINOR, MINOR, changes=lines, questions="Are pens allowed?"))
    pack = make_pack(inputs, changes, LinkTargets())
    assert pack.summary == ("Pens are new.",)
    assert pack.questions == (
        ("", "Are pens allowed?"),
        ("", "To be confirmed by the school: who buys pens."),
    )


def test_affected_people_have_their_rules() -> None:
    new = f"{MINOR}\nStaff must lock the gate.\n\nPupils must not run.\n"
    inputs, changes = proposal(of_texts(MINOR, new))
    affected = make_pack(inputs, changes, LinkTargets()).affected
    assert [(reader.who, reader.duties, reader.changes) for reader in affected] == [
        ("pupils", "1 must not", ((2, "1.3"),)),
        ("staff", "1 must", ((1, "1.2"),)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        # a permission that is gone
        ("Parents may stay for lunch.\n", "", [("parents", "", "1 may", ((1, "old 1.2"),))]),
        ("Staff must lock the gate.\n", "", [("staff", "", "1 must", ((1, "old 1.2"),))]),
        # from one person to another
        (
            "The office must ring home.\n",
            "The tutor must ring home.\n",
            [("tutor", "1 must", "", ((1, "1.2"),)), ("office", "", "1 must", ((1, "1.2"),))],
        ),
        # less than before
        (
            "Staff must lock the gate.\n",
            "Staff should lock the gate.\n",
            [("staff", "1 should", "1 must", ((1, "1.2"),))],
        ),
        # nothing is lost
        ("Pupils must not run.\n", "Pupils must not run or shout.\n", [("pupils", "1 must not", "", ((1, "1.2"),))]),
        ("Dogs sleep.\n\nStaff must sign.\n", "Staff must sign.\n\nDogs snore.\n", []),
    ],
)  # fmt: skip
def test_affected_people_lose_something(old: str, new: str, wanted: list[object]) -> None:
    inputs, changes = proposal(of_texts(f"{MINOR}\n{old}", f"{MINOR}\n{new}"))
    affected = make_pack(inputs, changes, LinkTargets()).affected
    rows = [(one.who, one.duties, one.lost, one.changes) for one in affected]
    assert sorted(rows) == sorted(wanted)


def test_decided_pack_names_the_decision() -> None:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(MINOR, approved_on="2024-09"),
        "docs/policies/behaviour/2025-09.md": make_approved_text(
            f"{MINOR}\nStaff must lock the gate.\n", changes="One rule.", minute="7/25"
        ),
    }
    site = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))
    _, _, soup = make_page(site)
    decision = soup.select_one(".pb-decision")
    assert decision
    words = " ".join(decision.get_text().split())
    assert words == "Decision Approved by Governing Body, 15 September 2025, minute 7/25."
    assert not soup.select(".pb-pack-line")
    affected = soup.select_one("section[aria-labelledby=affected] li")
    assert affected and affected.get_text() == "Staff (1 must): 1.2"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"comments_from": "2025-06-02", "comments_until": "2025-07-11"},
            "Comments received The consultation was from 2 June 2025 to 11 July 2025.",
        ),
        ({}, "Comments received No consultation on the text of September 2025 is recorded here."),
    ],
)
def test_decided_pack_names_the_consultation(fields: dict[str, str], words: str) -> None:
    new = make_approved_text(f"{MINOR}\nNew.\n", changes="One rule.", **fields)
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(MINOR, approved_on="2024-09"),
        "docs/policies/behaviour/2025-09.md": new,
    }
    site = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))
    _, _, soup = make_page(site)
    part = soup.select_one("section[aria-labelledby=comments]")
    assert part and " ".join(part.get_text().split()).startswith(words)


OVERDUE = make_approved_text(approved_on="2022-09", review_year="2023/24", title="Uniform policy")
LATER = make_approved_text(approved_on="2024-09", review_year="2027/28", title="Trips policy")


def test_overdue_reviews_of_others_by_day() -> None:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(MINOR, approved_on="2024-09"),
        "docs/policies/behaviour/2026-12.md": make_text(MINOR, status="consultation"),
        "docs/policies/uniform/2022-09.md": OVERDUE,
        "docs/policies/trips/2024-09.md": LATER,
    }
    site = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))
    _, _, soup = make_page(site)
    rows = soup.select("section[aria-labelledby=reviews] li")
    assert [(tag.get_text(), tag.has_attr("hidden")) for tag in rows] == [
        ("Trips policy: Review overdue since 1 September 2028.", True),
        ("Uniform policy: Review overdue since 1 September 2024.", False),
    ]
    assert not soup.find(string="No review of another policy is overdue.")


@pytest.mark.parametrize(
    ("year", "hidden", "day"),
    [("2024/25", False, "1 September 2025"), ("2027/28", True, "1 September 2028")],
)
def test_overdue_review_of_policy_itself(year: str, hidden: bool, day: str) -> None:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(
            MINOR, approved_on="2024-09", review_year=year
        ),
        "docs/policies/behaviour/2026-12.md": make_text(MINOR, status="consultation"),
    }
    site = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(url=URL))
    _, _, soup = make_page(site)
    sentence = soup.find(
        "p", string=f"The review of this policy itself has been overdue since {day}."
    )
    assert sentence
    assert sentence.has_attr("hidden") is hidden
    assert soup.find(string="No review of another policy is overdue.")
