"""Contacts by role: how a text names one, what the approved text holds, and where a page says how to reach it."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from builders import (
    PATH,
    TODAY,
    list_documents,
    list_findings,
    load_library,
    load_project,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
    read_case,
)

from policybook import redline, search
from policybook.model import Mark
from policybook.model.findings import Finding, Severity
from policybook.model.library import Contact
from policybook.project.templates import read_templates
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.record import approved_text
from policybook.reading.references import link_search
from policybook.reading.school import contacts_yml
from policybook.reading.texts import markdown
from policybook.site import build
from policybook.site.render.types import Settings

ROOT = Path(__file__).parents[3]
CONTACTS = """\
checked: 2026-10-05
contacts:
  - role: Designated Safeguarding Lead
    also: [DSL, safeguarding lead]
    phone: 01632 960001
    email: dsl@hill-view.example
  - role: School office
    phone: +44 1632 960000 ext 2
    address: 1 Hill Lane
    checked: 2026-11-01
"""
RULES = """\
## Rules

Tell the {contact: Designated Safeguarding Lead} at once.

Ask the {contact: school office}, or the **{contact: DSL}**.
"""
SUMMARY = "## What we ask\n\n- Ring the {contact: School office}. [1.2]\n"


def files(body: str = RULES, contacts: str = CONTACTS) -> dict[str, str]:
    project = {
        PATH: make_approved_text(body),
        PATH.replace(".md", ".parents.md"): SUMMARY,
        PATH.replace(".md", ".pupils.md"): SUMMARY,
        layout.CONTACTS: contacts,
    }
    return {**project, layout.RECORD: make_record(project)}


def find_all(project: Mapping[str, str | bytes], today: date = TODAY) -> list[Finding]:
    return list_findings(make_sources(project), today)


def pages(project: Mapping[str, str], pdf: bool = False) -> dict[str, bytes]:
    built = build.build(
        make_sources(project),
        read_templates(ROOT),
        TODAY,
        Settings(url="https://hill-view.example/", pdf=pdf),
    )
    return {a.path: a.data for a in built.files()}


# ---------- how it is written


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Tell {contact: Headteacher}.", "Headteacher"),
        ("Tell {contact:Head  teacher}.", "Head teacher"),
        ("Tell { Contact : the\nClerk }.", "the Clerk"),
        ("Tell **{contact: Headteacher}**.", "Headteacher"),
        ("`{contact: Headteacher}`", None),
        (r"\{contact: Headteacher}", None),
        ("{contact: }", None),
        ("{contact Headteacher}", None),
        ("{contact: Headteacher", None),
        ("{contacts: Headteacher}", None),
        ("![{contact: Headteacher}](a.png)", None),
    ],
)
def test_role_in_braces_is_contact(written: str, role: str | None) -> None:
    inlines = markdown.read_inline(written)
    roles = [piece.target for piece in link_search.walk_links(inlines) if piece.mark is Mark.LINK]
    assert roles == ([f"contact:{role}"] if role else [])
    assert not role or role in markdown.plain_text(inlines)
    assert bool(role) == ("{" not in markdown.plain_text(inlines)) or "!" in written


def test_contact_in_link_is_plain_words() -> None:
    findings = list(
        link_search.walk_links(
            markdown.read_inline("[ask {contact: Headteacher}](https://x.example/)")
        )
    )
    assert [piece.target for piece in findings] == ["https://x.example/"]
    assert markdown.plain_text(findings) == "ask Headteacher"


# ---------- what is approved is the role


def test_new_number_keeps_the_hash() -> None:
    first = files()
    other = {**first, layout.CONTACTS: CONTACTS.replace("01632 960001", "01632 960999")}
    assert [str(f) for f in find_all(first)] == [str(f) for f in find_all(other)] == []
    digests = {approved_text.digest(load_first_version(project), {}) for project in (first, other)}
    assert len(digests) == 1
    entry = json.loads(first[layout.RECORD].split("\n")[0])
    assert (
        "{contact: Designated Safeguarding Lead}" in entry["text"] and "960001" not in entry["text"]
    )
    assert b"960999" in pages(other)["policies/behaviour/index.html"]


def load_first_version(project: Mapping[str, str]) -> object:
    return load_project(project).library.policies[0].versions[0]


def test_other_role_changes_the_hash() -> None:
    project = files()
    project[PATH] = project[PATH].replace("{contact: DSL}", "{contact: School office}")
    assert "altered" in {f.code for f in find_all(project)}


# ---------- findings


def test_unknown_role_matters_in_current_texts() -> None:
    gone = "## Rules\n\nTell the\n{contact: Online safety lead}.\n"
    faults = [f for f in find_all(files(gone)) if f.code == "contact"]
    assert [(f.path, f.line, f.severity) for f in faults] == [(PATH, 14, "warning")]
    assert "Add the role there" in faults[0].remedy
    later = make_approved_text(RULES, approved_on="2026-09-14", changes="The lead.")
    old = {
        PATH: make_approved_text(gone),
        PATH.replace("2025", "2026"): later,
        layout.CONTACTS: CONTACTS,
    }
    assert not [f for f in find_all(old) if f.code == "contact"]
    page = BeautifulSoup(pages(old)["policies/behaviour/2025-09/index.html"], "html.parser")
    words = page.select_one(".pb-text .pb-words")
    assert (
        words
        and words.get_text(" ", strip=True) == "Tell the Online safety lead."
        and not words.select("a")
    )


@pytest.mark.parametrize(
    ("today", "count"), [(date(2027, 10, 5), 0), (date(2027, 10, 6), 1), (date(2027, 11, 2), 2)]
)
def test_contact_is_old_after_twelve_months(today: date, count: int) -> None:
    assert len([f for f in find_all(files(), today) if f.code == "contact-checked"]) == count


def test_leap_day_is_old_in_march() -> None:
    leap = Contact(role="x", checked=date(2028, 2, 29), phone="01632 960001")
    assert not contacts_yml.is_old(leap, date(2029, 2, 28))
    assert contacts_yml.is_old(leap, date(2029, 3, 1))


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("01632 960001", "01632960001"),
        ("+44 (0)1632-960001", "+4401632960001"),
        ("01632 960000 ext 2", "01632960000;ext=2"),
        ("01632 960000 option 3", "01632960000;ext=3"),
    ],
)
def test_number_is_dialled_by_its_digits(phone: str, dialled: str) -> None:
    assert contacts_yml.format_tel(phone) == dialled


def test_role_matches_any_name() -> None:
    project: list[Finding] = []
    contacts = contacts_yml.read(CONTACTS, project)
    assert project == []
    for role in ("designated  safeguarding lead", "DSL", "Safeguarding Lead"):
        assert contacts_yml.find_contact(contacts, role) is contacts[0]
    assert contacts_yml.find_contact(contacts, "Bursar") is None


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "contacts:",
        "contacts: []",
        "- a",
        "checked: soon\ncontacts:\n  - role: a\n",
        "contacts:\n  - role: a\n    phone: 01632 960001\n",
        "a: b",
        "contacts:\n  - x\n",
    ],
)
def test_bad_file_is_one_finding(text: str) -> None:
    project: list[Finding] = []
    assert contacts_yml.read(text, project) == ()
    assert len(project) == 1 and project[0].path == layout.CONTACTS and project[0].remedy


def test_documents_cover_contacts() -> None:
    named = {
        path.stem for path in list_documents("xfail") if layout.CONTACTS in read_case(path).files
    }
    assert {
        "contact",
        "contact-checked",
        "field-value-of-a-contact",
        "unknown-field-of-a-contact",
    } <= named


# ---------- pages


@pytest.mark.parametrize(
    "address", ["", "2025-09/", "print/", "parents/", "pupils/", "parents/print/"]
)
def test_pages_show_their_contacts(address: str) -> None:
    page = BeautifulSoup(pages(files())[f"policies/behaviour/{address}index.html"], "html.parser")
    ask = page.select_one("#ask-school-office")
    assert ask and "1 Hill Lane" in ask.get_text() and "Checked 1 November 2026" in ask.get_text()
    assert [a["href"] for a in ask.select("a")] == ["tel:+441632960000;ext=2"]
    for link in page.select("a[href^='#ask-']"):
        assert page.find(id=str(link["href"])[1:])
    assert page.select("a[href='#ask-school-office']")


def test_policy_words_have_no_number() -> None:
    page = BeautifulSoup(pages(files())["policies/behaviour/index.html"], "html.parser")
    words = page.select_one(".pb-text")
    assert (
        words
        and "Tell the Designated Safeguarding Lead at once." in words.get_text()
        and "960001" not in words.get_text()
    )


def test_text_without_contacts_is_unchanged() -> None:
    plain = {**files(), PATH: make_approved_text("## Rules\n\nBe kind.\n\nBe calm.\n")}
    plain = {
        path: words.replace("{contact: School office}", "school")
        for path, words in plain.items()
        if path != layout.RECORD
    }
    page = BeautifulSoup(pages(plain)["policies/behaviour/index.html"], "html.parser")
    assert not page.select(".pb-asks") and page.find(id="ask")


def test_search_and_redline_show_roles() -> None:
    project = load_library(files())
    sentences = [document.text for document in search.documents_in_force(project, TODAY)]
    assert (
        "Tell the Designated Safeguarding Lead at once." in sentences
        and "Ring the School office." in sentences
    )
    old = project.policies[0].versions[0]
    new = (
        load_library({PATH: make_text(RULES.replace("{contact: DSL}", "{contact: Headteacher}"))})
        .policies[0]
        .versions[0]
    )
    change = redline.redline(old, new)
    redline.check(change)
    assert [(c.kind, c.new[0].text) for c in redline.changes_to_read(change) if c.new] == [
        ("reworded", "Ask the school office, or the Headteacher.")
    ]


def test_redline_links_to_contacts() -> None:
    project = {
        **files(),
        PATH.replace("2025-09", "2027-01"): make_text(
            RULES.replace("at once", "today"), status="consultation", changes="Today."
        ),
    }
    built = pages(project)
    page = BeautifulSoup(
        built["policies/behaviour/changes/2025-09..2027-01/index.html"], "html.parser"
    )
    led = {str(a["href"]) for a in page.select("a[href*='#ask-']")}
    assert led == {
        "../../../../policies/behaviour/2027-01/#ask-designated-safeguarding-lead",
        "../../../../policies/behaviour/2027-01/#ask-school-office",
    }
    assert BeautifulSoup(built["policies/behaviour/2027-01/index.html"], "html.parser").find(
        id="ask-school-office"
    )


def test_pdf_lists_contacts_after_text(tmp_path: Path) -> None:
    import pypdf

    file = tmp_path / "behaviour.pdf"
    file.write_bytes(pages(files(), pdf=True)["policies/behaviour/behaviour-2025-09.pdf"])
    words = " ".join("".join(page.extract_text() for page in pypdf.PdfReader(file).pages).split())
    assert "Tell the Designated Safeguarding Lead at once." in words
    assert words.index("Who to ask (not part of the policy)", words.index("at once")) < words.index(
        "01632 960001"
    )


def test_oakfield_has_no_contacts() -> None:
    from policybook.reading.files.snapshot import read_sources

    project = library.load(read_sources(ROOT)).library
    assert project.contacts == ()
    assert not [
        role
        for policy in project.policies
        for version in policy.versions
        for _, role in link_search.find_roles(version)
    ]


@pytest.mark.parametrize("phone", ["01632 960000", "0800 1111", "116 123", "+44 1632 960000"])
def test_telephone_numbers_are_read(phone: str) -> None:
    findings: list[Finding] = []
    text = f"checked: 2026-10-05\ncontacts:\n  - role: Office\n    phone: {phone}\n"
    (contact,) = contacts_yml.read(text, findings)
    assert contact.phone == phone and findings == []


@pytest.mark.parametrize("phone", ["01724 1", "+44 1724 1", "0172", "ring us"])
def test_other_numbers_are_refused(phone: str) -> None:
    findings: list[Finding] = []
    text = f"checked: 2026-10-05\ncontacts:\n  - role: Office\n    phone: {phone}\n"
    assert contacts_yml.read(text, findings) == () and len(findings) == 1


def test_contact_without_a_way_warns() -> None:
    findings: list[Finding] = []
    text = "checked: 2026-10-05\ncontacts:\n  - role: Headteacher\n    name: Mr B\n"
    assert contacts_yml.read(text, findings) == ()
    assert [f.severity for f in findings] == [Severity.WARNING]
