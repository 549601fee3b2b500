"""The rows of law: ours, and a school's own."""

from datetime import date

import pytest
from builders import (
    PATH,
    TODAY,
    list_findings,
    load_library,
    make_sources,
    make_text,
)
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis import law
from policybook.model import Day
from policybook.model.findings import Finding, Severity
from policybook.text import phrases

from .cited_texts import list_cites

OWN = """\
rows:
  - old: [Blue Form, form … blue]
    kind: renamed
    new: the Green Form
    source: the office
    checked: 2026-10
    confidence: S
  - old: [Twitter]
    kind: watch
    new: the school leaves it in January
    source: the governors
    checked: 2026-10
    confidence: S
editions:
  - name: [County Handbook]
    source: the council
    checked: 2026-10
    years:
      - year: 2024
        since: 2024-09-01
        confidence: S
      - year: 2026
        since: 2026-04-01
        confidence: S
"""


def test_school_rows_add_and_replace() -> None:
    citations = list_cites(
        "The Blue Form, a form that is blue, Twitter, and the County Handbook 2024.", rows=OWN
    )
    assert sorted(law.describe(cite) for cite in citations) == [
        "“Blue Form” has been called the Green Form",
        "“County Handbook 2024” is 1 edition behind: the edition of 2026 has been in force since 1 April 2026",
        "“Twitter” is where the law may change: the school leaves it in January",
    ]


def test_row_is_old_after_days() -> None:
    def old(today: date) -> list[Finding]:
        return [
            f
            for f in list_findings(make_sources({PATH: make_text()}), today)
            if f.code == "law-checked"
        ]

    assert old(date(2027, 12, 6)) == []
    assert len(old(date(2027, 12, 7))) == 1
    assert old(date(2027, 12, 7))[0].severity is Severity.WARNING


def test_shipped_rows_are_complete() -> None:
    ours = law.shipped_register()
    assert len(ours.rows) >= 10 and [edition.year for edition in ours.series[0].editions] == [
        2023,
        2024,
        2025,
        2026,
    ]
    assert ours.series[0].editions[-1].recalled
    for row in ours.rows:
        assert row.source.words and (row.source.recalled or row.source.checked.date <= TODAY)
        assert any(
            phrases.compile_phrase(phrase).search(phrase.replace("…", "then")) for phrase in row.old
        )


@given(st.text(alphabet="abTwiter CRB1998(),.’…\n/:@-", max_size=120))
def test_citations_quote_the_text(body: str) -> None:
    policy_version = law.read_register(f"rows:\n  - old: {body!r}\n", "law.yml")
    assert isinstance(policy_version[1], tuple)
    library = load_library({PATH: make_text("## Rules\n\nBe kind.\n")})
    version = library.policies[0].versions[0]
    assert law.cites(version, law.full_register(library), TODAY) == ()


@pytest.mark.parametrize(("today", "old"), [(date(2027, 11, 5), False), (date(2027, 11, 6), True)])
def test_source_is_old_after_days(today: date, old: bool) -> None:
    source = law.Source(words="the office", checked=Day(date=date(2026, 10, 1)))
    assert law.is_old(source, today) is old


@pytest.mark.parametrize(
    ("text", "line"),
    [("rows: x\n", 1), ("colours:\n  - x\n", 2), ("rows:\n  - {old: x}\n", 2), ("rows: [x\n", 1)],
)
def test_faulty_register_has_findings(text: str, line: int) -> None:
    register, (finding,) = law.read_register(text, "law.yml")
    assert register == law.Register()
    assert (finding.path, finding.line) == ("law.yml", line)


def test_school_without_rows_has_none() -> None:
    library = load_library({PATH: make_text()})
    assert law.school_register(library) == (law.Register(), ())
    assert law.full_register(library) == law.shipped_register()


def test_sources_name_rows_and_editions() -> None:
    register, findings = law.read_register(OWN, "law.yml")
    assert findings == ()
    assert [(name, source.words) for name, source in register.sources] == [
        ("Blue Form", "the office"),
        ("Twitter", "the governors"),
        ("County Handbook", "the council"),
    ]
