"""Who must do what: the verbs, whose they are, and that every word of a duty is the policy's own."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from builders import (
    PATH,
    TODAY,
    list_findings,
    load_library,
    make_approved_text,
    make_sources,
    make_text,
)
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


def read_duties(body: str, school: str = "Hill View School") -> list[Duty]:
    version = load_library({PATH: make_text(f"## Rules\n\n{body}\n")}).policies[0].versions[0]
    return list(duties(version, school))


def who_and_kind(body: str) -> list[tuple[str, str]]:
    return [(duty.who, str(duty.kind)) for duty in read_duties(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
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
def test_the_verbs(body: str, expected: list[tuple[str, str]]) -> None:
    assert who_and_kind(body) == expected


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
    assert [duty.who for duty in read_duties(body)][:1] == [who]


@pytest.mark.parametrize(
    ("body", "expected"),
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
def test_earlier_words_name_the_subject(body: str, expected: list[tuple[str, str]]) -> None:
    assert who_and_kind(body) == expected


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
    assert read_duties(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
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
def test_pasted_text_is_split_into_sentences(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(duty.who, duty.text) for duty in read_duties(body)] == expected


def test_agreed_permission_counts() -> None:
    assert who_and_kind("We agree that pupils can ask.") == [("pupils", "may")]


def test_terms_have_one_spelling() -> None:
    assert {
        duty.who
        for duty in read_duties(
            "All schools representatives must ask. School representatives must wait."
        )
    } == {"school representatives"}


def test_sentence_is_listed_once_per_duty() -> None:
    assert who_and_kind("Phones must be handed in, the sound must be off.") == [("", "must")]
    assert who_and_kind("Staff must ask first, and must not guess, and must wait.") == [
        ("staff", "must"),
        ("staff", "must not"),
    ]


def test_item_has_the_opening_duty() -> None:
    listed = read_duties(
        "The headteacher must:\n\n- record it\n- tell the DSL, who may ask the parents.\n- go where a child may be at risk\n"
    )
    assert [(d.number, d.who, str(d.kind), d.text, d.lead) for d in listed] == [
        ("1.1(a)", "headteacher", "must", "record it", "The headteacher must:"),
        ("1.1(b)", "headteacher", "must", "tell the DSL, who may ask the parents.", "The headteacher must:"),
        ("1.1(c)", "headteacher", "must", "go where a child may be at risk", "The headteacher must:"),
    ]  # fmt: skip


def test_opening_words_can_be_a_duty() -> None:
    listed = read_duties("You must follow these rules in your own time:\n\n- Be kind.\n")
    assert [(d.number, d.who, d.text) for d in listed] == [
        ("1.1", "you", "You must follow these rules in your own time:"),
        ("1.1(a)", "you", "Be kind."),
    ]


# ---------- every word is the policy's


def texts(version: Version) -> dict[str, str]:
    return {clause.number: clause.text for clause in clauses.walk_sections(version.sections)}


def all_words_are_the_policys(version: Version, listed: list[Duty]) -> None:
    clause_texts = texts(version)
    for duty in listed:
        assert duty.text and duty.text in clause_texts[duty.number]
        assert not duty.lead or any(duty.lead in text for text in clause_texts.values())


@pytest.mark.parametrize(
    "version", [v for p in OAKFIELD.policies for v in p.versions], ids=lambda v: v.name
)
def test_oakfields_duties_quote_the_policy(version: Version) -> None:
    listed = list(duties(version, OAKFIELD.school.name))
    assert len(listed) > 40
    all_words_are_the_policys(version, listed)


PARTS = st.sampled_from(
    ["Staff", "pupils", "the headteacher", "must", "must not", "should", "may", "will", "be", "told", "by", "and", "or", "that", "who", "they", "you",
     "No", "Neither", ".", ",", ":", ";", "’s", "|", "\n\n- ", "\n\n", "(", ")", "ask", "Do not", "Don’t", "never", "e.g.", "**bold**", "May",
     "\n  - "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40))
def test_duty_is_part_of_its_clause(parts: list[str]) -> None:
    version = loaded_whatever(" ".join(["Start", *parts]))
    all_words_are_the_policys(version, list(duties(version, "Hill (View) School")))


def loaded_whatever(body: str) -> Version:
    return (
        library.load(make_sources({PATH: make_text(f"## Rules\n\n{body}\n")}))
        .library.policies[0]
        .versions[0]
    )


# ---------- the check


def test_author_learns_of_duty_without_subject() -> None:
    body = "## Rules\n\nIt must be recorded.\n"
    assert [f.code for f in list_findings(make_sources({PATH: make_text(body)}))] == [
        "unclear-duty"
    ]
    assert "unclear-duty" not in {
        f.code for f in list_findings(make_sources({PATH: make_approved_text(body)}))
    }


# ---------- the page and the files


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
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


def test_page_spreadsheet_and_data_agree(outputs: dict[str, bytes]) -> None:
    version = OAKFIELD.policies[0].versions[0]
    listed = list(duties(version, OAKFIELD.school.name))
    folder = "policies/social-media/duties/"
    assert set(outputs) == {"review/index.html", *(f"{p}{e}" for p in (f"{folder}duties", "review/duties") for e in (".csv", ".json")),
                         f"{folder}index.html", "review/duties/index.html"}  # fmt: skip
    data = json.loads(outputs[f"{folder}duties.json"])
    assert data["as_of"] == "2026-11-22"
    assert [(d["clause"], d["who"], d["kind"], d["text"]) for d in data["duties"]] == [
        (d.number, d.who, str(d.kind), d.text) for d in listed
    ]
    rows = list(csv.DictReader(io.StringIO(outputs[f"{folder}duties.csv"].decode("utf-8-sig"))))
    assert [
        {k: v.lstrip("'") if v[:2] in ("'-", "'=") else v for k, v in row.items()} for row in rows
    ] == [
        {**d, "clause": f"rule {d['clause']}", "version": f"version {d['version']}"}
        for d in data["duties"]
    ]
    assert outputs["review/duties.json"] == outputs[f"{folder}duties.json"]  # one policy


def test_page_lists_every_duty(outputs: dict[str, bytes]) -> None:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(outputs["policies/social-media/duties/index.html"], "html.parser")
    listed = list(duties(OAKFIELD.policies[0].versions[0], OAKFIELD.school.name))
    items = page.select(".pb-duties li")
    assert len(items) == len(listed)
    assert {str(a["href"]).split("#")[1] for a in page.select(".pb-duties a.pb-cite")} == {
        duty.id for duty in listed
    }
    assert page.select("h2")[-2].get_text() == "No one named"


def test_page_shows_only_current_duties() -> None:
    later = make_approved_text(
        "## Rules\n\nStaff must ask.\n", approved_on="2026-09-14", changes="Ask."
    )
    files = {PATH: make_approved_text("## Rules\n\nStaff must guess.\n"), PATH.replace("2025-09", "2026-09"): later,
             PATH.replace("2025-09", "2027-09"): make_text("## Rules\n\nStaff must wait.\n", changes="Wait.")}  # fmt: skip
    built = build.build(make_sources(files), read_templates(ROOT), TODAY, Settings(pdf=False))
    data = next(a.data for a in built.files() if a.path == "review/duties.json")
    assert [duty["text"] for duty in json.loads(data)["duties"]] == ["Staff must ask."]
