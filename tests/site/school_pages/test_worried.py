"""The pages for somebody who is worried: danger first, people, helplines, cards, and a link on every page."""

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import PATH, TODAY, load_library, make_approved_text, make_record, make_sources

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.search.situations import CardFinder, read_school_file, shipped_cards
from policybook.site import build
from policybook.site.render.types import Settings
from policybook.site.school_pages import worried

ROOT = Path(__file__).parents[3]
RULES = "## Rules\n\nBe kind.\n\nTell your class teacher if somebody asks you for a picture.\n"
CONTACTS = """\
checked: 2026-10-05
contacts:
  - role: Designated Safeguarding Lead
    phone: 01632 960001
    hours: 8.30 am to 4 pm on school days
  - role: Head teacher
    name: Ms Example
    phone: 01632 960002
    hours: 9 am to 3 pm
"""
CARDS = """\
numbers_of:
  behaviour: 2025-09
cards:
  - id: photo-asked
    rules: [behaviour 1.2]
"""


def make_files(**settings: str) -> dict[str, str]:
    project = {
        PATH: make_approved_text(RULES),
        PATH.replace(".md", ".pupils.md"): "## What we ask\n\n- Be kind. [1.1]\n",
        PATH.replace(".md", ".parents.md"): "## What we ask\n\n- Be kind. [1.1]\n",
        layout.CONTACTS: settings.get("contacts", CONTACTS),
        layout.HELP_CARDS: settings.get("cards", CARDS),
        layout.SCHOOL: settings.get("school", "name: Hill View\n"),
    }
    return {**project, layout.RECORD: make_record(project)}


def build_pages(project: Mapping[str, str]) -> dict[str, bytes]:
    settings = Settings(url="https://hill-view.example/", pdf=False)
    built = build.build(make_sources(project), read_templates(ROOT), TODAY, settings)
    return {asset.path: asset.data for asset in built.files()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return build_pages(make_files())


def parse(files: Mapping[str, bytes], address: str) -> BeautifulSoup:
    return BeautifulSoup(files[f"{address}index.html"], "html.parser")


@pytest.mark.parametrize("address", ["worried/", "worried/photo-asked/", "worried/colleague/"])
def test_danger_comes_first(files: Mapping[str, bytes], address: str) -> None:
    main = parse(files, address).select_one("main")
    assert main
    words = " ".join(main.get_text(" ").split())
    danger, lead = words.index("999"), words.index("Designated Safeguarding Lead")
    assert danger < lead < words.index("Who to tell at school")
    assert main.select_one(".pb-danger a[href='tel:999']")


def test_people_have_numbers_and_hours(files: Mapping[str, bytes]) -> None:
    page = parse(files, "worried/")
    people = {
        str(role.get_text()): " ".join(row.dd.get_text(" ").split())
        for row in page.select("[aria-labelledby=people] .pb-people > div")
        for role in row.select("dt")
        if row.dd
    }
    assert "01632 960001 8.30 am to 4 pm" in people["Designated Safeguarding Lead"]
    assert "Ms Example 01632 960002 9 am to 3 pm" in people["Headteacher"]
    assert people["Chair of governors"] == "Ask the school office."
    assert page.select("a[href='tel:01632960001']")


def test_first_screen_has_numbers(files: Mapping[str, bytes]) -> None:
    (first, *_) = parse(files, "worried/").select(".pb-worried-jump")
    assert [link["href"] for link in first.select("a[href^='tel:']")] == [
        "tel:08001111",
        "tel:01632960001",
    ]


@pytest.mark.parametrize(
    ("card", "dials"),
    [
        ("bullied", ["08001111", "01632960001"]),
        ("child-bullied", ["01632960001", "08088005000"]),
        ("colleague", ["08000280285"]),
    ],
)
def test_card_says_whom_to_ring(files: Mapping[str, bytes], card: str, dials: list[str]) -> None:
    links = parse(files, f"worried/{card}/").select(".pb-worried-ring a")
    assert [str(link["href"]).removeprefix("tel:") for link in links] == dials
    calls = json.loads(files["worried/steps.json"])["calls"]
    assert [dial for _, _, dial in calls[card]] == dials


def test_council_is_named_where_known() -> None:
    page = parse(build_pages(make_files(contacts=CONTACTS + LADO)), "worried/")
    outside = page.select_one("[aria-labelledby=helplines]")
    assert outside and "01632 960009" in outside.get_text()


def test_no_number_is_made_up() -> None:
    pages = build_pages(make_files(contacts=""))
    page = parse(pages, "worried/")
    school = page.select_one("[aria-labelledby=people]")
    assert school and not re.search(r"\d", school.get_text())
    assert len(school.select("dt")) == 4
    assert school.get_text().count("Ask the school office.") == 1
    assert "has not put its names and telephone numbers" in school.get_text()


def test_unread_helpline_has_number_alone(files: Mapping[str, bytes]) -> None:
    rows = parse(files, "worried/").select("[aria-labelledby=helplines] .pb-people > div")
    words = {
        row.dt.get_text(): row.dd.get_text(" ", strip=True) for row in rows if row.dt and row.dd
    }
    assert words["Childline"] == "0800 1111 childline.org.uk"
    assert "For adults who are worried about a child." in words["NSPCC helpline"]


def test_every_card_has_its_page(files: Mapping[str, bytes]) -> None:
    links = {str(a["href"]) for a in parse(files, "worried/").select(".pb-situations a")}
    assert links == {f"../worried/{card.id}/" for card in shipped_cards()}
    for card in shipped_cards():
        steps = [li.get_text() for li in parse(files, f"worried/{card.id}/").select(".pb-steps li")]
        assert tuple(steps) == card.steps


def test_card_leads_to_its_rule(files: Mapping[str, bytes]) -> None:
    page = parse(files, "worried/photo-asked/")
    rules = ".pb-worried-rules[aria-label='What our policies say']"
    (link,) = page.select(f"{rules} a")
    assert link["href"] == "../../policies/behaviour/#s1-2"
    assert link.get_text() == "Behaviour policy, rule 1.2"
    assert not parse(files, "worried/colleague/").select(rules)


@pytest.mark.parametrize(
    ("card", "related"),
    [("self-harm", "friend"), ("friend", "self-harm"), ("colleague", "accused")],
)
def test_related_situations_are_beside(files: Mapping[str, bytes], card: str, related: str) -> None:
    links = parse(files, f"worried/{card}/").select("[aria-label='Other situations'] a")
    names = [str(link["href"]).split("/")[-2] for link in links]
    assert related in names[:3] and card not in names and 1 < len(names) <= 6


def test_each_outside_role_has_words_to_search_for(files: Mapping[str, bytes]) -> None:
    words = parse(files, "worried/colleague/").get_text(" ")
    assert "Search there for “LADO”" in words
    assert "Search there for “children's social care”" in words


def test_every_framed_page_leads_there(files: Mapping[str, bytes]) -> None:
    framed = [path for path, data in files.items() if b'class="pb-footer"' in data]
    assert len(framed) > 30
    for path in framed:
        links = BeautifulSoup(files[path], "html.parser").select(".pb-worried-bar a, .pb-footer a")
        assert sum(str(link["href"]).endswith("worried/") for link in links) == 2, path


@pytest.mark.parametrize(
    ("rule", "notes"),
    [
        ("behaviour 1.2", {"photo-asked": "Rule 1.2 is old. Say no."}),
        ("behaviour 9.9", {}),  # no such rule: there is nothing to differ from
    ],
)
def test_card_says_where_rule_differs(rule: str, notes: dict[str, str]) -> None:
    cards = CARDS.replace("behaviour 1.2", rule) + "    note: Rule 1.2 is old. Say no.\n"
    pages = build_pages(make_files(cards=cards))
    assert json.loads(pages["worried/steps.json"])["notes"] == notes
    shown = parse(pages, "worried/photo-asked/").select(".pb-rule-note")
    assert [note.get_text() for note in shown] == [
        f"Our rule and these steps: {note}" for note in notes.values()
    ]


def test_findings_list_cards_without_rule(files: Mapping[str, bytes]) -> None:
    page = parse(files, "review/findings/")
    links = [str(link["href"]) for link in page.select("[aria-labelledby=cards] li a")]
    assert len(links) == len(shipped_cards()) - 1
    assert not [link for link in links if "photo-asked" in link]


@pytest.mark.parametrize("reader", ["pupils", "parents"])
def test_summary_names_people(files: Mapping[str, bytes], reader: str) -> None:
    page = parse(files, f"policies/behaviour/{reader}/")
    assert "01632 960001" in page.get_text()
    assert page.select(".pb-comfort a[href$='worried/']")


def test_pupils_sheet_has_childline(files: Mapping[str, bytes]) -> None:
    words = parse(files, "policies/behaviour/pupils/print/").get_text()
    assert "You are not in trouble" in words and "0800 1111" in words and "999" in words


def test_browser_gets_phrases(files: Mapping[str, bytes]) -> None:
    data = json.loads(files["worried/cards.json"])
    assert [card["id"] for card in data["cards"]] == [card.id for card in shipped_cards()]
    assert any(attempt.get("card") == "photo-asked" for attempt in data["attempts"])
    steps = json.loads(files["worried/steps.json"])["steps"]
    assert steps == {card.id: list(card.steps) for card in shipped_cards()}
    # Each kind of trouble needs its words, and each helpline its names.
    assert len(gzip.compress(files["worried/cards.json"])) <= 33 * 1024
    assert len(gzip.compress(files["worried/steps.json"])) <= 6 * 1024


def test_lists_of_phrases_are_shortened(files: Mapping[str, bytes]) -> None:
    data = json.loads(files["worried/cards.json"])
    phrases, before = [], list[str]()
    for part in data["not_writers"]["friend"].split("|"):
        spaces = len(part) - len(part.lstrip())
        before = [*before[:spaces], *part.split()]
        phrases.append(tuple(before))
    finder = CardFinder(read_school_file(load_library({}), shipped_cards()))
    codes = {name: worried.make_code(place) for place, name in enumerate(finder.reader.groups)}
    written = [" ".join(codes.get(part, part) for part in p) for p in finder.not_people["friend"]]
    assert phrases == sorted(tuple(text.replace("… ", "_").split()) for text in written)
    assert {*codes.values()} == {*data["words"]} and len(codes) == len(data["words"])
    subject = data["subjects"]["self-harm"]
    assert data["cards"][subject["friend"]]["id"] == "friend"


def test_other_nation_has_people_and_lines() -> None:
    pages = build_pages(make_files(school="name: Hill View\nnation: Scotland\n", cards=""))
    page = parse(pages, "worried/")
    assert not page.select(".pb-situations") and page.select("[aria-labelledby=helplines] a")
    assert json.loads(pages["worried/cards.json"])["cards"] == []


@pytest.mark.parametrize("card", ["worry-about-headteacher", "adult-at-school", "colleague"])
def test_worry_about_an_adult_names_no_adult(files: Mapping[str, bytes], card: str) -> None:
    danger = parse(files, f"worried/{card}/").select_one(".pb-danger")
    assert danger and "999" in danger.get_text()
    assert "any adult at school" not in danger.get_text()


CHAIR = """\
  - role: Chair of governors
    phone: 01632 960004
    hours: at any time
"""
LADO = """\
  - role: Local Authority Designated Officer
    also: [LADO]
    phone: 01632 960009
    hours: 9 am to 5 pm
"""
HEADTEACHER_CARDS = ("worry-about-headteacher", "worry-about-headteacher-parent")


@pytest.mark.parametrize("card", HEADTEACHER_CARDS)
@pytest.mark.parametrize(
    ("contacts", "leads_out"),
    [("", True), (CONTACTS, True), (CONTACTS + LADO, True), (CONTACTS + CHAIR, False)],
)
def test_way_out_comes_first(card: str, contacts: str, leads_out: bool) -> None:
    main = parse(build_pages(make_files(contacts=contacts)), f"worried/{card}/").select_one("main")
    assert main
    words = " ".join(main.get_text(" ").split())
    steps, outside = words.index("What to do"), words.index("Who to tell outside school")
    assert (outside < steps) is leads_out
    assert outside < words.index("Local Authority Designated Officer (LADO)", outside)
    assert words.index("NSPCC helpline 0808 800 5000") > outside
    assert ("01632 960009" in words) is (LADO in contacts)
    assert "Ask the school office" not in words, "it may be the headteacher's own office"
