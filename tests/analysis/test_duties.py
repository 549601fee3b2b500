"""Who must do what: the verbs, whose they are, and that every word of a duty is the policy's own."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from builders import PATH, TODAY, approved, every_finding, loaded, sources, text
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis.duties import Duty, duties
from policybook.model import Version
from policybook.project.templates import read_templates
from policybook.reading import clauses, library
from policybook.reading.snapshot import read_sources
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[2]
OAKFIELD = library.load(read_sources(ROOT)).library


def read(body: str, school: str = "Hill View School") -> list[Duty]:
    version = loaded({PATH: text(f"## Rules\n\n{body}\n")}).policies[0].versions[0]
    return list(duties(version, school))


def told(body: str) -> list[tuple[str, str]]:
    return [(duty.who, str(duty.kind)) for duty in read(body)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Staff must ask.", [("staff", "must")]),
        ("Staff must not ask.", [("staff", "must not")]),
        ("Staff should ask.", [("staff", "should")]),
        ("Staff should not ask.", [("staff", "should not")]),
        ("Staff may ask.", [("staff", "may")]),
        ("Staff may not ask.", [("staff", "must not")]),
        ("Staff need not ask.", [("staff", "need not")]),
        ("The headteacher will ask.", [("headteacher", "will")]),
        ("The Head Teacher is to ask.", [("headteacher", "must")]),
        ("Staff will have to ask.", [("staff", "must")]),
        ("Staff are advised not to ask.", [("staff", "should not")]),
        ("Staff are required to ask.", [("staff", "must")]),
        ("It is not recommended that staff ask.", [("", "should not")]),
        ("No pupil may ask.", [("pupils", "must not")]),
        ("No one may ask.", [("anyone", "must not")]),
        ("We will ask.", [("we", "will")]),
        ("Hill View School must ask.", [("school", "must")]),
        ("Do not ask. Never answer.", [("you", "must not"), ("you", "must not")]),
    ],
)
def test_the_verbs(body: str, found: list[tuple[str, str]]) -> None:
    assert told(body) == found


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("A member of staff who sees a pupil must ask.", "staff"),
        ("Any member of the school staff must ask.", "staff"),
        ("All staff and governors must ask.", "staff and governors"),
        ("Staff, governors and volunteers must ask.", "staff, governors and volunteers"),
        ("Parents and carers must ask.", "parents and carers"),
        ("Parents/carers must ask.", "parents and carers"),
        ("The Designated Safeguarding Lead (DSL) must ask.", "designated safeguarding lead"),
        ("The chair of governors must ask.", "chair of governors"),
        ("The link governor for safeguarding must ask.", "link governor"),
        ("The headteacher of the school must ask.", "headteacher"),
        ("If a pupil is hurt, the teacher must ask.", "teachers"),
        ("In this case the headteacher must ask.", "headteacher"),
        ("Under section 9 of the Act the headteacher must ask.", "headteacher"),
        ("Where a disclosure is made the school must ask.", "school"),
        ("Employees that use social media at home must ask.", "employees"),
        ("The form must be signed by a parent.", "parents"),
        ("The form must be signed and filed by Friday.", ""),
        ("The form must be signed.", ""),
        ("Pictures of pupils must carry a date.", ""),
        ("Comments that name a child must go.", ""),
        ("Letters by a volunteer or visitor must go.", ""),
        ("The pupil's locker must shut.", ""),
        ("A pupil's parents must ask.", "parents"),
        ("Pictures must not be shared.", "anyone"),
        ("Phones are banned.", "anyone"),
        ("Staff must be careful.", "staff"),
        ("Staff must be trained.", ""),
    ],
)  # fmt: skip
def test_whose_a_duty_is(body: str, who: str) -> None:
    assert [duty.who for duty in read(body)][:1] == [who]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Staff must ask first, and must not guess.", [("staff", "must"), ("staff", "must not")]),
        (
            "Parents may take pictures. They must not share them.",
            [("parents", "may"), ("parents", "must not")],
        ),
        ("If the headteacher hears of it they should ask.", [("headteacher", "should")]),
        ("The school warns the parents that they should ask.", [("parents", "should")]),
        ("Neither may staff ask.", [("staff", "must not")]),
        ("As an employee you are one of us and should ask.", [("you", "should")]),
    ],
)
def test_whose_it_is_by_what_went_before(body: str, found: list[tuple[str, str]]) -> None:
    assert told(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "This may attract attention.",
        "A child may be at risk.",
        "This will be long. It will end in May 2026.",
        "You could be wrong, and might be late.",
        "Be careful, as you cannot control what others do.",
        "The school asks whether staff should go.",
        "Should it rain, we stay in.",
        "The recommended form is blue.",
        "This policy is to protect staff.",
        "Ask the school; it never loses a form.",
        "We use the term 'phone' for any tool that you can use for calls.",
        "Any device that pupils can carry is a phone.",
        "Be aware that what is said may be shared.",
        "Whoever posts may be held liable.",
        "The term phone means a thing that staff may carry.",
    ],
)
def test_what_could_happen_is_no_duty(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Page 2 of 4 2. ROLES AND RESPONSIBILITIES The headteacher must ask. Staff must wait.",
            [("headteacher", "The headteacher must ask."), ("staff", "Staff must wait.")],
        ),
        ("3. REWARDS & SANCTIONS Parents must ask.", [("parents", "Parents must ask.")]),
        ("The pupils are in school The school has a duty of care to ask.", [("school", "The school has a duty of care to ask.")]),
        ("We help everybody All staff must ask", [("staff", "All staff must ask")]),
        ("Staff must follow The code of conduct.", [("staff", "Staff must follow The code of conduct.")]),
        ("As said in The code staff must ask.", [("", "As said in The code staff must ask.")]),
        ("The DSL and the SENCO must ask.", [("dsl and the senco", "The DSL and the SENCO must ask.")]),
        ("Staff must call the GSA IT Service Desk.", [("staff", "Staff must call the GSA IT Service Desk.")]),
        ("Staff must tell the NSPCC Helpline.", [("staff", "Staff must tell the NSPCC Helpline.")]),
    ],
)  # fmt: skip
def test_a_text_that_runs_on_has_its_sentences(body: str, found: list[tuple[str, str]]) -> None:
    assert [(duty.who, duty.text) for duty in read(body)] == found


def test_what_is_agreed_is_a_permission_whatever_word_stands_before() -> None:
    assert told("We agree that pupils can ask.") == [("pupils", "may")]


def test_the_terms_of_a_text_are_spelt_once() -> None:
    assert {
        duty.who
        for duty in read("All schools representatives must ask. School representatives must wait.")
    } == {"school representatives"}


def test_a_sentence_is_listed_once_for_one_person_and_one_kind() -> None:
    assert told("Phones must be handed in, the sound must be off.") == [("", "must")]
    assert told("Staff must ask first, and must not guess, and must wait.") == [
        ("staff", "must"),
        ("staff", "must not"),
    ]


def test_an_item_has_the_duty_of_the_words_that_it_completes() -> None:
    found = read(
        "The headteacher must:\n\n- record it\n- tell the DSL, who may ask the parents.\n- go where a child may be at risk\n"
    )
    assert [(d.number, d.who, str(d.kind), d.text, d.lead) for d in found] == [
        ("1.1(a)", "headteacher", "must", "record it", "The headteacher must:"),
        ("1.1(b)", "headteacher", "must", "tell the DSL, who may ask the parents.", "The headteacher must:"),
        ("1.1(c)", "headteacher", "must", "go where a child may be at risk", "The headteacher must:"),
    ]  # fmt: skip


def test_opening_words_that_say_more_are_a_duty_themselves() -> None:
    found = read("You must follow these rules in your own time:\n\n- Be kind.\n")
    assert [(d.number, d.who, d.text) for d in found] == [
        ("1.1", "you", "You must follow these rules in your own time:"),
        ("1.1(a)", "you", "Be kind."),
    ]


# ---------- every word is the policy's


def texts(version: Version) -> dict[str, str]:
    return {clause.number: clause.text for clause in clauses.each(version.sections)}


def all_words_are_the_policys(version: Version, found: list[Duty]) -> None:
    known = texts(version)
    for duty in found:
        assert duty.text and duty.text in known[duty.number]
        assert not duty.lead or any(duty.lead in said for said in known.values())


@pytest.mark.parametrize(
    "version", [v for p in OAKFIELD.policies for v in p.versions], ids=lambda v: v.name
)
def test_the_words_of_oakfields_duties_are_the_policys_own(version: Version) -> None:
    found = list(duties(version, OAKFIELD.school.name))
    assert len(found) > 40
    all_words_are_the_policys(version, found)


PARTS = st.sampled_from(
    ["Staff", "pupils", "the headteacher", "must", "must not", "should", "may", "will", "be", "told", "by", "and", "or", "that", "who", "they", "you",
     "No", "Neither", ".", ",", ":", ";", "’s", "|", "\n\n- ", "\n\n", "(", ")", "ask", "Do not", "Don’t", "never", "e.g.", "**bold**", "May",
     "\n  - "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40))
def test_whatever_the_text_a_duty_is_a_part_of_its_clause(parts: list[str]) -> None:
    version = loaded_whatever(" ".join(["Start", *parts]))
    all_words_are_the_policys(version, list(duties(version, "Hill (View) School")))


def loaded_whatever(body: str) -> Version:
    return (
        library.load(sources({PATH: text(f"## Rules\n\n{body}\n")})).library.policies[0].versions[0]
    )


# ---------- the check


def test_the_author_is_told_of_a_duty_that_is_nobodys_while_it_can_be_mended() -> None:
    body = "## Rules\n\nIt must be recorded.\n"
    assert [f.code for f in every_finding(sources({PATH: text(body)}))] == ["unclear-duty"]
    assert "unclear-duty" not in {f.code for f in every_finding(sources({PATH: approved(body)}))}


# ---------- the page and the files


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    built = build.build(
        read_sources(ROOT),
        read_templates(ROOT),
        date(2026, 11, 22),
        Settings(url="https://o.example/", pdf=False),
    )
    return {
        a.path: a.data
        for a in built.files()
        if a.path.startswith(("policies/", "review/"))
        and ("duties" in a.path or a.path == "review/index.html")
    }


def test_page_spreadsheet_and_data_say_the_same(made: dict[str, bytes]) -> None:
    version = OAKFIELD.policies[0].versions[0]
    found = list(duties(version, OAKFIELD.school.name))
    folder = "policies/social-media/duties/"
    assert set(made) == {"review/index.html", *(f"{p}{e}" for p in (f"{folder}duties", "review/duties") for e in (".csv", ".json")),
                         f"{folder}index.html", "review/duties/index.html"}  # fmt: skip
    data = json.loads(made[f"{folder}duties.json"])
    assert data["as_of"] == "2026-11-22"
    assert [(d["clause"], d["who"], d["kind"], d["text"]) for d in data["duties"]] == [
        (d.number, d.who, str(d.kind), d.text) for d in found
    ]
    rows = list(csv.DictReader(io.StringIO(made[f"{folder}duties.csv"].decode("utf-8-sig"))))
    assert [
        {k: v.lstrip("'") if v[:2] in ("'-", "'=") else v for k, v in row.items()} for row in rows
    ] == data["duties"]
    assert made["review/duties.json"] == made[f"{folder}duties.json"]  # one policy


def test_the_page_lists_every_duty_with_its_rule(made: dict[str, bytes]) -> None:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(made["policies/social-media/duties/index.html"], "html.parser")
    found = list(duties(OAKFIELD.policies[0].versions[0], OAKFIELD.school.name))
    items = page.select(".pb-duties li")
    assert len(items) == len(found)
    assert {str(a["href"]).split("#")[1] for a in page.select(".pb-duties a.pb-cite")} == {
        duty.id for duty in found
    }
    assert page.select("h2")[-2].get_text() == "No one named"


def test_nothing_of_the_past_and_nothing_proposed_is_on_it() -> None:
    later = approved("## Rules\n\nStaff must ask.\n", approved_on="2026-09-14", changes="Ask.")
    files = {PATH: approved("## Rules\n\nStaff must guess.\n"), PATH.replace("2025-09", "2026-09"): later,
             PATH.replace("2025-09", "2027-09"): text("## Rules\n\nStaff must wait.\n", changes="Wait.")}  # fmt: skip
    built = build.build(sources(files), read_templates(ROOT), TODAY, Settings(pdf=False))
    data = next(a.data for a in built.files() if a.path == "review/duties.json")
    assert [duty["text"] for duty in json.loads(data)["duties"]] == ["Staff must ask."]
