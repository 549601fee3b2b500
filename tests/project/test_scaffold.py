"""New policies and next versions: what is written can be read, is a draft, and keeps the words."""

import pytest
from builders import (
    PATH,
    TODAY,
    list_findings,
    load_library,
    load_project,
    load_version,
    make_approved_text,
    make_sources,
)
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import AcademicYear, Numbering, Reader, RequiredSection, Status
from policybook.model.findings import Severity
from policybook.project import scaffold
from policybook.reading.files import layout

YEAR = AcademicYear(start=2027)


@pytest.mark.parametrize(
    "required",
    [
        (),
        (
            RequiredSection(heading="Purpose"),
            RequiredSection(heading="Review: when?", accept=("Review",)),
        ),
    ],
)
@pytest.mark.parametrize("name", ["behaviour", "send-and-inclusion", "2027", "yes", "null"])
def test_new_policy_is_a_sound_draft(name: str, required: tuple[RequiredSection, ...]) -> None:
    made = scaffold.new_policy(name, required, YEAR)
    wishes = "".join(f'    - "{s.heading}"\n' for s in required)
    files = {f"docs/policies/{name}/2026-11.md": made}
    files |= {
        f"docs/policies/{name}/2026-11.{reader}.md": scaffold.new_summary(reader)
        for reader in Reader
    }
    if wishes:
        files[layout.SCHOOL] = f"required_sections:\n  every_policy:\n{wishes}"
    found = list_findings(make_sources(files), TODAY)
    assert {(f.code, f.severity) for f in found} == {("placeholder", Severity.WARNING)}
    (policy,) = load_library(files).policies
    facts = policy.versions[0].facts
    assert (facts.status, facts.review_year) == (Status.DRAFT, YEAR)
    assert facts.title.endswith(" Policy") and facts.title[0] == name[0].upper()


@pytest.mark.parametrize("numbering", list(Numbering))
def test_new_policy_has_the_school_numbering(numbering: Numbering) -> None:
    text = scaffold.new_policy("behaviour", (), YEAR, numbering)
    version = load_version(text)
    assert version.facts.numbering is numbering
    assert [s.label for s in version.sections] == ["1", "2", "3", "4"]
    codes = {f.code for f in list_findings(make_sources({PATH: text}), TODAY)}
    assert codes == {"placeholder"}


WHOLE = make_approved_text(
    "## Purpose\n\nBe  *kind*.  \n\n- x\n",
    title='"Behaviour: a policy"',
    language="cy",
    minute="FGB 12/9",
    effective_from="2025-10-01",
    review_by="2028-03-01",
    changes="Kindness.",
    reviews="[{on: 2026-09, by: Head, outcome: Fine, review_year: 2028/29}]",
)


def test_next_version_copies_all_but_approval() -> None:
    made = scaffold.next_version(WHOLE, load_version(WHOLE), YEAR)
    new = load_version(made)
    old = load_version(WHOLE)
    assert new.text == old.text
    assert (new.facts.title, new.facts.owner, new.facts.applies_to, new.facts.language) == (
        "Behaviour: a policy",
        "Headteacher",
        ("pupils", "parents"),
        "cy",
    )
    assert (new.facts.status, new.facts.review_year) == (Status.DRAFT, YEAR)
    assert set(new.facts.lines) == {
        "title",
        "status",
        "owner",
        "review_year",
        "applies_to",
        "language",
        "changes",
        "change",
    }


@pytest.mark.parametrize(
    "title",
    [
        '"Behaviour # 1"',
        "Behaviour\n  and attendance",
        ">\n  Behaviour\n  and attendance",
        "'It''s ours'",
        '"\\u0022Ours\\u0022"',
        "|\n  Behaviour",
    ],
)
def test_any_spelling_of_title_is_copied(title: str) -> None:
    whole = make_approved_text(title=title)
    old = load_version(whole)
    assert load_version(scaffold.next_version(whole, old, YEAR)).facts.title == old.facts.title


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)
def test_any_title_and_owner_copies(words: str) -> None:
    quoted = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    whole = make_approved_text(title=quoted, owner=quoted)
    made = load_project({PATH: whole}).library
    if made.policies:
        old = made.policies[0].versions[0]
        new = load_version(scaffold.next_version(whole, old, YEAR))
        assert (new.facts.title, new.facts.owner) == (old.facts.title, old.facts.owner)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"- Be kind. [1.1]\n", b"- Be kind. [1.1]\n"),
        (
            b"---\nreviewed: 1\nchanges: Watches.\n---\n- Be kind. [1.1]\n",
            b"---\nreviewed: 1\n---\n- Be kind. [1.1]\n",
        ),
        (
            b"---\nchanges:\n  - One.\n  - Two.\nreviewed: 1\n---\nchanges: no\n",
            b"---\nreviewed: 1\n---\nchanges: no\n",
        ),
        (b"---\r\nchanges:\r\n- One.\r\n---\r\n- Be kind.\r\n", b"---\r\n---\r\n- Be kind.\r\n"),
        (b"---\nchanges: never closed\n", b"---\nchanges: never closed\n"),
    ],
)
def test_next_summary_leaves_out_changes(old: bytes, new: bytes) -> None:
    assert scaffold.next_summary(old) == new
