"""The rows of law: ours, and a school's own."""

import re
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
from policybook.analysis.law.passages import unify_signs
from policybook.analysis.law.row_index import spell
from policybook.model import Day, Nation
from policybook.model.findings import Finding, Severity

from .cited_texts import list_cites

#: The last day on which a source was read.
READ = date(2026, 11, 30)

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
        "“Twitter”: the law on this may change (the school leaves it in January)",
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
    kcsie = next(item for item in ours.series if "KCSIE" in item.names)
    years = [edition.year for edition in kcsie.editions]
    assert len(ours.rows) >= 200 and years[-4:] == [2023, 2024, 2025, 2026]
    assert kcsie.editions[-1].recalled
    for row in ours.rows:
        assert row.source.words and (row.source.recalled or row.source.checked.date <= READ)
        for name in row.old:
            typed = unify_signs(name.replace("…", " then "))
            assert any(re.search(form.pattern, typed) for form in spell(name, row.exact)), name


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
    assert law.full_register(library) == law.shipped_register().in_nation(None)


def test_sources_name_rows_and_editions() -> None:
    register, findings = law.read_register(OWN, "law.yml")
    assert findings == ()
    assert [(name, source.words) for name, source in register.sources] == [
        ("Blue Form", "the office"),
        ("Twitter", "the governors"),
        ("County Handbook", "the council"),
    ]


BY_ID = """\
rows:
  - id: lscb
    new: the partnership of our county
    source: the county's page
    checked: 2026-10
    confidence: S
"""


def test_school_row_takes_spellings_by_id() -> None:
    (cite,) = list_cites("Ask the LSCB.", rows=BY_ID)
    assert law.describe(cite) == (
        "“LSCB” was replaced on 29 September 2019 by the partnership of our county"
    )


def test_no_shipped_row_names_an_area() -> None:
    areas = ("North Lincolnshire", "MARS", "Devon", "Kent")
    for row in law.shipped_register().rows:
        assert not any(area in f"{row.new} {row.old} {row.known_as}" for area in areas), row.id


def test_shipped_rows_say_where_from() -> None:
    register = law.shipped_register()
    ids = [row.id for row in register.rows]
    assert len(ids) == len(set(ids)) and all(ids)
    for row in register.rows:
        assert row.nations, row.id
        is_recalled = row.source.confidence is law.Confidence.RECALLED
        assert is_recalled == (row.source.words == "recalled") or (
            row.source.confidence is law.Confidence.LOOK_UP
        ), row.id
    for nation in Nation:
        assert len(register.in_nation(nation).rows) > 40
