"""Law and names that have moved: where a text cites them, where it says itself that they are of the past, how old a row may be."""

from datetime import date

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

from policybook.analysis import law
from policybook.analysis.law import Cite
from policybook.model.findings import Finding, Severity
from policybook.text import phrases

LATER = date(2027, 12, 6)  # 401 days after 1 November 2026


def cites(body: str, today: date = TODAY, rows: str = "") -> tuple[Cite, ...]:
    library = load_library(
        {
            PATH: make_text(f"## Rules\n\n{body}\n"),
            **({"docs/policies/law.yml": rows} if rows else {}),
        }
    )
    return law.cites(library.policies[0].versions[0], law.full_register(library), today)


def words(body: str, today: date = TODAY, rows: str = "") -> list[str]:
    return [cite.words for cite in cites(body, today, rows)]


@pytest.mark.parametrize(
    "body",
    [
        "We are on X (formerly Twitter).",
        "We are on X (previously known as Twitter).",
        "We are on X/Twitter.",
        "We are on X (Twitter).",
        "We are on Twitter (X).",
        "We are on Twitter (now X).",
        "We are on Twitter, now X.",
        "We are on Twitter, which is now called X.",
        "We are on what used to be Twitter.",
        "We are on the former Twitter.",
        "The Data Protection Act 1998, now replaced, said so.",
        "The Data Protection Act 1998 (now repealed) said so.",
        "The Data Protection Act 1998 has been replaced by the Data Protection Act 2018.",
        "The Data Protection Act 1998 was repealed.",
        "The Data Protection Act 1998, which the Act of 2018 replaced, said so.",
        "The Data Protection Act 1998 (DPA), since superseded, said so.",
        "The Data Protection Act 2018 replaces the Data Protection Act 1998.",
        "The Data Protection Act 2018 replaced the “Data Protection Act 1998”.",
        "The Data Protection Act 2018 applies, in place of the Data Protection Act 1998.",
        "Until 2018, the Data Protection Act 1998 applied.",
        "The Data Protection Act 1998 was the law until 2018.",
        "The CRB became part of the DBS in 2012.",
        "A DBS (formerly CRB) check is needed.",
        "A DBS check (once known as a CRB check) is needed.",
        "The LSCB no longer exists.",
        "Read https://twitter.com/hillview or https://www.twitter.com/Twitter today.",
        "Read twitter.com/hillview, write to twitter@hillview.example, or follow @Twitter.",
        "[Our page](https://twitter.com/Twitter) is read by many.",
        "The crb of the matter is a typing mistake.",
        "Keeping Children Safe in Education, in the edition in force, applies.",
        "Keeping Children Safe in Education says so since 2021.",
        "The school investigates complaints from outside, and has a duty of care.",
        "Pupils under 13 eat first.",
        "The Safeguarding Vulnerable Groups Act 2006, as amended by the Protection of Freedoms Act 2012, applies.",
    ],
)
def test_former_names_are_no_fault(body: str) -> None:
    assert words(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("We are on Twitter.", ["Twitter"]),
        ("Twitter is now used by many.", ["Twitter"]),
        ("Facebook (formerly a website), Twitter and Instagram.", ["Twitter"]),
        ("Once Twitter is open, and then Twitter is shut.", ["Twitter"]),
        ("Instagram, X, Twitter.", ["Twitter"]),
        ("The **Data Protection Act 1998** applies.", ["Data Protection Act 1998"]),
        ("The Data  Protection\nAct 1998 applies.", ["Data  Protection Act 1998"]),
        ("The DATA PROTECTION ACT 1998 applies.", ["DATA PROTECTION ACT 1998"]),
        ("The Data Protection Acts 1998 and 2018.", []),
        ("The Data Protection Act 1998's rules.", ["Data Protection Act 1998"]),
        ("A CRB check, and a CRB-checked visitor.", ["CRB"]),
        ("The Local Safeguarding Children’s Board.", ["Local Safeguarding Children’s Board"]),
        ("The named Child-Protection person.", ["named Child-Protection person"]),
        ("Read KCSIE 2024.", ["KCSIE 2024"]),
        (
            "Read Keeping Children Safe in Education (DfE, September 2023).",
            ["Keeping Children Safe in Education (DfE, September 2023)"],
        ),
        (
            "The 2025 edition of Keeping Children Safe in Education.",
            ["2025 edition of Keeping Children Safe in Education"],
        ),
        ("Read KCSIE 2026 and KCSIE 2031.", []),
        ("| Where |\n|---|\n| Twitter |", ["Twitter"]),
        ("- We post:\n\n  - on Twitter", ["Twitter"]),
    ],
)
def test_outdated_words_are_found(body: str, expected: list[str]) -> None:
    assert words(body) == expected


def test_line_is_that_of_words() -> None:
    citations = cites("First line.\nSecond, on Twitter.\nThird.\nFourth: CRB and *Twitter*.")
    assert [(cite.words, cite.line, cite.number, cite.anchor) for cite in citations] == [
        ("Twitter", 12, "1.1", "s1-1"), ("CRB", 14, "1.1", "s1-1"), ("Twitter", 14, "1.1", "s1-1"),
    ]  # fmt: skip


def test_heading_note_is_beside_first_rule() -> None:
    cite = cites("Be kind.\n\n## Twitter\n\nBe kind there.")
    assert [(cite.line, cite.number, cite.anchor, cite.beside) for cite in cite] == [
        (13, "2", "s2", "s2-1")
    ]


@pytest.mark.parametrize(
    ("today", "behind", "newest", "recalled"),
    [
        (date(2024, 8, 31), None, 0, False),
        (date(2024, 9, 1), 1, 2024, False),
        (date(2025, 9, 1), 2, 2025, False),
        (date(2026, 8, 31), 2, 2025, False),
        (date(2026, 9, 1), 3, 2026, True),
    ],
)
def test_old_edition_depends_on_day(
    today: date, behind: int | None, newest: int, recalled: bool
) -> None:
    citations = cites("Read Keeping Children Safe in Education 2023.", today)
    editions = [cite.about for cite in citations if isinstance(cite.about, law.OldEdition)]
    rows = [(e.count, e.newest.year, e.newest.recalled) for e in editions]
    assert rows == ([(behind, newest, recalled)] if behind else [])


def test_unknown_old_edition_is_at_least() -> None:
    assert "at least 4 editions behind" in law.describe(cites("Read KCSIE 2019.")[0])


def test_recalled_newer_edition_is_a_note() -> None:
    citations = findings("Read KCSIE 2025.")
    assert [f.severity for f in citations] == [Severity.NOTE]
    assert "that one recalled, to be checked" in citations[0].message


# ---------- findings


def findings(body: str, today: date = TODAY, **fields: str) -> list[Finding]:
    return [
        f
        for f in list_findings(
            make_sources({PATH: make_text(f"## Rules\n\n{body}\n", **fields)}), today
        )
        if f.code == "law"
    ]


def test_only_a_read_source_warns() -> None:
    read, recalled = findings("We use Twitter.\nAsk the named Child Protection officer.")
    assert (read.severity, read.line) == (Severity.WARNING, 11)
    assert (recalled.severity, recalled.line) == (Severity.NOTE, 12)
    assert "recalled, to be checked" in recalled.message and "checked November 2026" in read.remedy


def test_approved_text_is_never_stopped() -> None:
    warnings = [
        f
        for f in list_findings(
            make_sources(
                {
                    PATH: make_approved_text(
                        "## Rules\n\nWe use Twitter and the Data Protection Act 1998.\n"
                    )
                }
            )
        )
        if f.code == "law"
    ]
    assert len(warnings) == 2
    assert {f.severity for f in warnings} <= {Severity.WARNING, Severity.NOTE}
    assert all("The approved text stays as it is" in f.remedy for f in warnings)


def test_old_texts_are_not_searched() -> None:
    later = make_approved_text("## Rules\n\nWe use X.\n", approved_on="2026-09-14", changes="X.")
    files = {
        PATH: make_approved_text("## Rules\n\nWe use Twitter.\n"),
        PATH.replace("2025", "2026"): later,
    }
    assert not [f for f in list_findings(make_sources(files)) if f.code == "law"]


# ---------- rows


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
    citations = cites(
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


@given(
    st.lists(
        st.sampled_from(
            [
                "Twitter",
                "X",
                "(",
                ")",
                "formerly",
                "now",
                "CRB",
                "KCSIE",
                "2023",
                "replaced",
                "the",
                ",",
                "\n",
                "@",
            ]
        ),
        max_size=20,
    )
)
def test_citation_lies_in_its_clause(parts: list[str]) -> None:
    body = " ".join(["Start", *parts]).replace("\n ", "\n").replace("\n\n", "\n").strip()
    library = load_library({PATH: make_text(f"## Rules\n\n{body} end\n")})
    version = library.policies[0].versions[0]
    lines = version.text.split("\n")
    for cite in law.cites(version, law.full_register(library), TODAY):
        clause = version.sections[0].parts[0]
        assert cite.words in clause.text  # type: ignore[union-attr]
        assert cite.words.split()[0] in lines[cite.line - version.body_line]
