"""Out-of-date law and names: where a text cites them, and where it says so itself."""

from datetime import date

import pytest
from builders import (
    PATH,
    TODAY,
    load_library,
    make_text,
)
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis import law

from .cited_texts import list_cites

LATER = date(2027, 12, 6)  # 401 days after 1 November 2026


def list_words(body: str, today: date = TODAY, rows: str = "") -> list[str]:
    return [cite.words for cite in list_cites(body, today, rows)]


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
    assert list_words(body) == []


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
        ("Read Mental health and behaviour in schools (2018).", []),
        (
            "Read ‘Keeping Children Safe in Education’ January 2021.",
            ["Keeping Children Safe in Education’ January 2021"],
        ),
        (
            "Read Working Together to Safeguard Children (HM Government 2010).",
            ["Working Together to Safeguard Children (HM Government 2010)"],
        ),
        (
            "Read Children missing education: statutory guidance for local authorities (2016).",
            ["Children missing education: statutory guidance for local authorities (2016)"],
        ),
        ("| Where |\n|---|\n| Twitter |", ["Twitter"]),
        ("- We post:\n\n  - on Twitter", ["Twitter"]),
    ],
)
def test_outdated_words_are_found(body: str, expected: list[str]) -> None:
    assert list_words(body) == expected


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
    citations = list_cites("Read Keeping Children Safe in Education 2023.", today)
    editions = [cite.about for cite in citations if isinstance(cite.about, law.OldEdition)]
    rows = [(e.count, e.newest.year, e.newest.recalled) for e in editions]
    assert rows == ([(behind, newest, recalled)] if behind else [])


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


@pytest.mark.parametrize(
    ("nation", "body", "expected"),
    [
        ("England", "The Disability Discrimination Act 1995 applies.", 1),
        ("Northern Ireland", "The Disability Discrimination Act 1995 applies.", 0),  # in force
        ("Wales", "A penalty notice of £60 is given for an absence.", 0),  # right there
        ("England", "A penalty notice of £60 is given for an absence.", 1),
        ("Wales", "We follow the All Wales Child Protection Procedures.", 1),
        ("England", "We follow the All Wales Child Protection Procedures.", 0),
        ("Scotland", "Read KCSIE 2016.", 0),
        ("", "Read KCSIE 2016, and ask the CRB.", 0),  # not of all four nations
        ("", "The Data Protection Act 1998 applies.", 1),
        ("Wales", "The SENCO keeps the list.", 1),
        ("England", "The SENCO keeps the list.", 0),
    ],
)
def test_row_holds_in_its_nations(nation: str, body: str, expected: int) -> None:
    assert len(list_cites(body, nation=nation)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The school action plan has six points.",
        "A fee of £10 is asked for the trip.",  # not for a request for data
        "Leave of up to ten days is given to a governor.",  # not a holiday in term
        "Suspension and permanent exclusion from maintained schools, academies and pupil "
        "referral units in England (2023) is followed, with DfE and ACPO drug advice for schools.",
        "The Data Protection Acts 1998 and 2018 apply.",  # the author knows of the later one
    ],
)
def test_exceptions_of_a_row_hold(body: str) -> None:
    assert [words for words in list_words(body) if "Suspension" not in words] == []


def test_longest_name_is_reported_once() -> None:
    assert list_words("The SRE Guidance 2000 is used.") == ["SRE Guidance 2000"]


@pytest.mark.parametrize(
    ("nation", "body", "count"),
    [
        ("England", "The Connexions service gives advice.", 1),
        ("England", "Connexions between subjects are drawn in lessons.", 0),
        ("England", "The PCT employs the school nurse.", 1),
        ("England", "The PCT (parent and child team) meets on Fridays.", 0),
        ("England", "The TDA trains support staff.", 1),
        ("England", "The CAF was completed with the family.", 1),
        ("England", "The CAF opens at noon.", 0),
        ("England", "The Safeguarding Vulnerable Groups Act 2006 sets who is barred.", 0),
        ("England", "The Education (School Premises) Regulations 1999 apply.", 1),
        ("Wales", "The Education (School Premises) Regulations 1999 apply.", 0),
        ("Wales", "The Local Safeguarding Children Board is told.", 1),
        ("Wales", "The Regional Safeguarding Board is told.", 0),
        ("Northern Ireland", "A pupil with a statement has a review.", 0),
        ("Northern Ireland", "Co-operating to Safeguard Children (2003) applies.", 1),
        ("Northern Ireland", "Co-operating to Safeguard Children and Young People applies.", 0),
        ("Scotland", "We use How Good Is Our School? 3.", 1),
        ("Scotland", "We use How good is our school? (4th edition).", 0),
    ],
)
def test_row_holds_in_its_sense(nation: str, body: str, count: int) -> None:
    assert len(list_cites(body, nation=nation)) == count
